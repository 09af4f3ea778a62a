"""Columns of a record batch as numbers of distinct cells, each cell made plain once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from cocket.check.tables.parquet_file import for_python
from cocket.determination.kernel.distinct import distinct

Codes = npt.NDArray[np.int64]


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
    pieces = [np.zeros(0, np.int64)]
    for piece in column.chunks:
        coded = piece if pa.types.is_dictionary(piece.type) else piece.dictionary_encode()
        own = [number.setdefault(value, len(number) + 1) for value in for_python(coded.dictionary).to_pylist()]
        indices = coded.indices.fill_null(len(own)) if coded.indices.null_count else coded.indices
        pieces.append(np.array([*own, 0], np.int64)[indices.to_numpy(zero_copy_only=False)])
    return Encoded(np.concatenate(pieces), [None, *map(plain, number)])


class Numbering:
    """Numbers for distinct rows of cells, kept from batch to batch."""

    def __init__(self) -> None:
        self._number: dict[tuple[object, ...], int] = {}

    def __len__(self) -> int:
        return len(self._number)

    def of(
        self, batch: Mapping[str, Encoded], headers: Sequence[str], rows: int
    ) -> tuple[Codes, list[tuple[object, ...]]]:
        """The number of every row's cells under some headers, and the cells of those not met before."""
        columns = [batch[header] for header in headers]
        first, kind = distinct([column.codes for column in columns] or [np.zeros(rows, np.int64)])
        new: list[tuple[object, ...]] = []
        numbers = np.empty(len(first), np.int64)
        for place, row in enumerate(first.tolist()):
            cells = tuple(column.cells[column.codes[row]] for column in columns)
            key = tuple((type(cell), str(cell)) for cell in cells)
            found = self._number.get(key)
            if found is None:
                found = self._number[key] = len(self._number)
                new.append(cells)
            numbers[place] = found
        return numbers[kind], new
