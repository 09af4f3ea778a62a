"""Units of UNECE Recommendation 20 that goods are licensed and declared in, with their exact sizes."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cocket.quantity.decimals import plain_text, show_decimal, shown
from cocket.quantity.errors import QuantityError
from cocket.quantity.faults import wrong
from cocket.wording import Phrase

_DECIMALS_MAX = 18
"""Enough for any figure below 2**63 of a smallest unit; beyond it a fraction does not end."""


@dataclass(frozen=True, slots=True)
class Unit:
    """``code`` of UNECE Recommendation 20; one unit is exactly ``size`` of ``smallest``, a code too."""

    code: str
    symbol: str
    smallest: str
    size: Fraction

    def no_whole(self, text: str) -> tuple[Phrase, Phrase]:
        """What is wrong with a figure that is no whole number of the smallest unit, and the remedy."""
        digits = _digits(1 / self.size)
        if self.size.denominator == 1 and digits is not None and 10**digits == self.size:
            return wrong("too_fine", text=text, unit=self.symbol, digits=digits)
        smallest, plain = UNITS[self.smallest].symbol, self.decimal.symbol
        return wrong("no_whole", text=text, unit=self.symbol, smallest=smallest, plain=plain)

    @property
    def decimal(self) -> "Unit":
        """The unit of its kind in which every amount is a figure that comes to an end."""
        return UNITS[_DECIMAL[self.smallest]]

    def shows(self, number: int) -> bool:
        """Whether so many of the smallest unit are a figure of this one that comes to an end."""
        return _digits(number / self.size) is not None

    def show(self, number: int) -> str:
        """So many of the smallest unit as a plain figure of this unit; a fraction where it does not end."""
        exact = number / self.size
        digits = _digits(exact)
        return str(exact) if digits is None else show_decimal(int(exact * 10**digits), digits)


def _digits(exact: Fraction) -> int | None:
    """How many decimals the figure has; None when it has no end."""
    rest, digits = exact.denominator, 0
    while rest % 10 == 0:
        rest, digits = rest // 10, digits + 1
    while rest > 1 and digits < _DECIMALS_MAX:
        factor = next((prime for prime in (2, 5) if rest % prime == 0), None)
        if factor is None:
            return None
        rest, digits = rest // factor, digits + 1
    return digits if rest == 1 else None


def _unit(code: str, symbol: str, smallest: str, size: str) -> Unit:
    return Unit(code, symbol, smallest, Fraction(size))


# Milligrams because separated isotopes and standards are sold by them; the others follow the same precision.
# Pounds and ounces, feet and yards by the international definitions of 1959, which are exact.
UNITS: Final = {
    unit.code: unit
    for unit in (
        _unit("MGM", "mg", "MGM", "1"),
        _unit("GRM", "g", "MGM", "1e3"),
        _unit("KGM", "kg", "MGM", "1e6"),
        _unit("DTN", "dt", "MGM", "1e8"),
        _unit("TNE", "t", "MGM", "1e9"),
        _unit("ONZ", "oz", "MGM", "28349.523125"),
        _unit("APZ", "ozt", "MGM", "31103.4768"),
        _unit("LBR", "lb", "MGM", "453592.37"),
        _unit("STN", "short ton", "MGM", "907184740"),
        _unit("LTN", "long ton", "MGM", "1016046908.8"),
        _unit("H87", "pcs", "H87", "1"),
        _unit("PR", "pair", "H87", "2"),
        _unit("DZN", "dozen", "H87", "12"),
        _unit("MIL", "thousand", "H87", "1000"),
        _unit("MMT", "mm", "MMT", "1"),
        _unit("CMT", "cm", "MMT", "10"),
        _unit("INH", "in", "MMT", "25.4"),
        _unit("FOT", "ft", "MMT", "304.8"),
        _unit("MTR", "m", "MMT", "1e3"),
        _unit("KMT", "km", "MMT", "1e6"),
        _unit("MMK", "mm2", "MMK", "1"),
        _unit("CMK", "cm2", "MMK", "100"),
        _unit("MTK", "m2", "MMK", "1e6"),
        _unit("MLT", "ml", "MLT", "1"),
        _unit("LTR", "l", "MLT", "1e3"),
        _unit("MTQ", "m3", "MLT", "1e6"),
    )
}
_DECIMAL: Final = {"MGM": "KGM", "H87": "H87", "MMT": "MTR", "MMK": "MTK", "MLT": "LTR"}
_WORDS = {
    # C62 "one" and H87 "piece" are used for the same thing on invoices
    "H87": ("c62", "piece", "pieces", "pc", "件", "个"),
    "KGM": ("kgs", "千克", "公斤"),
    "GRM": ("克",),
    "MGM": ("毫克",),
    "TNE": ("吨",),
    "LBR": ("lbs",),
}
_UNIT_OF_WORD: Final = {
    word: unit
    for unit in UNITS.values()
    for word in (unit.code.lower(), unit.symbol, *_WORDS.get(unit.code, ()))
}  # fmt: skip


def find_unit(text: str) -> Unit:
    """The unit for a symbol, a Rec 20 code or a usual word; raises QuantityError naming the known ones."""
    unit = _UNIT_OF_WORD.get(plain_text(text).lower().rstrip("."))
    if unit is None:
        known = tuple(f"{known.symbol} ({known.code})" for known in UNITS.values())
        raise QuantityError(*wrong("unit", text=shown(text), known=known))
    return unit
