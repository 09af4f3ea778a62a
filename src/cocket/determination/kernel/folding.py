"""What several bearers give, folded for all lines at once by bits.

A result is the set of possible outcomes under each of ``ASSUMED``, side by side in one word, and whether a missing fact
leaves an exemption open. The fold of sets keeps what any of them makes possible and none surpasses for certain: it is
the "or" of what they make possible, and the "and" of what they do not surpass.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from cocket.determination.kernel.consequences import ASSUMED, FREE_MARK, SETS, Follows, bites
from cocket.determination.kernel.planes import TRUTHS
from cocket.determination.logic import FALSE
from cocket.determination.outcome import Outcome

Results = npt.NDArray[np.int64]
Result = tuple[tuple[int, ...], bool]
FALSE_PLACE: Final = TRUTHS.index(FALSE)
SIDE: Final = len(Outcome)  # the bits of a set
EASING: Final = 1 << SIDE * len(ASSUMED)


@dataclass(frozen=True, slots=True)
class Folded:
    """Of each line what some bearer makes possible, and what none surpasses for certain."""

    possible: Results
    unsurpassed: Results

    def marks(self, assumed: int) -> Results:
        """The set of outcomes of every line under one of ``ASSUMED``, as ``consequences.mark``."""
        found: Results = (self.possible & self.unsurpassed) >> assumed * SIDE & SETS - 1
        return found

    def easing(self) -> npt.NDArray[np.bool_]:
        found: npt.NDArray[np.bool_] = (self.possible & EASING) != 0
        return found


class Folding:
    """Numbers for what follows from a bearer (``given``), of which its own truth makes two words."""

    def __init__(self) -> None:
        self._given: dict[Result, int] = {}
        self._words: Results = np.zeros((2, 0), np.int64)  # number and truth -> possible, unsurpassed

    def given(self, follows: Follows) -> int:
        """The number of what follows from a bearer if it holds."""
        said = follows.marks, follows.easing
        if said not in self._given:
            self._given[said] = len(self._given)
            each = [_words(*_bitten(said, truth)) for truth in range(len(TRUTHS))]
            self._words = np.concatenate([self._words, np.array(each, np.int64).T], axis=1)
        return self._given[said]

    def fold(self, into: Folded, lines: Results, given: Results, truths: npt.NDArray[np.uint8]) -> None:
        """Adds what follows for some lines from one more bearer, of which the truths are given."""
        place = given * len(TRUTHS) + truths
        possible, unsurpassed = self._words
        into.possible[lines] |= possible.take(place)
        into.unsurpassed[lines] &= unsurpassed.take(place)


def nothing_follows(lines: int) -> Folded:
    """So many lines before any bearer."""
    possible, unsurpassed = _words((FREE_MARK,) * len(ASSUMED), easing=False)
    return Folded(np.full(lines, possible, np.int64), np.full(lines, unsurpassed, np.int64))


def _words(marks: tuple[int, ...], easing: bool) -> tuple[int, int]:
    above = (SETS - (mark & -mark) if mark else 0 for mark in marks)  # from its least outcome upwards
    possible, unsurpassed = (sum(one << SIDE * place for place, one in enumerate(each)) for each in (marks, above))
    return possible | EASING * easing, unsurpassed


def _bitten(said: Result, truth: int) -> Result:
    """What follows from a bearer of some truth: that, nothing, or one or the other."""
    marks, easing = said
    told = [
        (FREE_MARK, mark, mark | FREE_MARK)[how] for mark, how in zip(marks, bites()[:, truth].tolist(), strict=True)
    ]
    return tuple(told), easing and truth != FALSE_PLACE
