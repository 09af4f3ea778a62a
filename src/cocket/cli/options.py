"""Options that several commands share, and the one place that reads the clock."""

import os
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import click

from cocket.cli.words import LANGUAGES, Words, help_on, language_of

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """A day as people write it, if it can be one day only."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from cocket.check.tables.days import UNAMBIGUOUS_FORM, parse_day

        try:
            return parse_day(value)
        except ValueError as error:
            self.fail(f"{error}. {UNAMBIGUOUS_FORM}.", param, ctx)


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
