"""The values a fact can still take, one for each way the law could see it.

Two values that no condition in play tells apart are the same case, so every domain is finite: a choice is cut by the
sets that conditions name, a number by their thresholds. This is what makes asking and enumerating possible.
"""

from collections.abc import Collection, Iterable, Iterator

from cocket.determination.facts import NO_FACTS, NOT_LISTED_TOKEN, STANDS_FOR, Facts, Known
from cocket.law.condition import Compare, Condition, In, leaves
from cocket.law.practice import TRACE_FLOOR_PPB
from cocket.law.vocabulary import CHOICES, Vocabulary, fact_type
from cocket.quantity.interval import Interval

ELSEWHERE = "ZZ"  # a country that no condition names
SOMETHING_ELSE = "something else"


def leaf_index(conditions: Iterable[Condition], facts: Facts = NO_FACTS) -> dict[str, list[In | Compare]]:
    """Fact -> the leaves that speak of it, under the fact that one would ask for (see ``askable``)."""
    index: dict[str, list[In | Compare]] = {}
    for condition in conditions:
        for leaf in leaves(condition):
            if isinstance(leaf, In | Compare):
                index.setdefault(askable(leaf.fact, facts), []).append(leaf)
    return index


def element_fact(fact: str) -> str:
    return "content." + fact.removeprefix("oxide.") if fact.startswith("oxide.") else fact


def askable(fact: str, facts: Facts) -> str:
    """The fact to find out: what a fact left out stands for, an element for its oxide."""
    role, at, list_name = fact.partition("@")
    if role in STANDS_FOR and fact not in facts.values:
        return STANDS_FOR[role] + at + list_name
    content = facts.number(element_fact(fact)) if fact.startswith("oxide.") else None
    if content is not None and content.lo == content.hi:
        return fact  # how much there is of the element is known, but not in which form
    return element_fact(fact)


def representatives(fact: str, said: list[In | Compare], facts: Facts, vocabulary: Vocabulary) -> tuple[Known, ...]:
    """One value for each way the conditions can see the fact, within what is known of it."""
    if isinstance(said[0], Compare):
        return tuple(_numbers(fact, [leaf for leaf in said if isinstance(leaf, Compare)], facts))
    return tuple(_choices(fact, [leaf for leaf in said if isinstance(leaf, In)], facts, vocabulary))


def _choices(fact: str, said: list[In], facts: Facts, vocabulary: Vocabulary) -> Iterator[Known]:
    known = facts.choice(fact)
    named = frozenset().union(*(leaf.values for leaf in said))
    universe = known if known is not None else named | _unnamed(fact, vocabulary)
    seen: set[tuple[bool, ...]] = set()
    order = {value: number for number, value in enumerate(vocabulary.values.get(fact, ()))}
    for value in sorted(universe, key=lambda value: (order.get(value, len(order)), value)):
        signature = tuple(value in leaf.values for leaf in said)
        if signature not in seen:
            seen.add(signature)
            yield frozenset({value})


def _unnamed(fact: str, vocabulary: Vocabulary) -> frozenset[str]:
    if fact in CHOICES:
        return vocabulary.exact(fact)
    if "@" in fact:
        return frozenset({NOT_LISTED_TOKEN})
    match fact_type(fact):
        case "country":
            return frozenset({ELSEWHERE})
        case "yes_no":
            return frozenset({"true", "false"})
        case _:
            return frozenset({SOMETHING_ELSE})


def _numbers(fact: str, said: list[Compare], facts: Facts) -> Iterator[Known]:
    """Zero first: the value most likely to free. Traces are left out unless nothing else is possible."""
    known = facts.number(fact)
    low, high = (known.lo, known.hi) if known else (0, 2**62)
    points = {low, high}
    for leaf in said:
        points.update(
            point for point in (leaf.threshold - 1, leaf.threshold, leaf.threshold + 1) if low <= point <= high
        )
    is_mass = fact.startswith(("content.", "oxide."))
    clear = [point for point in points if not (is_mass and 0 < point < TRACE_FLOOR_PPB)]
    seen: set[tuple[bool, ...]] = set()
    for point in sorted(clear or points):
        signature = tuple(_holds(leaf, point) for leaf in said)
        if signature not in seen:
            seen.add(signature)
            yield Interval(point, point)


def _holds(leaf: Compare, point: int) -> bool:
    match leaf.operator:
        case "above":
            return point > leaf.threshold
        case "at_least":
            return point >= leaf.threshold
        case "below":
            return point < leaf.threshold
        case "at_most":
            return point <= leaf.threshold


def is_missing(fact: str, facts: Facts) -> bool:
    """Whether more could still be learnt of the fact."""
    number = facts.number(fact)
    if number is not None:
        return number.lo != number.hi
    known = facts.choice(fact)
    return known is None or len(known) > 1


def assign(facts: Facts, fact: str, value: Known) -> Facts:
    """The facts with one completed; an element that is there is taken to be there as oxide too, if nothing was said."""
    if fact.startswith("content.") and isinstance(value, Interval):
        oxide = "oxide." + fact.removeprefix("content.")
        known = facts.values.get(oxide, value)
        assert isinstance(known, Interval)
        return facts.having({fact: value, oxide: Interval(min(known.lo, value.hi), min(known.hi, value.hi))})
    return facts.having({fact: value})


# What the goods are is asked before what is measured of them: each kind has its own properties, and its own questions.
AFTER_KIND = ("technology_field", "equipment", "substance")
AFTER_WHAT_IT_IS = ("kind", "equipment", "substance", "technology_field")
FULL_COMPOSITION_ABOVE = 3  # more elements than this are asked for as one full composition
# Kinds of goods whose substance a composition tells; of tools, ores or graphite it does not.
TOLD_BY_COMPOSITION = frozenset(
    (
        *("compound", "oxide", "mixture", "crystal", "wafer", "target", "ceramic"),
        *("phosphor", "calcined_catalyst", "other_powder", "pharmaceutical_compound", "metal", "alloy"),
    )
)


def is_measured(fact: str) -> bool:
    return fact.startswith("param.")


def waits(fact: str, asked: Collection[str]) -> bool:
    """Whether a fact is for the next round of questions, given what is asked for in this one."""
    if fact in AFTER_KIND:
        return "kind" in asked or (fact == "substance" and _asks_for_whole(asked))
    return is_measured(fact) and (any(one in asked for one in AFTER_WHAT_IT_IS) or _asks_for_whole(asked))


def _asks_for_whole(asked: Collection[str]) -> bool:
    """Whether so many elements are asked for that the composition is."""
    return sum(one.startswith("content.") for one in asked) > FULL_COMPOSITION_ABOVE
