"""The declared number of goods whose kind no law names: it may point to a list, and decides and frees nothing."""

from datetime import date

import pytest

from cocket.check.checker import Checker, Verdict
from cocket.determination.outcome import Open, Outcome
from cocket.law.lawbook import load_lawbook

CHECKER = Checker(load_lawbook())
ORDINARY = "ordinary_export_licence"
BASE = {
    "date": "2026-03-01",
    "destination": "JP",
    "end_user_listed": False,
    "end_user_type": "civil",
    "end_use": "civil",
}


def check(**stated: object) -> Verdict:
    return CHECKER.check({**BASE, **stated}, date(2026, 11, 22))


def test_a_heading_of_the_catalogue_points_to_it() -> None:
    assert check(kind="other_goods").of(ORDINARY).outcome is Outcome.NOT_CONTROLLED
    pointed = check(kind="other_goods", hs="8102.99.0000")
    assert (pointed.of(ORDINARY).outcome, pointed.headline) == (Open.CONSULT, Open.CONSULT)


def test_a_heading_that_is_not_in_it_points_nowhere() -> None:
    assert check(kind="other_goods", hs="9503008900").headline is Outcome.NOT_CONTROLLED


def test_it_says_nothing_in_the_other_regimes() -> None:
    with_number, without = check(kind="other_goods", hs="8102990000"), check(kind="other_goods")
    for regime in ("dual_use", "technology_catalogue", "unreliable_entities"):
        assert with_number.of(regime) == without.of(regime)


@pytest.mark.parametrize("number", ["2805301100", "8102990000", "7202991100", "9503", "8505110000"])
@pytest.mark.parametrize(
    "goods",
    [
        {"kind": "metal", "composition": {"Nd": 99.9}},
        {"kind": "motor"},
        {"kind": "magnet", "family": "ferrite"},
        {"kind": "metal", "composition": {"Cu": 99.9}, "composition_complete": True},
        {"kind": "oxide"},
        {},
    ],
)
def test_beside_goods_that_are_told_it_changes_no_answer(number: str, goods: dict[str, object]) -> None:
    assert check(**goods, hs=number).determinations == check(**goods).determinations
