"""How a value of an answer is written out: as the text of a cell, or as JSON."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

_QUOTE = json.JSONEncoder(ensure_ascii=False).encode


def as_text(value: object) -> str:
    """The text of a cell: nothing for None, ISO days, plain digits, "a; b" for a list, JSON for an object."""
    match value:
        case None:
            return ""
        case str():
            return str(value)
        case bool():
            return "true" if value else "false"
        case int() | Decimal() | Fraction():
            return figure(value)
        case date():
            return value.isoformat()
        case list() | tuple():
            return "; ".join(map(as_text, value))
        case Mapping():
            return as_json(value)
    raise AssertionError(f"no way to write a {type(value).__name__}")


def as_json(value: object) -> str:
    """JSON on one line; figures stay exact, which the standard encoder does not offer for Decimal."""
    match value:
        case str():
            return _QUOTE(value)
        case None | bool():
            return json.dumps(value)
        case int() | Decimal():
            return figure(value)
        case date():
            return f'"{value.isoformat()}"'
        case dict() | Mapping():
            return "{" + ", ".join([f"{_QUOTE(key)}: {as_json(one)}" for key, one in value.items()]) + "}"
        case list() | tuple():
            return "[" + ", ".join([as_json(one) for one in value]) + "]"
        case Fraction():
            text = figure(value)
            return _QUOTE(text) if "/" in text else text
    raise AssertionError(f"no way to write a {type(value).__name__}")


def figure(value: int | Decimal | Fraction) -> str:
    """Plain digits without an exponent; a fraction without a finite decimal stays "1/3"."""
    match value:
        case Decimal():
            assert value.is_finite(), "no figure: NaN or infinite"
            return format(value, "f")
        case Fraction():
            exact = finite_decimal(value)
            return str(value) if exact is None else format(exact, "f")
    return str(int(value))


def finite_decimal(value: Fraction) -> Decimal | None:
    """The fraction as a decimal, or None where its digits would never end."""
    rest, digits = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest //= prime
            power += 1
        digits = max(digits, power)
    if rest != 1:
        return None
    return Decimal(value.numerator * 10**digits // value.denominator).scaleb(-digits)
