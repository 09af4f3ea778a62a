"""``cocket law timeline``: the dated events of the lawbook, read off the instruments themselves."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from cocket.cli.options import Day, with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.law.instrument import Instrument
    from cocket.law.lawbook import Lawbook


@dataclass(frozen=True, slots=True)
class Event:
    """``what`` names the words, ``about`` the rule or act; ``count`` and ``until`` where they apply."""

    day: date
    instrument: str
    what: str
    about: str = ""
    count: int = 0
    until: date = date.max


@click.command("timeline", help=help_on("law.timeline"))
@click.option("--from", "since", type=Day(), metavar="DATE", help=help_on("law.timeline.from"))
@click.option("--to", "until", type=Day(), metavar="DATE", help=help_on("law.timeline.to"))
@with_json
@with_language
def law_timeline(since: date | None, until: date | None, as_json: bool, words: Words) -> int:
    from cocket.law.lawbook import load_lawbook

    lawbook = load_lawbook()
    found = sorted(events(lawbook), key=lambda one: (one.day, one.instrument))
    chosen = [one for one in found if (since or date.min) <= one.day <= (until or date.max)]
    if as_json:
        from cocket.cli.law_list import print_json

        print_json(
            {"date": one.day, "instrument": one.instrument, "event": told(one, lawbook, words)} for one in chosen
        )
        return 0
    day = None
    for one in chosen:
        shown = str(one.day) if one.day != day else " " * 10
        day = one.day
        click.echo(f"{shown}  {one.instrument}  {told(one, lawbook, words)}")
    return 0


def told(event: Event, lawbook: "Lawbook", words: Words) -> str:
    one = lawbook.by_id.get(event.instrument)
    title = (one.title.zh if words.lang == "zh" else one.title.en) if one else ""
    until = words.say("event.until", day=event.until) if event.until != date.max else ""
    return words.say(f"event.{event.what}", about=event.about, count=event.count, title=title) + until


def events(lawbook: "Lawbook") -> Iterator[Event]:
    """Everything with a day: issued, in force, lapsed, suspended, announced, read, listed."""
    from cocket.law.fold import Fold, Standing

    fold = Fold(lawbook)
    for one in lawbook.instruments:
        first = fold.status(one, one.in_force, None, one.in_force.since, lawbook.as_of).standing
        if first is Standing.SUSPENDED:
            yield Event(one.issued, one.id, "issued")
            yield Event(one.in_force.since, one.id, "due")
        elif one.issued == one.in_force.since:
            yield Event(one.issued, one.id, "issued_in_force")
        else:
            yield Event(one.issued, one.id, "issued")
            yield Event(one.in_force.since, one.id, "in_force")
        if one.in_force.until:
            yield Event(after(one.in_force.until), one.id, "lapsed")
        yield from _rules(one)
        yield from _acts(one)
        yield from _listings(one)


def after(day: date) -> date:
    """The first day on which what lasted until ``day`` no longer holds."""
    return day + timedelta(days=1)


def _rules(one: "Instrument") -> Iterator[Event]:
    """Rules that begin or end on a day of their own."""
    for rule in one.rules:
        if rule.in_force.since != one.in_force.since:
            yield Event(rule.in_force.since, one.id, "rule", rule.id)
        if rule.in_force.until and rule.in_force.until != one.in_force.until:
            yield Event(after(rule.in_force.until), one.id, "rule_lapsed", rule.id)


def _acts(one: "Instrument") -> Iterator[Event]:
    read: Counter[str] = Counter()
    for act in one.acts:
        if act.do == "interpret":
            read[act.reading or "inside"] += 1
        else:
            yield Event(act.during.since, one.id, act.do, ", ".join(act.target), until=act.during.until or date.max)
            if act.do == "suspend" and act.during.until:
                yield Event(after(act.during.until), one.id, "suspend_over", ", ".join(act.target))
    for reading, count in read.items():
        yield Event(one.known_from, one.id, f"read_{reading}", count=count)
    for said in one.announced:
        yield Event(said.said_on, one.id, "announced", f"{said.about}, {said.said_by}", until=said.until)


def _listings(one: "Instrument") -> Iterator[Event]:
    """Parties of a notice, counted for each day and state."""
    listed = Counter(listing.in_force.since for listing in one.listings)
    for day, count in listed.items():
        yield Event(day, one.id, "listed", count=count)
    states = Counter(
        (state.during.since, state.state, state.during.until or date.max)
        for listing in one.listings
        for state in listing.states
        if state.state != "active"
    )
    for (day, state, until), count in states.items():
        yield Event(day, one.id, f"listing_{state}", count=count, until=until)
