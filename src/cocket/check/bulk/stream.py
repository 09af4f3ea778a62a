"""A Parquet file of any size answered batch by batch; memory follows the distinct goods and deals, not the lines."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np

from cocket.check.bulk.encoded import Encoded, Numbering, encoded
from cocket.check.bulk.parts import PARTY, PartReader, ReadPart, part_of
from cocket.check.bulk.regime_answers import EPOCH, RegimeAnswers
from cocket.check.bulk.result import ANSWER_LISTS, ASIDE_COLUMNS, Aside, ResultColumns, Taken, Told
from cocket.check.checker import Checker, Verdict, headline
from cocket.check.files import RowResult, Tally, answered, check_row, name_of, read_shown, record
from cocket.check.row_hits import COLUMNS as HIT_COLUMNS
from cocket.check.row_hits import RowHits
from cocket.check.tables import Column, Table
from cocket.check.tables.cells import converter
from cocket.check.tables.errors import CellError
from cocket.check.tables.parquet_file import batches, plain_of, rows_of_batch
from cocket.determination.heard import NO_COMPOSITION
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.read_facts import Line

BATCH_ROWS: Final = 131_072  # large enough that what is done once for a batch costs little of it
NO_DAY: Final = -(2**40)
FAULTS_KEPT: Final = 100


def fits(table: Table, path: Path) -> bool:
    """Whether the file can be answered by column: Parquet, flat, and of keys that parts can be read of apart."""
    import pyarrow.types as kinds
    from pyarrow.parquet import read_schema

    keys = [column.key for column in table.columns if column.key]
    if table.format != "parquet" or "date" not in keys or not all(part_of(key) for key in keys):
        return False
    nested = (kinds.is_nested, kinds.is_binary, kinds.is_large_binary)
    named = all(column.header.strip() for column in table.columns)
    return named and not any(test(one.type) for one in read_schema(path) for test in nested)


@dataclass(slots=True)
class Part:
    """The distinct parts of one kind, numbered from batch to batch."""

    reader: PartReader
    headers: tuple[str, ...]
    numbering: Numbering = field(default_factory=Numbering)
    read: list[ReadPart] = field(default_factory=list)

    def number(self, batch: dict[str, Encoded], rows: int) -> Ids:
        columns = [batch[header] for header in self.headers]
        marks = [column.codes for column in columns] or [np.zeros(rows, np.int64)]
        numbers, new = self.numbering.number(columns, *distinct(marks))
        self.read.extend(self.reader.read(cells) for cells in new)
        return numbers


Screen = Callable[[Sequence[Mapping[str, object]]], Sequence[RowHits]]
"""The hits of the parties that each of some rows states."""


@dataclass(slots=True)
class Parties:
    """The distinct parties of lines, screened once."""

    reader: PartReader
    headers: tuple[str, ...]
    screen: Screen
    numbering: Numbering = field(default_factory=Numbering)
    stated: list[Mapping[str, object]] = field(default_factory=list)
    hits: list[RowHits] = field(default_factory=list)

    def number(self, batch: dict[str, Encoded], rows: int) -> Ids:
        columns = [batch[header] for header in self.headers]
        marks = [column.codes for column in columns] or [np.zeros(rows, np.int64)]
        numbers, new = self.numbering.number(columns, *distinct(marks))
        # a line with a faulty cell is read row by row, and screened there
        said = [self.reader.stated(cells) or {} for cells in new]
        self.stated.extend(said)
        self.hits.extend(self.screen(said))
        return numbers


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
    latest: date = date.min
    _parts: dict[str, Part] = field(default_factory=dict)
    _regimes: list[RegimeAnswers] = field(default_factory=list)
    _number: dict[tuple[int, ...], int] = field(default_factory=dict)
    _told: dict[tuple[int, int], int] = field(default_factory=dict)
    _parties: Parties = field(init=False)

    def __post_init__(self) -> None:
        for name in ("goods", "deal", "words"):
            keys = {one.key for one in self.table.columns if one.key and part_of(one.key) == name}
            self._parts[name] = Part(*self._reader(keys, goods=name == "goods"))
        self._parties = Parties(*self._reader(PARTY), self.screen)
        self._regimes = [RegimeAnswers(self.checker, name, self.known) for name in self.checker.lawbook.regimes]

    def _reader(self, keys: Container[str], *, goods: bool = False) -> tuple[PartReader, tuple[str, ...]]:
        """What reads the columns of some keys, and their headers."""
        columns = [column for column in self.table.columns if column.key and column.key in keys]
        placed = [Column(one.header, place, one.key, one.unit) for place, one in enumerate(columns, start=1)]
        return PartReader(self.checker, placed, goods=goods), tuple(column.header for column in columns)

    def results(self, path: Path) -> Iterator[Any]:
        """A record batch of answers for each of the file, in its order."""
        columns = ResultColumns(self.checker.lawbook, self.known)
        before = 0
        for batch in batches(path, self.table.columns, BATCH_ROWS):
            yield self._answer(batch, before, columns)
            before += batch.num_rows

    def _answer(self, batch: Any, before: int, columns: ResultColumns) -> Any:  # noqa: ANN401
        cells = self._encoded(batch)
        rows = batch.num_rows
        numbers = {name: part.number(cells, rows) for name, part in self._parts.items()}
        parties = self._parties.number(cells, rows)
        days = self._days(cells)
        usable = days != NO_DAY
        for name, part in self._parts.items():
            usable &= np.array([one.line is not None for one in part.read], np.bool_)[numbers[name]]
        even, odd = np.flatnonzero(usable), np.flatnonzero(~usable)
        if len(even):
            self.latest = max(self.latest, date.fromordinal(int(days[even].max()) + EPOCH.toordinal()))
        answer, aside = (np.full(rows, -1, np.int64) for _ in range(2))
        if len(even):
            goods, deal = numbers["goods"][even], numbers["deal"][even]
            answer[even] = self._numbered(goods, deal, days[even])
            aside[even] = self._told_of(goods, deal)
        others = self._row_by_row(batch, odd, before)
        self._count(answer[even], parties[even], others)
        answers, asides = [one.columns for one in self.answers], self.asides
        taken = [
            Taken(("answer", *self.checker.lawbook.regimes, *ANSWER_LISTS), answers, answer),
            Taken(ASIDE_COLUMNS, asides, aside),
            Taken(("description",), self.stated("goods"), numbers["goods"]),
            Taken(("supplier",), self._parties.stated, parties),
            Taken(("destination", "end_user"), self.stated("deal"), numbers["deal"]),
            Taken(HIT_COLUMNS, [one.record() for one in self._parties.hits], parties),
        ]
        echoed = {c.key: batch.column(c.header) for c in self.table.columns if c.key in ("line", "order", "product")}
        return columns.batch(taken, echoed, days, odd, [record(one, self.checker.lawbook) for one in others], before)

    def _encoded(self, batch: Any) -> dict[str, Encoded]:  # noqa: ANN401
        wanted = {c.header for c in self.table.columns if c.key and part_of(c.key) != "echo"}
        return {
            name: encoded(column, plain_of(column.type))
            for name, column in zip(batch.schema.names, batch.columns, strict=True)
            if name in wanted
        }

    def _days(self, cells: Mapping[str, Encoded]) -> Ids:
        """Each row's day of export as days since 1970-01-01."""
        (column,) = (one for one in self.table.columns if one.key == "date")
        convert = converter("date", column.unit)
        said = cells[column.header]
        return np.array([_ordinal(cell, convert) for cell in said.cells], np.int64)[said.codes]

    def _numbered(self, goods: Ids, deal: Ids, days: Ids) -> Ids:
        """The number of every line's answer, all regimes together."""
        some_goods, goods_of = np.unique(goods, return_inverse=True)
        some_deals, deal_of = np.unique(deal, return_inverse=True)
        parts = [self._parts["goods"].read[number] for number in some_goods.tolist()]
        deals = [self._parts["deal"].read[number] for number in some_deals.tolist()]
        of_each = [one.answer(parts, deals, goods_of, deal_of, days) for one in self._regimes]
        first, kind = distinct(of_each)
        found = np.empty(len(first), np.int64)
        for place, line in enumerate(first.tolist()):
            found[place] = self._number_of(tuple(int(one[line]) for one in of_each))
        return found[kind]

    def _number_of(self, key: tuple[int, ...]) -> int:
        if key not in self._number:
            self._number[key] = len(self.answers)
            self.answers.append(self._answer_of(key))
            self.counts.append(0)
        return self._number[key]

    def _answer_of(self, key: tuple[int, ...]) -> Told:
        found = tuple(regime.found[number] for regime, number in zip(self._regimes, key, strict=True))
        facts = next((r.facts[n] for r, n in zip(self._regimes, key, strict=True) if n in r.facts), None)
        line = Line(facts or self._parts["goods"].read[0].facts, None, {}, NO_COMPOSITION, (), ())
        verdict = Verdict(line, self.known, found, headline(found), ())
        beyond = frozenset(one.regime for one in found if not one.considered)
        return Told(verdict.headline, beyond, {"answer": name_of(verdict.headline), **answered(verdict)})

    def _told_of(self, goods: Ids, deal: Ids) -> Ids:
        """The number of what is told beside the answer: warnings, what was read, what was ignored."""
        tells = np.array([self._tells(number) for number in range(len(self._parts["deal"].read))], np.bool_)
        first, kind = distinct([goods, np.where(tells[deal], deal, -1)])
        found = np.empty(len(first), np.int64)
        for place, line in enumerate(first.tolist()):
            key = (int(goods[line]), int(deal[line]) if tells[deal[line]] else -1)
            if key not in self._told:
                self._told[key] = len(self.asides)
                self.asides.append(self._aside(*key))
            found[place] = self._told[key]
        return found[kind]

    def _tells(self, deal: int) -> bool:
        line = self._parts["deal"].read[deal].line
        return line is not None and bool(line.warnings or line.ignored)

    def _aside(self, goods: int, deal: int) -> Aside:
        of_goods = self._parts["goods"].read[goods].line
        of_deal = self._parts["deal"].read[deal].line if deal >= 0 else None
        assert of_goods is not None
        lines = [one for one in (of_goods, of_deal) if one is not None]
        headers = {column.key: column.header for column in self.table.columns}
        return {
            "warnings": [
                *(w for one in lines for w in one.warnings),
                *self.checker.customs_warnings(of_goods, self.known),
            ],
            "read": [read_shown(one) for one in of_goods.heard],
            "ignored": [headers.get(key, key) for one in lines for key in one.ignored],
        }

    def _row_by_row(self, batch: Any, odd: Ids, before: int) -> list[RowResult]:  # noqa: ANN401
        """The rows that cannot be taken in parts, answered one by one."""
        if not len(odd):
            return []
        some = batch.take(odd)
        rows = rows_of_batch(some, self.table.columns, (odd + before + 1).tolist())
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
            if result.problem is not None:
                self.faults += 1
                if len(self.faulty) < FAULTS_KEPT:
                    self.faulty.append(result)
        for number, count in enumerate(np.bincount(answers, minlength=len(self.answers)).tolist()):
            if count:
                self.counts[number] += count
                told = self.answers[number]
                self.tally = self.tally.with_answers(told.headline, told.beyond, count)

    def stated(self, name: str) -> list[Mapping[str, object]]:
        """What each distinct part of a kind states."""
        return [part.stated for part in self._parts[name].read]


def _ordinal(cell: object, convert: Callable[[object], object]) -> int:
    """A day as days since 1970-01-01; ``NO_DAY`` for a row that the row path must look at."""
    try:
        day = None if cell is None or cell == "" else convert(cell)
    except CellError:
        return NO_DAY
    return (day - EPOCH).days if isinstance(day, date) else NO_DAY
