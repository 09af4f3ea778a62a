"""Folds acts into what holds: for a day in force and a day of knowledge, the status of every norm.

Nothing is edited: a suspended norm stays, with its status and the act that caused it, so that an answer can say
"would need a licence; suspended by No. 70 until 10 November 2026". Every day has exactly one status.
"""

from datetime import date
from enum import StrEnum

import msgspec

from cocket.law.instrument import Act, Announcement, Instrument, Listing, Window
from cocket.law.lawbook import Lawbook


class Standing(StrEnum):
    """How a norm stands on a day."""

    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    UNRESOLVED = "unresolved"  # in force or suspended: the sources do not say
    NOT_YET = "not_yet"
    LAPSED = "lapsed"
    UNKNOWN_YET = "unknown_yet"  # not published by the day of knowledge


class Status(msgspec.Struct, frozen=True):
    """``because`` names the acts and announcements as ``instrument#act``; ``window`` is the norm's written one.

    ``ends`` are the last days, as written, of the suspensions that hold.
    """

    standing: Standing
    window: Window
    because: tuple[str, ...] = ()
    lapsed_on: date | None = None
    ends: tuple[date, ...] = ()
    pending: str | None = None


class Fold:
    """The acts of a lawbook, ready to be asked about a norm, a day and a day of knowledge."""

    def __init__(self, lawbook: Lawbook) -> None:
        self.lawbook = lawbook
        self.suspensions: dict[str, list[tuple[Instrument, Act]]] = {}
        self.ends: dict[str, list[tuple[Instrument, Act]]] = {}
        self.resumptions: dict[str, list[tuple[Instrument, Act]]] = {}
        self.carriers: dict[str, list[tuple[Instrument, Act]]] = {}
        kept = {
            "suspend": self.suspensions,
            "repeal": self.ends,
            "resume": self.resumptions,
            "carry": self.carriers,
        }
        for instrument in lawbook.instruments:
            for act in instrument.acts:
                for target in act.target if act.do in kept else ():
                    kept[act.do].setdefault(target, []).append((instrument, act))

    def status(self, instrument: Instrument, window: Window, part: str | None, on: date, known: date) -> Status:
        """The status of one part (a rule, a gap, or the whole) of an instrument."""
        if known < instrument.known_from:
            return Status(Standing.UNKNOWN_YET, window)
        names = (instrument.id, f"{instrument.id}#{part}")
        for name in names:
            for other, act in self.ends.get(name, ()):
                if known >= other.known_from and on >= act.during.since:
                    return Status(Standing.LAPSED, window, (f"{other.id}#{act.id}",), act.during.since)
        if on < window.since:
            return Status(Standing.NOT_YET, window)
        if window.until is not None and on > window.until:
            return Status(Standing.LAPSED, window, (), window.until)
        return self._suspended(names, window, on, known) or Status(Standing.IN_FORCE, window)

    def _suspended(self, names: tuple[str, ...], window: Window, on: date, known: date) -> Status | None:
        if on < window.since:
            return None
        pending: Status | None = None
        for name in names:
            for other, act in self.suspensions.get(name, ()):
                if known < other.known_from or on < act.during.since or self._resumed(names, act, on, known):
                    continue
                because = (f"{other.id}#{act.id}",)
                if act.during.holds(on):
                    # a notice prevails over what was only said
                    ends = (act.during.until,) if act.during.until else ()
                    return Status(Standing.SUSPENDED, window, because, ends=ends)
                said = _pending(other, act, on, known)
                if said is not None:
                    name_of_said = f"{other.id}#{said.id}"
                    causes = (*because, name_of_said)
                    pending = Status(Standing.UNRESOLVED, window, causes, pending=name_of_said)
        return pending

    def _resumed(self, names: tuple[str, ...], suspension: Act, on: date, known: date) -> bool:
        """Whether a later act took the suspension back."""
        return any(
            known >= other.known_from and suspension.during.since <= act.during.since <= on
            for name in names
            for other, act in self.resumptions.get(name, ())
        )

    def listing_status(self, notice: Instrument, listing: Listing, on: date, known: date) -> Status:
        """The status of a party's listing; a suspended listing binds nobody while it lasts."""
        window = listing.in_force
        if known < notice.known_from:
            return Status(Standing.UNKNOWN_YET, window)
        if on < window.since:
            return Status(Standing.NOT_YET, window)
        whole = self.status(notice, window, listing.id, on, known)
        if whole.standing is not Standing.IN_FORCE:
            return whole
        name = f"{notice.id}#{listing.id}"
        for state in reversed(listing.states):
            if known < state.known_from or not state.during.holds(on):
                continue
            match state.state:
                case "suspended":
                    return Status(Standing.SUSPENDED, window, (name,))
                case "stopped":
                    return Status(Standing.LAPSED, window, (name,), state.during.since)
                case "unresolved":
                    return Status(Standing.UNRESOLVED, window, (name,), pending=name)
                case "active":
                    break
        if window.until is not None and on > window.until:
            return Status(Standing.LAPSED, window, (name,), window.until)
        return Status(Standing.IN_FORCE, window)


def _pending(instrument: Instrument, act: Act, on: date, known: date) -> Announcement | None:
    for said in instrument.announced:
        after = act.during.until is not None and on > act.during.until
        if said.about == act.id and said.said_on <= known and after and on <= said.until:
            return said
    return None


def elementary_days(lawbook: Lawbook) -> tuple[date, ...]:
    """The first day of each interval within which no norm changes its status, in order."""
    days: set[date] = set()
    for instrument in lawbook.instruments:
        windows = [rule.in_force for rule in instrument.rules] + [gap.in_force for gap in instrument.gaps]
        windows += [instrument.in_force, *(act.during for act in instrument.acts)]
        for listing in instrument.listings:
            windows += [listing.in_force, *(state.during for state in listing.states)]
        for window in windows:
            days.add(window.since)
            if window.until is not None:
                days.add(date.fromordinal(window.until.toordinal() + 1))
        days.update(date.fromordinal(said.until.toordinal() + 1) for said in instrument.announced)
    for regime in lawbook.regimes.values():
        days.add(regime.covered_from)
        if regime.covered_until is not None:
            days.add(date.fromordinal(regime.covered_until.toordinal() + 1))
    return tuple(sorted(days))


def knowledge_days(lawbook: Lawbook) -> tuple[date, ...]:
    """The days on which something became known, in order."""
    days: set[date] = set()
    for instrument in lawbook.instruments:
        days.add(instrument.known_from)
        days.update(said.said_on for said in instrument.announced)
        days.update(state.known_from for listing in instrument.listings for state in listing.states)
    days.update(regime.known_from for regime in lawbook.regimes.values() if regime.known_from > date.min)
    return tuple(sorted(days))
