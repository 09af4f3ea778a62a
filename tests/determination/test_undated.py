"""A line without a day: the day is asked for where it changes the answer, and only there."""

from datetime import date

import pytest

from cocket.check.checker import Checker
from cocket.determination.determine import Determination
from cocket.determination.outcome import Open, Outcome
from tests.law.small_lawbook import SmallLawbook

LINE = {"destination": "DE", "end_user_listed": False, "end_user_type": "civil", "end_use": "civil"}


def check(checker: Checker, **stated: object) -> Determination:
    return checker.check({**LINE, **stated}, checker.lawbook.as_of).of("dual_use")


def test_the_day_is_asked_for_where_the_law_has_changed(checker: Checker) -> None:
    answer = check(checker, kind="magnet", family="NdFeB", composition={"Dy": 3})
    assert answer.outcome is Open.NEEDS_FACTS and answer.ask == ("date",) and answer.on is None
    assert {Outcome.NOT_CONTROLLED, Outcome.LICENCE_REQUIRED} <= set(answer.possible)


def test_goods_that_were_never_controlled_need_no_day(checker: Checker) -> None:
    answer = check(checker, kind="magnet", family="ferrite", composition={"Fe": 60, "O": 30, "Sr": 10, "Ho": 0})
    assert answer.outcome is Outcome.NOT_CONTROLLED and answer.ask == () and answer.on is None


def test_with_the_day_whatever_matters_on_any_day_is_asked_for(checker: Checker) -> None:
    answer = check(checker, kind="magnet", family="NdFeB")
    assert answer.ask[0] == "date" and {"composition.Dy", "composition.Tb"} <= {*answer.ask} | expanded(answer)


def expanded(answer: Determination) -> set[str]:
    """Many elements are asked for as one full composition."""
    return {"composition.Dy", "composition.Tb"} if "composition" in answer.ask else set()


def test_a_line_that_is_open_on_every_day_and_has_nothing_to_ask_goes_to_a_person(checker: Checker) -> None:
    answer = check(checker, kind="equipment", equipment="other", composition={"Fe": 99}, composition_complete=False)
    assert answer.outcome is Open.CONSULT and answer.ask == ()


def test_an_undated_answer_is_that_of_every_day(small: SmallLawbook) -> None:
    small.replace('issued: "2025-04-04"', 'issued: "2024-04-04"').replace(
        'in_force: {from: "2025-04-04"}', 'in_force: {from: "2025-01-01"}'
    )
    checker = Checker(small.read())
    stated = {**LINE, "kind": "magnet", "family": "NdFeB", "composition": {"Dy": 3}}
    answer = checker.check(stated, date(2025, 12, 31)).of("dual_use")
    assert answer.outcome is Outcome.LICENCE_REQUIRED and answer.on is None and answer.codes == ("1C905.a.4",)


LINES = (
    {"kind": "metal", "contains": ["Ho"], **LINE},
    {"kind": "magnet", "family": "NdFeB", "composition": {"Dy": 3}, "destination": "US"},
    {"kind": "oxide", "composition": {"Y2O3": 99}, "end_user": "General Dynamics"},
    {"kind": "technology", "technology_field": "magnet_making", "end_user_listed": False},
    {"kind": "motor"},
)


@pytest.mark.parametrize("stated", LINES, ids=str)
def test_no_day_of_the_law_is_passed_over(stated: dict[str, object], checker: Checker) -> None:
    known = checker.lawbook.as_of
    undated = checker.check(stated, known)
    for answer in undated.determinations:
        days = [checker.check({**stated, "date": day}, known).of(answer.regime) for day in checker.time.days]
        dated = [one for one in days if one.covered]
        assert (
            set(answer.possible) == {outcome for one in dated for outcome in one.possible} or len(answer.possible) == 1
        )
        asked = {fact for one in dated for fact in one.ask}
        if "composition" in answer.ask:  # the whole of it tells each element
            asked = {fact for fact in asked if not fact.startswith("composition.")}
        assert asked <= {*answer.ask}
