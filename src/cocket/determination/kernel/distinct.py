"""Equal rows of several columns found once, so that work is done for each distinct row only."""

from collections.abc import Sequence
from math import prod
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

Ids: TypeAlias = npt.NDArray[np.int64]
Whole: TypeAlias = npt.NDArray[np.integer[Any]]
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_WHOLE_MAX: Final = 1 << 62
_DENSE: Final = 4  # a table of so many places for each row is still faster than hashing


def distinct(columns: Sequence[Whole]) -> tuple[Ids, Ids]:
    """The place of the first row of each kind, and for every row the number of its kind; kinds as they first come."""
    if not columns:
        raise ValueError("there are no columns to compare")
    if len(columns) == 1:
        return _encode(columns[0])
    joined = _joined(columns)
    if joined is not None:
        return _encode(joined)
    mixed = np.zeros(len(columns[0]), np.uint64)
    with np.errstate(over="ignore"):
        for column in columns:
            mixed = (mixed ^ column.astype(np.uint64, copy=False)) * _MIX
            mixed = (mixed ^ (mixed >> np.uint64(31))) * _SPREAD
    first, kind = _encode(mixed.view(np.int64))
    if all(np.array_equal(column[first][kind], column) for column in columns):
        return first, kind
    return _one_by_one(columns)  # two kinds share a mark, which chance alone brings once in a lifetime


def rows_of_each(kind: Ids, kinds: int) -> list[Ids]:
    """The rows of each of so many kinds, in their order."""
    # small numbers are sorted by counting
    order = np.argsort(kind.astype(np.uint16) if kinds <= 1 << 16 else kind, kind="stable")
    ends = np.cumsum(np.bincount(kind, minlength=kinds)).tolist()
    return [order[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _joined(columns: Sequence[Whole]) -> Ids | None:
    """The columns as digits of one number, where they are so small that it holds them all."""
    bounds = [(int(column.min(initial=0)), int(column.max(initial=0))) for column in columns]
    if prod(high - low + 1 for low, high in bounds) > _WHOLE_MAX:
        return None
    whole = np.zeros(len(columns[0]), np.int64)
    for column, (low, high) in zip(columns, bounds, strict=True):
        if high > low:
            whole *= high - low + 1
            whole += column
            if low:
                whole -= low
    return whole


def _encode(column: Whole) -> tuple[Ids, Ids]:
    low, high = int(column.min(initial=0)), int(column.max(initial=0))
    if high - low < _DENSE * len(column):
        return _dense(column - low if low else column, high - low + 1)
    import pyarrow as pa

    coded = pa.array(column).dictionary_encode()
    kind = coded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    first = np.empty(len(coded.dictionary), np.int64)
    first[kind[::-1]] = np.arange(len(kind) - 1, -1, -1, dtype=np.int64)
    return first, kind


def _dense(column: Whole, size: int) -> tuple[Ids, Ids]:
    """The same by a table with a place for every number from 0 on."""
    table = np.full(size, -1, np.int64)
    table[column[::-1]] = np.arange(len(column) - 1, -1, -1, dtype=np.int64)
    first = np.sort(table[table >= 0])
    table[column[first]] = np.arange(len(first))
    return first, table[column]


def _one_by_one(columns: Sequence[Whole]) -> tuple[Ids, Ids]:
    first, kind = _encode(columns[0])
    for column in columns[1:]:
        _, other = _encode(column)
        first, kind = _encode(kind * (int(other.max(initial=0)) + 1) + other)
    return first, kind
