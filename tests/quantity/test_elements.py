from itertools import pairwise

import pytest

from cocket.quantity.elements import ELEMENTS, RARE_EARTHS, element, find_element
from cocket.quantity.errors import UnknownElement
from cocket.quantity.interval import Interval


def test_there_are_118_elements_numbered_in_order() -> None:
    assert [item.number for item in ELEMENTS.values()] == list(range(1, 119))


def test_no_name_or_symbol_stands_for_two_elements() -> None:
    for words in zip(*((item.symbol, item.name_zh, item.name_en) for item in ELEMENTS.values()), strict=True):
        assert len(set(words)) == 118


def test_weights_rise_with_the_number_but_for_the_known_exceptions() -> None:
    middles = [(item.symbol, item.weight.lo + item.weight.hi) for item in ELEMENTS.values() if item.number <= 92]
    falls = {f"{one}-{other}" for (one, light), (other, heavy) in pairwise(middles) if heavy <= light}
    assert falls == {"Ar-K", "Co-Ni", "Te-I", "Th-Pa"}


@pytest.mark.parametrize(
    ("symbol", "lo", "hi"),
    [
        ("H", 1_007_800, 1_008_200),
        ("O", 15_998_000, 16_000_000),
        ("Dy", 162_490_000, 162_510_000),
        ("Gd", 157_247_000, 157_251_000),  # revised in 2024
        ("Lu", 174_966_640, 174_966_740),  # revised in 2024
        ("Pb", 206_100_000, 208_300_000),
    ],
)
def test_weight_is_an_interval_in_microdalton(symbol: str, lo: int, hi: int) -> None:
    assert element(symbol).weight == Interval(lo, hi)


@pytest.mark.parametrize(("symbol", "isotope"), [("Pm", 147), ("Pu", 238), ("Am", 241), ("Tc", 99), ("Cm", 244)])
def test_without_a_standard_weight_the_isotopes_in_commerce_are_inside(symbol: str, isotope: int) -> None:
    assert element(symbol).weight.holds(isotope * 1_000_000)


def test_the_trade_counts_seventeen_rare_earths() -> None:
    assert " ".join(RARE_EARTHS) == "Sc Y La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu"


@pytest.mark.parametrize("text", ["Dy", "镝", "鏑", "dysprosium", "Dysprosium", " DYSPROSIUM "])
def test_an_element_is_found_by_symbol_and_by_name(text: str) -> None:
    assert find_element(text) == "Dy"


@pytest.mark.parametrize("text", ["dy", "DY", "steel", "", "镝铁"])
def test_what_is_neither_is_not_found(text: str) -> None:
    assert find_element(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [("DY", "Dy"), ("dy", "Dy"), ("disprosium", "Dy"), ("Terbuim", "Tb"), ("dysprosium", "Dy")],
)
def test_a_near_miss_is_suggested_not_taken(text: str, meant: str) -> None:
    with pytest.raises(UnknownElement, match=f'Did you mean "{meant}"'):
        element(text)


def test_a_symbol_far_from_any_gets_the_plain_remedy() -> None:
    with pytest.raises(UnknownElement, match="Write a symbol such as Dy"):
        element("Qqq")
