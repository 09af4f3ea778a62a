"""What to read again: instruments whose later changes were looked for up to a day that has passed, and why it matters.

Nothing here judges; it lines up what rests on an instrument with what may have changed since somebody last looked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cocket.law.check_lawbook import reaches
from cocket.law.fold import Fold, Standing
from cocket.law.instrument import Act, Announcement, Instrument, Window
from cocket.law.lawbook import Lawbook

SOON_DAYS = 90  # ours: about as long as an exporter plans ahead
SOURCE_OF_LAW = (Standing.IN_FORCE, Standing.SUSPENDED, Standing.UNRESOLVED)


@dataclass(frozen=True, slots=True)
class Ending:
    """A suspension whose last day, ``until``, lies after the last look and not far ahead; ``by`` is its name."""

    by: str
    until: date


@dataclass(frozen=True, slots=True)
class Stale:
    """One instrument to read again; ``entries`` and ``listings`` are those that rest on it.

    ``pending`` names announcements that were said and are not law; ``begins`` is the day on which it first holds, where
    that lies after the last look.
    """

    instrument: Instrument
    days_past: int
    standing: Standing
    entries: int
    listings: int
    endings: tuple[Ending, ...]
    pending: tuple[str, ...]
    begins: date | None

    @property
    def unverified(self) -> int:
        return len(self.instrument.unverified)


def to_read_again(lawbook: Lawbook, on: date) -> tuple[Stale, ...]:
    """Instruments not looked after up to ``on``: the oldest look first, then what may have changed or bears most."""
    fold = Fold(lawbook)
    found = [_stale(lawbook, fold, one, on) for one in lawbook.instruments if one.checked_until < on]
    return tuple(sorted(found, key=_urgency))


def looked_after_until(lawbook: Lawbook) -> date:
    """The last day on which the whole lawbook had been looked after: the oldest look at any part of it.

    What is free on a later day is free as far as anybody looked.
    """
    return min(lawbook.checked_until, *(one.checked_until for one in lawbook.instruments))


def _urgency(one: Stale) -> tuple[object, ...]:
    instrument = one.instrument
    moving = bool(one.endings or one.pending or one.begins)
    return instrument.checked_until, not moving, one.standing not in SOURCE_OF_LAW, -_weight(one), instrument.id


def _weight(one: Stale) -> int:
    return one.entries + one.listings


def _stale(lawbook: Lawbook, fold: Fold, one: Instrument, on: date) -> Stale:
    return Stale(
        instrument=one,
        days_past=(on - one.checked_until).days,
        standing=fold.status(one, one.in_force, None, on, on).standing,
        entries=len(set(_resting_entries(lawbook, fold, one))),
        listings=len(one.listings),
        endings=tuple(sorted(set(_endings(lawbook, one, on)), key=lambda ending: (ending.until, ending.by))),
        pending=tuple(_pending(lawbook, one, on)),
        begins=one.in_force.since if one.checked_until < one.in_force.since else None,
    )


def _resting_entries(lawbook: Lawbook, fold: Fold, one: Instrument) -> Iterator[str]:
    """Its own entries, those it took over, and those it suspends, resumes, repeals or reads."""
    yield from (entry.id for entry in one.entries)
    for other in lawbook.instruments:
        if any(carrier.id == one.id for carrier, _ in fold.carriers.get(other.id, ())):
            yield from (entry.id for entry in other.entries)
    for act in one.acts:
        for target in act.target:
            yield from _reached(lawbook, act, target)


def _reached(lawbook: Lawbook, act: Act, target: str) -> Iterator[str]:
    if act.do == "interpret":
        yield from (name for name in lawbook.entries if reaches(target, name))
    elif (other := lawbook.by_id.get(target.partition("#")[0])) is not None:
        yield from (entry.id for entry in other.entries)


def _endings(lawbook: Lawbook, one: Instrument, on: date) -> Iterator[Ending]:
    """Suspensions that it gives or is under, of itself, a part of it, or its listings."""
    for other, act in _suspensions(lawbook, one):
        yield from _near(f"{other.id}#{act.id}", act.during, one, on)
    for listing in one.listings:
        for state in listing.states:
            if state.state == "suspended":
                yield from _near(one.id, state.during, one, on)


def _suspensions(lawbook: Lawbook, one: Instrument) -> Iterator[tuple[Instrument, Act]]:
    for other in lawbook.instruments:
        for act in other.acts:
            if act.do == "suspend" and (other is one or one.id in {name.partition("#")[0] for name in act.target}):
                yield other, act


def _near(name: str, during: Window, one: Instrument, on: date) -> Iterator[Ending]:
    """Over since the last look, or to be over soon."""
    until = during.until
    if until is not None and one.checked_until < until <= on + timedelta(days=SOON_DAYS):
        yield Ending(name, until)


def _pending(lawbook: Lawbook, one: Instrument, on: date) -> Iterator[str]:
    """What was said of its own acts, of those it is under, or of its listings, and still counts on ``on``."""
    names = dict.fromkeys([one.id, *(other.id for other, _ in _suspensions(lawbook, one))])
    for name in names:
        yield from (f"{name}#{said.id}" for said in lawbook.by_id[name].announced if _still_counts(said, on))
    states = (state for listing in one.listings for state in listing.states)
    if any(state.state == "unresolved" and state.known_from <= on and state.during.holds(on) for state in states):
        yield one.id


def _still_counts(said: Announcement, on: date) -> bool:
    return said.said_on <= on <= said.until
