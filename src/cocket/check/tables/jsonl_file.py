"""Reads JSON lines: one object to a line, in a stream."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from cocket.check.tables.columns import DOTTED_PREFIXES
from cocket.check.tables.csv_text import OTHER_FILES
from cocket.check.tables.errors import TableError
from cocket.check.tables.header import by_name, understand
from cocket.check.tables.json_text import JsonError, flatten, read_json
from cocket.check.tables.rows import RowMaker
from cocket.check.tables.table import BadRow, Column, Row, Table

ONE_OBJECT = 'Write one JSON object to a line: {"line": "1", "description": "..."}'

# Both the singular of the key and the plural that people write: {"params": {...}}.
NESTED = tuple((word, prefix) for prefix in DOTTED_PREFIXES for word in (prefix, prefix + "s"))


def read_jsonl(path: Path) -> Table:
    """The table of a file of JSON lines; every key of any line is a column. Reads the whole file once."""
    keys, count, numeric_codes = _survey(path)
    if not count:
        raise TableError("the file is empty", where=path.name, remedy=ONE_OBJECT)
    if not keys:
        raise TableError("no line holds a JSON object with a key", where=path.name, remedy=ONE_OBJECT)
    header = understand(keys, where=path.name, place=by_name)
    lost = [by_name(column) for column in header.columns if column.key == "hs" and column.header in numeric_codes]
    notes = [
        f"{column} holds numbers, in which zeros at the beginning are lost; write codes as text" for column in lost
    ]
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
    for mark, what, remedy in OTHER_FILES:
        if start.startswith(mark):
            raise TableError(f"the file {what}", where=path.name, remedy=remedy)
    if b"\0" in start:
        raise TableError("the file is not UTF-8 text", where=path.name, remedy="Save it as UTF-8")


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
                yield BadRow(number, None, str(error), error.remedy)
                continue
            made = maker.make(number, [record.get(key) for key in keys])
            yield made or nothing_stated(number)


def read_record(line: bytes) -> dict[str, object]:
    """The object of one line, nested facts under dotted keys; raises JsonError."""
    try:
        text = line.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} of the line (0x{line[error.start]:02X}) is not UTF-8"
        raise JsonError(message, "Save the file as UTF-8") from None
    record = read_json(text.rstrip("\r\n"))
    if not isinstance(record, dict):
        raise JsonError("the line holds no JSON object", ONE_OBJECT)
    return flatten(record, NESTED)


def nothing_stated(number: int) -> BadRow:
    """A record without a single value is no empty row of a sheet: somebody wrote it, and it says nothing."""
    return BadRow(number, None, "the record states nothing", "Fill it in, or delete it")
