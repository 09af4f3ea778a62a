"""What a stated fact says of other facts: the vocabulary's ``implies``, the substance, and figures that follow from it.

A fact that nobody stated is narrowed to what goes with those that were. Facts that cannot both be true leave both
possible, with a warning; nothing is freed by a contradiction.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from cocket.determination.facts import Known
from cocket.determination.families import MADE_OF
from cocket.determination.substances import (
    ELEMENT,
    MIXTURES,
    OTHER,
    Told,
    by_composition,
    by_name,
    is_pure,
    names_the_main_one,
    of_formula,
    read_statements,
)
from cocket.law.practice import CODE_NOT_STATED, MAIN_CONSTITUENT_PPB, TRACE_FLOOR_PPB, UNWRITTEN_CODE
from cocket.law.vocabulary import Value, Vocabulary
from cocket.quantity.composition import Composition
from cocket.quantity.formula import Formula, mass_share
from cocket.quantity.interval import PPB, Interval

# Words of these facts are looked up in the vocabulary; one that is not there leaves the fact open.
NAMED = ("substance", "equipment", "param.shape", "param.graphite_kind")
GRAPHITE_KINDS = "graphite_goods"
PURITY = "param.purity_pct"
MADE_OF_MORE = frozenset({"mixture", "ceramic", "phosphor", "calcined_catalyst"})
SOME_GRAPHITE_PPB = PPB // 10
NO_CODE = frozenset({CODE_NOT_STATED, UNWRITTEN_CODE})
METALLIC = frozenset({"metal", "alloy", "magnet", "magnet_powder", "metal_article", "target", "sintered_product"})
MILLIONTHS_OF_A_PERCENT_PPB = 10  # a purity is kept in millionths of a per cent, a share in parts per billion


def narrow(values: dict[str, Known], fact: str, allowed: frozenset[str]) -> bool:
    """Keeps of a fact what is allowed; False, and both sides kept, if nothing would be left."""
    stated = values.get(fact)
    if not isinstance(stated, frozenset):
        values[fact] = allowed
        return True
    values[fact] = stated & allowed or stated | allowed
    return not stated.isdisjoint(allowed)


def contradicted(fact: str) -> str:
    """The warning for a fact whose stated value does not go with other facts."""
    return f"{fact.rpartition('.')[2]}_is_contradicted"


def implied_by(values: Iterable[Value]) -> dict[str, frozenset[str]]:
    """What goes with a fact that has one of these values: only where each of them says something of it."""
    some = list(values)
    facts = set(some[0].implies).intersection(*(value.implies for value in some)) if some else set[str]()
    return {fact: frozenset(name for value in some for name in value.implies[fact]) for fact in sorted(facts)}


def apply_words(values: dict[str, Known], words: Mapping[str, list[Value]]) -> Iterator[str]:
    """What the stated words imply. A magnet's family says what goods are only where nothing else does."""
    for fact, some in words.items():
        for other, allowed in implied_by(some).items():
            stated = values.get(other)
            if fact == "family" and isinstance(stated, frozenset) and stated.isdisjoint(allowed):
                continue
            if not narrow(values, other, allowed):
                yield contradicted(other)


def cap_by_family(values: dict[str, Known], rest_hi: int) -> int:
    """The most that an element not named can weigh: goods of a family are mostly what the family is named after."""
    families, kinds = values.get("family"), values.get("kind")
    if not isinstance(families, frozenset) or not families <= MADE_OF.keys() or rest_hi < MAIN_CONSTITUENT_PPB:
        return rest_hi
    if isinstance(kinds, frozenset) and kinds.isdisjoint(METALLIC):
        return rest_hi
    for symbol in set[str]().union(*(MADE_OF[family] for family in families)):
        values.setdefault(f"content.{symbol}", Interval(0, rest_hi))
    return MAIN_CONSTITUENT_PPB - 1


def cap_by_constituents(
    values: dict[str, Known],
    said: Mapping[str, object],
    composition: Composition,
    rest_hi: int,
    vocabulary: Vocabulary,
) -> int:
    """The same where the constituents of a compound, a crystal or such are listed: its main one is among them.

    Of metals people name what they were asked about, and of semiconductors what they are doped with: neither need be
    the main part.
    """
    kinds = values.get("kind")
    if not isinstance(kinds, frozenset) or not kinds.isdisjoint(METALLIC) or not said.get("contains"):
        return rest_hi
    is_main_named = names_the_main_one(composition.content, kinds, vocabulary)
    return min(rest_hi, MAIN_CONSTITUENT_PPB - 1) if is_main_named else rest_hi


def cap_by_substance(values: Mapping[str, Known], rest_hi: int, vocabulary: Vocabulary) -> int:
    """The same for goods of a substance of which all elements are known: no other element makes up half of them."""
    found, kinds = values.get("substance"), values.get("kind")
    if not isinstance(found, frozenset) or not isinstance(kinds, frozenset) or not kinds.isdisjoint(MIXTURES):
        return rest_hi
    makeups = [vocabulary.substances.get(name) for name in found]
    elements = [makeup.elements for makeup in makeups if makeup is not None and makeup.is_whole and makeup.elements]
    if len(elements) < len(found) or any(f"content.{s}" not in values for some in elements for s in some):
        return rest_hi
    return min(rest_hi, MAIN_CONSTITUENT_PPB - 1)


def apply_graphite(values: dict[str, Known], rest_hi: int, vocabulary: Vocabulary) -> Iterator[str]:
    """Goods that are graphite by their kind hold carbon; a figure that says otherwise leaves both possible."""
    kinds = values.get("kind")
    graphite = frozenset(vocabulary.groups.get("kind", {}).get(GRAPHITE_KINDS, ()))
    if not isinstance(kinds, frozenset) or not kinds <= graphite:
        return
    carbon = values.get("content.C", Interval(0, rest_hi))
    assert isinstance(carbon, Interval)
    if carbon.hi < SOME_GRAPHITE_PPB:
        values["content.C"] = Interval(carbon.lo, PPB)
        yield contradicted("kind")
    elif "content.C" not in values:
        values["content.C"] = Interval(SOME_GRAPHITE_PPB, carbon.hi)


def apply_classification(values: dict[str, Known]) -> None:
    """Equipment and technology that the exporter states under a code of the lawbook are of no other kind there."""
    if values.get("control_code", NO_CODE) <= NO_CODE:  # type: ignore[operator]
        return
    for fact, kind, value in (
        ("equipment", "equipment", "other_equipment"),
        ("technology_field", "technology", "other_field"),
    ):
        if values.get("kind") == frozenset({kind}):
            values.setdefault(fact, frozenset({value}))


def apply_substance(
    values: dict[str, Known],
    said: Mapping[str, object],
    composition: Composition,
    whole: str | None,
    vocabulary: Vocabulary,
) -> Iterator[str]:
    """The substance, by its name and by what the goods are made of, and all that follows from it."""
    kinds = values.get("kind")
    statements = read_statements(said.get("composition"))
    figures = {one.only_element for one, _ in statements}
    told = Told(
        kinds=kinds if isinstance(kinds, frozenset) else None,
        composition=composition,
        statements=statements,
        listed=frozenset(composition.content) - figures if said.get("contains") else frozenset(),
        whole=whole,
    )
    called = values.pop("substance", frozenset())  # the name, as it was stated or read from the description
    name = min(called, default="") if isinstance(called, frozenset) else ""
    named, formula = by_name(name, vocabulary) if name else (None, None)
    if named is not None:
        told = replace(told, named=True)
    possible = by_composition(told, vocabulary)
    if named is not None and possible is not None and named.isdisjoint(possible):
        values["substance"] = named | possible
        yield "substance_contradicts_composition" if composition.content else "substance_contradicts_kind"
        return
    found = named if possible is None else possible if named is None else named & possible
    if found is not None:
        values["substance"] = found
        yield from _follow(values, found, vocabulary)
        if is_pure(told, found, vocabulary):
            _narrow_loose_kind(values)
    if named is not None:
        formulas = (formula,) if formula else _formulas(found or named, vocabulary)
        if not _contents(values, formulas, found or named, composition, told, vocabulary):
            yield "substance_contradicts_composition"
    if not _purity_of(values, found, told, vocabulary):
        yield "purity_contradicts_composition"


def _follow(values: dict[str, Known], found: frozenset[str], vocabulary: Vocabulary) -> Iterator[str]:
    known = [vocabulary.values["substance"][name] for name in sorted(found) if name in vocabulary.values["substance"]]
    if found.isdisjoint({OTHER, ELEMENT}) and known:
        for fact, allowed in implied_by(known).items():
            if not narrow(values, fact, allowed):
                yield contradicted(fact)


def _narrow_loose_kind(values: dict[str, Known]) -> None:
    """A loose word (powder) for goods that are all but wholly one compound is no alloy, mixture or ceramic."""
    kinds = values.get("kind")
    if isinstance(kinds, frozenset) and len(kinds) > 1:
        values["kind"] = kinds - METALLIC - MADE_OF_MORE or kinds


def _formulas(found: frozenset[str], vocabulary: Vocabulary) -> tuple[Formula, ...]:
    makeups = [vocabulary.substances[name] for name in found if name in vocabulary.substances]
    return tuple(formula for makeup in makeups for formula in makeup.parsed) if len(makeups) == len(found) else ()


def _contents(
    values: dict[str, Known],
    formulas: tuple[Formula, ...],
    found: frozenset[str],
    composition: Composition,
    told: Told,
    vocabulary: Vocabulary,
) -> bool:
    """Goods of a named substance hold its elements: half of what it has of each, or in a mixture some of each."""
    makeups = [vocabulary.substances[name] for name in found if name in vocabulary.substances]
    if formulas:
        shared = frozenset.intersection(*(frozenset(symbol for symbol, _ in one.atoms) for one in formulas))
        least = {symbol: min(mass_share(one, symbol).lo for one in formulas) // 2 for symbol in shared}
    elif makeups and len(makeups) == len(found):
        shared = frozenset.intersection(*(makeup.elements for makeup in makeups))
        alone = all(makeup.is_whole and len(makeup.elements) == 1 for makeup in makeups)
        least = dict.fromkeys(shared, MAIN_CONSTITUENT_PPB if alone else TRACE_FLOOR_PPB)
    else:
        return True
    fits = True
    for symbol, share in least.items():
        known = composition.share(symbol)
        floor = TRACE_FLOOR_PPB if told.is_mixture else share
        fits = fits and floor <= known.hi
        # a figure that leaves no room for what the name says leaves both possible
        values[f"content.{symbol}"] = Interval(max(known.lo, floor), known.hi) if fits else Interval(known.lo, PPB)
    return fits


def _purity_of(values: dict[str, Known], found: frozenset[str] | None, told: Told, vocabulary: Vocabulary) -> bool:
    """The purity, where a composition states the share of what the goods are; of a mixture it says nothing.

    False, and all between both kept, where a stated purity cannot be that share.
    """
    share = None if told.may_be_mixture else _own_share(values, found, told, vocabulary)
    if share is None:
        return True
    measured = Interval(share.lo // MILLIONTHS_OF_A_PERCENT_PPB, -(-share.hi // MILLIONTHS_OF_A_PERCENT_PPB))
    stated = values.get(PURITY)
    if not isinstance(stated, Interval):
        values[PURITY] = measured
        return True
    both = stated.intersect(measured)
    values[PURITY] = both or stated.hull(measured)
    return both is not None


def _own_share(
    values: Mapping[str, Known], found: frozenset[str] | None, told: Told, vocabulary: Vocabulary
) -> Interval | None:
    kinds = values.get("kind")
    graphite = vocabulary.groups.get("kind", {}).get(GRAPHITE_KINDS, ())
    is_graphite = isinstance(kinds, frozenset) and kinds <= frozenset(graphite)
    for formula, share in told.statements:
        if formula.only_element == "C" and is_graphite:
            return share
        if (
            found is not None
            and len(found) == 1
            and not formula.is_element
            and of_formula(formula, vocabulary) == found
        ):
            return share if found.isdisjoint({OTHER, ELEMENT}) else None
    return None


def apply_parameters(values: dict[str, Known], said: Iterable[str], vocabulary: Vocabulary) -> Iterator[str]:
    """What a measured property says of the shape, and of another property that cannot be smaller."""
    for key in said:
        parameter = vocabulary.parameters.get(key.removeprefix("param.")) if key.startswith("param.") else None
        for fact, allowed in (parameter.implies if parameter else {}).items():
            if not narrow(values, fact, frozenset(allowed)):
                yield contradicted(fact)
    for name, parameter in vocabulary.parameters.items():
        least = values.get(f"param.{parameter.at_least}") if parameter.at_least else None
        if isinstance(least, Interval) and f"param.{name}" not in values:
            values[f"param.{name}"] = Interval(least.lo, max(least.hi, HUNDRED_PERCENT))


HUNDRED_PERCENT = 100 * 1_000_000
assert HUNDRED_PERCENT * MILLIONTHS_OF_A_PERCENT_PPB == PPB
