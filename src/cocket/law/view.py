"""The law in view: every norm with its status and its whole condition, for a day and a day of knowledge."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property, lru_cache

import msgspec

from cocket.law.condition import NEVER, All, AnyOf, Condition, Doubt, In, Not, Party, both
from cocket.law.fold import Fold, Standing, Status, elementary_days, knowledge_days
from cocket.law.instrument import Entry, Gap, Instrument, Listing, Rule, Window
from cocket.law.lawbook import Lawbook
from cocket.law.readings import Reading, effective_condition, readings_of
from cocket.law.words import Words

LIVE = (Standing.IN_FORCE, Standing.SUSPENDED, Standing.UNRESOLVED)
DOUBTFUL_NAME = Doubt(
    Words(
        zh="是否为通知所列主体？其名称未能读全",
        en="is this the party named in the notice? its name could not be read in full",
    )
)


class EntryNorm(msgspec.Struct, frozen=True):
    instrument: Instrument
    entry: Entry
    condition: Condition
    readings: tuple[Reading, ...]
    status: Status

    @property
    def name(self) -> str:
        return self.entry.id


class RuleNorm(msgspec.Struct, frozen=True):
    """A rule; where it names a list of parties, one norm per standing of the listings."""

    instrument: Instrument
    rule: Rule
    condition: Condition
    status: Status

    @property
    def name(self) -> str:
        return f"{self.instrument.id}#{self.rule.id}"


class GapNorm(msgspec.Struct, frozen=True):
    """A gap; whether it reaches the goods is never certain, so a doubt stands beside its condition."""

    instrument: Instrument
    gap: Gap
    condition: Condition
    status: Status

    @property
    def name(self) -> str:
        return f"{self.instrument.id}#{self.gap.id}"


class View(msgspec.Struct, frozen=True, dict=True):
    """What a lawbook says from ``on`` (until something changes) as known from ``known``; norms of all regimes."""

    lawbook: Lawbook
    on: date
    known: date
    entries: tuple[EntryNorm, ...]
    rules: tuple[RuleNorm, ...]
    gaps: tuple[GapNorm, ...]

    def live_entries(self, regime: str) -> Iterator[EntryNorm]:
        return (n for n in self.entries if n.instrument.regime == regime and n.status.standing in LIVE)

    def live_rules(self, regime: str) -> Iterator[RuleNorm]:
        return (n for n in self.rules if n.instrument.regime == regime and n.status.standing in LIVE)

    def live_gaps(self, regime: str) -> Iterator[GapNorm]:
        return (n for n in self.gaps if n.instrument.regime == regime and n.status.standing in LIVE)

    @cached_property
    def covered(self) -> frozenset[str]:
        """Regimes whose law is in the lawbook on this day, and was known."""
        regimes = self.lawbook.regimes.items()
        return frozenset(name for name, regime in regimes if regime.covers(self.on, self.known))


WrittenEntry = tuple[Instrument, Window, Entry, Condition, tuple[Reading, ...]]


class LawInTime:
    """A lawbook that can be looked at for any two days.

    Between two days on which something changes the law is one and the same, so views are made once for each such
    stretch and kept: the lines of an order book share a few.
    """

    def __init__(self, lawbook: Lawbook) -> None:
        self.lawbook = lawbook
        self.fold = Fold(lawbook)
        self.tokens = party_tokens(lawbook)
        self.days = elementary_days(lawbook)
        self.knowledge = knowledge_days(lawbook)
        self._entries = lru_cache(maxsize=64)(self._read_entries)
        self._views = lru_cache(maxsize=512)(self._look)

    def view(self, on: date, known: date) -> View:
        """The law for a day as known by another; its ``on`` and ``known`` are the first days of their stretches."""
        return self._views(_start(self.days, on), _start(self.knowledge, known))

    def _look(self, on: date, known: date) -> View:
        entries = tuple(
            EntryNorm(one, entry, condition, readings, self.fold.status(one, window, entry.id, on, known))
            for one, window, entry, condition, readings in self.written(known)
        )
        gaps = tuple(
            GapNorm(
                one,
                gap,
                both(gap.when, Doubt(gap.why)),
                self.fold.status(one, gap.in_force, gap.id, on, known),
            )
            for one in self.lawbook.instruments
            for gap in one.gaps
        )
        return View(self.lawbook, on, known, entries, tuple(self._rules(on, known)), gaps)

    def stretch(self, on: date) -> int:
        """The number of the stretch of days with one law in which the day lies; 0 lies before all that was read."""
        return bisect_right(self.days, on)

    def written(self, known: date) -> tuple[WrittenEntry, ...]:
        """All entries, however they stand, with their conditions as read by a day of knowledge."""
        return self._entries(_start(self.knowledge, known))

    def _read_entries(self, known: date) -> tuple[WrittenEntry, ...]:
        """Each entry under the instrument that enacted it and under every one that took it over."""
        rows = []
        for one in self.lawbook.instruments:
            for entry in one.entries:
                readings = readings_of(self.lawbook, entry, known)
                condition = effective_condition(entry, readings)
                rows.append((one, one.in_force, entry, condition, readings))
                # under the instrument that took it over, an entry is found by its code
                carried = msgspec.structs.replace(entry, at=entry.id)
                carriers = self.fold.carriers.get(one.id, ())
                rows.extend((other, act.during, carried, condition, readings) for other, act in carriers)
        return tuple(rows)

    def _rules(self, on: date, known: date) -> Iterator[RuleNorm]:
        listings = self._listings(on, known)
        for one in self.lawbook.instruments:
            for rule in one.rules:
                status = self.fold.status(one, rule.in_force, rule.id, on, known)
                if not _rests_on_listing(rule.when) or status.standing not in LIVE:
                    binding = [row for row in listings if row[3].standing is not Standing.SUSPENDED]
                    yield RuleNorm(one, rule, _bind(rule.when, binding), status)
                    continue
                for standing in (Standing.IN_FORCE, Standing.SUSPENDED, Standing.UNRESOLVED):
                    bound = [row for row in listings if row[3].standing is standing]
                    if bound or standing is Standing.IN_FORCE:
                        yield RuleNorm(one, rule, _bind(rule.when, bound), _join(status, standing, bound))

    def _listings(self, on: date, known: date) -> list[tuple[str, Instrument, Listing, Status]]:
        rows = []
        for one in self.lawbook.instruments:
            for listing in one.listings:
                status = self.fold.listing_status(one, listing, on, known)
                if status.standing in LIVE:
                    rows.append((self.tokens[listing.id], one, listing, status))
        return rows


def _start(days: tuple[date, ...], day: date) -> date:
    """The first day of the stretch in which the day lies."""
    place = bisect_right(days, day)
    return days[place - 1] if place else date.min


BoundListing = tuple[str, Instrument, Listing, Status]


def party_tokens(lawbook: Lawbook) -> dict[str, str]:
    """Listing id -> the id that stands for the party on that list (a party may be named by two notices)."""
    first: dict[tuple[str | None, str, str], str] = {}
    return {
        listing.id: first.setdefault((one.list_name, listing.name.en, listing.name.zh), listing.id)
        for one in lawbook.instruments
        for listing in one.listings
    }


def party_fact(role: str, list_name: str) -> str:
    """The fact that says as whom a party is listed: a listing's token, or ``none``."""
    return f"{role}@{list_name}"


def _rests_on_listing(condition: Condition) -> bool:
    """Whether a listing triggers the rule; one that only lifts it ("unless on the watch list") does not."""
    match condition:
        case Party():
            return True
        case All(parts) | AnyOf(parts):
            return any(_rests_on_listing(part) for part in parts)
        case _:
            return False


def _bind(condition: Condition, bound: Iterable[BoundListing]) -> Condition:
    """Replaces each party condition by the tokens of the listings that bind."""
    match condition:
        case Party():
            return _bind_party(condition, tuple(bound))
        case All(parts):
            return All(tuple(_bind(part, bound) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_bind(part, bound) for part in parts))
        case Not(part):
            return Not(_bind(part, bound))
        case _:
            return condition


def _bind_party(party: Party, bound: tuple[BoundListing, ...]) -> Condition:
    choices: list[Condition] = []
    for list_name in party.listed_in:
        fitting = [
            row for row in bound if row[1].list_name == list_name and (row[1].binds_abroad or not party.binds_abroad)
        ]
        certain = frozenset(token for token, _, listing, _ in fitting if listing.certain)
        doubtful = frozenset(token for token, _, listing, _ in fitting if not listing.certain)
        for role in party.roles:
            fact = party_fact(role, list_name)
            if certain:
                choices.append(In(fact, certain))
            if doubtful:
                choices.append(All((In(fact, doubtful), DOUBTFUL_NAME)))
    return AnyOf(tuple(choices)) if choices else NEVER


def _join(status: Status, standing: Standing, bound: Iterable[BoundListing]) -> Status:
    """A rule that is itself suspended or unresolved stays so; otherwise its listings decide."""
    if status.standing is not Standing.IN_FORCE or standing is Standing.IN_FORCE:
        return status
    pending = next((row[3].pending for row in bound if row[3].pending), None)
    return Status(standing, status.window, (), pending=pending)
