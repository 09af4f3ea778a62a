"""Licences over HTTP: list, show, issue, suspend, resume, revoke."""

import json
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Final

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from cocket.api.once import HEADER, once
from cocket.api.shapes import IssueIn, PageOut, ProblemOut, StatusOut, StepIn
from cocket.law.lawbook import Lawbook, load_lawbook
from cocket.licensing.licences.licence import Licence
from cocket.licensing.licences.reading import json_field, read_licence
from cocket.licensing.licences.status import Move, Status
from cocket.licensing.records import moving
from cocket.licensing.records.clock import authority_day, now
from cocket.licensing.records.finding import PAGE_MAX, Filter, list_licences
from cocket.licensing.records.moving import Ordered
from cocket.licensing.records.view import head_view, licence_view

router = Router(tags=["licences"])
REFUSALS: Final[dict[Any, Any]] = dict.fromkeys((400, 404, 409, 413, 415, 422, 503), ProblemOut)
MOVED: Final[dict[Any, Any]] = {200: StatusOut, **REFUSALS}
KEYED: Final[dict[str, Any]] = {
    "parameters": [
        {
            "name": HEADER,
            "in": "header",
            "required": True,
            "description": "Made by the client; the same request with the same key gets the first answer.",
            "schema": {"type": "string", "pattern": "^[A-Za-z0-9._:-]{8,64}$"},
        }
    ]
}


@router.get("/licences", response={200: PageOut, 422: ProblemOut, 503: ProblemOut}, summary="Licences by number")
def list_(
    request: HttpRequest,  # noqa: ARG001  # handed over by ninja
    status: Status | None = None,
    holder: str = "",
    after: str = "",
    limit: Annotated[int, Field(ge=1, le=PAGE_MAX)] = PAGE_MAX,
) -> dict[str, Any]:
    today = authority_day(now())
    found = list_licences(Filter(today, status, holder, after), limit)
    items = [head_view(licence, today) for licence in found]
    return {"items": items, "next": items[-1]["number"] if len(items) == limit else None}


@router.get("/licences/{number}", response={200: dict[str, Any], **REFUSALS}, summary="A licence and its balances")
def show(request: HttpRequest, number: str) -> HttpResponse:  # noqa: ARG001
    return _json(200, licence_view(number, authority_day(now())))


@router.post("/licences", response={201: StatusOut, **REFUSALS}, openapi_extra=KEYED, summary="Issue a licence")
def issue(request: HttpRequest, body: IssueIn) -> HttpResponse:
    # read from the text and not from what pydantic made of it: the one reader decides, and takes figures as written
    parts = json_field(request.body.decode(), "request").mapping(required=("by", "why", "licence"))
    licence = read_licence(parts["licence"])
    return _step(request, 201, lambda: moving.issue(licence, _ordered(body), lawbook()))


@router.post("/licences/{number}/suspend", response=MOVED, openapi_extra=KEYED, summary="Nothing is drawn any more")
def suspend(request: HttpRequest, number: str, body: StepIn) -> HttpResponse:
    return _step(request, 200, lambda: moving.move(number, Move.SUSPEND, _ordered(body)))


@router.post("/licences/{number}/resume", response=MOVED, openapi_extra=KEYED, summary="Let it be used again")
def resume(request: HttpRequest, number: str, body: StepIn) -> HttpResponse:
    return _step(request, 200, lambda: moving.move(number, Move.RESUME, _ordered(body)))


@router.post("/licences/{number}/revoke", response=MOVED, openapi_extra=KEYED, summary="End it for good")
def revoke(request: HttpRequest, number: str, body: StepIn) -> HttpResponse:
    return _step(request, 200, lambda: moving.move(number, Move.REVOKE, _ordered(body)))


def _step(request: HttpRequest, status: int, work: Callable[[], Licence]) -> HttpResponse:
    def answer() -> tuple[int, str]:
        licence = work()
        return status, json.dumps({"number": licence.number, "status": licence.status.value})

    return once(request, answer)


def _ordered(body: StepIn) -> Ordered:
    return Ordered(body.by, body.why, now())


def _json(status: int, data: object) -> HttpResponse:
    return HttpResponse(json.dumps(data, ensure_ascii=False), status=status, content_type="application/json")


@cache
def lawbook() -> Lawbook:
    return load_lawbook()
