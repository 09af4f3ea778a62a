"""A description cut into clauses, and each clause into what the goods are and what is only said beside it.

"Arc magnets for pumps and fans" is about magnets; "带钕铁硼磁铁的扬声器" about a loudspeaker that has a magnet in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from cocket.reading.gazetteer import plain
from cocket.reading.lexing import Item

Aside: TypeAlias = Literal["purpose", "part", "beside", "lack", "place"]
OPENING: Final = frozenset("([{【《（")
CLOSING: Final = frozenset(")]}】》）")
# Marks that part nothing; every other mark parts two clauses.
LIST_MARK: Final = "、"
TRANSPARENT: Final = frozenset("、-'\"“”‘’!！*_#®™°=<>≤≥~±·•`^$%")
NUMBER_SIGNS: Final = frozenset(".．")
MATERIAL: Final = frozenset({"element", "compound", "substance", "pair"})
_SMALL: Final = MATERIAL | {"also", "either", "negation", "unmeasured", "mark", "plain", "number", "figure"}
_NOUNS: Final = frozenset({"kind", "noun", "form", "family", "unknown", "compound"})
_ARTICLES: Final = frozenset({"a", "an", "the", "any", "-"})
_FOLLOWS_HAN_WITH: Final = MATERIAL | {"figure", "purity", "bound", "number", "negation"}
ENDS_A_NAME: Final = frozenset(
    {"kind", "unknown", "noun", "form", "element", "family", "substance", "compound", "place"}
)


@dataclass(frozen=True, slots=True)
class Clause:
    """``goods`` are the phrases joined by "and" (``also``) or "or"; ``asides`` what is said beside them."""

    goods: tuple[tuple[Item, ...], ...]
    also: bool
    asides: tuple[tuple[Aside, tuple[Item, ...]], ...]
    bracketed: bool = False


def clauses(items: Sequence[Item]) -> tuple[Clause, ...]:
    found: list[Clause] = []
    for run, bracketed in _runs(items):
        if run:
            lacks = bool(found and found[-1].asides and found[-1].asides[-1][0] == "lack")
            only_materials = all(item.role in MATERIAL or item.role in ("also", "either") for item in run)
            listed = lacks and only_materials  # "without Dy, Tb": the list of what is lacking goes on
            found.append(Clause((), False, (("lack", tuple(run)),)) if listed else _clause(run, bracketed))
    return tuple(found)


def _runs(items: Sequence[Item]) -> Iterator[tuple[list[Item], bool]]:
    """Runs of items between parting marks; what stands in brackets is a run of its own, after the one around it."""
    around: list[Item] = []
    inside: list[list[Item]] = []
    depth = 0
    for place, item in enumerate(items):
        if item.role == "mark" and item.text in OPENING:
            depth += 1
            inside.append([])
        elif item.role == "mark" and item.text in CLOSING:
            depth = max(depth - 1, 0)
        elif depth and _parts(items, place):
            inside.append([])
        elif depth:
            inside[-1].append(item)
        elif _parts(items, place):
            yield around, False
            yield from ((run, True) for run in inside)
            around, inside = [], []
        else:
            around.append(item)
    yield around, False
    yield from ((run, True) for run in inside)


def _parts(items: Sequence[Item], place: int) -> bool:
    item = items[place]
    if item.role != "mark" or item.text in TRANSPARENT:
        return False
    before = items[place - 1].role if place else "mark"
    after = items[place + 1].role if place + 1 < len(items) else "mark"
    if item.text in NUMBER_SIGNS:  # "wt. 3 %" is an abbreviation, "magnet. Motor" the end of a sentence
        return before in ENDS_A_NAME
    if item.text == "/":  # Nd/Dy, NdFeB/SmCo magnets: told together, of one thing
        return not (before == after and before in MATERIAL | {"family"})
    return True


@dataclass(slots=True)
class _Building:
    goods: list[list[Item]] = field(default_factory=lambda: [[]])
    asides: list[tuple[Aside, tuple[Item, ...]]] = field(default_factory=list)
    also: bool = False


def _clause(run: list[Item], bracketed: bool) -> Clause:
    built = _Building()
    place = 0
    while place < len(run):
        place = _take(run, place, built)
    goods = tuple(tuple(phrase) for phrase in built.goods if phrase)
    return Clause(goods, built.also, tuple(built.asides), bracketed)


def _take(run: list[Item], place: int, built: _Building) -> int:
    """Puts the item where it belongs, with what it governs; the place of the next one."""
    item = run[place]
    match item.role:
        case "also" | "either" | "mark" if item.role != "mark" or item.text == LIST_MARK:
            built.also = built.also or item.role == "also"
            built.goods.append([])
        case "used_before":
            built.asides.append(("purpose", tuple(built.goods.pop())))
            built.goods.append([])
        case "for" | "with" if _is_han(item) and (link := _link(run, place)):
            built.asides.append(("purpose" if item.role == "for" else _with(item), tuple(run[place + 1 : link])))
            return link + 1
        case "with" if _is_han(item):
            end = _end_of_materials(run, place + 1)
            end = len(run) if end == place + 1 else end
            built.asides.append((_with(item), tuple(run[place + 1 : end])))
            return end
        case "unmeasured" if place + 1 < len(run) and run[place + 1].role in MATERIAL:
            end = _end_of_materials(run, place + 1)  # "may contain Dy", "low Dy"
            built.asides.append(("part", tuple(run[place + 1 : end])))
            return end
        case "for" | "with" | "placed":
            sort: Aside = "purpose" if item.role == "for" else "place" if item.role == "placed" else _with(item)
            built.asides.append((sort, tuple(run[place + 1 :])))
            return len(run)
        case "without" | "negation":
            end = _end_of_lack(run, place + 1)
            built.asides.append(("lack", tuple(run[place + 1 : end])))
            return end
        case _:
            built.goods[-1].append(item)
    return place + 1


def _with(item: Item) -> Aside:
    return "part" if item.text.lower() in plain.BUILT_IN else "beside"


def _is_han(item: Item) -> bool:
    return not item.text.isascii()


def _link(run: list[Item], place: int) -> int | None:
    return next((at for at in range(place + 1, len(run)) if run[at].role == "link"), None)


def _end_of_materials(run: list[Item], place: int) -> int:
    while place < len(run) and run[place].role in _FOLLOWS_HAN_WITH:
        place += 1
    return place


def _end_of_lack(run: list[Item], place: int) -> int:
    """What is lacking: materials and small words, or a single noun with at most an article before it."""
    start = place
    while place < len(run) and run[place].role in _SMALL:
        place += 1
    between = run[start:place]
    noun = place < len(run) and run[place].role in _NOUNS and all(one.text.lower() in _ARTICLES for one in between)
    return place + 1 if noun else place
