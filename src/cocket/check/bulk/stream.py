"""A file of any size answered chunk by chunk; memory follows the distinct goods and deals, not the lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

import numpy as np

from cocket.check.bulk.numbered import LineAnswers, cells_of, rows_at
from cocket.check.bulk.parts import PARTY, Parties, PartReader, Screen, part_of
from cocket.check.bulk.result import ANSWER_LISTS, ASIDE_COLUMNS, Aside, ResultColumns, Told
from cocket.check.bulk.taken import Taken
from cocket.check.checker import Checker
from cocket.check.files import RowResult, Tally, check_row, no_element, read_shown, record
from cocket.check.row_hits import COLUMNS as HIT_COLUMNS
from cocket.check.tables import Table
from cocket.check.tables.chunks import Chunk
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.kernel import EPOCH
from cocket.determination.outcome import Open, Outcome
from cocket.determination.read_facts import Line

BATCH_ROWS: Final = 524_288  # large enough that what is done once for a batch costs little of it
FAULTS_KEPT: Final = 100
ECHOED_DEAL: Final = frozenset({"destination", "end_user"})


def fits(table: Table, *, own_days: bool = True) -> bool:
    """Whether the file can be answered by column: flat, and of keys that parts can be read of apart.

    Without ``own_days`` all rows leave on a day that the file need not state.
    """
    keys = [column.key for column in table.columns if column.key]
    if table.open_chunks is None or not all(part_of(key) for key in keys):
        return False
    if own_days and "date" not in keys:
        return False
    if any(column.key is None and no_element(column.header) for column in table.columns):
        return False  # a share of no element makes every row faulty
    return all(column.header.strip() for column in table.columns)


@dataclass(slots=True)
class BulkChecker:
    """Answers batches of one table as known on one day; ``tally`` and ``counts`` grow as they go by."""

    checker: Checker
    table: Table
    known: date
    screen: Screen
    tally: Tally = field(default_factory=lambda: Tally({}))
    asides: list[Aside] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    faulty: list[RowResult] = field(default_factory=list)  # the first of them
    faults: int = 0
    ignored: set[str] = field(default_factory=set)  # columns that were understood and of which no law speaks
    latest: date = date.min
    _told: dict[tuple[int, ...], int] = field(default_factory=dict)
    _answers: LineAnswers = field(init=False)
    _parties: Parties = field(init=False)

    def __post_init__(self) -> None:
        self._answers = LineAnswers(self.checker, self.table, self.known)
        self._parties = Parties(PartReader(self.checker, self.table, PARTY, "party"), self.screen)

    @property
    def answers(self) -> Sequence[Told]:
        """The distinct answers so far, of which ``counts`` holds how many lines have each."""
        return self._answers.answers

    def results(self, *, lists: bool = True) -> Iterator[Any]:
        """Record batches of answers for each chunk of the file, in its order; without ``lists`` these come as text."""
        assert self.table.open_chunks is not None, "a table that does not fit"
        columns = ResultColumns(self.checker.lawbook, self.known, lists=lists)
        for chunk in self.table.open_chunks(BATCH_ROWS):
            yield from self._answer(chunk, columns)

    def _answer(self, chunk: Chunk, columns: ResultColumns) -> Iterator[Any]:
        cells, rows = cells_of(self.table, chunk), chunk.table.num_rows
        lines, of = self._answers, self._answers.number(chunk, cells)
        parties = self._parties.number(cells, rows)
        even = of.even if len(of.odd) else slice(None)
        aside = np.full(rows, -1, np.int64)
        if len(of.even):
            self.latest = max(self.latest, date.fromordinal(int(of.days[even].max()) + EPOCH.toordinal()))
            aside[even] = self._told_of(of.goods[even], [numbers[even] for numbers in of.deal])
        others = self._row_by_row(chunk, of.odd)
        self._count(of.answer[even], parties[even], others)
        regimes = self.checker.lawbook.regimes
        taken = [
            Taken(("answer", *regimes, *ANSWER_LISTS), [one.columns for one in self.answers], of.answer),
            Taken(ASIDE_COLUMNS, self.asides, aside),
            Taken(("description",), lines.goods.stated, of.goods),
            Taken(("supplier",), self._parties.stated, parties),
            Taken(HIT_COLUMNS, self._parties.records, parties),
            *(Taken(tuple(p.reader.keys & ECHOED_DEAL), p.stated, n) for p, n in zip(lines.deal, of.deal, strict=True)),
        ]
        named = {c.key: c.header for c in self.table.columns if c.key in ("line", "order", "product")}
        echoed = {key: chunk.table.column(header) for key, header in named.items()}
        told = [record(one, self.checker.lawbook) for one in others]
        return columns.batches(taken, echoed, of.days, of.odd, told, chunk.numbers)

    def _told_of(self, goods: Ids, deal: Sequence[Ids]) -> Ids:
        """The number of what is told beside the answer: warnings, what was read, what was ignored."""
        parts = self._answers.deal
        telling = [(part, numbers) for part, numbers in zip(parts, deal, strict=True) if part.tells.any()]
        marks = [np.where(part.tells[numbers], numbers, -1) for part, numbers in telling]
        first, kind = distinct([goods, *marks])
        found = np.empty(len(first), np.int64)
        for place, line in enumerate(first.tolist()):
            said = [(part, int(mark[line])) for (part, _), mark in zip(telling, marks, strict=True) if mark[line] >= 0]
            key = (int(goods[line]), *(number for pair in said for number in (parts.index(pair[0]), pair[1])))
            if key not in self._told:
                self._told[key] = len(self.asides)
                self.asides.append(self._aside(int(goods[line]), [part.read[number].line for part, number in said]))
            found[place] = self._told[key]
        return found[kind]

    def _aside(self, goods: int, deal: Sequence[Line | None]) -> Aside:
        of_goods = self._answers.goods.read[goods].line
        assert of_goods is not None
        lines = [of_goods, *(one for one in deal if one is not None)]
        headers = {column.key: column.header for column in self.table.columns}
        customs = self.checker.customs_warnings(of_goods, self.known)
        ignored = [headers.get(key, key) for one in lines for key in one.ignored]
        self.ignored.update(ignored)
        return {
            "warnings": [*(warning for one in lines for warning in one.warnings), *customs],
            "read": [read_shown(one) for one in of_goods.heard],
            "ignored": ignored,
        }

    def _row_by_row(self, chunk: Chunk, odd: Ids) -> list[RowResult]:
        """The rows that cannot be taken in parts, answered one by one."""
        if not len(odd):
            return []
        rows = rows_at(self.table, chunk, odd.tolist())
        results = [check_row(self.checker, row, self.known) for row in rows]
        hits = self.screen([one.stated for one in results])
        return [replace(one, hits=found) for one, found in zip(results, hits, strict=True)]

    def _count(self, answers: Ids, parties: Ids, others: Sequence[RowResult]) -> None:
        counts = np.bincount(parties, minlength=len(self._parties.hits)).tolist()
        seen = list(zip(self._parties.hits, counts, strict=True))
        held, weak = sum(n for one, n in seen if one.stops), sum(n for one, n in seen if one.is_weak)
        self.tally = replace(self.tally, held=self.tally.held + held, weak=self.tally.weak + weak)
        for result in others:
            self.tally = self.tally.with_result(result)
            self.ignored.update(result.ignored)
            if result.problem is not None:
                self.faults += 1
                if len(self.faulty) < FAULTS_KEPT:
                    self.faulty.append(result)
        self.counts.extend([0] * (len(self.answers) - len(self.counts)))
        alike: Counter[tuple[Outcome | Open, frozenset[str]]] = Counter()
        for number, count in enumerate(np.bincount(answers, minlength=len(self.answers)).tolist()):
            self.counts[number] += count
            alike[self.answers[number].headline, self.answers[number].beyond] += count
        for (strictest, beyond), count in alike.items():
            if count:
                self.tally = self.tally.with_answers(strictest, beyond, count)
