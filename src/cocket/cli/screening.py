"""``cocket screen``: a file of parties or shipments, or one name, against all lists in use."""

import sys
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.options import Day, today, with_json, with_language
from cocket.cli.ownership import COLUMNS as HELD_COLUMNS
from cocket.cli.ownership import read_ownership
from cocket.cli.party_screen import tell_lists, tell_stale
from cocket.cli.screen_run import Run, Stated, checked
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.check.tables import BadRow, Table
    from cocket.cli.screened_before import AnyScreener

DECIDE, BAD_INPUT = 3, 2
COLUMNS = (
    "row", "column", "name", "list", "list_dated", "entry", "listed_name", "score", "name_score", "hit", "words",
    "left_over", "qualifiers", "programmes", "listed_on", "follows", "cleared_on", "cleared_because", "ended",
    "problem", *HELD_COLUMNS,
)  # fmt: skip
LONG_WORK_ROWS = 1000


@click.command(help=help_on("screen"))
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--name", help=help_on("screen.name"))
@click.option("--country", default="", help=help_on("screen.country"))
@click.option("--born", default="", help=help_on("screen.born"))
@click.option("--number", default="", help=help_on("screen.number"))
@click.option("--level", type=click.Choice(("narrow", "wide")), default="wide", help=help_on("screen.level"))
@click.option("--changed", is_flag=True, help=help_on("screen.changed"))
@click.option("--ownership", type=click.Path(path_type=Path), metavar="FILE", help=help_on("screen.ownership"))
@click.option(
    "--on", type=Day(), default=today, metavar="DATE", help=help_on("screen.on"), show_default=help_on("today")
)
@click.option("--clear", "clear_id", metavar="HIT", help=help_on("screen.clear"))
@click.option("--because", help=help_on("screen.because"))
@click.option("--out", type=click.Path(path_type=Path), help=help_on("screen.out"))
@click.option("--sheet", help=help_on("check.sheet"))
@with_json
@with_language
def screen(
    file: Path | None,
    name: str | None,
    country: str,
    born: str,
    number: str,
    level: str,
    changed: bool,
    ownership: Path | None,
    on: date,
    clear_id: str | None,
    because: str | None,
    out: Path | None,
    sheet: str | None,
    as_json: bool,
    words: Words,
) -> int:
    from cocket.screening.asked import Asked
    from cocket.screening.hits import years_of

    if (file is not None and name is not None) or (file, name, ownership) == (None, None, None):
        raise click.UsageError(words.say("screen.what"))
    if (clear_id is not None or because is not None) and not (clear_id and (because or "").strip()):
        raise click.UsageError(words.say("screen.clear.because"))
    if name is None and (country or born or number):
        raise click.UsageError(words.say("screen.with_name"))
    if born and not years_of(born):
        raise click.UsageError(words.say("screen.born_unread", born=born))
    if out is not None and file is not None and out.resolve() == file.resolve():
        raise click.UsageError(words.say("check.same_file", path=out))
    from cocket.cli.list_folder import cleared

    day = today()
    decisions = cleared()
    screener = opened(day, words, level, file, changed=changed)
    if screener is None:
        click.echo(words.say("screen.changed.none"), err=True)
        return BAD_INPUT  # nobody was screened: that is no answer of no hit
    run = Run(screener, decisions, words)
    if ownership is not None:
        run.ownership = read_ownership(ownership, screener, decisions, on, day)
    table = opened_table(file, sheet, words) if file is not None else None
    if name is not None:
        stated: Iterator[Stated] = iter([checked(Stated(0, "", Asked(name, country, born, number)), words)])
    elif table is not None:
        stated = with_progress(stated_in(table, words), words)
    else:
        assert run.ownership is not None
        stated = (Stated(0, "", Asked(firm)) for firm in run.ownership.parties)
    found = run.over(stated)
    if changed:
        found = chain(found, run.ended())
    if clear_id is not None:
        return clear_one(clear_id, because or "", found, day, words)
    if out is not None:
        write(out, run, found, table, changed=changed)
        click.echo(words.say("screen.written", path=out))
    elif as_json:
        from cocket.check.tables import write_jsonl

        write_jsonl(sys.stdout, found)
    else:
        for _ in run.told(found):
            pass
    run.print_end(from_file=file is not None)
    if file is not None:
        run.keep(file, level, day)
    return BAD_INPUT if run.faults else DECIDE if run.hits > run.cleared or run.held else 0


def opened(day: date, words: Words, level: str, file: Path | None, *, changed: bool) -> "AnyScreener | None":
    """What looks parties up, its lists told on the error stream with those that are stale; None where nothing has an
    earlier state to compare with."""
    from cocket.cli.list_folder import catalogue
    from cocket.screening.hits import Screener

    lists, folder = catalogue(day, say_slow=words.say("screen.building"))
    screener: AnyScreener = Screener(lists, level)
    if file is not None and folder is not None:
        from cocket.cli.screen_workers import ManyScreener

        screener = ManyScreener(lists, level, folder)
    if changed:
        from cocket.cli.screened_before import ChangedScreener, list_changes, read_before
        from cocket.law.lawbook import load_lawbook

        before = read_before(file, level) if file is not None else None
        changes = list_changes(before, load_lawbook(), day, lists)
        if changes is None:
            return None
        screener = ChangedScreener(changes, lists, before, level)
        counts = {
            "now": sum(one.parties for one in changes.now.lists),
            "gone": sum(one.parties for one in changes.gone.lists),
        }
        key = "screen.changed.against" if before is None else "screen.changed.since"
        click.echo(words.say(key, **counts), err=True)
    tell_lists(lists, words)
    tell_stale(lists, day, words)
    return screener


def opened_table(file: Path, sheet: str | None, words: Words) -> "Table":
    """Raises InputError where no column names a party."""
    from cocket.check.party_columns import PARTIES
    from cocket.check.tables import read_table
    from cocket.cli.faults import InputError

    table = read_table(file, sheet=sheet)
    if not any(column.key in PARTIES for column in table.columns):
        what, _, remedy = words.say("screen.no_columns").rstrip(".。").partition("。" if words.lang == "zh" else ". ")
        raise InputError(what, where=file.name, remedy=remedy)
    return table


def write(out: Path, run: Run, found: Iterator[dict[str, object]], table: "Table | None", *, changed: bool) -> None:
    """Writes what was found; by column where the table allows, and then ``found`` is not asked for."""
    from cocket.check.tables import write_rows

    if table is not None:
        from cocket.cli.screen_bulk import is_for_bulk, screen_in_bulk

        if is_for_bulk(out, table):
            screen_in_bulk(run, table, COLUMNS, out, ended=changed)
            return
    write_rows(out, COLUMNS, found)


def stated_in(table: "Table", words: Words) -> Iterator[Stated]:
    """Every party of every row."""
    from cocket.check.party_columns import parties_of
    from cocket.check.tables import BadRow

    for row in table.rows():
        if isinstance(row, BadRow):
            yield faulty(row)
            continue
        for key, asked in parties_of(row.stated):
            yield checked(Stated(row.number, row.columns.get(key, key), asked), words)


def faulty(row: "BadRow") -> Stated:
    from cocket.screening.asked import Asked

    return Stated(row.number, row.column or "", Asked(""), row.told())


def with_progress(stated: Iterator[Stated], words: Words) -> Iterator[Stated]:
    if not sys.stderr.isatty():
        return stated
    from rich.console import Console
    from rich.progress import track

    return iter(track(stated, description=words.say("check.progress"), console=Console(stderr=True), transient=True))


def clear_one(hit: str, because: str, found: Iterator[dict[str, object]], day: date, words: Words) -> int:
    """Clears the hit with that id if it is among those found; raises InputError where it is not."""
    from cocket.cli.faults import InputError
    from cocket.cli.list_folder import clear
    from cocket.screening.decisions import Cleared

    record = next((one for one in found if one.get("hit") == hit), None)
    if record is None:
        what, _, remedy = words.say("screen.clear.unknown", hit=hit).partition(";" if words.lang == "en" else "；")
        remedy = remedy.strip().rstrip("。")
        raise InputError(what, where="--clear", remedy=remedy[:1].upper() + remedy[1:])
    clear(Cleared(hit, day, because.strip(), str(record["name"]), str(record["listed_name"])))
    click.echo(words.say("screen.clear.done", hit=hit))
    return 0
