"""Where a description names a material: elements, compounds and named substances, and whether they are in the goods.

A mention counts only where the words put the material into the goods: not in what they are for, what they lack, what
a layer on them is made of, or what was not measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cocket.quantity.errors import QuantityError
from cocket.quantity.substance import read_substance
from cocket.reading.clauses import MATERIAL, Clause
from cocket.reading.gazetteer import materials, plain
from cocket.reading.gazetteer.substances import ORDINARY, SUBSTANCES
from cocket.reading.kinds import head_of
from cocket.reading.lexicon import oxide_formula
from cocket.reading.lexing import Item

_NON_METALS: Final = frozenset({"O", "N", "H", "F", "Cl", "S", "Br", "I"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A material named by ``items[first:last + 1]``. ``key`` is what a share of it is stated under, if it can be."""

    symbols: tuple[str, ...]
    key: str | None
    first: int
    last: int
    substance: str | None = None

    @property
    def elements(self) -> tuple[str, ...]:
        """Without what air, water and acids are made of; of a lone element that element itself."""
        common = _NON_METALS | ({"C"} if len(self.symbols) > 1 else set())
        telling = tuple(symbol for symbol in self.symbols if symbol not in common)
        return telling or self.symbols


def mentions(items: Sequence[Item]) -> tuple[Mention, ...]:
    """Every material named, wherever it stands; a name of several items is one mention."""
    found: list[Mention] = []
    place = 0
    while place < len(items):
        one = _mention(items, place)
        if one is not None:
            found.append(one)
        place = one.last + 1 if one else place + 1
    return tuple(found)


def _mention(items: Sequence[Item], place: int) -> Mention | None:
    item = items[place]
    if item.role == "kind" and _is_graphite(item):
        return Mention(("C",), "C", place, place)
    if item.role not in MATERIAL or _of_a_layer(items, place):
        return None
    match item.role:
        case "element":
            return _of_element(items, place)
        case "pair":
            return Mention(item.values, None, place, place)
        case "substance":
            one = SUBSTANCES[item.values[0]]
            symbols = one.elements or _symbols(one.formula)
            return Mention(symbols, one.formula, place, place, None if one.name in ORDINARY else one.name)
        case _:
            return _of_compound(item, place)


def _is_graphite(item: Item) -> bool:
    return "graphite" in item.text.lower() or "石墨" in item.text


def _of_element(items: Sequence[Item], place: int) -> Mention:
    """Dysprosium; with "oxide" behind it the oxide, with "nitrate" a salt of it."""
    symbol = items[place].values[0]
    after = items[place + 1] if place + 1 < len(items) else None
    word = after.text.lower() if after else ""
    if word.rstrip("s") in materials.OXIDE_WORDS:
        return Mention((symbol,), oxide_formula(symbol), place, place + 1)
    if after and after.role == "salt_word":
        return Mention((symbol,), None, place, place + 1)
    return Mention((symbol,), symbol, place, place)


def _of_compound(item: Item, place: int) -> Mention:
    sort, *symbols = item.values
    if sort == "formula":
        return Mention(tuple(symbols), _stated(item.text), place, place)
    key = {"metal": symbols[0], "oxide": oxide_formula(symbols[0]) if len(symbols) == 1 else None}.get(sort)
    return Mention(tuple(symbols), key, place, place)


def _symbols(formula: str | None) -> tuple[str, ...]:
    return tuple(symbol for symbol, _ in read_substance(formula).atoms) if formula else ()


def _stated(formula: str) -> str | None:
    """The formula, if a share can be stated of it: TbDyFe names parts and no proportions."""
    try:
        return str(read_substance(formula))
    except QuantityError:
        return None


def _of_a_layer(items: Sequence[Item], place: int) -> bool:
    """Nickel-plated, 镀镍: the layer on the goods."""
    near = [items[at] for at in (place - 1, place + 1, place + 2) if 0 <= at < len(items)]
    return any(one.role == "coating" for one in near[:2]) or (
        len(near) == 3 and near[1].text == "-" and near[2].role == "coating"
    )


@dataclass(frozen=True, slots=True)
class Sorted:
    """Mentions by what the words say of them; ``outside`` those that are in something else than the goods."""

    inside: tuple[Mention, ...]
    doubtful: tuple[Mention, ...]
    absent: tuple[Mention, ...]


def sort_mentions(items: Sequence[Item], parts: Sequence[Clause]) -> Sorted:
    inside, doubtful, absent = list[Mention](), list[Mention](), list[Mention]()
    places = {id(item): number for number, item in enumerate(items)}
    excluded, unsure, lacking = set[int](), set[int](), set[int]()
    for clause in parts:
        _mark(clause, places, items, excluded, unsure, lacking)
    for one in mentions(items):
        if one.first in lacking or _freed(items, one):
            (doubtful if _unmeasured(items, one) else absent).append(one)
        elif one.first in excluded or _unmeasured(items, one):
            continue
        else:
            (doubtful if one.first in unsure else inside).append(one)
    return Sorted(tuple(inside), tuple(doubtful), tuple(absent))


def _mark(
    clause: Clause,
    places: dict[int, int],
    items: Sequence[Item],
    excluded: set[int],
    unsure: set[int],
    lacking: set[int],
) -> None:
    for phrase in clause.goods:
        head = head_of(phrase, items)
        here = {places[id(item)] for item in phrase}
        if head.item and head.item.role == "noun" and head.item.text.lower() in plain.CONTAINERS:
            excluded |= here
        elif head.sort == "unknown":
            unsure |= here
    for sort, aside in clause.asides:
        here = {places[id(item)] for item in aside}
        if sort == "lack":
            lacking |= here
        elif sort in ("purpose", "place"):
            excluded |= here


def _freed(items: Sequence[Item], one: Mention) -> bool:
    """Dy-free; "free of" is a word of lack by itself."""
    after = [item for item in items[one.last + 1 : one.last + 3] if item.text not in "-:："]
    return bool(after) and after[0].role == "free_after"


def _unmeasured(items: Sequence[Item], one: Mention) -> bool:
    """Not measured, low, see certificate: of an element without a figure of its own nothing is said."""
    near = _beside(items, one.last + 1, 1) + _beside(items, one.first - 1, -1)
    return any(item.role == "unmeasured" for item in near)


def _beside(items: Sequence[Item], place: int, step: int) -> list[Item]:
    """The items on one side up to a figure, a comma, a noun or another material."""
    near: list[Item] = []
    while 0 <= place < len(items) and items[place].role in ("plain", "unmeasured", "negation", "letter", "mark"):
        if items[place].role == "mark" and items[place].text != "-":
            break
        near.append(items[place])
        place += step
    return near
