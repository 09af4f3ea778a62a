"""Goods and deals weighed apart: what the goods are decides on entries and gaps, who gets them decides on rules."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cocket.determination.kernel.block import Block, Group
from cocket.determination.kernel.columns import Choices, Columns, Flags, base_of
from cocket.determination.kernel.law_tables import LawTables
from cocket.determination.kernel.planes import (
    LEAST_TRUE,
    MOST_OPEN,
    PLANES,
    Places,
    Words,
    packed,
    undecided,
    unpacked,
    words_for,
)
from cocket.determination.weighing import STATED_UNLISTED


@dataclass(frozen=True, slots=True)
class Placed:
    """The groups in which a block weighed rows: a row is ``groups[group[row]]`` at ``place[row]``."""

    groups: tuple[Group, ...]
    group: Places
    place: Places

    def whole(self, width: int) -> Words:
        """The truths of all rows with a bit for every one of so many conditions, for blocks of few."""
        planes = np.zeros((len(self.group), PLANES, words_for(width)), np.uint64)
        for found in self.groups:
            if len(found.bits) == width:
                planes[found.rows] = found.planes
                continue
            bits = np.zeros((len(found.rows), PLANES, width), np.bool_)
            bits[:, :, found.bits] = unpacked(found.planes)[:, :, : len(found.bits)]
            planes[found.rows] = packed(bits)
        return planes


def placed(block: Block, columns: Columns) -> Placed:
    """Rows weighed by a block, group by group."""
    groups = tuple(block.evaluate(columns))
    group, place = (np.zeros(columns.rows, np.int64) for _ in range(2))
    for number, found in enumerate(groups):
        group[found.rows], place[found.rows] = number, np.arange(len(found.rows))
    return Placed(groups, group, place)


@dataclass(frozen=True, slots=True)
class Goods:
    """Weighed goods; ``gaps`` has the shape (rows, 4, words). ``unlisted`` are stated to be on no list."""

    columns: Columns
    entries: Placed
    unwritten: Placed
    gaps: Words
    unlisted: Flags

    def alike(self) -> Places:
        """For every row itself, or the first of all those that may fall under nothing."""
        may = (self.gaps != 0).any(axis=(1, 2))
        for group in self.entries.groups:
            may[group.rows] |= (group.planes[:, MOST_OPEN] != 0).any(axis=-1)
        return np.where(may, np.arange(len(may)), np.argmin(may) if len(may) else 0)


@dataclass(frozen=True, slots=True)
class Deals:
    """Weighed deals: for each block of rules their truths, shape (rows, 4, words), and how they were weighed."""

    columns: Columns
    rules: dict[int, tuple[Words, Placed]]


def weigh_goods(tables: LawTables, columns: Columns) -> Goods:
    listed = columns.choice("goods_listed")
    unlisted = np.array([value == STATED_UNLISTED for value in listed.values], np.bool_)[listed.codes]
    entries = placed(tables.entries, columns)
    for group in entries.groups:
        _if_unlisted(group, unlisted)
    unwritten = placed(tables.gaps, columns.told())
    return Goods(columns, entries, unwritten, _gaps(unwritten.whole(tables.gaps.width), unlisted), unlisted)


def _if_unlisted(found: Group, unlisted: Flags) -> None:
    """Goods stated to be on no list leave only entries that the stated facts fulfil."""
    here = unlisted[found.rows]
    if here.any():
        found.planes[here] = found.planes[here][:, [LEAST_TRUE]]


def _gaps(planes: Words, unlisted: Flags) -> Words:
    if unlisted.any():  # what is open whatever the facts stays, what a fact could settle does not
        planes[unlisted] &= ~undecided(planes[unlisted])[:, None]
    return planes


def alike_deals(columns: Columns, blocks: Sequence[Block]) -> Columns:
    """Choices with one code for all values of which every rule says the same; what is left out keeps its own.

    A value speaks to the rules on its own fact and on those that it stands for where they are left out.
    """
    return Columns(
        columns.rows,
        {fact: _alike(fact, said, blocks) for fact, said in columns.choices.items()},
        columns.numbers,
        columns.rest_hi,
    )


def _alike(fact: str, said: Choices, blocks: Sequence[Block]) -> Choices:
    number: dict[tuple[int, ...], int] = {}
    each = Choices(np.arange(len(said.values), dtype=np.int32), said.values)
    speaking = (fact, *(one for block in blocks for one in block.tables if base_of(one) == fact))
    tables = [block.tables[one] for block in blocks for one in dict.fromkeys(speaking) if one in block.tables]
    said_by = [table.cells_of(each) for table in tables]
    marks = [table.same()[cells] for table, cells in zip(tables, said_by, strict=True)]
    marks.append(np.array([value is None for value in said.values], np.int32))
    kinds = [number.setdefault(tuple(row), len(number)) for row in np.stack(marks).T.tolist()]
    return Choices(np.array(kinds, np.int32)[said.codes], said.values)


def weigh_deals(columns: Columns) -> Deals:
    """Deals, of which rules are weighed as stretches of days come up."""
    return Deals(columns, {})


def weigh_block(tables: LawTables, deals: Deals, block: int) -> tuple[Words, Placed]:
    """The truths of all deals under one block of rules, weighed when first asked for."""
    if block not in deals.rules:
        weighed = placed(tables.rule_blocks[block], deals.columns)
        deals.rules[block] = weighed.whole(tables.rule_blocks[block].width), weighed
    return deals.rules[block]
