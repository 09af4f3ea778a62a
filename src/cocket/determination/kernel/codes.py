"""Which entries a line falls under for certain, and which it may fall under, as lists of any length."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cocket.determination.determine import named_codes
from cocket.determination.kernel.answers import Answered, Case
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.law_tables import LawTables
from cocket.determination.kernel.planes import LEAST_TRUE, MOST_OPEN, Bits, Words, packed, unpacked
from cocket.determination.kernel.weighed_lines import Goods


@dataclass(frozen=True, slots=True)
class Lists:
    """``items[ends[row - 1]:ends[row]]`` belongs to a row, in the order of the law."""

    ends: Ids
    items: Ids

    def of(self, row: int) -> tuple[int, ...]:
        return tuple(self.items[self.ends[row - 1] if row else 0 : self.ends[row]].tolist())


@dataclass(frozen=True, slots=True)
class Named:
    """For every line a row of ``certain`` and ``maybe``, whose items are places in ``LawTables.names``.

    ``certain`` are the codes to name; an entry that yields to another or is outweighed is in neither list.
    """

    row: Ids
    certain: Lists
    maybe: Lists


def named(tables: LawTables, goods: Goods, answered: Answered, goods_of: Ids) -> Named:
    """The codes of all lines; lines with the same goods in the same case share a row."""
    pair, row = distinct([goods_of, answered.case])
    rows, case = goods_of[pair], answered.case[pair]
    parts = [_of_group(goods, number, rows, case, answered.cases) for number in range(len(goods.groups))]
    certain, maybe = (_lists([part[side] for part in parts], len(pair)) for side in (0, 1))
    return Named(row, _told(tables, goods, answered, rows, case, certain), maybe)


Found = tuple[Ids, Ids]


def _of_group(goods: Goods, number: int, rows: Ids, case: Ids, cases: tuple[Case, ...]) -> tuple[Found, Found]:
    """Line and entry of all that is certain and of all that may be, for the goods of one group."""
    group = goods.groups[number]
    lines = np.flatnonzero(goods.group[rows] == number)
    if not len(lines) or not len(group.bits):
        nothing = np.zeros(0, np.int64)
        return (nothing, nothing), (nothing, nothing)
    planes = group.planes[goods.place[rows[lines]]]
    used, place = np.unique(case[lines], return_inverse=True)
    held = planes[:, LEAST_TRUE] & _reach([cases[one].certain for one in used], group.bits)[place]
    reached = _reach([cases[one].maybe for one in used], group.bits)[place]
    return _pairs(held, lines, group.bits), _pairs(planes[:, MOST_OPEN] & reached & ~held, lines, group.bits)


def _reach(flags: list[Bits], bits: Ids) -> Words:
    return packed(np.stack([one[bits] for one in flags]))


def _pairs(words: Words, lines: Ids, bits: Ids) -> Found:
    some = np.flatnonzero(words.any(axis=-1))
    row, bit = np.nonzero(unpacked(words[some]))
    return lines[some[row]], bits[bit]


def _lists(parts: list[Found], rows: int) -> Lists:
    line, item = (np.concatenate([part[side] for part in parts] or [np.zeros(0, np.int64)]) for side in (0, 1))
    order = np.lexsort((item, line))
    return Lists(np.cumsum(np.bincount(line, minlength=rows)), item[order])


def _told(tables: LawTables, goods: Goods, answered: Answered, rows: Ids, case: Ids, certain: Lists) -> Lists:
    """The same without what yields to another code or is outweighed by one, which only several codes can be."""
    counts = np.diff(certain.ends, prepend=0)
    kept = np.ones(len(certain.items), np.bool_)
    for row in np.flatnonzero(counts > 1).tolist():
        now = tables.stretch(answered.cases[case[row]].stretch)
        norms = [now.norms[bit] for bit in certain.of(row)]
        if any(norm.entry.yields_to or norm.entry.one_of for norm in norms):
            told = named_codes(norms, goods.columns.line(int(rows[row])))
            start = certain.ends[row] - counts[row]
            kept[start : certain.ends[row]] = [any(norm is one for one in told) for norm in norms]
    line = np.repeat(np.arange(len(counts)), counts)[kept]
    return Lists(np.cumsum(np.bincount(line, minlength=len(counts))), certain.items[kept])


def each(lists: Lists) -> Iterator[tuple[int, ...]]:
    """The items of every row."""
    return (lists.of(row) for row in range(len(lists.ends)))
