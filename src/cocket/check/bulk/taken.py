"""Columns of record batches whose rows take their values by number: every distinct value is made once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from cocket.check.tables.values import as_text
from cocket.determination.kernel.distinct import Ids

Record = Mapping[str, object]
ROWS_AT_ONCE: Final = 131_072


@dataclass(frozen=True, slots=True)
class Taken:
    """Columns of which a row takes the values with its number; below 0 for none."""

    columns: Sequence[str]
    values: Sequence[Record]
    of: Ids

    def placed(self, odd: Ids) -> tuple[Ids, Ids]:
        """The numbers that rows have, and of each row the place of its own; the odd rows stand behind them."""
        met = np.zeros(len(self.values) + 1, np.bool_)
        met[self.of + 1] = True
        place = (np.cumsum(met) - 1)[self.of + 1]
        used = np.flatnonzero(met) - 1
        place[odd] = len(used) + np.arange(len(odd))
        return used, place


@dataclass(frozen=True, slots=True)
class Column:
    """Values of a column, as they come or, with ``place``, each row's place among them."""

    values: Any  # pyarrow has no types
    place: Ids | None = None

    def part(self, rows: slice) -> Any:  # noqa: ANN401
        """The values of some rows."""
        import pyarrow as pa

        if self.place is None:
            return self.values.slice(rows.start, rows.stop - rows.start)
        return self.values.take(pa.array(self.place[rows]))


def counted(numbers: Sequence[int]) -> Ids:
    """The numbers as an array, which numpy makes of a range one by one."""
    if isinstance(numbers, range):
        return np.arange(numbers.start, numbers.stop, numbers.step, dtype=np.int64)
    return np.asarray(numbers, np.int64)


def text_type() -> Any:  # noqa: ANN401
    """Text of which many rows have the same: numbers of a dictionary."""
    import pyarrow as pa

    return pa.dictionary(pa.int32(), pa.string())


def columns_taken(
    one: Taken,
    schema: Any,  # noqa: ANN401
    odd: Ids,
    others: Sequence[Record],
) -> dict[str, Column]:
    """The columns of ``one``, in the types of ``schema``; the rows ``odd`` have the values of ``others``."""
    used, place = one.placed(odd)
    rows = [one.values[number] if number >= 0 else {} for number in used.tolist()]
    rows += others
    return {name: _column([row.get(name) for row in rows], schema.field(name).type, place) for name in one.columns}


def _column(values: list[Any], kind: Any, place: Ids) -> Column:  # noqa: ANN401
    import pyarrow as pa

    if all(value is None for value in values):
        return Column(pa.nulls(len(place), kind))
    if pa.types.is_list(kind):
        lists = [list(value) if isinstance(value, tuple) else value for value in values]
        return Column(coded(pa.array(lists, pa.list_(pa.string())), kind), place)
    if not is_text(kind):
        return Column(pa.array(values, kind), place)
    texts = (as_text(value) if isinstance(value, list | tuple) else value for value in values)
    return Column(coded(pa.array(list(texts), pa.string()), kind), place)


def is_text(kind: Any) -> bool:  # noqa: ANN401
    import pyarrow.types as kinds

    return bool(kinds.is_dictionary(kind) or kinds.is_string(kind))


def coded(column: Any, kind: Any) -> Any:  # noqa: ANN401
    """The same with each text of a type that is a dictionary, or a list of its values, held once."""
    import pyarrow as pa

    if pa.types.is_dictionary(kind):
        return column.dictionary_encode()
    if pa.types.is_list(kind):
        missing = column.is_null() if column.null_count else None
        return pa.ListArray.from_arrays(column.offsets, column.values.dictionary_encode(), mask=missing)
    return column


def in_batches(columns: Sequence[Column], schema: Any, rows: int) -> Iterator[Any]:  # noqa: ANN401
    """Record batches of all rows, one without a row where there is none.

    Lists are the largest part of all that is held, so that they are taken for some rows at a time.
    """
    import pyarrow as pa

    for first in range(0, max(rows, 1), ROWS_AT_ONCE):
        part = slice(first, min(first + ROWS_AT_ONCE, rows))
        yield pa.RecordBatch.from_arrays([one.part(part) for one in columns], schema=schema)
