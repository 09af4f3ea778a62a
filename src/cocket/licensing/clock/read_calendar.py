"""Reads calendars from the lawbook's folder; what is wrong is told with file, line and key (LawError)."""

import hashlib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cocket.law.lawbook import CALENDARS, LAWBOOK
from cocket.law.source import Field, read_file
from cocket.law.words import Words
from cocket.licensing.clock.calendar import ONE_DAY, Calendar, days
from cocket.licensing.clock.errors import CalendarError
from cocket.licensing.clock.faults import wrong

FOLDER = LAWBOOK / CALENDARS
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def calendar_names(folder: Path = FOLDER) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


@cache
def load_calendar(name: str, folder: Path = FOLDER) -> Calendar:
    """The calendar of that name; raises CalendarError if there is none, LawError for a file that is wrong."""
    known = calendar_names(folder)
    if name not in known:
        raise CalendarError(*wrong("no_calendar", name=name, known=tuple(known)))
    return read_calendar(read_file(folder / f"{name}.yaml", f"{CALENDARS}/{name}.yaml"))


def read_calendar(whole: Field) -> Calendar:
    parts = whole.mapping(required=("calendar", "title", "zone", "weekend", "settled_until", "remark", "years"))
    years = _years(parts["years"])
    weekend = frozenset(_weekday(field) for field in parts["weekend"].one_or_more())
    off: dict[date, Words] = {}
    worked: set[date] = set()
    for year, field in years.items():
        off.update(_days_off(field["off"], year, off))
        worked.update(_worked(field["work"], year, weekend, off) if "work" in field else ())
    sources = {year: field["source"].text() for year, field in years.items()}
    first, last = date(min(years), 1, 1), date(max(years), 12, 31)
    settled_until = parts["settled_until"].day()
    zone = _zone(parts["zone"])
    content = (zone.key, sorted(weekend), first, last, settled_until, sorted(off), sorted(worked))
    return Calendar(
        name=parts["calendar"].text(),
        title=parts["title"].in_both(),
        remark=parts["remark"].in_both(),
        zone=zone,
        weekend=weekend,
        first=first,
        last=last,
        settled_until=settled_until,
        off=MappingProxyType(off),
        worked=frozenset(worked),
        sources=MappingProxyType(sources),
        digest=hashlib.sha256(repr(content).encode()).hexdigest(),
    )


def _years(field: Field) -> dict[int, dict[str, Field]]:
    """Each year without a gap: a year left out would silently be one without holidays."""
    years: dict[int, dict[str, Field]] = {}
    for item in field.items():
        parts = item.mapping(required=("year", "source", "off"), optional=("work",))
        text = parts["year"].text()
        if not (text.isascii() and text.isdigit() and len(text) == 4):
            raise parts["year"].refuse(f"'{text}' is no year", 'Write it as "2026"')
        if years and int(text) != max(years) + 1:
            raise parts["year"].refuse(f"{text} does not follow {max(years)}", "Give every year once, in order")
        years[int(text)] = parts
    if not years:
        raise field.refuse("no year", "Give at least one year")
    return years


def _days_off(field: Field, year: int, before: dict[date, Words]) -> Iterator[tuple[date, Words]]:
    seen = set(before)
    for item in field.items():
        parts = item.mapping(required=("day", "name"), optional=("to",))
        first = _in_year(parts["day"], year)
        last = _in_year(parts["to"], year) if "to" in parts else first
        if last < first:
            raise parts["to"].refuse(f"ends ({last}) before it begins ({first})", "Put the later day here")
        name = parts["name"].in_both()
        for day in days(first, last + ONE_DAY):
            if day in seen:
                raise parts["day"].refuse(f"{day} is off twice", "Keep one of the two")
            seen.add(day)
            yield day, name


def _worked(field: Field, year: int, weekend: frozenset[int], off: dict[date, Words]) -> Iterator[date]:
    for item in field.items():
        day = _in_year(item, year)
        if day.weekday() not in weekend:
            raise item.refuse(f"{day} is worked anyway", "Name weekend days only")
        if day in off:
            raise item.refuse(f"{day} is off as well", "Keep one of the two")
        yield day


def _in_year(field: Field, year: int) -> date:
    day = field.day()
    if day.year != year:
        raise field.refuse(f"{day} is not in {year}", "Put it under its own year")
    return day


def _weekday(field: Field) -> int:
    text = field.text()
    if text not in WEEKDAYS:
        raise field.refuse(f"'{text}' is no day of the week", f"Write one of {', '.join(WEEKDAYS)}")
    return WEEKDAYS.index(text)


def _zone(field: Field) -> ZoneInfo:
    text = field.text()
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError):
        raise field.refuse(f"'{text}' is no time zone", "Write it as Asia/Shanghai") from None
