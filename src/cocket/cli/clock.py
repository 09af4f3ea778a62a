"""``cocket clock``: working days and deadlines by a calendar, and the days off that lay between."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from cocket.cli.faults import InputError
from cocket.cli.options import Day, with_json, with_language
from cocket.cli.words import Words, help_on, message_of

if TYPE_CHECKING:
    from cocket.licensing.clock import Calendar, Stop


@dataclass(frozen=True, slots=True)
class Asked:
    """``deadline`` is None without a limit or under an open stop, ``used`` without a day asked about."""

    calendar: "Calendar"
    start: date
    days: int | None
    until: date | None
    stops: "tuple[Stop, ...]"
    deadline: date | None
    used: int | None

    @property
    def last(self) -> date:
        return max(self.start, self.until or self.start, self.deadline or self.start)

    @property
    def provisional(self) -> bool:
        return self.last > self.calendar.settled_until

    @property
    def swapped(self) -> list[tuple[date, str, str, bool]]:
        """Each day from start to last that is off though a weekday, or worked though a weekend: day, zh, en, worked."""
        from cocket.licensing.clock.calendar import ONE_DAY, days

        found = []
        for day in days(self.start, self.last + ONE_DAY):
            if day in self.calendar.worked:
                found.append((day, "", "", True))
            elif (name := self.calendar.off.get(day)) and day.weekday() not in self.calendar.weekend:
                found.append((day, name.zh, name.en, False))
        return found


@click.command("clock", help=help_on("clock"))
@click.option("--from", "start", type=Day(), required=True, metavar="DATE", help=help_on("clock.from"))
@click.option("--days", type=click.IntRange(min=0), metavar="N", help=help_on("clock.days"))
@click.option("--until", type=Day(), metavar="DATE", help=help_on("clock.until"))
@click.option("--calendar", "name", default="cn", show_default=True, metavar="NAME", help=help_on("clock.calendar"))
@click.option("--stop", "stops", nargs=2, multiple=True, metavar="DATE..DATE REASON", help=help_on("clock.stop"))
@with_json
@with_language
def clock(
    start: date,
    days: int | None,
    until: date | None,
    name: str,
    stops: tuple[tuple[str, str], ...],
    as_json: bool,
    words: Words,
) -> int:
    from cocket.licensing.clock import ClockError, load_calendar

    if days is None and until is None:
        raise InputError(words.say("clock.what"), where="cocket clock", remedy=words.say("clock.what.remedy"))
    try:
        asked = ask(load_calendar(name), start, days, until, tuple(read_stop(*one, words) for one in stops))
    except ClockError as error:
        raise InputError(error.what, where="cocket clock", remedy=error.remedy) from None
    if as_json:
        from cocket.cli.law_list import print_json

        print_json([described(asked)])
    else:
        for line in told(asked, words):
            click.echo(line)
    return 0


def ask(calendar: "Calendar", start: date, days: int | None, until: date | None, stops: "tuple[Stop, ...]") -> Asked:
    """The stops are taken as planned: a deadline counts those to come as well."""
    from cocket.licensing.clock import Clock, Limit, deadline_of, reading, working_days

    deadline = None if days is None else deadline_of(days, start, stops, calendar)
    used = None
    if until is not None:
        working_days(calendar, start, until)  # refuses an end before the start
        used = reading(Clock(Limit(None), start, stops, None), calendar, until).used
    return Asked(calendar, start, days, until, stops, deadline, used)


def read_stop(span: str, reason: str, words: Words) -> "Stop":
    from cocket.check.tables.days import parse_day
    from cocket.licensing.clock import Stop

    since, dots, until = span.partition("..")
    try:
        if not dots:
            raise ValueError(words.say("clock.stop.no_dots"))
        return Stop(parse_day(since), parse_day(until) if until else None, reason)
    except ValueError as error:
        raise InputError(message_of(error), where=f"--stop {span}", remedy=words.say("clock.stop.remedy")) from None


def described(asked: Asked) -> dict[str, object]:
    calendar = asked.calendar
    return {
        "calendar": calendar.name,
        "digest": calendar.digest,
        "settled_until": calendar.settled_until,
        "from": asked.start,
        "days": asked.days,
        "stops": [{"since": one.since, "until": one.until, "reason": one.reason} for one in asked.stops],
        "deadline": asked.deadline,
        "until": asked.until,
        "used": asked.used,
        "provisional": asked.provisional,
        "off": [{"day": day.isoformat(), "zh": zh, "en": en} for day, zh, en, worked in asked.swapped if not worked],
        "worked": [day.isoformat() for day, _, _, worked in asked.swapped if worked],
    }


def told(asked: Asked, words: Words) -> Iterator[str]:
    from cocket.cli import screen

    columns = min(screen.width(), screen.PLAIN_WIDTH_MAX)
    calendar = asked.calendar
    yield words.say("clock.head", title=getattr(calendar.title, words.lang), digest=calendar.digest[:12])
    if asked.used is not None:
        yield from screen.wrapped(
            words.say("clock.used", start=asked.start, until=asked.until, count=asked.used), columns
        )
    if asked.days is not None:
        key = "clock.deadline" if asked.deadline else "clock.open"
        said = words.say(key, start=asked.start, days=asked.days, deadline=asked.deadline)
        yield from screen.wrapped(said, columns)
    for one in asked.stops:
        until = one.until or words.say("clock.stop.open")
        yield from screen.wrapped(words.say("clock.stop", since=one.since, until=until, reason=one.reason), columns)
    if asked.provisional:
        yield from screen.wrapped(words.say("clock.provisional", settled=calendar.settled_until), columns)
        yield from screen.wrapped(getattr(calendar.remark, words.lang), columns)
    weekdays = words.say("clock.weekdays").split()
    rows = [
        (
            day.isoformat(),
            weekdays[day.weekday()],
            words.say("clock.worked") if worked else (zh if words.lang == "zh" else en),
        )
        for day, zh, en, worked in asked.swapped
    ]
    if rows:
        yield ""
        yield from screen.plain_table(words.say("clock.columns").split("|"), rows, columns)
