"""What kind of goods: the last noun of a phrase says it, or nothing does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cocket.quantity.elements import RARE_EARTHS
from cocket.reading.clauses import MATERIAL, Clause
from cocket.reading.gazetteer import goods, materials, plain
from cocket.reading.gazetteer.substances import SUBSTANCES
from cocket.reading.lexicon import FILLERS
from cocket.reading.lexing import Item, is_pure

Kinds = frozenset[str]
NOTHING: Final[Kinds] = frozenset()
# What may follow the noun without taking its place.
TRAILING: Final = frozenset(
    ("number", "plain", "code", "grade", "measure", "figure", "letter", "purity", "bound", "mark", "coating", "balance",
     "place", "made_in", "sent_to", "hydrate", "unmeasured", "free_after", "link")
)  # fmt: skip
_WHATEVER_IT_IS: Final = ("polish", "spray", "抛光", "喷涂")  # powders named by their use
OF_MAX: Final = 3  # "a box of samples of alloys of dysprosium"; more than that is no phrase of the trade
_BESIDE: Final = ("part", "beside", "purpose")
_OF_MATERIALS: Final = frozenset({*goods.POWDERS.split(), "target", "wafer", "crystal"})
_COUNTS: Final = frozenset({"letter", "number", "measure", "figure", "code"})
_HALOGENS: Final = frozenset({"F", "Cl", "Br", "I"})
_STONES: Final = frozenset({"ceramic", "crystal"})


@dataclass(frozen=True, slots=True)
class Head:
    """The noun of a phrase. ``kinds`` empty: it says nothing of the kind; ``sort`` says what stands in its place."""

    kinds: Kinds
    sort: str
    item: Item | None


@dataclass(frozen=True, slots=True)
class Goods:
    """What the goods are, and the nouns that say so.

    ``single``: nothing else is named of which the kind was not read. ``firm``: nothing beside the noun points to
    another thing either. ``several``: two things are named. ``other``: the first noun is none of the vocabulary.
    """

    kinds: Kinds
    items: tuple[Item, ...]
    single: bool = True
    firm: bool = True
    several: bool = False
    other: bool = False


def read_kinds(parts: Sequence[Clause], items: Sequence[Item]) -> Goods:
    """The kinds that all clauses together leave possible, and the nouns that say so."""
    found = Goods(NOTHING, ())
    unnamed = False  # a material came first, of which no noun says the kind
    for number, clause in enumerate(parts):
        phrases = [part for phrase in clause.goods for part in _told_apart(phrase)]
        heads = [head_of(phrase, items) for phrase in phrases]
        if number == 0 and heads and heads[-1].sort in ("noun", "unknown"):
            return Goods(NOTHING, (), single=False, other=True)
        told = _of_clause(clause, heads, items, found.kinds, listed=len(phrases) > len(clause.goods))
        telling = [phrase for phrase, head in zip(phrases, heads, strict=True) if head.kinds]
        content = any(_tells_content(item) for phrase in phrases for item in phrase)
        pairs = zip(phrases, heads, strict=True)
        others = [head for phrase, head in pairs if _is_another(phrase, head, telling, content=content)]
        if (others and (number or len(heads) > 1)) or (unnamed and told.kinds and not told.kinds & _OF_MATERIALS):
            told = replace(told, single=False)
        unnamed = unnamed or (bool(others) and not number)
        found = _joined(found, told, heads, first=not found.kinds)
    return replace(found, kinds=_with_shaft(found.kinds, items))


def _is_another(phrase: Sequence[Item], head: Head, telling: Sequence[Sequence[Item]], *, content: bool) -> bool:
    """Whether a phrase without a kind names a thing of its own, which may be anything.

    Not so: what the goods are packed in, how much of an element is in them, and "Dy" in "Dy and Tb oxide".
    """
    if head.kinds or head.item is None or head.sort in ("bare", "family", "form"):
        return False
    materials = [item for item in phrase if item.role in MATERIAL]
    if head.sort == "noun" and not materials and head.item.text.lower() in plain.CONTAINERS:
        return False
    if head.sort == "unknown" and not materials:
        return False  # it frees nothing either way
    alone = len(materials) == len(phrase) or any(_tells_content(item) for item in phrase)
    if materials and content and alone:
        return False
    shared = any(item.role == head.item.role for other in telling for item in other[:-1])
    return head.item.role not in ("element", "pair") or not shared


def _tells_content(item: Item) -> bool:
    words = item.text.lower()
    return item.role in ("figure", "unmeasured", "bound", "balance") or words in plain.PARTICIPLES or words in FILLERS


def _joined(found: Goods, told: Goods, heads: Sequence[Head], *, first: bool) -> Goods:
    """Two clauses on one thing leave what both allow; where that is nothing they may be about two things."""
    kinds = told.kinds
    if not first and heads and kinds & found.kinds and all(head.item and head.item.role in MATERIAL for head in heads):
        kinds = NOTHING  # "white powder, Y2O3 99 %": what it is made of, not what it is
    form_only = bool(heads) and all(head.sort == "form" for head in heads) and not found.kinds & goods.FREEING
    made_of = found.kinds == {"simple_magnet_assembly"} and kinds == {"magnet"}  # as strict as the assembly is
    alike = first or not kinds or bool(kinds & found.kinds) or form_only or made_of
    both = found.kinds & kinds or (found.kinds if form_only or made_of else found.kinds | kinds)
    both = both if told.items else found.kinds | kinds  # ", with spare magnets": more of what came before
    return Goods(
        kinds=(found.kinds or kinds) if first or not kinds else both,
        items=(*found.items, *told.items),
        single=found.single and told.single,
        firm=found.firm and told.firm,
        several=found.several or told.several or not alike,
    )


def _brings_more(clause: Clause, kinds: Kinds) -> bool:
    """Whether something beside the goods is named by a material or a noun of its own: a germanium lens in the motor."""
    beside = [item for sort, aside in clause.asides if sort in ("part", "beside", "place") for item in aside]
    purposes = [item for sort, aside in clause.asides if sort == "purpose" for item in aside]
    purposes = [] if kinds <= goods.TOOLS else purposes
    placed = [item for sort, aside in clause.asides if sort == "place" for item in aside]
    return (
        any(item.role in MATERIAL or (item.role == "noun" and not item.values) for item in beside)
        or any(item.role in MATERIAL or _is_strict(item) for item in purposes)
        or any(item.role in ("kind", "family", "form") and not _is_rotor(item) for item in placed)
    )


def _is_strict(item: Item) -> bool:
    return item.role == "kind" and not frozenset(item.values) <= goods.FREEING


def _is_loaded(phrase: Sequence[Item]) -> bool:
    """Another thing or a material before the noun: "magnet motor" may be a list, a "permanent magnet motor" is a motor.

    Ceramics, crystals, phosphors and fibres are called by what they are made of.
    """
    nouns = [item for item in phrase if item.role not in TRAILING]
    if len(nouns) < 2:
        return False
    *before, head = nouns
    made_of = frozenset(head.values) & goods.MADE_OF and head.role == "kind"
    named = [item for item in before if item.role == "kind" and item.text.lower() not in goods.MODIFIERS]
    named = [item for item in named if item.values != head.values]  # 电动机 electric motor
    stuff = [item for item in before if item.role in MATERIAL | {"family"}]
    return bool(named or (stuff and not made_of))


def _told_apart(phrase: Sequence[Item]) -> list[tuple[Item, ...]]:
    """ "magnets x motors", "2 magnets 3 motors": where a number or letter stands between two nouns they are two."""
    parts: list[list[Item]] = [[]]
    for item in phrase:
        if item.role in _COUNTS and any(one.role == "kind" for one in parts[-1]):
            parts.append([])
        parts[-1].append(item)
    named = [any(one.role == "kind" for one in part) for part in parts]
    return [tuple(part) for part in parts] if sum(named) > 1 else [tuple(phrase)]


def _of_clause(clause: Clause, heads: Sequence[Head], items: Sequence[Item], before: Kinds, *, listed: bool) -> Goods:
    """What one clause says; one without a noun of its own ("with spare magnets") speaks of the goods ``before``."""
    telling = [head for head in heads if head.kinds]
    if any(head.sort != "family" for head in telling):
        telling = [head for head in telling if head.sort != "family"]
    kinds = frozenset().union(*(head.kinds for head in telling))
    both = (clause.also or listed) and len(telling) > 1
    if "place" in dict(clause.asides) and kinds and kinds <= {"magnet"}:
        kinds = _placed(
            dict(clause.asides)["place"], kinds, fixed=any(one.text.lower() in plain.FIXING for one in items)
        )
    about = kinds or before
    beside = [_of_aside(sort, aside, about, items) for sort, aside in clause.asides if sort in _BESIDE]
    more = frozenset().union(*beside) - about
    loaded = kinds <= goods.FREEING and any(map(_is_loaded, clause.goods))
    brings = bool(about & goods.FREEING) and _brings_more(clause, about)
    return Goods(
        kinds=kinds | more | (before if more else NOTHING),
        items=tuple(head.item for head in telling if head.item),
        firm=not loaded and not brings,
        several=both or bool(more) or any(map(_joins_magnets, (aside for _, aside in clause.asides))),
    )


def _joins_magnets(aside: Sequence[Item]) -> bool:
    """ "… for motors and magnets": the magnets may be a second thing."""
    joined = [place for place, item in enumerate(aside) if item.role == "also"]
    return bool(joined) and any(is_magnet(item) for item in aside[joined[0] :])


def is_magnet(item: Item) -> bool:
    return (item.role == "kind" and bool(goods.MAGNETS & set(item.values))) or _names_magnet(item)


def _of_aside(sort: str, aside: Sequence[Item], kinds: Kinds, items: Sequence[Item]) -> Kinds:
    """Kinds that travel beside the goods; a magnet in a motor does not, a spare one does."""
    named = frozenset(value for item in aside if item.role == "kind" for value in item.values)
    named |= frozenset({"magnet"}) if any(_names_magnet(item) for item in aside) else NOTHING
    if not kinds or not named:
        return NOTHING
    apart = any(item.role in ("extra", "unknown") for item in items)
    if sort in ("part", "beside"):
        built_in = sort == "part" and kinds <= goods.HOLDS_MAGNETS and named <= {"magnet"} and not apart
        return NOTHING if built_in and not any(item.role == "also" for item in aside) else named
    counted = any(item.role in ("also", "number", "measure") for item in aside)
    return named if counted and kinds & goods.FREEING and not named <= goods.FREEING else NOTHING


def _names_magnet(item: Item) -> bool:
    return item.role == "family" and item.text.lower().rstrip("s").endswith(materials.NAMES_A_MAGNET)


def _placed(aside: Sequence[Item], kinds: Kinds, *, fixed: bool) -> Kinds:
    """Magnets fixed on a plate; on a shaft or in a core; on something else they may be an assembly or only packed."""
    allowed = all(item.role in ("plain", "placed") or item.values in (("shaft",), ("plate",)) for item in aside)
    boxed = any(item.text.lower() in plain.CONTAINERS for item in aside)
    on = {item.values[0] for item in aside if item.role == "noun" and item.values}
    if boxed or not (on or any(item.role == "kind" for item in aside)):
        return kinds
    if allowed and "shaft" in on:
        return frozenset({"rotor_assembly", "simple_magnet_assembly"})
    if allowed and fixed:
        return frozenset({"fixed_assembly"})
    return kinds | frozenset(goods.ASSEMBLIES.split())


def _with_shaft(kinds: Kinds, items: Sequence[Item]) -> Kinds:
    """A rotor is the rotor that the answers of the ministry speak of if it sits on a core or a shaft."""
    on_a_shaft = any(item.role == "noun" and item.values == ("shaft",) for item in items)
    assembly = "rotor_assembly" in kinds and kinds <= frozenset(goods.ASSEMBLIES.split())
    if on_a_shaft and assembly and any(_is_rotor(item) for item in items):
        return frozenset({"rotor_assembly"})
    return kinds


def _is_rotor(item: Item) -> bool:
    return item.role == "kind" and any(word in item.text.lower() for word in ("rotor", "stator", "转子", "定子"))


def head_of(phrase: Sequence[Item], items: Sequence[Item]) -> Head:
    """The last item that is no trailing word decides; of "a block of graphite" it is the graphite."""
    ofs = [place for place, item in enumerate(phrase) if item.role == "of"]
    if len(ofs) > OF_MAX:
        return Head(NOTHING, "unknown", phrase[-1])
    if ofs:
        return _of_of(head_of(phrase[: ofs[0]], items), head_of(phrase[ofs[0] + 1 :], items))
    place = len(phrase) - 1
    while place >= 0 and (length := _trailing(phrase, place)):
        place -= length
    if place < 0 or all(item.role in TRAILING for item in phrase):
        return Head(NOTHING, "bare", None)
    item = phrase[place]
    kinds = _kinds_of(item, phrase[:place], items)
    if item.role == "family":
        return Head(kinds, "kind" if _names_magnet(item) else "family", item)
    if item.role in ("form", "unknown"):
        return Head(kinds, item.role, item)
    if item.role in ("noun", "plain", "coating", "extra") and not kinds:
        return Head(kinds, "noun", item)
    return Head(kinds, "kind" if kinds else "material", item)


def _trailing(phrase: Sequence[Item], place: int) -> int:
    """How many items up to this place stand behind the noun without being it; 0: this one is the noun."""
    item = phrase[place]
    before = phrase[place - 1] if place else None
    if item.role == "plain" and item.text.lower() in plain.PARTICIPLES and before and before.role in MATERIAL:
        return 2
    if item.role == "plain":
        return int(item.text.lower().split()[-1] in plain.AFTER)
    if item.role in TRAILING:
        return 1
    if item.role in MATERIAL and _is_a_part(phrase, place):
        return 1
    if (
        item.role in MATERIAL
        and _is_figured(phrase, place)
        and any(one.role in ("kind", "form") for one in phrase[:place])
    ):
        return 1  # dysprosium metal, Dy 99.9 %
    apposed = item.role == "compound" and item.values[0] == "formula" and before is not None
    if apposed and before is not None and before.role in ("kind", "salt_word"):
        return int(before.role == "salt_word" or not frozenset(before.values) <= goods.FREEING)
    return 0


def _is_a_part(phrase: Sequence[Item], place: int) -> bool:
    """Nd 29 %: so much of it is in the goods; what is pure (from 95 % up) is the goods themselves."""
    beside = _is_figured(phrase, place)
    return bool(beside) and not any(is_pure(item.values[0]) for item in beside)


def _is_figured(phrase: Sequence[Item], place: int) -> list[Item]:
    return [phrase[at] for at in (place - 1, place + 1) if 0 <= at < len(phrase) and phrase[at].role == "figure"]


def _of_of(first: Head, second: Head) -> Head:
    if first.sort in ("bare", "form") or (first.sort == "kind" and not first.kinds):
        return second
    if first.kinds == {"crystal"} and second.kinds:
        return Head(first.kinds | second.kinds, "kind", first.item)
    if first.kinds & goods.FREEING and second.kinds - goods.FREEING:
        return Head(first.kinds | second.kinds, "kind", first.item)  # a motor of magnets: whatever is meant
    return first


def _kinds_of(item: Item, before: Sequence[Item], items: Sequence[Item]) -> Kinds:
    match item.role:
        case "kind":
            return _of_noun(item, before, items)
        case "form":
            return _of_form(item, before)
        case "family":
            named = _names_magnet(item)
            return frozenset({"magnet"}) if named else goods.MAGNET_MATERIAL if _rare_earth(item) else NOTHING
        case "noun" if item.text.lower().rstrip("s") == "sensor" and _moulded(before):
            return frozenset({"moulded_sensor"})
        case _:
            return _of_material(item)


def _rare_earth(item: Item) -> bool:
    return item.values[0] in ("NdFeB", "SmCo", "SmFeN")


def _moulded(before: Iterable[Item]) -> bool:
    return any(item.text.lower() in ("moulded", "molded", "注塑") for item in before)


def _of_noun(item: Item, before: Sequence[Item], items: Sequence[Item]) -> Kinds:
    kinds = frozenset(item.values)
    if kinds == {"other_goods"}:
        soft = any(word in one.text.lower() for word in goods.TOY_STUFF for one in items)
        hard = any(_is_material(one) or _magnetic(one) for one in items)
        return goods.MAGNETIC_TOY if hard or not soft else kinds
    if kinds == {"crystal"} and before and before[-1].role in ("element", "pair"):
        return kinds | {"metal"}
    if kinds == {"crystal"} and before and before[-1].role == "salt_word":
        return kinds | {"compound"}
    return kinds


def _is_material(item: Item) -> bool:
    return item.role in MATERIAL | {"family"}


def _magnetic(item: Item) -> bool:
    return "magnet" in item.text.lower() or "磁" in item.text


def _of_material(item: Item) -> Kinds:
    match item.role:
        case "compound":
            return _of_compound(item)
        case "substance":
            return SUBSTANCES[item.values[0]].kinds
        case "salt_word":
            return frozenset({"compound"})
        case _:
            return NOTHING


def _of_compound(item: Item) -> Kinds:
    """An oxide, a metal, a salt by its name; by a formula only the plain oxide says what it is."""
    sort, *symbols = item.values
    if sort == "formula" and len(symbols) == 2 and "O" in symbols:
        return frozenset({"oxide"})
    if sort == "formula":
        return frozenset({"compound"}) if len(symbols) == 2 and _HALOGENS & set(symbols) else NOTHING
    return frozenset({"compound" if sort == "salt" else sort})


def _of_form(item: Item, before: Sequence[Item]) -> Kinds:
    """A powder, an ingot, a rod of what stands before it."""
    form = frozenset(item.values)
    if any(word in item.text.lower() for word in _WHATEVER_IT_IS):
        return form
    of = next((one for one in reversed(before) if one.role not in TRAILING), None)
    if of is None:
        return form
    match of.role:
        case "kind":
            return _formed(frozenset(of.values), form)
        case "family":
            if "magnet_powder" in form:
                more = frozenset() if _names_magnet(of) else frozenset({"alloy"})
                return frozenset({"magnet_powder"}) | more if _rare_earth(of) or not more else form
            if _names_magnet(of):
                return frozenset({"magnet"})
            return goods.MAGNET_MATERIAL if _rare_earth(of) else NOTHING
        case "element" | "pair":
            return _of_element(form, of.values)
        case "compound" | "substance" | "salt_word":
            kinds = _of_material(of)
            return (kinds & form or kinds) if kinds else form
        case _:
            return NOTHING


def _formed(kinds: Kinds, form: Kinds) -> Kinds:
    if kinds == {"metal"} and "oxide" in form:
        return frozenset({"metal", "alloy"})
    if kinds & form:
        return kinds & form
    firm = not kinds & goods.FREEING or (not form and kinds <= _STONES)
    return kinds if firm else NOTHING


def _of_element(form: Kinds, symbols: Iterable[str]) -> Kinds:
    """Powder named by a rare earth is as often its oxide; of another element it is the metal."""
    if "oxide" in form:
        return form if any(symbol in RARE_EARTHS for symbol in symbols) else frozenset({"metal", "alloy"})
    return form
