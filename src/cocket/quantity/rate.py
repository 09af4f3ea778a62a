"""Money of one currency told in another by a rate that somebody published for certain days."""

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Self

from cocket.quantity.amount import NUMBER_MAX, Money
from cocket.quantity.currency import minor_digits
from cocket.quantity.decimals import DECIMAL, plain_text, read_decimal, shown
from cocket.quantity.errors import QuantityError
from cocket.quantity.faults import wrong


@dataclass(frozen=True, slots=True)
class Rate:
    """One whole unit of ``currency`` is worth ``price`` whole units of ``into``, from ``first`` to ``last`` day.

    ``source`` says who published it. Raises QuantityError for a rate that cannot be one.
    """

    currency: str
    into: str
    price: Fraction
    first: date
    last: date
    source: str

    def __post_init__(self) -> None:
        minor_digits(self.currency), minor_digits(self.into)
        if self.currency == self.into:
            raise QuantityError(*wrong("rate_into_itself", currency=self.currency))
        if self.price <= 0:
            raise QuantityError(*wrong("rate_not_positive", price=self.price))
        if self.first > self.last:
            raise QuantityError(*wrong("rate_backwards", last=self.last))
        if not self.source.strip():
            raise QuantityError(*wrong("rate_without_source"))

    @classmethod
    def read(cls, currency: str, into: str, price: str, *, first: date, last: date, source: str) -> Self:
        """``price`` as written, such as "7.1234"; a binary figure would not be the one that was published."""
        text = plain_text(price)
        if not re.fullmatch(DECIMAL, text):
            raise QuantityError(*wrong("no_rate", text=shown(price)))
        return cls(currency, into, read_decimal(text), first, last, source)

    def holds_on(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.currency}/{self.into} {self.price} {self.first}..{self.last} {self.source}"


def exchange(money: Money, rate: Rate, day: date, *, up: bool = True) -> Money:
    """The money in the rate's other currency; a part of its smallest coin counts as a whole one, or not at all.

    ``up`` for a sum held against a limit and not for one given back: telling it in another currency must gain nothing.
    Raises QuantityError when the rate is for another currency or another day.
    """
    if money.currency != rate.currency:
        raise QuantityError(*wrong("other_currency", money=money, currency=rate.currency))
    if not rate.holds_on(day):
        told = {"currency": rate.currency, "into": rate.into, "first": rate.first, "last": rate.last, "day": day}
        raise QuantityError(*wrong("other_day", **told))
    scale = Fraction(10) ** (minor_digits(rate.into) - minor_digits(rate.currency))
    exact = money.number * rate.price * scale
    number = ceil(exact) if up else floor(exact)
    if number > NUMBER_MAX:
        raise QuantityError(*wrong("money_too_large", money=money, currency=rate.into))
    return Money(number, rate.into)
