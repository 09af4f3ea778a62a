"""Statements that cannot be read, or cannot be true together, are refused by name."""

from collections.abc import Mapping

import pytest

from cocket.quantity.composition import read_composition
from cocket.quantity.errors import CompositionError


def refusal(shares: Mapping[str, object], contains: tuple[str, ...] = (), complete: bool = False) -> CompositionError:
    with pytest.raises(CompositionError) as caught:
        read_composition(shares, contains, complete)
    return caught.value


@pytest.mark.parametrize(
    ("shares", "key", "part_of_message"),
    [
        ({"Xx": 3}, "Xx", "not the symbol of an element"),
        ({"DY": 3}, "DY", 'Did you mean "Dy"'),
        ({"unobtainium": 3}, "unobtainium", "cannot be read as a formula"),
        ({"NdFeB": 100}, "NdFeB", "not its proportions"),
        ({"Dy": -1}, "Dy", "below zero"),
        ({"Dy": 101}, "Dy", "more than 100 %"),
        ({"Dy": "n.d."}, "Dy", "detection limit"),
        ({"Fe": "bal."}, "Fe", "among those contained"),
        ({"Dy": None}, "Dy", "missing"),
        ({"Dy": True}, "Dy", "no figure"),
    ],
)
def test_a_statement_that_cannot_be_read_is_named(shares: dict[str, object], key: str, part_of_message: str) -> None:
    error = refusal(shares)
    assert error.keys == (key,)
    assert str(error).startswith(f"{key}: ")
    assert part_of_message in str(error)


def test_a_key_that_yaml_took_for_no_is_explained() -> None:
    assert "quotes" in refusal({False: 3}).remedy  # type: ignore[dict-item]


def test_more_than_the_whole() -> None:
    error = refusal({"Fe": 80, "Nd": 50})
    assert "130.00 %" in error.what
    assert error.keys == ("Fe", "Nd")


def test_lower_ends_alone_count_towards_the_whole() -> None:
    assert read_composition({"Fe": "60-70", "Nd": "29-35", "B": "0-5"}).rest_hi == 120_000_000


def test_compounds_count_towards_the_whole() -> None:
    assert "Fe2O3, SiO2" in refusal({"Fe2O3": 80, "SiO2": 40}).what


@pytest.mark.parametrize("dysprosium", [2, 0, "<1", 0.1])
def test_an_element_below_what_its_compound_brings(dysprosium: object) -> None:
    error = refusal({"Dy": dysprosium, "Dy2O3": 10})
    assert error.keys == ("Dy", "Dy2O3")
    assert "Dy2O3 alone brings at least 8.71 %" in error.what


def test_small_contradictions_are_seen_as_well() -> None:
    assert refusal({"Dy": 0, "Dy2O3": 0.005}).keys == ("Dy", "Dy2O3")


def test_several_compounds_that_bring_too_much_together() -> None:
    assert "Dy2O3 and DyF3 alone bring at least" in refusal({"Dy": 10, "Dy2O3": 9, "DyF3": 9}).what


def test_named_as_contained_and_given_as_none() -> None:
    assert "given as 0" in refusal({"Dy": 0}, contains=("Dy",)).what


@pytest.mark.parametrize("name", ["steel", "Dy2O3", ""])
def test_what_is_contained_must_be_an_element(name: str) -> None:
    assert "is not an element" in refusal({}, contains=(name,)).what


@pytest.mark.parametrize("pair", [("water", "H2O"), ("Dy", "镝"), ("CaCl2·2H2O", "CaCl2.2H2O")])
def test_one_substance_under_two_names(pair: tuple[str, str]) -> None:
    assert refusal(dict.fromkeys(pair, 1)).keys == pair


def test_what_is_contained_must_be_a_list() -> None:
    assert "Give a list" in refusal({}, contains="No").remedy  # type: ignore[arg-type]


def test_naming_an_element_that_has_a_figure_does_not_make_up_the_rest() -> None:
    assert "said to be complete" in refusal({"Nd": 31, "B": 1}, contains=("Nd",), complete=True).what


@pytest.mark.parametrize("shares", [{"Nd": 31, "B": 1}, {"Dy2O3": "<90"}, {}])
def test_complete_figures_must_make_up_the_whole(shares: dict[str, object]) -> None:
    assert "said to be complete" in refusal(shares, complete=True).what
