"""How far each norm of a regime holds, as bits: for a search that completes one case thousands of times.

Norm number n of a law (its entries, then its rules, then its gaps, as they stand in it) is bit n of every mask. A truth
is a pair (at least, at most) on the chain false < open < true, and so four masks tell the truths of all norms. What is
done with them is what ``weighing`` and ``interpreter`` do with norms one by one, and follows from their functions.
"""

from collections.abc import Callable, Iterable
from functools import cached_property, reduce
from operator import or_
from typing import Final, NamedTuple, TypeAlias

from cocket.determination.facts import STANDS_FOR, Facts
from cocket.determination.interpreter import BOTH_WAYS, Assumption, given_by, given_gap, given_listed
from cocket.determination.logic import FALSE, SHARED, Truth, Verity
from cocket.determination.outcome import NOTHING, Outcomes, answer_class, fold
from cocket.determination.regime_law import EXEMPTIONS, RegimeLaw, acts_on_gap, is_idle
from cocket.determination.weighing import Weighed, entry_truth, gap_truth
from cocket.law.condition import Compare, Condition, In, leaves
from cocket.law.view import EntryNorm, GapNorm, RuleNorm

Norm: TypeAlias = EntryNorm | RuleNorm | GapNorm
Follows: TypeAlias = tuple[tuple[int, Outcomes], ...]
"""What follows if one of the norms of each mask holds."""

ASSUMED: Final = (
    BOTH_WAYS,
    Assumption(unknown=True),
    Assumption(unknown=False),
    Assumption(open_text=True),
    Assumption(open_text=False),
)
KEPT: Final = 4096
WHATEVER, ALL_BITE, NONE_BITES, OPEN_BITES, OPEN_LIFTED = range(len(ASSUMED))


class Truths(NamedTuple):
    """The norms that are at least and at most open, at least and at most true, as masks; no norm is below false."""

    least_open: int
    least_true: int
    most_open: int
    most_true: int

    @property
    def standing(self) -> int:
        """The norms that are not false."""
        return self.most_open

    @property
    def undecided(self) -> int:
        return (self.least_open ^ self.most_open) | (self.least_true ^ self.most_true)

    def moved(self, norms: int) -> int:
        """How far some norms may hold, all in all."""
        return (self.most_open & norms).bit_count() + (self.most_true & norms).bit_count()

    def without(self, norms: int) -> "Truths":
        """The same with some norms false."""
        kept = ~norms
        return Truths(self.least_open & kept, self.least_true & kept, self.most_open & kept, self.most_true & kept)

    def differing(self, other: "Truths") -> int:
        """The norms whose truths are not the same."""
        return (
            (self.least_open ^ other.least_open)
            | (self.least_true ^ other.least_true)
            | (self.most_open ^ other.most_open)
            | (self.most_true ^ other.most_true)
        )


class NormBits:
    """The norms of one regime on one day by their places, and what follows from how far they hold."""

    def __init__(self, law: RegimeLaw) -> None:
        self.law = law
        self.norms: tuple[Norm, ...] = (*law.entries, *law.rules, *law.gaps)
        self.bit = {id(norm): 1 << place for place, norm in enumerate(self.norms)}
        self.entries, self.rules, self.gaps = self.mask(law.entries), self.mask(law.rules), self.mask(law.gaps)
        self.idle = self.mask(rule for rule in law.rules if is_idle(rule))
        self.trade = self.mask(rule for rule in law.rules if rule.rule.on.kind == "trade")
        self.easing = self.mask(rule for rule in law.rules if rule.rule.effect in EXEMPTIONS)
        self._follows: dict[tuple[int, ...], Follows] = {}
        self._reads: dict[int, frozenset[str]] = {}

    def mask(self, norms: Iterable[Norm]) -> int:
        return reduce(or_, (self.bit[id(norm)] for norm in norms), 0)

    @cached_property
    def acting(self) -> tuple[tuple[int, int], ...]:
        """Entries that share their rules, with the rules that act on them."""
        found: dict[int, int] = {}
        for norm in self.law.entries:
            rules = self.mask(self.law.acting[norm.name])
            found[rules] = found.get(rules, 0) | self.bit[id(norm)]
        return tuple((entries, rules) for rules, entries in found.items())

    @cached_property
    def acting_on_gaps(self) -> tuple[tuple[int, int], ...]:
        """The same of gaps."""
        found: dict[int, int] = {}
        for gap in self.law.gaps:
            rules = self.mask(rule for rule in self.law.rules if acts_on_gap(rule, gap))
            found[rules] = found.get(rules, 0) | self.bit[id(gap)]
        return tuple((gaps, rules) for rules, gaps in found.items())

    @cached_property
    def modifying(self) -> tuple[tuple[int, int], ...]:
        """Each licence rule with the policies and exemptions that modify it."""
        licences = (rule for rule in self.law.rules if rule.rule.effect == "licence")
        return tuple((self.bit[id(rule)], self.mask(self.law.modifying[rule.name])) for rule in licences)

    @cached_property
    def alike(self) -> tuple[tuple[EntryNorm, int], ...]:
        """Entries from which the same follows, by one of them."""
        found: dict[object, tuple[EntryNorm, int]] = {}
        for norm in self.law.entries:
            like = id(self.law.acting[norm.name]), norm.status.standing
            first, mask = found.get(like, (norm, 0))
            found[like] = first, mask | self.bit[id(norm)]
        return tuple(found.values())

    def truth(self, place: int) -> Callable[[Facts], Truth]:
        """The truth of the norm at a place, by the facts."""
        norm, law = self.norms[place], self.law
        if isinstance(norm, GapNorm):
            return lambda facts: gap_truth(law, norm, facts)
        holds = law.truth_of[id(norm)]
        return holds if isinstance(norm, RuleNorm) else lambda facts: entry_truth(holds(facts), facts)

    def reads(self, place: int) -> frozenset[str]:
        """All facts that the truth of the norm at a place can hang on."""
        if place not in self._reads:
            norm = self.norms[place]
            found = facts_read(norm.condition)
            if isinstance(norm, GapNorm) and any(fact.startswith("content.") for fact in found):
                found |= {"kind", "constituents_named"}  # by which silence of elements means something (``as_told``)
            self._reads[place] = found if isinstance(norm, RuleNorm) else found | {"goods_listed"}
        return self._reads[place]

    def of(self, weighed: Weighed) -> Truths:
        truths = Truths(0, 0, 0, 0)
        for norm, truth in (*weighed.entries, *weighed.rules, *weighed.gaps):
            truths = Truths(*map(or_, truths, planes(truth, self.bit[id(norm)])))
        return truths

    def with_object(self, truths: Truths) -> Truths:
        """Without entries on which no rule acts any more, then without rules that have nothing to act on."""
        ruling = truths.standing & self.rules
        idle_entries = reduce(or_, (entries for entries, rules in self.acting if not rules & ruling), 0)
        listing = truths.standing & self.entries & ~idle_entries
        reached = 0
        for norms, rules in self.acting:
            if norms & listing:
                reached |= rules
        for norms, rules in self.acting_on_gaps:
            if norms & truths.standing:
                reached |= rules
        for licence, modifiers in self.modifying:
            if licence & ruling & reached:
                reached |= modifiers
        return truths.without(idle_entries | (self.rules & ~reached & ~self.trade))

    def possible(self, truths: Truths, assumed: int = WHATEVER) -> Outcomes:
        """The outcomes that are possible, as ``interpreter.possible`` finds them.

        Of norms from which the same follows it counts whether one holds, or else whether one may hold.
        """
        whole = NOTHING
        holding, left = _ends(truths, assumed)
        for norms, given in self._following(truths, assumed):
            if norms & holding:
                whole = fold(whole, given)
            elif norms & left:
                whole = fold(whole, given | NOTHING)
        return whole

    def answer(self, truths: Truths, assumed: int = WHATEVER) -> Outcomes:
        return answer_class(self.possible(truths, assumed))

    def settled(self, truths: Truths) -> bool:
        """``interpreter.settled``."""
        if truths.undecided & self.easing:
            return False
        return self.answer(truths, ALL_BITE) == self.answer(truths, NONE_BITES)

    def is_open(self, truths: Truths) -> bool:
        """Whether the text itself leaves this case to a person."""
        return self.answer(truths, OPEN_BITES) != self.answer(truths, OPEN_LIFTED)

    def _following(self, truths: Truths, assumed: int) -> Follows:
        rules, (least_open, least_true, most_open, most_true) = self.rules, truths
        ruling = Truths(least_open & rules, least_true & rules, most_open & rules, most_true & rules)
        alike = (assumed, *ruling)
        found = self._follows.get(alike)
        if found is None:
            found = self._worked_out(ruling, ASSUMED[assumed])
            if len(self._follows) >= KEPT:  # a server asks for months
                self._follows.clear()
            self._follows[alike] = found
        return found

    def _worked_out(self, ruling: Truths, assume: Assumption) -> Follows:
        """What follows from each entry, gap and rule on all trade if it holds, for rules as they are."""
        rules = [(rule, truth) for rule in self.law.rules if (truth := truth_at(ruling, self.bit[id(rule)])) != FALSE]
        truths = {id(rule): truth for rule, truth in rules}
        parts = [(mask, given_listed(self.law, norm, truths, assume)) for norm, mask in self.alike]
        parts += [(self.bit[id(gap)], given_gap(gap, rules, assume)) for gap in self.law.gaps]
        parts += [(self.bit[id(rule)], given_by(rule, assume)) for rule, _ in rules if rule.rule.on.kind == "trade"]
        found: dict[Outcomes, int] = {}
        for norms, given in parts:
            found[given] = found.get(given, 0) | norms
        return tuple((norms, given) for given, norms in found.items() if given != NOTHING)


def _ends(truths: Truths, assumed: int) -> tuple[int, int]:
    """The norms that are taken to hold, and those that are not taken to fail."""
    ends = {
        WHATEVER: (truths.least_true, truths.most_open),
        ALL_BITE: (truths.most_true, truths.most_open),
        NONE_BITES: (truths.least_true, truths.least_open),
        OPEN_BITES: (truths.least_open, truths.most_open),
        OPEN_LIFTED: (truths.least_true, truths.most_true),
    }
    return ends[assumed]


def planes(truth: Truth, bit: int) -> tuple[int, int, int, int]:
    low, high = truth
    return (
        bit if low >= Verity.OPEN else 0,
        bit if low is Verity.TRUE else 0,
        bit if high >= Verity.OPEN else 0,
        bit if high is Verity.TRUE else 0,
    )


def truth_at(truths: Truths, bit: int) -> Truth:
    least = Verity(bool(truths.least_open & bit) + bool(truths.least_true & bit))
    return SHARED[least, Verity(bool(truths.most_open & bit) + bool(truths.most_true & bit))]


def facts_read(condition: Condition) -> frozenset[str]:
    """The facts that a condition speaks of, with those that one stands for or that bounds it."""
    found = {leaf.fact for leaf in leaves(condition) if isinstance(leaf, In | Compare)}
    for fact in tuple(found):
        role, at, list_name = fact.partition("@")
        if role in STANDS_FOR:
            found.add(STANDS_FOR[role] + at + list_name)
        if fact.startswith("oxide."):
            found.add("content." + fact.removeprefix("oxide."))
    return frozenset(found)


def norm_bits(law: RegimeLaw) -> NormBits:
    """The norms of a law by their places; kept on the law, since many lines share it."""
    kept: NormBits = law.__dict__.setdefault("norm_bits", None) or NormBits(law)
    law.__dict__["norm_bits"] = kept
    return kept
