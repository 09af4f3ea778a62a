"""The declared customs number may contradict the goods; it warns and never decides."""

import pytest

from cocket.check.checker import Checker, Verdict
from cocket.determination.customs import MISMATCH, heading_of, pointed_at

BASE = {
    "date": "2025-06-20",
    "destination": "DE",
    "end_user_listed": False,
    "end_user_type": "civil",
    "end_use": "civil",
}


def check(checker: Checker, **stated: object) -> Verdict:
    return checker.check({**BASE, **stated}, checker.lawbook.as_of)


@pytest.mark.parametrize(
    ("number", "stated"),
    [
        ("9503", {"kind": "magnet", "family": "NdFeB", "composition": {"Dy": 3}}),
        ("850519", {"kind": "magnet", "family": "NdFeB"}),
        ("850511", {"kind": "magnet", "family": "ferrite"}),
        ("8501", {"kind": "oxide"}),
        ("2846901500", {"kind": "magnet", "family": "SmCo"}),
        ("2805301200", {"kind": "metal", "composition": {"Fe": 99, "C": 1}, "composition_complete": True}),
        # dysprosium oxide as yttrium oxide: a trace of it may be there, and the number is not that of the goods
        ("2846901100", {"kind": "oxide", "composition": {"Dy2O3": 99.9}}),
    ],
)
def test_a_number_that_cannot_be_that_of_the_goods_is_told(
    number: str, stated: dict[str, object], checker: Checker
) -> None:
    assert MISMATCH in check(checker, hs=number, **stated).warnings
    assert MISMATCH not in check(checker, **stated).warnings


@pytest.mark.parametrize(
    ("number", "stated"),
    [
        ("8505", {"kind": "magnet", "family": "NdFeB"}),
        ("8505110000", {"kind": "magnet", "family": "NdFeB"}),
        ("850519", {"kind": "magnet", "family": "ferrite"}),
        ("8501", {"kind": "motor"}),
        ("2846901500", {"kind": "oxide", "composition": {"Dy2O3": 99}}),
        ("2805301200", {"kind": "metal", "composition": {"Dy": 99}}),
        ("3824999922", {"kind": "mixture", "composition": {"Dy2O3": 5}}),  # of many entries, one fits
    ],
)
def test_a_number_that_fits_is_no_warning(number: str, stated: dict[str, object], checker: Checker) -> None:
    assert MISMATCH not in check(checker, hs=number, **stated).warnings


def test_silence_about_the_goods_contradicts_no_number(checker: Checker) -> None:
    assert MISMATCH not in check(checker, hs="8505110000").warnings


def test_a_misdeclared_oxide_keeps_its_answer(checker: Checker) -> None:
    """The reason why a number may add a candidate and never take one away."""
    stated = {"kind": "oxide", "composition": {"Dy2O3": 99.9}}
    honest, misdeclared = check(checker, **stated), check(checker, hs="2825", **stated)
    assert misdeclared.determinations == honest.determinations
    assert honest.of("dual_use").codes == ("1C905.b",)


def test_a_number_points_to_entries_in_either_direction_of_detail(checker: Checker) -> None:
    view = checker.time.view(checker.lawbook.as_of, checker.lawbook.as_of)
    exact = {norm.name for norm in pointed_at(view, "2805301200")}
    assert "1C905.a.1" in exact
    assert exact <= {norm.name for norm in pointed_at(view, "2805")}
    assert pointed_at(view, "9999") == ()


def test_the_longest_heading_counts(checker: Checker) -> None:
    heading = heading_of(checker.lawbook.headings, "8505110000")
    assert heading is not None and heading.prefix == "850511"
    assert heading_of(checker.lawbook.headings, "0101") is None
