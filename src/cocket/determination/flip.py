"""The smallest change of known facts that turns the answer round: from free to not free, or back.

The date is never changed. To free, some fact of every norm that bites must change, so the search branches on the facts
of the first one that still bites; to bind, the facts that keep one norm from holding must change. Every proposal is
confirmed by determining again, and sets of fewer facts are exhausted before larger ones. Changes of one fact are all
tried; larger sets until the budget of determinations is spent, and then the search says that it stopped.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from cocket.determination.domain import askable, assign, leaf_index, representatives
from cocket.determination.facts import Facts, Known
from cocket.determination.interpreter import possible
from cocket.determination.logic import FALSE, TRUE, evaluate, evaluate_leaf
from cocket.determination.outcome import FREE, Outcomes
from cocket.determination.regime_law import RegimeLaw, acts_on
from cocket.determination.weighing import Table, standing_of, table_after, truth_table
from cocket.law.condition import All, AnyOf, Compare, Condition, In, Not
from cocket.quantity.interval import PPB, Interval

LARGEST = 3
SHOWN = 1  # one example is enough; looking for more would cost most of an explanation
BUDGET = 120
# Who a party is, and what the exporter merely claims, is no lever: changing it would be another deal, or a false word.
NO_LEVERS = ("control_code", "goods_listed", "exporter_told_of_use")
ANYTHING = Interval(0, PPB)
NOTHING_TO_CHANGE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Flip:
    """Changes (fact -> what it would have to be) and the outcomes that would then be possible."""

    changes: Mapping[str, Known]
    possible: Outcomes


@dataclass(frozen=True, slots=True)
class Flips:
    """A change of the smallest size, if one was found; ``exhausted`` is False when larger sets were left untried."""

    found: tuple[Flip, ...]
    exhausted: bool


def smallest_flips(law: RegimeLaw, facts: Facts, outcomes: Outcomes) -> Flips:
    """None for an open answer: there one asks."""
    search = Search(law, facts)
    if outcomes <= FREE:
        return search.run(search.bindings)
    if not outcomes & FREE:
        return search.run(search.freeings)
    return Flips((), exhausted=True)


@dataclass(frozen=True, slots=True)
class State:
    """Facts with some changed, and the truth of every norm for them."""

    facts: Facts
    table: Table
    changes: Mapping[str, Known]


@dataclass(slots=True)
class Search:
    law: RegimeLaw
    facts: Facts
    spent: int = field(default=0)

    def run(self, search: Callable[[State, int], Iterator[Flip]]) -> Flips:
        start = State(self.facts, truth_table(self.law, self.facts), {})
        for size in range(1, LARGEST + 1):
            found: dict[frozenset[str], Flip] = {}
            for flip in search(start, size):
                found.setdefault(frozenset(flip.changes), flip)
                if len(found) == SHOWN:
                    break
            if found or self._is_spent(size):
                return Flips(tuple(found.values()), exhausted=bool(found))
        return Flips((), exhausted=True)

    def _is_spent(self, size: int) -> bool:
        return self.spent > BUDGET and size < LARGEST

    def change(self, state: State, fact: str, value: Known) -> State:
        self.spent += 1
        facts = assign(state.facts, fact, value)
        return State(facts, table_after(self.law, facts, state.table, fact), {**state.changes, fact: value})

    def outcomes(self, state: State) -> Outcomes:
        return possible(self.law, standing_of(self.law, state.facts, state.table))

    def freeings(self, state: State, left: int) -> Iterator[Flip]:
        """Changes of ``left`` facts after which nothing bites any more; one for each fact at the last step."""
        for fact in self._levers(state):
            if fact in state.changes:
                continue
            for value in self.other_values(state.facts, fact):
                if self.spent > BUDGET and (left > 1 or state.changes):
                    return
                changed = self.change(state, fact, value)
                if left > 1:
                    yield from self.freeings(changed, left - 1)
                    continue
                outcomes = self.outcomes(changed)
                if outcomes <= FREE:
                    yield Flip(changed.changes, outcomes)
                    break

    def _levers(self, state: State) -> list[str]:
        """The facts on which the first norm that still bites rests: what it is made of first, its kind last."""
        weighed = standing_of(self.law, state.facts, state.table)
        for norm, _ in weighed.entries:
            rules = [rule.condition for rule in self.law.rules if acts_on(rule, norm)]
            return sorted(filter(is_lever, leaf_index([norm.condition, *rules], self.facts)), key=_order)
        return sorted(
            filter(is_lever, leaf_index((rule.condition for rule, _ in weighed.rules), self.facts)), key=_order
        )

    def other_values(self, facts: Facts, fact: str) -> Iterator[Known]:
        said = self.law.index(self.facts)[fact]
        is_number = isinstance(said[0], Compare)
        anything = facts.having({fact: ANYTHING}) if is_number else facts.without(fact)
        now = facts.number(fact) if is_number else facts.choice(fact)
        for value in representatives(fact, said, anything, self.law.view.lawbook.vocabulary):
            if value != now:
                yield value

    def bindings(self, state: State, size: int) -> Iterator[Flip]:
        """Changes of ``size`` facts after which a norm bites for certain."""
        for condition, missing in self._triggers(state.facts, size):
            if len(missing) == size and (size == 1 or self.spent <= BUDGET):
                yield from self._bind(state, condition, sorted(missing))

    def _triggers(self, facts: Facts, most: int) -> Iterator[tuple[Condition, frozenset[str]]]:
        """What makes the regime bite (an entry with a rule on it, a rule on all trade), and what that still lacks."""
        lacking = {id(rule): _unmet(rule.condition, facts, most) for rule in self.law.rules}
        for rule in self.law.rules:
            if rule.rule.on.kind == "trade":
                yield from ((rule.condition, missing) for missing in lacking[id(rule)])
        for norm in self.law.entries:
            acting = [rule for rule in self.law.acting[norm.name] if lacking[id(rule)]]
            goods = _unmet(norm.condition, facts, most) if acting else set()
            for rule in acting:
                both = All((rule.condition, norm.condition))
                yield from ((both, one | more) for one in lacking[id(rule)] for more in goods)

    def _bind(self, state: State, condition: Condition, missing: list[str]) -> Iterator[Flip]:
        for values in product(*(list(self.other_values(state.facts, fact)) for fact in missing)):
            changed = state.facts
            for fact, value in zip(missing, values, strict=True):
                changed = assign(changed, fact, value)
            if evaluate(condition, changed) != TRUE:
                continue
            end = state
            for fact, value in zip(missing, values, strict=True):
                end = self.change(end, fact, value)
            outcomes = self.outcomes(end)
            if not outcomes & FREE:
                yield Flip(end.changes, outcomes)
                return


def is_lever(fact: str) -> bool:
    return fact not in NO_LEVERS and "@" not in fact


def _order(fact: str) -> tuple[bool, bool, str]:
    return fact == "kind", not fact.startswith("content."), fact


def _unmet(condition: Condition, facts: Facts, most: int) -> set[frozenset[str]]:
    """Sets of at most so many facts that would have to change for the condition to hold.

    The empty set among them: it holds already. None at all: no such change makes it hold.
    """
    match condition:
        case In(fact, _) | Compare(fact, _, _):
            if evaluate_leaf(condition, facts) == TRUE:
                return {NOTHING_TO_CHANGE}
            return {frozenset({askable(fact, facts)})} if is_lever(fact) else set()
        case AnyOf(parts):
            options = {option for part in parts for option in _unmet(part, facts, most)}
            return {NOTHING_TO_CHANGE} if NOTHING_TO_CHANGE in options else options
        case All(parts):
            options = {NOTHING_TO_CHANGE}
            for part in parts:
                step = _unmet(part, facts, most)
                if step != {NOTHING_TO_CHANGE}:
                    options = {one | more for one in options for more in step if len(one | more) <= most}
                if not options:
                    break
            return options
        case Not(part):
            if evaluate(part, facts) == FALSE:
                return {NOTHING_TO_CHANGE}
            return {frozenset({fact}) for fact in leaf_index([part], facts) if is_lever(fact)}
        case _:
            return set()
