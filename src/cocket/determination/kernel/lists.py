"""Lists of any length, one for each row: no row has room for so many only."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cocket.determination.kernel.columns import Flags
from cocket.determination.kernel.distinct import Ids


@dataclass(frozen=True, slots=True)
class Lists:
    """``items[ends[row - 1]:ends[row]]`` belongs to a row, in the order of the law."""

    ends: Ids
    items: Ids

    def of(self, row: int) -> tuple[int, ...]:
        return tuple(self._items_of(row).tolist())

    def mark(self, row: int) -> bytes:
        """Equal for rows with the same items; made in a fraction of the time that a long list takes."""
        return self._items_of(row).tobytes()

    def _items_of(self, row: int) -> Ids:
        return self.items[self.ends[row - 1] if row else 0 : self.ends[row]]

    def taken(self, rows: Ids) -> "Lists":
        """The lists of some rows, as often as they are named."""
        counts = np.diff(self.ends, prepend=0)
        own = counts[rows]
        ends = np.cumsum(own)
        starts = (self.ends - counts)[rows] - (ends - own)
        return Lists(ends, self.items[np.repeat(starts, own) + np.arange(int(own.sum()))])

    def rows(self) -> Ids:
        """The row of every item."""
        return np.repeat(np.arange(len(self.ends)), np.diff(self.ends, prepend=0))

    def only(self, kept: Flags) -> "Lists":
        """The same rows with some of the items."""
        before = np.concatenate([np.zeros(1, np.int64), np.cumsum(kept)])
        return Lists(before[self.ends], self.items[kept])


def set_bits(bits: Flags) -> Lists:
    """The bits of each row that are set."""
    rows, width = bits.shape
    places = np.flatnonzero(bits)
    row = places // max(1, width)
    return Lists(np.cumsum(np.bincount(row, minlength=rows)), places - row * width)


def one_after_another(parts: Sequence[tuple[Lists, Ids]], wanted: Flags) -> Lists:
    """For every row that is wanted its list of each part, given by number; of others nothing."""
    counts = [np.diff(lists.ends, prepend=0)[rows] * wanted for lists, rows in parts]
    ends = np.cumsum(np.sum(counts, axis=0))
    items = np.empty(int(ends[-1]) if len(ends) else 0, np.int64)
    starts = ends - np.sum(counts, axis=0)
    for (lists, rows), own in zip(parts, counts, strict=True):
        some = np.flatnonzero(own)
        own = own[some]
        each = np.arange(int(own.sum())) - np.repeat(np.cumsum(own) - own, own)
        items[np.repeat(starts[some], own) + each] = lists.items[np.repeat(lists.ends[rows[some]] - own, own) + each]
        starts[some] += own
    return Lists(ends, items)
