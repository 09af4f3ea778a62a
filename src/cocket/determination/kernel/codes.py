"""Which entries a line falls under for certain, and which it may fall under, as lists of any length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cocket.determination.determine import named_codes
from cocket.determination.kernel.answers import Answered, entries_of
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.given import Flags
from cocket.determination.kernel.group import Group
from cocket.determination.kernel.law_tables import LawTables
from cocket.determination.kernel.lists import Lists
from cocket.determination.kernel.planes import LEAST_TRUE, MOST_OPEN, WORD, Words, packed, signs, unpacked
from cocket.determination.kernel.weighed_lines import Goods


@dataclass(frozen=True, slots=True)
class Named:
    """For every line a row of ``certain`` and ``maybe``, whose items are places in ``LawTables.names``.

    ``certain`` are the codes to name; an entry that yields to another or is outweighed is in neither list.
    """

    row: Ids
    certain: Lists
    maybe: Lists


def named(tables: LawTables, goods: Goods, answered: Answered, *, candidates: bool = True) -> Named:
    """The codes of all lines; lines with the same goods, and deals that the same entries reach, share a row.

    Without ``candidates`` only what is certain is listed: of goods of no known kind nearly every entry is a candidate.
    """
    of_goods = answered.goods
    reach = (answered.certain, answered.maybe) if candidates else (answered.certain,)
    _, reached = distinct([sign for one in reach for sign in signs(one.view(np.uint8))])
    some = _listing(goods, candidates)[of_goods.thing][of_goods.of]
    first, row = distinct([np.where(some, of_goods.of, -1), np.where(some, reached[answered.deals.of], 0)])
    goods_of = of_goods.of[first]
    pairs = _Pairs(answered, of_goods.thing[goods_of], of_goods.stretch[goods_of], answered.deals.of[first])
    parts = [_of_group(*here, pairs, candidates) for here in goods.entries.among(pairs.rows)]
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


def _listing(goods: Goods, candidates: bool) -> Flags:
    """For which goods there is an entry to list: one that is certain, or one that may be where these are asked for."""
    found = np.zeros(len(goods.unlisted), np.bool_)
    for group in goods.entries.groups:
        some: Flags = np.any(group.planes[:, MOST_OPEN if candidates else LEAST_TRUE], axis=-1)
        found[group.rows] = some[group.of]
    return found


def _of_group(group: Group, lines: Ids, at: Ids, pairs: _Pairs, candidates: bool) -> tuple[Found, Found]:
    """Pair and entry of all that is certain and of all that may be, for the goods of one group."""
    planes = group.planes.take(at, axis=0)
    held = planes[:, LEAST_TRUE] & _reached(pairs, group, lines, pairs.answered.certain)
    certain = items_of(held, lines, group.bits)
    if not candidates:
        return certain, (np.zeros(0, np.int64), np.zeros(0, np.int64))
    may = planes[:, MOST_OPEN] & ~held & _reached(pairs, group, lines, pairs.answered.maybe)
    return certain, items_of(may, lines, group.bits)


def _reached(pairs: _Pairs, group: Group, lines: Ids, reach: Flags) -> Words:
    """For each pair the entries whose control reaches it and that are codes."""
    stretches, stretch = pairs.answered.stretches, pairs.stretch[lines]
    codes = packed(np.stack([one.codes[group.bits] for one in stretches]))
    return entries_of(stretches, group, stretch, reach[pairs.deal[lines]]) & codes[stretch]


def items_of(words: Words, lines: Ids, bits: Ids) -> Found:
    """Line and condition of every bit."""
    some = np.flatnonzero(words)  # of many words few have a bit
    word, bit = np.divmod(np.flatnonzero(unpacked(words.reshape(-1, 1)[some])), WORD)
    row, column = np.divmod(some[word], words.shape[1])
    return lines[row], bits[column * WORD + bit]


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
