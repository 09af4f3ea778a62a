from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.quantity.amount import Amount, convert, parse_amount
from cocket.quantity.errors import QuantityError
from cocket.quantity.units import UNITS, find_unit


@pytest.mark.parametrize(
    ("text", "unit", "number", "smallest"),
    [
        ("1.5", "kg", 1_500_000, "MGM"),
        (1.5, "KGM", 1_500_000, "MGM"),
        ("0,25", "g", 250, "MGM"),
        (Decimal("2"), "TNE", 2_000_000_000, "MGM"),
        ("1,234.5", "kg", 1_234_500_000, "MGM"),
        (3, "pcs", 3, "H87"),
        ("3", "C62", 3, "H87"),
        ("3", "件", 3, "H87"),
        ("2.5", "m", 2_500, "MMT"),
        ("0.5", "m²", 500_000, "MMK"),
        ("1", "LTR", 1_000, "MLT"),
        ("0", "kg", 0, "MGM"),
    ],
)
def test_an_amount_is_a_whole_number_of_the_smallest_unit(text: str, unit: str, number: int, smallest: str) -> None:
    amount = parse_amount(text, unit)
    assert (amount.number, amount.unit.smallest) == (number, smallest)


def test_an_unknown_unit_names_the_known_ones() -> None:
    with pytest.raises(QuantityError) as caught:
        parse_amount("1", "barrel")
    assert all(code in caught.value.remedy for code in UNITS)


@pytest.mark.parametrize(("text", "unit"), [("0.0000001", "kg"), ("1.5", "pcs"), (0.0001, "g")])
def test_an_amount_finer_than_the_smallest_unit_is_not_rounded(text: object, unit: str) -> None:
    with pytest.raises(QuantityError, match="finer than"):
        parse_amount(text, unit)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["-1", -1, "", "five", "1,234", "<5", "5 kg", True, float("nan"), "1e30"])
def test_nonsense_is_refused(text: object) -> None:
    with pytest.raises(QuantityError) as caught:
        parse_amount(text, "kg")  # type: ignore[arg-type]
    assert caught.value.remedy


@given(st.integers(0, 10**6), st.sampled_from(sorted(UNITS)))
def test_what_is_shown_reads_back_the_same(figure: int, code: str) -> None:
    unit = UNITS[code]
    amount = Amount(figure * unit.size.numerator, unit)
    shown, _, symbol = str(amount).partition(" ")
    assert find_unit(symbol) is unit
    assert parse_amount(shown, symbol) == amount


@pytest.mark.parametrize(
    ("text", "unit", "into", "shown"),
    [
        ("2", "kg", "GRM", "2000 g"),
        ("1500", "g", "TNE", "0.0015 t"),
        ("100", "lb", "KGM", "45.359237 kg"),
        ("1600", "ONZ", "LBR", "100 lb"),
        ("10000", "ozt", "kg", "311.034768 kg"),
        ("3", "dozen", "pcs", "36 pcs"),
        ("10", "ft", "mm", "3048 mm"),
        ("2", "m3", "l", "2000 l"),
    ],
)
def test_units_of_one_kind_convert_exactly(text: str, unit: str, into: str, shown: str) -> None:
    assert str(convert(parse_amount(text, unit), find_unit(into))) == shown


@pytest.mark.parametrize(("unit", "into"), [("pcs", "kg"), ("l", "kg"), ("m2", "m"), ("kg", "pcs")])
def test_units_of_different_kinds_are_refused(unit: str, into: str) -> None:
    with pytest.raises(QuantityError, match="does not follow from the other"):
        convert(parse_amount("5", unit), find_unit(into))


def test_a_figure_that_would_not_end_is_refused() -> None:
    with pytest.raises(QuantityError, match="no whole figure in lb"):
        convert(parse_amount("1", "kg"), find_unit("lb"))


def test_what_is_no_whole_number_of_milligrams_in_pounds_is_told_to_use_kilograms() -> None:
    with pytest.raises(QuantityError, match=r'^"1" lb is no whole number of mg\. State it in kg'):
        parse_amount("1", "lb")


@pytest.mark.parametrize(
    ("number", "unit", "shown"),
    [(1_000_000, "lb", "1 kg"), (5, "dozen", "5 pcs"), (1000, "ft", "1 m"), (45_359_237, "lb", "100 lb")],
)
def test_an_amount_is_shown_in_a_unit_in_which_its_figure_ends(number: int, unit: str, shown: str) -> None:
    assert str(Amount(number, find_unit(unit))) == shown


@given(st.integers(0, 10**18), st.sampled_from(sorted(UNITS)))
def test_whatever_is_shown_can_be_read(number: int, code: str) -> None:
    amount = Amount(number, UNITS[code])
    assert parse_amount(*str(amount).split(" ", 1)).number == number


@given(st.integers(0, 10**12), st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)))
def test_a_conversion_keeps_the_amount_or_refuses(number: int, code: str, into: str) -> None:
    amount = Amount(number, UNITS[code])
    try:
        converted = convert(amount, UNITS[into])
    except QuantityError:
        return
    figure, _ = str(converted).split(" ", 1)
    assert Fraction(figure) * converted.unit.size == amount.number
    assert UNITS[code].smallest == UNITS[into].smallest
