"""What several bearers give, folded by bits, is what folding their sets of outcomes gives."""

from functools import reduce

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cocket.determination.kernel.consequences import ASSUMED, Follows, mark
from cocket.determination.kernel.folding import Folding, nothing_follows
from cocket.determination.kernel.planes import TRUTHS
from cocket.determination.logic import FALSE, OPEN, TRUE, UNKNOWN, Verity
from cocket.determination.outcome import NOTHING, Outcome, Outcomes, fold

SETS = st.frozensets(st.sampled_from(Outcome), min_size=1, max_size=3)
BEARER = st.tuples(st.tuples(*(SETS for _ in ASSUMED)), st.booleans(), st.sampled_from([FALSE, TRUE, OPEN, UNKNOWN]))
Bearer = tuple[tuple[Outcomes, ...], bool, tuple[Verity, Verity]]


def follows(bearer: Bearer) -> Follows:
    sets, easing, _ = bearer
    return Follows(tuple(map(mark, sets)), certain=False, maybe=False, easing=easing)


def expected(bearers: list[Bearer], place: int) -> int:
    """The outcomes under one of ``ASSUMED``: of every bearer its own, none, or either."""
    given_by = []
    for sets, _, truth in bearers:
        unknown = ASSUMED[place].unknown
        low, high = truth if unknown is None else (truth[unknown],) * 2
        bites = sets[place] if high is not Verity.FALSE else frozenset()
        given_by.append(bites | (frozenset() if low is Verity.TRUE else NOTHING))
    return mark(reduce(fold, given_by, NOTHING))


@given(st.lists(st.lists(BEARER, min_size=3, max_size=3), min_size=1, max_size=6))
def test_the_fold_by_bits_is_the_fold_of_sets(lines: list[list[Bearer]]) -> None:
    folding = Folding()
    folded = nothing_follows(len(lines))
    for number in range(3):
        each = [line[number] for line in lines]
        numbers = np.array([folding.given(follows(one)) for one in each], np.int64)
        truths = np.array([TRUTHS.index(one[2]) for one in each], np.uint8)
        folding.fold(folded, np.arange(len(lines)), numbers, truths)
    marks, easing = np.array([folded.marks(assumed) for assumed in range(len(ASSUMED))]), folded.easing()
    for place, line in enumerate(lines):
        assert marks[:, place].tolist() == [expected(line, assumed) for assumed in range(len(ASSUMED))]
        assert easing[place] == any(eased and truth != FALSE for _, eased, truth in line)
