"""Which missing facts to ask for: the smallest set that decides the case whatever the values turn out to be.

A fact belongs to that set exactly when, for some values of the others, its value changes the answer. The set of such
facts is sufficient, and none can be left out, so it is the smallest. The search walks completions of the missing
facts; it stops early on answers that no further fact can change. Where nearly everything is missing it may run out of
its budget and leave a fact for the next round of questions; the answer stays open until nothing is left to ask.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations

from cocket.determination.branches import Branch, Spoken, Walk
from cocket.determination.domain import (
    FULL_COMPOSITION_ABOVE,
    askable,
    assign,
    is_measured,
    is_missing,
    waits,
)
from cocket.determination.facts import Facts, Known
from cocket.determination.logic import OPEN, TRUE, Truth, is_undecided, undecided_leaves
from cocket.determination.norm_bits import norm_bits
from cocket.determination.regime_law import RegimeLaw
from cocket.determination.weighing import UNNAMED_KIND, Weighed, as_told, weigh
from cocket.law.fold import Standing
from cocket.law.view import EntryNorm, GapNorm, RuleNorm
from cocket.quantity.interval import exactly

BUDGET = 160
GOODS = ("kind", "family", "substance", "technology_field", "control_code", "goods_listed", "content", "oxide", "param")
MANY_KINDS = 5


class OutOfBudgetError(Exception):
    """A search was given up."""


class Inquiry:
    """The missing facts of one case under one regime."""

    def __init__(self, law: RegimeLaw, weighed: Weighed, facts: Facts) -> None:
        self.law = law
        self.weighed = weighed
        self.facts = facts
        self.bits = norm_bits(law)
        self.truths = self.bits.of(weighed)
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
        said = self.walk.spoken.said
        kinds = self.values("kind") if "kind" in said else ()
        if len(kinds) > 1 and not any(fact.startswith("content.") for fact in said):
            # A regime of technology alone: its field and figures do not matter before it is known to be technology.
            cases = self.walk.cases(self.start, "kind") if "technology_field" in said else []
            return ("kind",) if self._plainly_matters(cases) else ()
        if len(kinds) < MANY_KINDS:
            return ()
        told = any(fact.startswith("content.") for fact in self.facts.values)
        elements = () if told else tuple(fact for fact in self.missing() if fact.startswith("content."))
        if not (told or len(elements) > FULL_COMPOSITION_ABOVE):
            return ()
        return ("kind", *elements) if self._goods_decide() else ()

    def _goods_decide(self) -> bool:
        """Whether in a quiet deal goods of no kind that the law names, or of one that it names, have another answer."""
        plain = Facts({**self._quiet_deal.facts.values, "kind": UNNAMED_KIND}, rest_hi=0)
        if self._settles(plain):
            return True
        return self._plainly_matters(self.walk.cases(self._quiet_deal, "kind"))

    def _settles(self, facts: Facts) -> bool:
        """Whether a case has its answer, and not one that this case has whatever the missing facts are."""
        truths = self.bits.of(weigh(self.law, facts))
        return self.bits.settled(truths) and self.bits.answer(truths) != self.bits.answer(self.truths)

    def _essential(self, count_open: bool = False) -> tuple[str, ...]:
        self._index(count_open)
        # Where unwritten law reaches the goods for certain, every free answer goes to a person whatever they hold.
        unwritten = any(truth == OPEN for _, truth in self.weighed.gaps) and not count_open
        missing = self.missing()
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
        return elements[: FULL_COMPOSITION_ABOVE + 1] if self._settles(facts) else []

    def _index(self, count_open: bool) -> None:
        """Which norm of those that count speaks of which fact."""
        self.count_open = count_open
        norms = (norm for norm, _ in self._counted())
        self.walk = Walk(self.bits, Spoken(self.bits, norms, self.facts))
        self.start = self.walk.start(self.facts, self.truths)

    def _counted(self) -> tuple[tuple[EntryNorm | RuleNorm | GapNorm, Truth], ...]:
        weighed = self.weighed
        return (*weighed.conditioned, *weighed.gaps) if self.count_open else weighed.conditioned

    def missing(self) -> Counter[str]:
        """The missing facts that keep norms undecided, with how many norms each keeps."""
        found: Counter[str] = Counter()
        told = as_told(self.facts)
        for norm, truth in self._counted():
            if is_undecided(truth):
                seen = told if isinstance(norm, GapNorm) else self.facts
                missing = (askable(leaf.fact, seen) for leaf in undecided_leaves(norm.condition, seen))
                found.update(list(dict.fromkeys(missing)))
        return found

    def values(self, fact: str) -> tuple[Known, ...]:
        """One value for each way in which the law could still see the fact."""
        return self.walk.values(self.start, fact)

    def _matters(self, fact: str) -> bool:
        """Whether the fact matters in a telling case, or else in any."""
        tried = list(self._telling(fact))
        if any(self._splits(fact, case) for case in tried):
            return True
        if not any(case is self.start for case in tried) and self._splits(fact, self.start):
            return True
        return self.spent > BUDGET and self._plainly_matters(self.walk.cases(self.start, fact))

    def _splits(self, fact: str, start: Branch) -> bool:
        """Whether some completion of the case makes the fact's value change the answer.

        Where the budget ends first, the first pass must not hide what the second would find.
        """
        self.spent = 0
        cases = self.walk.cases(start, fact)
        try:
            return any(self._differ(fact, one, other) for one, other in combinations(cases, 2))
        except OutOfBudgetError:
            return self.count_open

    def _telling(self, fact: str) -> Iterator[Branch]:
        """Cases that tell most: a deal that sets no rule going, and goods that one entry catches and no other."""
        if not is_of_goods(fact):
            yield from map(self._again, self._caught_goods)
        elif self._quiet_deal.facts is self.facts:
            yield self.start
        else:
            yield self._again(self._quiet_deal)

    def _again(self, case: Branch) -> Branch:
        """A case found in the first pass, with the norms that count now."""
        return self.walk.start(case.facts, case.truths)

    @cached_property
    def _quiet_deal(self) -> Branch:
        return self._quiet(self.start, of_goods=False)

    @cached_property
    def _caught_goods(self) -> tuple[Branch, ...]:
        """One case for each way in which entries are acted on."""
        found: dict[tuple[int, Standing], Branch] = {}
        for norm, _ in self.weighed.entries:
            alike = (id(self.law.acting[norm.name]), norm.status.standing)
            caught = self._caught_by(norm) if alike not in found else None
            if caught is not None:
                found[alike] = self._quiet(caught, of_goods=True)
        return tuple(found.values())

    def _caught_by(self, norm: EntryNorm) -> Branch | None:
        """The case with facts of the goods that fulfil the entry; None where no step leads there."""
        facts, holds = self.facts, self.law.truth_of[id(norm)]
        for fact in self.walk.spoken.place_in.get(self.bits.bit[id(norm)], ()):
            if is_of_goods(fact) and is_missing(fact, facts):
                facts = max((assign(facts, fact, one) for one in self.values(fact)), key=lambda one: holds(one)[::-1])
        nothing_else = Facts(facts.values, rest_hi=0)
        if holds(nothing_else) != TRUE:
            return None
        return self.walk.start(nothing_else, self.bits.of(weigh(self.law, nothing_else)))

    def _quiet(self, branch: Branch, *, of_goods: bool) -> Branch:
        """The case with each fact that is still missing, of the goods or of the deal, at the value that moves least."""
        norms = (self.bits.entries | self.bits.rules) & ~self.bits.idle
        for fact, bit in self.walk.spoken.fact_bit.items():
            if is_of_goods(fact) is of_goods and branch.missing & bit:
                branch = min(self.walk.cases(branch, fact), key=lambda case: case.truths.moved(norms))
        return branch

    def _plainly_matters(self, branches: list[Branch]) -> bool:
        """Whether one value settles the case while another still allows something else."""
        answers = {self.bits.answer(branch.truths) for branch in branches if self.bits.settled(branch.truths)}
        return any(self.bits.answer(branch.truths) != answer for branch in branches for answer in answers)

    def _differ(self, fact: str, one: Branch, other: Branch) -> bool:
        """Whether some completion of what is still missing gives the two branches different answers."""
        self.spent += 1
        if self.spent > BUDGET:
            raise OutOfBudgetError
        bits = self.bits
        if not self._sees(fact, one, other):
            return False
        branch = self.walk.spoken.weightiest(one, other)
        if branch is None or (bits.settled(one.truths) and bits.settled(other.truths)):
            if not self.count_open and (bits.is_open(one.truths) or bits.is_open(other.truths)):
                return False
            return bits.answer(one.truths) != bits.answer(other.truths)
        return any(
            self._differ(fact, self.walk.having(one, branch, number), self.walk.having(other, branch, number))
            for number in self._order(fact, len(self.walk.values(one, branch)))
        )

    def _order(self, fact: str, values: int) -> Sequence[int]:
        """What the goods are matters most where nothing else is in them, who gets them where they are controlled."""
        return range(values) if is_of_goods(fact) else range(values)[::-1]

    def _sees(self, fact: str, one: Branch, other: Branch) -> bool:
        """Whether a norm that speaks of the fact is, or can still become, different in the two branches."""
        norms = self.walk.spoken.mentioning[fact]
        return bool(norms & (one.truths.undecided | one.truths.differing(other.truths)))


def is_of_goods(fact: str) -> bool:
    """Whether the fact is one of the goods themselves; every other one is of the deal."""
    return fact.partition(".")[0] in GOODS
