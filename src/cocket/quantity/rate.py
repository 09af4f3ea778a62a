"""Money of one currency told in another by a rate that somebody published for certain days."""

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Self

from cocket.quantity.amount import NUMBER_MAX, Money
from cocket.quantity.currency import minor_digits
from cocket.quantity.decimals import DECIMAL, plain_text, quoted, read_decimal
from cocket.quantity.errors import QuantityError


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
            raise QuantityError(f"{self.currency} needs no rate into itself", "Name two currencies")
        if self.price <= 0:
            raise QuantityError(f"A rate of {self.price} cannot be", "Give a figure above zero")
        if self.first > self.last:
            raise QuantityError(f"The rate ends on {self.last}, before it begins", "Give the first day first")
        if not self.source.strip():
            raise QuantityError("The rate has no source", "Say who published it")

    @classmethod
    def read(cls, currency: str, into: str, price: str, *, first: date, last: date, source: str) -> Self:
        """``price`` as written, such as "7.1234"; a binary figure would not be the one that was published."""
        text = plain_text(price)
        if not re.fullmatch(DECIMAL, text):
            raise QuantityError(f"{quoted(price)} is no rate", "Write it such as 7.1234")
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
        raise QuantityError(f"{money} cannot be told by a rate of {rate.currency}", "Store a rate for it")
    if not rate.holds_on(day):
        what = f"The rate of {rate.currency} in {rate.into} holds from {rate.first} to {rate.last}, not on {day}"
        raise QuantityError(what, "Store the rate of that day")
    scale = Fraction(10) ** (minor_digits(rate.into) - minor_digits(rate.currency))
    exact = money.number * rate.price * scale
    number = ceil(exact) if up else floor(exact)
    if number > NUMBER_MAX:
        raise QuantityError(f"{money} is too large in {rate.into}", "Check the figure and the rate")
    return Money(number, rate.into)
