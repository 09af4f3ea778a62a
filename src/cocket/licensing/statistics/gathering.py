"""Asks the database by the named queries. A month is the authority's."""

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection

from cocket.accounts.access import access_verb
from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.accounts.policy import READ
from cocket.licensing.casework.stops import stops
from cocket.licensing.clock import load_calendar
from cocket.licensing.clock.columns import NO_DAY, Timetable, day_number
from cocket.licensing.licences.limits import months_after
from cocket.licensing.statistics.figures import Figure, Waiting, of_deals, of_filed, of_steps, of_waiting
from cocket.licensing.statistics.queries import QUERIES, query

Rows = list[tuple[Any, ...]]


def statistics(by: Actor, month: date, on: date, calendar: str) -> list[Figure]:
    """``month``: any day of it; ``on``: the day on which clocks are read; ``calendar``: that of the authority. Four
    queries. Raises NotAllowed, CalendarError for a month outside the calendar, or LedgerError of the database."""
    with told():
        access_verb(by, "statistics", READ)
        rows = {name: _rows(name, month) for name in QUERIES}
    name = f"{month:%Y-%m}"
    waiting = list(_waiting(rows["accepted-in-month"]))
    return [
        *of_steps(name, dict(rows["steps-of-month"])),
        *of_filed(name, *rows["filed-in-month"][0]),
        *of_deals(name, (tuple(row) for row in rows["deals-of-month"])),
        *of_waiting(name, waiting, _timetable(calendar), on),
    ]


@cache
def _timetable(calendar: str) -> Timetable:
    return Timetable(load_calendar(calendar))


def _rows(name: str, month: date) -> Rows:
    first = month.replace(day=1)
    after = months_after(first, 1)
    asked = {"first": _moment(first), "next": _moment(after), "first_day": first, "next_day": after}
    with connection.cursor() as cursor:
        cursor.execute(as_asked(name), asked)
        return list(cursor.fetchall())


def queries_for(by: Actor) -> dict[str, str]:
    """Every query by its name, as the database of this process takes it. Raises NotAllowed."""
    access_verb(by, "statistics", READ)
    return {name: as_asked(name) for name in QUERIES}


def as_asked(name: str) -> str:
    """The query as the database of this process takes it."""
    return query(name, connection.vendor, settings.TIME_ZONE)


def _moment(day: date) -> datetime:
    """The first of the authority's day."""
    return datetime.combine(day, time(), ZoneInfo(settings.TIME_ZONE))


def _waiting(rows: Rows) -> Iterator[Waiting]:
    for accepted, ended, status, text, count in rows:
        yield Waiting(accepted, NO_DAY if ended is None else ended, status, _stood(text), count)


# thousands of cases of a month stood on the same few days
@lru_cache(maxsize=1 << 14)
def _stood(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((day_number(since), NO_DAY if until is None else day_number(until)) for since, until in stops(text))
