"""Which lines are one case, so that its answer serves them all."""

from dataclasses import dataclass

import numpy as np

from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.law_tables import LawTables
from cocket.determination.kernel.planes import MOVABLE, fours, signs, unpacked
from cocket.determination.kernel.weighed_lines import ITSELF, UNDER_NOTHING, Deals, Goods, weigh_block


@dataclass(frozen=True, slots=True)
class Cases:
    """Of each line its case, and of each case the row of its goods, that of its deal, and its law."""

    of: Ids
    goods: Ids
    deal: Ids
    law: Ids


def cases_of(tables: LawTables, goods: Goods, deals: Deals, deal_of: Ids, law: Ids) -> Cases:
    """Lines are one case whose goods fall under the same, with equal deals under one law.

    A law is a stretch of days twice, and one more where it was read.
    """
    kinds = goods.kinds(tables.ranked)
    first, pair = distinct([deal_of, law])
    deal, law = deal_of[first], law[first]
    pair = np.where(kinds == UNDER_NOTHING, _alike_on_trade(tables, deals, deal, law)[pair], pair)
    alone, alike = np.flatnonzero(kinds == ITSELF), np.flatnonzero(kinds != ITSELF)
    first, same = distinct([kinds[alike], pair[alike]])
    of = np.zeros(len(kinds), np.int64)
    of[alike], of[alone] = same, len(first) + np.arange(len(alone))
    line = np.concatenate([alike[first], alone])
    one_of = np.zeros(int(kinds.max(initial=0)) + 1, np.int64)
    one_of[kinds[alike]] = alike
    goods_of = np.where(kinds[line] == ITSELF, line, one_of[kinds[line]])
    return Cases(of, goods_of, deal[pair[line]], law[pair[line]])


def _alike_on_trade(tables: LawTables, deals: Deals, deal: Ids, law: Ids) -> Ids:
    """For each deal under its law the first one that rules on all trade treat alike.

    Goods under nothing meet no others. Where a missing fact can change one of them a deal stands for itself.
    """
    stretch = law >> 1
    each = [tables.stretch(number) for number in np.flatnonzero(np.bincount(stretch)).tolist()]
    truths = np.zeros((len(deal), max((len(now.trade) for now in each), default=0)), np.uint8)
    for now in each:
        here = np.flatnonzero(stretch == now.number)
        weighed, _ = weigh_block(tables, deals, now.rule_block)
        truths[here, : len(now.trade)] = fours(unpacked(weighed[deal[here]])[:, :, list(now.trade)])
    itself = np.any(MOVABLE[truths], axis=-1)
    first, same = distinct([law, np.where(itself, deal, -1), *signs(truths)])
    return first[same]
