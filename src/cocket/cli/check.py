"""``cocket check``: every row of a list of goods answered."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from cocket.cli.bills import open_bills, print_unmatched, with_bills
from cocket.cli.options import open_passports, today, with_json, with_known, with_language, with_passports
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.check.asking import Questions
    from cocket.check.files import RowResult, Tally
    from cocket.check.passports.book import Unused
    from cocket.check.tables import BadRow, Table
    from cocket.law.lawbook import Lawbook

Item = TypeVar("Item")
JSON_LINES = ("jsonl", "ndjson")
DATA = "party_hits"  # every hit whole, where a file can hold one
FORMATS = ("table", "csv", "xlsx", "parquet", "jsonl")
TO_FILES_ONLY = ("xlsx", "parquet")
LONG_WORK_ROWS = 50  # rows of which little is told take some tenths of a second each
BOXED_ROWS_MAX = 2000  # a longer table is laid out for many seconds before its first line shows
FAULTS_SHOWN = 20


@click.command(help=help_on("check"))
@click.argument("file", type=click.Path(path_type=Path))
@with_known
@click.option("--out", type=click.Path(path_type=Path), help=help_on("check.out"))
@click.option("--format", "form", type=click.Choice(FORMATS), help=help_on("check.format"))
@click.option("--sheet", help=help_on("check.sheet"))
@with_passports
@with_bills
@click.option("--level", type=click.Choice(("narrow", "wide")), default="narrow", help=help_on("check.level"))
@with_json
@with_language
def check(
    file: Path,
    known: date,
    out: Path | None,
    form: str | None,
    sheet: str | None,
    passports: Path | None,
    without: bool,
    boms: tuple[Path, ...],
    level: str,
    as_json: bool,
    words: Words,
) -> int:
    form = resolve_format(form, out, words, as_json=as_json)
    if out is not None and out.resolve() == file.resolve():
        raise click.UsageError(words.say("check.same_file", path=out))
    from cocket.check.files import check_rows, record, result_columns, rows_of
    from cocket.check.tables import read_table, write_rows
    from cocket.cli.opening import open_checker
    from cocket.cli.party_screen import screened

    table = read_table(file, sheet=sheet)
    print_notes(table, words)
    book = open_passports(passports, without=without, words=words)
    bills = open_bills(boms)
    checker = open_checker()
    if out is not None and not len(book) and not boms:
        from cocket.cli.check_bulk import check_in_bulk, is_for_bulk
        from cocket.cli.party_screen import open_lists

        if is_for_bulk(out, table):
            lists = open_lists(checker, today(), level, words)
            return check_in_bulk(file, out, table, checker, lists, known, today(), words)
    run = Run(file.name, words)
    answers = check_rows(checker, rows_of(table), known, book, bills)
    found = screened(answers, checker, today(), level, words)
    boxed = form == "table" and sys.stdout.isatty() and (table.row_count or 0) <= BOXED_ROWS_MAX
    silent = out is not None or boxed or not sys.stdout.isatty()
    results = run.watch(with_progress(found, table, words) if silent else found)
    columns = result_columns(checker.lawbook)
    records = (record(result, checker.lawbook) for result in results)
    if form in JSON_LINES:
        columns += (DATA,)
        records = (record(one, checker.lawbook) | ({DATA: one.hits.data()} if one.hits.hits else {}) for one in results)
    if out is not None:
        write_rows(out, columns, records)
    elif form == "table":
        print_table(results, table, words, boxed=boxed)
    else:
        write_stream(form, columns, records)
    run.faults.print_left()
    print_unmatched(bills, run.faults.bills, words)
    run.print_past(checker.lawbook)
    if form == "table" or out is not None:
        from cocket.cli.check_summary import print_summary

        print_summary(run.tally, run.questions.sorted(), run.consult, checker.lawbook, words)
        if run.faults.helped:
            click.echo(words.say("check.helped", count=run.faults.helped))
        if run.faults.by_bill:
            click.echo(words.say("check.by_bill", count=run.faults.by_bill))
    if out is not None:
        click.echo(words.say("check.written", path=out))
    return run.tally.exit_code


def resolve_format(form: str | None, out: Path | None, words: Words, *, as_json: bool) -> str:
    """The form of the answers; raises UsageError where the options contradict each other."""
    if as_json and form not in (None, "jsonl"):
        raise click.UsageError(words.say("check.json_or_format", form=form))
    form = "jsonl" if as_json else form
    if out is None:
        if form in TO_FILES_ONLY:
            raise click.UsageError(words.say("check.to_files", form=form))
        return form or "table"
    ending = out.suffix.lower().removeprefix(".")
    if form is not None and form != {"ndjson": "jsonl"}.get(ending, ending):
        raise click.UsageError(words.say("check.other_ending", form=form, name=out.name))
    return form or ending


def print_notes(table: "Table", words: Words) -> None:
    """What was decided about the columns; that a column was understood as its name says is no news."""
    for note in table.notes:
        if note.key != "note.understood":
            click.echo(words.say("check.note", note=note), err=True)


def print_fault(file: str, fault: "BadRow", words: Words) -> None:
    from cocket.wording.shapes import within

    click.echo(f"cocket: {words.tell(within(file, fault.told()))}", err=True)


def unused_note(unused: "Unused", words: Words) -> str:
    """Why a statement about these goods was not used."""
    said = unused.passport
    day = said.valid_until if unused.why == "expired" else said.said_on
    return words.say(f"unused.{unused.why}", product=said.product, firm=said.said_by.firm, said=said.said_on, day=day)


@dataclass(slots=True)
class Faults:
    """Reports faulty rows as they come, so many of them; columns of which no law speaks and statements that were at
    hand and not used are told once each. Counts the rows that statements helped to answer, and those with a bill."""

    file: str
    words: Words
    count: int = 0
    helped: int = 0
    by_bill: int = 0
    bills: set[str] = field(default_factory=set)  # products of bills that some line is of
    ignored: set[str] = field(default_factory=set)
    unused: set[tuple[str, str]] = field(default_factory=set)

    def see(self, result: "RowResult") -> None:
        if result.problem is not None:
            self.count += 1
            if self.count <= FAULTS_SHOWN:
                print_fault(self.file, result.problem, self.words)
        self.print_ignored(result.ignored)
        self.helped += bool(result.completed.sources)
        if result.by_bill is not None:
            self.by_bill += 1
            self.bills.add(result.by_bill.file.bill.top.number)
        self.print_unused(result)

    def print_ignored(self, columns: Iterable[str]) -> None:
        for column in set(columns) - self.ignored:
            self.ignored.add(column)
            note = self.words.say("check.ignored", column=column)
            click.echo(self.words.say("check.note", note=note), err=True)

    def print_unused(self, result: "RowResult") -> None:
        for one in result.completed.unused:
            if (one.passport.id, one.why) not in self.unused:
                self.unused.add((one.passport.id, one.why))
                note = unused_note(one, self.words)
                click.echo(self.words.say("check.note", note=note), err=True)

    def print_left(self) -> None:
        if self.count > FAULTS_SHOWN:
            click.echo("cocket: " + self.words.say("check.faults_left", count=self.count - FAULTS_SHOWN), err=True)


@dataclass(slots=True)
class Run:
    """Watches results go by: counts them, collects questions, and reports faulty rows as they come."""

    file: str
    words: Words
    tally: "Tally" = field(init=False)
    questions: "Questions" = field(init=False)
    faults: Faults = field(init=False)
    latest: date = date.min  # the latest day that an answer is about
    consult: dict[str, list[str]] = field(default_factory=dict)  # question for the authority -> lines it is about

    def __post_init__(self) -> None:
        from cocket.check.asking import Questions
        from cocket.check.files import NOTHING_YET

        self.tally, self.questions = NOTHING_YET, Questions()
        self.faults = Faults(self.file, self.words)

    def watch(self, results: Iterable["RowResult"]) -> Iterator["RowResult"]:
        for result in results:
            self.tally = self.tally.with_result(result)
            self.questions.add(result)
            self.faults.see(result)
            self.note_consultations(result)
            if result.verdict is not None and result.verdict.line.on is not None:
                self.latest = max(self.latest, min(result.verdict.line.on, result.verdict.known))
            yield result

    def note_consultations(self, result: "RowResult") -> None:
        from cocket.check.files import to_consult

        for question in to_consult(result.verdict, self.words.lang) if result.verdict else ():
            self.consult.setdefault(question, []).append(result.label)

    def print_past(self, lawbook: "Lawbook") -> None:
        """Free on a day after the last look is free as far as anybody looked, and the reader is told."""
        from cocket.law.stale import looked_after_until

        looked = looked_after_until(lawbook)
        if self.latest > looked:
            note = self.words.say("check.past_looked", looked=looked)
            click.echo(self.words.say("check.note", note=note), err=True)


def with_progress(results: Iterator[Item], table: "Table", words: Words) -> Iterator[Item]:
    """The same results with a bar on a terminal, for work that shows nothing else and takes its time."""
    if not sys.stderr.isatty() or (table.row_count or 0) < LONG_WORK_ROWS:
        return results
    from rich.console import Console
    from rich.progress import track

    return iter(
        track(
            results,
            description=words.say("check.progress"),
            total=table.row_count,
            console=Console(stderr=True),
            transient=True,
        )
    )


def print_table(results: Iterable["RowResult"], table: "Table", words: Words, *, boxed: bool) -> None:
    from cocket.cli.check_table import print_boxed, print_plain

    lines = any(column.key == "line" for column in table.columns)
    printer = print_boxed if boxed else print_plain
    printer(results, words, lines=lines)


def write_stream(form: str, columns: Sequence[str], records: Iterable[Mapping[str, object]]) -> None:
    """The records on standard output, as ``jsonl`` or ``csv``."""
    from cocket.check.tables import write_jsonl

    if form == "jsonl":
        write_jsonl(sys.stdout, records)
        return
    import csv

    from cocket.check.tables.values import as_text

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in records:
        writer.writerow([as_text(row.get(column)) for column in columns])
