"""``cocket impact``: which products, orders and licences change status between two looks at the law, and why."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from cocket.cli.bills import open_bills, print_unmatched, with_bills
from cocket.cli.check import FORMATS, Faults, print_notes, resolve_format, with_progress, write_stream
from cocket.cli.options import open_passports, with_json, with_language, with_passports
from cocket.cli.two_looks import Days, Sides, print_head, settled, with_two_looks
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.check.bulk.impacts import BulkImpacts
    from cocket.check.files import Tally
    from cocket.check.impact import Look, RowImpact, Turn
    from cocket.check.impact_records import By, Group
    from cocket.check.tables import Table
    from cocket.cli.impact_table import Reasons

SUSPENDED = "NOT_REQUIRED_SUSPENDED"
GROUPED = ("line", "product", "order")


@click.command(help=help_on("impact"))
@click.argument("file", type=click.Path(path_type=Path))
@with_two_looks
@click.option("--own-date", "own_days", is_flag=True, help=help_on("impact.own_date"))
@click.option("--by", type=click.Choice(GROUPED), default="line", help=help_on("impact.by"))
@click.option("--all", "everything", is_flag=True, help=help_on("impact.all"))
@click.option("--out", type=click.Path(path_type=Path), help=help_on("check.out"))
@click.option("--format", "form", type=click.Choice(FORMATS), help=help_on("check.format"))
@click.option("--sheet", help=help_on("check.sheet"))
@with_passports
@with_bills
@with_json
@with_language
def impact(
    file: Path,
    since: date | None,
    until: date | None,
    known_since: date | None,
    known_until: date | None,
    as_then: bool,
    drafts: tuple[Path, ...],
    own_days: bool,
    by: str,
    everything: bool,
    out: Path | None,
    form: str | None,
    sheet: str | None,
    passports: Path | None,
    without: bool,
    boms: tuple[Path, ...],
    as_json: bool,
    words: Words,
) -> int:
    form = resolve_format(form, out, words, as_json=as_json)
    if out is not None and out.resolve() == file.resolve():
        raise click.UsageError(words.say("check.same_file", path=out))
    from cocket.check.files import rows_of
    from cocket.check.impact import impacts
    from cocket.check.tables import read_table

    table = read_table(file, sheet=sheet)
    print_notes(table, words)
    note_replaced_days(table, words, own_days=own_days)
    days = Days(since, until, known_since, known_until, as_then)
    sides = settled(days, drafts, words, own_days=own_days)
    looks = looks_of(sides)
    book = open_passports(passports, without=without, words=words)
    bills = open_bills(boms)
    run = Run(Faults(file.name, words), cast("By", by), looks, everything=everything)
    bulk = None if len(book) or boms else by_column(table, run, own_days=own_days)
    if bulk is not None:
        rows = in_bulk(bulk, words)
    else:
        by_row = impacts(*looks, rows_of(table), book, bills, every=run.shows_every_row)
        rows = with_progress(by_row, table, words)
    found = run.watch(rows)
    shown = form == "table" or out is not None
    if shown:
        print_head(sides, words)
    answer(found, run, sides, form, out, words)
    if bulk is not None:
        run.count_unchanged(bulk.unchanged)
        run.faults.print_ignored(bulk.ignored)
    run.faults.print_left()
    print_unmatched(bills, run.faults.bills, words)
    if shown:
        print_summary(run, sides, words)
    if out is not None:
        click.echo(words.say("check.written", path=out))
    return run.tally.exit_code


def by_column(table: "Table", run: "Run", *, own_days: bool) -> "BulkImpacts | None":
    """The comparison of a long list whose columns can be answered each by itself; None for any other."""
    from cocket.cli.check_bulk import is_long

    if not is_long(table):
        return None
    from cocket.check.bulk.impacts import BulkImpacts
    from cocket.check.bulk.stream import fits
    from cocket.check.impact import Comparison

    if not fits(table, own_days=own_days):
        return None
    click.echo(run.faults.words.say("bulk.note", rows=table.row_count), err=True)
    return BulkImpacts(Comparison(*run.looks, every=run.shows_every_row), table)


def in_bulk(bulk: "BulkImpacts", words: Words) -> Iterator["RowImpact"]:
    """The rows to be told, with a bar that counts those that are not told as well."""
    from cocket.cli.check_bulk import bar, settle_in

    settle_in()
    with bar(bulk.table, words) as passed:
        yield from bulk.rows(passed)


def note_replaced_days(table: "Table", words: Words, *, own_days: bool) -> None:
    """Days of the list that the comparison sets aside are named, so that nobody thinks they counted."""
    replaced = ("known",) if own_days else ("date", "known")
    for column in table.columns:
        if column.key in replaced:
            note = words.say("impact.replaced", column=column.header)
            click.echo(words.say("check.note", note=note), err=True)


def looks_of(sides: Sides) -> tuple["Look", "Look"]:
    from cocket.check.checker import Checker
    from cocket.check.impact import Look

    before = Checker(sides.before)
    after = before if sides.after is sides.before else Checker(sides.after)
    return Look(before, sides.since, sides.known_since), Look(after, sides.until, sides.known_until)


@dataclass(slots=True)
class Run:
    """Watches rows go by: reports faults, counts how they turn, and keeps what the summary and the groups need."""

    faults: Faults
    by: "By"
    looks: tuple["Look", "Look"]
    everything: bool
    tally: "Tally" = field(init=False)
    turns: dict["Turn", int] = field(default_factory=dict)
    suspended: bool = False

    def __post_init__(self) -> None:
        from cocket.check.files import NOTHING_YET

        self.tally = NOTHING_YET

    @property
    def shows_every_row(self) -> bool:
        """Whether rows that do not change are shown too, or count for the answer of their group."""
        return self.everything or self.by != "line"

    def watch(self, rows: Iterable["RowImpact"]) -> Iterator["RowImpact"]:
        for one in rows:
            faulty = one.before if one.before.problem else one.after
            self.faults.see(faulty)
            self.turns[one.turn] = self.turns.get(one.turn, 0) + 1
            self.suspended |= one.changed and SUSPENDED in (one.before.answer, one.after.answer)
            if one.changed or faulty.problem:
                self.tally = self.tally.with_result(faulty if faulty.problem else one.after)
            yield one

    def count_unchanged(self, rows: int) -> None:
        """Rows that do not change and did not go by."""
        if rows:
            from cocket.check.impact import Turn

            self.turns[Turn.SAME] = self.turns.get(Turn.SAME, 0) + rows

    def wanted(self, rows: Iterable["RowImpact"]) -> Iterator["RowImpact"]:
        """Rows that change, and faulty ones, of which nobody knows."""
        return (one for one in rows if self.everything or one.turn != "same")

    def groups(self, rows: Iterable["RowImpact"]) -> Iterator["Group"]:
        from cocket.check.impact_records import Groups

        groups = Groups(self.by)
        for one in rows:
            groups.add(one)
        return (one for one in groups if self.everything or one.changed or one.faulty)


def answer(found: Iterator["RowImpact"], run: Run, sides: Sides, form: str, out: Path | None, words: Words) -> None:
    """Row by row or group by group, as a table, on standard output, or into a file."""
    if form == "table" and out is None:
        print_table(found, run, words)
        return
    from cocket.check.impact_records import RowRecords, columns
    from cocket.check.tables import write_rows

    drafts = tuple(draft.id for draft in sides.drafts)
    if run.by == "line":
        told = RowRecords(run.looks, drafts)
        records = (told.of(one) for one in run.wanted(found))
    else:
        records = (one.record(run.by, run.looks, drafts) for one in run.groups(found))
    named = columns(run.looks, run.by)
    if out is not None:
        write_rows(out, named, records)
    else:
        write_stream(form, named, records)


def print_table(found: Iterator["RowImpact"], run: Run, words: Words) -> None:
    from cocket.cli import screen
    from cocket.cli.impact_table import Reasons, group_cells, group_headers, row_cells, row_headers

    reasons: Reasons = Reasons(words)
    if run.by == "line":
        headers, rows = row_headers(words), (row_cells(one, reasons, words) for one in run.wanted(found))
    else:
        headers, rows = group_headers(run.by, words), (group_cells(one, reasons, words) for one in run.groups(found))
    click.echo()
    for line in screen.plain_table(headers, rows, min(screen.width(), screen.PLAIN_WIDTH_MAX)):
        click.echo(line)
    print_reasons(reasons, words)


def print_reasons(reasons: "Reasons", words: Words) -> None:
    from cocket.cli.check_summary import print_wrapped

    lines = list(reasons.lines())
    if lines:
        click.echo("\n" + words.say("impact.why"))
    for number, line in lines:
        print_wrapped(line, head=f"{number:>3}. ")


def print_summary(run: Run, sides: Sides, words: Words) -> None:
    from cocket.check.impact import Turn
    from cocket.cli.check_summary import print_wrapped

    click.echo()
    for turn in (one for one in Turn if one in run.turns):
        click.echo(words.say("impact.count", count=run.turns[turn], turn=words.name("turn", turn.value)))
    if run.suspended:
        print_wrapped(words.say("impact.suspended"))
    if run.faults.helped:
        print_wrapped(words.say("check.helped", count=run.faults.helped))
    lawbook = sides.after
    not_considered = [(one.zh if words.lang == "zh" else one.en) for one in lawbook.not_encoded.values()]
    print_wrapped(words.say("summary.not_considered", names=words.say("joint").join(not_considered)))
    sys.stdout.flush()
