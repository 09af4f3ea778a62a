"""Cases over HTTP: list, show with what can follow, open, take a step, ask why not, read the clock."""

import json
from collections.abc import Callable
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from cocket.api.answers import WITH_VERSION, Day, json_answer, seen
from cocket.api.bearer import actor_of, known_actor
from cocket.api.desk import lawbook, office
from cocket.api.once import KEYED, Ready, once_ready
from cocket.api.refusals import CHANGING, refusals
from cocket.api.shapes_applications import FilingOut
from cocket.api.shapes_cases import CaseOut, CasePageOut, ClockOut, MovedOut, OpenIn, TakeIn, WhyIn, WhyOut
from cocket.licensing.cases.data import reasons_data
from cocket.licensing.cases.errors import CaseError
from cocket.licensing.cases.faults import wrong
from cocket.licensing.cases.finding import PAGE_MAX, Case
from cocket.licensing.cases.papers import filing_for
from cocket.licensing.cases.seen import case_for, cases_for, reasons_for
from cocket.licensing.cases.taking import add_case, ready_step, refuse_opening, take
from cocket.licensing.cases.view import case_view, clock_view
from cocket.licensing.casework.read_table import casework_table
from cocket.licensing.casework.state import Event
from cocket.licensing.casework.steps import why_not
from cocket.licensing.filings.view import filing_view
from cocket.licensing.records.clock import authority_day, now

router = Router(tags=["cases"])


@router.get("/cases", response={200: CasePageOut, **refusals(422)}, summary="Cases by number")
def list_(
    request: HttpRequest,
    status: str = "",
    organisation: str = "",
    after: str = "",
    limit: Annotated[int, Field(ge=1, le=PAGE_MAX)] = PAGE_MAX,
) -> dict[str, Any]:
    if status and status not in casework_table().statuses:
        raise CaseError(*wrong("status", status=status[:40], known=tuple(casework_table().statuses)))
    found = cases_for(actor_of(request), status, organisation, after, limit)
    items = [
        {"number": one.number, "kind": one.kind, "organisation": one.organisation, "status": one.status,
         "version": one.version} for one in found
    ]  # fmt: skip
    return {"items": items, "next": found[-1].number if len(found) == limit else None}


@router.get("/cases/{number}", response={200: CaseOut, **refusals(404, 422)}, summary="A case, and what can follow")
def show(request: HttpRequest, number: str) -> HttpResponse:
    actor, moment = actor_of(request), now()
    case = case_for(actor, number)
    return json_answer(200, case_view(actor, case, moment), case.version)


@router.get(
    "/cases/{number}/clock", response={200: ClockOut, **refusals(404, 409, 422)}, summary="Working days used and left"
)
def clock(request: HttpRequest, number: str, on: Day | None = None) -> HttpResponse:
    case = case_for(actor_of(request), number)
    return json_answer(200, {"number": number, "clock": clock_view(case, lawbook(), on or authority_day(now()))})


@router.get(
    "/cases/{number}/application",
    response={200: FilingOut, **refusals(404, 422)},
    summary="What is applied for, as it was filed last",
)
def application(request: HttpRequest, number: str) -> HttpResponse:
    return json_answer(200, filing_view(filing_for(actor_of(request), number)))


@router.post("/cases", response={201: MovedOut, **refusals(*CHANGING)}, openapi_extra=KEYED, summary="Open a case")
def open_(request: HttpRequest, body: OpenIn) -> HttpResponse:
    actor = known_actor(request)
    desk = office()
    return _change(
        request,
        201,
        lambda: refuse_opening(actor, body.kind, body.said, desk),
        lambda _: add_case(actor, body.kind, body.said, now(), desk),
    )


@router.post(
    "/cases/{number}/steps",
    response={200: MovedOut, **refusals(*CHANGING)},
    openapi_extra=WITH_VERSION,
    summary="Take a step",
)
def step(request: HttpRequest, number: str, body: TakeIn) -> HttpResponse:
    actor, version = known_actor(request), seen(request, body.seen)
    return _change(
        request,
        200,
        lambda: ready_step(actor, number, body.step, body.said, now(), office()),
        lambda ready: take(ready, seen=version),
    )


@router.post(
    "/cases/{number}/whynot",
    response={200: WhyOut, **refusals(404, 413, 415, 422)},
    summary="Whether a step could be taken, and all that is against it; nothing is changed",
)
def why(request: HttpRequest, number: str, body: WhyIn) -> HttpResponse:
    actor = known_actor(request)
    case = case_for(actor, number)
    event = Event(body.step, actor, now(), body.said)
    reasons = reasons_for(actor, why_not(casework_table(), case.state, event))
    told = {"number": number, "step": body.step, "possible": not reasons, "reasons": reasons_data(reasons)}
    return json_answer(200, {**told, "version": case.version}, case.version)


def _change(
    request: HttpRequest, status: int, ready: Callable[[], Ready], work: Callable[[Ready], Case]
) -> HttpResponse:
    def answer(made: Ready) -> tuple[int, str]:
        case = work(made)
        return status, json.dumps({"number": case.number, "status": case.state.status, "version": case.version})

    return once_ready(request, ready, answer)
