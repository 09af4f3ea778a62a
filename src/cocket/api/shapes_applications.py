"""The shapes of requests and answers about applications, as the description of the interface shows them.

They describe and keep strange keys out; what an application may hold is decided by the reader that files go through.
"""

from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from cocket.api.shapes import PartyIn, Strict


class ItemIn(Strict):
    goods: str = Field(examples=["NdFeB magnets with dysprosium"])
    control_code: str = Field("", examples=["1C905.a.4"])
    hs_code: str = ""
    facts: dict[str, str] = Field({}, description="what the law asks besides, in the words of its vocabulary")


class WantedIn(Strict):
    """Quantity or value, one of the two."""

    item: int = Field(ge=1, description="its place among items, from 1")
    quantity: str = Field("", examples=["1500 kg"])
    value: str = Field("", examples=["25000.00 CNY"])


class EndUseIn(Strict):
    en: str = ""
    zh: str = ""


class RequestIn(Strict):
    destination: str = Field(description="ISO code of two letters", examples=["DE"])
    end_user: PartyIn
    wanted: list[WantedIn]
    importer: PartyIn | None = Field(None, description="left out where the end user buys itself")
    end_use: EndUseIn = EndUseIn()
    end_use_code: str = Field("", description="a word of the law's vocabulary, left out where none was chosen")
    certificate: bool = Field(False, description="whether the end user's certificate is at hand, on paper")


class ApplicationIn(Strict):
    """As in a file (docs/applications.md); a key that has nothing to say is left out."""

    exporter: PartyIn
    kind: Literal["single", "general"]
    regime: str = Field(examples=["dual_use"])
    months: int = Field(ge=1, description="how long the licence is to hold")
    items: list[ItemIn] = Field(min_length=1)
    requests: list[RequestIn] = Field(min_length=1)
    no_military_business: bool | None = Field(None, description="what the exporter declares of itself")
    remark: str = ""
    papers: list[str] = Field([], description="those that come on paper, by the law's names")


class SavedOut(Schema):
    reference: str
    version: int


class ApplicationHeadOut(SavedOut):
    organisation: str
    filings: int = Field(description="how often it was filed")
    is_open: bool = Field(description="whether it can be edited and filed; not while it lies with the authority")


class ApplicationPageOut(Schema):
    items: list[ApplicationHeadOut]
    next: str | None = Field(description="give it as after to get the next page; null on the last")


class ApplicationOut(ApplicationHeadOut):
    changed: str
    case: str | None = Field(description="the number of its case; null before it was filed")
    content: dict[str, Any] = Field(description="as in a file, to be edited and sent back with PUT")


class FilingOut(SavedOut):
    sequence: int
    organisation: str
    digest: str = Field(description="SHA-256 of what was filed")
    filed: str
    content: dict[str, Any]


class FindingOut(Schema):
    severity: Literal["will_come_back", "may_come_back", "note"]
    problem: str
    key: str = Field(description="where in the application")
    about: str = Field(description="the paper, outcome, fact or name that it is about")
    citation: str


class CheckOut(SavedOut):
    on: str
    foreseen: Literal["will_come_back", "may_come_back", "nothing_found"] = Field(
        description="nothing found is no promise of a licence"
    )
    findings: list[FindingOut]
