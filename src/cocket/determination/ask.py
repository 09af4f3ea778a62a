"""Which missing facts to ask for: the smallest set that decides the case whatever the values turn out to be.

A fact belongs to that set exactly when, for some values of the others, its value changes the answer. The set of such
facts is sufficient, and none can be left out, so it is the smallest. The search walks completions of the missing
facts; it stops early on answers that no further fact can change. If it meets more completions than the budget, the
fact is asked for: an unneeded question costs less than a wrong answer.
"""

from collections.abc import Iterator
from itertools import combinations

from cocket.determination.domain import assign, element_fact, leaf_index, representatives
from cocket.determination.facts import Facts, Known
from cocket.determination.interpreter import RegimeLaw, Weighed, possible, undecided_norms, weigh
from cocket.determination.logic import Truth, undecided_leaves
from cocket.determination.outcome import FREE, Outcome, Outcomes
from cocket.law.condition import Compare, In

BUDGET = 600
FREE_CLASS = frozenset({Outcome.NOT_CONTROLLED})


def answer_class(outcomes: Outcomes) -> Outcomes:
    """Outcomes with the free ones counted as one: nothing is asked to tell them apart."""
    return outcomes - FREE | FREE_CLASS if outcomes & FREE else outcomes


class Inquiry:
    """The missing facts of one case under one regime."""

    def __init__(self, law: RegimeLaw, weighed: Weighed, facts: Facts) -> None:
        self.law = law
        self.weighed = weighed
        self.facts = facts
        self.vocabulary = law.view.lawbook.vocabulary
        conditions = [norm.condition for norm, _ in (*weighed.entries, *weighed.rules)]
        self.said: dict[str, list[In | Compare]] = leaf_index(conditions)
        self.spent = 0

    def essential(self) -> tuple[str, ...]:
        """The facts to ask for, in the order in which the law mentions them."""
        return tuple(fact for fact in self._missing(self.weighed, self.facts) if self._matters(fact))

    def _missing(self, weighed: Weighed, facts: Facts) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for _, condition in undecided_norms(weighed):
            for leaf in undecided_leaves(condition, facts):
                found.setdefault(element_fact(leaf.fact))
        return tuple(found)

    def _matters(self, fact: str) -> bool:
        self.spent = 0
        values = self._values(fact, self.facts)
        return any(
            self._differ(assign(self.facts, fact, one), assign(self.facts, fact, other), self.weighed)
            for one, other in combinations(values, 2)
        )

    def _values(self, fact: str, facts: Facts) -> tuple[Known, ...]:
        return representatives(fact, self.said[fact], facts, self.vocabulary)

    def _differ(self, one: Facts, other: Facts, within: Weighed) -> bool:
        """Whether some completion of what is still missing gives the two different answers."""
        self.spent += 1
        if self.spent > BUDGET:
            return True
        first, second = weigh(self.law, one, within), weigh(self.law, other, within)
        if _same_truths(first, second):
            return False
        answers = answer_class(possible(self.law, first)), answer_class(possible(self.law, second))
        if len(answers[0]) == len(answers[1]) == 1:
            return answers[0] != answers[1]
        branch = next(self._branches(first, one, second, other), None)
        if branch is None:
            return answers[0] != answers[1]
        for value in self._values(branch, one if branch in self._missing(first, one) else other):
            if self._differ(assign(one, branch, value), assign(other, branch, value), within):
                return True
        return False

    def _branches(self, first: Weighed, one: Facts, second: Weighed, other: Facts) -> Iterator[str]:
        yield from self._missing(first, one)
        yield from self._missing(second, other)


def _same_truths(first: Weighed, second: Weighed) -> bool:
    """The law sees no difference, and none can appear: every norm is decided, and alike in both."""
    if any(True for _ in undecided_norms(first)):
        return False
    return _truths(first) == _truths(second)


def _truths(weighed: Weighed) -> list[tuple[int, Truth]]:
    return [(id(norm), truth) for norm, truth in (*weighed.entries, *weighed.rules)]
