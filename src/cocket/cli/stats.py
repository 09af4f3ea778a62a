"""``cocket stats``: the statistics of a month, each figure with the query that it comes from."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from cocket.cli.options import today, with_json, with_language
from cocket.cli.words import Words, help_on, spoken

if TYPE_CHECKING:
    from cocket.licensing.statistics.figures import Figure


COLUMNS = ("figure", "of", "value", "cases")


class Month(click.ParamType[date]):
    name = "month"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(f"{value}-01")
        except ValueError:
            words = Words(spoken(sys.argv[1:]))  # --lang may stand behind this argument
            self.fail(words.say("stats.no_month", value=value), param, ctx)


@click.command("stats", help=help_on("stats"))
@click.option("--month", type=Month(), default=today, metavar="YYYY-MM", help=help_on("stats.month"))
@click.option("--calendar", default="cn", help=help_on("stats.calendar"))
@click.option("--csv", "as_csv", is_flag=True, help=help_on("stats.csv"))
@click.option("--queries", is_flag=True, help=help_on("stats.queries"))
@with_json
@with_language
def stats(month: date, calendar: str, as_csv: bool, queries: bool, as_json: bool, words: Words) -> int:
    if queries:
        return print_queries()
    from cocket.config.start import start

    start()
    from cocket.cli.acting import asker
    from cocket.licensing.statistics.gathering import statistics
    from cocket.licensing.statistics.writing import figures_csv, figures_data

    found = statistics(asker(), month, today(), calendar)
    if as_csv:
        click.echo(figures_csv(found), nl=False)
    elif as_json:
        for one in figures_data(found):
            click.echo(json.dumps(one, ensure_ascii=False))
    else:
        print_table(found, calendar, words)
    return 0


def print_queries() -> int:
    """As the database of this installation takes them."""
    from cocket.config.start import start

    start()
    from cocket.licensing.statistics.gathering import as_asked
    from cocket.licensing.statistics.queries import QUERIES

    for name in QUERIES:
        click.echo(f"-- {name}{as_asked(name)};\n")
    return 0


def print_table(found: "Sequence[Figure]", calendar: str, words: Words) -> None:
    from cocket.cli import screen

    headers = [words.say(f"stats.column.{name}") for name in COLUMNS]
    rows = [[words.name("stats", one.name), one.of, shown(one), cases(one)] for one in found]
    click.echo(words.say("stats.title", month=found[0].month, calendar=calendar))
    for line in screen.plain_table(headers, rows, min(screen.width(), screen.PLAIN_WIDTH_MAX)):
        click.echo(line)


def shown(one: "Figure") -> str:
    if one.value is None:
        return "-"
    if isinstance(one.value, int):
        return str(one.value)
    between = f" ({one.low:.0%} - {one.high:.0%})" if one.low is not None and one.high is not None else ""
    return f"{one.value:.1%}{between}"


def cases(one: "Figure") -> str:
    if one.whole is None:
        return ""
    return str(one.whole) if one.part is None else f"{one.part} / {one.whole}"
