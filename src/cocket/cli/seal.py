"""``cocket seal``: the keys that documents for the authority alone are sealed with."""

import os
from typing import TYPE_CHECKING

import click

from cocket.cli.options import with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.config.table import Configuration


@click.command("new", help=help_on("seal.new"))
@with_language
def seal_new(words: Words) -> int:
    from cocket.cli import screen
    from cocket.licensing.filings.sealing import add_key

    path = _configuration().seal_key_file
    count = add_key(path)
    click.echo(words.say("seal.first" if count == 1 else "seal.added", path=path, count=count))
    for line in screen.wrapped(words.say("seal.lost"), min(screen.width(), screen.PLAIN_WIDTH_MAX)):
        click.echo(line)
    return 0


@click.command("renew", help=help_on("seal.renew"))
@with_language
def seal_renew(words: Words) -> int:
    from cocket.licensing.filings.store import Store

    configuration = _configuration()
    count = Store(configuration.documents_folder, configuration.seal_key_file).renew()
    click.echo(words.say("seal.renewed", count=count))
    return 0


def _configuration() -> "Configuration":
    from cocket.config.table import read_configuration

    return read_configuration(os.environ)
