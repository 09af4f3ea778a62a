"""Documents over HTTP: attached to a draft and taken off it, listed and handed out, of applications and of cases."""

import json
from typing import Annotated, Any, Final

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from cocket.accounts.actor import Actor
from cocket.api.answers import json_answer
from cocket.api.bearer import Bearer, actor_of, known_actor
from cocket.api.desk import lawbook
from cocket.api.once import KEYED, once
from cocket.api.refusals import CHANGING, refusals
from cocket.api.shapes_documents import DocumentOut, DocumentsOut, TakenOffOut
from cocket.api.uploads import HANDED_OUT, UPLOAD, handed_out, refuse_other_types, upload_once
from cocket.licensing.applications.application import REQUESTS_MAX
from cocket.licensing.applications.papers import every_paper
from cocket.licensing.cases.papers import documents_for, read_document
from cocket.licensing.filings.attaching import Kept, attach_kept, keep, refuse_attaching, take_off
from cocket.licensing.filings.receiving import Received
from cocket.licensing.filings.view import document_view
from cocket.licensing.records.clock import now

router = Router(tags=["documents"])
Number = Annotated[int, Field(ge=1, le=999_999)]
LISTED: Final[dict[Any, Any]] = {200: DocumentsOut, **refusals(404, 422)}
OPENED: Final[dict[Any, Any]] = {200: None, **refusals(404, 422)}


@router.get("/applications/{reference}/documents", response=LISTED, summary="What is attached to an application")
def list_(request: HttpRequest, reference: str) -> HttpResponse:
    return _list(actor_of(request), reference)


@router.get("/cases/{number}/documents", response=LISTED, summary="What was filed in a case")
def list_of_case(request: HttpRequest, number: str) -> HttpResponse:
    return _list(actor_of(request), number)


@router.post(
    "/applications/{reference}/documents",
    response={201: DocumentOut, **refusals(*CHANGING)},
    openapi_extra=UPLOAD,
    auth=Bearer(refuse_other_types),
    summary="Attach a file; attached twice, under whatever key, it is attached once",
)
def add(
    request: HttpRequest,
    reference: str,
    kind: str,
    name: str,
    of: Annotated[int, Field(ge=0, le=REQUESTS_MAX, description="its request; 0 for all")] = 0,
    sealed: bool = False,  # as it stands in the address
) -> HttpResponse:
    actor = known_actor(request)
    refuse_attaching(actor)
    kinds = every_paper(lawbook())

    def ready(received: Received) -> Kept:
        return keep(actor, reference, kind, received, kinds=kinds, request=of, sealed=sealed)

    def answer(kept: Kept) -> tuple[int, str]:
        return 201, json.dumps(document_view(attach_kept(kept, now())), ensure_ascii=False)

    return upload_once(request, name, ready, answer)


@router.get(
    "/applications/{reference}/documents/{document}",
    response=OPENED,
    openapi_extra=HANDED_OUT,
    summary="The file, as it was attached",
)
def open_(request: HttpRequest, reference: str, document: Number) -> HttpResponse:
    return handed_out(*read_document(actor_of(request), reference, document, now()))


@router.get(
    "/cases/{number}/documents/{document}",
    response=OPENED,
    openapi_extra=HANDED_OUT,
    summary="The file, as it was filed; that somebody opened a sealed one is in the audit",
)
def open_of_case(request: HttpRequest, number: str, document: Number) -> HttpResponse:
    return handed_out(*read_document(actor_of(request), number, document, now()))


@router.delete(
    "/applications/{reference}/documents/{document}",
    response={200: TakenOffOut, **refusals(*CHANGING)},
    openapi_extra=KEYED,
    summary="Take it off a draft; what was filed before keeps it",
)
def remove(request: HttpRequest, reference: str, document: Number) -> HttpResponse:
    actor = known_actor(request)

    def answer() -> tuple[int, str]:
        take_off(actor, reference, document, now())
        return 200, json.dumps({"reference": reference, "number": document})

    return once(request, answer)


def _list(actor: Actor, reference: str) -> HttpResponse:
    return json_answer(200, {"items": [document_view(one) for one in documents_for(actor, reference)]})
