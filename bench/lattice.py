"""Never wrongly free, shown by enumeration over the finite lattice of every entry of the law.

For each entry: every combination of the facts that its condition speaks of (kind, family, the share of each element:
not stated, none, a trace, present, the main part; measured values) with every destination that a rule can tell apart
and every interval of days in which the law is the same. Values are those that the entry's own conditions tell apart,
so the lattice is finite and nothing lies between its points. At every point four laws must hold:

1. Taking a fact away never narrows the set of possible outcomes.
2. More of an element that the entry names never turns an answer that is not free into a free one, where the entry is
   in force and not excluded by other facts, and up to a limit from above that it states itself. (Where the answer
   hangs on the main part, a little of an element not stated before says that there is no more of it: that may free.
   So may a share where the entry asks for a purity, which it tells.)
3. Another customs number, or none, leaves the facts as they are, and so the answer. (Of goods of a kind that the law
   does not name its heading is a fact that may point to a list; it frees nothing.)
4. Goods that an entry in force covers for certain, and that leave the mainland, are never free.

Facts that stand for something when they are left out (movement, importer, end user's country, temporary export, a
stated control code ...) are not taken away: there the silence itself says something. The end user is stated to be on
no list, civil, and with a civil use, so that rules on parties do not hide what follows from the goods. Entries that
are no control codes bind goods abroad, so their goods are Chinese and move on from abroad; all others are exports.
Gaps are left out: what is not written down has no conditions to enumerate.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import combinations, product
from math import prod
from typing import TypeAlias

from cocket.check.checker import Checker
from cocket.determination.domain import ELSEWHERE, leaf_index, representatives
from cocket.determination.facts import ABSENT_MEANS, Facts
from cocket.determination.interpreter import possible
from cocket.determination.logic import FALSE, OPEN, TRUE, evaluate
from cocket.determination.outcome import FREE, Outcomes
from cocket.determination.read_facts import FactError
from cocket.determination.regime_law import RegimeLaw
from cocket.determination.weighing import Weighed, weigh
from cocket.law.condition import Compare, In, leaves
from cocket.law.fold import Standing, elementary_days
from cocket.law.view import EntryNorm, RuleNorm
from cocket.quantity.interval import Interval

Value: TypeAlias = str | int | None  # a word; ppb or millionths; not stated

REGIME = "dual_use"
STATED: Mapping[str, object] = {"end_user_listed": False, "end_user_type": "civil", "end_use": "civil"}
ABROAD: Mapping[str, object] = {"movement": "reexport_abroad", "origin": "CN"}
TRACE_PPB = 50_000  # 0.005 %: above nothing, below the 0.01 % from which we take an element to be contained
PRESENT_PPB = 100_000
MILLIONTHS = 1_000_000
SOMEWHERE = "DE"  # a place that no rule names
# An entry with more combinations than this names its amounts as alternatives; there two at a time are varied.
ALL_TOGETHER_MAX = 1500
CUSTOMS_NUMBERS = ("8505110000", "28053012", "284690", "9503", "0402")
PURITY = "param.purity_pct"
CONTRADICTION = "_contradict"


@dataclass(frozen=True, slots=True)
class Point:
    """A line: each fact of the lattice with its value."""

    values: tuple[tuple[str, Value], ...]

    def stated(self) -> dict[str, object]:
        """The line as somebody would state it."""
        return {key: said for fact, value in self.values if value is not None for key, said in [_said(fact, value)]}

    def with_less(self) -> Iterator["Point"]:
        """The points with one fact taken away."""
        for number, (fact, value) in enumerate(self.values):
            if value is not None and fact not in ABSENT_MEANS:
                yield self._having(number, fact, None)

    def with_more(self, values: Mapping[str, tuple[Value, ...]]) -> Iterator["Point"]:
        """The points with more of one element. What was not stated might be anything, so only the most is more."""
        for number, (fact, share) in enumerate(self.values):
            if fact.startswith("content."):
                steps = [step for step in values[fact] if isinstance(step, int)]
                for more in steps:
                    if more == max(steps) if not isinstance(share, int) else more > share:
                        yield self._having(number, fact, more)

    def _having(self, number: int, fact: str, value: Value) -> "Point":
        return Point((*self.values[:number], (fact, value), *self.values[number + 1 :]))


def _said(fact: str, value: str | int) -> tuple[str, str]:
    if isinstance(value, str):
        return fact, value
    if fact.startswith("content."):
        return f"composition.{fact.removeprefix('content.')}", f"{value} ppb"
    return fact, str(Decimal(value) / MILLIONTHS)


class Lattice:
    """The lattices of all entries of the lawbook as known on its last day."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker
        self.known = checker.lawbook.as_of
        self.laws: dict[date, RegimeLaw] = {}

    @cached_property
    def entries(self) -> dict[str, EntryNorm]:
        view = self.checker.time.view(self.known, self.known)
        return {norm.name: norm for norm in view.entries if norm.instrument.regime == REGIME}

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The first day of each interval, those left out on which every norm stands as on an earlier one."""
        first: dict[object, date] = {}
        for day in elementary_days(self.checker.lawbook):
            if REGIME in self.checker.time.view(day, self.known).covered:
                law = self.law(day)
                norms: tuple[EntryNorm | RuleNorm, ...] = (*law.entries, *law.rules)
                first.setdefault(frozenset((norm.name, norm.status.standing) for norm in norms), day)
        return tuple(first.values())

    def law(self, day: date) -> RegimeLaw:
        if day not in self.laws:
            self.laws[day] = RegimeLaw(self.checker.time.view(day, self.known), REGIME)
            self.laws[day].gaps = ()
        return self.laws[day]

    @cached_property
    def destinations(self) -> tuple[Value, ...]:
        """One place for each way in which any rule on any day can see it."""
        rules = (rule.condition for day in self.days for rule in self.law(day).rules)
        said = leaf_index(rules).get("destination", [])
        assert not any(isinstance(leaf, In) and SOMEWHERE in leaf.values for leaf in said)
        places = self._told_apart("destination", said) if said else []
        return (None, *(SOMEWHERE if place == ELSEWHERE else place for place in places))

    def values(self, name: str) -> dict[str, tuple[Value, ...]]:
        """Each fact of an entry's condition with the values to try; not stated comes first.

        A code that the exporter states settles its entry at once; it is tried where nothing else could.
        """
        index = leaf_index([self.entries[name].condition])
        of_goods = {fact: said for fact, said in index.items() if fact not in ABSENT_MEANS}
        return {fact: (None, *self._told_apart(fact, said)) for fact, said in (of_goods or index).items()}

    def _told_apart(self, fact: str, said: list[In | Compare]) -> list[Value]:
        if fact in ABSENT_MEANS:  # silence is one of its values already
            return [min(leaf.values) for leaf in said if isinstance(leaf, In)]
        values: list[Value] = []
        for known in representatives(fact, said, Facts({}), self.checker.lawbook.vocabulary):
            values.extend([known.lo] if isinstance(known, Interval) else sorted(known))
        if fact.startswith("content."):
            values = sorted({0, TRACE_PPB, PRESENT_PPB, *values}, key=lambda value: int(value or 0))
        return values

    def goods(self, name: str) -> Iterator[Point]:
        """Every combination of what the entry's conditions can tell apart, no destination yet."""
        values = self.values(name)
        amounts = [fact for fact, some in values.items() if isinstance(some[-1], int)]
        together = len(amounts) if prod(map(len, values.values())) <= ALL_TOGETHER_MAX else 2
        points: dict[Point, None] = {}
        for varied, rest in product(combinations(amounts, together), (0, 1)):
            fixed = {fact: (some[rest],) for fact, some in values.items() if fact in amounts and fact not in varied}
            chosen = product(*(fixed.get(fact, some) for fact, some in values.items()))
            points.update(dict.fromkeys(Point(tuple(zip(values, one, strict=True))) for one in chosen))
        yield from points


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcomes possible, and whether an entry in force covers the goods for certain."""

    possible: Outcomes
    covered: bool

    @property
    def free(self) -> bool:
        return self.possible <= FREE

    @property
    def names(self) -> str:
        return " or ".join(outcome.name for outcome in sorted(self.possible))


class Walk:
    """One entry's lattice; what is read of a point serves for all days."""

    def __init__(self, lattice: Lattice, name: str) -> None:
        self.lattice = lattice
        self.name = name
        self.values = lattice.values(name)
        self.exported = lattice.entries[name].entry.is_code
        self.fixed = STATED if self.exported else {**STATED, **ABROAD}
        self.facts: dict[Point, Facts | None] = {}
        said = leaves(lattice.entries[name].condition)
        upper = [leaf for leaf in said if isinstance(leaf, Compare) and leaf.operator in ("at_most", "below")]
        self.limits = {leaf.fact: leaf.threshold for leaf in upper if leaf.fact.startswith("content.")}

    def points(self) -> Iterator[Point]:
        for goods in self.lattice.goods(self.name):
            for destination in self.lattice.destinations:
                yield Point((*goods.values, ("destination", destination)))

    def read(self, point: Point) -> Facts | None:
        """None when the statements cannot be true together: refused, or kept open with a warning."""
        if point not in self.facts:
            try:
                line = self.lattice.checker.read({**self.fixed, **point.stated()})
                self.facts[point] = None if any(CONTRADICTION in one for one in line.warnings) else line.facts
            except FactError:
                self.facts[point] = None
        return self.facts[point]

    def faults_on(self, day: date, points: Iterable[Point]) -> Iterator[str]:
        """What breaks laws 1, 2 and 4 on a day."""
        seen: dict[Point, Answer | None] = {}
        law = self.lattice.law(day)
        for point in points:
            yield from (f"{self.name} on {day}: {fault}" for fault in self._faults(law, point, seen))

    def _faults(self, law: RegimeLaw, point: Point, seen: dict[Point, Answer | None]) -> Iterator[str]:
        answer = self._answer(law, point, seen)
        if answer is None:
            return
        for less in point.with_less():
            wider = self._answer(law, less, seen)
            if wider and not answer.possible <= wider.possible:
                yield f"{less.stated()} allows {wider.names}, but {point.stated()} {answer.names}"
        told = not answer.free and PURITY not in self.values and any(norm.name == self.name for norm in law.entries)
        for more in point.with_more(self.values) if told else ():
            stricter = self._answer(law, more, seen)
            within = all(share <= self.limits.get(fact, share) for fact, share in more.values if isinstance(share, int))
            if stricter and stricter.free and within and (self.may_hold(point) or self.may_hold(more)):
                yield f"{point.stated()} is not free, but {more.stated()} is"
        if self.exported and answer.covered and answer.possible & FREE:
            yield f"{point.stated()} is covered, and {answer.names} is possible"

    def may_hold(self, point: Point) -> bool:
        """Whether the entry is not excluded: of other goods, more of its element may say that they are no magnet."""
        facts = self.read(point)
        return facts is not None and evaluate(self.lattice.entries[self.name].condition, facts) != FALSE

    def _answer(self, law: RegimeLaw, point: Point, seen: dict[Point, Answer | None]) -> Answer | None:
        if point not in seen:
            facts = self.read(point)
            seen[point] = None if facts is None else answer_of(law, facts)
        return seen[point]

    def faults_of_customs_number(self, points: Iterable[Point]) -> Iterator[str]:
        """What breaks law 3: a number that changes any fact but the heading to which it points."""
        for point in points:
            facts = self.read(point)
            for number in CUSTOMS_NUMBERS if facts else ():
                other = self.lattice.checker.read({**self.fixed, **point.stated(), "hs": number}).facts
                if facts and other.without("customs_heading").key() != facts.key():
                    yield f"{self.name}: {point.stated()} is read otherwise under {number}"


def answer_of(law: RegimeLaw, facts: Facts) -> Answer:
    weighed = weigh(law, facts)
    return Answer(possible(law, weighed), _is_covered(law, weighed))


def _is_covered(law: RegimeLaw, weighed: Weighed) -> bool:
    """Whether an entry in force holds; not one whose licence rests on a use that the text leaves to a person."""
    left_open = {id(rule) for rule, truth in weighed.rules if truth == OPEN and rule.rule.effect == "licence"}
    return any(
        truth == TRUE
        and norm.entry.is_code
        and norm.status.standing is Standing.IN_FORCE
        and left_open.isdisjoint(law.acting_ids[norm.name])
        for norm, truth in weighed.entries
    )


@dataclass(frozen=True, slots=True)
class Walked:
    """One entry walked through: how many points on how many days, and what is wrong."""

    points: int
    faults: tuple[str, ...]


def walk(lattice: Lattice, name: str) -> Walked:
    """All of one entry's lattice, point by point by the interpreter; ``lattice_kernel`` walks large ones."""
    entry = Walk(lattice, name)
    points = tuple(entry.points())
    faults = list(entry.faults_of_customs_number(lattice.goods(name)))
    for day in lattice.days:
        faults.extend(entry.faults_on(day, points))
    return Walked(len(points) * len(lattice.days), tuple(faults))
