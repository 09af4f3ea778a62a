"""``cocket apply``: an application looked at before it is filed."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from cocket.cli.options import Day, today, with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.licensing.applications.preflight import Finding

WILL_COME_BACK: Final = 1
MAY_COME_BACK: Final = 3
REFERENCE: Final = re.compile(r"A-\d{4}-\d{6,}")


@click.command("check", help=help_on("apply.check"))
@click.argument("what", metavar="FILE|REFERENCE")
@click.option(
    "--on", type=Day(), default=today, metavar="DATE", help=help_on("apply.check.on"), show_default=help_on("today")
)
@click.option("--as", "who", metavar="PERSON@ORGANISATION:ROLE", help=help_on("case.as"))
@with_json
@with_language
def apply_check(what: str, on: date, who: str | None, as_json: bool, words: Words) -> int:
    from cocket.cli import screen
    from cocket.cli.law_list import print_json
    from cocket.licensing.applications.preflight import Severity

    is_kept = REFERENCE.fullmatch(what) and not Path(what).exists()
    found = _of_draft(what, on, who, words) if is_kept else _of_file(Path(what), on)
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


def _of_file(file: Path, on: date) -> "tuple[Finding, ...]":
    from cocket.check.checker import Checker
    from cocket.law.lawbook import load_lawbook
    from cocket.licensing.applications.preflight import preflight
    from cocket.licensing.applications.reading import read_application_file

    return preflight(read_application_file(file), Checker(load_lawbook()), on)


def _of_draft(reference: str, on: date, who: str | None, words: Words) -> "tuple[Finding, ...]":
    """What is attached counts as at hand."""
    from cocket.check.checker import Checker
    from cocket.cli.case_kept import who_acts
    from cocket.config.start import start
    from cocket.law.lawbook import load_lawbook

    start()
    from cocket.licensing.filings.checking import check_draft

    _, found = check_draft(who_acts(who, words), reference, Checker(load_lawbook()), on)
    return found
