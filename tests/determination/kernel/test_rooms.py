"""Kinds that are weighed as one group, and goods with a stated code: each condition says what it says alone."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cocket.determination.facts import Facts, Known
from cocket.determination.kernel import block
from cocket.determination.kernel.block import Block
from cocket.determination.kernel.columns import columns_of
from cocket.determination.kernel.planes import WORD, planes_of, undecided, unpacked
from cocket.determination.kernel.weighed_lines import placed
from cocket.determination.logic import evaluate
from cocket.law.condition import All, AnyOf, Compare, Condition, In, Not
from cocket.quantity.interval import Interval

KINDS, ENTRIES = 30, 90  # so many that they do not fit one room


def entry(number: int) -> Condition:
    """Of some kinds with something of an element; by a stated code as well, or with one, or not where one is stated."""
    kinds = frozenset({f"k{number % KINDS}", f"k{number * 7 % KINDS}"})
    described = All((In("kind", kinds), Compare("content.Dy", "above", number)))
    code = In("control_code", frozenset({f"E{number}"}))
    return (AnyOf((described, code)), All((In("kind", kinds), code)), All((described, Not(code))))[number % 3]


ALL = [entry(number) for number in range(ENTRIES)]
QUIET = [entry(number) for number in range(ENTRIES) if number % 3 < 2]  # where no code is stated, none holds by one
CODES = st.none() | st.integers(0, ENTRIES + 1).map(lambda number: frozenset({f"E{number}"}))
LINES = st.builds(
    lambda kind, code, amount: facts(kind=kind, control_code=code, amount=amount),
    st.none()
    | st.sets(st.integers(0, KINDS + 1), min_size=1, max_size=2).map(lambda some: frozenset(map("k{}".format, some))),
    st.none() | CODES,
    st.none() | st.integers(0, ENTRIES + 1),
)


def facts(*, kind: frozenset[str] | None, control_code: frozenset[str] | None, amount: int | None) -> Facts:
    said: dict[str, Known | None] = {
        "kind": kind,
        "control_code": control_code,
        "content.Dy": None if amount is None else Interval(amount, amount),
    }
    return Facts({fact: known for fact, known in said.items() if known is not None})


@pytest.mark.parametrize("conditions", [ALL, QUIET], ids=["all", "quiet"])
@pytest.mark.parametrize("rows_alone", [2, block.ROWS_FOR_A_ROOM], ids=["many", "few"])
@settings(max_examples=60, deadline=None)
@given(batches=st.lists(st.lists(LINES, min_size=1, max_size=40), min_size=1, max_size=3))
def test_conditions_say_of_lines_in_any_company_what_they_say_alone(
    rows_alone: int, conditions: list[Condition], batches: list[list[Facts]]
) -> None:
    found = Block(conditions, "kind", "control_code")
    with patch.object(block, "ROWS_FOR_A_ROOM", rows_alone):  # so many of a kind are weighed by themselves
        for lines in batches:  # kinds and codes not met before find their place in a later batch too
            truths = unpacked(placed(found, columns_of(lines)).whole(len(conditions)))[:, :, : len(conditions)]
            for row, line in enumerate(lines):
                assert [tuple(bits) for bits in truths[row].T.tolist()] == [
                    planes_of(evaluate(condition, line)) for condition in conditions
                ]


def test_kinds_with_few_entries_are_one_group_and_those_of_no_entry_another() -> None:
    lines = [facts(kind=frozenset({f"k{one}"}), control_code=None, amount=5) for one in range(KINDS + 10)]
    few, none = Block(QUIET, "kind", "control_code").evaluate(columns_of(lines))
    assert few.rows.tolist() == list(range(0, KINDS, 3)) and 0 < len(few.bits) <= WORD
    assert none.rows.tolist() == [one for one in range(KINDS + 10) if one >= KINDS or one % 3] and not len(none.bits)


def test_a_code_stated_for_goods_of_no_entry_decides_whatever_else_is_missing() -> None:
    stated = facts(kind=frozenset({f"k{KINDS + 1}"}), control_code=frozenset({"E3"}), amount=None)
    (group,) = Block(QUIET, "kind", "control_code").evaluate(columns_of([stated, stated]))
    assert [QUIET[bit] for bit in group.bits] == [entry(3)] and not group.cells
    assert len(group.planes) == 1 and unpacked(group.planes)[0, :, 0].all()


def test_a_code_stated_for_goods_that_an_entry_describes_does_not_decide() -> None:
    stated = facts(kind=frozenset({"k6"}), control_code=frozenset({"E3"}), amount=None)
    (group,) = Block(QUIET, "kind", "control_code").evaluate(columns_of([stated]))
    assert undecided(group.planes).any() and "content.Dy" in group.cells
