"""Which missing facts to ask for: the smallest set that decides the case whatever the values turn out to be.

A fact belongs to that set exactly when, for some values of the others, its value changes the answer. The set of such
facts is sufficient, and none can be left out, so it is the smallest. The search walks completions of the missing
facts; it stops early on answers that no further fact can change. Where nearly everything is missing it may run out of
its budget and leave a fact for the next round of questions; the answer stays open until nothing is left to ask.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from cocket.determination.domain import askable, assign, is_missing, leaf_index, representatives
from cocket.determination.facts import Facts, Known
from cocket.determination.interpreter import Assumption, possible, settled
from cocket.determination.logic import FALSE, OPEN, Truth, is_undecided, undecided_leaves
from cocket.determination.outcome import Outcomes, answer_class
from cocket.determination.regime_law import RegimeLaw
from cocket.determination.weighing import Weighed, undecided_norms, weigh_again

BUDGET = 160
GOODS = ("kind", "family", "substance")
FULL_COMPOSITION_ABOVE = 3  # more elements than this are asked for as one full composition


class Inquiry:
    """The missing facts of one case under one regime."""

    def __init__(self, law: RegimeLaw, weighed: Weighed, facts: Facts) -> None:
        self.law = law
        self.weighed = weighed
        self.facts = facts
        self.vocabulary = law.view.lawbook.vocabulary
        norms = weighed.conditioned
        self.said = leaf_index((norm.condition for norm, _ in norms), facts)
        self.speaking_of = {id(norm): tuple(leaf_index([norm.condition], facts)) for norm, _ in norms}
        self.mentioning: dict[str, set[int]] = {}
        for norm, facts_named in self.speaking_of.items():
            for fact in facts_named:
                self.mentioning.setdefault(fact, set()).add(norm)
        self.spent = 0
        self.count_open = False

    def essential(self) -> tuple[str, ...]:
        """The facts to ask for, in the order in which the law mentions them.

        Values that only lead to a person's decision are left aside at first (a trace can always do that); they
        count when nothing else is to be asked, because a fact may then spare the person.
        """
        return self._essential() or self._essential(count_open=True)

    def _essential(self, count_open: bool = False) -> tuple[str, ...]:
        self.count_open = count_open
        # Where unwritten law reaches the goods for certain, every free answer goes to a person whatever they hold.
        unwritten = any(truth == OPEN for _, truth in self.weighed.gaps) and not count_open
        found: list[str] = []
        elements = 0
        for fact in self._missing(self.weighed, self.facts):
            is_element = fact.startswith("content.")
            if is_element and (unwritten or elements > FULL_COMPOSITION_ABOVE):
                continue  # past that, one full composition is asked for already
            if not self._matters(fact):
                continue
            elements += is_element
            found.append(fact)
        return tuple(found)

    def _missing(self, weighed: Weighed, facts: Facts) -> Counter[str]:
        """The missing facts that keep norms undecided, with how many norms each keeps."""
        found: Counter[str] = Counter()
        for _, condition in undecided_norms(weighed):
            found.update(list(dict.fromkeys(askable(leaf.fact, facts) for leaf in undecided_leaves(condition, facts))))
        return found

    def _keeping(self, branch: "Branch") -> Counter[str]:
        """How many undecided norms each missing fact may keep so: a cheap guess at where to branch next."""
        facts = {fact: is_missing(fact, branch.facts) for fact in self.said}
        found: Counter[str] = Counter()
        for norm, truth in branch.weighed.conditioned:
            if is_undecided(truth):
                found.update(fact for fact in self.speaking_of[id(norm)] if facts[fact])
        return found

    def _matters(self, fact: str) -> bool:
        self.spent = 0
        values = self._values(fact, self.facts)
        start = Branch(self.facts, self.weighed)
        branches = [self._having(start, fact, value) for value in values]
        return any(self._differ(fact, one, other) for one, other in combinations(branches, 2))

    def _having(self, branch: "Branch", fact: str, value: Known) -> "Branch":
        facts = assign(branch.facts, fact, value)
        return Branch(facts, weigh_again(self.law, facts, branch.weighed, fact, self.mentioning[fact]))

    def _values(self, fact: str, facts: Facts) -> tuple[Known, ...]:
        return representatives(fact, self.said[fact], facts, self.vocabulary)

    def _differ(self, fact: str, one: "Branch", other: "Branch") -> bool:
        """Whether some completion of what is still missing gives the two branches different answers."""
        self.spent += 1
        if self.spent > BUDGET:
            return self.count_open  # the first pass must not hide what the second would find
        if not self._sees(fact, one, other):
            return False
        missing = self._keeping(one) + self._keeping(other)
        if not missing or (settled(self.law, one.weighed) and settled(self.law, other.weighed)):
            if not self.count_open and (one.is_open(self.law) or other.is_open(self.law)):
                return False
            return one.answer(self.law) != other.answer(self.law)
        (branch, _) = missing.most_common(1)[0]
        whose = one if is_missing(branch, one.facts) else other
        return any(
            self._differ(fact, self._having(one, branch, value), self._having(other, branch, value))
            for value in self._order(fact, self._values(branch, whose.facts))
        )

    def _order(self, fact: str, values: tuple[Known, ...]) -> tuple[Known, ...]:
        """What the goods are matters most where nothing else is in them, who gets them where they are controlled."""
        return values if fact.startswith("content.") or fact in GOODS else values[::-1]

    def _sees(self, fact: str, one: "Branch", other: "Branch") -> bool:
        """Whether a norm that speaks of the fact is, or can still become, different in the two branches."""
        first, second = one.truths(), other.truths()
        return any(
            first.get(norm, FALSE) != second.get(norm, FALSE) or is_undecided(first.get(norm, FALSE))
            for norm in self.mentioning[fact]
        )


@dataclass(frozen=True, slots=True)
class Branch:
    """Facts completed so far, and the norms that may still hold for them."""

    facts: Facts
    weighed: Weighed

    def answer(self, law: RegimeLaw) -> Outcomes:
        return answer_class(possible(law, self.weighed))

    def is_open(self, law: RegimeLaw) -> bool:
        """Whether the text itself leaves this case to a person."""
        held = possible(law, self.weighed, Assumption(open_text=True))
        return answer_class(held) != answer_class(possible(law, self.weighed, Assumption(open_text=False)))

    def truths(self) -> dict[int, Truth]:
        return {id(norm): truth for norm, truth in self.weighed.conditioned}
