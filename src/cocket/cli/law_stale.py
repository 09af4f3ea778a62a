"""``cocket law stale``: which instruments to read again, the oldest look first, and why it matters."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from cocket.cli.options import Day, today, with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.law.lawbook import Lawbook
    from cocket.law.stale import Stale

STALE = 1
INDENT = "    "


@click.command("stale", help=help_on("law.stale"))
@click.option("--on", type=Day(), default=today, metavar="DATE", help=help_on("law.stale.on"))
@with_json
@with_language
def law_stale(on: date, as_json: bool, words: Words) -> int:
    from cocket.law.lawbook import load_lawbook
    from cocket.law.stale import to_read_again

    lawbook = load_lawbook()
    found = to_read_again(lawbook, on)
    if as_json:
        from cocket.cli.law_list import print_json

        print_json(described(one) for one in found)
    else:
        for line in told(found, lawbook, on, words):
            click.echo(line)
    return STALE if found or lawbook.checked_until < on else 0


def described(one: "Stale") -> dict[str, object]:
    return {
        "id": one.instrument.id,
        "checked_until": one.instrument.checked_until,
        "days_past": one.days_past,
        "standing": one.standing.value,
        "entries": one.entries,
        "listings": one.listings,
        "suspensions_end": [{"by": ending.by, "until": ending.until.isoformat()} for ending in one.endings],
        "pending": list(one.pending),
        "begins": one.begins,
        "unverified": list(one.instrument.unverified),
        "sources": list(one.instrument.sources),
    }


def told(found: "tuple[Stale, ...]", lawbook: "Lawbook", on: date, words: Words) -> Iterator[str]:
    from cocket.cli import screen

    columns = min(screen.width(), screen.PLAIN_WIDTH_MAX)
    for one in found:
        yield from screen.wrapped(heading(one, words), columns)
        for reason in reasons(one, on, words):
            yield from (INDENT + line for line in screen.wrapped(reason, columns - len(INDENT)))
        # an address is never cut: it is there to be opened
        yield from (INDENT + source for source in one.instrument.sources)
        yield ""
    total = len(lawbook.instruments)
    key = "stale.count" if found else "stale.none"
    yield from screen.wrapped(words.say(key, count=len(found), total=total, day=on), columns)
    if lawbook.checked_until < on:
        yield from screen.wrapped(words.say("stale.lawbook", day=lawbook.checked_until), columns)


def heading(one: "Stale", words: Words) -> str:
    standing = words.name("standing", one.standing.value)
    day = one.instrument.checked_until
    return words.say("stale.heading", id=one.instrument.id, day=day, days=one.days_past, standing=standing)


def reasons(one: "Stale", on: date, words: Words) -> Iterator[str]:
    """Why it matters, one sentence each; what may have changed goes first."""
    if one.begins:
        yield words.say("stale.begins", day=one.begins)
    for ending in one.endings:
        yield words.say("stale.ended" if ending.until < on else "stale.ends", by=ending.by, until=ending.until)
    for name in one.pending:
        yield words.say("stale.pending", name=name)
    parts = [("entries", one.entries), ("listings", one.listings)]
    resting = [words.say(f"law.count.{part}", count=count) for part, count in parts if count]
    if resting:
        yield words.say("stale.rests", parts=words.say("joint").join(resting))
    if one.unverified:
        yield words.say("stale.unverified", count=one.unverified)
