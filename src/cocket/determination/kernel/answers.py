"""From truths to answers: lines with the same truths are one case, and the interpreter answers each case once.

What an entry leads to depends on its group alone (the rules that act on it, and how it stands), so that a line is
known by the highest truth within each group, by the truths of the gaps and by those of the rules.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from cocket.determination.determine import reach_of
from cocket.determination.interpreter import possible, settled
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.law_tables import LawTables, Stretch
from cocket.determination.kernel.planes import PLANES, Bits, Words, packed, signs, truths_of, unpacked
from cocket.determination.kernel.weighed_lines import Deals, Goods, weigh_block
from cocket.determination.logic import FALSE, TRUE, Truth
from cocket.determination.outcome import Outcomes, settle
from cocket.determination.weighing import Weighed, assembled

Norm = TypeVar("Norm")
Column = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Case:
    """All lines with these truths in one stretch of days.

    ``certain`` and ``maybe`` have a flag for each entry: whether its control reaches the case if the goods are of it.
    """

    stretch: int
    weighed: Weighed
    outcomes: Outcomes
    settled: bool
    certain: Bits
    maybe: Bits


@dataclass(frozen=True, slots=True)
class Answered:
    """``case[line]`` is a place in ``cases``."""

    cases: tuple[Case, ...]
    case: Ids


@dataclass(slots=True)
class Answers:
    """Answers of one regime; a case once answered is kept."""

    tables: LawTables
    kept: dict[tuple[int, ...], Case] = field(default_factory=dict)

    def answer(self, goods: Goods, deals: Deals, goods_of: Ids, deal_of: Ids, stretch_of: Ids) -> Answered:
        """The case of every line, whose goods, deal and stretch of days are given by number."""
        numbers, stretch = np.unique(stretch_of, return_inverse=True)
        stretches = [self.tables.stretch(int(number)) for number in numbers]
        of_goods, goods_case = _cases(goods_of, stretch, partial(_signs_of_goods, goods, stretches))
        of_deals, deal_case = _cases(deal_of, stretch, partial(_signs_of_deals, self.tables, deals, stretches))
        sample, case = distinct([stretch, goods_case, deal_case])
        cases = [
            self._case(int(number), of_goods[goods_case[line]].tolist(), of_deals[deal_case[line]].tolist())
            for number, line in zip(numbers[stretch[sample]], sample, strict=True)
        ]
        return Answered(tuple(cases), case)

    def _case(self, number: int, goods: list[int], deal: list[int]) -> Case:
        key = (number, *goods, *deal)
        if key not in self.kept:
            self.kept[key] = _interpreted(self.tables.stretch(number), number, goods, deal)
        return self.kept[key]


def _cases(number: Ids, stretch: Ids, signs_of: Callable[[Ids, Ids], list[Column]]) -> tuple[Column, Ids]:
    """The distinct signs of numbered things in their stretches, as rows, and for every line the row of its own."""
    pair, pair_of = distinct([number, stretch])
    columns = signs_of(number[pair], stretch[pair])
    sample, kind = distinct([stretch[pair], *columns])
    return np.stack([column[sample] for column in columns], axis=1), kind[pair_of]


def _signs_of_goods(goods: Goods, stretches: Sequence[Stretch], rows: Ids, stretch: Ids) -> list[Column]:
    """The highest truth within each group of entries, and the truth of each gap in force."""
    groups = max(len(one.groups) for one in stretches)
    found = np.zeros((len(rows), PLANES, groups), np.bool_)
    for number, group in enumerate(goods.groups):
        lines = np.flatnonzero(goods.group[rows] == number)
        if len(lines) and len(group.bits):
            planes = group.planes[goods.place[rows[lines]]]
            masks = _masks([one.masks[:, group.bits] for one in stretches], groups)[stretch[lines]]
            for place in range(groups):
                found[lines, :, place] = (planes & masks[:, None, place]).any(axis=-1)
    return [*signs(found), *_signs_of_gaps(goods, stretches, rows, stretch)]


def _masks(masks: Sequence[Bits], groups: int) -> Words:
    whole = np.zeros((len(masks), groups, masks[0].shape[1]), np.bool_)
    for number, one in enumerate(masks):
        whole[number, : len(one)] = one
    return packed(whole)


def _signs_of_gaps(goods: Goods, stretches: Sequence[Stretch], rows: Ids, stretch: Ids) -> list[Column]:
    live = np.stack([one.gaps for one in stretches])[stretch]
    if not live.any():
        return []
    return signs(unpacked(goods.gaps[rows])[:, :, : live.shape[1]] & live[:, None])


def _signs_of_deals(
    tables: LawTables, deals: Deals, stretches: Sequence[Stretch], rows: Ids, stretch: Ids
) -> list[Column]:
    """The truth of each rule in force; rules keep their places within a stretch only."""
    rules = max(len(one.rules) for one in stretches)
    found = np.zeros((len(rows), PLANES, rules), np.bool_)
    for number, one in enumerate(stretches):
        lines = np.flatnonzero(stretch == number)
        if len(lines) and one.rules:
            planes = weigh_block(tables, deals, one.rule_block)[rows[lines]]
            found[lines, :, : len(one.rules)] = unpacked(planes)[:, :, : len(one.rules)]
    return signs(found)


def _interpreted(now: Stretch, number: int, goods: list[int], deal: list[int]) -> Case:
    """The interpreter's word on a case that is given by its truths."""
    groups = truths_of(goods, len(now.groups))
    wide = len(goods) - (-(-len(now.gaps) // 16) if len(now.gaps) else 0)
    gaps = truths_of(goods[wide:], len(now.gaps)) if len(goods) > wide else ()
    listing = _standing([group.norm for group in now.groups], groups)
    unwritten = _standing(list(now.gap_norms.values()), [gaps[bit] for bit in now.gap_norms] if gaps else [])
    weighed = assembled(now.law, _standing(now.rules, truths_of(deal, len(now.rules))), listing, unwritten)
    truths = {id(rule): truth for rule, truth in weighed.rules}
    reach = [reach_of(now.law, group.norm, truths) for group in now.groups]
    certain, maybe = (np.array([test(one) for one in reach], np.bool_) for test in (_is_true, _is_not_false))
    return Case(
        number,
        weighed,
        settle(possible(now.law, weighed)),
        settled(now.law, weighed),
        now.masks[certain].any(axis=0) & now.codes,
        now.masks[maybe].any(axis=0) & now.codes,
    )


def _is_true(truth: Truth) -> bool:
    return truth == TRUE


def _is_not_false(truth: Truth) -> bool:
    return truth != FALSE


def _standing(norms: Sequence[Norm], truths: Sequence[Truth]) -> tuple[tuple[Norm, Truth], ...]:
    """The norms that are not FALSE; none where nothing is known of any."""
    return tuple((norm, truth) for norm, truth in zip(norms, truths, strict=False) if truth != FALSE)
