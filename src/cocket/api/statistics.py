"""Statistics over HTTP: the figures of a month, as JSON and as CSV, and the named queries that they come from."""

import re
from datetime import date
from typing import Annotated, Any, Final

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import BeforeValidator, Field, WithJsonSchema

from cocket.api.answers import json_answer
from cocket.api.bearer import actor_of
from cocket.api.refusals import refusals
from cocket.licensing.records.clock import authority_day, now
from cocket.licensing.statistics.figures import Figure
from cocket.licensing.statistics.gathering import queries_for, statistics
from cocket.licensing.statistics.writing import figures_csv, figures_data

router = Router(tags=["statistics"])
_MONTH: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)
CALENDAR: Final = "cn"


def _first_of(text: object) -> object:
    if not isinstance(text, str) or not _MONTH.fullmatch(text) or text.startswith("0000"):
        raise ValueError("write a month such as 2026-06")
    return f"{text}-01"


Month = Annotated[
    date,
    BeforeValidator(_first_of),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"}),
]


class FigureOut(Schema):
    """``part`` of ``whole`` cases; ``low`` and ``high`` of 95 %; what each means, docs/statistics.md tells."""

    month: str
    name: str
    of: str = Field(description="what of, as destination=DE; empty for all")
    value: float | None = Field(description="a count, a share from 0 to 1, or working days")
    part: int | None
    whole: int | None
    low: float | None
    high: float | None
    query: str


class StatisticsOut(Schema):
    items: list[FigureOut]


class QueriesOut(Schema):
    items: dict[str, str] = Field(description="by name, as the database of this installation takes it")


IN_CSV: Final[dict[str, Any]] = {"responses": {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}}


@router.get(
    "/statistics",
    response={200: StatisticsOut, **refusals(409, 422)},
    summary="The figures of a month, each with the query that it comes from",
)
def figures(request: HttpRequest, month: Month | None = None, calendar: str = CALENDAR) -> HttpResponse:
    return json_answer(200, {"items": figures_data(_figures(request, month, calendar))})


@router.get(
    "/statistics.csv",
    response={200: None, **refusals(409, 422)},
    openapi_extra=IN_CSV,
    summary="The same as CSV",
)
def in_csv(request: HttpRequest, month: Month | None = None, calendar: str = CALENDAR) -> HttpResponse:
    text = figures_csv(_figures(request, month, calendar))
    return HttpResponse(text, content_type="text/csv; charset=utf-8")


@router.get("/statistics/queries", response={200: QueriesOut, **refusals()}, summary="The queries by their names")
def queries(request: HttpRequest) -> HttpResponse:
    return json_answer(200, {"items": queries_for(actor_of(request))})


def _figures(request: HttpRequest, month: date | None, calendar: str) -> list[Figure]:
    today = authority_day(now())
    return statistics(actor_of(request), month or today, today, calendar)
