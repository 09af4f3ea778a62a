"""``cocket licence watch``: live licences against the law and the lists of today, and what differs from before."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cocket.cli.case import hanging
from cocket.cli.options import with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.licensing.cases.watching import Note

CHANGED = 1


@click.command("watch", help=help_on("licence.watch"))
@with_json
@with_language
def licence_watch(as_json: bool, words: Words) -> int:
    from cocket.config.start import start

    start()
    from cocket.cli.acting import asker
    from cocket.cli.desk import open_office
    from cocket.licensing.cases.watching import note_view, watch
    from cocket.licensing.records.clock import now

    count = 0
    for note in watch(asker(), now(), open_office(words)):
        count += 1
        if as_json:
            click.echo(json.dumps(note_view(note), ensure_ascii=False))
            continue
        for line in note_lines(note, words):
            click.echo(line)
    if not as_json:
        click.echo(words.say("licence.watched", count=count) if count else words.say("licence.watched.none"))
    return CHANGED if count else 0


def note_lines(note: "Note", words: Words) -> Iterator[str]:
    yield words.say("licence.note", number=note.licence, day=note.day)
    nothing = words.say("licence.note.nothing")
    for what, before, now in note.changes:
        told = words.say("licence.note.change", what=what, before=before or nothing, now=now or nothing)
        yield from hanging(f"  {told}", "    ")
