"""Exact decimals from what people and files write: no binary arithmetic, no guess at what a comma means."""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cocket.quantity.errors import QuantityError
from cocket.quantity.faults import wrong

# Generous for any figure of the trade, and small enough that no text can make the arithmetic slow.
LENGTH_MAX: Final = 100
EXPONENT_MAX: Final = 60

DECIMAL: Final = r"(?:[0-9][0-9.,]*|[.,][0-9]+)(?:[eE][+-]?[0-9]{1,2})?"
"""Pattern of an unsigned decimal as written; `read_decimal` then judges its separators."""

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−﹣"), "-") | {ord("〜"): "~", ord("∼"): "~"}
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?P<mark>[.,])[0-9]{3})(?:(?P=mark)[0-9]{3})*")


def plain_text(text: str) -> str:
    """One spelling for full-width forms, dashes and small digits; QuantityError when too long."""
    if len(text) > LENGTH_MAX:
        raise QuantityError(*wrong("too_long", text=shown(text)))
    return unicodedata.normalize("NFKC", text).translate(_DASHES).strip()


def shown(value: object) -> str:
    """The value as an error message shows it, shortened."""
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def read_decimal(text: str) -> Fraction:
    """The exact value of an unsigned decimal: ``0.05``, ``0,05``, ``1e-3``, ``1,234.50``, ``1.234,50``.

    Raises QuantityError when the separators leave two readings, as in ``1,234``.
    """
    digits, _, exponent = text.lower().partition("e")
    return _read_digits(digits, text) * Fraction(10) ** int(exponent or 0)


def _read_digits(digits: str, written: str) -> Fraction:
    whole, mark, rest = _split_at_last_mark(digits)
    if not re.search("[.,]", whole) and rest.isdigit() and _one_reading(whole, mark, rest):
        return Fraction(f"{whole or 0}.{rest}")
    # 1,234.50 or 1.234,50: two different marks, the first of them in proper groups of three
    groups = _GROUPED.fullmatch(whole)
    if groups and groups["mark"] != mark and rest.isdigit():
        return Fraction(f"{re.sub('[.,]', '', whole)}.{rest}")
    if digits.isdigit():
        return Fraction(int(digits))
    raise QuantityError(*wrong("separators", text=shown(written)))


def _split_at_last_mark(digits: str) -> tuple[str, str, str]:
    at = max(digits.rfind("."), digits.rfind(","))
    return (digits, "", "") if at < 0 else (digits[:at], digits[at], digits[at + 1 :])


def _one_reading(whole: str, mark: str, rest: str) -> bool:
    """A point is always decimal here. A comma is too, unless it could set off thousands as in 1,234."""
    return mark == "." or len(rest) != 3 or len(whole) > 3 or whole.startswith("0") or not whole


def read_number(value: int | float | Decimal) -> Fraction:
    """The exact value of a number as it was written: a float stands for the digits that its file showed.

    Raises QuantityError for booleans, NaN, infinities and sizes no figure of the trade has.
    """
    if isinstance(value, bool):
        raise QuantityError(*wrong("truth", text=shown(value)))
    decimal = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not decimal.is_finite():
        raise QuantityError(*wrong("not_finite", text=shown(value)))
    if decimal and abs(decimal.adjusted()) > EXPONENT_MAX:
        raise QuantityError(*wrong("far_outside", text=shown(str(value))))
    return Fraction(decimal)


def show_decimal(number: int, digits: int) -> str:
    """``number / 10**digits`` as a plain decimal without trailing zeros; ``number`` is not negative."""
    whole, rest = divmod(number, 10**digits)
    fraction = f"{rest:0{digits}d}".rstrip("0") if rest else ""
    return f"{whole}.{fraction}" if fraction else str(whole)
