"""Numbers of licences: written in one way only, and never one that people could take for another."""

import re
import unicodedata
from typing import Final

from cocket.licensing.licences.errors import LicenceError

LENGTH_MAX: Final = 40
"""Leaves room in the ledger's ids for what is added: the line, the step."""
_SHAPE = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*")
_LOOKS_LIKE: Final = str.maketrans({"O": "0", "I": "1"})


def refuse_number(number: str, key: str = "number") -> str:
    """The number itself; raises LicenceError naming the letter that is none of ours."""
    for place, sign in enumerate(number, start=1):
        if not re.fullmatch(r"[A-Z0-9-]", sign):
            raise LicenceError(_strange(number, sign, place), _INSTEAD, key)
    if not _SHAPE.fullmatch(number) or len(number) > LENGTH_MAX:
        what = f"{number[:LENGTH_MAX]!a} is no number of a licence"
        raise LicenceError(what, f"{_INSTEAD}; at most {LENGTH_MAX} signs, no hyphen at an end", key)
    return number


_INSTEAD: Final = "Write it with the letters A to Z, digits and single hyphens, as 26-AA-100001"


def _strange(number: str, sign: str, place: int) -> str:
    name = unicodedata.name(sign, f"character {ord(sign)}")
    plain = unicodedata.normalize("NFKC", sign)
    looks = f", which is not {plain}" if plain != sign and re.fullmatch(r"[A-Z0-9-]", plain) else ""
    return f"Sign {place} of the number {number[:LENGTH_MAX]!a} is {name}{looks}"


def skeleton(number: str) -> str:
    """The same for two numbers that a reader could confuse: the letters O and I look like the digits 0 and 1."""
    return number.translate(_LOOKS_LIKE)


def difference(number: str, other: str) -> str:
    """Which sign tells two numbers of one skeleton apart: ``the letter O for the digit 0 in place 7``."""
    for place, (sign, its) in enumerate(zip(number, other, strict=True), start=1):
        if sign != its:
            return f"the {_named(sign)} for the {_named(its)} in place {place}"
    return "nothing"


def _named(sign: str) -> str:
    return f"digit {sign}" if sign.isdigit() else f"letter {sign}"
