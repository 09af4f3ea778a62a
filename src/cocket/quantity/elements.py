"""Chemical elements by symbol and by name, with their atomic weights as intervals."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from cocket.quantity.decimals import plain_text, shown
from cocket.quantity.element_table import OTHER_NAMES, TABLE
from cocket.quantity.errors import UnknownElement
from cocket.quantity.faults import wrong
from cocket.quantity.interval import Interval

MICRODALTON: Final = 1_000_000

# Where there is no standard weight, isotopes in commerce lie up to six units from the longest-lived one
# (plutonium 238 and 244, promethium 147 and 145), so the weight is known no better than this.
MASS_NUMBER_SPREAD: Final = "6"


@dataclass(frozen=True, slots=True)
class Element:
    """``weight`` is the atomic weight in microdalton, from the least to the greatest in normal materials."""

    number: int
    symbol: str
    name_zh: str
    name_en: str
    weight: Interval


def _read_row(row: str) -> Element:
    number, symbol, name_zh, name_en, weight, *uncertainty = row.split()
    middle = _microdalton(weight.strip("[]"))
    spread = _microdalton(uncertainty[0] if uncertainty else MASS_NUMBER_SPREAD)
    return Element(int(number), symbol, name_zh, name_en, Interval(middle - spread, middle + spread))


def _microdalton(dalton: str) -> int:
    return int(Decimal(dalton) * MICRODALTON)  # exact: the table has no more than six decimals


ELEMENTS: Final[Mapping[str, Element]] = MappingProxyType(
    {item.symbol: item for item in map(_read_row, TABLE.splitlines())}
)
"""Every element by its symbol, in order of atomic number."""

RARE_EARTHS: Final = ("Sc", "Y", *(item.symbol for item in ELEMENTS.values() if 57 <= item.number <= 71))
"""The seventeen rare earths of the trade: scandium, yttrium, lanthanum to lutetium."""

_SYMBOL_OF_NAME: Final = OTHER_NAMES | {
    name: item.symbol for item in ELEMENTS.values() for name in (item.name_zh, item.name_en)
}


def element(symbol: str) -> Element:
    """The element with exactly this symbol; raises UnknownElement, with the likely one if there is one."""
    if symbol in ELEMENTS:
        return ELEMENTS[symbol]
    if likely := likely_symbol(symbol):
        raise UnknownElement(*wrong("element_near", text=shown(symbol), element=ELEMENTS[likely]))
    raise UnknownElement(*wrong("no_element", text=shown(symbol)))


def find_element(text: str) -> str | None:
    """The symbol for a symbol, an English name (any case) or a Chinese name; None when it is none of them."""
    word = plain_text(text)
    return word if word in ELEMENTS else _SYMBOL_OF_NAME.get(word.lower())


@lru_cache(maxsize=1024)
def likely_symbol(text: str) -> str | None:
    """The element that a mistyped symbol or name stands for most likely; None without a near one."""
    import difflib  # only a mistake needs it, and it is slow to load

    word = text.strip()
    if word.capitalize() in ELEMENTS:
        return word.capitalize()
    near = difflib.get_close_matches(word.lower(), _SYMBOL_OF_NAME, n=1, cutoff=3 / 4)
    return _SYMBOL_OF_NAME[near[0]] if near else None
