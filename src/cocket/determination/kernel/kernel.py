"""Lines in columns, a day for each, to their answers under one regime, in one call."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from cocket.determination.kernel.answers import Answered, Answers
from cocket.determination.kernel.codes import Named, named
from cocket.determination.kernel.columns import Columns, Whole
from cocket.determination.kernel.distinct import distinct
from cocket.determination.kernel.law_tables import LawTables
from cocket.determination.kernel.weighed_lines import weigh_deals, weigh_goods
from cocket.law.view import LawInTime

EPOCH: Final = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Found:
    """The answers of some lines, and their codes."""

    answered: Answered
    codes: Named


class Kernel:
    """One regime as known on one day, ready for any number of lines; what it works out it keeps."""

    def __init__(self, time: LawInTime, regime: str, known: date) -> None:
        self.tables = LawTables(time, regime, known)
        self.answers = Answers(self.tables)
        self._starts = np.array([(day - EPOCH).days for day in time.days], np.int64)

    def stretches(self, days: Whole) -> Whole:
        """The number of each day's stretch; days are counted from 1970-01-01."""
        return np.searchsorted(self._starts, days, side="right").astype(np.int64)

    def evaluate(self, columns: Columns, days: Whole, *, candidates: bool = True) -> Found:
        """The answers of all lines. Every line is goods of its own; deals that are alike are weighed once."""
        of_deal = columns.only(self.tables.deal_facts)
        first, deal_of = distinct(of_deal.marks() or [np.zeros(columns.rows, np.int64)])
        deals = weigh_deals(of_deal.take(first))
        goods = weigh_goods(self.tables, columns)
        each = np.arange(columns.rows)
        answered = self.answers.answer(goods, deals, each, deal_of, self.stretches(days))
        return Found(answered, named(self.tables, goods, answered, candidates=candidates))
