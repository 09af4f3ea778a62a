"""The table of steps: every pair of a step and a status has its answer, and nothing leads out of an end."""

import pytest

from cocket.licensing.licences.errors import MoveRefused
from cocket.licensing.licences.status import STEPS, UNMET, WHY_NOT, Guard, Lines, Move, Status, step

ENDS = {Status.REVOKED, Status.EXPIRED, Status.COMPLETED, Status.REPLACED, Status.SURRENDERED}
MATRIX = {
    Status.VALID: {
        Move.SUSPEND,
        Move.REVOKE,
        Move.EXPIRE,
        Move.EXHAUST,
        Move.COMPLETE,
        Move.AMEND,
        Move.SURRENDER,
    },
    Status.SUSPENDED: {Move.RESUME, Move.REVOKE, Move.EXPIRE},
    Status.EXHAUSTED: {Move.REPLENISH, Move.REVOKE, Move.EXPIRE},
    Status.REVOKED: set(),
    Status.EXPIRED: set(),
    Status.COMPLETED: set(),
    Status.IN_AMENDMENT: {Move.KEEP, Move.REPLACE, Move.SUSPEND, Move.REVOKE, Move.EXPIRE, Move.SURRENDER},
    Status.REPLACED: set(),
    Status.SURRENDERED: set(),
    None: {Move.ISSUE},
}


@pytest.mark.parametrize("status", MATRIX)
@pytest.mark.parametrize("move", Move)
def test_the_whole_matrix(move: Move, status: Status | None) -> None:
    if move in MATRIX[status]:
        assert step(move, status, "26-AA-100001").after is STEPS[move].after
        return
    with pytest.raises(MoveRefused) as refused:
        step(move, status, "26-AA-100001")
    assert "26-AA-100001" in refused.value.what
    assert refused.value.remedy


def test_nothing_leads_out_of_an_end() -> None:
    assert not ENDS & {before for one in STEPS.values() for before in one.before}


def test_only_a_valid_licence_has_usable_lines() -> None:
    for one in STEPS.values():
        assert (one.lines in (Lines.OPEN, Lines.USABLE)) == (one.after is Status.VALID)


def test_each_refusal_says_why() -> None:
    assert set(WHY_NOT) == {*Status, None}
    assert set(UNMET) == {guard for guard in Guard if guard}
