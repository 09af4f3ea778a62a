"""Reads JSON lines: one object to a line, in a stream."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from cocket.check.tables.cell_faults import wrong as wrong_cell
from cocket.check.tables.columns import DOTTED_PREFIXES
from cocket.check.tables.csv_text import refuse_other_files
from cocket.check.tables.errors import TableError
from cocket.check.tables.faults import wrong
from cocket.check.tables.header import by_name, understand
from cocket.check.tables.json_text import JsonError, flatten, read_json
from cocket.check.tables.notes import note
from cocket.check.tables.rows import RowMaker
from cocket.check.tables.table import BadRow, Column, Row, Table

# Both the singular of the key and the plural that people write: {"params": {...}}.
NESTED = tuple((word, prefix) for prefix in DOTTED_PREFIXES for word in (prefix, prefix + "s"))


def read_jsonl(path: Path) -> Table:
    """The table of a file of JSON lines; every key of any line is a column. Reads the whole file once."""
    keys, count, numeric_codes = _survey(path)
    if not count:
        raise TableError(*wrong("no_object"), where=path.name)
    if not keys:
        raise TableError(*wrong("no_key"), where=path.name)
    header = understand(keys, where=path.name, place=by_name)
    lost = [column for column in header.columns if column.key == "hs" and column.header in numeric_codes]
    notes = [note("lost_zeros_stored", column=by_name(column)) for column in lost]
    return Table("jsonl", header.columns, count, (*notes, *header.notes), lambda: _rows(path, header.columns))


def _survey(path: Path) -> tuple[list[str], int, set[str]]:
    """All keys in the order they appear, how many lines there are, and which keys hold numbers."""
    keys: dict[str, None] = {}
    numeric: set[str] = set()
    count = 0
    with path.open("rb") as file:
        for number, line in enumerate(file):
            if number == 0:
                _refuse_other_files(path, line)
            count += bool(line.strip())
            try:
                # Quicker than the strict reading, which comes with the rows and says what is wrong.
                record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
                flat = flatten(record, NESTED) if isinstance(record, dict) else {}
            except (ValueError, RecursionError):
                continue
            keys.update(dict.fromkeys(flat))
            numeric.update(key for key, value in flat.items() if isinstance(value, int | float))
    return list(keys), count, numeric


def _refuse_other_files(path: Path, start: bytes) -> None:
    refuse_other_files(path, start)
    if b"\0" in start:
        raise TableError(*wrong("not_text"), where=path.name)


def _rows(path: Path, columns: Sequence[Column]) -> Iterator[Row | BadRow]:
    maker = RowMaker(columns)
    keys = [column.header for column in columns]
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                record = read_record(line)
            except JsonError as error:
                yield BadRow(number, None, error.what, error.remedy)
                continue
            made = maker.make(number, [record.get(key) for key in keys])
            yield made or nothing_stated(number)


def read_record(line: bytes) -> dict[str, object]:
    """The object of one line, nested facts under dotted keys; raises JsonError."""
    try:
        text = line.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        raise JsonError(*wrong_cell("line_not_utf8", at=error.start + 1, byte=line[error.start])) from None
    record = read_json(text.rstrip("\r\n"))
    if not isinstance(record, dict):
        raise JsonError(*wrong_cell("no_object"))
    return flatten(record, NESTED)


def nothing_stated(number: int) -> BadRow:
    """A record without a single value is no empty row of a sheet: somebody wrote it, and it says nothing."""
    return BadRow(number, None, *wrong("states_nothing"))
