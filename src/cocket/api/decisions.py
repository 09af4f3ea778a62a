"""Decisions over HTTP: listed, shown with what they rest on, made again, and the earlier ones nearest to a case."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from cocket.api.answers import json_answer
from cocket.api.bearer import actor_of
from cocket.api.desk import office
from cocket.api.refusals import refusals
from cocket.api.shapes_decisions import DecisionOut, DecisionPageOut, NearestOut, ReplayOut
from cocket.licensing.cases.decision_view import decision_head_view, decision_view, near_view, replay_view
from cocket.licensing.cases.decisions import decision_for, decisions_for, near_for, replay_for
from cocket.licensing.cases.finding import PAGE_MAX

router = Router(tags=["decisions"])


@router.get("/decisions", response={200: DecisionPageOut, **refusals(422)}, summary="Decisions by number")
def list_(
    request: HttpRequest,
    case: str = "",
    outcome: str = "",
    after: str = "",
    limit: Annotated[int, Field(ge=1, le=PAGE_MAX)] = PAGE_MAX,
) -> dict[str, Any]:
    found = decisions_for(actor_of(request), case, outcome, after, limit)
    return {"items": list(map(decision_head_view, found)), "next": found[-1].number if len(found) == limit else None}


@router.get(
    "/decisions/{number}",
    response={200: DecisionOut, **refusals(404, 422)},
    summary="A decision with its evidence: proofs, law, lists and hits, papers",
)
def show(request: HttpRequest, number: str) -> HttpResponse:
    return json_answer(200, decision_view(decision_for(actor_of(request), number)))


@router.get(
    "/decisions/{number}/replay",
    response={200: ReplayOut, **refusals(404, 422)},
    summary="Make it again from what it rests on, and say what differs; nothing is changed",
)
def replay(request: HttpRequest, number: str) -> HttpResponse:
    return json_answer(200, replay_view(replay_for(actor_of(request), number, office())))


@router.get(
    "/cases/{number}/near",
    response={200: NearestOut, **refusals(404, 409, 422)},
    summary="For each item and end user the earlier decisions most like it",
)
def near(request: HttpRequest, number: str) -> HttpResponse:
    return json_answer(200, {"items": near_view(near_for(actor_of(request), number))})
