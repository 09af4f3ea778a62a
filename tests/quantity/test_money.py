import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.quantity.amount import parse_money
from cocket.quantity.currency import CURRENCIES
from cocket.quantity.errors import QuantityError


@pytest.mark.parametrize(
    ("text", "currency", "number"),
    [
        ("123.45", "CNY", 12_345),
        (123.4, "USD", 12_340),
        ("1,234.50", "EUR", 123_450),
        ("500", "JPY", 500),
        ("500", "KRW", 500),
        ("1.234", "KWD", 1_234),
        ("0", "CNY", 0),
    ],
)
def test_money_is_a_whole_number_of_the_smallest_coin(text: str, currency: str, number: int) -> None:
    assert parse_money(text, currency).number == number


@pytest.mark.parametrize(("text", "currency"), [("0.5", "JPY"), ("1.234", "CNY"), ("-1", "CNY"), ("1,234", "USD")])
def test_what_cannot_be_paid_is_refused(text: str, currency: str) -> None:
    with pytest.raises(QuantityError):
        parse_money(text, currency)


def test_an_unknown_currency_is_refused_and_a_near_one_suggested() -> None:
    with pytest.raises(QuantityError, match="not an ISO currency code"):
        parse_money("1", "RMB")
    with pytest.raises(QuantityError, match=r"Did you mean CNY\?"):
        parse_money("1", "cny")


@given(st.integers(0, 10**15), st.sampled_from(sorted(CURRENCIES)))
def test_what_is_shown_reads_back_the_same(number: int, currency: str) -> None:
    shown, _, code = str(parse_money(number, currency)).partition(" ")
    assert parse_money(shown, code) == parse_money(number, currency)
