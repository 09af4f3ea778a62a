"""Figures that carry their unit: in the header, in a column beside them, or in the cell itself."""

import re

from cocket.check.tables import columns
from cocket.check.tables.cell_faults import wrong
from cocket.check.tables.errors import CellError
from cocket.check.tables.notes import meaning

# The key of a figure, and the key of what it is counted in.
COUNTED_IN = {"quantity": "unit", "value": "currency", "unit_price": "currency"}

_FIGURE_FIRST = r"(\d[\d.,]*)\s*([^\d\s.,].*)"
_UNIT_FIRST = r"([^\d\s.,]+)\s*(\d[\d.,]*)"


def add_unit(stated: dict[str, object], key: str, in_header: str | None) -> None:
    """States the unit of a quantity or the currency of a value, wherever it was written: "5 kg" becomes 5 and kg.

    Raises CellError where two places name different ones.
    """
    figure = stated.get(key)
    if figure is None:
        return
    places = [(in_header, "unit_in_header")] if in_header else []
    if isinstance(figure, str) and (split := _split(figure, key)):
        stated[key], unit = split
        places.insert(0, (unit, "unit_beside"))
    other = COUNTED_IN[key]
    for unit, fault in places:
        if not _is_same(str(stated.setdefault(other, unit)), unit):
            questions = {"counted": meaning(other), "figure": meaning(key)}
            raise CellError(*wrong(fault, one=stated[other], other=unit, **questions))


def unit_beside(figure: object, key: str) -> str | None:
    """The unit or currency that a cell has beside its figure."""
    split = _split(figure, key) if isinstance(figure, str) else None
    return split[1] if split else None


def find_currency(word: str) -> str | None:
    """The ISO code for a code in capitals or a usual word; None for other words."""
    from cocket.quantity.currency import CURRENCIES

    return columns.CURRENCY_WORDS.get(word.casefold()) or (word if word in CURRENCIES else None)


def _split(text: str, key: str) -> tuple[str, str] | None:
    if found := re.fullmatch(_FIGURE_FIRST, text):
        figure, word = found[1], found[2].strip()
    elif found := re.fullmatch(_UNIT_FIRST, text):
        word, figure = found[1], found[2]
    else:
        return None
    if key == "quantity":
        return (figure, word) if word.casefold().rstrip(".") in columns.UNITS else None
    currency = find_currency(word)
    return (figure, currency) if currency else None


def _is_same(one: str, other: str) -> bool:
    from cocket.quantity.errors import QuantityError
    from cocket.quantity.units import find_unit

    if one.casefold() == other.casefold():
        return True
    try:
        return find_unit(one) == find_unit(other)
    except QuantityError:
        return False
