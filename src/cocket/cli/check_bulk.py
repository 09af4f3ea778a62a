"""``cocket check`` on a long file of CSV or Parquet: answered by column and written batch by batch."""

import gc
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from cocket.cli.words import Words

if TYPE_CHECKING:
    from datetime import date

    from cocket.check.bulk.stream import BulkChecker
    from cocket.check.checker import Checker
    from cocket.check.party_hits import Lists
    from cocket.check.tables import Table

Piece = TypeVar("Piece")
# By column is cheaper from a hundred lines on (docs/performance.md); the exact questions of every open line, which only
# the row path has, are worth minutes of a list that a person works through, and not hours of a longer one.
BULK_ROWS: Final = 1_000
SHOWN: Final = 10
# Most of what is made is kept for the whole file; looking through it for garbage as usual took a tenth of all time.
SELDOM: Final = (500_000, 50, 100)
FAULTS_SHOWN: Final = 20


def is_long(table: "Table") -> bool:
    """Whether a file has so many rows that it is answered by column where it can be."""
    return (table.row_count or 0) >= BULK_ROWS


def is_for_bulk(out: Path | None, table: "Table") -> bool:
    """Whether the file is long, can be answered by column, and is to become a file that can be written so."""
    if out is None or not is_long(table):
        return False
    from cocket.check.bulk.stream import fits
    from cocket.check.bulk.write import ENDINGS

    return out.suffix.lower() in ENDINGS and fits(table)


def check_in_bulk(
    file: Path, out: Path, table: "Table", checker: "Checker", lists: "Lists", known: "date", day: "date", words: Words
) -> int:
    """Writes the answers and tells the summary; the exit code is that of ``cocket check``."""
    from cocket.check.bulk.stream import BulkChecker
    from cocket.check.bulk.write import holds_lists, write_batches
    from cocket.check.party_hits import hits_of

    settle_in()
    bulk = BulkChecker(checker, table, known, lambda stated: hits_of(stated, lists, day))
    click.echo(words.say("bulk.note", rows=table.row_count), err=True)
    write_batches(out, with_progress(bulk.results(lists=holds_lists(out)), table, _rows_of, words))
    _print_faults(file.name, bulk, words)
    for column in sorted(bulk.ignored):
        click.echo(words.say("check.note", note=words.say("check.ignored", column=column)), err=True)
    _print_past(bulk, checker, words)
    _print_summary(bulk, checker, words)
    click.echo(words.say("check.written", path=out))
    return bulk.tally.exit_code


def settle_in() -> None:
    """Has the process hold on to memory, as long work with batches that are much alike wants it."""
    import pyarrow as pa

    gc.freeze()
    gc.set_threshold(*SELDOM)
    # The allocator that comes with pyarrow hands pages back that the next batch asks for again.
    pa.set_memory_pool(pa.system_memory_pool())


def with_progress(
    pieces: Iterator[Piece], table: "Table", rows: Callable[[Piece], int], words: Words
) -> Iterator[Piece]:
    """The same pieces, each of so many ``rows`` of the table, with a bar where there is a terminal."""
    with bar(table, words) as advance:
        for piece in pieces:
            yield piece
            advance(rows(piece))


@contextmanager
def bar(table: "Table", words: Words) -> Iterator[Callable[[int], None]]:
    """What to tell of each number of rows worked through; shown as a bar where there is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _rows: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(words.say("check.progress"), total=table.row_count)
        yield lambda rows: progress.advance(task, rows)


def _rows_of(batch: Any) -> int:  # noqa: ANN401  pyarrow has no types
    return int(batch.num_rows)


def _print_faults(file: str, bulk: "BulkChecker", words: Words) -> None:
    from cocket.cli.check import print_fault

    for result in bulk.faulty[:FAULTS_SHOWN]:
        if result.problem is not None:
            print_fault(file, result.problem, words)
    left = bulk.faults - FAULTS_SHOWN
    if left > 0:
        click.echo("cocket: " + words.say("check.faults_left", count=left), err=True)


def _print_past(bulk: "BulkChecker", checker: "Checker", words: Words) -> None:
    from cocket.law.stale import looked_after_until

    looked = looked_after_until(checker.lawbook)
    if min(bulk.latest, bulk.known) > looked:
        click.echo(words.say("check.note", note=words.say("check.past_looked", looked=looked)), err=True)


def _print_summary(bulk: "BulkChecker", checker: "Checker", words: Words) -> None:
    """How many lines got which answer, the codes met most often, and the facts that would settle most lines."""
    from cocket.check.asking import brief
    from cocket.cli.check_summary import print_summary

    print_summary(bulk.tally, [], {}, checker.lawbook, words)
    codes = _counted(bulk, "codes")
    if codes:
        click.echo("\n" + words.say("bulk.codes"))
        for code, count in codes.most_common(SHOWN):
            click.echo(words.say("bulk.counted", count=count, what=code))
    asked: Counter[tuple[str, ...]] = Counter()
    for told, count in zip(bulk.answers, bulk.counts, strict=True):
        facts = told.columns.get("ask")
        if isinstance(facts, list) and facts:
            asked[tuple(facts)] += count
    if asked:
        click.echo("\n" + words.say("bulk.asked"))
        for needed, count in asked.most_common(SHOWN):
            click.echo(words.say("bulk.counted", count=count, what=brief(needed, words.lang)))
        click.echo(words.say("bulk.exact"))


def _counted(bulk: "BulkChecker", column: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for told, count in zip(bulk.answers, bulk.counts, strict=True):
        values = told.columns.get(column)
        for value in values if isinstance(values, list) else ():
            found[str(value)] += count
    return found
