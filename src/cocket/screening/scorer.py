"""One figure from 0 to 1 for a pair of names, out of a forest of small decision trees, and its parts.

The trees stand as plain numbers in ``weights/forest.npz``; docs/screening.md says on what data they were fitted.
"""

from dataclasses import dataclass
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

    def score(self, rows: Floats) -> Floats:
        """The figure for each row of features."""
        if not len(rows):
            return np.zeros(0, dtype=np.float32)
        flat = np.ascontiguousarray(rows).ravel()
        base = (np.arange(len(rows), dtype=np.int64) * rows.shape[1])[:, None]
        at = np.repeat(self.roots[None, :], len(rows), axis=0)
        for _ in range(self.depth):
            feature = self.feature[at]
            # A leaf is its own child on both sides, so that finished trees stand still.
            goes_left = flat[base + np.maximum(feature, 0)] <= self.threshold[at]
            at = np.where(goes_left, self.left[at], self.right[at])
        forest = self.value[at].mean(axis=1)
        closeness = rows[:, _CLOSENESS].mean(axis=1)
        return np.asarray((1 - CLOSENESS_SHARE) * forest + CLOSENESS_SHARE * closeness, dtype=np.float32)

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
