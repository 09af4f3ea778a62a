"""Options that several commands share, and the one place that reads the clock."""

import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cocket.cli.words import LANGUAGES, Words, help_on, language_of, spoken

if TYPE_CHECKING:
    from cocket.check.passports.book import PassportBook

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """A day as people write it, if it can be one day only."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from cocket.check.tables.days import DayError, parse_day
        from cocket.wording.shapes import whole

        try:
            return parse_day(value)
        except DayError as error:
            words = Words(spoken(sys.argv[1:]))  # --lang may stand behind this option
            self.fail(words.tell(whole(error.what, error.remedy)), param, ctx)


def today() -> date:
    """The day on this machine's calendar. Read here only, and handed down from here."""
    return datetime.now().astimezone().date()


def with_language(command: Command) -> Command:
    """Adds ``--lang`` and hands ``words`` to the command."""

    def to_words(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Words:
        return Words(value or language_of(os.environ))

    return click.option(
        "--lang", "words", type=click.Choice(LANGUAGES), callback=to_words, help=help_on("--lang"), expose_value=True
    )(command)


def with_known(command: Command) -> Command:
    """Adds ``--known``; left out it is today."""
    return click.option(
        "--known", type=Day(), default=today, metavar="DATE", help=help_on("--known"), show_default=help_on("today")
    )(command)


def with_json(command: Command) -> Command:
    return click.option("--json", "as_json", is_flag=True, help=help_on("--json"))(command)


def with_passports(command: Command) -> Command:
    """Adds ``--passports FILE`` (None: the default file) and ``--no-passports``, which is handed on as ``without``."""
    file = click.option("--passports", type=click.Path(path_type=Path), metavar="FILE", help=help_on("--passports"))
    without = click.option("--no-passports", "without", is_flag=True, help=help_on("--no-passports"))
    return file(without(command))


def open_passports(file: Path | None, *, without: bool, words: Words) -> "PassportBook":
    """What suppliers stated so far; raises TableError for a named file that is not there or a line at fault."""
    if without and file is not None:
        raise click.UsageError(words.say("passports.either"))
    from cocket.check.passports.book import NO_PASSPORTS, PassportBook
    from cocket.check.passports.store import default_file, read_passports

    place = file or default_file()
    if without or place is None or (file is None and not place.exists()):
        return NO_PASSPORTS
    return PassportBook(read_passports(place))
