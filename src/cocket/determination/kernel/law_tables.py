"""The law of one regime as tables: one bit for each entry and gap, and for each stretch of days how they stand.

An entry's condition is the same on every day; what changes is whether it is in force and which rules act on it. So
conditions are weighed once, and a stretch of days is a set of masks over their bits.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from cocket.determination.determine import regime_law
from cocket.determination.facts import STANDS_FOR
from cocket.determination.kernel.block import Block
from cocket.determination.kernel.planes import Bits
from cocket.determination.regime_law import RegimeLaw, acts_on_gap
from cocket.law.condition import Compare, Condition, Doubt, In, Party, both, leaves
from cocket.law.view import EntryNorm, GapNorm, LawInTime, RuleNorm, party_fact

INDEX = "kind"  # the fact that rules out most entries
LOOKED_AT = ("goods_listed", "constituents_named", "kind", "substance")  # by weighing itself
QUIET = "control_code"  # the fact that is mostly not stated, and then rules out every entry that goes by it


@dataclass(frozen=True, slots=True)
class Bearer:
    """What can lead to an outcome of its own: a group of entries alike, a gap, or a rule on all trade.

    Entries are alike that have the same rules acting on them and the same standing: what follows from one follows from
    all. ``rules`` are the places of the rules on which it hangs what follows.
    """

    norm: EntryNorm | GapNorm | RuleNorm
    rules: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One law for a stretch of days.

    ``masks`` has the shape (groups, entries); ``norms`` are the entries in force, suspended or unresolved, by bit.
    Bearers are the groups, then the gaps of ``gap_bits``, then rules on all trade, at the places ``trade``.
    """

    number: int
    law: RegimeLaw
    masks: Bits
    codes: Bits
    norms: Mapping[int, EntryNorm]
    gap_bits: tuple[int, ...]
    trade: tuple[int, ...]
    bearers: tuple[Bearer, ...]
    rule_block: int


class LawTables:
    """One regime as known on one day. Raises ValueError for a condition with too many alternatives.

    ``names`` are the entries by bit; ``ranked`` those that may yield to another or be outweighed by one.
    """

    def __init__(self, time: LawInTime, regime: str, known: date) -> None:
        self.time, self.regime, self.known = time, regime, known
        written = [row for row in time.written(known) if row[0].regime == regime]
        self._bit = {(one.id, entry.id): bit for bit, (one, _, entry, _, _) in enumerate(written)}
        self.names = tuple(entry.id for _, _, entry, _, _ in written)
        self.ranked = np.array([bool(row[2].yields_to or row[2].one_of) for row in written], np.bool_)
        self.entries = Block([condition for _, _, _, condition, _ in written], INDEX, QUIET)
        unwritten = [(one, gap) for one in time.lawbook.instruments if one.regime == regime for gap in one.gaps]
        self._gap_bit = {(one.id, gap.id): bit for bit, (one, gap) in enumerate(unwritten)}
        self.gaps = Block([both(gap.when, Doubt(gap.why)) for _, gap in unwritten], INDEX, QUIET)
        self.rule_blocks: list[Block] = []
        self._block_of: dict[tuple[Condition, ...], int] = {}
        self._stretches: dict[int, Stretch] = {}

    @cached_property
    def goods_facts(self) -> tuple[str, ...]:
        """What entries and gaps speak of, and what is looked at besides when they are weighed."""
        return tuple(dict.fromkeys((*LOOKED_AT, *_with_bases((*self.entries.facts, *self.gaps.facts)))))

    @cached_property
    def deal_facts(self) -> tuple[str, ...]:
        """What the rules of the regime speak of on any day."""
        rules = (rule for one in self.time.lawbook.instruments if one.regime == self.regime for rule in one.rules)
        found: dict[str, None] = {}
        for rule in rules:
            for leaf in leaves(rule.when):
                match leaf:
                    case In(fact) | Compare(fact):
                        found[fact] = None
                    case Party(listed_in, roles):
                        found.update(dict.fromkeys(party_fact(role, one) for role in roles for one in listed_in))
        return _with_bases(tuple(found))

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """All facts of the regime, those of goods first."""
        return tuple(dict.fromkeys((*self.goods_facts, *self.deal_facts)))

    def stretch(self, number: int) -> Stretch:
        """The law of a stretch of days, by its number in ``LawInTime.stretch``."""
        if number not in self._stretches:
            self._stretches[number] = self._read(number)
        return self._stretches[number]

    def _read(self, number: int) -> Stretch:
        on = self.time.days[number - 1] if number else date.min
        law = regime_law(self.time.view(on, self.known), self.regime)
        norms = {self._bit[norm.instrument.id, norm.name]: norm for norm in law.entries}
        groups: dict[object, list[int]] = {}
        for bit, norm in norms.items():
            if law.acting[norm.name]:
                alike = (id(law.acting[norm.name]), norm.status.standing, norm.status.pending)
                groups.setdefault(alike, []).append(bit)
        masks = np.zeros((len(groups), len(self.names)), np.bool_)
        for row, bits in enumerate(groups.values()):
            masks[row, bits] = True
        codes = np.zeros(len(self.names), np.bool_)
        codes[[bit for bit, norm in norms.items() if norm.entry.is_code]] = True
        trade = tuple(place for place, rule in enumerate(law.rules) if rule.rule.on.kind == "trade")
        bearers = (
            *(Bearer(norms[bits[0]], _hangs_on(law, norms[bits[0]])) for bits in groups.values()),
            *(Bearer(gap, _places(law, [rule for rule in law.rules if acts_on_gap(rule, gap)])) for gap in law.gaps),
            *(Bearer(law.rules[place], (place,)) for place in trade),
        )
        gaps = tuple(self._gap_bit[gap.instrument.id, gap.gap.id] for gap in law.gaps)
        block = self._rules(tuple(rule.condition for rule in law.rules))
        return Stretch(number, law, masks, codes, norms, gaps, trade, bearers, block)

    def _rules(self, conditions: tuple[Condition, ...]) -> int:
        """The number of the block that weighs these conditions; stretches with the same rules share one."""
        if conditions not in self._block_of:
            self._block_of[conditions] = len(self.rule_blocks)
            self.rule_blocks.append(Block(conditions))
        return self._block_of[conditions]


def _hangs_on(law: RegimeLaw, norm: EntryNorm) -> tuple[int, ...]:
    """The rules that act on an entry, and those that modify its licences."""
    acting = law.acting[norm.name]
    modifiers = (one for rule in acting if rule.name in law.modifying for one in law.modifying[rule.name])
    return _places(law, [*acting, *modifiers])


def _places(law: RegimeLaw, rules: Iterable[RuleNorm]) -> tuple[int, ...]:
    wanted = set(map(id, rules))
    return tuple(place for place, rule in enumerate(law.rules) if id(rule) in wanted)


def _with_bases(facts: tuple[str, ...]) -> tuple[str, ...]:
    """The facts with those that stand for them where they are left out."""
    found = dict.fromkeys(facts)
    for fact in facts:
        role, at, list_name = fact.partition("@")
        if role in STANDS_FOR:
            found[STANDS_FOR[role] + at + list_name] = None
        if fact.startswith("oxide."):
            found["content." + fact.removeprefix("oxide.")] = None
    return tuple(found)
