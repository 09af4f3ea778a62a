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
# A pair of which so many trees say less than this share of what is asked for gets there in 2 of 28,000 cases.
HOPELESS = ((12, 0.25), (36, 0.5))
# Rows that go down the trees together, times the trees: where they stand fits into the processor's own memory.
TOGETHER = 1 << 13
# Of a node's number in the walk these bits tell the feature that it asks about, those above the child to the left.
_FEATURE_BITS = 6
BASE, CLOSENESS = "base", "closeness"


@dataclass(frozen=True, slots=True)
class Forest:
    """All nodes of all trees in one row: ``feature`` is -1 at a leaf. Values up to the threshold go to the node
    ``left``, others to the one after it; a leaf is its own ``left``."""

    roots: NDArray[np.intp]
    feature: NDArray[np.int8]
    threshold: Floats
    left: NDArray[np.intp]
    value: Floats
    depth: int
    _node: NDArray[np.intp] = field(init=False)
    _limit: Floats = field(init=False)

    def __post_init__(self) -> None:
        # In the width of an index: looking up by any other turns the whole column into one first.
        node = (self.left << _FEATURE_BITS) | np.maximum(self.feature, 0)
        object.__setattr__(self, "_node", node.astype(np.intp))
        limit = np.where(self.feature < 0, np.float32(np.inf), self.threshold)
        object.__setattr__(self, "_limit", limit.astype(np.float32))

    def score(self, rows: Floats, at_least: float = 0) -> Floats:
        """The figure for each row of features; 0 where some trees leave no hope that it reaches ``at_least``."""
        closeness = rows[:, _CLOSENESS].mean(axis=1)
        going, forest, asked = np.arange(len(rows)), np.zeros(len(rows)), 0
        for trees, share in HOPELESS:
            forest += self._sum(rows[going], self.roots[asked:trees])
            hopeful = forest >= share * at_least * trees
            going, forest, asked = going[hopeful], forest[hopeful], trees
        forest += self._sum(rows[going], self.roots[asked:])
        scores = np.zeros(len(rows), dtype=np.float32)
        scores[going] = (1 - CLOSENESS_SHARE) * forest / len(self.roots) + CLOSENESS_SHARE * closeness[going]
        return scores

    def _sum(self, rows: Floats, roots: NDArray[np.intp]) -> NDArray[np.float64]:
        """What these trees say of each row, added up."""
        together = max(TOGETHER // max(len(roots), 1), 1)
        if len(rows) > together:
            blocks = (rows[at : at + together] for at in range(0, len(rows), together))
            return np.concatenate([self._sum(block, roots) for block in blocks])
        flat = np.ascontiguousarray(rows).ravel()
        base = np.arange(len(rows)) * rows.shape[1]
        at = np.repeat(roots[:, None], len(rows), axis=1)
        for _ in range(self.depth):
            # A leaf asks for more than there is, so that finished trees stand still. All numbers are in range: "wrap"
            # only spares the look whether they are.
            node = self._node.take(at, mode="wrap")
            asks = node & ((1 << _FEATURE_BITS) - 1)
            asks += base
            is_right = flat.take(asks, mode="wrap") > self._limit.take(at, mode="wrap")
            node >>= _FEATURE_BITS
            at = node + is_right
        # Exact, for values are multiples of 2 ** -24: a score does not hang on who else is asked about.
        return np.asarray(self.value.take(at).sum(axis=0, dtype=np.float64))

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
                then = int(self.left[at]) + int(row[feature] > self.threshold[at])
                added[FEATURES[feature]] += share * float(self.value[then] - self.value[at])
                at = then
        added[CLOSENESS] = CLOSENESS_SHARE * float(row[list(_CLOSENESS)].mean())
        return {name: part for name, part in added.items() if part}


@cache
def load_forest(path: Path = WEIGHTS) -> Forest:
    with np.load(path, allow_pickle=False) as stored:
        return Forest(
            stored["roots"].astype(np.intp),
            stored["feature"],
            stored["threshold"],
            stored["left"].astype(np.intp),
            stored["value"],
            int(stored["depth"]),
        )
