"""``cocket law timeline``: what happened to the law, read off the instruments, and around it, told with its source."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from cocket.cli.options import Day, with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.law.instrument import Instrument
    from cocket.law.lawbook import Lawbook
    from cocket.law.timeline import ToldEvent

# Steps of an instrument that a told event of the same day stands for; what acts do to others is always shown.
OWN_STEPS = ("issued", "issued_in_force", "in_force", "due", "listed")


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
    from cocket.law.timeline import load_timeline

    lawbook = load_lawbook()
    rows = joined(events(lawbook), load_timeline(), lawbook, words)
    chosen = [row for day, row in rows if (since or date.min) <= day <= (until or date.max)]
    if as_json:
        from cocket.cli.law_list import print_json

        print_json({key: value for key, value in row.items() if value} for row in chosen)
        return 0
    shown = ""
    for row in chosen:
        when = str(row["date"])
        about = row["instrument"] or words.name("timeline", str(row["kind"]))
        question = f" ({row['question']})" if row["question"] else ""
        click.echo(f"{when if when != shown else '':<10}  {about}  {row['event']}{question}  <{row['source']}>")
        shown = when
    return 0


def joined(
    own: Iterable[Event], around: Iterable["ToldEvent"], lawbook: "Lawbook", words: Words
) -> list[tuple[date, dict[str, object]]]:
    """One list by day, what is told before what is read off; nothing is said twice."""
    told = list(around)
    covered = {(one.day, name) for one in told for name in one.about}
    rows = [(one.day, 0, "", row_of(one, words)) for one in told]
    rows += [
        (one.day, 1, one.instrument, row_of_step(one, lawbook, words))
        for one in own
        if one.what not in OWN_STEPS or (one.day, one.instrument) not in covered
    ]
    return [(day, row) for day, _, _, row in sorted(rows, key=lambda row: row[:3])]


def row_of(event: "ToldEvent", words: Words) -> dict[str, object]:
    return {
        "date": event.when,
        "kind": event.kind,
        "instrument": ", ".join(event.about),
        "event": event.says.zh if words.lang == "zh" else event.says.en,
        "question": event.question and (event.question.zh if words.lang == "zh" else event.question.en),
        "source": event.source,
    }


def row_of_step(event: Event, lawbook: "Lawbook", words: Words) -> dict[str, object]:
    one = lawbook.by_id[event.instrument]
    until = words.say("event.until", day=event.until) if event.until != date.max else ""
    title = one.title.zh if words.lang == "zh" else one.title.en
    said = words.say(f"event.{event.what}", about=event.about, count=event.count, title=title) + until
    source = one.sources[0]
    return {
        "date": event.day.isoformat(),
        "kind": event.what,
        "instrument": one.id,
        "event": said,
        "question": None,
        "source": source,
    }


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
