"""Which parts of a bill are items of a list and of an origin for certain, which may be, and which cannot hold any.

The law's own conditions decide. A part whose parts are not listed may hold whatever its composition does not exclude.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from cocket.check.bill.part import Bill, BillError, Part
from cocket.check.checker import Checker
from cocket.check.composition_text import gather_composition
from cocket.determination.facts import Facts, Known
from cocket.determination.logic import FALSE, TRUE, evaluate
from cocket.determination.read_facts import FactError
from cocket.law.check_lawbook import reaches
from cocket.law.condition import Compare, leaves
from cocket.law.lawbook import Lawbook
from cocket.law.view import EntryNorm
from cocket.quantity.interval import PPB, Interval
from cocket.reading.line import ReadingError
from cocket.wording import shapes
from cocket.wording.shapes import without_stop

NOT_OF_THE_DEAL = ("parent", "quantity", "unit", "unit_price", "currency", "value")


class Listed(Enum):
    YES = "yes"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ShareOf:
    """The share that the law asks for: of items in ``entries`` of ``instrument`` from ``origin``, under ``fact``."""

    fact: str
    instrument: str
    entries: str
    origin: str


# Limb 1(1) of announcement 61 of 2025: items of part 1 of its annex 1, of Chinese origin.
CHINESE_PART_1 = ShareOf("china_origin_part1_value_ratio", "cn/mofcom/2025/61", "annex1.part1", "CN")


@dataclass(frozen=True, slots=True)
class Judged:
    """``item``: is the part itself such an item? ``inside``: may it hold one, if its parts are not told?"""

    item: Listed
    inside: bool


class ListedParts:
    """The entries of a share as known on a day; whether they were in force does not matter to what a part is."""

    def __init__(self, checker: Checker, share: ShareOf, known: date) -> None:
        self.checker = checker
        self.share = share
        view = checker.time.view(known, known)
        self.entries: tuple[EntryNorm, ...] = tuple(
            norm
            for norm in view.entries
            if norm.instrument.id == share.instrument and reaches(share.entries, norm.entry.id)
        )
        assert self.entries, f"{share.instrument} has no entries {share.entries}"

    def judge(self, part: Part) -> Judged:
        """Raises FactError or ReadingError for what the row states of the goods."""
        stated = {key: value for key, value in part.stated.items() if key not in NOT_OF_THE_DEAL}
        facts = self.checker.read(gather_composition(stated)).facts
        origin = facts.choice("origin")
        by_origin = _truth(origin is None or self.share.origin in origin, origin == frozenset({self.share.origin}))
        truths = [evaluate(norm.condition, facts) for norm in self.entries]
        by_goods = _truth(any(truth != FALSE for truth in truths), any(truth == TRUE for truth in truths))
        item = Listed.NO if Listed.NO in (by_goods, by_origin) else _both(by_goods, by_origin)
        foreign_item = by_goods is Listed.YES and by_origin is Listed.NO
        return Judged(item, inside=not foreign_item and self._may_hold(facts))

    def _may_hold(self, facts: Facts) -> bool:
        """Whether such an item can be in goods of this composition: each element there may be concentrated in it."""
        values: dict[str, Known] = {
            fact: Interval(0, PPB) if isinstance(share, Interval) and share.hi else share
            for fact, share in facts.values.items()
            if fact.startswith(("content.", "oxide."))
        }
        spread = Facts(values, PPB if facts.rest_hi else 0)
        return any(evaluate(norm.condition, spread) != FALSE for norm in self.entries)


def _truth(possible: bool, certain: bool) -> Listed:
    return Listed.YES if certain else Listed.OPEN if possible else Listed.NO


def _both(one: Listed, other: Listed) -> Listed:
    return Listed.YES if one is other is Listed.YES else Listed.OPEN


def limits_on(lawbook: Lawbook, fact: str) -> tuple[int, ...]:
    """The shares, in parts per billion, from which on any rule of the lawbook speaks; each is included."""
    rules = (rule.when for one in lawbook.instruments for rule in one.rules)
    said = (leaf for condition in rules for leaf in leaves(condition) if isinstance(leaf, Compare))
    found = {leaf.threshold for leaf in said if leaf.fact == fact}
    return tuple(sorted(found))


def judged(listed: ListedParts, bill: Bill) -> dict[str, Judged]:
    """Each part by its number; raises BillError for what a row states wrongly of its goods."""
    return {part.number: _judge(listed, part) for part in (bill.top, *(p for ps in bill.within.values() for p in ps))}


def _judge(listed: ListedParts, part: Part) -> Judged:
    try:
        return listed.judge(part)
    except (FactError, ReadingError) as error:
        raise BillError(part.row, shapes.at(error.key, error.problem), without_stop(error.remedy)) from None
