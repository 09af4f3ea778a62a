"""Merged cells: one value over several cells, of which the file keeps only the first."""

from collections.abc import Sequence

from cocket.check.tables.composition_header import read_unit
from cocket.check.tables.errors import TableError
from cocket.check.tables.faults import wrong
from cocket.check.tables.header_names import read_header
from cocket.check.tables.table import BadRow, Column, column_letter

# ((first row, first column), (last row, last column)), counted from 0
Range = tuple[tuple[int, int], tuple[int, int]]


class MergedCells:
    """The merged ranges of one sheet; ``where`` names it."""

    def __init__(self, ranges: Sequence[Range], where: str) -> None:
        self._ranges = ranges
        self._where = where

    def refuse_in_header(self, head: Sequence[Sequence[str]], at: int) -> None:
        """Raises TableError for merged cells in header row ``at``, or above it with a word of it."""
        self._refuse([one for one in self._ranges if one[0][0] <= at <= one[1][0] or _heads_columns(one, head, at)])

    def refuse_in_any_header(self, head: Sequence[Sequence[str]]) -> None:
        """The same where no header row could be told: a header of two storeys looks like two headers."""
        self._refuse([one for one in self._ranges if one[0][0] < len(head) and read_header(_text(one, head))])

    def _refuse(self, ranges: Sequence[Range]) -> None:
        if ranges:
            names = tuple(sorted(map(range_name, ranges)))
            raise TableError(*wrong("merged_header", cells=names), where=self._where)

    def fault(self, row: int, columns: Sequence[Column]) -> BadRow | None:
        """The fault of a row, counted from 0, whose understood cells share a value with others."""
        for one in self._ranges:
            (first_row, first_column), (last_row, last_column) = one
            if not first_row <= row <= last_row:
                continue
            shared = [c for c in columns if c.key and first_column <= c.number - 1 <= last_column]
            if len(shared) > 1 or (shared and last_row > first_row):
                return BadRow(row + 1, shared[0].header, *wrong("merged", cells=range_name(one)))
        return None


def range_name(one: Range) -> str:
    """B1:D1 for a range counted from 0."""
    (first_row, first_column), (last_row, last_column) = one
    return f"{column_letter(first_column + 1)}{first_row + 1}:{column_letter(last_column + 1)}{last_row + 1}"


def _heads_columns(one: Range, head: Sequence[Sequence[str]], at: int) -> bool:
    """True for "Composition (ppm)" over three columns: it says something that the names below it do not."""
    text = _text(one, head)
    return one[1][0] == at - 1 and bool(read_header(text) or read_unit(text))


def _text(one: Range, head: Sequence[Sequence[str]]) -> str:
    row, column = one[0]
    return head[row][column] if row < len(head) and column < len(head[row]) else ""
