"""The questions that the text leaves open for many lines: those of goods and those of deals found apart, once each.

``determination.doubts.open_points`` is the word on them, given every norm of the regime weighed. Only a norm with a
doubt in it has a question, though: whether one of an entry or a gap is open hangs on the goods, and whether a rule acts
on the entry on the deal.
"""

from dataclasses import dataclass, field

from cocket.determination.doubts import OpenPoint, open_points
from cocket.determination.facts import Facts
from cocket.determination.logic import FALSE, TRUE, Verity
from cocket.determination.regime_law import RegimeLaw
from cocket.determination.weighing import Weighed, standing_of, weigh
from cocket.law.condition import All, AnyOf, Condition, Doubt, Not
from cocket.law.view import EntryNorm

Points = tuple[OpenPoint, ...]


@dataclass(frozen=True, slots=True)
class OfGoods:
    """What entries would ask, each if a rule acts on it, and what gaps ask."""

    entries: tuple[tuple[EntryNorm, Points], ...]
    gaps: Points


@dataclass(frozen=True, slots=True)
class OfDeal:
    """The rules, by id, that hold or may hold; whether one of them may ask something itself."""

    ruling: frozenset[int]
    asks: bool


@dataclass(slots=True)
class Questions:
    """The questions under one law; ``goods`` and ``deal`` name classes of rows that no condition tells apart."""

    law: RegimeLaw
    _asking: tuple[EntryNorm, ...] = field(init=False)
    _goods: dict[object, OfGoods] = field(default_factory=dict)
    _deals: dict[object, OfDeal] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._asking = tuple(norm for norm in self.law.entries if has_doubt(norm.condition))

    def of(self, goods: object, deal: object, facts: Facts) -> Points:
        """The questions for these facts, as ``open_points`` has them."""
        if deal not in self._deals:
            self._deals[deal] = self._of_deal(facts)
        of_deal = self._deals[deal]
        if of_deal.asks:  # whether a rule has something to act on hangs on goods and deal together
            return open_points(weigh(self.law, facts), facts)
        if goods not in self._goods:
            self._goods[goods] = self._of_goods(facts)
        of_goods = self._goods[goods]
        acting = self.law.acting_ids
        found = [points for norm, points in of_goods.entries if not of_deal.ruling.isdisjoint(acting[norm.name])]
        return tuple(dict.fromkeys(point for points in (*found, of_goods.gaps) for point in points))

    def _of_deal(self, facts: Facts) -> OfDeal:
        truths = [(rule, self.law.truth_of[id(rule)](facts)) for rule in self.law.rules]
        ruling = frozenset(id(rule) for rule, truth in truths if truth != FALSE)
        return OfDeal(ruling, any(Verity.OPEN in truth and has_doubt(rule.condition) for rule, truth in truths))

    def _of_goods(self, facts: Facts) -> OfGoods:
        """As if every rule held, and no entry without a doubt did."""
        law = self.law
        rules = {id(rule): TRUE for rule in law.rules}
        weighed = standing_of(
            law, facts, law.none_holds | rules | {id(norm): law.truth_of[id(norm)](facts) for norm in self._asking}
        )
        entries = [(norm, open_points(Weighed(((norm, truth),), (), ()), facts)) for norm, truth in weighed.entries]
        return OfGoods(tuple(entries), open_points(Weighed((), (), weighed.gaps), facts))


def has_doubt(condition: Condition) -> bool:
    match condition:
        case Doubt():
            return True
        case All(parts) | AnyOf(parts):
            return any(map(has_doubt, parts))
        case Not(part):
            return has_doubt(part)
        case _:
            return False
