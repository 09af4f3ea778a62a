"""``cocket law list``: what law is in, how it stands, and how far it was looked after."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from cocket.cli.options import today, with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.law.fold import Fold
    from cocket.law.instrument import Instrument, Window

COLUMNS = ("id", "number", "title", "issued", "from", "until", "standing", "entries", "rules", "listings", "checked")
NARROW = ("id", "issued", "in_force", "standing", "parts", "checked", "title")


@click.command("list", help=help_on("law.list"))
@with_json
@with_language
def law_list(as_json: bool, words: Words) -> int:
    from cocket.law.fold import Fold
    from cocket.law.lawbook import load_lawbook

    lawbook = load_lawbook()
    day = today()
    rows = (described(one, Fold(lawbook), day, words.lang) for one in lawbook.instruments)
    if as_json:
        print_json(rows)
        return 0
    from cocket.cli import screen

    headers = [words.say(f"law.{name}") for name in NARROW]
    width = screen.wide_width()
    for line in screen.plain_table(headers, (cells(row, words) for row in rows), width):
        click.echo(line)
    click.echo()
    click.echo(words.say("law.lawbook", as_of=lawbook.as_of, checked=lawbook.checked_until, digest=lawbook.digest[:12]))
    for name, regime in lawbook.regimes.items():
        title = regime.title.zh if words.lang == "zh" else regime.title.en
        click.echo(words.say("law.regime", name=name, title=title, days=in_words(regime.days, words)))
    return 0


def print_json(rows: Iterable[dict[str, object]]) -> None:
    import sys

    from cocket.check.tables import write_jsonl

    write_jsonl(sys.stdout, rows)


def described(one: "Instrument", fold: "Fold", day: date, lang: str) -> dict[str, object]:
    """One instrument as plain data, with its standing on ``day`` as known that day."""
    return {
        "id": one.id,
        "number": one.number.zh if lang == "zh" else one.number.en,
        "title": one.title.zh if lang == "zh" else one.title.en,
        "issued": one.issued,
        "from": one.in_force.since,
        "until": one.in_force.until,
        "standing": fold.status(one, one.in_force, None, day, day).standing.value,
        "entries": len(one.entries),
        "rules": len(one.rules),
        "acts": len(one.acts),
        "gaps": len(one.gaps),
        "provisions": len(one.provisions),
        "listings": len(one.listings),
        "checked": one.checked_until,
    }


def cells(row: dict[str, object], words: Words) -> list[str]:
    in_force = str(row["from"]) + (f" – {row['until']}" if row["until"] else "")
    title = f"{row['number']}: {row['title']}"
    standing = words.name("standing", str(row["standing"]))
    parts = "; ".join(parts_of(row, words))
    return [str(row["id"]), str(row["issued"]), in_force, standing, parts, str(row["checked"]), title]


def parts_of(row: dict[str, object], words: Words) -> Iterator[str]:
    for name in ("entries", "rules", "acts", "gaps", "provisions", "listings"):
        if row[name]:
            yield words.say(f"law.count.{name}", count=row[name])


def in_words(window: "Window", words: Words) -> str:
    """``from 2025-04-04``, with its last day where it has one."""
    if window.until is None:
        return words.say("window.open", since=window.since)
    return words.say("window.closed", since=window.since, until=window.until)
