"""Money in another currency: by a dated rate, up to the next coin, or not at all."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.quantity.amount import Money, parse_money
from cocket.quantity.errors import QuantityError
from cocket.quantity.rate import Rate, exchange

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


def rate(currency: str, into: str, price: str) -> Rate:
    return Rate.read(currency, into, price, first=FIRST, last=LAST, source="central bank, 31 October 2026")


@pytest.mark.parametrize(
    ("money", "currency", "into", "price", "shown"),
    [
        ("100.00", "USD", "CNY", "7.1234", "712.34 CNY"),
        ("0.01", "USD", "CNY", "7.1234", "0.08 CNY"),  # 0.071234 counts as eight fen
        ("1000", "JPY", "CNY", "0.0473", "47.3 CNY"),
        ("1.00", "CNY", "JPY", "21.14", "22 JPY"),
        ("1.234", "KWD", "USD", "3.25", "4.02 USD"),  # 4.0105
    ],
)
def test_a_sum_is_told_in_the_other_currency_up_to_the_next_coin(
    money: str, currency: str, into: str, price: str, shown: str
) -> None:
    assert str(exchange(parse_money(money, currency), rate(currency, into, price), FIRST)) == shown


@pytest.mark.parametrize("day", [date(2026, 10, 31), date(2026, 12, 1)])
def test_a_rate_holds_on_its_days_only(day: date) -> None:
    with pytest.raises(QuantityError, match="holds from 2026-11-01 to 2026-11-30"):
        exchange(parse_money("1", "USD"), rate("USD", "CNY", "7"), day)


def test_a_rate_of_another_currency_is_refused() -> None:
    with pytest.raises(QuantityError, match="cannot be told by a rate of EUR"):
        exchange(parse_money("1", "USD"), rate("EUR", "CNY", "8"), FIRST)


@pytest.mark.parametrize(
    ("currency", "into", "price"), [("USD", "CNY", "0"), ("USD", "USD", "1"), ("usd", "CNY", "7"), ("USD", "CNY", "x")]
)
def test_what_cannot_be_a_rate_is_refused(currency: str, into: str, price: str) -> None:
    with pytest.raises(QuantityError):
        rate(currency, into, price)


def test_a_rate_needs_a_source_and_days_in_order() -> None:
    with pytest.raises(QuantityError, match="no source"):
        Rate("USD", "CNY", Fraction(7), FIRST, LAST, " ")
    with pytest.raises(QuantityError, match="before it begins"):
        Rate("USD", "CNY", Fraction(7), LAST, FIRST, "bank")


@given(st.integers(1, 10**12), st.fractions(min_value=Fraction(1, 1000), max_value=1000))
def test_the_sum_is_never_less_than_exact_and_less_than_a_coin_more(number: int, price: Fraction) -> None:
    told = exchange(Money(number, "USD"), Rate("USD", "CNY", price, FIRST, LAST, "bank"), FIRST)
    assert 0 <= told.number - number * price < 1
    given_back = exchange(Money(number, "USD"), Rate("USD", "CNY", price, FIRST, LAST, "bank"), FIRST, up=False)
    assert 0 <= number * price - given_back.number < 1
