"""The clock of one case: what was used of its time, and until when it must be decided.

This walks day by day, so that anybody can follow it with a calendar in hand. `columns` does the same for a million
cases and is tested against it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from cocket.law.words import Words
from cocket.licensing.clock.calendar import ONE_DAY, Calendar, days
from cocket.licensing.clock.errors import ClockError
from cocket.licensing.clock.faults import wrong

UNSTATED: Final = Words(zh="", en="")


@dataclass(frozen=True, slots=True)
class Limit:
    """So many working ``days``, by the provision cited in ``basis``; None where the law sets no limit."""

    days: int | None
    basis: Words = UNSTATED

    def __post_init__(self) -> None:
        if self.days is not None and self.days < 0:
            raise ClockError(*wrong("limit", days=self.days))


@dataclass(frozen=True, slots=True)
class Stop:
    """The clock stands from ``since`` on; ``until`` is the first day that counts again, None while it lasts.

    Begun and ended on one day it costs nothing. ``reason`` is what it is for, by its id.
    """

    since: date
    until: date | None
    reason: str

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            raise ClockError(*wrong("stop_backwards", reason=self.reason, until=self.until, since=self.since))

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Clock:
    """``started`` on the day of acceptance (of a restart: its own day, with the stops since then); ``ended`` on the
    day of the decision, the withdrawal or the like."""

    limit: Limit
    started: date
    stops: tuple[Stop, ...]
    ended: date | None

    def __post_init__(self) -> None:
        if self.ended is not None and self.ended < self.started:
            raise ClockError(*wrong("case_backwards", ended=self.ended, started=self.started))


@dataclass(frozen=True, slots=True)
class Reading:
    """``used`` and ``left`` in working days; ``left`` falls below 0 when the deadline is past.

    ``left`` is None without a limit. ``deadline`` is the last day in time; None without a limit and while a stop
    that is still open keeps it from being known. A stop that began after the deadline does not take it away.
    ``provisional`` if a day that was looked at lies after what the calendar calls settled.
    """

    used: int
    left: int | None
    deadline: date | None
    running: bool
    provisional: bool


def reading(clock: Clock, calendar: Calendar, on: date) -> Reading:
    """The clock as it stood on ``on``, by what had happened until then.

    The day of start counts, ``on`` does not. Stops that overlap count once. What comes later is not known yet: a stop
    that begins later is left out, one that ends later is open, a case that ends later runs. An end ends open stops.
    Raises CalendarError if the calendar does not reach far enough.
    """
    ended = clock.ended is not None and clock.ended <= on
    end = max(clock.started, clock.ended if ended and clock.ended is not None else on)
    stops = tuple(_known(stop, end if ended else None, on) for stop in clock.stops if stop.since <= on)
    used = sum(_counts(calendar, stops, day) for day in days(clock.started, end))
    limit = clock.limit.days
    deadline = None if limit is None else deadline_of(limit, clock.started, stops, calendar)
    counted_last = end - ONE_DAY if end > clock.started else date.min
    return Reading(
        used=used,
        left=None if limit is None else limit - used,
        deadline=deadline,
        running=clock.started <= on and not ended and not any(stop.until is None for stop in stops),
        provisional=max(counted_last, deadline or date.min) > calendar.settled_until,
    )


def deadline_of(limit_days: int, started: date, stops: tuple[Stop, ...], calendar: Calendar) -> date | None:
    """The working day that comes ``limit_days`` working days after the first one, days under a stop left out.

    None if an open stop keeps it from being known. All ``stops`` are taken as they are, planned ones too.
    """
    opens = min((stop.since for stop in stops if stop.until is None), default=date.max)
    to_go, day = limit_days, started
    while day < opens:
        if _counts(calendar, stops, day):
            if not to_go:
                return day
            to_go -= 1
        day += ONE_DAY
    return None


def _known(stop: Stop, ended: date | None, on: date) -> Stop:
    """The stop as one knew it on a day: without an end that lies ahead, and at an end once the case is."""
    until = stop.until if stop.until is not None and stop.until <= on else None
    if ended is not None and (until is None or until > ended):
        until = max(ended, stop.since)
    return Stop(stop.since, until, stop.reason)


def _counts(calendar: Calendar, stops: tuple[Stop, ...], day: date) -> bool:
    return calendar.is_working(day) and not any(stop.holds(day) for stop in stops)
