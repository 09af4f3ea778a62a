"""Makes the files that the tests of this folder read."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cocket.check.tables import BadRow, Row, Table, TableError, read_table


def text_file(folder: Path, content: str | bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def workbook(
    folder: Path, rows: Sequence[Sequence[object]], name: str = "list.xlsx"
) -> tuple[Workbook, Worksheet, Path]:
    """A workbook of one sheet, to be changed further and saved by the test."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    return book, sheet, folder / name


def saved(folder: Path, rows: Sequence[Sequence[object]]) -> Path:
    book, _, path = workbook(folder, rows)
    book.save(path)
    return path


def stated(table: Table) -> list[Mapping[str, object]]:
    """What the rows state, where none of them is bad."""
    return [row.stated for row in all_good(table)]


def all_good(table: Table) -> list[Row]:
    rows = list(table.rows())
    faults = [str(row) for row in rows if isinstance(row, BadRow)]
    assert not faults
    return [row for row in rows if isinstance(row, Row)]


def only_fault(table: Table) -> BadRow:
    """The one bad row of a table."""
    (fault,) = [row for row in table.rows() if isinstance(row, BadRow)]
    return fault


def keys(table: Table) -> list[str | None]:
    return [column.key for column in table.columns]


def refusal(path: Path, sheet: str | None = None) -> TableError:
    """The error that reading the file ends in."""
    with pytest.raises(TableError) as raised:
        read_table(path, sheet=sheet)
    assert raised.value.what and raised.value.where and raised.value.remedy
    return raised.value
