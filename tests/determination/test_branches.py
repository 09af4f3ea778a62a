"""A case completed step by step says at each step what the interpreter says of it."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cocket.determination import ask
from cocket.determination.ask import Inquiry
from cocket.determination.branches import Branch
from cocket.determination.domain import is_missing
from cocket.determination.interpreter import possible, settled
from cocket.determination.logic import is_undecided
from cocket.determination.norm_bits import ASSUMED, norm_bits, truth_at
from cocket.determination.weighing import weigh
from tests.determination.random_law import CASES, UNWRITTEN_CASES, Case

ANY_CASE = CASES | UNWRITTEN_CASES


def walked(case: Case, draw: st.DataObject) -> tuple[Inquiry, Branch]:
    """The case with some of its missing facts completed, in some order."""
    inquiry = Inquiry(case.law, weigh(case.law, case.facts), case.facts)
    inquiry._index(count_open=draw.draw(st.booleans()))
    branch = inquiry.start
    for fact in draw.draw(st.permutations(sorted(inquiry.missing())))[: draw.draw(st.integers(0, 4))]:
        number = draw.draw(st.integers(0, len(inquiry.values(fact)) - 1))
        branch = inquiry.walk.having(branch, fact, number)
    return inquiry, branch


@settings(max_examples=250)
@given(ANY_CASE, st.data())
def test_after_any_steps_the_case_is_weighed_as_if_anew(case: Case, draw: st.DataObject) -> None:
    inquiry, branch = walked(case, draw)
    bits, anew = inquiry.bits, weigh(case.law, branch.facts)
    assert branch.truths.differing(bits.of(anew)) & ~bits.idle == 0
    assert [bits.possible(branch.truths, one) for one in range(len(ASSUMED))] == [
        possible(case.law, anew, one) for one in ASSUMED
    ]
    assert bits.settled(branch.truths) == settled(case.law, anew)


@settings(max_examples=100)
@given(ANY_CASE, st.data())
def test_what_is_missing_of_a_branch_is_what_is_missing_of_its_facts(case: Case, draw: st.DataObject) -> None:
    inquiry, branch = walked(case, draw)
    spoken = inquiry.walk.spoken
    missing = {fact for fact, bit in spoken.fact_bit.items() if branch.missing & bit}
    assert missing == {fact for fact in spoken.said if is_missing(fact, branch.facts)}


@settings(max_examples=100)
@given(ANY_CASE, st.data())
def test_the_next_step_is_by_the_fact_that_keeps_most_norms_undecided(case: Case, draw: st.DataObject) -> None:
    inquiry, branch = walked(case, draw)
    spoken, counts = inquiry.walk.spoken, Counter[str]()
    for place, norm in enumerate(inquiry.bits.norms):
        facts = spoken.place_in.get(1 << place, {})
        if is_undecided(truth_at(branch.truths, 1 << place)):
            counts.update(fact for fact in facts if is_missing(fact, branch.facts))
        assert (id(norm) in {id(one) for one, _ in inquiry._counted()}) == bool(spoken.of & 1 << place)
    expected = counts.most_common(1)[0][0] if counts else None
    assert spoken.weightiest(branch, branch) == expected


@settings(max_examples=150)
@given(ANY_CASE)
def test_a_search_that_is_given_up_at_once_still_asks_where_there_is_something_to_ask(case: Case) -> None:
    weighed = weigh(case.law, case.facts)
    if settled(case.law, weighed):
        return
    asked = Inquiry(case.law, weighed, case.facts).essential()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ask, "BUDGET", 0)
        given_up = Inquiry(case.law, weighed, case.facts).essential()
    assert given_up or not asked


@settings(max_examples=50)
@given(ANY_CASE)
def test_norms_are_found_by_the_places_they_have_in_the_law(case: Case) -> None:
    bits = norm_bits(case.law)
    assert bits is norm_bits(case.law)
    weighed = weigh(case.law, case.facts)
    truths = bits.of(weighed)
    told = {id(norm): truth for norm, truth in (*weighed.entries, *weighed.rules, *weighed.gaps)}
    for norm in bits.norms:
        truth = truth_at(truths, bits.bit[id(norm)])
        assert told.get(id(norm), (0, 0)) == truth
