"""Applications over HTTP: drafts kept in versions, looked at before they are filed, and filed."""

import json
from collections.abc import Callable
from typing import Annotated, Any, Final

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from cocket.api.answers import WITH_VERSION, Day, json_answer, seen
from cocket.api.bearer import actor_of, known_actor
from cocket.api.desk import office
from cocket.api.once import KEYED, once, once_ready
from cocket.api.refusals import CHANGING, refusals
from cocket.api.shapes_applications import ApplicationIn, ApplicationOut, ApplicationPageOut, CheckOut, SavedOut
from cocket.api.shapes_cases import MovedOut
from cocket.licensing.applications.application import Application
from cocket.licensing.applications.preflight import Severity
from cocket.licensing.applications.reading import read_application
from cocket.licensing.cases.filing import ReadyFiling, case_of_application, file_ready, ready_filing
from cocket.licensing.filings.checking import check_draft
from cocket.licensing.filings.drafting import refuse_writing, save, save_new
from cocket.licensing.filings.finding import PAGE_MAX, Draft, find_draft, list_drafts
from cocket.licensing.filings.view import draft_view, head_view
from cocket.licensing.licences.reading import json_field
from cocket.licensing.records.clock import authority_day, now

router = Router(tags=["applications"])
SAVED: Final[dict[Any, Any]] = refusals(*CHANGING)


@router.get("/applications", response={200: ApplicationPageOut, **refusals(422)}, summary="Applications by reference")
def list_(
    request: HttpRequest, after: str = "", limit: Annotated[int, Field(ge=1, le=PAGE_MAX)] = PAGE_MAX
) -> dict[str, Any]:
    found = list_drafts(actor_of(request), after, limit)
    return {"items": list(map(head_view, found)), "next": found[-1].reference if len(found) == limit else None}


@router.post("/applications", response={201: SavedOut, **SAVED}, openapi_extra=KEYED, summary="A new draft")
def new(request: HttpRequest, body: ApplicationIn) -> HttpResponse:  # noqa: ARG001  # read from the text
    actor = known_actor(request)
    refuse_writing(actor)
    application = _application(request)
    return _saved(request, 201, lambda: save_new(actor, application, now()))


@router.get(
    "/applications/{reference}",
    response={200: ApplicationOut, **refusals(404, 422)},
    summary="The newest version of an application, and where it stands",
)
def show(request: HttpRequest, reference: str) -> HttpResponse:
    draft = find_draft(actor_of(request), reference)
    return json_answer(200, {**draft_view(draft), "case": case_of_application(reference)}, draft.version)


@router.put(
    "/applications/{reference}",
    response={200: SavedOut, **SAVED},
    openapi_extra=WITH_VERSION,
    summary="The next version of a draft",
)
def edit(request: HttpRequest, reference: str, body: ApplicationIn) -> HttpResponse:  # noqa: ARG001
    actor, version = known_actor(request), seen(request)
    refuse_writing(actor)
    application = _application(request)
    return _saved(request, 200, lambda: save(actor, reference, application, now(), seen=version))


@router.get(
    "/applications/{reference}/check",
    response={200: CheckOut, **refusals(404, 422)},
    summary="What would make it come back, were it filed as it stands",
)
def check(request: HttpRequest, reference: str, on: Day | None = None) -> HttpResponse:
    day = on or authority_day(now())
    draft, found = check_draft(actor_of(request), reference, office().checker, day)
    severities = {one.severity for one in found}
    worst = next((one.value for one in (Severity.WILL, Severity.MAY) if one in severities), "nothing_found")
    told = {"reference": reference, "version": draft.version, "on": day.isoformat(), "foreseen": worst}
    return json_answer(200, {**told, "findings": [one.data() for one in found]}, draft.version)


@router.post(
    "/applications/{reference}/file",
    response={201: MovedOut, **SAVED},
    openapi_extra=WITH_VERSION,
    summary="File it as it stands: its case is opened, or the returned one goes on",
)
def file(request: HttpRequest, reference: str) -> HttpResponse:
    actor, version = known_actor(request), seen(request)

    def answer(ready: ReadyFiling) -> tuple[int, str]:
        case = file_ready(ready)
        return 201, json.dumps({"number": case.number, "status": case.state.status, "version": case.version})

    return once_ready(request, lambda: ready_filing(actor, reference, now(), office(), seen=version), answer)


def _application(request: HttpRequest) -> Application:
    """From the text and not from what pydantic made of it: the one reader decides, and takes figures as written."""
    return read_application(json_field(request.body.decode(), "application"))


def _saved(request: HttpRequest, status: int, work: Callable[[], Draft]) -> HttpResponse:
    def answer() -> tuple[int, str]:
        draft = work()
        return status, json.dumps({"reference": draft.reference, "version": draft.version})

    return once(request, answer)
