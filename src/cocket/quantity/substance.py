"""What a composition may name: an element or a compound, by formula or by a name of the trade."""

import re
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from cocket.quantity.decimals import plain_text, shown
from cocket.quantity.elements import ELEMENTS, RARE_EARTHS, find_element, likely_symbol
from cocket.quantity.errors import FormulaError, QuantityError, UnknownElement
from cocket.quantity.faults import wrong
from cocket.quantity.formula import Formula, parse_formula

# The oxide that the trade means by "cerium oxide", and assays are given in; all others are the sesquioxide.
_OTHER_THAN_SESQUIOXIDE = {"Ce": "CeO2", "Pr": "Pr6O11", "Tb": "Tb4O7"}

USUAL_OXIDE: Final = MappingProxyType(
    {symbol: _OTHER_THAN_SESQUIOXIDE.get(symbol, f"{symbol}2O3") for symbol in RARE_EARTHS}
)
"""The oxide each rare earth is traded as."""

COMMON_NAMES: Final = MappingProxyType(
    {
        "water": "H2O", "水": "H2O", "carbon monoxide": "C1O1", "hydrogen fluoride": "H1F1",
        "alumina": "Al2O3", "氧化铝": "Al2O3", "silica": "SiO2", "二氧化硅": "SiO2", "氧化硅": "SiO2",
        "zirconia": "ZrO2", "氧化锆": "ZrO2", "hafnia": "HfO2", "氧化铪": "HfO2",
        "magnesia": "MgO", "氧化镁": "MgO", "titania": "TiO2", "二氧化钛": "TiO2",
        "yttria": "Y2O3", "scandia": "Sc2O3", "ceria": "CeO2", "lanthana": "La2O3",
        "graphite": "C", "石墨": "C", "diamond": "C", "金刚石": "C",
    }
    | {f"{ELEMENTS[symbol].name_en} oxide": oxide for symbol, oxide in USUAL_OXIDE.items()}
    | {f"氧化{ELEMENTS[symbol].name_zh}": oxide for symbol, oxide in USUAL_OXIDE.items()}
)  # fmt: skip
"""Formula for a name, in lower case."""

_SUMS = frozenset(
    {
        "reo",
        "treo",
        "hreo",
        "lreo",
        "trem",
        "tre",
        "re",
        "lre",
        "hre",
        "lree",
        "hree",
        "ree",
        "didymium",
        "稀土",
        "稀土总量",
        "镨钕",
    }
)
# Boron, silicon and germanium are left out: FeB and SiGe name alloys. GaAs and InSb are compounds.
_NON_METALS = frozenset(
    {"H", "C", "N", "O", "F", "P", "S", "Cl", "As", "Se", "Br", "Sb", "Te", "I", "He", "Ne", "Ar", "Kr", "Xe"}
)


@lru_cache(maxsize=4096)
def read_substance(text: str) -> Formula:
    """The formula of what is named, an element being a formula of one.

    Raises FormulaError when the name leaves its proportions open (NdFeB, PrNd, TREO) or reads in two ways (CO
    for cobalt), UnknownElement or FormulaError when nothing is known by it.
    """
    word = re.sub(r"\s+", " ", plain_text(text))
    if word.lower() in COMMON_NAMES:
        return parse_formula(COMMON_NAMES[word.lower()])
    symbol = find_element(word)
    if symbol is not None:
        return parse_formula(symbol)
    if word.lower() in _SUMS:
        raise FormulaError(*wrong("sum", text=shown(text)))
    _refuse_capitals(word)
    formula = _parse_or_suggest(word)
    _refuse_alloy_name(word, formula)
    return formula


def _parse_or_suggest(word: str) -> Formula:
    try:
        return parse_formula(word)
    except QuantityError as error:
        likely = likely_symbol(word) or _in_usual_case(word)
        if likely is None:
            raise
        raise UnknownElement(*wrong("no_substance", text=shown(word), likely=likely)) from error


def _in_usual_case(word: str) -> str | None:
    """Dy2O3 for DY2O3, as forms in capitals have it; only a suggestion, since CO may be either."""
    usual = re.sub("[A-Z]{2}", lambda pair: pair[0].capitalize() if pair[0].capitalize() in ELEMENTS else pair[0], word)
    try:
        return str(parse_formula(usual))
    except QuantityError:
        return None


def _refuse_capitals(word: str) -> None:
    """CO typed for cobalt would silently become carbon monoxide."""
    if len(word) != 2 or not word.isupper() or word.capitalize() not in ELEMENTS:
        return
    try:
        parse_formula(word)
    except QuantityError:
        return  # no formula either: the usual message says which element is near
    told = {"element": ELEMENTS[word.capitalize()], "compound": f"{word[0]}1{word[1]}1"}
    raise FormulaError(*wrong("element_or_compound", text=shown(word), **told))


def _refuse_alloy_name(word: str, formula: Formula) -> None:
    """NdFeB, SmCo, FeSi, PrNd, InGaAs: symbols without a number name the parts, not their proportions."""
    metals = [symbol for symbol, _ in formula.atoms if symbol not in _NON_METALS]
    if len(metals) > 1 and not re.search("[0-9]", word):
        raise FormulaError(*wrong("alloy", text=shown(word), metal=metals[0]))
