"""Which entries a line falls under for certain, and which it may fall under, as lists of any length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cocket.determination.determine import named_codes
from cocket.determination.kernel.answers import Answered, entries_of
from cocket.determination.kernel.block import Group
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.given import Flags
from cocket.determination.kernel.law_tables import LawTables
from cocket.determination.kernel.planes import LEAST_TRUE, MOST_OPEN, Words, packed, unpacked
from cocket.determination.kernel.weighed_lines import Goods


@dataclass(frozen=True, slots=True)
class Lists:
    """``items[ends[row - 1]:ends[row]]`` belongs to a row, in the order of the law."""

    ends: Ids
    items: Ids

    def of(self, row: int) -> tuple[int, ...]:
        return tuple(self._items_of(row).tolist())

    def mark(self, row: int) -> bytes:
        """Equal for rows with the same items; made in a fraction of the time that a long list takes."""
        return self._items_of(row).tobytes()

    def _items_of(self, row: int) -> Ids:
        return self.items[self.ends[row - 1] if row else 0 : self.ends[row]]

    def taken(self, rows: Ids) -> "Lists":
        """The lists of some rows, as often as they are named."""
        counts = np.diff(self.ends, prepend=0)
        own = counts[rows]
        ends = np.cumsum(own)
        starts = (self.ends - counts)[rows] - (ends - own)
        return Lists(ends, self.items[np.repeat(starts, own) + np.arange(int(own.sum()))])


@dataclass(frozen=True, slots=True)
class Named:
    """For every line a row of ``certain`` and ``maybe``, whose items are places in ``LawTables.names``.

    ``certain`` are the codes to name; an entry that yields to another or is outweighed is in neither list.
    """

    row: Ids
    certain: Lists
    maybe: Lists


def named(tables: LawTables, goods: Goods, answered: Answered, *, candidates: bool = True) -> Named:
    """The codes of all lines; lines with the same goods and the same deal share a row.

    Without ``candidates`` only what is certain is listed: of goods of no known kind nearly every entry is a candidate.
    """
    of_goods = answered.goods
    each = np.arange(len(of_goods.of))
    alone = len(of_goods.thing) == len(each)  # every line has goods of its own
    first, row = (each, each) if alone else distinct([of_goods.of, answered.deals.of])
    goods_of = of_goods.of[first]
    pairs = _Pairs(answered, of_goods.thing[goods_of], of_goods.stretch[goods_of], answered.deals.of[first])
    parts = [_of_group(goods, number, pairs, candidates) for number in range(len(goods.entries.groups))]
    certain, maybe = (lists_of([part[side] for part in parts], len(first)) for side in (0, 1))
    return Named(row, _told(tables, goods, pairs, certain), maybe)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Goods with deals: of each pair the row of the goods, the stretch, and the number of the deal in ``answered``."""

    answered: Answered
    rows: Ids
    stretch: Ids
    deal: Ids


Found = tuple[Ids, Ids]


def _of_group(goods: Goods, number: int, pairs: _Pairs, candidates: bool) -> tuple[Found, Found]:
    """Pair and entry of all that is certain and of all that may be, for the goods of one group."""
    group = goods.entries.groups[number]
    nothing = np.zeros(0, np.int64), np.zeros(0, np.int64)
    lines = np.flatnonzero(goods.entries.group[pairs.rows] == number)
    if not len(lines) or not len(group.bits):
        return nothing, nothing
    if not candidates:  # where nothing is certain of the goods, no deal makes it so
        some = np.flatnonzero(group.planes[:, LEAST_TRUE].any(axis=-1))
        lines = lines[np.isin(goods.entries.place[pairs.rows[lines]], some)]
    planes = group.planes[goods.entries.place[pairs.rows[lines]]]
    held = planes[:, LEAST_TRUE] & _reached(pairs, group, lines, pairs.answered.certain)
    certain = items_of(held, lines, group.bits)
    if not candidates:
        return certain, nothing
    may = planes[:, MOST_OPEN] & ~held & _reached(pairs, group, lines, pairs.answered.maybe)
    return certain, items_of(may, lines, group.bits)


def _reached(pairs: _Pairs, group: Group, lines: Ids, reach: Flags) -> Words:
    """For each pair the entries whose control reaches it and that are codes."""
    stretches, stretch = pairs.answered.stretches, pairs.stretch[lines]
    codes = packed(np.stack([one.codes[group.bits] for one in stretches]))
    return entries_of(stretches, group, stretch, reach[pairs.deal[lines]]) & codes[stretch]


def items_of(words: Words, lines: Ids, bits: Ids) -> Found:
    """Line and condition of every bit."""
    some = np.flatnonzero(words.any(axis=-1))
    set_bits = unpacked(words[some])
    row, bit = np.divmod(np.flatnonzero(set_bits), set_bits.shape[1])
    return lines[some[row]], bits[bit]


def lists_of(parts: Sequence[Found], rows: int) -> Lists:
    """Lines with their items, found part by part, as lists."""
    line, item = (np.concatenate([part[side] for part in parts] or [np.zeros(0, np.int64)]) for side in (0, 1))
    order = np.lexsort((item, line))
    return Lists(np.cumsum(np.bincount(line, minlength=rows)), item[order])


def _told(tables: LawTables, goods: Goods, pairs: _Pairs, certain: Lists) -> Lists:
    """The same without what yields to another code or is outweighed by one, which only several codes can be."""
    counts = np.diff(certain.ends, prepend=0)
    kept = np.ones(len(certain.items), np.bool_)
    line = np.repeat(np.arange(len(counts)), counts)
    found: dict[tuple[int, tuple[int, ...]], list[bool]] = {}  # the same goods under the same codes on any day
    for row in np.unique(line[tables.ranked[certain.items] & (counts[line] > 1)]).tolist():
        thing, bits = int(pairs.rows[row]), certain.of(row)
        if (thing, bits) not in found:
            norms = [pairs.answered.stretches[pairs.stretch[row]].norms[bit] for bit in bits]
            told = named_codes(norms, goods.columns.line(thing))
            found[thing, bits] = [any(norm is one for one in told) for norm in norms]
        kept[certain.ends[row] - counts[row] : certain.ends[row]] = found[thing, bits]
    line = line[kept]
    return Lists(np.cumsum(np.bincount(line, minlength=len(counts))), certain.items[kept])


def each(lists: Lists) -> Iterator[tuple[int, ...]]:
    """The items of every row."""
    return (lists.of(row) for row in range(len(lists.ends)))
