"""Lines in columns, a day for each, to their answers under one regime, in one call."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from cocket.determination.kernel.answers import Answered, Answers
from cocket.determination.kernel.cases import cases_of
from cocket.determination.kernel.codes import Named, named
from cocket.determination.kernel.columns import Columns, Flags, Whole
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.law_tables import LawTables
from cocket.determination.kernel.needs import Needs, needs
from cocket.determination.kernel.weighed_lines import alike_deals, weigh_deals, weigh_goods
from cocket.law.view import LawInTime

EPOCH: Final = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Found:
    """Distinct cases with their answers, their codes and the facts that keep them open; ``of`` is each line's case."""

    answered: Answered
    codes: Named
    needs: Needs
    of: Ids
    covered: Flags


class Kernel:
    """One regime as known on one day, ready for any number of lines; what it works out it keeps."""

    def __init__(self, time: LawInTime, regime: str, known: date) -> None:
        self.written = time.lawbook.regimes[regime]
        self.tables = LawTables(time, regime, max(known, self.written.known_from))
        self._is_known = self.written.known_from <= known
        self.answers = Answers(self.tables)
        self._starts = np.array([(day - EPOCH).days for day in time.days], np.int64)

    def stretches(self, days: Whole) -> Whole:
        """The number of each day's stretch; days are counted from 1970-01-01."""
        first, last = int(days.min(initial=0)), int(days.max(initial=0))
        if last - first > len(days):
            return np.searchsorted(self._starts, days, side="right").astype(np.int64)
        each = np.searchsorted(self._starts, np.arange(first, last + 1), side="right")  # lines share their days
        return each.take(days - first)

    def nearest(self, days: Whole) -> Whole:
        """The nearest day of which the law was read."""
        first = (self.written.covered_from - EPOCH).days
        last = (self.written.covered_until - EPOCH).days if self.written.covered_until else int(days.max(initial=0))
        return np.clip(days, first, max(first, last))

    def covered(self, days: Whole) -> Flags:
        """Whether the law of each day was read, and known."""
        covered: Flags = (self.nearest(days) == days) & self._is_known
        return covered

    def evaluate_on(self, columns: Columns, days: Whole) -> Found:
        """The answers without candidates; days whose law was not read have that of the nearest day."""
        return self.evaluate(columns, self.nearest(days), self.covered(days), candidates=False)

    def evaluate(
        self, columns: Columns, days: Whole, covered: Flags | None = None, *, candidates: bool = True
    ) -> Found:
        """The answers of all lines, told once for each case.

        ``covered`` is told apart as well, where it is given; a case has one or the other.
        """
        goods = weigh_goods(self.tables, columns)
        law = self.stretches(days) * 2 + (True if covered is None else covered)
        of_deal = columns.only(self.tables.deal_facts)
        blocks = self.tables.rule_blocks_of(np.flatnonzero(np.bincount(law >> 1)))
        first, deal_of = distinct(alike_deals(of_deal, blocks).marks() or [np.zeros(columns.rows, np.int64)])
        deals = weigh_deals(of_deal.take(first))
        cases = cases_of(self.tables, goods, deals, deal_of, law)
        answered = self.answers.answer(goods, deals, cases.goods, cases.deal, cases.law >> 1)
        codes = named(self.tables, goods, answered, candidates=candidates)
        return Found(
            answered, codes, needs(self.tables, goods, deals, answered), cases.of, (cases.law & 1).astype(np.bool_)
        )
