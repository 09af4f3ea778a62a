"""Reports on exports over HTTP: which are due, and one that is made."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from cocket.api.bearer import actor_of
from cocket.api.once import KEYED, once
from cocket.api.refusals import refusals
from cocket.api.shapes import ReportIn, ReportOut, ReportsOut
from cocket.licensing.records.clock import authority_day, now
from cocket.licensing.records.orders import order_of, refuse_if_never
from cocket.licensing.records.reporting import report, reports_for, reports_owed

router = Router(tags=["licences"])


@router.get("/reports", response={200: ReportsOut, **refusals()}, summary="What nobody has reported yet")
def owed(request: HttpRequest) -> dict[str, Any]:
    today = authority_day(now())
    return {"items": [one.data(today) for _, one in reports_owed(actor_of(request))]}


@router.get(
    "/licences/{number}/reports", response={200: ReportsOut, **refusals(404, 422)}, summary="Reports under a licence"
)
def of_licence(request: HttpRequest, number: str) -> dict[str, Any]:
    today = authority_day(now())
    return {"items": [one.data(today) for one in reports_for(actor_of(request), number)]}


@router.post(
    "/licences/{number}/reports",
    response={201: ReportOut, **refusals(404, 409, 413, 415, 422)},
    openapi_extra=KEYED,
    summary="Report on an export",
)
def make(request: HttpRequest, number: str, body: ReportIn) -> HttpResponse:
    actor = actor_of(request)
    refuse_if_never(actor, "report")
    ordered = order_of(actor, body.by, body.why, now())

    def answer() -> tuple[int, str]:
        kept = report(actor, number, body.export, body.event, body.day, ordered)
        return 201, json.dumps(kept.data(authority_day(ordered.moment)))

    return once(request, answer)
