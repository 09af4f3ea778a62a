"""Goods and deals weighed apart: what the goods are decides on entries and gaps, who gets them decides on rules."""

from dataclasses import dataclass

import numpy as np

from cocket.determination.kernel.block import Block, Group
from cocket.determination.kernel.columns import Columns, Flags
from cocket.determination.kernel.law_tables import LawTables
from cocket.determination.kernel.planes import (
    LEAST_TRUE,
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


def weigh_deals(columns: Columns) -> Deals:
    """Deals, of which rules are weighed as stretches of days come up."""
    return Deals(columns, {})


def weigh_block(tables: LawTables, deals: Deals, block: int) -> tuple[Words, Placed]:
    """The truths of all deals under one block of rules, weighed when first asked for."""
    if block not in deals.rules:
        weighed = placed(tables.rule_blocks[block], deals.columns)
        deals.rules[block] = weighed.whole(tables.rule_blocks[block].width), weighed
    return deals.rules[block]
