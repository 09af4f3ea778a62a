"""The questions that the text leaves open for many lines: found by the kernel's truths, worded once for each norm.

``determination.doubts.open_points`` is the word on them, given every norm of the regime weighed. Here a norm is known
to be open by its bits, and what it asks of goods or of a deal is asked of the interpreter once for each class of them
that no condition tells apart.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from cocket.check.bulk.lines import Classes
from cocket.check.files import as_asked
from cocket.determination.doubts import points_of
from cocket.determination.facts import Facts
from cocket.determination.kernel.answers import Answered, entries_of
from cocket.determination.kernel.codes import items_of, lists_of
from cocket.determination.kernel.distinct import Ids
from cocket.determination.kernel.law_tables import LawTables, Stretch, gaps_in_force
from cocket.determination.kernel.lists import Lists, set_bits
from cocket.determination.kernel.planes import TRUTHS, doubtful, unpacked
from cocket.determination.kernel.weighed_lines import Goods
from cocket.determination.logic import Verity
from cocket.law.view import EntryNorm, GapNorm, RuleNorm

Texts = tuple[str, ...]
Norm = EntryNorm | RuleNorm | GapNorm
MAY_BE_OPEN: Final = np.array([Verity.OPEN in truth for truth in TRUTHS], np.bool_)


@dataclass(slots=True)
class Questions:
    """The questions under one regime; what a norm asks of a class of goods or deals is kept."""

    tables: LawTables
    _kept: dict[Hashable, Texts] = field(default_factory=dict)

    def of(
        self, goods: Goods, answered: Answered, classes: Classes, lines: Ids, facts: Callable[[int], Facts]
    ) -> list[Texts]:
        """The questions for some of the lines answered, as ``as_asked`` words ``open_points`` for the facts of each."""
        pair = answered.goods.of[lines]
        thing, stretch = answered.goods.thing[pair], answered.goods.stretch[pair]
        entries = _entries(goods, answered, lines, thing, stretch)
        rules = _rules(answered, lines)
        gaps = _gaps(self.tables, goods, answered, thing, stretch)
        found = []
        for place, line in enumerate(lines.tolist()):
            now = answered.stretches[stretch[place]]
            of_goods, of_deal = int(classes.goods[line]), int(classes.deal[line])
            asking = (
                *((now.norms[bit], ("entry", bit, of_goods)) for bit in entries.of(place)),
                *(_asking_rule(now, rule, of_deal) for rule in rules.of(place)),
                *((now.law.gaps[now.gap_bits.index(bit)], ("gap", bit, of_goods)) for bit in gaps.of(place)),
            )
            texts = (self._asked(norm, key, line, facts) for norm, key in asking)
            found.append(tuple(dict.fromkeys(text for some in texts for text in some)))
        return found

    def _asked(self, norm: Norm, key: Hashable, line: int, facts: Callable[[int], Facts]) -> Texts:
        if key not in self._kept:
            self._kept[key] = as_asked(points_of(norm, facts(line)))
        return self._kept[key]


def _asking_rule(now: Stretch, place: int, deal: int) -> tuple[Norm, Hashable]:
    """A rule by its place too: it is several norms where those whom it lists stand differently."""
    norm = now.law.rules[place]
    return norm, (id(norm.rule), place, deal)


def _entries(goods: Goods, answered: Answered, lines: Ids, thing: Ids, stretch: Ids) -> Lists:
    """The entries that may be open and that some rule acts on."""
    deal = answered.deals.of[lines]
    parts = []
    for group, here, at in goods.entries.among(thing):
        acted_on = entries_of(answered.stretches, group, stretch[here], answered.acted_on[deal[here]])
        parts.append(items_of(doubtful(group.planes[at]) & acted_on, here, group.bits))
    return lists_of(parts, len(lines))


def _rules(answered: Answered, lines: Ids) -> Lists:
    """The rules that may be open and that have something to act on."""
    truths = answered.deals.truths[answered.deals.of[lines]]
    playing = unpacked(answered.in_play[lines])[:, : truths.shape[1]]
    return set_bits(MAY_BE_OPEN[truths] & playing)


def _gaps(tables: LawTables, goods: Goods, answered: Answered, thing: Ids, stretch: Ids) -> Lists:
    """The unwritten law that the goods may be meant by."""
    in_force = gaps_in_force(tables, answered.stretches)[stretch]
    open_bits = unpacked(doubtful(goods.gaps[thing]))[:, : in_force.shape[1]]
    return set_bits(open_bits & in_force)
