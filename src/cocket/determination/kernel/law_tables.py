"""The law of one regime as tables: one bit for each entry and gap, and for each stretch of days how they stand.

An entry's condition is the same on every day; what changes is whether it is in force and which rules act on it. So
conditions are weighed once, and a stretch of days is a set of masks over their bits.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

import numpy as np

from cocket.determination.determine import regime_law
from cocket.determination.kernel.block import Block
from cocket.determination.kernel.columns import base_of
from cocket.determination.kernel.distinct import Ids
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
    all. ``rules`` are the places of the rules on which it hangs what follows. ``alike`` is equal for bearers of
    different stretches from which the same follows: which rules, how each stands, and which of them act.
    ``acting`` are the rules that have something to act on if the bearer may hold, and ``modifying`` those that have
    it if a licence (by its place) holds as well; both as flags over all rules of the stretch.
    """

    norm: EntryNorm | GapNorm | RuleNorm
    rules: tuple[int, ...]
    alike: Hashable
    acting: Bits
    modifying: Mapping[int, Bits]


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
        self._entries = tuple(entry for _, _, entry, _, _ in written)
        self.names = tuple(entry.id for entry in self._entries)
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
        return tuple(dict.fromkeys((*LOOKED_AT, *self.asked_of_goods)))

    @cached_property
    def asked_of_goods(self) -> tuple[str, ...]:
        """What may be asked of goods: what entries and gaps speak of, and what stands for these."""
        return with_bases(tuple(dict.fromkeys((*self.entries.facts, *self.gaps.facts))))

    @cached_property
    def rankings(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """For each group of entries of which one is named, the elements by which these outweigh one another."""
        groups: dict[str, dict[tuple[str, ...], None]] = {}
        for entry in self._entries:
            if entry.one_of is not None:
                groups.setdefault(entry.one_of, {})[entry.ranked_elements] = None
        return tuple(map(tuple, groups.values()))

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
        return with_bases(tuple(found))

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """All facts of the regime, those of goods first."""
        return tuple(dict.fromkeys((*self.goods_facts, *self.deal_facts)))

    def stretch(self, number: int) -> Stretch:
        """The law of a stretch of days, by its number in ``LawInTime.stretch``."""
        if number not in self._stretches:
            self._stretches[number] = self._read(number)
        return self._stretches[number]

    def rule_blocks_of(self, stretches: Ids) -> list[Block]:
        """The blocks of rules of some stretches, each once."""
        return [self.rule_blocks[one] for one in sorted({self.stretch(int(no)).rule_block for no in stretches})]

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
            *(_of_entry(law, norms[bits[0]]) for bits in groups.values()),
            *(_bearer(law, gap, [rule for rule in law.rules if acts_on_gap(rule, gap)]) for gap in law.gaps),
            *(_bearer(law, law.rules[place], [law.rules[place]]) for place in trade),
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


def _of_entry(law: RegimeLaw, norm: EntryNorm) -> Bearer:
    """An entry hangs on the rules that act on it, policies among them, and on what modifies its licences."""
    acting = law.acting[norm.name]
    modifying = {rule.name: law.modifying[rule.name] for rule in acting if rule.name in law.modifying}
    hangs_on = [one for some in modifying.values() for one in some]
    flags = {place: _flags(law, modifying[rule.name]) for place, rule in enumerate(law.rules) if rule.name in modifying}
    return _bearer(law, norm, acting, hangs_on, flags)


def _bearer(
    law: RegimeLaw,
    norm: EntryNorm | GapNorm | RuleNorm,
    acting: Sequence[RuleNorm],
    besides: Sequence[RuleNorm] = (),
    modifying: Mapping[int, Bits] = MappingProxyType({}),
) -> Bearer:
    acts = _flags(law, acting)
    places = tuple(np.flatnonzero(acts | _flags(law, besides)).tolist())
    rules = [law.rules[place] for place in places]
    each = tuple((rule.name, rule.status.standing, act) for rule, act in zip(rules, acts[list(places)], strict=True))
    return Bearer(norm, places, (type(norm), norm.status.standing, each), acts, modifying)


def _flags(law: RegimeLaw, rules: Sequence[RuleNorm]) -> Bits:
    wanted = set(map(id, rules))
    return np.array([id(rule) in wanted for rule in law.rules], np.bool_)


def with_bases(facts: tuple[str, ...]) -> tuple[str, ...]:
    """The facts with those that stand for them where they are left out."""
    found = dict.fromkeys(facts)
    for fact in facts:
        if (base := base_of(fact)) is not None:
            found[base] = None
        if fact.startswith("oxide."):
            found["content." + fact.removeprefix("oxide.")] = None
    return tuple(found)


def gaps_in_force(tables: LawTables, stretches: Sequence[Stretch]) -> Bits:
    """Which unwritten law there is, of shape (stretches, gaps)."""
    masks = np.zeros((len(stretches), tables.gaps.width), np.bool_)
    for number, now in enumerate(stretches):
        masks[number, list(now.gap_bits)] = True
    return masks
