"""Which rows of a chunk those who make rows one by one must look at: a fault may be in them, or nothing at all.

A row is faulty where a cell cannot be used, where two places name different units, and where it repeats the header.
Each distinct cell is tried once; what is not doubtful here has no fault there.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

import numpy as np

from cocket.check.bulk.encoded import Encoded, encoded
from cocket.check.tables import BadRow, Column
from cocket.check.tables.cells import Convert, converter, takes_any_text
from cocket.check.tables.errors import CellError
from cocket.check.tables.measured import COUNTED_IN, unit_beside
from cocket.check.tables.parquet_file import plain_of
from cocket.check.tables.rows import RowMaker, is_filled, is_its_name, may_repeat_header
from cocket.determination.kernel.columns import Flags
from cocket.determination.kernel.distinct import Ids, distinct

FEW: Final = 100


class Cells:
    """The columns of a chunk that were asked for, as numbers of distinct cells."""

    def __init__(self, table: Any) -> None:  # noqa: ANN401  pyarrow has no types
        self.table = table
        self._made: dict[str, Encoded] = {}

    def __getitem__(self, column: Column) -> Encoded:
        if column.header not in self._made:
            self._made[column.header] = self._encoded(self.table.column(column.header))
        return self._made[column.header]

    def some(self, column: Column, rows: Ids) -> Encoded:
        """Of some rows only; those of a column that was not asked for as a whole are made by themselves."""
        if column.header in self._made or len(rows) == self.table.num_rows:
            whole = self[column]
            return Encoded(whole.codes[rows], whole.cells)
        return self._encoded(self.table.column(column.header).unify_dictionaries().take(rows))

    def is_made(self, column: Column) -> bool:
        return column.header in self._made

    def is_text(self, column: Column) -> bool:
        import pyarrow.types as kinds

        kind = self.table.schema.field(column.header).type
        kind = kind.value_type if kinds.is_dictionary(kind) else kind
        return bool(kinds.is_string(kind) or kinds.is_large_string(kind))

    def _encoded(self, column: Any) -> Encoded:  # noqa: ANN401
        return encoded(column, plain_of(column.type))


def doubtful(columns: Sequence[Column], cells: Cells) -> Flags:
    """``columns``: those that were understood. A flag for every row."""
    found = np.zeros(cells.table.num_rows, np.bool_)
    for column in columns:
        if not (takes_any_text(column.key or "", column.unit) and cells.is_text(column)):
            said = cells[column]
            convert = converter(column.key or "", column.unit)
            found |= np.array([_is_faulty(cell, convert) for cell in said.cells], np.bool_)[said.codes]
    for group in _measured(columns):
        found |= _with_two_units(group, cells)
    found[_like_a_header(columns, cells)] = True
    return found


def stated(cell: object, convert: Convert) -> object:
    """What a cell states, None where it is empty; raises CellError."""
    if isinstance(cell, CellError):
        raise cell
    value = cell.strip() if isinstance(cell, str) else cell
    return None if value is None or value == "" else convert(value)


def _is_faulty(cell: object, convert: Convert) -> bool:
    try:
        stated(cell, convert)
    except CellError:
        return True
    return False


def _measured(columns: Sequence[Column]) -> list[list[Column]]:
    """The figures that are counted in one unit, with the column of that unit."""
    groups: dict[str, list[Column]] = defaultdict(list)
    for column in columns:
        key = column.key or ""
        if key in COUNTED_IN or key in COUNTED_IN.values():
            groups[COUNTED_IN.get(key, key)].append(column)
    return [group for group in groups.values() if any(column.key in COUNTED_IN for column in group)]


def _with_two_units(group: Sequence[Column], cells: Cells) -> Flags:
    """Rows whose places may name different units: of figures only the unit counts that stands beside them."""
    said = [_by_unit(cells[column], column) for column in group]
    first, kind = distinct([one.codes for one in said])
    maker = RowMaker([Column(one.header, place, one.key, one.unit) for place, one in enumerate(group, start=1)])
    rows = ([one.cells[one.codes[row]] for one in said] for row in first.tolist())
    return np.array([not _is_sound(maker, row) for row in rows], np.bool_)[kind]


def _by_unit(said: Encoded, column: Column) -> Encoded:
    """Figures with the same unit beside them as one, a made-up one that stands for all."""
    if column.key not in COUNTED_IN:
        return said
    number: dict[object, int] = {}
    codes = np.empty(len(said.cells), said.codes.dtype)
    for place, cell in enumerate(said.cells):
        codes[place] = number.setdefault(_stands_for(cell, column.key), len(number))
    return Encoded(codes[said.codes], list(number))


def _stands_for(cell: object, key: str) -> object:
    value = cell.strip() if isinstance(cell, str) else cell
    if value is None or value == "":
        return None
    unit = unit_beside(value, key)
    return f"1 {unit}" if unit else 1


def _is_sound(maker: RowMaker, cells: Sequence[object]) -> bool:
    return not isinstance(maker.make(1, cells), BadRow)


def _like_a_header(columns: Sequence[Column], cells: Cells) -> Ids:
    """Rows in which nothing stands, or all that stands may be names of columns and something is that of its own.

    What a name may mean takes long to tell: it is asked of columns with few distinct cells, which leave few rows.
    """
    rows = np.arange(cells.table.num_rows)
    made = [column for column in columns if cells.is_made(column) and len(cells[column].cells) <= FEW]
    for column in sorted(made, key=lambda one: len(cells[one].cells)):
        rows = rows[_tried(cells.some(column, rows), partial(may_repeat_header, column))]
    is_filled_at_all, is_named = (np.zeros(len(rows), np.bool_) for _ in range(2))
    for column in columns if len(rows) else ():
        said = cells.some(column, rows)
        is_filled_at_all |= _tried(said, is_filled)
        is_named |= _tried(said, partial(is_its_name, column))
    return rows[is_named | ~is_filled_at_all]


def _tried(said: Encoded, test: Callable[[object], bool]) -> Flags:
    """Of every row what a test says of its cell, each distinct one tried once."""
    used = np.flatnonzero(np.bincount(said.codes, minlength=len(said.cells)))
    found = np.zeros(len(said.cells), np.bool_)
    found[used] = [test(said.cells[code]) for code in used.tolist()]
    answer: Flags = found[said.codes]
    return answer
