"""The long way round: every completion of the missing facts, each determined on its own."""

from collections.abc import Iterator
from itertools import product
from math import prod

from cocket.determination.ask import Inquiry
from cocket.determination.domain import assign
from cocket.determination.facts import Facts, Known
from cocket.determination.interpreter import Assumption, possible
from cocket.determination.outcome import Outcomes, answer_class
from cocket.determination.regime_law import RegimeLaw
from cocket.determination.weighing import Weighed, weigh

MISSING_MAX = 4


class Completions:
    """One value for each way in which the law can see a missing fact, in every combination."""

    def __init__(self, law: RegimeLaw, facts: Facts) -> None:
        self.law = law
        self.facts = facts
        self.inquiry = Inquiry(law, weigh(law, facts), facts)
        self.missing = sorted(self.inquiry.missing())
        self.values = [self.inquiry.values(fact) for fact in self.missing]

    @property
    def count(self) -> int:
        return prod(len(values) for values in self.values)

    def all(self) -> Iterator[tuple[tuple[Known, ...], Facts]]:
        for chosen in product(*self.values):
            facts = self.facts
            for fact, value in zip(self.missing, chosen, strict=True):
                facts = assign(facts, fact, value)
            yield chosen, facts

    def outcomes(self) -> Outcomes:
        """Whatever one of them allows."""
        return frozenset().union(*(possible(self.law, weigh(self.law, facts)) for _, facts in self.all()))

    def essential(self) -> frozenset[str]:
        """The facts whose value changes the answer for some values of the others.

        Completions that the text itself leaves to a person count only where the others tell nothing apart.
        """
        weighed = [(chosen, weigh(self.law, facts)) for chosen, facts in self.all()]
        decided = [(chosen, one) for chosen, one in weighed if not self._is_open(one)]
        return self._telling_apart(decided) or self._telling_apart(weighed)

    def _telling_apart(self, weighed: list[tuple[tuple[Known, ...], Weighed]]) -> frozenset[str]:
        answers = [(chosen, answer_class(possible(self.law, one))) for chosen, one in weighed]
        found = set()
        for number, fact in enumerate(self.missing):
            of_others: dict[tuple[Known, ...], set[Outcomes]] = {}
            for chosen, answer in answers:
                of_others.setdefault(chosen[:number] + chosen[number + 1 :], set()).add(answer)
            if any(len(alike) > 1 for alike in of_others.values()):
                found.add(fact)
        return frozenset(found)

    def _is_open(self, weighed: Weighed) -> bool:
        bites, lifted = (answer_class(possible(self.law, weighed, Assumption(open_text=way))) for way in (True, False))
        return bites != lifted
