"""Which missing facts to ask for: the smallest set that decides the case whatever the values turn out to be.

A fact belongs to that set exactly when, for some values of the others, its value changes the answer. The set of such
facts is sufficient, and none can be left out, so it is the smallest. The search walks completions of the missing
facts; it stops early on answers that no further fact can change. Where nearly everything is missing it may run out of
its budget and leave a fact for the next round of questions; the answer stays open until nothing is left to ask.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from cocket.determination.domain import (
    FULL_COMPOSITION_ABOVE,
    askable,
    assign,
    is_measured,
    is_missing,
    leaf_index,
    representatives,
    waits,
)
from cocket.determination.facts import Facts, Known
from cocket.determination.interpreter import Assumption, possible, settled
from cocket.determination.logic import FALSE, OPEN, TRUE, Truth, is_undecided, undecided_leaves
from cocket.determination.outcome import Outcomes, answer_class
from cocket.determination.regime_law import RegimeLaw
from cocket.determination.weighing import UNNAMED_KIND, Weighed, as_told, weigh, weigh_again
from cocket.law.fold import Standing
from cocket.law.view import EntryNorm, GapNorm, RuleNorm
from cocket.quantity.interval import exactly

BUDGET = 160
GOODS = ("kind", "family", "substance", "technology_field", "control_code", "goods_listed", "content", "oxide", "param")
MANY_KINDS = 5


class Inquiry:
    """The missing facts of one case under one regime."""

    def __init__(self, law: RegimeLaw, weighed: Weighed, facts: Facts) -> None:
        self.law = law
        self.weighed = weighed
        self.facts = facts
        self.vocabulary = law.view.lawbook.vocabulary
        self.spent = 0
        self._index(count_open=False)

    def essential(self) -> tuple[str, ...]:
        """The facts to ask for, in the order in which the law mentions them.

        Values that only lead to a person's decision (a trace, a gap) are left aside at first; they count when nothing
        else is to be asked, because a fact may then spare the person.
        """
        return self._first_things() or self._essential() or self._essential(count_open=True)

    def _first_things(self) -> tuple[str, ...]:
        """What the goods are, where that is open in many ways: nearly every norm is open, and the rest can wait.

        The composition is asked with it if nothing is told of that either.
        """
        kinds = self._values("kind", self.facts) if "kind" in self.said else ()
        if len(kinds) > 1 and not any(fact.startswith("content.") for fact in self.said):
            # A regime of technology alone: its field and figures do not matter before it is known to be technology.
            cases = self._cases(Branch(self.facts, self.weighed), "kind") if "technology_field" in self.said else []
            return ("kind",) if self._plainly_matters(cases) else ()
        if len(kinds) < MANY_KINDS:
            return ()
        told = any(fact.startswith("content.") for fact in self.facts.values)
        elements = () if told else tuple(fact for fact in self._missing() if fact.startswith("content."))
        if not (told or len(elements) > FULL_COMPOSITION_ABOVE):
            return ()
        return ("kind", *elements) if self._goods_decide() else ()

    def _goods_decide(self) -> bool:
        """Whether in a quiet deal goods of no kind that the law names, or of one that it names, have another answer."""
        plain = Facts({**self._quiet_deal.facts.values, "kind": UNNAMED_KIND}, rest_hi=0)
        if self._settles(Branch(plain, weigh(self.law, plain))):
            return True
        return self._plainly_matters(self._cases(self._quiet_deal, "kind"))

    def _settles(self, branch: "Branch") -> bool:
        """Whether the case has its answer there, and not one that it has whatever the missing facts are."""
        if not settled(self.law, branch.weighed):
            return False
        return branch.answer(self.law) != answer_class(possible(self.law, self.weighed))

    def _essential(self, count_open: bool = False) -> tuple[str, ...]:
        self._index(count_open)
        # Where unwritten law reaches the goods for certain, every free answer goes to a person whatever they hold.
        unwritten = any(truth == OPEN for _, truth in self.weighed.gaps) and not count_open
        missing = self._missing()
        found = self._composition(missing)
        elements = len(found)
        for fact in sorted(missing, key=is_measured):
            is_element = fact.startswith("content.")
            if is_element and (unwritten or elements > FULL_COMPOSITION_ABOVE):
                continue  # past that, one full composition is asked for already
            if waits(fact, found):
                continue
            if not self._matters(fact):
                continue
            elements += is_element
            found.append(fact)
        return tuple(sorted(found, key=list(missing).index))

    def _composition(self, missing: Counter[str]) -> list[str]:
        """The elements at once, if nothing is told of them, there are many, and holding none of them settles it."""
        elements = [fact for fact in missing if fact.startswith("content.")]
        if len(elements) <= FULL_COMPOSITION_ABOVE or any(fact.startswith("content.") for fact in self.facts.values):
            return []
        facts = Facts({**self.facts.values, **dict.fromkeys(elements, exactly(0))}, rest_hi=0)
        settles = self._settles(Branch(facts, weigh(self.law, facts)))
        return elements[: FULL_COMPOSITION_ABOVE + 1] if settles else []

    def _index(self, count_open: bool) -> None:
        """Which norm of those that count speaks of which fact."""
        self.count_open = count_open
        norms = [norm for norm, _ in self._counted(self.weighed)]
        self.said = leaf_index((norm.condition for norm in norms), self.facts)
        self.speaking_of = {id(norm): tuple(leaf_index([norm.condition], self.facts)) for norm in norms}
        self.mentioning: dict[str, set[int]] = {fact: set() for fact in self.said}
        for norm, facts_named in self.speaking_of.items():
            for fact in facts_named:
                self.mentioning[fact].add(norm)

    def _counted(self, weighed: Weighed) -> tuple[tuple[EntryNorm | RuleNorm | GapNorm, Truth], ...]:
        return (*weighed.conditioned, *weighed.gaps) if self.count_open else weighed.conditioned

    def _missing(self) -> Counter[str]:
        """The missing facts that keep norms undecided, with how many norms each keeps."""
        found: Counter[str] = Counter()
        for norm, truth in self._counted(self.weighed):
            if is_undecided(truth):
                seen = as_told(self.facts) if isinstance(norm, GapNorm) else self.facts
                missing = (askable(leaf.fact, seen) for leaf in undecided_leaves(norm.condition, seen))
                found.update(list(dict.fromkeys(missing)))
        return found

    def _keeping(self, branch: "Branch") -> Counter[str]:
        """How many undecided norms each missing fact may keep so: a cheap guess at where to branch next."""
        facts = {fact: is_missing(fact, branch.facts) for fact in self.said}
        found: Counter[str] = Counter()
        for norm, truth in self._counted(branch.weighed):
            if is_undecided(truth) and id(norm) in self.speaking_of:
                found.update(fact for fact in self.speaking_of[id(norm)] if facts[fact])
        return found

    def _matters(self, fact: str) -> bool:
        """Whether the fact matters in a telling case, or else in any."""
        if any(self._splits(fact, case) for case in self._telling(fact)):
            return True
        start = Branch(self.facts, self.weighed)
        return self._splits(fact, start) or (self.spent > BUDGET and self._plainly_matters(self._cases(start, fact)))

    def _splits(self, fact: str, start: "Branch") -> bool:
        """Whether some completion of the case makes the fact's value change the answer."""
        self.spent = 0
        return any(self._differ(fact, one, other) for one, other in combinations(self._cases(start, fact), 2))

    def _telling(self, fact: str) -> Iterator["Branch"]:
        """Cases that tell most: a deal that sets no rule going, and goods that one entry catches and no other."""
        if is_of_goods(fact):
            yield self._quiet_deal
        else:
            yield from self._caught_goods

    @cached_property
    def _quiet_deal(self) -> "Branch":
        return self._quiet(Branch(self.facts, self.weighed), of_goods=False)

    @cached_property
    def _caught_goods(self) -> tuple["Branch", ...]:
        """One case for each way in which entries are acted on."""
        found: dict[tuple[int, Standing], Branch] = {}
        for norm, _ in self.weighed.entries:
            alike = (id(self.law.acting[norm.name]), norm.status.standing)
            caught = self._caught_by(norm) if alike not in found else None
            if caught is not None:
                found[alike] = self._quiet(caught, of_goods=True)
        return tuple(found.values())

    def _caught_by(self, norm: EntryNorm) -> "Branch | None":
        """The case with facts of the goods that fulfil the entry; None where no step leads there."""
        branch, holds = Branch(self.facts, self.weighed), self.law.truth_of[id(norm)]
        for fact in self.speaking_of.get(id(norm), ()):
            if is_of_goods(fact) and is_missing(fact, branch.facts):
                branch = max(self._cases(branch, fact), key=lambda case: holds(case.facts)[::-1])
        nothing_else = Facts(branch.facts.values, rest_hi=0)
        return Branch(nothing_else, weigh(self.law, nothing_else)) if holds(nothing_else) == TRUE else None

    def _quiet(self, branch: "Branch", *, of_goods: bool) -> "Branch":
        """The case with each fact that is still missing, of the goods or of the deal, at the value that moves least."""
        for fact in self.said:
            if is_of_goods(fact) is of_goods and is_missing(fact, branch.facts):
                branch = min(self._cases(branch, fact), key=lambda case: sum(truth[1] for _, truth in case.norms))
        return branch

    def _cases(self, branch: "Branch", fact: str) -> list["Branch"]:
        return [self._having(branch, fact, value) for value in self._values(fact, branch.facts)]

    def _plainly_matters(self, branches: list["Branch"]) -> bool:
        """Whether one value settles the case while another still allows something else."""
        answers = {branch.answer(self.law) for branch in branches if settled(self.law, branch.weighed)}
        return any(branch.answer(self.law) != answer for branch in branches for answer in answers)

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
        return values if is_of_goods(fact) else values[::-1]

    def _sees(self, fact: str, one: "Branch", other: "Branch") -> bool:
        """Whether a norm that speaks of the fact is, or can still become, different in the two branches."""
        first, second = self._truths(one), self._truths(other)
        return any(
            first.get(norm, FALSE) != second.get(norm, FALSE) or is_undecided(first.get(norm, FALSE))
            for norm in self.mentioning[fact]
        )

    def _truths(self, branch: "Branch") -> dict[int, Truth]:
        return {id(norm): truth for norm, truth in self._counted(branch.weighed)}


@dataclass(frozen=True, slots=True)
class Branch:
    """Facts completed so far, and the norms that may still hold for them."""

    facts: Facts
    weighed: Weighed

    @property
    def norms(self) -> tuple[tuple[EntryNorm | RuleNorm, Truth], ...]:
        return self.weighed.conditioned

    def answer(self, law: RegimeLaw) -> Outcomes:
        return answer_class(possible(law, self.weighed))

    def is_open(self, law: RegimeLaw) -> bool:
        """Whether the text itself leaves this case to a person."""
        held = possible(law, self.weighed, Assumption(open_text=True))
        return answer_class(held) != answer_class(possible(law, self.weighed, Assumption(open_text=False)))


def is_of_goods(fact: str) -> bool:
    """Whether the fact is one of the goods themselves; every other one is of the deal."""
    return fact.partition(".")[0] in GOODS
