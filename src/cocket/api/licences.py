"""Licences over HTTP: list, show, issue, replace, and each step that somebody orders."""

import json
from collections.abc import Callable
from typing import Annotated, Any, Final

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from cocket.api.answers import json_answer
from cocket.api.bearer import actor_of
from cocket.api.desk import lawbook
from cocket.api.once import KEYED, once
from cocket.api.refusals import CHANGING, refusals
from cocket.api.shapes import IssueIn, PageOut, ReplaceIn, StatusOut, StepIn
from cocket.licensing.licences.licence import Licence
from cocket.licensing.licences.reading import json_field, read_licence
from cocket.licensing.licences.status import Move, Status
from cocket.licensing.records import orders
from cocket.licensing.records.clock import authority_day, now
from cocket.licensing.records.finding import PAGE_MAX, Filter, list_licences
from cocket.licensing.records.moving import Ordered
from cocket.licensing.records.orders import order_of
from cocket.licensing.records.view import head_view, licence_view

router = Router(tags=["licences"])
MOVED: Final[dict[Any, Any]] = {200: StatusOut, **refusals(*CHANGING)}
ISSUED: Final[dict[Any, Any]] = {201: StatusOut, **refusals(*CHANGING)}
"""404: what was asked to be replaced; a licence that is issued is nowhere yet."""


@router.get("/licences", response={200: PageOut, **refusals(422)}, summary="Licences by number")
def list_(
    request: HttpRequest,
    status: Status | None = None,
    holder: str = "",
    after: str = "",
    limit: Annotated[int, Field(ge=1, le=PAGE_MAX)] = PAGE_MAX,
) -> dict[str, Any]:
    today = authority_day(now())
    found = list_licences(actor_of(request), Filter(today, status, holder, after), limit)
    items = [head_view(licence, today) for licence in found]
    return {"items": items, "next": items[-1]["number"] if len(items) == limit else None}


@router.get(
    "/licences/{number}", response={200: dict[str, Any], **refusals(404, 422)}, summary="A licence and its balances"
)
def show(request: HttpRequest, number: str) -> HttpResponse:
    return json_answer(200, licence_view(actor_of(request), number, authority_day(now())))


@router.post("/licences", response=ISSUED, openapi_extra=KEYED, summary="Issue a licence")
def issue(request: HttpRequest, body: IssueIn) -> HttpResponse:
    actor = actor_of(request)
    orders.refuse_if_never(actor, Move.ISSUE)
    licence, ordered = _licence(request), _ordered(request, body)
    return _step(request, 201, lambda: orders.issue(actor, licence, ordered, lawbook()))


@router.post("/licences/{number}/replace", response=ISSUED, openapi_extra=KEYED, summary="Issue one in its place")
def replace(request: HttpRequest, number: str, body: ReplaceIn) -> HttpResponse:
    actor = actor_of(request)
    orders.refuse_if_never(actor, Move.REPLACE)
    licence, ordered = _licence(request), _ordered(request, body)
    return _step(request, 201, lambda: orders.replace_by(actor, number, licence, ordered, lawbook()))


@router.post("/licences/{number}/suspend", response=MOVED, openapi_extra=KEYED, summary="Nothing is drawn any more")
def suspend(request: HttpRequest, number: str, body: StepIn) -> HttpResponse:
    return _move(request, number, Move.SUSPEND, body)


@router.post("/licences/{number}/resume", response=MOVED, openapi_extra=KEYED, summary="Let it be used again")
def resume(request: HttpRequest, number: str, body: StepIn) -> HttpResponse:
    return _move(request, number, Move.RESUME, body)


@router.post("/licences/{number}/revoke", response=MOVED, openapi_extra=KEYED, summary="End it for good")
def revoke(request: HttpRequest, number: str, body: StepIn) -> HttpResponse:
    return _move(request, number, Move.REVOKE, body)


@router.post("/licences/{number}/amend", response=MOVED, openapi_extra=KEYED, summary="Not used while it is amended")
def amend(request: HttpRequest, number: str, body: StepIn) -> HttpResponse:
    return _move(request, number, Move.AMEND, body)


@router.post("/licences/{number}/keep", response=MOVED, openapi_extra=KEYED, summary="Not amended; it stands")
def keep(request: HttpRequest, number: str, body: StepIn) -> HttpResponse:
    return _move(request, number, Move.KEEP, body)


@router.post("/licences/{number}/surrender", response=MOVED, openapi_extra=KEYED, summary="It is handed back, for good")
def surrender(request: HttpRequest, number: str, body: StepIn) -> HttpResponse:
    return _move(request, number, Move.SURRENDER, body)


def _move(request: HttpRequest, number: str, wanted: Move, body: StepIn) -> HttpResponse:
    actor, ordered = actor_of(request), _ordered(request, body)
    orders.refuse_if_never(actor, wanted)
    return _step(request, 200, lambda: orders.move(actor, number, wanted, ordered))


def _step(request: HttpRequest, status: int, work: Callable[[], Licence]) -> HttpResponse:
    def answer() -> tuple[int, str]:
        licence = work()
        return status, json.dumps({"number": licence.number, "status": licence.status.value})

    return once(request, answer)


def _licence(request: HttpRequest) -> Licence:
    """From the text and not from what pydantic made of it: the one reader decides, and takes figures as written."""
    parts = json_field(request.body.decode(), "request").mapping(required=("why", "licence"), optional=("by",))
    return read_licence(parts["licence"])


def _ordered(request: HttpRequest, body: StepIn) -> Ordered:
    return order_of(actor_of(request), body.by, body.why, now())
