"""Goods that stand just below, at, and just above each limit of a condition, and what its words then say of them.

Written apart from the product: a condition is turned into alternatives of plain demands, goods are made that meet one
alternative, and each limit is tried with the three numbers around it. Nothing here is shared with ``evaluate``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from cocket.law.condition import All, AnyOf, Compare, Condition, Doubt, In, Leaf, Not, leaves
from cocket.law.vocabulary import Vocabulary, fact_type

Goods = dict[str, str | int]  # a word for a choice; a whole number (ppb, millionths) for a share or a measure
SIGNS = {"above": ">", "at_least": ">=", "below": "<", "at_most": "<="}
NOT_NAMED = "named nowhere"


@dataclass(frozen=True)
class Demand:
    """One leaf of a condition; ``wanted`` is False where the words say "not"."""

    leaf: Leaf
    wanted: bool


def alternatives(condition: Condition, wanted: bool = True) -> list[tuple[Demand, ...]]:
    """The condition as alternatives, each a list of demands that must all be met."""
    match condition:
        case Not(part):
            return alternatives(part, not wanted)
        case All(parts) | AnyOf(parts) if isinstance(condition, All) == wanted:
            return [sum(one, ()) for one in product(*(alternatives(part, wanted) for part in parts))]
        case All(parts) | AnyOf(parts):
            return [one for part in parts for one in alternatives(part, wanted)]
        case leaf:
            return [(Demand(leaf, wanted),)]


def meets(goods: Goods, demand: Demand) -> bool:
    leaf = demand.leaf
    if isinstance(leaf, In):
        return (goods[leaf.fact] in leaf.values) == demand.wanted
    assert isinstance(leaf, Compare)
    number, limit = int(goods[leaf.fact]), leaf.threshold
    around = {">": number > limit, ">=": number >= limit, "<": number < limit, "<=": number <= limit}
    return around[SIGNS[leaf.operator]] == demand.wanted


def said_of(goods: Goods, condition: Condition) -> str:
    """``true``, ``open`` (only a doubt is left, which a person must settle) or ``false``."""
    met = [
        one
        for one in alternatives(condition)
        if all(isinstance(demand.leaf, Doubt) or meets(goods, demand) for demand in one)
    ]
    certain = any(not any(isinstance(demand.leaf, Doubt) for demand in one) for one in met)
    return "true" if certain else "open" if met else "false"


def goods_meeting(
    one: tuple[Demand, ...], condition: Condition, vocabulary: Vocabulary, fixed: Goods | None = None
) -> Goods | None:
    """Goods that meet an alternative, with ``fixed`` facts as they are; None if no such goods are found."""
    goods = dict(fixed or {})
    for fact in sorted({leaf.fact for leaf in leaves(condition) if isinstance(leaf, In | Compare)} - goods.keys()):
        own = [demand for demand in one if getattr(demand.leaf, "fact", None) == fact]
        fitting = (value for value in _values(fact, own, vocabulary) if all(meets({fact: value}, d) for d in own))
        value = next(fitting, None)
        if value is None:
            return None
        goods[fact] = value
    return goods


def _values(fact: str, own: list[Demand], vocabulary: Vocabulary) -> Iterator[str | int]:
    limits = [demand.leaf.threshold for demand in own if isinstance(demand.leaf, Compare)]
    if fact_type(fact) in ("share", "measure", "count"):
        yield 0
        yield from (number for limit in limits for number in (limit + 1, limit, limit - 1) if number >= 0)
        return
    yield from sorted(value for demand in own if isinstance(demand.leaf, In) for value in demand.leaf.values)
    yield NOT_NAMED
    yield from sorted(vocabulary.values.get(fact, {}))


def around_limits(condition: Condition, vocabulary: Vocabulary) -> Iterator[tuple[Compare, list[Goods]]]:
    """Each limit with the goods just below it, at it, and just above it, all else as an alternative wants it."""
    for one in alternatives(condition):
        for demand in one:
            if isinstance(demand.leaf, Compare):
                limit = demand.leaf
                tried = [n for n in (limit.threshold - 1, limit.threshold, limit.threshold + 1) if n >= 0]
                made = [goods_meeting(one, condition, vocabulary, {limit.fact: number}) for number in tried]
                yield limit, [goods for goods in made if goods is not None]
