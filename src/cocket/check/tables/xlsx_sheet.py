"""One sheet of a workbook as rows of plain values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from cocket.check.tables.cell_faults import wrong as wrong_cell
from cocket.check.tables.cells import EXPONENT_MAX, plain_number
from cocket.check.tables.errors import CellError, TableError
from cocket.check.tables.faults import wrong
from cocket.check.tables.header import count_names
from cocket.check.tables.header_row import NAMES_MIN_BELOW_A_TITLE, ROWS_SEARCHED
from cocket.check.tables.notes import note
from cocket.check.tables.xlsx_merged import Range
from cocket.check.tables.xlsx_parts import Faulty, Oddity, ShownAsPercent, ShownWithZeros, read_oddities
from cocket.wording import Phrase

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

# A spreadsheet keeps fifteen digits of a number; what a longer one was before cannot be told.
DIGITS_MAX = 15


@dataclass(frozen=True, slots=True)
class Sheet:
    """``where`` names the file and the sheet; ``odd`` holds, by row and column, what else a cell shows."""

    where: str
    merged: tuple[Range, ...]
    odd: Mapping[int, Mapping[int, Oddity]] = field(repr=False)
    source: "CalamineSheet" = field(repr=False)

    def rows(self) -> Iterator[tuple[int, list[object]]]:
        """The rows counted from 0 with their cells: None, text, int, Decimal, bool, date, or a CellError."""
        left: list[object] = [None] * (self.source.start[1] if self.source.start else 0)
        index = -1
        for index, values in enumerate(self.source.iter_rows()):
            yield index, self._as_shown(index, [*left, *map(_plain, values)])
        # The source ends with its last value; faults may stand below it.
        for below in range(index + 1, max(self.odd, default=-1) + 1):
            yield below, self._as_shown(below, list(left))

    def _as_shown(self, index: int, cells: list[object]) -> list[object]:
        for place, oddity in self.odd.get(index, {}).items():
            cells += [None] * (place + 1 - len(cells))
            cells[place] = _shown(cells[place], oddity)
        return cells

    def head_texts(self, count: int) -> list[list[str]]:
        """The first rows as text; a cell that is no text cannot be a name but keeps its place."""
        return [[_as_text(cell) for cell in cells] for _, cells in islice(self.rows(), count)]

    def survey(self, header: int, codes: Sequence[int]) -> tuple[int, set[int]]:
        """The last row that is not empty, and which columns of ``codes`` hold plain numbers below ``header``."""
        last, numeric = header, set[int]()
        left = self.source.start[1] if self.source.start else 0
        for index, values in enumerate(self.source.iter_rows()):
            if index <= header or all(isinstance(value, str) and not value.strip() for value in values):
                continue
            last = index
            for place in codes:
                value = values[place - left] if left <= place < left + len(values) else ""
                if isinstance(value, int | float) and place not in self.odd.get(index, {}):
                    numeric.add(place)
        return max(last, *self.odd, header), numeric


def open_sheet(path: Path, name: str | None) -> tuple[Sheet, list[Phrase]]:
    """The sheet called ``name``, or the only one with a list, and notes on the choice. Raises TableError."""
    from python_calamine import CalamineError, CalamineWorkbook

    _refuse_other_files(path)
    try:
        source, notes = _choose(CalamineWorkbook.from_path(path), name, path)
        with ZipFile(path) as archive:
            odd = read_oddities(archive, source.name)
    except (CalamineError, BadZipFile, KeyError, StopIteration, ParseError, ExpatError, ValueError) as error:
        raise TableError(*wrong("workbook_damaged", error=error), where=path.name) from None
    by_row: dict[int, dict[int, Oddity]] = {}
    for (row, column), oddity in odd.items():
        by_row.setdefault(row, {})[column] = oddity
    where = note("sheet", file=path.name, sheet=source.name)
    return Sheet(where, tuple(source.merged_cell_ranges or ()), by_row, source), notes


def _refuse_other_files(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(8)
    if not start:
        raise TableError(*wrong("workbook_no_bytes"), where=path.name)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise TableError(*wrong("workbook_locked"), where=path.name)
    if not start.startswith(b"PK"):
        raise TableError(*wrong("no_workbook"), where=path.name)
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
    except BadZipFile:
        raise TableError(*wrong("workbook_cut"), where=path.name) from None
    if "xl/workbook.xml" not in names:
        raise TableError(*wrong("other_archive"), where=path.name)


def _choose(workbook: "CalamineWorkbook", name: str | None, path: Path) -> tuple["CalamineSheet", list[Phrase]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [one for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    if name is not None:
        if name in [one.name for one in sheets]:
            return workbook.get_sheet_by_name(name), []
        known = _named([one.name for one in sheets])
        raise TableError(*wrong("no_sheet", name=note("named", name=name), sheets=known), where=path.name)
    visible = [one.name for one in sheets if one.visible == SheetVisibleEnum.Visible]
    # Each sheet is loaded once; that is most of the work.
    filled = [sheet for one in visible if (sheet := workbook.get_sheet_by_name(one)).start is not None]
    if not filled:
        raise TableError(*wrong("workbook_empty"), where=path.name)
    lists = [one for one in filled if _looks_like_a_list(one)]
    if len(filled) > 1 and len(lists) != 1:
        names = _named([one.name for one in lists or filled])
        raise TableError(*wrong("several_sheets", sheets=names), where=path.name)
    chosen = lists[0] if lists else filled[0]
    others = _named([one.name for one in filled if one is not chosen])
    read = note("named", name=chosen.name)
    return chosen, [note("sheet_read", chosen=read, others=others)] if others else []


def _looks_like_a_list(source: "CalamineSheet") -> bool:
    head = islice(source.iter_rows(), ROWS_SEARCHED)
    return any(count_names(map(_as_text, map(_plain, values))) >= NAMES_MIN_BELOW_A_TITLE for values in head)


def _named(names: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(note("named", name=name) for name in names)


def _plain(value: object) -> object:
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, float):
        return _exact(value)
    if isinstance(value, time | timedelta):
        return CellError(*wrong_cell("time"))
    return value


def _exact(value: float) -> object:
    """The number as a spreadsheet shows it in full: what follows the fifteenth digit is noise."""
    if abs(value) >= 10**DIGITS_MAX:
        return CellError(*wrong_cell("too_many_digits", digits=DIGITS_MAX))
    exact = Decimal(format(value, f".{DIGITS_MAX}g"))
    if exact and exact.adjusted() < -EXPONENT_MAX:
        return CellError(*wrong_cell("too_small"))
    return int(exact) if exact == exact.to_integral_value() else exact


def _shown(value: object, oddity: Oddity) -> object:
    number = value if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
    match oddity:
        case Faulty(shows=None):
            return CellError(*wrong_cell("not_calculated"))
        case Faulty(shows=error):
            return CellError(*wrong_cell("error", error=error))
        case ShownAsPercent() if number is not None:
            return plain_number((Decimal(number) * 100).normalize()) + "%"
        case ShownWithZeros(digits=digits) if isinstance(number, int):
            return str(number).zfill(digits)
    return value


def _as_text(cell: object) -> str:
    if isinstance(cell, str):
        return cell
    return plain_number(cell) if isinstance(cell, int | Decimal) and not isinstance(cell, bool) else ""
