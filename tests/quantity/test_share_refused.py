"""What is no mass share is refused with a way out, never guessed at."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cocket.quantity.errors import QuantityError
from cocket.quantity.fraction import parse_share


def refusal(stated: object) -> QuantityError:
    with pytest.raises(QuantityError) as caught:
        parse_share(stated)
    return caught.value


@pytest.mark.parametrize("stated", [-3, "-3", "−0.1 %", "<0", "< -1", Decimal("-0.1"), -0.5])
def test_below_zero(stated: object) -> None:
    assert "below zero" in refusal(stated).what


@pytest.mark.parametrize("stated", [101, "100.1", ">100", ">=101", "<150", "90-110 %", "2000000 ppm", "120±30"])
def test_above_the_whole(stated: object) -> None:
    assert "more than 100 %" in refusal(stated).what


@pytest.mark.parametrize("stated", ["n.d.", "ND", "N/A", "trace", "Tr.", "-", "—", "not detected", "未检出", "痕量"])
def test_a_word_for_nothing_found_asks_for_the_detection_limit(stated: str) -> None:
    assert '"<0.01"' in refusal(stated).remedy


@pytest.mark.parametrize("stated", ["bal.", "Balance", "余量", "rest"])
def test_a_word_for_the_remainder_says_to_name_the_element_only(stated: str) -> None:
    assert "among those contained" in refusal(stated).remedy


@pytest.mark.parametrize("stated", ["", "   ", None])
def test_nothing(stated: object) -> None:
    assert refusal(stated).what == "The figure is missing"


@pytest.mark.parametrize("stated", [float("nan"), float("inf"), Decimal("sNaN"), True, False, "nan", [3], "inf"])
def test_no_figure(stated: object) -> None:
    assert refusal(stated).remedy


@pytest.mark.parametrize("stated", ["12 at%", "5 mol%", "3 vol.%", "5 g/l", "5 % max"])
def test_another_unit_names_the_known_ones(stated: str) -> None:
    assert "%, ppm, ppb, all by mass" in refusal(stated).remedy


@pytest.mark.parametrize("stated", ["1,234 ppm", "1,2,3", "1.2.3", "1,234,567.8.9 ppb"])
def test_separators_with_two_readings(stated: str) -> None:
    assert "two ways" in refusal(stated).what


def test_a_range_that_runs_backwards() -> None:
    assert "backwards" in refusal("3-1 %").what


@pytest.mark.parametrize("stated", ["about 3", "~3", "<3-5", "3 or 4", "three", "1e999", "½"])
def test_anything_else_shows_the_forms_that_are_read(stated: str) -> None:
    assert "Write a figure such as" in refusal(stated).remedy


@pytest.mark.parametrize("stated", ["9" * 5000, 10**4000, Decimal("1e999999"), Decimal("1e-999999")])
def test_a_size_that_would_stall_the_arithmetic_is_refused_at_once(stated: object) -> None:
    assert len(str(refusal(stated))) < 200


def test_what_is_wrong_and_the_remedy_stand_in_the_message() -> None:
    error = refusal("-1")
    assert str(error) == f"{error.what}. {error.remedy}"


@given(st.text(max_size=30) | st.text("0123456789.,<>=±-~ %ep", max_size=12))
@example("1e5")
def test_any_text_is_read_or_refused(stated: str) -> None:
    try:
        share = parse_share(stated)
    except QuantityError:
        return
    assert 0 <= share.lo <= share.hi <= 1_000_000_000
