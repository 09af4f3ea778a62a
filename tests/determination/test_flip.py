"""The smallest change that turns an answer round is true, and nothing smaller exists: compared with brute force."""

from datetime import date
from itertools import combinations, product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cocket.determination.domain import assign, representatives
from cocket.determination.facts import Facts, Known
from cocket.determination.flip import ANYTHING, is_lever, smallest_flips
from cocket.determination.interpreter import possible
from cocket.determination.outcome import FREE, Outcomes
from cocket.determination.regime_law import RegimeLaw
from cocket.determination.weighing import weigh
from cocket.law.condition import Compare
from cocket.law.view import LawInTime
from cocket.quantity.interval import PPB, Interval, exactly
from tests.law.small_lawbook import SmallLawbook

MORE_ENTRIES = """\
  - id: "1C904.b"
    at: item 5
    text: {zh: 氧化铽, en: terbium oxide}
    controls: {kind: oxide, contains: Tb}
  - id: "1C902.a.4"
    at: item 6
    text: {zh: 钐钴永磁, en: SmCo magnets}
    controls: {kind: magnet, family: SmCo}
"""
BAN = """\
  - id: ban
    at: item 7
    says: {zh: 禁止, en: banned}
    on: {entries: listed}
    when: {destination: "US", end_user_type: military}
    effect: prohibit
"""
DECIDED_FACTS = {
    "kind": st.sampled_from([frozenset({kind}) for kind in ("magnet", "oxide", "motor", "ceramic")]),
    "family": st.sampled_from([frozenset({"NdFeB"}), frozenset({"SmCo"})]),
    "content.Dy": st.sampled_from([exactly(0), exactly(PPB // 50)]),
    "content.Tb": st.sampled_from([exactly(0), exactly(PPB // 50)]),
    "movement": st.sampled_from([frozenset({"export"}), frozenset({"transit"})]),
    "destination": st.sampled_from([frozenset({"US"}), frozenset({"DE"})]),
    "end_user_type": st.sampled_from([frozenset({"civil"}), frozenset({"military"})]),
}


def small_law() -> RegimeLaw:
    with TemporaryDirectory() as folder:
        small = SmallLawbook(Path(folder))
        small.replace("rules:\n", MORE_ENTRIES + "rules:\n").add(BAN)
        lawbook = small.read()
    return RegimeLaw(LawInTime(lawbook).view(date(2025, 9, 1), date(2025, 12, 31)), "dual_use")


LAW = small_law()


def outcomes(facts: Facts) -> Outcomes:
    return possible(LAW, weigh(LAW, facts))


def turned(before: Outcomes, after: Outcomes) -> bool:
    return not after & FREE if before <= FREE else after <= FREE


def other_values(facts: Facts, fact: str) -> list[Known]:
    said = LAW.index(facts)[fact]
    is_number = isinstance(said[0], Compare)
    anything = facts.having({fact: ANYTHING}) if is_number else facts.without(fact)
    return list(representatives(fact, said, anything, LAW.view.lawbook.vocabulary))


def smallest_by_brute_force(facts: Facts) -> int | None:
    """The least number of facts whose change turns the answer, by trying every set of every value."""
    before = outcomes(facts)
    levers = [fact for fact in LAW.index(facts) if is_lever(fact)]
    for size in (1, 2, 3):
        for names in combinations(levers, size):
            for values in product(*(other_values(facts, name) for name in names)):
                changed = facts
                for name, value in zip(names, values, strict=True):
                    changed = assign(changed, name, value)
                if turned(before, outcomes(changed)):
                    return size
    return None


@given(st.fixed_dictionaries(DECIDED_FACTS))
def test_nothing_smaller_turns_the_answer(values: dict[str, Known]) -> None:
    facts = Facts(values)
    before = outcomes(facts)
    assume(before <= FREE or not before & FREE)  # an open answer is not turned but decided
    flips = smallest_flips(LAW, facts, before)
    assert flips.exhausted
    sizes = {len(flip.changes) for flip in flips.found}
    assert sizes == {smallest_by_brute_force(facts)}


@given(st.fixed_dictionaries({}, optional=DECIDED_FACTS))
def test_every_change_proposed_is_true_and_an_open_answer_gets_none(values: dict[str, Known]) -> None:
    facts = Facts(values)
    before = outcomes(facts)
    flips = smallest_flips(LAW, facts, before)
    if before & FREE and not before <= FREE:
        assert flips.found == ()
    for flip in flips.found:
        changed = facts
        for fact, value in flip.changes.items():
            changed = assign(changed, fact, value)
        assert outcomes(changed) == flip.possible
        assert turned(before, flip.possible)


def test_a_magnet_with_dysprosium_is_freed_by_one_fact() -> None:
    facts = Facts({"kind": frozenset({"magnet"}), "family": frozenset({"NdFeB"}), "content.Dy": exactly(PPB // 50)})
    changed = [set(flip.changes) for flip in smallest_flips(LAW, facts, outcomes(facts)).found]
    assert {"content.Dy"} in changed
    assert all(len(names) == 1 for names in changed)


@pytest.mark.parametrize("fact", ["control_code", "goods_listed", "end_user@control_list"])
def test_a_party_or_a_claim_is_no_lever(fact: str) -> None:
    assert not is_lever(fact)


def test_a_range_that_is_not_decided_is_no_free_answer() -> None:
    facts = Facts({"kind": frozenset({"magnet"}), "family": frozenset({"NdFeB"}), "content.Dy": Interval(0, PPB // 10)})
    assert smallest_flips(LAW, facts, outcomes(facts)).found == ()
