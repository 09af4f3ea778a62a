from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.quantity.errors import QuantityError
from cocket.quantity.fraction import UNBOUNDED, parse_number
from cocket.quantity.interval import Interval, exactly


@pytest.mark.parametrize(
    ("stated", "lo", "hi"),
    [
        (1.73, 1_730_000, 1_730_000),
        ("1.73", 1_730_000, 1_730_000),
        ("≥30", 30_000_000, UNBOUNDED),
        (">30", 30_000_001, UNBOUNDED),
        ("<15", 0, 14_999_999),
        ("10-20", 10_000_000, 20_000_000),
        ("150±5", 145_000_000, 155_000_000),
        ("1,234.5", 1_234_500_000, 1_234_500_000),
    ],
)
def test_a_measured_value_has_the_forms_of_a_share_but_no_upper_limit(stated: object, lo: int, hi: int) -> None:
    assert parse_number(stated, scale=1_000_000) == Interval(lo, hi)


def test_scale_one_gives_whole_numbers() -> None:
    assert parse_number("2.5", scale=1) == Interval(2, 3)
    assert parse_number(7, scale=1) == exactly(7)


@pytest.mark.parametrize("stated", ["30 MPa", "30 %", "-5", "", "n.d.", "1e20", ">1e13", True])
def test_units_negatives_and_oversize_are_refused(stated: object) -> None:
    with pytest.raises(QuantityError) as caught:
        parse_number(stated, scale=1_000_000)
    assert caught.value.remedy


@given(st.decimals(0, 10**9, allow_nan=False, places=9), st.sampled_from([1, 1000, 10**6]))
def test_rounding_never_loses_the_exact_value(value: object, scale: int) -> None:
    assert parse_number(value, scale=scale).holds(Fraction(str(value)) * scale)
