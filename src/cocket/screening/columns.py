"""Small steps on columns that several modules take."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Counts: TypeAlias = NDArray[np.int64]


def ranges(rows: Counts, first: Counts, count: Counts) -> tuple[Counts, Counts]:
    """Each row once for every place from ``first`` on, ``count`` of them, and the place."""
    ends = np.cumsum(count)
    places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - (ends - count), count)
    return np.repeat(rows, count), places


def distinct(numbers: Counts) -> Counts:
    """Sorted, each once."""
    ordered = np.sort(numbers)
    return ordered[np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1))]
