"""``cocket serve``: licences, cases and the gate over HTTP."""

import sys

import click

from cocket.cli.options import with_language
from cocket.cli.words import Words, help_on


@click.command("serve", help=help_on("serve"))
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help=help_on("serve.host"))
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help=help_on("serve.port"))
@with_language
def serve(host: str, port: int, words: Words) -> int:
    from cocket.api.desk import lay_out
    from cocket.cli.desk import open_office
    from cocket.config import serving

    lay_out(lambda: open_office(words))

    def ready(address: str, asked: bool) -> None:
        click.echo(words.say("serve.ready", address=address))
        click.echo(words.say("serve.tokens" if asked else "serve.no_accounts"))
        if not serving.on_this_machine_only(host):
            click.echo(words.say("serve.unencrypted"))
        sys.stdout.flush()  # whoever waits for the address reads a pipe

    serving.serve(host, port, ready)
    return 0
