"""Reads text tables: CSV, also with semicolons, tabs or bars between the cells, in a stream."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cocket.check.tables.composition_header import read_mention
from cocket.check.tables.csv_chunks import csv_chunks, row_of
from cocket.check.tables.csv_text import Text, examine
from cocket.check.tables.errors import TableError
from cocket.check.tables.faults import wrong
from cocket.check.tables.header import Header, understand
from cocket.check.tables.header_names import read_header
from cocket.check.tables.header_row import ROWS_SEARCHED, find_header_row
from cocket.check.tables.notes import note
from cocket.check.tables.rows import RowMaker
from cocket.check.tables.table import BadRow, Row, Table
from cocket.wording import Phrase
from cocket.wording.shapes import row, within

DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the file is cut into cells. ``lines_skipped`` is 1 below a line "sep=;", which is no row."""

    path: Path
    encoding: str
    delimiter: str
    lines_skipped: int


def read_csv(path: Path) -> Table:
    """The table of a text file; the delimiter is the one under which most of the header is understood."""
    text = examine(path)
    layout = _find_layout(path, text)
    head = _head(layout)
    at = find_header_row(head, file=path.name)
    if at is None:
        raise TableError(*wrong("empty"), where=path.name)
    header = understand(head[at], where=within(path.name, row(at + 1)))
    _refuse_header_alone(layout, at)
    return Table(
        format="csv",
        columns=header.columns,
        row_count=max(text.line_count - layout.lines_skipped - at - 1, 0),
        notes=(*_notes(layout, at), *header.notes),
        open_rows=lambda: _rows(layout, header, at),
        open_chunks=lambda rows: csv_chunks(_below(layout, at), header.columns, rows),
    )


def _notes(layout: _Layout, at: int) -> list[Phrase]:
    notes = []
    if layout.encoding == "gb18030":
        notes.append(note("gb18030"))
    if layout.delimiter != ",":
        notes.append(note("separated", separator=note(layout.delimiter)))
    if at:
        notes.append(note("header_row", row=at + 1))
    return notes


def _find_layout(path: Path, text: Text) -> _Layout:
    with path.open(encoding=text.encoding, newline="") as file:
        first = file.readline(64)
        sample = first + file.read(1 << 16)
    if first[:4].lower() == "sep=" and first[4:5] in DELIMITERS and not first[5:].strip():
        return _Layout(path, text.encoding, first[4], lines_skipped=1)
    present = [delimiter for delimiter in DELIMITERS if delimiter in sample] or [","]
    layouts = [_Layout(path, text.encoding, delimiter, lines_skipped=0) for delimiter in present]
    return max(layouts, key=_fitness)  # the first of equals, in the order of DELIMITERS


def _fitness(layout: _Layout) -> tuple[int, int]:
    """How much of the best row is understood as a header, and how many rows are as wide as that row."""
    head = _head(layout)
    best = max(head, key=_count_understood, default=[])
    return _count_understood(best), sum(len(row) == len(best) for row in head)


def _count_understood(cells: list[str]) -> int:
    return sum(1 for cell in cells if read_header(cell) or read_mention(cell))


def _head(layout: _Layout) -> list[list[str]]:
    """The first rows, up to the first that is broken."""
    records = islice(_records(layout), ROWS_SEARCHED)
    return [cells for _, cells in records if isinstance(cells, list)]


def _refuse_header_alone(layout: _Layout, at: int) -> None:
    for number, cells in _records(layout):
        if number > at + 1 and (isinstance(cells, BadRow) or any(cell.strip() for cell in cells)):
            return
    raise TableError(*wrong("header_alone"), where=layout.path.name)


def _rows(layout: _Layout, header: Header, at: int) -> Iterator[Row | BadRow]:
    maker = RowMaker(header.columns)
    for number, cells in _below(layout, at):
        made = cells if isinstance(cells, BadRow) else row_of(maker, number, cells, len(header.columns))
        if made:
            yield made


def _below(layout: _Layout, at: int) -> Iterator[tuple[int, list[str] | BadRow]]:
    """The rows below the header, which stands in row ``at`` counted from 0."""
    return islice(_records(layout), at + 1, None)


def _records(layout: _Layout) -> Iterator[tuple[int, list[str] | BadRow]]:
    """The rows with their numbers. After a cell that never ends nothing can be told apart: it is the last."""
    with layout.path.open(encoding=layout.encoding, newline="") as file:
        for _ in range(layout.lines_skipped):
            file.readline()
        reader = csv.reader(file, delimiter=layout.delimiter, strict=True)
        number = 0
        while True:
            number += 1
            try:
                yield number, next(reader)
            except StopIteration:
                return
            except UnicodeDecodeError:
                raise TableError(*wrong("changed"), where=layout.path.name) from None
            except csv.Error as error:
                goes_on = "expected after" in str(error)
                yield number, BadRow(number, None, *(wrong("after_quote") if goes_on else wrong("open_quote")))
                if not goes_on:
                    return
