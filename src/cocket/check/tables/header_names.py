"""Reads one header by itself: which question it names, and which unit or currency it adds."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from cocket.check.tables import columns
from cocket.check.tables.composition_header import PERCENT, Mention, read_mention, read_unit
from cocket.check.tables.measured import find_currency

_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_BRACKETS = re.compile(r"(.*?)[(\[]([^()\[\]]*)[)\]]\s*(.*)", re.DOTALL)
_SEPARATORS = re.compile(r"[\s/|,;:]+")
_IN_MONEY = ("value", "unit_price")
_MEASURED = ("quantity", "value", "unit_price")

# A longer text is an explanation, not a name.
HEADER_LENGTH_MAX = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """What a header means: a canonical key, and the unit or currency that its cells leave unsaid.

    ``last_resort`` gives way to any other column of the same key.
    """

    key: str
    unit: str | None = None
    last_resort: bool = False


def normalise(text: str) -> str:
    """Text without what people write in different ways: case, width, spaces and punctuation.

    "#" becomes "no" and "%" becomes "pct". Signs of a currency stay, for what they say must not be lost.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().replace("#", "no").replace("%", "pct")
    return "".join(sign for sign in folded if sign.isalnum() or unicodedata.category(sign) == "Sc")


@cache
def keys_by_name() -> dict[str, str]:
    """Normalised name -> canonical key; the keys themselves are names too."""
    names = {normalise(name): key for key, names in columns.NAMES.items() for name in names}
    return names | {normalise(key): key for key in columns.NAMES}


@cache
def _last_resorts() -> dict[str, str]:
    return {normalise(name): key for key, names in columns.NAMES_OF_LAST_RESORT.items() for name in names}


@cache
def _decided_by_unit() -> frozenset[str]:
    return frozenset(map(normalise, columns.NAMES_DECIDED_BY_UNIT))


@cache
def _of_several() -> dict[str, tuple[str, ...]]:
    return {normalise(name): keys for keys, names in columns.NAMES_OF_SEVERAL.items() for name in names}


def several_meanings(header: str) -> tuple[tuple[str, ...], str | None]:
    """What a header that is not understood may mean, else nothing, and its unit: "Weight (kg)", "weight_kg"."""
    text = unicodedata.normalize("NFKC", header).strip()
    split = _BRACKETS.fullmatch(text)
    words = [word for word in _SEPARATORS.split(text.replace("_", " ")) if word]
    parts = (f"{split[1]} {split[3]}", split[2]) if split else (" ".join(words[:-1]), words[-1] if words else "")
    for name, unit in ((text, ""), parts):
        if found := _of_several().get(normalise(name)):
            return found, unit.strip() or None
    return (), None


def known_prefix(word: str) -> str | None:
    """The dotted prefix that a nested object or a dotted header opens with, or None."""
    return next((prefix for prefix in columns.DOTTED_PREFIXES if word in (prefix, prefix + "s")), None)


@lru_cache(maxsize=4096)
def read_header(header: str) -> Reading | None:
    """What ``header`` names without looking at its neighbours; None for a name that is not in the tables.

    A lone element symbol is left to the reading of the whole header row, for it may be a word.
    """
    text = unicodedata.normalize("NFKC", header).strip()
    if len(text) > HEADER_LENGTH_MAX:
        return None
    if found := _dotted(text) or _named(text):
        return found
    mention = read_mention(text)
    if mention and not mention.plain:
        return _content(mention)
    return _with_brackets(text) or _with_unit_word(text)


def _dotted(text: str) -> Reading | None:
    prefix, dot, name = text.partition(".")
    if not dot or not name:
        return None
    if prefix + dot == columns.COMPOSITION_PREFIX:
        mention = read_mention(name)
        return _content(mention) if mention else Reading(text)
    return Reading(text) if prefix in columns.DOTTED_PREFIXES else None


def _content(mention: Mention) -> Reading:
    return Reading(columns.COMPOSITION_PREFIX + mention.substance, mention.unit)


def _named(text: str) -> Reading | None:
    """A name by itself, also one given in two languages that agree: "品名 / Description"."""
    by_script = [" ".join(_CHINESE.findall(text)), _CHINESE.sub(" ", text)]
    for parts in ([text], re.split(r"[\n/|]+", text), by_script):
        for names, last_resort in ((keys_by_name(), False), (_last_resorts(), True)):
            found = {names.get(normalise(part)) for part in parts}
            if len(found) == 1 and (key := found.pop()):
                return Reading(key, last_resort=last_resort)
    return None


def _with_brackets(text: str) -> Reading | None:
    """A name with an aside: "Quantity (kg)", "金额(美元)", "HS code (10 digits)", "数量 (Quantity)"."""
    split = _BRACKETS.fullmatch(text)
    if split is None:
        return None
    outside, inside = f"{split[1]} {split[3]}".strip(), split[2].strip()
    reading = _named(outside)
    if reading is None or (reading.key in _MEASURED and _named(inside) != reading):
        # An aside to a number that is no unit may change its size: "Value (thousands)".
        return _measured(outside, inside)
    if reading.key == "composition" and read_unit(inside) not in (None, PERCENT):
        return None
    return reading


def _with_unit_word(text: str) -> Reading | None:
    """A name with a unit at its end or a currency before it: "Value in USD", "quantity_kg", "USD value"."""
    words = [word for word in _SEPARATORS.split(text.replace("_", " ")) if word]
    if len(words) < 2:
        return None
    before = words[:-2] if words[-2].casefold() == "in" else words[:-1]
    return _measured(" ".join(before), words[-1]) or _measured(" ".join(words[1:]), words[0])


def _measured(name: str, unit: str) -> Reading | None:
    """A quantity in a unit of measure or a value in a currency; None where the two do not go together."""
    reading = _named(name)
    either = normalise(name) in _decided_by_unit()
    if not either and (reading is None or reading.key not in _MEASURED):
        return None
    said = " ".join(word for word in unit.casefold().split() if word not in columns.TERMS_OF_DELIVERY)
    currency = columns.CURRENCY_WORDS.get(said) or find_currency(unit)
    if currency and (either or (reading and reading.key in _IN_MONEY)):
        return Reading(reading.key if reading else "value", currency)
    if said in columns.UNITS and (either or (reading and reading.key == "quantity")):
        return Reading("quantity", said, last_resort=bool(reading and reading.last_resort))
    return reading if not said and reading and reading.key in _IN_MONEY else None
