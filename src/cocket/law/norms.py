"""The state of every norm that is published by one day, as it stands on another: a view to be compared with others."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from cocket.law.fold import Standing, Status
from cocket.law.instrument import (
    Act,
    Announcement,
    Entry,
    Gap,
    Instrument,
    Listing,
    ProcedureRule,
    Provision,
    Rule,
    Window,
    Words,
)
from cocket.law.lawbook import Lawbook, Regime
from cocket.law.view import LIVE, EntryNorm, LawInTime

Kind: TypeAlias = Literal[
    "instrument", "entry", "rule", "gap", "procedure", "provision", "act", "reading", "listing", "announced", "regime"
]
Key: TypeAlias = tuple[Kind, str, str]
Content: TypeAlias = Act | Announcement | Entry | Gap | Instrument | Listing | ProcedureRule | Provision | Regime | Rule


class Norm(msgspec.Struct, frozen=True):
    """The state of one norm in a view.

    ``instrument`` is None for a regime's coverage, which is the lawbook's own; ``readings`` are the official ones that
    bear on an entry, as ``instrument#act``; ``until`` is the last day, as written or said, of a suspension, an
    unresolved stretch or an announcement; ``elsewhere`` names the instrument that an entry was taken over from, or by.
    """

    kind: Kind
    instrument: Instrument | None
    part: str
    regime: str
    at: str
    text: Words
    content: Content
    status: Status
    readings: tuple[str, ...] = ()
    until: date | None = None
    elsewhere: str | None = None

    @property
    def key(self) -> Key:
        return self.kind, self.instrument.id if self.instrument else "", self.part

    def state(self) -> tuple[object, ...]:
        """What can differ from one view to another."""
        status = self.status
        return status.standing, status.because, status.lapsed_on, self.until, self.readings, self.content


Norms: TypeAlias = Mapping[Key, Norm]


def law_on(time: LawInTime, on: date, known: date) -> dict[Key, Norm]:
    """Every norm published by ``known``, as it stands on ``on``."""
    looker = _Looker(time, on, known)
    return {norm.key: norm for norm in looker.norms()}


class _Looker:
    def __init__(self, time: LawInTime, on: date, known: date) -> None:
        self.time, self.fold, self.on, self.known = time, time.fold, on, known
        self.lawbook: Lawbook = time.lawbook
        view = time.view(on, known)
        self.entries: dict[str, list[EntryNorm]] = {}
        for norm in view.entries:
            self.entries.setdefault(norm.instrument.id, []).append(norm)
        self.said_until = {
            f"{one.id}#{said.id}": said.until for one in self.lawbook.instruments for said in one.announced
        }

    def norms(self) -> Iterator[Norm]:
        for name, regime in self.lawbook.regimes.items():
            window = regime.days
            begun = Standing.LAPSED if self.on > window.since else Standing.NOT_YET
            status = Status(Standing.IN_FORCE if regime.covers(self.on, self.known) else begun, window)
            yield Norm("regime", None, name, name, "lawbook", regime.title, regime, status)
        for one in self.lawbook.instruments:
            if one.known_from <= self.known:
                yield from self._parts(one)

    def _parts(self, one: Instrument) -> Iterator[Norm]:
        whole = self.fold.status(one, one.in_force, None, self.on, self.known)
        yield self._norm("instrument", one, "", "", one.title, one, whole)
        for norm in self.entries.get(one.id, ()):
            yield self._entry(norm)
        for rule in one.rules:
            status = self.fold.status(one, rule.in_force, rule.id, self.on, self.known)
            yield self._norm("rule", one, rule.id, rule.at, rule.says, rule, status)
        for gap in one.gaps:
            status = self.fold.status(one, gap.in_force, gap.id, self.on, self.known)
            yield self._norm("gap", one, gap.id, gap.at, gap.text, gap, status)
        for step in one.procedure:
            status = self.fold.status(one, one.in_force, step.id, self.on, self.known)
            yield self._norm("procedure", one, step.id, step.at, step.says, step, status)
        for part in one.provisions:
            status = self.fold.status(one, part.in_force, part.id, self.on, self.known)
            yield self._norm("provision", one, part.id, part.at, part.says, part, status)
        for listing in one.listings:
            status = self.fold.listing_status(one, listing, self.on, self.known)
            plain = self._norm("listing", one, listing.id, listing.id, listing.name, listing, status)
            yield msgspec.structs.replace(plain, until=self._state_until(listing))
        yield from self._acts(one)
        for said in one.announced:
            if said.said_on <= self.known:
                heard = Status(Standing.IN_FORCE, Window(said.said_on))
                text = said.question or Words(said.source, said.source)
                yield Norm("announced", one, said.id, one.regime, said.about, text, said, heard, until=said.until)

    def _norm(
        self, kind: Kind, one: Instrument, part: str, at: str, text: Words, content: Content, status: Status
    ) -> Norm:
        return Norm(kind, one, part, one.regime, at, text, content, status, until=self._until(status))

    def _until(self, status: Status) -> date | None:
        if status.standing is Standing.UNRESOLVED and status.pending in self.said_until:
            return self.said_until[status.pending]
        return status.ends[0] if status.ends else None

    def _state_until(self, listing: Listing) -> date | None:
        """The last day of the suspension or unresolved stretch in which the listing is."""
        for state in reversed(listing.states):
            if self.known >= state.known_from and state.during.holds(self.on):
                return state.during.until if state.state in ("suspended", "unresolved") else None
        return None

    def _entry(self, norm: EntryNorm) -> Norm:
        one, entry = norm.instrument, norm.entry
        plain = self._norm("entry", one, entry.id, entry.at, entry.text, entry, norm.status)
        elsewhere = None
        written, _ = self.lawbook.entries[entry.id]
        if written.id != one.id:
            elsewhere = written.id
        elif norm.status.standing is Standing.LAPSED:
            holders = (other for other, act in self.fold.carriers.get(one.id, ()) if self._holds(other, act))
            elsewhere = next((other.id for other in holders), None)
        readings = tuple(reading.name for reading in norm.readings)
        return msgspec.structs.replace(plain, readings=readings, elsewhere=elsewhere)

    def _holds(self, one: Instrument, act: Act) -> bool:
        return self.fold.status(one, act.during, act.id, self.on, self.known).standing in LIVE

    def _acts(self, one: Instrument) -> Iterator[Norm]:
        """Readings count from the day they are published, for every day of export; other acts have their days."""
        for act in one.acts:
            if act.do != "interpret":
                status = self.fold.status(one, act.during, act.id, self.on, self.known)
                targets = ", ".join(act.target)
                plain = self._norm("act", one, act.id, act.at, act.says or Words(targets, targets), act, status)
                yield msgspec.structs.replace(plain, until=act.during.until)
                continue
            later = self._overriding(f"{one.id}#{act.id}")
            window = Window(one.known_from)
            status = Status(Standing.LAPSED, window, (later,)) if later else Status(Standing.IN_FORCE, window)
            assert act.says is not None
            yield self._norm("reading", one, act.id, act.at, act.says, act, status)

    def _overriding(self, name: str) -> str | None:
        published = (one for one in self.lawbook.instruments if one.known_from <= self.known)
        found = (f"{one.id}#{act.id}" for one in published for act in one.acts if name in act.overrides)
        return next(found, None)
