"""Amounts and money as whole numbers of their smallest unit: reading, showing, and exact conversion of units."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cocket.quantity.currency import minor_digits
from cocket.quantity.decimals import DECIMAL, plain_text, read_decimal, read_number, show_decimal, shown
from cocket.quantity.errors import QuantityError
from cocket.quantity.faults import wrong
from cocket.quantity.units import Unit, find_unit

NUMBER_MAX: Final = 2**63 - 1
"""Largest number of a 64-bit column: nine billion tonnes in milligrams."""


@dataclass(frozen=True, slots=True)
class Amount:
    """``number`` of the smallest unit (``unit.smallest``), and the ``unit`` it was stated in.

    Shown in that unit; where the figure would not end (what is left of 1 t in pounds), in a decimal one of its kind.
    """

    number: int
    unit: Unit

    def __str__(self) -> str:
        unit = self.unit if self.unit.shows(self.number) else self.unit.decimal
        return f"{unit.show(self.number)} {unit.symbol}"


@dataclass(frozen=True, slots=True)
class Money:
    """``number`` of the currency's minor unit: 12345 is 123.45 for CNY and 12345 for JPY."""

    number: int
    currency: str

    def __str__(self) -> str:
        return f"{show_decimal(self.number, minor_digits(self.currency))} {self.currency}"


def parse_amount(text: str | int | float | Decimal, unit: str) -> Amount:
    """``"1.5"`` with ``"kg"`` gives 1,500,000 milligrams, stated in kg.

    Raises QuantityError for a negative or unreadable figure, an unknown unit, or a figure finer than the
    smallest unit.
    """
    known = find_unit(unit)
    exact = _read_figure(text) * known.size
    if exact.denominator != 1:
        # rounding would draw more or less from a licence than was declared
        raise QuantityError(*known.no_whole(shown(text)))
    return Amount(_within(exact, text), known)


def convert(amount: Amount, unit: Unit) -> Amount:
    """The same amount stated in ``unit``: 2 kg as 2000 g.

    Raises QuantityError for units of another kind (pieces into kilograms, litres into kilograms), and where the
    figure would not end (1 kg in pounds): an amount is never rounded.
    """
    if amount.unit.smallest != unit.smallest:
        raise QuantityError(*wrong("other_kind", amount=amount, unit=unit.symbol))
    if not unit.shows(amount.number):
        raise QuantityError(*wrong("endless", amount=amount, unit=unit.symbol, own=amount.unit.symbol))
    return Amount(amount.number, unit)


def parse_money(text: str | int | float | Decimal, currency: str) -> Money:
    """``"123.45"`` with ``"CNY"`` gives 12,345 fen; errors as in `parse_amount`."""
    digits = minor_digits(currency)
    exact = _read_figure(text) * 10**digits
    if exact.denominator != 1:
        raise QuantityError(*wrong("finer_than_coin", text=shown(text), currency=currency, digits=digits))
    return Money(_within(exact, text), currency)


def _within(exact: Fraction, value: object) -> int:
    if exact > NUMBER_MAX:
        raise QuantityError(*wrong("too_large", text=shown(value)))
    return int(exact)


def _read_figure(value: str | int | float | Decimal) -> Fraction:
    if not isinstance(value, str):
        figure = read_number(value)
        if figure >= 0:
            return figure
        raise QuantityError(*wrong("below_zero", text=shown(value)))
    text = plain_text(value)
    if re.fullmatch(DECIMAL, text):
        return read_decimal(text)
    if re.match(r"-\s*[0-9.]", text):
        raise QuantityError(*wrong("below_zero", text=shown(value)))
    raise QuantityError(*(wrong("amount_unreadable", text=shown(value)) if text else wrong("amount_missing")))
