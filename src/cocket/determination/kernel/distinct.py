"""Equal rows of several columns found once, so that work is done for each distinct row only."""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ids: TypeAlias = npt.NDArray[np.int64]
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def distinct(columns: list[npt.NDArray[np.int64]]) -> tuple[Ids, Ids]:
    """The place of the first row of each kind, and for every row the number of its kind; kinds as they first come."""
    if not columns:
        raise ValueError("there are no columns to compare")
    if len(columns) == 1:
        return _encode(columns[0])
    mixed = np.zeros(len(columns[0]), np.uint64)
    with np.errstate(over="ignore"):
        for column in columns:
            mixed = (mixed ^ column.view(np.uint64)) * _MIX
            mixed = (mixed ^ (mixed >> np.uint64(31))) * _SPREAD
    first, kind = _encode(mixed.view(np.int64))
    if all(np.array_equal(column[first][kind], column) for column in columns):
        return first, kind
    return _one_by_one(columns)  # two kinds share a mark, which chance alone brings once in a lifetime


def _encode(column: npt.NDArray[np.int64]) -> tuple[Ids, Ids]:
    import pyarrow as pa

    coded = pa.array(column).dictionary_encode()
    kind = coded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    first = np.empty(len(coded.dictionary), np.int64)
    first[kind[::-1]] = np.arange(len(kind) - 1, -1, -1, dtype=np.int64)
    return first, kind


def _one_by_one(columns: list[npt.NDArray[np.int64]]) -> tuple[Ids, Ids]:
    first, kind = _encode(columns[0])
    for column in columns[1:]:
        _, other = _encode(column)
        first, kind = _encode(kind * (int(other.max(initial=0)) + 1) + other)
    return first, kind
