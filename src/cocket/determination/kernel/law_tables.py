"""The law of one regime as tables: one bit for each entry and gap, and for each stretch of days how they stand.

An entry's condition is the same on every day; what changes is whether it is in force and which rules act on it. So
conditions are weighed once, and a stretch of days is a set of masks over their bits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from cocket.determination.determine import regime_law
from cocket.determination.facts import STANDS_FOR
from cocket.determination.kernel.block import Block
from cocket.determination.kernel.planes import Bits
from cocket.determination.regime_law import RegimeLaw
from cocket.law.condition import Condition, Doubt, both
from cocket.law.view import EntryNorm, GapNorm, LawInTime, RuleNorm

INDEX = "kind"  # the fact that rules out most entries
GOODS_FACTS = ("goods_listed", "constituents_named", "kind", "substance")  # what weighing itself looks at


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries with the same rules acting on them and the same standing: what follows from one follows from all."""

    norm: EntryNorm
    name: int  # the same for the same rules and standing in every stretch


@dataclass(frozen=True, slots=True)
class Stretch:
    """One law for a stretch of days: ``masks`` has the shape (groups, entries), all others one flag a bit."""

    law: RegimeLaw
    groups: tuple[EntryGroup, ...]
    masks: Bits
    codes: Bits
    suspended: Bits
    norms: Mapping[int, EntryNorm]
    gaps: Bits
    gap_norms: Mapping[int, GapNorm]
    rules: tuple[RuleNorm, ...]
    rule_block: int


class LawTables:
    """One regime as known on one day. Raises ValueError for a condition with too many alternatives."""

    def __init__(self, time: LawInTime, regime: str, known: date) -> None:
        self.time, self.regime, self.known = time, regime, known
        written = [row for row in time.written(known) if row[0].regime == regime]
        self._bit = {(one.id, entry.id): bit for bit, (one, _, entry, _, _) in enumerate(written)}
        self.names = tuple(entry.id for _, _, entry, _, _ in written)
        self.entries = Block([condition for _, _, _, condition, _ in written], INDEX)
        unwritten = [(one, gap) for one in time.lawbook.instruments if one.regime == regime for gap in one.gaps]
        self._gap_bit = {(one.id, gap.id): bit for bit, (one, gap) in enumerate(unwritten)}
        self.gaps = Block([both(gap.when, Doubt(gap.why)) for _, gap in unwritten], INDEX)
        self.rule_blocks: list[Block] = []
        self._block_of: dict[tuple[Condition, ...], int] = {}
        self._group_name: dict[object, int] = {}
        self._stretches: dict[int, Stretch] = {}

    @cached_property
    def goods_facts(self) -> tuple[str, ...]:
        """What entries and gaps speak of, and what is looked at besides."""
        return tuple(dict.fromkeys((*GOODS_FACTS, *_with_bases(self.entries.facts), *_with_bases(self.gaps.facts))))

    def stretch(self, number: int) -> Stretch:
        """The law of a stretch of days, by its number in ``LawInTime.stretch``."""
        if number not in self._stretches:
            self._stretches[number] = self._read(number)
        return self._stretches[number]

    def _read(self, number: int) -> Stretch:
        on = self.time.days[number - 1] if number else date.min
        law = regime_law(self.time.view(on, self.known), self.regime)
        members: dict[int, list[int]] = {}
        groups: dict[int, EntryGroup] = {}
        norms: dict[int, EntryNorm] = {}
        codes, suspended = np.zeros(len(self.names), np.bool_), np.zeros(len(self.names), np.bool_)
        for norm in law.entries:
            bit = self._bit[norm.instrument.id, norm.name]
            norms[bit] = norm
            codes[bit] = norm.entry.is_code
            suspended[bit] = norm.status.standing == "suspended"
            if law.acting[norm.name]:
                name = self._name(law, norm)
                groups.setdefault(name, EntryGroup(norm, name))
                members.setdefault(name, []).append(bit)
        masks = np.zeros((len(groups), len(self.names)), np.bool_)
        for row, name in enumerate(groups):
            masks[row, members[name]] = True
        gap_norms = {self._gap_bit[norm.instrument.id, norm.gap.id]: norm for norm in law.gaps}
        gaps = np.zeros(len(self._gap_bit), np.bool_)
        gaps[list(gap_norms)] = True
        block = self._rules(tuple(rule.condition for rule in law.rules))
        return Stretch(law, tuple(groups.values()), masks, codes, suspended, norms, gaps, gap_norms, law.rules, block)

    def _name(self, law: RegimeLaw, norm: EntryNorm) -> int:
        acting = tuple((rule.name, rule.status.standing) for rule in law.acting[norm.name])
        key = (acting, norm.status.standing, norm.status.pending)
        return self._group_name.setdefault(key, len(self._group_name))

    def _rules(self, conditions: tuple[Condition, ...]) -> int:
        """The number of the block that weighs these conditions; stretches with the same rules share one."""
        if conditions not in self._block_of:
            self._block_of[conditions] = len(self.rule_blocks)
            self.rule_blocks.append(Block(conditions))
        return self._block_of[conditions]


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
