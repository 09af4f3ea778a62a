from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.quantity.amount import UNITS, find_unit, parse_amount
from cocket.quantity.errors import QuantityError


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


@given(st.integers(0, 10**15), st.sampled_from(sorted(UNITS)))
def test_what_is_shown_reads_back_the_same(number: int, code: str) -> None:
    unit = UNITS[code]
    figure, _, symbol = str(parse_amount(Decimal(number).scaleb(-unit.digits), code)).partition(" ")
    assert find_unit(symbol) is unit
    assert parse_amount(figure, symbol).number == number
