"""``cocket licence``: put one in amendment, keep or replace it, book that it is handed back."""

from pathlib import Path

import click

from cocket.cli.licence import REFUSED, order, ordering, tell_done, with_by, with_why
from cocket.cli.licence_words import refusal
from cocket.cli.options import with_json, with_language
from cocket.cli.words import Words, help_on

licence_amend = ordering("amend", help_on("licence.amend"))
licence_keep = ordering("keep", help_on("licence.keep"))
licence_surrender = ordering("surrender", help_on("licence.surrender"))


@click.command("replace", help=help_on("licence.replace"))
@click.argument("number")
@click.argument("file", type=click.Path(path_type=Path))
@with_by
@with_why
@with_json
@with_language
def licence_replace(number: str, file: Path, by: str | None, why: str, as_json: bool, words: Words) -> int:
    from cocket.config.start import start
    from cocket.law.lawbook import load_lawbook
    from cocket.licensing.licences.errors import MoveRefused
    from cocket.licensing.licences.reading import read_licence_file

    new, lawbook = read_licence_file(file), load_lawbook()
    start()
    from cocket.licensing.records.orders import replace_by

    who, ordered = order(by, why)
    try:
        issued = replace_by(who, number, new, ordered, lawbook)
    except MoveRefused as error:
        click.echo(refusal(error, words), err=True)
        return REFUSED
    tell_done("replace", issued, as_json, words)
    return 0
