"""From dated events to a clock: moments become days in the time zone of the authority, not of the reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from cocket.licensing.clock.errors import ClockError
from cocket.licensing.clock.faults import wrong
from cocket.licensing.clock.reading import Clock, Limit, Stop

CLOSED = "closed"
"""The reason of the stop between the end of a case and its being taken up again, as on appeal."""


class Kind(StrEnum):
    """``STARTED`` once more begins anew: nothing that came before counts."""

    STARTED = "started"
    STOPPED = "stopped"
    RESUMED = "resumed"
    ENDED = "ended"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Event:
    """``reason`` tells which stop begins or ends; stops of different reasons may overlap."""

    kind: Kind
    at: datetime
    reason: str = ""


def clock_of(events: Iterable[Event], limit: Limit, zone: ZoneInfo) -> Clock:
    """The clock that the events make, whatever order they come in; raises ClockError where they do not fit."""
    events = tuple(events)
    for event in events:
        if event.at.utcoffset() is None:
            raise ClockError(*wrong("no_zone", kind=event.kind, at=event.at))
    told = _Told()
    # the sort is stable: of two at one moment the one told first comes first
    for event in sorted(events, key=lambda one: one.at):
        told.hear(event, event.at.astimezone(zone).date())
    if told.started is None:
        raise ClockError(*wrong("not_accepted"))
    running = (Stop(since, None, reason) for reason, since in told.open.items())
    return Clock(limit, told.started, (*told.stops, *running), told.ended)


class _Told:
    """What the events said so far."""

    def __init__(self) -> None:
        self.started: date | None = None
        self.ended: date | None = None
        self.stops: list[Stop] = []
        self.open: dict[str, date] = {}

    def hear(self, event: Event, day: date) -> None:
        kind = event.kind
        if kind is not Kind.STARTED and self.started is None:
            raise ClockError(*wrong("before_acceptance", kind=kind, day=day))
        if self.ended is not None and kind in (Kind.STOPPED, Kind.RESUMED, Kind.ENDED):
            raise ClockError(*wrong("after_end", kind=kind, day=day, ended=self.ended))
        match kind:
            case Kind.STARTED:
                self.started, self.ended, self.stops, self.open = day, None, [], {}
            case Kind.STOPPED:
                if event.reason in self.open:
                    raise ClockError(*wrong("stop_twice", reason=event.reason, day=day))
                self.open[event.reason] = day
            case Kind.RESUMED:
                self._resume(event.reason, day)
            case Kind.ENDED:
                for reason in tuple(self.open):
                    self._resume(reason, day)
                self.ended = day
            case Kind.REOPENED:
                if self.ended is None:
                    raise ClockError(*wrong("not_ended", day=day))
                self.stops.append(Stop(self.ended, day, CLOSED))
                self.ended = None

    def _resume(self, reason: str, day: date) -> None:
        if reason not in self.open:
            raise ClockError(*wrong("never_began", reason=reason, day=day))
        self.stops.append(Stop(self.open.pop(reason), day, reason))
