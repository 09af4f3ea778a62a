"""Reads workbooks: one sheet, its header row, and in its cells what a person sees there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cocket.check.tables.errors import TableError
from cocket.check.tables.faults import wrong
from cocket.check.tables.header import Header, by_letter, understand
from cocket.check.tables.header_row import ROWS_SEARCHED, find_header_row
from cocket.check.tables.notes import note
from cocket.check.tables.rows import RowMaker
from cocket.check.tables.table import BadRow, Row, Table
from cocket.check.tables.xlsx_merged import MergedCells
from cocket.check.tables.xlsx_sheet import Sheet, open_sheet
from cocket.wording.shapes import row, within


@dataclass(frozen=True, slots=True)
class _Layout:
    """The sheet with its header row ``at``, counted from 0."""

    sheet: Sheet
    header: Header
    at: int
    merged: MergedCells = field(repr=False)


def read_xlsx(path: Path, *, sheet: str | None) -> Table:
    """The table of one sheet; ``sheet`` names it, or else the only sheet with a list is taken."""
    opened, notes = open_sheet(path, sheet)
    layout = _find_layout(opened)
    codes = [column for column in layout.header.columns if column.key == "hs"]
    last, numeric = opened.survey(layout.at, [column.number - 1 for column in codes])
    if last == layout.at:
        raise TableError(*wrong("sheet_header_alone"), where=opened.where)
    if layout.at:
        notes.append(note("header_row", row=layout.at + 1))
    notes += [note("lost_zeros", column=by_letter(column)) for column in codes if column.number - 1 in numeric]
    return Table(
        format="xlsx",
        columns=layout.header.columns,
        row_count=last - layout.at,
        notes=(*notes, *layout.header.notes),
        open_rows=lambda: _rows(layout),
    )


def _find_layout(sheet: Sheet) -> _Layout:
    head = sheet.head_texts(ROWS_SEARCHED)
    merged = MergedCells(sheet.merged, sheet.where)
    try:
        at = find_header_row(head, file=sheet.where)
    except TableError:
        merged.refuse_in_any_header(head)
        raise
    if at is None:
        raise TableError(*wrong("sheet_empty"), where=sheet.where)
    merged.refuse_in_header(head, at)
    return _Layout(sheet, understand(head[at], where=within(sheet.where, row(at + 1))), at, merged)


def _rows(layout: _Layout) -> Iterator[Row | BadRow]:
    maker = RowMaker(layout.header.columns)
    for index, cells in layout.sheet.rows():
        if index <= layout.at:
            continue
        made = maker.make(index + 1, cells)
        if made:
            yield layout.merged.fault(index, layout.header.columns) or made
