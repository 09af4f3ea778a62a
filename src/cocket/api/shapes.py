"""The shapes of requests and answers, as the description of the interface shows them.

They describe and keep strange keys out; what a licence may hold is decided by the reader that files go through too.
"""

from typing import Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from cocket.api.answers import Day
from cocket.ledger.request import ID_LENGTH_MAX
from cocket.licensing.licences.condition import ReportedEvent
from cocket.licensing.records.models import BY_LENGTH_MAX, WHY_LENGTH_MAX

Days = str
ONE_LINE = r"^[^\x00-\x1f\x7f\x85\u2028\u2029]*$"


class Strict(Schema):
    model_config = ConfigDict(extra="forbid")


class PartyIn(Strict):
    name: str
    country: str = Field("", description="ISO code of two letters")
    number: str = Field("", description="of its register; of a Chinese firm the unified social credit code")
    also: list[str] = Field([], description="the same party's name in other scripts")


class PeriodIn(Strict):
    first: Days
    last: Days
    quantity: str = ""
    value: str = ""


class LineIn(Strict):
    control_code: str = Field(examples=["1C902.a.4"])
    goods: str
    destinations: list[str] | str
    end_users: list[PartyIn]
    end_uses: list[str] | str = Field([])
    quantity: str = Field("", examples=["100 kg"])
    unit: str = Field("", description="where no quantity is limited: the unit that is counted in")
    quantity_tolerance: str = ""
    value: str = Field("", examples=["25000.00 CNY"])
    value_tolerance: str = ""
    uses: int | str = ""
    valid_from: Days = ""
    valid_until: Days = ""
    periods: list[PeriodIn] = Field([])
    conditions: list[dict[str, Any]] = Field(
        [],
        description="each one of {only, in}, {declared_until}, {value_max}, {quantity_max}, {report, within_days}",
    )


class LicenceIn(Strict):
    number: str = Field(examples=["26-AA-100001"])
    kind: Literal["single", "general"]
    regime: str = Field(examples=["dual_use"])
    holder: PartyIn
    issued_on: Days = Field(examples=["2026-11-27"])
    valid_from: Days = ""
    valid_until: Days
    lines: list[LineIn]


class StepIn(Strict):
    """``by`` counts only where no accounts are kept, and has to be there; elsewhere the step is the token's."""

    by: str = Field(
        "",
        max_length=BY_LENGTH_MAX,
        pattern=ONE_LINE,
        description="who takes the step, where no accounts are kept; else left out",
    )
    why: str = Field(min_length=1, max_length=WHY_LENGTH_MAX, pattern=ONE_LINE)


class IssueIn(StepIn):
    licence: LicenceIn


class ReplaceIn(StepIn):
    licence: LicenceIn


class ReportIn(StepIn):
    """``why`` is the report in words."""

    export: str = Field(max_length=ID_LENGTH_MAX, description="the id under which the ledger booked it")
    event: ReportedEvent
    day: Day = Field(description="when it happened", examples=["2026-11-27"])


class ReportOut(Schema):
    line: str
    export: str
    event: ReportedEvent
    exported_on: Days
    due_on: Days = Field(description="the last day on which it is in time")
    happened_on: Days | None = Field(description="as reported; null as long as nobody did")
    overdue: bool


class ReportsOut(Schema):
    items: list[ReportOut]


class StatusOut(Schema):
    number: str
    status: str


class HeadOut(StatusOut):
    kind: str
    regime: str
    holder: str
    valid_until: Days
    standing: str = Field(description="the status today: a validity that ended counts whether it was booked or not")
    usable_today: bool = Field(description="whether anything may be drawn today, amounts aside")


class PageOut(Schema):
    items: list[HeadOut]
    next: str | None = Field(description="give it as after to get the next page; null on the last")


class ProblemOut(Schema):
    type: str
    title: str
    status: int
    detail: str
