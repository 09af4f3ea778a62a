"""What goods are made of narrows what they may be, and never more than the figures prove."""

import pytest

from cocket.check.checker import Checker
from cocket.determination.families import NECESSARY, SUFFICIENT, family_by_composition
from cocket.determination.read_facts import METALLIC, Line
from cocket.quantity.composition import read_composition

FAMILIES = frozenset({"NdFeB", "SmCo", "SmFeN", "ferrite", "AlNiCo", "Ce", "other_family"})
CONTRADICTION = "family_contradicts_composition"


def read(checker: Checker, **stated: object) -> Line:
    return checker.read(stated)


def family(shares: dict[str, object], complete: bool = False) -> frozenset[str]:
    return family_by_composition(read_composition(shares, complete=complete), FAMILIES)


@pytest.mark.parametrize(
    ("shares", "wanted"),
    [
        ({"Nd": 31, "Fe": 67, "B": 1}, {"NdFeB"}),
        ({"Nd": 26, "Dy": 5, "Fe": 67, "B": 1}, {"NdFeB"}),
        ({"Sm": 25, "Co": 50, "Fe": 18}, {"SmCo"}),
        ({"Sm": 36, "Co": 64}, {"SmCo"}),
    ],
)
def test_a_typical_grade_tells_its_family(shares: dict[str, object], wanted: set[str]) -> None:
    assert family(shares) == wanted


def test_nothing_stated_tells_nothing() -> None:
    assert family({}) == FAMILIES
    assert family({"Dy": 3}) == FAMILIES


def test_what_a_family_must_hold_excludes_it_when_it_cannot_be_there() -> None:
    assert "NdFeB" not in family({"Fe": 30, "Nd": 30})
    assert "NdFeB" not in family({"B": 0})
    assert "SmCo" not in family({"Sm": 5})
    assert "SmCo" not in family({"Co": "<20"})
    assert family({"Fe": 70, "Sm": 24}) == FAMILIES - {"SmCo"}


def test_a_share_that_may_still_be_enough_excludes_nothing() -> None:
    assert "NdFeB" in family({"Fe": "30-50"})
    assert "SmCo" in family({"Sm": "≥5"})


@pytest.mark.parametrize("name", SUFFICIENT)
def test_what_proves_a_family_is_more_than_what_it_must_hold(name: str) -> None:
    for element, least in NECESSARY[name].items():
        assert SUFFICIENT[name].get(element, least) >= least


def test_the_family_of_a_line_is_read_from_its_composition(checker: Checker) -> None:
    line = read(checker, kind="magnet", composition={"Nd": 31, "Fe": 67, "B": 1})
    assert line.facts.choice("family") == {"NdFeB"} and line.warnings == ()


def test_a_stated_family_that_fits_stands(checker: Checker) -> None:
    line = read(checker, kind="magnet", family="NdFeB", composition={"Fe": 66, "Nd": 30})
    assert line.facts.choice("family") == {"NdFeB"} and line.warnings == ()


def test_a_contradiction_is_told_and_leaves_both_possible(checker: Checker) -> None:
    line = read(checker, kind="magnet", family="ferrite", composition={"Nd": 31, "Fe": 67, "B": 1})
    assert line.facts.choice("family") == {"ferrite", "NdFeB"}
    assert line.warnings == (CONTRADICTION,)


def test_a_false_family_does_not_free_a_listed_magnet(checker: Checker) -> None:
    stated = {"kind": "magnet", "family": "ferrite", "composition": {"Nd": 28, "Dy": 3, "Fe": 67, "B": 1}}
    verdict = checker.check(
        {**stated, "date": "2025-06-20", "destination": "DE", "end_user_listed": False, "end_use": "civil"},
        checker.lawbook.as_of,
    )
    answer = verdict.of("dual_use")
    assert answer.is_open and "family" in answer.ask and verdict.warnings == (CONTRADICTION,)


@pytest.mark.parametrize("shares", [{"Dy2O3": 99}, {"Y2O3": 95, "ZrO2": 5}, {"Dy2O3": 60}])
def test_what_is_mostly_oxide_is_no_metal_alloy_or_magnet(shares: dict[str, object], checker: Checker) -> None:
    known = read(checker, composition=shares).facts.choice("kind")
    assert known == checker.lawbook.vocabulary.exact("kind") - METALLIC


@pytest.mark.parametrize("shares", [{"Dy2O3": 50}, {"Dy": 99}, {"DyCl3": 99}, {"SiO2": 50, "Dy": 50}])
def test_what_is_not_mostly_oxide_may_be_anything(shares: dict[str, object], checker: Checker) -> None:
    assert read(checker, composition=shares).facts.choice("kind") is None


@pytest.mark.parametrize("word", ["powder", "metal_product", "solid_metal"])
def test_a_stated_kind_is_not_narrowed_even_a_loose_one(word: str, checker: Checker) -> None:
    """Laboratories report rare-earth metals as oxides: the word of the exporter stands beside such figures."""
    known = read(checker, kind=word, composition={"Dy2O3": 99}).facts.choice("kind")
    assert known == set(checker.lawbook.vocabulary.values["kind"][word].may_be)


def test_a_kind_that_is_stated_exactly_stands_whatever_it_is_made_of(checker: Checker) -> None:
    """A laboratory may report a metal as oxides; what the exporter calls it is not ours to correct."""
    assert read(checker, kind="metal", composition={"Dy2O3": 99}).facts.choice("kind") == {"metal"}


def test_a_named_substance_of_one_hundred_per_cent_leaves_nothing_else(checker: Checker) -> None:
    named = checker.read({"substance": "synthetic diamond", "composition": {"C": 100}})
    assert named.composition.complete
    for other in (
        {"composition": {"C": 100}},
        {"substance": "synthetic diamond", "composition": {"C": 99.9}},
        {"substance": "synthetic diamond", "composition": {"C": 100}, "composition_complete": False},
    ):
        assert not checker.read(other).composition.complete
