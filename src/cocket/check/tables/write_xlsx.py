"""Writes answers as a workbook: a table to filter and sort, in which text is never taken for a formula."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from cocket.check.tables.errors import TableError
from cocket.check.tables.faults import wrong
from cocket.check.tables.notes import note
from cocket.check.tables.values import as_text, finite_decimal

# Limits of the file format.
ROWS_MAX = 1_048_576
CHARACTERS_MAX = 32_767
DIGITS_MAX = 15

WIDTH_MIN, WIDTH_MAX = 8, 60
# The widths come from the first rows; later ones are wrapped or cut on the screen only.
ROWS_MEASURED = 500

# The same answers give the same bytes, so the workbook does not say when it was made.
MADE = datetime(2000, 1, 1)  # noqa: DTZ001  the format knows no time zone


def write_xlsx(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> int:
    """Writes row by row and returns how many there were; raises TableError for what no workbook can hold."""
    import xlsxwriter

    with path.open("wb") as file:
        book = xlsxwriter.Workbook(file, {"constant_memory": True, "use_zip64": True})
        try:
            book.set_properties({"created": MADE})
            return _fill(book, columns, rows)
        finally:
            book.close()  # also after an error, for it deletes what was put aside while writing


def _fill(book: Any, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> int:  # noqa: ANN401  untyped
    page = book.add_worksheet()
    heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    widths = [_width(column) for column in columns]
    for place, column in enumerate(columns):
        page.write_string(0, place, column, heading)
    count = 0
    for count, row in enumerate(rows, start=1):
        if count >= ROWS_MAX:
            raise TableError(*wrong("too_many_lines", most=ROWS_MAX - 1), where=note("written_book"))
        for place, column in enumerate(columns):
            value = row.get(column)
            _write(page, count, place, value, day)
            if count <= ROWS_MEASURED:
                widths[place] = max(widths[place], _width(as_text(value)))
    for place, width in enumerate(widths):
        page.set_column(place, place, min(max(width, WIDTH_MIN), WIDTH_MAX))
    page.freeze_panes(1, 0)
    if columns:
        page.autofilter(0, 0, count, len(columns) - 1)
    return count


def _write(page: Any, row: int, place: int, value: object, day: Any) -> None:  # noqa: ANN401
    if isinstance(value, bool):
        page.write_boolean(row, place, value)
    elif isinstance(value, int | Decimal | Fraction) and _fits(value):
        page.write_number(row, place, value)
    elif isinstance(value, date) and value.year >= 1900:
        page.write_datetime(row, place, value, day)
    elif text := as_text(value):
        if len(text.encode("utf-16-le")) // 2 > CHARACTERS_MAX:
            where = note("written_row", row=row + 1)
            raise TableError(*wrong("too_long_text", count=len(text), most=CHARACTERS_MAX), where=where)
        page.write_string(row, place, text)


def _fits(value: int | Decimal | Fraction) -> bool:
    """A spreadsheet keeps fifteen digits; a longer figure is written as text, with all of them."""
    exact = finite_decimal(value) if isinstance(value, Fraction) else Decimal(value)
    return exact is not None and len(exact.normalize().as_tuple().digits) <= DIGITS_MAX and abs(exact.adjusted()) < 60


def _width(text: str) -> int:
    """Columns of the screen that the longest line takes; Chinese characters take two."""
    lines = text.split("\n")
    return 2 + max(sum(2 if sign > "\u2e7f" else 1 for sign in line) for line in lines)
