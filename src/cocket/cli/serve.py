"""``cocket serve``: licences and the gate over HTTP, for this machine only."""

import sys

import click

from cocket.cli.options import with_language
from cocket.cli.words import Words, help_on


@click.command("serve", help=help_on("serve"))
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help=help_on("serve.host"))
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help=help_on("serve.port"))
@click.option("--let-anyone-in", is_flag=True, help=help_on("serve.let_anyone_in"))
@with_language
def serve(host: str, port: int, let_anyone_in: bool, words: Words) -> int:
    from cocket.config import serving

    serving.refuse_open_address(host, let_anyone_in=let_anyone_in)

    def ready(address: str) -> None:
        click.echo(words.say("serve.ready", address=address))
        click.echo(words.say("serve.open_to_all" if let_anyone_in else "serve.no_login"))
        sys.stdout.flush()  # whoever waits for the address reads a pipe

    serving.serve(host, port, ready)
    return 0
