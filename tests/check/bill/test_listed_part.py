"""What a part is, and what may be in it, by the law's own conditions."""

from fractions import Fraction

import pytest

from cocket.check.bill.listed_part import CHINESE_PART_1, Judged, Listed, ListedParts, limits_on
from cocket.check.bill.part import Part
from cocket.check.checker import Checker

YES, NO, OPEN = Listed.YES, Listed.NO, Listed.OPEN
DYSPROSIUM = {"kind": "metal", "composition": {"Dy": 99.9}, "origin": "CN"}
STEEL = {"kind": "alloy", "composition": {"Fe": 98, "C": 2}, "composition_complete": True}

CASES: dict[str, tuple[dict[str, object], Judged]] = {
    "dysprosium metal from China counts": (DYSPROSIUM, Judged(YES, inside=True)),
    "from Australia it does not, and holds none": ({**DYSPROSIUM, "origin": "AU"}, Judged(NO, inside=False)),
    "of unknown origin it may": ({**DYSPROSIUM, "origin": "XX"}, Judged(OPEN, inside=True)),
    "samarium oxide is not in part 1, but samarium may have gone in as metal": (
        {"kind": "oxide", "composition": {"Sm2O3": 100}, "composition_complete": True, "origin": "CN"},
        Judged(NO, inside=True),
    ),
    "steel of known composition holds none": ({**STEEL, "origin": "CN"}, Judged(NO, inside=False)),
    "steel of which not all is told may": (
        {"kind": "alloy", "contains": ["Fe"], "origin": "VN"},
        Judged(NO, inside=True),
    ),
    "a magnet with one per cent of dysprosium may hold the metal": (
        {"kind": "magnet", "composition": {"Dy": 1, "Nd": 30, "Fe": 69}, "composition_complete": True, "origin": "VN"},
        Judged(NO, inside=True),
    ),
    "a part of which nothing is told may be anything": ({}, Judged(OPEN, inside=True)),
}


@pytest.mark.parametrize("name", CASES)
def test_a_part_is_judged_by_kind_composition_and_origin(name: str, checker: Checker) -> None:
    stated, wanted = CASES[name]
    listed = ListedParts(checker, CHINESE_PART_1, checker.lawbook.as_of)
    assert listed.judge(Part("P", None, Fraction(1), None, 2, stated)) == wanted


def test_the_limit_comes_from_the_law(checker: Checker) -> None:
    assert limits_on(checker.lawbook, CHINESE_PART_1.fact) == (1_000_000,)
