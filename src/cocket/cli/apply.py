"""``cocket apply``: an application looked at before it is filed."""

from datetime import date
from pathlib import Path

import click

from cocket.cli.options import Day, today, with_json, with_language
from cocket.cli.words import Words, help_on

WILL_COME_BACK = 1
MAY_COME_BACK = 3


@click.command("check", help=help_on("apply.check"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--on", type=Day(), default=today, metavar="DATE", help=help_on("apply.check.on"), show_default=help_on("today")
)
@with_json
@with_language
def apply_check(file: Path, on: date, as_json: bool, words: Words) -> int:
    from cocket.check.checker import Checker
    from cocket.cli import screen
    from cocket.cli.law_list import print_json
    from cocket.law.lawbook import load_lawbook
    from cocket.licensing.applications.preflight import Severity, preflight
    from cocket.licensing.applications.reading import read_application_file

    found = preflight(read_application_file(file), Checker(load_lawbook()), on)
    worst = {one.severity for one in found}
    if as_json:
        print_json(one.data() for one in found)
    else:
        for one in found:
            cited = f" [{one.citation}]" if one.citation else ""
            told = words.say(f"apply.problem.{one.problem}", about=one.about)
            text = f"{words.say(f'apply.severity.{one.severity}')}  {one.key}: {told}{cited}"
            for line in screen.wrapped(text, min(screen.width(), screen.PLAIN_WIDTH_MAX)):
                click.echo(line)
        click.echo(words.say("apply.none" if not worst - {Severity.NOTE} else "apply.count", count=len(found)))
    if Severity.WILL in worst:
        return WILL_COME_BACK
    return MAY_COME_BACK if Severity.MAY in worst else 0
