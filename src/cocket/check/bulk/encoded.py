"""Columns of a record batch as numbers of distinct cells, each cell made plain once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from cocket.check.tables.parquet_file import for_python
from cocket.determination.kernel.distinct import Ids, distinct

Codes = npt.NDArray[np.unsignedinteger[Any]]  # as small as the number of distinct cells lets them be


@dataclass(frozen=True, slots=True)
class Encoded:
    """``cells[codes[row]]`` is what stands in a row."""

    codes: Codes
    cells: Sequence[object]


def encoded(column: Any, plain: Callable[[Any], object]) -> Encoded:  # noqa: ANN401  pyarrow has no types
    """The distinct cells of a column in pieces, each of which may have a dictionary of its own.

    The first cell is None, for rows in which nothing stands.
    """
    import pyarrow as pa

    number: dict[object, int] = {}
    pieces = [one if pa.types.is_dictionary(one.type) else one.dictionary_encode() for one in column.chunks]
    own = [_numbers_of(piece.dictionary, number) for piece in pieces]
    codes = np.empty(len(column), np.min_scalar_type(len(number)))
    first = 0
    for piece, numbers in zip(pieces, own, strict=True):
        indices = piece.indices
        if indices.null_count:
            indices = indices.fill_null(len(numbers) - 1)
        codes[first : first + len(piece)] = np.array(numbers, codes.dtype)[indices.to_numpy(zero_copy_only=False)]
        first += len(piece)
    return Encoded(codes, [None, *map(plain, number)])


def _numbers_of(dictionary: Any, number: dict[object, int]) -> list[int]:  # noqa: ANN401
    """The number of each value of a dictionary, from 1 on; behind them that of nothing."""
    return [*(number.setdefault(value, len(number) + 1) for value in for_python(dictionary).to_pylist()), 0]


class Numbering:
    """Numbers for distinct rows of cells, kept from batch to batch."""

    def __init__(self) -> None:
        self._number: dict[tuple[object, ...], int] = {}

    def __len__(self) -> int:
        return len(self._number)

    def of(
        self, batch: Mapping[str, Encoded], headers: Sequence[str], rows: int
    ) -> tuple[Ids, list[tuple[object, ...]]]:
        """The number of every row's cells under some headers, and the cells of those not met before."""
        columns = [batch[header] for header in headers]
        first, kind = distinct([column.codes for column in columns] or [np.zeros(rows, np.int64)])
        new: list[tuple[object, ...]] = []
        numbers = np.empty(len(first), np.int64)
        found_cells = [[column.cells[code] for code in column.codes[first].tolist()] for column in columns]
        for place in range(len(first)):
            cells = tuple(some[place] for some in found_cells)
            key = tuple((type(cell), str(cell)) for cell in cells)
            found = self._number.get(key)
            if found is None:
                found = self._number[key] = len(self._number)
                new.append(cells)
            numbers[place] = found
        return numbers[kind], new
