"""What several bearers give, folded for all lines at once by small numbers.

A result is the set of possible outcomes under each of ``ASSUMED``, and whether a missing fact leaves an exemption open.
Few different ones come up, so each has a number, and the fold of two of them is looked up in a table that grows.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from cocket.determination.kernel.consequences import ASSUMED, FREE_MARK, Follows, Marks, bites, folds
from cocket.determination.kernel.planes import TRUTHS
from cocket.determination.logic import FALSE

Results = npt.NDArray[np.int32]
Result = tuple[tuple[int, ...], bool]
NOTHING_FOLLOWS: Final = 0
UNMET: Final = -1
FALSE_PLACE: Final = TRUTHS.index(FALSE)


class Folding:
    """Numbers for results, and for what follows from a bearer (``given``), which its own truth makes a result of."""

    def __init__(self) -> None:
        self._results: list[Result] = []
        self._number: dict[Result, int] = {}
        self._folded = np.full((1, 1), UNMET, np.int32)
        self._given: dict[Result, int] = {}
        self._bitten = np.zeros((0, len(TRUTHS)), np.int32)  # what follows from a bearer, by its truth -> the result
        self._result(((FREE_MARK,) * len(ASSUMED), False))

    def given(self, follows: Follows) -> int:
        """The number of what follows from a bearer if it holds."""
        said = follows.marks, follows.easing
        if said not in self._given:
            self._given[said] = len(self._bitten)
            by_truth = [self._result(_bitten(said, truth)) for truth in range(len(TRUTHS))]
            self._bitten = np.concatenate([self._bitten, np.array([by_truth], np.int32)])
        return self._given[said]

    def fold(self, results: Results, given: Results, truths: npt.NDArray[np.uint8]) -> Results:
        """The results of some lines with what follows from one more bearer, of which the truths are given."""
        more = self._bitten.reshape(-1).take(given * len(TRUTHS) + truths)  # one place is found sooner than two
        folded = self._folded.reshape(-1).take(results * len(self._folded) + more)
        new = np.flatnonzero(folded == UNMET)
        if not len(new):
            return folded
        for one, other in set(zip(results[new].tolist(), more[new].tolist(), strict=True)):
            number = self._result(_joined(self._results[one], self._results[other]))
            self._folded[one, other] = number
        return self._folded[results, more]

    def _result(self, result: Result) -> int:
        if result not in self._number:
            self._number[result] = number = len(self._results)
            self._results.append(result)
            if number >= len(self._folded):
                wider = np.full((2 * number,) * 2, UNMET, np.int32)
                wider[:number, :number] = self._folded
                self._folded = wider
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
