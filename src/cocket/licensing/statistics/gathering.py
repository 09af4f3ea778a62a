"""Asks the database by the named queries. A month is the authority's."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection

from cocket.accounts.access import access_verb
from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.accounts.policy import READ
from cocket.licensing.clock import load_calendar
from cocket.licensing.clock.columns import NO_DAY, Timetable, day_number
from cocket.licensing.licences.limits import months_after
from cocket.licensing.statistics.figures import Figure, Waiting, of_deals, of_filed, of_steps, of_waiting, stops_of
from cocket.licensing.statistics.queries import ON_DAYS, QUERIES

Rows = list[tuple[Any, ...]]


def statistics(by: Actor, month: date, on: date, calendar: str) -> list[Figure]:
    """``month``: any day of it; ``on``: the day on which clocks are read; ``calendar``: that of the authority. Five
    queries. Raises NotAllowed, CalendarError for a month outside the calendar, or LedgerError of the database."""
    with told():
        access_verb(by, "statistics", READ)
        rows = {name: _rows(name, month) for name in QUERIES}
    name = f"{month:%Y-%m}"
    waiting = list(_waiting(rows["accepted-in-month"], rows["stops-of-accepted"]))
    return [
        *of_steps(name, dict(rows["steps-of-month"])),
        *of_filed(name, *rows["filed-in-month"][0]),
        *of_deals(name, (tuple(row) for row in rows["deals-of-month"])),
        *of_waiting(name, waiting, Timetable(load_calendar(calendar)), on),
    ]


def _rows(name: str, month: date) -> Rows:
    first = month.replace(day=1)
    days = (first, months_after(first, 1))
    with connection.cursor() as cursor:
        cursor.execute(QUERIES[name], list(days if name in ON_DAYS else map(_moment, days)))
        return list(cursor.fetchall())


def _moment(day: date) -> datetime:
    """The first of the authority's day."""
    return datetime.combine(day, time(), ZoneInfo(settings.TIME_ZONE))


def _waiting(cases: Rows, stops: Rows) -> Iterator[Waiting]:
    day = _days()
    told_stops = {
        number: stops_of((step, json.loads(said).get("ground", ""), day(at)) for _, step, at, said in group)
        for number, group in groupby(stops, key=lambda row: row[0])
    }
    for number, accepted, ended, status in cases:
        end = NO_DAY if ended is None else day(ended)
        yield Waiting(day(accepted), end, status, told_stops.get(number, ()))


def _days() -> Callable[[datetime | str], int]:
    """A moment as the database gives it (SQLite: a text in UTC) to the number of the authority's day."""
    zone = ZoneInfo(settings.TIME_ZONE)

    def day(moment: datetime | str) -> int:
        if isinstance(moment, str):
            moment = datetime.fromisoformat(moment)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return day_number(moment.astimezone(zone).date())

    return day
