"""Makes rows out of the cells of a table whose columns are understood."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from cocket.check.tables.cells import converter
from cocket.check.tables.errors import CellError
from cocket.check.tables.faults import wrong
from cocket.check.tables.header_names import keys_by_name, normalise, read_header
from cocket.check.tables.measured import COUNTED_IN, add_unit
from cocket.check.tables.table import BadRow, Column, Row, column_letter

NAMES_TO_BE_A_HEADER = 2


class RowMaker:
    """Turns cells into a `Row`, a `BadRow`, or None for an empty row."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._understood = [column for column in columns if column.key]
        self._plan = [
            (column.number - 1, column.key or "", column, converter(column.key or "", column.unit))
            for column in self._understood
        ]
        self._nameless = [column.number - 1 for column in columns if not column.header.strip()]
        self._width = len(columns)
        self._measured = {column.key: column.unit for column in self._understood if column.key in COUNTED_IN}
        names = {column.key or "": column.header for column in self._understood}
        units = {COUNTED_IN[key]: names[key] for key in COUNTED_IN if key in names}
        self._columns: Mapping[str, str] = MappingProxyType(units | names)

    def make(self, number: int, cells: Sequence[object]) -> Row | BadRow | None:
        """The row of these cells: None and blank text are empty, a CellError stands for a faulty cell."""
        if nameless := self._under_no_header(number, cells):
            return nameless
        stated: dict[str, object] = {}
        for index, key, column, convert in self._plan:
            value = cells[index] if index < len(cells) else None
            if isinstance(value, str):
                value = value.strip()
            if value is None or value == "":
                continue
            try:
                if isinstance(value, CellError):
                    raise value
                stated[key] = convert(value)
            except CellError as fault:
                if self._repeats_header(cells):
                    return _repeated_header(number)
                return BadRow(number, column.header, fault.message, fault.remedy)
        return self._finish(number, stated, cells)

    def _finish(self, number: int, stated: dict[str, object], cells: Sequence[object]) -> Row | BadRow | None:
        if not stated:
            return _nothing_understood(number) if any(map(is_filled, cells)) else None
        if self._repeats_header(cells):
            return _repeated_header(number)
        for key, unit in self._measured.items():
            try:
                add_unit(stated, key, unit)
            except CellError as fault:
                return BadRow(number, self._columns[COUNTED_IN[key]], fault.message, fault.remedy)
        return Row(number, stated, self._columns)

    def _under_no_header(self, number: int, cells: Sequence[object]) -> BadRow | None:
        for index in (*self._nameless, *range(self._width, len(cells))):
            value = cells[index] if index < len(cells) else None
            if is_filled(value):
                letter = column_letter(index + 1)
                return BadRow(number, letter, *wrong("no_header_above", text=_shortened(value), letter=letter))
        return None

    def _repeats_header(self, cells: Sequence[object]) -> bool:
        """A header row printed once more, or once more in another language."""
        names = 0
        for index, _, column, _ in self._plan:
            value = cells[index] if index < len(cells) else None
            if not is_filled(value):
                continue
            # Every row comes here, so the first cell is only looked up in the tables.
            if not is_its_name(column, value) and not (names and _means_the_same(column, value)):
                return False
            names += 1
        return names >= min(NAMES_TO_BE_A_HEADER, len(self._understood))


def may_repeat_header(column: Column, value: object) -> bool:
    """Whether a cell may stand in a row that repeats the header: so may an empty one."""
    return not is_filled(value) or is_its_name(column, value) or _means_the_same(column, value)


def is_filled(value: object) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())


def is_its_name(column: Column, value: object) -> bool:
    """Whether a cell holds the name of its own column, as does the first that is filled of a header once more."""
    if not isinstance(value, str) or value[:1].isdigit():
        return False
    name = normalise(value)
    return name == normalise(column.header) or keys_by_name().get(name) == column.key


def _means_the_same(column: Column, value: object) -> bool:
    reading = read_header(value) if isinstance(value, str) else None
    return reading is not None and reading.key == column.key


def _nothing_understood(number: int) -> BadRow:
    return BadRow(number, None, *wrong("nothing_understood"))


def _repeated_header(number: int) -> BadRow:
    return BadRow(number, None, *wrong("header_again"))


def _shortened(value: object) -> str:
    text = str(value).strip()
    return text if len(text) <= 40 else text[:37] + "..."
