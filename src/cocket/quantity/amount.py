"""Order-line amounts and money as whole numbers of their smallest unit: reading and showing only."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cocket.quantity.currency import minor_digits
from cocket.quantity.decimals import DECIMAL, plain_text, quoted, read_decimal, read_number, show_decimal
from cocket.quantity.errors import QuantityError

NUMBER_MAX: Final = 2**63 - 1
"""Largest number of a 64-bit column: nine billion tonnes in milligrams."""


@dataclass(frozen=True, slots=True)
class Unit:
    """``code`` of UNECE Recommendation 20; one unit is 10 ** ``digits`` of ``smallest``, a code too."""

    code: str
    symbol: str
    smallest: str
    digits: int


# Milligrams because separated isotopes and standards are sold by them; the others follow the same precision.
_KILOGRAM = Unit("KGM", "kg", "MGM", 6)
_PIECE = Unit("H87", "pcs", "H87", 0)

UNITS: Final = {
    unit.code: unit
    for unit in (
        Unit("GRM", "g", "MGM", 3),
        _KILOGRAM,
        Unit("TNE", "t", "MGM", 9),
        _PIECE,
        Unit("MTR", "m", "MMT", 3),
        Unit("MTK", "m2", "MMK", 6),
        Unit("LTR", "l", "MLT", 3),
    )
}
_UNIT_OF_WORD: Final = {word: unit for unit in UNITS.values() for word in (unit.code.lower(), unit.symbol)} | {
    # C62 "one" and H87 "piece" are used for the same thing on invoices
    **dict.fromkeys(("c62", "piece", "pieces", "pc", "pcs", "件", "个"), _PIECE),
    **dict.fromkeys(("kgs", "千克", "公斤"), _KILOGRAM),
    **dict.fromkeys(("克",), UNITS["GRM"]),
    **dict.fromkeys(("吨",), UNITS["TNE"]),
}


@dataclass(frozen=True, slots=True)
class Amount:
    """``number`` of the smallest unit (``unit.smallest``), and the ``unit`` it was stated in."""

    number: int
    unit: Unit

    def __str__(self) -> str:
        return f"{show_decimal(self.number, self.unit.digits)} {self.unit.symbol}"


@dataclass(frozen=True, slots=True)
class Money:
    """``number`` of the currency's minor unit: 12345 is 123.45 for CNY and 12345 for JPY."""

    number: int
    currency: str

    def __str__(self) -> str:
        return f"{show_decimal(self.number, minor_digits(self.currency))} {self.currency}"


def find_unit(text: str) -> Unit:
    """The unit for a symbol, a Rec 20 code or a usual word; raises QuantityError naming the known ones."""
    unit = _UNIT_OF_WORD.get(plain_text(text).lower().rstrip("."))
    if unit is None:
        known = ", ".join(f"{known.symbol} ({known.code})" for known in UNITS.values())
        raise QuantityError(f"The unit {quoted(text)} is not known here", f"Use one of: {known}")
    return unit


def parse_amount(text: str | int | float | Decimal, unit: str) -> Amount:
    """``"1.5"`` with ``"kg"`` gives 1,500,000 milligrams, stated in kg.

    Raises QuantityError for a negative or unreadable figure, an unknown unit, or a figure finer than the
    smallest unit.
    """
    known = find_unit(unit)
    return Amount(_whole_number(text, known.digits, f"the smallest unit of {known.symbol}"), known)


def parse_money(text: str | int | float | Decimal, currency: str) -> Money:
    """``"123.45"`` with ``"CNY"`` gives 12,345 fen; errors as in `parse_amount`."""
    return Money(_whole_number(text, minor_digits(currency), f"the smallest coin of {currency}"), currency)


def _whole_number(value: str | int | float | Decimal, digits: int, smallest: str) -> int:
    exact = _read_figure(value) * 10**digits
    if exact.denominator != 1:
        # rounding would draw more or less from a licence than was declared
        raise QuantityError(f"{quoted(value)} is finer than {smallest}", f"Give at most {digits} decimals")
    if exact > NUMBER_MAX:
        raise QuantityError(f"{quoted(value)} is too large", "Check the figure and its unit")
    return int(exact)


def _read_figure(value: str | int | float | Decimal) -> Fraction:
    if not isinstance(value, str):
        figure = read_number(value)
        if figure >= 0:
            return figure
        raise QuantityError(f"{quoted(value)} lies below zero", "Write a figure of zero or more")
    text = plain_text(value)
    if re.fullmatch(DECIMAL, text):
        return read_decimal(text)
    if re.match(r"-\s*[0-9.]", text):
        raise QuantityError(f"{quoted(value)} lies below zero", "Write a figure of zero or more")
    problem = f"{quoted(value)} cannot be read as a figure" if text else "The figure is missing"
    raise QuantityError(problem, "Write the figure alone, such as 1.5")
