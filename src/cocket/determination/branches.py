"""The ways in which the missing facts of one case can still turn out, walked one fact at a time.

What a step costs decides how long it takes to find out what to ask. So a branch keeps no more than which value each
fact has taken, as fields of one integer, and how far each norm holds, as bits; and a norm is weighed once for the same
values of the facts that it reads.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from cocket.determination.domain import assign, is_missing, leaf_index, representatives
from cocket.determination.facts import Facts, Known
from cocket.determination.logic import Truth
from cocket.determination.norm_bits import Norm, NormBits, Truths
from cocket.law.condition import Compare, In

FIELD_BITS: Final = 16
"""Room for the number of a value: the law tells far fewer values of any fact apart."""


class Spoken:
    """Which of some norms speaks of which fact that one could ask for, given what is stated."""

    def __init__(self, bits: NormBits, norms: Iterable[Norm], facts: Facts) -> None:
        self.bits = bits
        self.of = 0
        self.said: dict[str, list[In | Compare]] = {}
        self.place_in: dict[int, dict[str, int]] = {}
        self.mentioning: dict[str, int] = {}
        for norm in norms:
            bit, said = bits.bit[id(norm)], leaf_index([norm.condition], facts)
            self.of |= bit
            self.place_in[bit] = {fact: place for place, fact in enumerate(said)}
            for fact, leaves in said.items():
                self.said.setdefault(fact, []).extend(leaves)
                self.mentioning[fact] = self.mentioning.get(fact, 0) | bit
        self.fact_bit = {fact: 1 << place for place, fact in enumerate(self.said)}
        self.field_at = {fact: place * FIELD_BITS for place, fact in enumerate(self.said)}
        self._mentioned = [(fact, self.fact_bit[fact], norms) for fact, norms in self.mentioning.items()]

    def chosen(self, fact: str, number: int) -> int:
        """The field that says that the fact has taken its value of that number."""
        return number + 1 << self.field_at[fact]

    def fields(self, facts: Iterable[str]) -> int:
        return sum((1 << FIELD_BITS) - 1 << self.field_at[fact] for fact in facts if fact in self.field_at)

    def missing(self, facts: Facts) -> int:
        return sum(bit for fact, bit in self.fact_bit.items() if is_missing(fact, facts))

    def weightiest(self, one: "Branch", other: "Branch") -> str | None:
        """The missing fact that keeps most norms undecided, of several the first that a norm names: a cheap guess at
        where to branch next. What one branch still lacks the other lacks too."""
        first, second, missing = one.truths.undecided & self.of, other.truths.undecided & self.of, one.missing
        counts = [
            ((norms & first).bit_count() + (norms & second).bit_count(), fact)
            for fact, bit, norms in self._mentioned
            if missing & bit
        ]
        most = max(counts, default=(0, ""))[0]
        heaviest = [fact for count, fact in counts if count == most]
        if not most or len(heaviest) == 1:
            return heaviest[0] if most else None
        return min(heaviest, key=lambda fact: self._first_named(fact, first, second))

    def _first_named(self, fact: str, first: int, second: int) -> tuple[bool, int, int]:
        """Where a fact is first named: by the norms that one branch leaves undecided, or else by those of the other."""
        norms = self.mentioning[fact]
        named = norms & first or norms & second
        norm = named & -named
        return not norms & first, norm, self.place_in[norm][fact]


@dataclass(slots=True)
class Weighable:
    """A norm that speaks of one fact, the fields of all facts that it reads, and its truths so far by these."""

    bit: int
    place: int
    fields: int
    kept: dict[int, Truth] = field(default_factory=dict)


@dataclass(slots=True)
class Root:
    """A case from which branches start."""

    facts: Facts
    values: dict[str, tuple[Known, ...]] = field(default_factory=dict)
    touched: dict[str, tuple[Weighable, ...]] = field(default_factory=dict)
    norms: dict[int, Weighable] = field(default_factory=dict)


class Branch:
    """Facts completed so far, and the norms that may still hold for them."""

    __slots__ = ("_facts", "_step", "chosen", "missing", "root", "truths")

    def __init__(
        self,
        root: Root,
        chosen: int,
        missing: int,
        truths: Truths,
        step: "tuple[Branch, str, Known] | None" = None,
    ) -> None:
        self.root, self.chosen, self.missing, self.truths = root, chosen, missing, truths
        self._step = step
        self._facts = None if step else root.facts

    @property
    def facts(self) -> Facts:
        if self._facts is None:
            assert self._step is not None
            before, fact, value = self._step
            self._facts = assign(before.facts, fact, value)
        return self._facts


class Walk:
    """Steps from case to case, for one set of norms that count."""

    def __init__(self, bits: NormBits, spoken: Spoken) -> None:
        self.bits, self.spoken = bits, spoken
        self.vocabulary = bits.law.view.lawbook.vocabulary

    def start(self, facts: Facts, truths: Truths) -> Branch:
        return Branch(Root(facts), 0, self.spoken.missing(facts), truths)

    def values(self, branch: Branch, fact: str) -> tuple[Known, ...]:
        """The values that a fact can still take: those at the root, for no fact narrows another that is asked for."""
        values = branch.root.values
        if fact not in values:
            values[fact] = representatives(fact, self.spoken.said[fact], branch.root.facts, self.vocabulary)
        return values[fact]

    def cases(self, branch: Branch, fact: str) -> list[Branch]:
        return [self.having(branch, fact, number) for number in range(len(self.values(branch, fact)))]

    def having(self, branch: Branch, fact: str, number: int) -> Branch:
        """The case with one more fact known.

        More facts can only narrow: an entry or rule that was false stays false, so only those still standing are
        weighed. More facts may come to point to a gap.
        """
        spoken, root = self.spoken, branch.root
        chosen = branch.chosen | spoken.chosen(fact, number)
        step = branch, fact, self.values(branch, fact)[number]
        after = Branch(root, chosen, branch.missing & ~spoken.fact_bit[fact], branch.truths, step)
        after.truths = self._weighed(after, fact)
        return after

    def _weighed(self, branch: Branch, fact: str) -> Truths:
        root, before = branch.root, branch.truths
        least_open, least_true, most_open, most_true = before
        worth = before.most_open | self.bits.gaps
        for norm in root.touched.get(fact) or self._touched(root, fact):
            bit = norm.bit
            if not worth & bit:
                continue
            alike = branch.chosen & norm.fields
            truth = norm.kept.get(alike)
            if truth is None:
                truth = norm.kept[alike] = self.bits.truth(norm.place)(branch.facts)
            low, high = truth
            other = ~bit
            least_open = least_open | bit if low else least_open & other
            least_true = least_true | bit if low == 2 else least_true & other
            most_open = most_open | bit if high else most_open & other
            most_true = most_true | bit if high == 2 else most_true & other
        after = Truths(least_open, least_true, most_open, most_true)
        return after if most_open == before.most_open else self.bits.with_object(after)

    def _touched(self, root: Root, fact: str) -> tuple[Weighable, ...]:
        """The norms that may have another truth when the fact becomes known."""
        touched = self.spoken.mentioning[fact] & ~self.bits.gaps
        found = []
        for place in range(len(self.bits.norms)):
            bit = 1 << place
            if bit & touched or (bit & self.bits.gaps and fact in self.bits.reads(place)):
                if place not in root.norms:
                    fields = self.spoken.fields(self.bits.reads(place))
                    root.norms[place] = Weighable(bit, place, fields)
                found.append(root.norms[place])
        root.touched[fact] = tuple(found)
        return root.touched[fact]
