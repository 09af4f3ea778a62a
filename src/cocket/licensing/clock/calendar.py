"""Which days are worked, by a dated calendar with its sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from cocket.law.words import Words
from cocket.licensing.clock.errors import CalendarError, ClockError
from cocket.licensing.clock.faults import wrong

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The working days from ``first`` to ``last``, both included; a day outside is refused, for nobody read it.

    ``off`` names each day off, ``worked`` the weekend days worked in exchange, ``weekend`` the days of the week
    (Monday is 0). What rests on a day after ``settled_until`` is provisional. ``digest`` (64 hex digits, SHA-256)
    names the content, so that a replay can ask for the calendar it used. ``zone`` turns moments into days.
    ``sources`` has the source of each year.
    """

    name: str
    title: Words
    remark: Words
    zone: ZoneInfo
    weekend: frozenset[int]
    first: date
    last: date
    settled_until: date
    off: Mapping[date, Words]
    worked: frozenset[date]
    sources: Mapping[int, str]
    digest: str

    def is_working(self, day: date) -> bool:
        """Raises CalendarError for a day that the calendar does not hold."""
        if not self.first <= day <= self.last:
            raise self.no_day(day)
        return day in self.worked or (day.weekday() not in self.weekend and day not in self.off)

    def no_day(self, day: date | None) -> CalendarError:
        of = {"name": self.name, "first": self.first, "last": self.last}
        return CalendarError(*(wrong("too_far", **of) if day is None else wrong("no_day", day=day, **of)))


def days(start: date, end: date) -> Iterator[date]:
    """From ``start`` on, without ``end``; none if it comes no later."""
    while start < end:
        yield start
        start += ONE_DAY


def working_days(calendar: Calendar, start: date, end: date) -> int:
    """How many days are worked: the day of start counts, the day of end does not.

    Raises ClockError if the end lies before the start, CalendarError for days that the calendar does not hold.
    """
    if end < start:
        raise ClockError(*wrong("end_first", end=end, start=start))
    return sum(calendar.is_working(day) for day in days(start, end))
