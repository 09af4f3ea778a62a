"""One figure from 0 to 1 for a pair of names, out of a forest of small decision trees, and its parts.

The trees stand as plain numbers in ``weights/forest.npz``; docs/screening.md says on what data they were fitted.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cocket.screening.alignment import Floats
from cocket.screening.features import FEATURES

WEIGHTS = Path(__file__).parent / "weights" / "forest.npz"
# The forest tells groups of pairs apart; within a group this much of the score goes by closeness alone, so that the
# top does not saturate.
CLOSENESS_SHARE = 0.02
_CLOSENESS = tuple(FEATURES.index(name) for name in ("share_asked", "share_listed", "joined", "sorted"))
# A pair of which the first trees say less than this share of what is asked for never got there (none of 19,000 did).
FIRST_TREES, HOPELESS = 12, 0.25
# Rows that go down the trees together: where they stand fits into the processor's own memory.
ROWS_TOGETHER = 256
BASE, CLOSENESS = "base", "closeness"


@dataclass(frozen=True, slots=True)
class Forest:
    """All nodes of all trees in one row: ``feature`` is -1 at a leaf; left is for values up to the threshold."""

    roots: NDArray[np.int32]
    feature: NDArray[np.int8]
    threshold: Floats
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: Floats
    depth: int
    _asks: NDArray[np.int32] = field(init=False)
    _limit: Floats = field(init=False)
    _children: NDArray[np.int32] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_asks", np.maximum(self.feature, 0).astype(np.int32))
        limit = np.where(self.feature < 0, np.float32(np.inf), self.threshold)
        object.__setattr__(self, "_limit", limit.astype(np.float32))
        object.__setattr__(self, "_children", np.stack([self.left, self.right], axis=1).astype(np.int32).ravel())

    def score(self, rows: Floats, at_least: float = 0) -> Floats:
        """The figure for each row of features; 0 where the first trees leave no hope that it reaches ``at_least``."""
        closeness = rows[:, _CLOSENESS].mean(axis=1)
        first = self._sum(rows, self.roots[:FIRST_TREES])
        going = np.flatnonzero(first >= HOPELESS * at_least * FIRST_TREES)
        forest = first[going] + self._sum(rows[going], self.roots[FIRST_TREES:])
        scores = np.zeros(len(rows), dtype=np.float32)
        scores[going] = (1 - CLOSENESS_SHARE) * forest / len(self.roots) + CLOSENESS_SHARE * closeness[going]
        return scores

    def _sum(self, rows: Floats, roots: NDArray[np.int32]) -> Floats:
        """What these trees say of each row, added up."""
        if len(rows) > ROWS_TOGETHER:
            blocks = (rows[at : at + ROWS_TOGETHER] for at in range(0, len(rows), ROWS_TOGETHER))
            return np.concatenate([self._sum(block, roots) for block in blocks])
        flat = np.ascontiguousarray(rows).ravel()
        base = (np.arange(len(rows), dtype=np.int32) * rows.shape[1])[:, None]
        at = np.repeat(roots[None, :], len(rows), axis=0)
        for _ in range(self.depth):
            # A leaf asks for more than there is and is its own child, so that finished trees stand still.
            is_right = flat.take(base + self._asks.take(at)) > self._limit.take(at)
            at = self._children.take(2 * at + is_right)
        return np.asarray(self.value.take(at).sum(axis=1), dtype=np.float32)

    def parts(self, row: Floats) -> dict[str, float]:
        """What each feature adds to the score of one row; with BASE and CLOSENESS they sum to it.

        Each step down a tree changes the mean of the pairs it was fitted on; the change is put down to the feature
        that the step asks about.
        """
        added = dict.fromkeys((BASE, *FEATURES), 0.0)
        share = (1 - CLOSENESS_SHARE) / len(self.roots)
        for root in self.roots.tolist():
            at = root
            added[BASE] += share * float(self.value[at])
            while self.feature[at] >= 0:
                feature = int(self.feature[at])
                then = int((self.left if row[feature] <= self.threshold[at] else self.right)[at])
                added[FEATURES[feature]] += share * float(self.value[then] - self.value[at])
                at = then
        added[CLOSENESS] = CLOSENESS_SHARE * float(row[list(_CLOSENESS)].mean())
        return {name: part for name, part in added.items() if part}


@cache
def load_forest(path: Path = WEIGHTS) -> Forest:
    with np.load(path, allow_pickle=False) as stored:
        left = stored["left"].astype(np.int32)
        return Forest(
            stored["roots"].astype(np.int32),
            stored["feature"],
            stored["threshold"],
            left,
            stored["right"].astype(np.int32),
            stored["value"],
            int(stored["depth"]),
        )
