"""An instrument as it is written down: immutable values, one class per division of the file."""

from datetime import date
from typing import Literal, TypeAlias

import msgspec

from cocket.law.condition import NEVER, Condition
from cocket.law.words import Words as Words

Effect: TypeAlias = Literal[
    "licence",
    "catch_all",
    "prohibit",
    "deny",
    "case_by_case",
    "single_only",
    "voucher",
    "report",
    "remark",
]
ProvisionKind: TypeAlias = Literal[
    "scope",  # what counts as an export, and where
    "who_may_apply",
    "barred",  # who does not get a licence of some kind
    "document",
    "clock",  # the authority, or the holder, has so long
    "stop_clock",  # time that does not count towards a clock
    "validity",
    "record",
    "condition",  # of holding and using a licence
    "change",
    "duty",
    "factor",  # what is weighed in the decision
    "measure",  # what the authority may do
    "penalty",
]
LicenceType: TypeAlias = Literal["single", "general", "voucher", "export_licence", "technology_licence"]
Unit: TypeAlias = Literal["working_days", "days", "months", "years", "exports", "percent", "CNY"]
ListingState: TypeAlias = Literal["active", "suspended", "stopped", "unresolved"]


class Window(msgspec.Struct, frozen=True):
    """Days inside, both ends included; ``until`` None is open."""

    since: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


class Citation(msgspec.Struct, frozen=True):
    instrument: str
    at: str
    text: Words
    source: str


class Entry(msgspec.Struct, frozen=True):
    """A line of a control list or of an annex; ``controls`` speaks of goods only.

    ``open_kinds`` and ``might_reach``: goods that its words might reach, until an official reading says so or not.
    """

    id: str
    at: str
    text: Words
    controls: Condition
    is_code: bool
    open_kinds: frozenset[str] = frozenset()
    might_reach: Condition = NEVER
    hs_hints: tuple[str, ...] = ()
    hs_confidence: str = "none"
    one_of: str | None = None
    ranked_elements: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    question: Words | None = None


class Target(msgspec.Struct, frozen=True):
    """What a rule acts on: entries (own, by code, or all that are listed), licences, or all trade."""

    kind: Literal["own_entries", "entries", "listed", "licence", "trade"]
    names: tuple[str, ...] = ()


class Rule(msgspec.Struct, frozen=True):
    id: str
    at: str
    says: Words
    on: Target
    when: Condition
    effect: Effect
    in_force: Window
    instead_of: str | None = None


class Act(msgspec.Struct, frozen=True):
    """What the instrument does to others: suspend, repeal, resume, take over their entries, or give a reading."""

    id: str
    at: str
    do: Literal["suspend", "repeal", "resume", "carry", "interpret"]
    target: tuple[str, ...]
    during: Window
    question: Words | None = None
    reading: Literal["inside", "outside"] | None = None
    when: Condition | None = None
    generally: bool = False
    overrides: tuple[str, ...] = ()
    says: Words | None = None


class Announcement(msgspec.Struct, frozen=True):
    """Said by an authority, not law: it can only make an answer unresolved."""

    id: str
    about: str
    until: date
    said_on: date
    said_by: str
    source: str
    question: Words | None = None


class Gap(msgspec.Struct, frozen=True):
    """Law that exists but whose particulars are not in the lawbook yet."""

    id: str
    at: str
    text: Words
    when: Condition
    in_force: Window
    why: Words


class ProcedureRule(msgspec.Struct, frozen=True):
    id: str
    at: str
    when: Condition
    outcome: Literal["NEW_APPLICATION", "AMENDMENT", "VIOLATION"]
    says: Words
    guidance: bool = False


class Limit(msgspec.Struct, frozen=True):
    """A figure of the law: at most (or ``at_least``) so many, counted from the event that ``starts`` it."""

    amount: int
    unit: Unit
    starts: str | None = None
    at_least: bool = False


class Provision(msgspec.Struct, frozen=True):
    """What applies to licences and to those who ask for or hold them; decides no line, and is read by casework.

    ``licences`` empty means every kind. ``stops`` names clocks of the same instrument, or ``instrument#clock``.
    """

    id: str
    at: str
    kind: ProvisionKind
    says: Words
    when: Condition
    in_force: Window
    licences: tuple[LicenceType, ...] = ()
    limit: Limit | None = None
    stops: tuple[str, ...] = ()
    question: Words | None = None


class State(msgspec.Struct, frozen=True):
    """A step in the life of a listing, counted as known from ``known_from``."""

    state: ListingState
    during: Window
    known_from: date
    between: tuple[str, ...] = ()
    source: str | None = None
    note: str | None = None


class Listing(msgspec.Struct, frozen=True):
    """A party on a list."""

    id: str
    name: Words
    in_force: Window
    country: str | None = None
    address: str | None = None
    aliases: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    certain: bool = True
    note: str | None = None


class LawTest(msgspec.Struct, frozen=True):
    """A worked example beside the law; ``given`` and ``expect`` are plain data."""

    name: str
    on: date | None
    known: date | None
    given: dict[str, object]
    expect: dict[str, object]


class Instrument(msgspec.Struct, frozen=True):
    """``file`` is its place in the lawbook, for messages."""

    id: str
    file: str
    regime: str
    kind: Literal["law", "regulation", "announcement", "guidance", "listing"]
    number: Words
    title: Words
    authority: tuple[str, ...]
    made_under: tuple[str, ...]
    issued: date
    in_force: Window
    checked_until: date
    sources: tuple[str, ...]
    known_from: date
    basis: tuple[str, ...] = ()  # what it was read from
    official_text_opened: bool = False
    unverified: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    rules: tuple[Rule, ...] = ()
    acts: tuple[Act, ...] = ()
    announced: tuple[Announcement, ...] = ()
    gaps: tuple[Gap, ...] = ()
    procedure: tuple[ProcedureRule, ...] = ()
    provisions: tuple[Provision, ...] = ()
    list_name: str | None = None
    binds_abroad: bool = False
    listings: tuple[Listing, ...] = ()
    tests: tuple[LawTest, ...] = ()

    def cite(self, at: str, text: Words) -> Citation:
        return Citation(self.id, at, text, self.sources[0] if self.sources else "")
