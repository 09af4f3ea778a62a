"""The missing facts that keep lines open, as bits: one for each fact that the regime could ask for.

A fact is needed where its value could still move a condition that is undecided, of an entry whose control may reach
the line, of a rule that has something to act on, or of unwritten law. The interpreter's search asks for the smallest
of these sets; what it would ask for is always among them. With all of them told no entry and no rule stays undecided,
but where the amount of an element is told and not how much of it is oxide: that is asked for next. So what is told
here may be more than is needed (a fact counts in one alternative of a condition though another one makes it idle),
and never less.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cocket.determination.kernel.answers import Answered, entries_of
from cocket.determination.kernel.block import Block
from cocket.determination.kernel.columns import Columns, Flags, base_of
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.law_tables import LawTables, Stretch, gaps_in_force
from cocket.determination.kernel.lists import Lists, set_bits
from cocket.determination.kernel.planes import MOVABLE, Bits, Words, packed, signs, undecided, unpacked
from cocket.determination.kernel.weighed_lines import Deals, Goods, Placed, weigh_block
from cocket.determination.regime_law import is_idle

Marked = dict[str, Bits]


@dataclass(frozen=True, slots=True)
class Needs:
    """Each open line's facts as bits, places in ``facts``: ``words[of[line]]``. The first row has none, and no two are
    equal."""

    facts: tuple[str, ...]
    words: Words
    of: Ids

    def lists(self) -> Lists:
        """The facts of every row of ``words``."""
        return set_bits(unpacked(self.words))


def needs(tables: LawTables, goods: Goods, deals: Deals, answered: Answered) -> Needs:
    """The facts that keep lines open; none for lines that no missing fact can move."""
    lines = np.flatnonzero(~answered.settled & (np.bitwise_count(answered.outcomes) > 1))
    facts = tables.facts
    place = {fact: number for number, fact in enumerate(facts)}
    by_goods, goods_row = _of_goods(tables, goods, answered, lines, place)
    by_deal, deal_row = _of_deals(tables, deals, answered, lines, place)
    first, kind = distinct([goods_row, deal_row])
    whole = by_goods[goods_row[first]] | by_deal[deal_row[first]]
    words = packed(np.concatenate([np.zeros((1, len(facts)), np.bool_), whole]))
    first, same = distinct([*np.ascontiguousarray(words.T).view(np.int64)])
    of = np.zeros(len(answered.settled), np.int64)
    of[lines] = same[kind + 1]
    return Needs(facts, words[first], of)


def _of_goods(
    tables: LawTables, goods: Goods, answered: Answered, lines: Ids, place: Mapping[str, int]
) -> tuple[Bits, Ids]:
    """The facts that keep entries and gaps undecided, once for goods with the same reach."""
    pair, deal = answered.goods.of[lines], answered.deals.of[lines]
    first, row = distinct([pair, *(sign[deal] for sign in signs(answered.maybe.view(np.uint8)))])
    pair, deal = pair[first], deal[first]
    thing, stretch = answered.goods.thing[pair], answered.goods.stretch[pair]
    found = _marked(tables.entries, len(first))
    for group, here, at in goods.entries.among(thing):
        reached = entries_of(answered.stretches, group, stretch[here], answered.maybe.take(deal[here], axis=0))
        open_bits = undecided(group.planes.take(at, axis=0)) & reached
        some = np.flatnonzero(np.bitwise_or.reduce(open_bits, axis=-1))
        cells = {fact: one.take(at[some]) for fact, one in group.cells.items()}
        group.plan.keeping_open(open_bits[some], cells, found, here[some])
    whole = _asked(found, goods.columns, thing, place)
    unwritten = _unwritten(tables, goods, answered.stretches, thing, stretch)
    return whole | _asked(unwritten, goods.columns.told(), thing, place), row


def _unwritten(tables: LawTables, goods: Goods, stretches: tuple[Stretch, ...], thing: Ids, stretch: Ids) -> Marked:
    mask = gaps_in_force(tables, stretches)[stretch] & ~goods.unlisted[thing][:, None]
    return _keeping_open(tables.gaps, goods.unwritten, thing, mask)


def _of_deals(
    tables: LawTables, deals: Deals, answered: Answered, lines: Ids, place: Mapping[str, int]
) -> tuple[Bits, Ids]:
    """The facts that keep rules undecided, once for deals with the same undecided rules in play."""
    deal = answered.deals.of[lines]
    words = answered.in_play[lines] & packed(MOVABLE[answered.deals.truths]).take(deal, axis=0)
    thing = np.where(words.any(axis=-1), answered.deal_of[lines], 0)
    stretch = answered.deals.stretch[deal]
    first, row = distinct([thing, stretch, *np.ascontiguousarray(words.T).view(np.int64)])
    thing, stretch, play = thing[first], stretch[first], unpacked(words[first])
    whole = np.zeros((len(first), len(place)), np.bool_)
    for number, now in enumerate(answered.stretches):
        here = np.flatnonzero(stretch == number)
        if len(here) and now.law.rules:
            block = tables.rule_blocks[now.rule_block]
            live = np.array([not is_idle(rule) for rule in now.law.rules], np.bool_)
            mask = play[here, : len(live)] & live
            found = _keeping_open(block, weigh_block(tables, deals, now.rule_block)[1], thing[here], mask)
            whole[here] = _asked(found, deals.columns, thing[here], place)
    return whole, row


def _keeping_open(block: Block, placed: Placed, thing: Ids, mask: Bits) -> Marked:
    """The facts that keep the conditions of ``mask`` undecided, of shape (things, conditions)."""
    found = _marked(block, len(thing))
    for group, here, at in placed.among(thing):
        open_bits = undecided(group.planes.take(at, axis=0)) & packed(mask[here][:, group.bits])
        cells = {fact: one.take(at) for fact, one in group.cells.items()}
        group.plan.keeping_open(open_bits, cells, found, here)
    return found


def _marked(block: Block, rows: int) -> Marked:
    return {fact: np.zeros(rows, np.bool_) for fact in block.facts}


def _asked(marked: Marked, columns: Columns, thing: Ids, place: Mapping[str, int]) -> Bits:
    """The same by the facts that one would ask for, as ``domain.askable`` says."""
    whole = np.zeros((len(thing), len(place)), np.bool_)
    for fact, rows in marked.items():
        if not rows.any():
            continue
        if (base := base_of(fact)) is not None:
            instead, own = base, _stated(columns, fact)
        elif fact.startswith("oxide."):
            instead = "content." + fact.removeprefix("oxide.")
            content = columns.number(instead)
            own = ~content.missing & (content.lo == content.hi)
        else:
            whole[:, place[fact]] |= rows
            continue
        whole[:, place[fact]] |= rows & own[thing]
        whole[:, place[instead]] |= rows & ~own[thing]
    return whole


def _stated(columns: Columns, fact: str) -> Flags:
    if fact not in columns.choices:
        return np.zeros(columns.rows, np.bool_)
    said = columns.choices[fact]
    return np.array([value is not None for value in said.values], np.bool_)[said.codes]
