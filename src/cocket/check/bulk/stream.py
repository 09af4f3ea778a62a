"""A file of any size answered chunk by chunk; memory follows the distinct goods and deals, not the lines."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

import numpy as np

from cocket.check.bulk.encoded import Encoded, encoded
from cocket.check.bulk.lines import Lines, told_apart
from cocket.check.bulk.parts import PARTY, READ_TOGETHER, Part, Parties, PartReader, Screen, part_of, side_by_side
from cocket.check.bulk.regime_answers import RegimeAnswers
from cocket.check.bulk.result import ANSWER_LISTS, ASIDE_COLUMNS, Aside, ResultColumns, Told
from cocket.check.bulk.taken import Taken
from cocket.check.checker import Checker, Verdict, headline
from cocket.check.files import (
    RowResult,
    Tally,
    answered,
    check_row,
    name_of,
    no_element,
    read_shown,
    record,
    still_open,
)
from cocket.check.row_hits import COLUMNS as HIT_COLUMNS
from cocket.check.tables import Table
from cocket.check.tables.cells import converter
from cocket.check.tables.chunks import Chunk
from cocket.check.tables.errors import CellError
from cocket.check.tables.parquet_file import plain_of, rows_of_batch
from cocket.determination.facts import NO_FACTS
from cocket.determination.heard import NO_COMPOSITION
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.kernel import EPOCH
from cocket.determination.outcome import Open, Outcome
from cocket.determination.read_facts import Line

BATCH_ROWS: Final = 524_288  # large enough that what is done once for a batch costs little of it
NO_DAY: Final = -(2**40)
FAULTS_KEPT: Final = 100
NO_LINE: Final = Line(NO_FACTS, None, {}, NO_COMPOSITION, (), ())  # an answer is that of many lines
ECHOED_DEAL: Final = frozenset({"destination", "end_user"})


def fits(table: Table) -> bool:
    """Whether the file can be answered by column: flat, and of keys that parts can be read of apart."""
    keys = [column.key for column in table.columns if column.key]
    if table.open_chunks is None or "date" not in keys or not all(part_of(key) for key in keys):
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
    answers: list[Told] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    faulty: list[RowResult] = field(default_factory=list)  # the first of them
    faults: int = 0
    ignored: set[str] = field(default_factory=set)  # columns that were understood and of which no law speaks
    latest: date = date.min
    _regimes: list[RegimeAnswers] = field(default_factory=list)
    _number: dict[tuple[int, ...], int] = field(default_factory=dict)
    _told: dict[tuple[int, ...], int] = field(default_factory=dict)
    _goods: Part = field(init=False)
    _words: Part = field(init=False)
    _deal: tuple[Part, ...] = field(init=False)
    _parties: Parties = field(init=False)

    def __post_init__(self) -> None:
        keys = {one.key: part_of(one.key) for one in self.table.columns if one.key}
        self._goods, self._words = (
            Part(PartReader(self.checker, self.table, {key for key, part in keys.items() if part == name}, name))
            for name in ("goods", "words")
        )
        groups = dict.fromkeys(READ_TOGETHER.get(key, frozenset({key})) for key, part in keys.items() if part == "deal")
        self._deal = tuple(Part(PartReader(self.checker, self.table, group, "deal")) for group in groups)
        self._parties = Parties(PartReader(self.checker, self.table, PARTY, "party"), self.screen)
        self._regimes = [RegimeAnswers(self.checker, name, self.known) for name in self.checker.lawbook.regimes]

    def results(self, *, lists: bool = True) -> Iterator[Any]:
        """Record batches of answers for each chunk of the file, in its order; without ``lists`` these come as text."""
        assert self.table.open_chunks is not None, "a table that does not fit"
        columns = ResultColumns(self.checker.lawbook, self.known, lists=lists)
        for chunk in self.table.open_chunks(BATCH_ROWS):
            yield from self._answer(chunk, columns)

    def _answer(self, chunk: Chunk, columns: ResultColumns) -> Iterator[Any]:
        cells, rows = self._encoded(chunk.table), chunk.table.num_rows
        goods, words = self._goods.number(cells, rows), self._words.number(cells, rows)
        deal = [part.number(cells, rows) for part in self._deal]
        parties = self._parties.number(cells, rows)
        days = self._days(cells)
        usable = days != NO_DAY
        usable[list(chunk.faults)] = False
        for part, numbers in zip((self._goods, self._words, *self._deal), (goods, words, *deal), strict=True):
            usable &= np.array([one.line is not None for one in part.read], np.bool_)[numbers]
        odd = np.flatnonzero(~usable)
        even = np.flatnonzero(usable) if len(odd) else slice(None)
        answer, aside = (np.full(rows, -1, np.int64) for _ in range(2))
        if len(odd) < rows:
            self.latest = max(self.latest, date.fromordinal(int(days[even].max()) + EPOCH.toordinal()))
            of_deal = [numbers[even] for numbers in deal]
            answer[even] = self._numbered(self._lines(goods[even], of_deal, days[even]))
            aside[even] = self._told_of(goods[even], of_deal)
        others = self._row_by_row(chunk, odd)
        self._count(answer[even], parties[even], others)
        regimes = self.checker.lawbook.regimes
        taken = [
            Taken(("answer", *regimes, *ANSWER_LISTS), [one.columns for one in self.answers], answer),
            Taken(ASIDE_COLUMNS, self.asides, aside),
            Taken(("description",), self._goods.stated, goods),
            Taken(("supplier",), self._parties.stated, parties),
            Taken(HIT_COLUMNS, self._parties.records, parties),
            *(Taken(tuple(p.reader.keys & ECHOED_DEAL), p.stated, n) for p, n in zip(self._deal, deal, strict=True)),
        ]
        named = {c.key: c.header for c in self.table.columns if c.key in ("line", "order", "product")}
        echoed = {key: chunk.table.column(header) for key, header in named.items()}
        told = [record(one, self.checker.lawbook) for one in others]
        return columns.batches(taken, echoed, days, odd, told, chunk.numbers)

    def _encoded(self, table: Any) -> dict[str, Encoded]:  # noqa: ANN401
        wanted = {c.header for c in self.table.columns if c.key and part_of(c.key) != "echo"}
        return {
            name: encoded(column, plain_of(column.type))
            for name, column in zip(table.column_names, table.columns, strict=True)
            if name in wanted
        }

    def _days(self, cells: Mapping[str, Encoded]) -> Ids:
        """Each row's day of export as days since 1970-01-01."""
        (column,) = (one for one in self.table.columns if one.key == "date")
        convert = converter("date", column.unit)
        said = cells[column.header]
        return np.array([_ordinal(cell, convert) for cell in said.cells], np.int64)[said.codes]

    def _numbered(self, lines: Lines) -> Ids:
        """The number of every line's answer, all regimes together."""
        first, kind, classes = told_apart([(one.kernel, one.alike) for one in self._regimes], lines)
        told = lines.some(first)
        of_each = [one.answer(told, of_class) for one, of_class in zip(self._regimes, classes, strict=True)]
        first, number = distinct(of_each)
        found = np.empty(len(first), np.int64)
        for place, line in enumerate(first.tolist()):
            found[place] = self._number_of(tuple(int(one[line]) for one in of_each))
        return found[number[kind]]

    def _lines(self, goods: Ids, deal: Sequence[Ids], days: Ids) -> Lines:
        """Distinct goods and deals; what conditions on goods want of the deal goes with the goods, and the other way
        round."""
        parts = list(zip(self._deal, deal, strict=True))
        first, deal_of = distinct([part.kinds[of] for part, of in parts] or [np.zeros(len(days), np.int64)])
        of_deal = side_by_side([part.columns.take(of[first]) for part, of in parts], len(first))
        with_goods = of_deal.only(self._regimes_speak_of(lambda one: one.tables.goods_facts))
        first, goods_of = distinct([goods, with_goods.kinds()[deal_of]])
        own = self._goods.columns.take(goods[first]).beside(with_goods.take(deal_of[first]))
        with_deal = self._goods.columns.only(self._regimes_speak_of(lambda one: one.tables.deal_facts))
        first, whole_of = distinct([deal_of, with_deal.kinds()[goods]])
        whole = side_by_side([of_deal.take(deal_of[first]), with_deal.take(goods[first])], len(first))
        return Lines(own, whole, goods_of, whole_of, days)

    def _regimes_speak_of(self, facts: Callable[[RegimeAnswers], tuple[str, ...]]) -> frozenset[str]:
        return frozenset(fact for one in self._regimes for fact in facts(one))

    def _number_of(self, key: tuple[int, ...]) -> int:
        if key not in self._number:
            self._number[key] = len(self.answers)
            self.answers.append(self._answer_of(key))
            self.counts.append(0)
        return self._number[key]

    def _answer_of(self, key: tuple[int, ...]) -> Told:
        numbers = list(zip(self._regimes, key, strict=True))
        found = tuple(regime.found[number] for regime, number in numbers)
        verdict = Verdict(NO_LINE, self.known, found, headline(found), ())
        deciding = set(map(id, still_open(verdict))) if verdict.headline is Open.CONSULT else set()
        asked = (regime.consult.get(number, ()) for regime, number in numbers if id(regime.found[number]) in deciding)
        consult = tuple(dict.fromkeys(text for some in asked for text in some))
        beyond = frozenset(one.regime for one in found if not one.considered)
        return Told(verdict.headline, beyond, {"answer": name_of(verdict.headline), **answered(verdict, consult)})

    def _told_of(self, goods: Ids, deal: Sequence[Ids]) -> Ids:
        """The number of what is told beside the answer: warnings, what was read, what was ignored."""
        telling = [(part, numbers) for part, numbers in zip(self._deal, deal, strict=True) if part.tells.any()]
        marks = [np.where(part.tells[numbers], numbers, -1) for part, numbers in telling]
        first, kind = distinct([goods, *marks])
        found = np.empty(len(first), np.int64)
        for place, line in enumerate(first.tolist()):
            said = [(part, int(mark[line])) for (part, _), mark in zip(telling, marks, strict=True) if mark[line] >= 0]
            key = (int(goods[line]), *(number for pair in said for number in (self._deal.index(pair[0]), pair[1])))
            if key not in self._told:
                self._told[key] = len(self.asides)
                self.asides.append(self._aside(int(goods[line]), [part.read[number].line for part, number in said]))
            found[place] = self._told[key]
        return found[kind]

    def _aside(self, goods: int, deal: Sequence[Line | None]) -> Aside:
        of_goods = self._goods.read[goods].line
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
        sound = [place for place in odd.tolist() if place not in chunk.faults]
        numbers = [chunk.numbers[place] for place in sound]
        some = chunk.table.unify_dictionaries().take(np.array(sound, np.int64))
        rows = dict(zip(sound, rows_of_batch(some, self.table.columns, numbers), strict=True)) | dict(chunk.faults)
        results = [check_row(self.checker, rows[place], self.known) for place in odd.tolist()]
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
        alike: Counter[tuple[Outcome | Open, frozenset[str]]] = Counter()
        for number, count in enumerate(np.bincount(answers, minlength=len(self.answers)).tolist()):
            self.counts[number] += count
            alike[self.answers[number].headline, self.answers[number].beyond] += count
        for (strictest, beyond), count in alike.items():
            if count:
                self.tally = self.tally.with_answers(strictest, beyond, count)


def _ordinal(cell: object, convert: Callable[[object], object]) -> int:
    """A day as days since 1970-01-01; ``NO_DAY`` for a row that the row path must look at."""
    try:
        day = None if cell is None or cell == "" else convert(cell)
    except CellError:
        return NO_DAY
    return (day - EPOCH).days if isinstance(day, date) else NO_DAY
