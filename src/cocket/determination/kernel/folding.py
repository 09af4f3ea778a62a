"""What several bearers give, folded for all lines at once by small numbers.

A result is the set of possible outcomes under each of ``ASSUMED``, and whether a missing fact leaves an exemption open.
Few different ones come up, so each has a number, and what was found to be the fold of two of them is kept.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from cocket.determination.kernel.consequences import ASSUMED, FREE_MARK, Follows, Marks, bites, folds
from cocket.determination.kernel.distinct import distinct
from cocket.determination.kernel.planes import TRUTHS
from cocket.determination.logic import FALSE

Results = npt.NDArray[np.int64]
Result = tuple[tuple[int, ...], bool]
NOTHING_FOLLOWS: Final = 0
FALSE_PLACE: Final = TRUTHS.index(FALSE)


class Folding:
    """Numbers for results, and for what follows from a bearer (``given``), which its own truth makes a result of."""

    def __init__(self) -> None:
        self._results: list[Result] = []
        self._number: dict[Result, int] = {}
        self._folded: dict[tuple[int, int], int] = {}
        self._given: dict[Result, int] = {}
        self._bitten = np.zeros((0, len(TRUTHS)), np.int64)  # what follows from a bearer, by its truth -> the result
        self._result(((FREE_MARK,) * len(ASSUMED), False))

    def given(self, follows: Follows) -> int:
        """The number of what follows from a bearer if it holds."""
        said = follows.marks, follows.easing
        if said not in self._given:
            self._given[said] = len(self._bitten)
            by_truth = [self._result(_bitten(said, truth)) for truth in range(len(TRUTHS))]
            self._bitten = np.concatenate([self._bitten, np.array([by_truth], np.int64)])
        return self._given[said]

    def fold(self, results: Results, given: Results, truths: npt.NDArray[np.uint8]) -> Results:
        """The results of some lines with what follows from one more bearer, of which the truths are given."""
        more = self._bitten.reshape(-1).take(given * len(TRUTHS) + truths)  # one place is found sooner than two
        first, kind = distinct([results, more])
        pairs = zip(results[first].tolist(), more[first].tolist(), strict=True)
        return np.array([self._fold(pair) for pair in pairs], np.int64)[kind]

    def _fold(self, pair: tuple[int, int]) -> int:
        if pair not in self._folded:
            self._folded[pair] = self._result(_joined(*(self._results[one] for one in pair)))
        return self._folded[pair]

    def _result(self, result: Result) -> int:
        if result not in self._number:
            self._number[result] = len(self._results)
            self._results.append(result)
        return self._number[result]

    def marks(self) -> Marks:
        """The sets of outcomes of every result, of shape (assumed, results)."""
        return np.array([marks for marks, _ in self._results], np.uint16).T

    def easing(self) -> npt.NDArray[np.bool_]:
        return np.array([easing for _, easing in self._results], np.bool_)


def _bitten(said: Result, truth: int) -> Result:
    """What follows from a bearer of some truth: that, nothing, or one or the other."""
    marks, easing = said
    told = [
        (FREE_MARK, mark, mark | FREE_MARK)[how] for mark, how in zip(marks, bites()[:, truth].tolist(), strict=True)
    ]
    return tuple(told), easing and truth != FALSE_PLACE


def _joined(one: Result, other: Result) -> Result:
    folded = folds()[list(one[0]), list(other[0])]
    return tuple(folded.tolist()), one[1] or other[1]
