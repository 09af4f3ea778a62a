"""The lines of a file as numbers of distinct answers, at one look at the law."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import numpy as np

from cocket.check.bulk.encoded import Encoded, encoded
from cocket.check.bulk.lines import Lines, told_apart
from cocket.check.bulk.parts import READ_TOGETHER, Part, PartReader, part_of, side_by_side
from cocket.check.bulk.regime_answers import RegimeAnswers
from cocket.check.bulk.result import Told
from cocket.check.checker import Checker, Verdict, headline
from cocket.check.files import answered, name_of, still_open
from cocket.check.tables import BadRow, Row, Table
from cocket.check.tables.cells import converter
from cocket.check.tables.chunks import Chunk
from cocket.check.tables.errors import CellError
from cocket.check.tables.parquet_file import plain_of, rows_of_batch
from cocket.determination.facts import NO_FACTS
from cocket.determination.heard import NO_COMPOSITION
from cocket.determination.kernel.columns import columns_of
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.kernel import EPOCH
from cocket.determination.outcome import Open
from cocket.determination.read_facts import Line

NO_DAY: Final = -(2**40)
NO_LINE: Final = Line(NO_FACTS, None, {}, NO_COMPOSITION, (), ())  # an answer is that of many lines

NO_LINES: Final = Lines(columns_of([]), columns_of([]), *(np.zeros(0, np.int64) for _ in range(3)))


@dataclass(frozen=True, slots=True)
class Numbered:
    """The rows of a chunk: of each the numbers of its parts, its day counted from 1970-01-01, and its answer's number.

    ``odd`` rows can only be answered row by row: their answer and kind are -1. Rows of one kind are alike for every
    condition of the law. ``lines`` are the other rows, ``even``, in their order.
    """

    goods: Ids
    deal: tuple[Ids, ...]
    days: Ids
    odd: Ids
    even: Ids
    answer: Ids
    kind: Ids
    lines: Lines


@dataclass(slots=True)
class LineAnswers:
    """Numbers the answers of one table, chunk by chunk; ``on`` None: every row leaves on the day that it states."""

    checker: Checker
    table: Table
    known: date
    on: date | None = None
    other: "LineAnswers | None" = None  # one of the same checker and table, whose parts, once read, serve here as well
    answers: list[Told] = field(default_factory=list)
    goods: Part = field(init=False)
    words: Part = field(init=False)
    deal: tuple[Part, ...] = field(init=False)
    regimes: list[RegimeAnswers] = field(default_factory=list)
    _number: dict[tuple[int, ...], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.regimes = [RegimeAnswers(self.checker, name, self.known) for name in self.checker.lawbook.regimes]
        if self.other is not None:
            self.goods, self.words, self.deal = self.other.goods, self.other.words, self.other.deal
            return
        keys = {one.key: part_of(one.key) for one in self.table.columns if one.key}
        self.goods, self.words = (
            Part(PartReader(self.checker, self.table, {key for key, part in keys.items() if part == name}, name))
            for name in ("goods", "words")
        )
        groups = dict.fromkeys(READ_TOGETHER.get(key, frozenset({key})) for key, part in keys.items() if part == "deal")
        self.deal = tuple(Part(PartReader(self.checker, self.table, group, "deal")) for group in groups)

    def number(self, chunk: Chunk, cells: Mapping[str, Encoded]) -> Numbered:
        """The answers of a chunk, of whose columns ``cells`` holds those that parts are read from."""
        rows = chunk.table.num_rows
        goods, words = self.goods.number(cells, rows), self.words.number(cells, rows)
        deal = tuple(part.number(cells, rows) for part in self.deal)
        days = self._days(cells, rows)
        usable = days != NO_DAY
        usable[list(chunk.faults)] = False
        for part, numbers in zip((self.goods, self.words, *self.deal), (goods, words, *deal), strict=True):
            usable &= np.array([one.line is not None for one in part.read], np.bool_)[numbers]
        odd, even = np.flatnonzero(~usable), np.flatnonzero(usable)
        some = even if len(odd) else slice(None)
        answer, kind, lines = np.full(rows, -1, np.int64), np.full(rows, -1, np.int64), NO_LINES
        if len(even):
            lines = self._lines(goods[some], [numbers[some] for numbers in deal], days[some])
            answer[some], kind[some] = self._numbered(lines)
        return Numbered(goods, deal, days, odd, even, answer, kind, lines)

    def ignored(self) -> tuple[str, ...]:
        """Headers of columns that were understood and of which no law speaks, so far."""
        headers = {column.key: column.header for column in self.table.columns}
        lines = (one.line for part in (self.goods, *self.deal) for one in part.read)
        return tuple(dict.fromkeys(headers.get(key, key) for one in lines if one is not None for key in one.ignored))

    def _days(self, cells: Mapping[str, Encoded], rows: int) -> Ids:
        """Each row's day of export as days since 1970-01-01. A day that cannot be read is a fault of its row, even
        where another takes its place."""
        column = next((one for one in self.table.columns if one.key == "date"), None)
        if column is None:
            return np.full(rows, NO_DAY if self.on is None else (self.on - EPOCH).days, np.int64)
        convert = converter("date", column.unit)
        said = cells[column.header]
        return np.array([_ordinal(cell, convert, self.on) for cell in said.cells], np.int64)[said.codes]

    def _numbered(self, lines: Lines) -> tuple[Ids, Ids]:
        """The number of every line's answer, all regimes together, and which lines no regime tells apart."""
        first, kind, classes = told_apart([(one.kernel, one.alike) for one in self.regimes], lines)
        told = lines.some(first)
        of_each = [one.answer(told, of_class) for one, of_class in zip(self.regimes, classes, strict=True)]
        first, number = distinct(of_each)
        found = np.empty(len(first), np.int64)
        for place, line in enumerate(first.tolist()):
            found[place] = self._number_of(tuple(int(one[line]) for one in of_each))
        return found[number[kind]], kind

    def _lines(self, goods: Ids, deal: Sequence[Ids], days: Ids) -> Lines:
        """Distinct goods and deals; what conditions on goods want of the deal goes with the goods, and the other way
        round."""
        parts = list(zip(self.deal, deal, strict=True))
        first, deal_of = distinct([part.kinds[of] for part, of in parts] or [np.zeros(len(days), np.int64)])
        of_deal = side_by_side([part.columns.take(of[first]) for part, of in parts], len(first))
        with_goods = of_deal.only(self._regimes_speak_of(lambda one: one.tables.goods_facts))
        first, goods_of = distinct([goods, with_goods.kinds()[deal_of]])
        own = self.goods.columns.take(goods[first]).beside(with_goods.take(deal_of[first]))
        with_deal = self.goods.columns.only(self._regimes_speak_of(lambda one: one.tables.deal_facts))
        first, whole_of = distinct([deal_of, with_deal.kinds()[goods]])
        whole = side_by_side([of_deal.take(deal_of[first]), with_deal.take(goods[first])], len(first))
        return Lines(own, whole, goods_of, whole_of, days)

    def _regimes_speak_of(self, facts: Callable[[RegimeAnswers], tuple[str, ...]]) -> frozenset[str]:
        return frozenset(fact for one in self.regimes for fact in facts(one))

    def _number_of(self, key: tuple[int, ...]) -> int:
        if key not in self._number:
            self._number[key] = len(self.answers)
            self.answers.append(self._answer_of(key))
        return self._number[key]

    def _answer_of(self, key: tuple[int, ...]) -> Told:
        numbers = list(zip(self.regimes, key, strict=True))
        found = tuple(regime.found[number] for regime, number in numbers)
        verdict = Verdict(NO_LINE, self.known, found, headline(found), ())
        deciding = set(map(id, still_open(verdict))) if verdict.headline is Open.CONSULT else set()
        asked = (regime.consult.get(number, ()) for regime, number in numbers if id(regime.found[number]) in deciding)
        consult = tuple(dict.fromkeys(text for some in asked for text in some))
        beyond = frozenset(one.regime for one in found if not one.considered)
        return Told(verdict, beyond, {"answer": name_of(verdict.headline), **answered(verdict, consult)})


def cells_of(table: Table, chunk: Chunk) -> dict[str, Encoded]:
    """The columns of a chunk that some part is read from, by their headers."""
    wanted = {one.header for one in table.columns if one.key and part_of(one.key) != "echo"}
    return {
        name: encoded(column, plain_of(column.type))
        for name, column in zip(chunk.table.column_names, chunk.table.columns, strict=True)
        if name in wanted
    }


def rows_at(table: Table, chunk: Chunk, places: Sequence[int]) -> list[Row | BadRow]:
    """Some rows of a chunk as the row path has them, in the order of ``places``."""
    sound = [place for place in places if place not in chunk.faults]
    numbers = [chunk.numbers[place] for place in sound]
    some = chunk.table.unify_dictionaries().take(np.array(sound, np.int64))
    rows = dict(zip(sound, rows_of_batch(some, table.columns, numbers), strict=True)) | dict(chunk.faults)
    return [rows[place] for place in places]


def _ordinal(cell: object, convert: Callable[[object], object], instead: date | None) -> int:
    """A day, or the one that takes its place, as days since 1970-01-01; ``NO_DAY`` for a row that the row path must
    look at."""
    try:
        day = instead if cell is None or cell == "" else convert(cell)
    except CellError:
        return NO_DAY
    if not isinstance(day, date):
        return NO_DAY
    return ((instead or day) - EPOCH).days
