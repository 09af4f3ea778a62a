"""Reads text tables: CSV, also with semicolons, tabs or bars between the cells, in a stream."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cocket.check.tables.composition_header import read_mention
from cocket.check.tables.csv_chunks import csv_chunks, row_of
from cocket.check.tables.csv_text import SAVE_AS_UTF8, Text, examine
from cocket.check.tables.errors import TableError
from cocket.check.tables.header import Header, understand
from cocket.check.tables.header_names import read_header
from cocket.check.tables.header_row import ROWS_SEARCHED, find_header_row
from cocket.check.tables.rows import RowMaker
from cocket.check.tables.table import BadRow, Row, Table

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_CLOSE_QUOTE = 'Close the quotation mark; a mark within a quoted cell is written twice: ""'


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
        raise TableError("the file is empty", where=path.name, remedy="Write a header row and one row for each line")
    header = understand(head[at], where=f"{path.name}, row {at + 1}")
    _refuse_header_alone(layout, at)
    return Table(
        format="csv",
        columns=header.columns,
        row_count=max(text.line_count - layout.lines_skipped - at - 1, 0),
        notes=(*_notes(layout, at), *header.notes),
        open_rows=lambda: _rows(layout, header, at),
        open_chunks=lambda rows: csv_chunks(_below(layout, at), header.columns, rows),
    )


def _notes(layout: _Layout, at: int) -> list[str]:
    notes = []
    if layout.encoding == "gb18030":
        notes.append(f"the file is not UTF-8 and was read as GB 18030, in which its header makes sense. {SAVE_AS_UTF8}")
    if layout.delimiter != ",":
        notes.append(f"the cells are separated by {DELIMITERS[layout.delimiter]}")
    if at:
        notes.append(f"the header was found in row {at + 1}; what stands above it was not used")
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
    remedy = "Write one row for each line of goods below the header"
    raise TableError("the file has a header but no row below it", where=layout.path.name, remedy=remedy)


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
                raise _changed(layout.path) from None
            except csv.Error as error:
                fault = _broken_quotes(number, str(error))
                yield number, fault
                if fault.remedy == _CLOSE_QUOTE:
                    return


def _broken_quotes(number: int, error: str) -> BadRow:
    if "expected after" in error:
        message = "text goes on after a closing quotation mark"
        return BadRow(number, None, message, 'Write a quotation mark within a quoted cell twice: ""')
    message = "a quotation mark is opened and never closed; this row and those after it cannot be told apart"
    return BadRow(number, None, message, _CLOSE_QUOTE)


def _changed(path: Path) -> TableError:
    return TableError("the file changed while it was read", where=path.name, remedy="Run the check again")
