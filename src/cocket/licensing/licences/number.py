"""Numbers of licences: written in one way only, and never one that people could take for another."""

import re
import unicodedata
from typing import Final

from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.faults import pieces, wrong
from cocket.wording import Phrase

LENGTH_MAX: Final = 40
"""Leaves room in the ledger's ids for what is added: the line, the step."""
_SHAPE = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*")
_LOOKS_LIKE: Final = str.maketrans({"O": "0", "I": "1"})


def refuse_number(number: str, key: str = "number") -> str:
    """The number itself; raises LicenceError naming the letter that is none of ours."""
    for place, sign in enumerate(number, start=1):
        if not re.fullmatch(r"[A-Z0-9-]", sign):
            raise LicenceError(*_strange(number, sign, place), key)
    if not _SHAPE.fullmatch(number) or len(number) > LENGTH_MAX:
        raise LicenceError(*wrong("number", number=number[:LENGTH_MAX], most=LENGTH_MAX), key)
    return number


def _strange(number: str, sign: str, place: int) -> tuple[Phrase, Phrase]:
    name = unicodedata.name(sign, f"character {ord(sign)}")
    plain = unicodedata.normalize("NFKC", sign)
    told = {"place": place, "number": number[:LENGTH_MAX], "sign": name}
    if plain != sign and re.fullmatch(r"[A-Z0-9-]", plain):
        return wrong("sign_like", plain=plain, **told)
    return wrong("sign", **told)


def skeleton(number: str) -> str:
    """The same for two numbers that a reader could confuse: the letters O and I look like the digits 0 and 1."""
    return number.translate(_LOOKS_LIKE)


def difference(number: str, other: str) -> Phrase:
    """Which sign tells two numbers of one skeleton apart: ``the letter O for the digit 0 in place 7``."""
    for place, (sign, its) in enumerate(zip(number, other, strict=True), start=1):
        if sign != its:
            return pieces("difference", sign=_named(sign), its=_named(its), place=place)
    return pieces("none")


def _named(sign: str) -> Phrase:
    return pieces("digit", sign=sign) if sign.isdigit() else pieces("letter", sign=sign)
