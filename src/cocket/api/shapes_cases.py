"""The shapes of requests and answers about cases, as the description of the interface shows them."""

from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from cocket.api.shapes import Strict

Said = dict[str, str]


class OpenIn(Strict):
    kind: Literal["licence", "amendment", "ruling"]
    said: Said = Field({}, description="what is said with the first step; several values on lines of one text")


class WhyIn(Strict):
    step: str
    said: Said = Field({}, description="what would be said with it")


class TakeIn(WhyIn):
    said: Said = Field({}, description="what is said with it; which words a step wants, the case tells in next")
    seen: int | None = Field(None, ge=1, le=999_999_999, description="the version looked at, without If-Match")


class CaseHeadOut(Schema):
    number: str
    kind: str
    organisation: str
    status: str
    version: int


class CasePageOut(Schema):
    items: list[CaseHeadOut]
    next: str | None = Field(description="give it as after to get the next page; null on the last")


class MovedOut(Schema):
    number: str
    status: str
    version: int


class ReasonOut(Schema):
    name: str
    zh: str
    en: str


class EventOut(Schema):
    step: str
    at: str
    by: str = Field(description="empty where it is not for the reader")
    organisation: str
    role: str
    via: str
    said: Said
    withheld: bool = Field(description="whether something was said that is not for the reader")


class NextOut(Schema):
    step: str
    zh: str
    en: str
    who: list[str]
    says: list[str]
    possible: bool | None = Field(description="for a step of the reader's own role; null for others'")
    reasons: list[ReasonOut]


class CaseOut(CaseHeadOut):
    missing: list[str]
    clock_stands_on: list[str]
    referred: dict[str, str] | None
    positions: list[dict[str, Any]] | None = Field(description="on parts of the application, beside those on the whole")
    conditions: list[dict[str, Any]] | None
    withheld: list[str]
    events: list[EventOut]
    next: list[NextOut]


class ClockReadOut(Schema):
    on: str
    limit: int | None = Field(description="working days; null where the law sets none")
    basis: str
    basis_zh: str
    used: int
    left: int | None
    deadline: str | None
    running: bool
    ended: bool
    provisional: bool
    calendar: str
    calendar_digest: str


class ClockOut(Schema):
    number: str
    clock: ClockReadOut | None = Field(description="null where the case was not accepted by that day")


class WhyOut(Schema):
    number: str
    step: str
    possible: bool
    reasons: list[ReasonOut]
    version: int
