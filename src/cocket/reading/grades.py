"""Grades of magnets by their shape. A grade tells the family at most and never what else is in the magnet."""

import re
from typing import Final

# Trade usage: the number is the energy product in MGOe, the letters the class of heat resistance.
_NDFEB: Final = re.compile(r"N(?:2[7-9]|3[0-9]|4[0-9]|5[0-6])(?:M|H|SH|UH|EH|AH|TH|VH)?")
_NDFEB_SHORT: Final = re.compile(r"(?:2[7-9]|3[0-9]|4[0-9]|5[0-6])(?:SH|UH|EH|AH|TH|VH|H|M)")
_SMCO: Final = re.compile(r"Y?XG-?S?[0-9]{2}[A-Z]{0,2}", re.IGNORECASE)
_FERRITE: Final = re.compile(r"Y[23][0-9][A-Z]{0,2}(?:-[0-9])?")
_PATTERNS: Final = (("NdFeB", _NDFEB), ("NdFeB", _NDFEB_SHORT), ("SmCo", _SMCO), ("ferrite", _FERRITE))


def grade_family(word: str) -> tuple[str, ...]:
    """The family whose grades look like this, or nothing."""
    return next(((family,) for family, pattern in _PATTERNS if pattern.fullmatch(word)), ())
