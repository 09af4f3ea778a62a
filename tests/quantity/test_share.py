"""Each form in which people state a mass share, and what it says exactly."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.quantity.fraction import parse_share, show_share
from cocket.quantity.interval import PPB, Interval, exactly

PER_CENT = 10_000_000


@pytest.mark.parametrize(
    "stated",
    [3, 3.0, "3", "3.0", "3 %", "3%", "3 wt%", "3 wt.%", "3 % (m/m)", "3 % by mass", "３％", Decimal("3.00")],
)
def test_three_per_cent_however_it_is_written(stated: object) -> None:
    assert parse_share(stated) == exactly(3 * PER_CENT)


@pytest.mark.parametrize(
    ("stated", "lo", "hi"),
    [
        ("250 ppm", 250_000, 250_000),
        ("12 mg/kg", 12_000, 12_000),
        ("7 ppb", 7, 7),
        ("0.05", 500_000, 500_000),
        (0.05, 500_000, 500_000),
        ("5e-2", 500_000, 500_000),
        ("0", 0, 0),
        (100, PPB, PPB),
        ("<0.05", 0, 499_999),
        ("< 0.05 %", 0, 499_999),
        ("<=0.05", 0, 500_000),
        ("≤0.05", 0, 500_000),
        (">99.9", 999_000_001, PPB),
        (">=99.9", 999_000_000, PPB),
        ("≥ 99.9 %", 999_000_000, PPB),
        (">0", 1, PPB),
        ("0.1-0.3 %", 1_000_000, 3_000_000),
        ("0.1–0.3", 1_000_000, 3_000_000),
        ("0.1 ~ 0.3 %", 1_000_000, 3_000_000),
        ("0.1 % to 0.3 %", 1_000_000, 3_000_000),
        ("0.1至0.3", 1_000_000, 3_000_000),
        ("250 ppm - 0.1 %", 250_000, 1_000_000),
        ("3±0.2", 28_000_000, 32_000_000),
        ("3 +/- 0.2 %", 28_000_000, 32_000_000),
        ("0.1±0.2", 0, 3_000_000),
        ("99.9±0.2", 997_000_000, PPB),
    ],
)
def test_what_is_stated_becomes_an_interval(stated: object, lo: int, hi: int) -> None:
    assert parse_share(stated) == Interval(lo, hi)


def test_a_unit_given_by_the_caller_counts_where_the_text_names_none() -> None:
    assert parse_share("250", unit="ppm") == exactly(250_000)
    assert parse_share("3 %", unit="ppm") == exactly(3 * PER_CENT)


def test_a_binary_float_stands_for_the_digits_that_were_written() -> None:
    assert parse_share(0.1) == parse_share("0.1")  # 0.1 in binary is a little more than a tenth


@pytest.mark.parametrize(
    ("stated", "lo", "hi"),
    [("1.5 ppb", 1, 2), ("<1.5 ppb", 0, 2), (">1.5 ppb", 1, PPB), ("99.99999999", PPB - 1, PPB)],
)
def test_digits_finer_than_a_ppb_widen_the_interval(stated: str, lo: int, hi: int) -> None:
    assert parse_share(stated) == Interval(lo, hi)


@pytest.mark.parametrize("stated", ["<1 ppb", "<0.3 ppb", "0.3 ppb"])
def test_a_limit_below_one_ppb_is_not_absence(stated: str) -> None:
    assert parse_share(stated).hi == 1


@pytest.mark.parametrize(
    ("stated", "ppb"),
    [
        ("0,05 %", 500_000),
        ("3,5", 35_000_000),
        (",5", 5_000_000),
        ("1,234.5 ppm", 1_234_500),
        ("1.234,5 ppm", 1_234_500),
    ],
)
def test_a_comma_is_read_where_it_has_one_meaning(stated: str, ppb: int) -> None:
    assert parse_share(stated) == exactly(ppb)


@given(st.integers(0, PPB), st.integers(0, PPB))
def test_what_is_shown_reads_back_the_same(one: int, other: int) -> None:
    share = Interval(min(one, other), max(one, other))
    assert parse_share(show_share(share)) == share
    assert parse_share(show_share(exactly(one))) == exactly(one)


@given(st.fractions(0, 100, max_denominator=10**12).map(lambda share: Decimal(share.numerator) / share.denominator))
def test_rounding_never_loses_the_exact_value(per_cent: Decimal) -> None:
    exact = Fraction(per_cent) * PER_CENT
    assert parse_share(per_cent).holds(exact)
    assert parse_share(f"{per_cent:f}") == parse_share(per_cent)
    assert parse_share(f"<={per_cent:f}").holds(exact)
    assert parse_share(f">={per_cent:f} %").holds(exact)
    assert parse_share(per_cent).hi - parse_share(per_cent).lo <= 1
