"""Which goods and which deals no condition of a regime tells apart: such lines have one answer, in every batch.

Two rows are alike where every fact that the law speaks of lies in the same cell, is stated or left out alike, and
where of codes that outweigh one another the same ones do.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from cocket.determination.facts import STANDS_FOR
from cocket.determination.kernel.block import Block
from cocket.determination.kernel.columns import Choices, Columns, Value
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.law_tables import LawTables, with_bases

LOOKED_AT: Final = ("goods_listed", "kind")  # by value, besides what conditions say of them


class Alike:
    """Numbers for rows that are alike under one regime, the same from batch to batch."""

    def __init__(self, tables: LawTables) -> None:
        self._tables = tables
        self._number: dict[object, int] = {}
        self._values: dict[Value, int] = {}

    def goods(self, columns: Columns) -> Ids:
        """The number of every row of goods."""
        tables = self._tables
        marks = [self._value(columns.choice(fact)) for fact in LOOKED_AT if fact in tables.asked_of_goods]
        marks.append(_is_composition_told(columns) if tables.asked_of_goods else np.zeros(columns.rows, np.int64))
        for block, said in ((tables.entries, columns), (tables.gaps, columns.told())):
            marks += [block.tables[fact].cells(said).astype(np.int64) for fact in block.facts]
        marks += [_stated(columns, fact) for fact in tables.asked_of_goods]
        marks += [*_outweighing(tables.rankings, columns)]
        return self._numbered(None, marks)

    def deals(self, columns: Columns, of: Ids, stretch: Ids) -> Ids:
        """The number of every line's deal under the rules of its stretch of days; ``of`` is its row in ``columns``."""
        met = np.flatnonzero(np.bincount(stretch))
        blocks, block_of_met = np.unique(
            [self._tables.stretch(int(one)).rule_block for one in met], return_inverse=True
        )
        under = np.stack([self._under(int(block), columns) for block in blocks])
        place = np.zeros(len(met) and int(met[-1]) + 1, np.int64)
        place[met] = block_of_met
        found: Ids = under[place[stretch], of]
        return found

    def _under(self, number: int, columns: Columns) -> Ids:
        block: Block = self._tables.rule_blocks[number]
        marks: list[Ids] = []
        for fact in block.facts:
            table = block.tables[fact]
            cells = table.cells(columns)
            marks.append(table.alike()[cells].astype(np.int64))
        marks += [_stated(columns, fact) for fact in with_bases(block.facts)]
        return self._numbered(number, marks or [np.zeros(columns.rows, np.int64)])

    def _numbered(self, name: object, marks: Sequence[Ids]) -> Ids:
        first, kind = distinct(list(marks))
        rows = np.ascontiguousarray(np.stack([one[first] for one in marks], axis=1))
        numbers = [self._number.setdefault((name, row.tobytes()), len(self._number)) for row in rows]
        return np.array(numbers, np.int64)[kind]

    def _value(self, said: Choices) -> Ids:
        """What was said itself, by a number that is the same in every batch."""
        numbers = [self._values.setdefault(value, len(self._values)) for value in said.values]
        return np.array(numbers, np.int64)[said.codes]


def _is_composition_told(columns: Columns) -> Ids:
    told = np.zeros(columns.rows, np.int64)
    for fact, said in columns.numbers.items():
        if fact.startswith("content."):
            told |= ~said.missing
    return told


def _outweighing(rankings: Sequence[Sequence[tuple[str, ...]]], columns: Columns) -> Iterator[Ids]:
    """Of the codes that outweigh one another by their elements, which do: one bit for each two of a group."""
    bit, word = 0, np.zeros(columns.rows, np.int64)
    for ranking in rankings:
        weights = [_weight(elements, columns) for elements in ranking]
        for one, (least, _) in enumerate(weights):
            for other, (_, most) in enumerate(weights):
                if one == other:
                    continue
                if bit == np.iinfo(np.int64).bits - 1:
                    yield word
                    bit, word = 0, np.zeros(columns.rows, np.int64)
                word |= (least > most).astype(np.int64) << bit
                bit += 1
    yield word


def _weight(elements: tuple[str, ...], columns: Columns) -> tuple[Ids, Ids]:
    """The least and the most that some elements weigh together, as ``determine.named_codes`` counts it."""
    least, most = (np.zeros(columns.rows, np.int64) for _ in range(2))
    for element in elements:
        said = columns.number(f"content.{element}")
        least, most = least + said.lo, most + said.hi
    return least, most


def _stated(columns: Columns, fact: str) -> Ids:
    """Whether a fact was stated, and whether exactly: what is left out is asked for in other words."""
    said = np.zeros(columns.rows, np.int64)
    role, at, list_name = fact.partition("@")
    for place, one in enumerate((fact, STANDS_FOR.get(role, role) + at + list_name)):
        if one in columns.choices:
            choice = columns.choices[one]
            here = np.array([value is not None for value in choice.values], np.bool_)[choice.codes]
            said |= here.astype(np.int64) << place
    if fact in columns.numbers:
        figures = columns.numbers[fact]
        said |= np.where(figures.missing, 0, np.where(figures.lo == figures.hi, 4, 8))
    return said
