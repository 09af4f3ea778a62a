"""Writes answers as CSV, XLSX, Parquet or JSON lines: the whole file or nothing."""

import csv
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from cocket.check.tables.read import unknown_ending, unusable
from cocket.check.tables.values import as_json, as_text

Record = Mapping[str, object]


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Record]) -> int:
    """Writes the rows in the format of the file name's ending and returns how many there were.

    A row may leave columns out; a value may be text, int, Decimal, Fraction, bool, date, list, mapping, or
    None where it is missing. Lists stay lists in Parquet and JSON lines, and become "a; b" in CSV and XLSX.
    Nothing stands under ``path`` before all is written, and nothing half done remains after an error.
    Raises TableError where the file cannot be written.
    """
    assert len(set(columns)) == len(columns), "a column named twice"
    write = _writer(path)
    with in_place_of(path) as unfinished:
        return write(unfinished, columns, _checked(columns, rows))


def write_jsonl(stream: TextIO, rows: Iterable[Record]) -> int:
    """Writes one JSON object to a line, keys without a value left out, and returns how many lines."""
    count = 0
    for row in rows:
        stream.write(as_json({key: value for key, value in row.items() if value is not None}) + "\n")
        count += 1
    return count


def _writer(path: Path) -> Callable[[Path, Sequence[str], Iterable[Record]], int]:
    match path.suffix.lower():
        case ".csv":
            return _write_csv
        case ".jsonl" | ".ndjson":
            return _write_json_lines
        case ".xlsx":
            from cocket.check.tables.write_xlsx import write_xlsx

            return write_xlsx
        case ".parquet":
            from cocket.check.tables.write_parquet import write_parquet

            return write_parquet
    raise unknown_ending(path)


@contextmanager
def in_place_of(path: Path) -> Iterator[Path]:
    """A name beside ``path`` that takes its place at the end, in one step that no reader sees half of."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            yield unfinished
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        if error.filename is not None and Path(error.filename).name not in (unfinished.name, path.name):
            raise  # the fault of whoever makes the rows
        raise unusable(path, error) from None


def _checked(columns: Sequence[str], rows: Iterable[Record]) -> Iterator[Record]:
    known = frozenset(columns)
    for row in rows:
        assert row.keys() <= known, f"values without a column: {sorted(row.keys() - known)}"
        yield row


def _write_csv(path: Path, columns: Sequence[str], rows: Iterable[Record]) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for row in rows:
            writer.writerow([as_text(row.get(column)) for column in columns])
            count += 1
    return count


def _write_json_lines(path: Path, columns: Sequence[str], rows: Iterable[Record]) -> int:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        return write_jsonl(file, ({key: row[key] for key in columns if key in row} for row in rows))
