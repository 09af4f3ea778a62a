"""What happened to a licence over HTTP: what was done under each line, and what law and lists say otherwise now."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from cocket.api.answers import json_answer
from cocket.api.bearer import actor_of
from cocket.api.refusals import refusals
from cocket.licensing.cases.watching import note_view, notes_of_licence
from cocket.licensing.records.usage import ENTRIES_MAX, usage_for

router = Router(tags=["licences"])


class EntryOut(Schema):
    sequence: int
    kind: str = Field(description="open, reserve, write_off, release, correct, excess, usable, unusable or close")
    refused: str | None = Field(description="why nothing was moved; null where it was")
    request: str = Field(description="under which id it was booked; of a declaration its number is in it")
    target: str | None = Field(description="the reservation or write-off that it acts on")
    quantity: str
    value: str | None
    uses: int
    day: str
    recorded: str


class UsageOut(Schema):
    items: list[EntryOut]
    next: int | None = Field(description="give it as after to get the next page; null on the last")


class NoteOut(Schema):
    licence: str
    sequence: int
    day: str
    changes: list[list[str]] = Field(description="each: what, before, now")


class NotesOut(Schema):
    items: list[NoteOut]


@router.get(
    "/licences/{number}/lines/{line}/entries",
    response={200: UsageOut, **refusals(404, 422)},
    summary="What was done under a line, refused requests too",
)
def usage(
    request: HttpRequest,
    number: str,
    line: Annotated[int, Field(ge=1, le=999_999)],
    after: Annotated[int, Field(ge=0, le=2**53)] = 0,
    limit: Annotated[int, Field(ge=1, le=ENTRIES_MAX)] = ENTRIES_MAX,
) -> dict[str, Any]:
    found = usage_for(actor_of(request), number, line, after, limit)
    return {"items": found, "next": found[-1]["sequence"] if len(found) == limit else None}


@router.get(
    "/licences/{number}/notes",
    response={200: NotesOut, **refusals(404, 422)},
    summary="What law or lists say otherwise than before; for who handles licences",
)
def notes(request: HttpRequest, number: str) -> HttpResponse:
    return json_answer(200, {"items": list(map(note_view, notes_of_licence(actor_of(request), number)))})
