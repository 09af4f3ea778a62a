"""Goods and deals weighed apart: what the goods are decides on entries and gaps, who gets them decides on rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cocket.determination.kernel.block import Block
from cocket.determination.kernel.columns import Choices, Columns, Flags, base_of
from cocket.determination.kernel.distinct import distinct, rows_of_each
from cocket.determination.kernel.group import Group
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

ITSELF, UNDER_NOTHING = -1, 0


@dataclass(frozen=True, slots=True)
class Placed:
    """The groups in which a block weighed rows: a row is ``groups[group[row]]`` at ``place[row]``."""

    groups: tuple[Group, ...]
    group: Places
    place: Places

    def among(self, rows: Places) -> Iterator[tuple[Group, Places, Places]]:
        """The groups in which some rows are and a condition can hold: which of the rows, and their places."""
        each = rows_of_each(self.group[rows], len(self.groups)) if self.groups else ()
        for group, here in zip(self.groups, each, strict=True):
            if len(here) and len(group.bits):
                yield group, here, self.place[rows[here]]

    def whole(self, width: int) -> Words:
        """The truths of all rows with a bit for every one of so many conditions, for blocks of few."""
        planes = np.zeros((len(self.group), PLANES, words_for(width)), np.uint64)
        for found in self.groups:
            if len(found.bits) == width:
                planes[found.rows] = found.planes.take(found.of, axis=0)
                continue
            bits = np.zeros((len(found.planes), PLANES, width), np.bool_)
            bits[:, :, found.bits] = unpacked(found.planes)[:, :, : len(found.bits)]
            planes[found.rows] = packed(bits).take(found.of, axis=0)
        return planes


def placed(block: Block, columns: Columns) -> Placed:
    """Rows weighed by a block, group by group."""
    groups = tuple(block.evaluate(columns))
    group, place = (np.zeros(columns.rows, np.int64) for _ in range(2))
    for number, found in enumerate(groups):
        group[found.rows], place[found.rows] = number, found.of
    return Placed(groups, group, place)


@dataclass(frozen=True, slots=True)
class Goods:
    """Weighed goods; ``gaps`` has the shape (rows, 4, words). ``unlisted`` are stated to be on no list."""

    columns: Columns
    entries: Placed
    unwritten: Placed
    gaps: Words
    unlisted: Flags

    def kinds(self, ranked: Flags) -> Places:
        """The same number for rows that fall under the same, whatever else were told of them.

        UNDER_NOTHING for those that fall under no entry and no unwritten law. ITSELF for those that stand for
        themselves: a missing fact counts, unwritten law may mean them, or an entry that is ``ranked`` may hold, for
        which code is then named can hang on what they are made of.
        """
        found = np.zeros(len(self.gaps), np.int64)
        highest = UNDER_NOTHING
        for group in self.entries.groups:
            if len(group.bits):
                kinds = _kinds(group, ranked)
                kinds[kinds > UNDER_NOTHING] += highest
                highest = max(highest, int(kinds.max(initial=UNDER_NOTHING)))
                found[group.rows] = kinds[group.of]
        if self.gaps.any():
            found[(self.gaps != 0).any(axis=(1, 2))] = ITSELF
        return found


@dataclass(frozen=True, slots=True)
class Deals:
    """Weighed deals: for each block of rules their truths, shape (rows, 4, words), and how they were weighed."""

    columns: Columns
    rules: dict[int, tuple[Words, Placed]]


def _kinds(group: Group, ranked: Flags) -> Places:
    """The same for the places of a group, in which some condition can hold."""
    moving = undecided(group.planes) | (group.planes[:, MOST_OPEN] & packed(ranked[group.bits]))
    still = np.flatnonzero(np.bitwise_or.reduce(moving, axis=-1) == 0)
    words = group.planes.view(np.int64).transpose(1, 2, 0)[[LEAST_TRUE, MOST_OPEN]][:, :, still]
    told = words[words.any(axis=-1)]
    kinds = np.full(len(group.planes), ITSELF, np.int64)
    kinds[still] = (
        np.where(told.any(axis=0), distinct(list(told))[1] + 1, UNDER_NOTHING) if len(told) else UNDER_NOTHING
    )
    return kinds


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
    here = found.of[unlisted[found.rows]]
    if len(here):  # rows that share a place are decided, and this leaves them as they are
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
