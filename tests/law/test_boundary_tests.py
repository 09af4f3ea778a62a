"""The tests that are made for a new instrument: what is tried, and what the answers say must come out."""

from collections.abc import Sequence
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.law.answers import Goods, NewInstrument
from cocket.law.boundary_goods import NoSuchGoodsError, cases
from cocket.law.boundary_tests import Examples
from cocket.law.lawbook import Lawbook
from cocket.law.new_instrument import Example
from tests.law.new_answers import RUTHENIUM, goods, new_instrument

RELATIONS = {
    "at_least": ("NOT_CONTROLLED", "LICENCE_REQUIRED", "LICENCE_REQUIRED"),
    "above": ("NOT_CONTROLLED", "NOT_CONTROLLED", "LICENCE_REQUIRED"),
    "at_most": ("LICENCE_REQUIRED", "LICENCE_REQUIRED", "NOT_CONTROLLED"),
    "below": ("LICENCE_REQUIRED", "NOT_CONTROLLED", "NOT_CONTROLLED"),
}


def made(new: NewInstrument, lawbook: Lawbook) -> tuple[Example, ...]:
    return Examples(new, lawbook).all()


def tried(examples: Sequence[Example], fact: str) -> list[tuple[str, str]]:
    """The figure of a fact, or the share of an element, with the outcome that must come out."""
    found = []
    for one in examples:
        composition = one.given.get("composition")
        said = composition.get(fact) if isinstance(composition, dict) else None
        found.append((str(one.given.get(fact, said)), str(one.expect["outcome"])))
    return found


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_share_is_tried_below_at_and_above_as_the_relation_says(relation: str, lawbook: Lawbook) -> None:
    limit = {"of": "Ru", "relation": relation, "figure": "97 %"}
    _, below, at, above, *_ = tried(made(new_instrument(goods(limits=[limit])), lawbook), "Ru")
    assert [one[0] for one in (below, at, above)] == ["96.999", "97", "97.001"]
    assert tuple(one[1] for one in (below, at, above)) == RELATIONS[relation]


def test_a_measure_is_tried_in_its_own_unit(lawbook: Lawbook) -> None:
    limit = {"of": "Wh_per_kg", "relation": "at_least", "figure": "300"}
    examples = made(new_instrument(goods(kinds=["battery"], limits=[limit])), lawbook)
    assert tried(examples, "param.Wh_per_kg")[1:4] == [
        ("299.9", "NOT_CONTROLLED"),
        ("300", "LICENCE_REQUIRED"),
        ("300.1", "LICENCE_REQUIRED"),
    ]


def test_of_a_range_each_end_is_tried_while_the_other_holds(lawbook: Lawbook) -> None:
    limits = [{"of": "Ru", "relation": "above", "figure": "2 %"}, {"of": "Ru", "relation": "at_most", "figure": "4 %"}]
    examples = made(new_instrument(goods(limits=limits)), lawbook)
    assert tried(examples, "Ru")[1:7] == [
        *(("1.999", "NOT_CONTROLLED"), ("2", "NOT_CONTROLLED"), ("2.001", "LICENCE_REQUIRED")),
        *(("3.999", "LICENCE_REQUIRED"), ("4", "LICENCE_REQUIRED"), ("4.001", "NOT_CONTROLLED")),
    ]


def test_where_the_text_has_no_floor_a_trace_goes_to_a_person(lawbook: Lawbook) -> None:
    examples = made(new_instrument(goods(kinds=["alloy"], contains=["Ru"])), lawbook)
    assert tried(examples, "Ru")[1:4] == [
        ("0", "NOT_CONTROLLED"),
        ("0.0099", "CONSULT"),
        ("0.01", "LICENCE_REQUIRED"),
    ]


def test_the_main_constituent_is_tried_around_half(lawbook: Lawbook) -> None:
    examples = made(new_instrument(goods(main=["Ru"])), lawbook)
    assert tried(examples, "Ru")[1:4] == [
        ("49.99", "NOT_CONTROLLED"),
        ("50", "LICENCE_REQUIRED"),
        ("50.01", "LICENCE_REQUIRED"),
    ]


def test_what_the_answers_could_not_say_goes_to_a_person_but_frees_what_fails_the_rest(lawbook: Lawbook) -> None:
    examples = made(new_instrument(RUTHENIUM | {"remaining": "is it a crystal bar?"}), lawbook)
    assert [outcome for _, outcome in tried(examples, "Ru")] == ["CONSULT", "NOT_CONTROLLED", "CONSULT", "CONSULT"]


def test_the_first_and_the_last_day_are_tried_from_both_sides(lawbook: Lawbook) -> None:
    examples = made(new_instrument(RUTHENIUM, until="2027-12-31"), lawbook)
    days = [(str(one.on), one.expect["outcome"]) for one in examples if "97 %" not in one.name]
    assert days == [
        ("2027-04-01", "LICENCE_REQUIRED"),
        ("2027-03-31", "NOT_CONTROLLED"),
        ("2027-12-31", "LICENCE_REQUIRED"),
        ("2028-01-01", "NOT_CONTROLLED"),
    ]
    assert {str(one.known) for one in examples} == {"2027-03-01"}  # later law must not change what is expected


@pytest.mark.parametrize(
    ("last_day", "last"), [("inside", "2027-12-31"), ("not_said", "2027-12-31"), ("outside", "2027-12-30")]
)
def test_a_suspension_ends_when_the_lawyer_says(last_day: str, last: str, lawbook: Lawbook) -> None:
    change = {"do": "suspend", "at": "1", "targets": ["cn/mofcom-gac/2025/18"], "since": "2027-04-01"}
    new = new_instrument(changes=[change | {"until": "2027-12-31", "last_day": last_day}])
    found = {str(one.on): one.expect["outcome"] for one in made(new, lawbook)}
    assert found["2027-03-31"] == "LICENCE_REQUIRED"
    assert found["2027-04-01"] == found[last] == "NOT_REQUIRED_SUSPENDED"
    assert max(found) == str(
        new.changes[0].last and new.changes[0].last.fromordinal(new.changes[0].last.toordinal() + 1)
    )
    assert found[max(found)] == "LICENCE_REQUIRED"


def test_limits_that_no_goods_can_meet_are_refused(lawbook: Lawbook) -> None:
    limits = [{"of": "Ru", "relation": "above", "figure": "4 %"}, {"of": "Ru", "relation": "below", "figure": "4 %"}]
    with pytest.raises(NoSuchGoodsError) as refused:
        made(new_instrument(RUTHENIUM, goods(code="1C990.b", limits=limits)), lawbook)
    assert refused.value.number == 1
    assert "above 4 %" in str(refused.value)


def test_answers_that_give_no_test_are_named(lawbook: Lawbook) -> None:
    change = {"do": "suspend", "at": "1", "targets": ["cn/mofcom/2024/46#1"], "since": "2027-04-01"}
    maker = Examples(new_instrument(RUTHENIUM, changes=[change]), lawbook)
    assert maker.untested(maker.all()) == ("changes[0]",)


@given(
    share=st.decimals(Decimal("0.0001"), Decimal("99.999"), places=4) | st.decimals(95, 99, places=1),
    relation=st.sampled_from(sorted(RELATIONS)),
    others=st.lists(st.sampled_from(["Ni", "Co", "W"]), unique=True),
)
def test_goods_are_whole_and_meet_what_they_are_said_to_meet(share: Decimal, relation: str, others: list[str]) -> None:
    limit = {"of": "Ru", "relation": relation, "figure": f"{share} %"}
    line = msgspec.convert(goods(kinds=["alloy"], limits=[limit], contains=others), Goods)
    try:
        found = list(cases(line, "Sn"))
    except NoSuchGoodsError:
        return
    holds = {"at_least": Decimal.__ge__, "above": Decimal.__gt__, "at_most": Decimal.__le__, "below": Decimal.__lt__}
    for one in [case for case in found if not case.tried or case.tried.endswith(f"{share} % Ru")]:
        composition = one.given["composition"]
        assert isinstance(composition, dict)
        assert sum(map(Decimal, map(str, composition.values()))) == 100
        assert all(Decimal(composition[element]) > 0 for element in others)
        assert (one.meets == "inside") == holds[relation](Decimal(composition["Ru"]), share)
