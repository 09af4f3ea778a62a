"""Chemical formulas: how many atoms of each element, and what share of the mass each element is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from math import lcm
from types import MappingProxyType
from typing import Final

from cocket.quantity.decimals import plain_text, shown
from cocket.quantity.elements import ELEMENTS, element
from cocket.quantity.errors import FormulaError, QuantityError
from cocket.quantity.faults import words, wrong
from cocket.quantity.interval import PPB, Interval

COUNT_MAX: Final = 10_000

_TOKEN = re.compile(
    r"(?P<symbol>[A-Z][a-z]?)|(?P<open>\()|(?P<close>\))|(?P<count>[0-9]+(?:\.[0-9]{1,4})?)|(?P<other>.)"
)
_PART_MARK = re.compile("[·•・⋅∙*]")
_BRACKETS = str.maketrans("[]{}", "()()")
_WATER_AFTER_POINT = re.compile(r"(.*?[A-Za-z)][0-9]*)\.((?:0\.[0-9]+|[0-9]+)?H2O)")
_POINT_BETWEEN_PARTS = re.compile(r"(?<![0-9])\.|\.(?![0-9])")
_POINT_EITHER_WAY = re.compile(r"(?<=[A-Za-z)])[1-9][0-9]*\.[0-9](?=[A-Z(])")

_Atoms = dict[str, Fraction]


@dataclass(frozen=True, slots=True)
class Formula:
    """``atoms``: each element once with a whole number; equal formulas have equal atoms, however written."""

    atoms: tuple[tuple[str, int], ...]
    text: str = field(compare=False)

    @property
    def counts(self) -> Mapping[str, int]:
        """Atoms of each element. Fractional subscripts are multiplied out: Sm2Co16.5 counts Sm 4, Co 33."""
        return MappingProxyType(dict(self.atoms))

    @property
    def only_element(self) -> str | None:
        """The symbol when the formula names one element (Dy, S8); None for a compound."""
        return self.atoms[0][0] if len(self.atoms) == 1 else None

    @property
    def is_element(self) -> bool:
        return self.only_element is not None

    def is_oxide_of(self, symbol: str) -> bool:
        """Whether it is made of this element and oxygen and nothing else."""
        return symbol != "O" and len(self.atoms) == 2 and {"O", symbol} == {name for name, _ in self.atoms}

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=4096)
def parse_formula(text: str) -> Formula:
    """Dy2O3, (NH4)2SO4, CaCl2·2H2O (also with ``.`` or ``*``), Sm2Co16.5.

    Raises FormulaError for what is no formula or reads in two ways, UnknownElement for an unknown symbol.
    """
    plain = plain_text(text)
    if re.search(r"[0-9]\s+[0-9]", plain):
        raise FormulaError(*wrong("two_numbers", text=shown(text)))
    plain = re.sub(r"\s+", "", plain).translate(_BRACKETS)
    atoms = _sum([_read_part(part, text) for part in _PART_MARK.split(_mark_parts(plain, text))], text)
    scale = lcm(*(count.denominator for count in atoms.values()))
    return Formula(tuple(sorted((symbol, int(count * scale)) for symbol, count in atoms.items())), plain)


@lru_cache(maxsize=16384)
def mass_share(formula: Formula, symbol: str) -> Interval:
    """The element's share of the mass in ppb, over the range of the atomic weights, rounded outward."""
    counts = formula.counts
    if symbol not in counts:
        return Interval(0, 0)
    own = counts[symbol]
    rest = [(count, ELEMENTS[other].weight) for other, count in formula.atoms if other != symbol]
    weight = ELEMENTS[symbol].weight
    rest_lo = sum(count * other.lo for count, other in rest)
    rest_hi = sum(count * other.hi for count, other in rest)
    # heaviest rest with the lightest atom of its own gives the least share, and the other way round
    lo = Fraction(PPB * own * weight.lo, own * weight.lo + rest_hi)
    hi = Fraction(PPB * own * weight.hi, own * weight.hi + rest_lo)
    return Interval.around(lo, hi)


def _mark_parts(plain: str, written: str) -> str:
    """Every point that joins parts becomes ``·``; the points left are decimal."""
    if water := _WATER_AFTER_POINT.fullmatch(plain):
        plain = f"{water[1]}·{water[2]}"
    plain = _POINT_BETWEEN_PARTS.sub("·", plain)
    if either := _POINT_EITHER_WAY.search(plain):
        raise FormulaError(*wrong("point", text=shown(written), decimal=either[0]))
    return plain


def _read_part(part: str, written: str) -> _Atoms:
    coefficient = re.match(r"[0-9]+(?:\.[0-9]{1,4})?", part)
    head = coefficient[0] if coefficient else ""
    factor = _count(head, written) if head else Fraction(1)
    return _times(_read_units(part[len(head) :], written), factor)


def _read_units(part: str, written: str) -> _Atoms:
    """The atoms of one part. ``levels`` holds, for each open bracket, the units read so far."""
    levels: list[list[_Atoms]] = [[]]
    for token in _TOKEN.finditer(part):
        match token.lastgroup:
            case "symbol":
                levels[-1].append({_known(token[0], written): Fraction(1)})
            case "open":
                levels.append([])
            case "close" if len(levels) > 1:
                levels[-2].append(_sum(levels.pop(), written))
            case "count" if levels[-1] and part[token.start() - 1] not in ".0123456789":
                levels[-1][-1] = _times(levels[-1][-1], _count(token[0], written))
            case _:
                raise _unreadable(token[0], written)
    if len(levels) > 1:
        raise FormulaError(*wrong("bracket", text=shown(written)))
    return _sum(levels[0], written)


def _known(symbol: str, written: str) -> str:
    try:
        return element(symbol).symbol
    except QuantityError as unknown:
        if symbol != written:
            unknown.what = words("within", what=unknown.what, text=shown(written))
        raise


def _sum(units: list[_Atoms], written: str) -> _Atoms:
    if not units:
        raise FormulaError(*wrong("no_atom", text=shown(written)))
    total: _Atoms = {}
    for unit in units:
        for symbol, count in unit.items():
            total[symbol] = total.get(symbol, Fraction(0)) + count
    return total


def _times(atoms: _Atoms, factor: Fraction) -> _Atoms:
    return {symbol: count * factor for symbol, count in atoms.items()}


def _count(digits: str, written: str) -> Fraction:
    count = Fraction(digits)
    if not 0 < count <= COUNT_MAX:
        raise FormulaError(*wrong("atoms", text=shown(written), count=digits))
    return count


def _unreadable(at: str, written: str) -> FormulaError:
    told = {"text": shown(written), "at": at}
    if at == ",":
        return FormulaError(*wrong("formula_mix", **told))
    if at in "+-" or at.islower():
        return FormulaError(*wrong("formula_symbol", **told))
    return FormulaError(*wrong("formula", **told))
