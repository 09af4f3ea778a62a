"""Reads a header that names an element or a compound: "Dy", "Dy (wt.%)", "w(Dy)/%", "镝含量%"."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

PERCENT = "%"

_WORD_START = r"(?<![a-z])"
_PER = rf"(?:%|百分比|百分数|百分含量|{_WORD_START}(?:pct|percent|per\s*cent)\b)"
# In this order: a share of atoms must not be taken for a share of weight. mg/kg, ug/g, g/t are ppm by weight.
_UNITS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"[(\[]?\s*{pattern}\s*[)\]]?", re.IGNORECASE), unit)
    for pattern, unit in (
        (rf"{_WORD_START}ppmw?(?![a-z])", "ppm"),
        (rf"{_WORD_START}ppbw?(?![a-z])", "ppb"),
        (rf"{_WORD_START}(?:mg\s*/\s*kg|[uμ]g\s*/\s*g|g\s*/\s*t)(?![a-z])", "ppm"),
        (r"‰", "‰"),
        (rf"{_WORD_START}(?:at|atomic|atom|原子)[\s.\-]*{_PER}", "at%"),
        (rf"{_WORD_START}(?:mole|mol|摩尔)[\s.\-]*{_PER}", "mol%"),
        (rf"{_WORD_START}(?:volume|vol|体积)[\s.\-]*{_PER}", "vol%"),
        (rf"{_WORD_START}(?:weight|wt|mass|w/w|m/m|w|重量|质量)[\s.\-]*{_PER}", PERCENT),
        (rf"{_PER}\s*(?:by\s+(?:weight|mass)\b|w/w|m/m|wt\b|mass\b)?", PERCENT),
        # Again without the words around it, for tungsten in "W %" and astatine in "At %".
        (_PER, PERCENT),
    )
)
_FILLER = re.compile(
    r"\b(?:content|mass fraction|weight fraction|concentration)\b|含量|质量分数|重量分数|占比", re.IGNORECASE
)
_MASS_FRACTION = re.compile(r"[wω]\s*\((.+)\)", re.IGNORECASE)
_WITH_BRACKET = re.compile(r"([^()]+)\(([^()]+)\)")
_LONE_SYMBOL = re.compile(r"[A-Za-z]{1,2}")

# Longer texts are sentences; the names of compounds are shorter.
NAME_LENGTH_MAX = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """A substance named by a header: ``substance`` a symbol or formula, ``unit`` None where none is written.

    ``plain`` is true for a lone symbol or name, with neither a unit nor a word such as "content" beside it.
    """

    substance: str
    unit: str | None
    plain: bool


@lru_cache(maxsize=4096)  # documents of one sender have the same keys
def read_mention(header: str) -> Mention | None:
    """The element or compound that ``header`` names, or None; a lone word may still mean something else."""
    text = unicodedata.normalize("NFKC", header).replace("_", " ").strip()
    if not text or len(text) > NAME_LENGTH_MAX:
        return None
    for pattern, unit in _UNITS:
        if pattern.search(text):
            substance, _ = _read_name(pattern.sub(" ", text, count=1), letters_suffice=True)
            if substance:
                return Mention(substance, unit, plain=False)
    if _MASS_FRACTION.fullmatch(text):
        return None  # w(Dy) without a unit may be a fraction of one or a percentage
    substance, with_filler = _read_name(text, letters_suffice=False)
    return Mention(substance, None, plain=not with_filler) if substance else None


def read_unit(text: str) -> str | None:
    """The unit of content in a piece of a header, "%" or "ppm" and the like, or None."""
    plain = unicodedata.normalize("NFKC", text[:NAME_LENGTH_MAX])
    return next((unit for pattern, unit in _UNITS if pattern.search(plain)), None)


def _read_name(text: str, *, letters_suffice: bool) -> tuple[str | None, bool]:
    without = _FILLER.sub(" ", text)
    name = without.strip(" \t\n,;:/-.·").rstrip(" ,([").lstrip(" ,)]")
    if fraction := _MASS_FRACTION.fullmatch(name):
        name = fraction[1].strip()
    return read_substance_name(name, letters_suffice=letters_suffice), without != text


def read_substance_name(name: str, *, letters_suffice: bool) -> str | None:
    """The symbol or formula for "Dy", "DY", "Dysprosium", "镝", "镝(Dy)", "镝 Dy", "氧化镝" or "Dy2O3".

    A formula without a figure ("FeO", but also "PO" and "HS") counts only where ``letters_suffice``.
    None for other words, and where a name leaves two readings ("CO") or several elements ("TREO").
    """
    if found := _one_substance(name, letters_suffice=letters_suffice):
        return found
    bracket = _WITH_BRACKET.fullmatch(name)
    parts = [bracket[1].strip(), bracket[2].strip()] if bracket else name.split()
    readings = {_one_substance(part, letters_suffice=letters_suffice) for part in parts}
    return readings.pop() if len(readings) == 1 else None


def is_symbol(text: str) -> bool:
    """True for an element symbol in its own case: "Dy", not "DY"."""
    from cocket.quantity.elements import ELEMENTS

    return text in ELEMENTS


def _one_substance(text: str, *, letters_suffice: bool) -> str | None:
    from cocket.quantity.elements import ELEMENTS, find_element
    from cocket.quantity.errors import FormulaError, QuantityError
    from cocket.quantity.substance import COMMON_NAMES, read_substance

    if found := find_element(text):
        return found
    known_name = text.lower() in COMMON_NAMES
    if not (known_name or letters_suffice or _LONE_SYMBOL.fullmatch(text) or re.search(r"[A-Z].*[0-9]", text)):
        return None
    try:
        formula = read_substance(text)
    except FormulaError:
        return None
    except QuantityError:
        # Forms in capitals write DY; where that is no formula it is the symbol.
        return text.capitalize() if _LONE_SYMBOL.fullmatch(text) and text.capitalize() in ELEMENTS else None
    if _LONE_SYMBOL.fullmatch(text) and not letters_suffice:
        return None
    return formula.only_element or str(formula)
