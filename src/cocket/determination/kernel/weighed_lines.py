"""Goods and deals weighed apart: what the goods are decides on entries and gaps, who gets them decides on rules."""

from dataclasses import dataclass

import numpy as np

from cocket.determination.kernel.block import Block, Group
from cocket.determination.kernel.columns import Columns, Flags
from cocket.determination.kernel.law_tables import LawTables
from cocket.determination.kernel.planes import LEAST_TRUE, PLANES, Places, Words, packed, unpacked, words_for
from cocket.determination.weighing import STATED_UNLISTED


@dataclass(frozen=True, slots=True)
class Goods:
    """Weighed goods: a row is ``groups[group[row]]`` at ``place[row]``; ``gaps`` has the shape (rows, 4, words)."""

    columns: Columns
    groups: tuple[Group, ...]
    group: Places
    place: Places
    gaps: Words


@dataclass(frozen=True, slots=True)
class Deals:
    """Weighed deals: for each block of rules their truths, shape (rows, 4, words)."""

    columns: Columns
    rules: dict[int, Words]


def weigh_goods(tables: LawTables, columns: Columns) -> Goods:
    listed = columns.choice("goods_listed")
    unlisted = np.array([value == STATED_UNLISTED for value in listed.values], np.bool_)[listed.codes]
    groups = []
    group, place = (np.zeros(columns.rows, np.int64) for _ in range(2))
    for number, found in enumerate(tables.entries.evaluate(columns)):
        group[found.rows], place[found.rows] = number, np.arange(len(found.rows))
        groups.append(_if_unlisted(found, unlisted))
    return Goods(columns, tuple(groups), group, place, _gaps(tables, columns, unlisted))


def _if_unlisted(found: Group, unlisted: Flags) -> Group:
    """Goods stated to be on no list leave only entries that the stated facts fulfil."""
    here = unlisted[found.rows]
    if here.any():
        found.planes[here] = found.planes[here][:, [LEAST_TRUE]]
    return found


def _gaps(tables: LawTables, columns: Columns, unlisted: Flags) -> Words:
    told = columns.told()
    planes = _whole(tables.gaps, told)
    if unlisted.any():  # what is open whatever the facts stays, what a fact could settle does not
        low_open, low_true, high_open, high_true = (planes[unlisted, plane] for plane in range(PLANES))
        decided = ~((low_open ^ high_open) | (low_true ^ high_true))
        planes[unlisted] &= decided[:, None]
    return planes


def _whole(block: Block, columns: Columns) -> Words:
    """The truths of all rows with a bit for every condition of the block, for blocks of few conditions."""
    planes = np.zeros((columns.rows, PLANES, words_for(block.width)), np.uint64)
    for found in block.evaluate(columns) if block.width else ():
        if len(found.bits) == block.width:
            planes[found.rows] = found.planes
            continue
        bits = np.zeros((len(found.rows), PLANES, block.width), np.bool_)
        bits[:, :, found.bits] = unpacked(found.planes)[:, :, : len(found.bits)]
        planes[found.rows] = packed(bits)
    return planes


def weigh_deals(columns: Columns) -> Deals:
    """Deals, of which rules are weighed as stretches of days come up."""
    return Deals(columns, {})


def weigh_block(tables: LawTables, deals: Deals, block: int) -> Words:
    """The truths of all deals under one block of rules, weighed when first asked for."""
    if block not in deals.rules:
        deals.rules[block] = _whole(tables.rule_blocks[block], deals.columns)
    return deals.rules[block]
