"""From truths to answers for all lines at once.

Every bearer (a group of entries alike, a gap, a rule on all trade) gives its outcomes if it holds; what it gives hangs
on its own rules only, so the interpreter is asked once for each way in which these may hold. Lines then fold the
outcomes of the bearers that may hold for them, by bits.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from cocket.determination.kernel.consequences import (
    ALL_BITES,
    NONE_BITES,
    RESOLVED_IN,
    RESOLVED_OUT,
    WHATEVER,
    Marks,
    answer_classes,
    settled_sets,
)
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.folding import Folding, nothing_follows
from cocket.determination.kernel.given import Flags, Given, Giving, Truths
from cocket.determination.kernel.group import Group
from cocket.determination.kernel.law_tables import LawTables, Stretch
from cocket.determination.kernel.plan import Span
from cocket.determination.kernel.planes import Words, four, fours, packed, signs, unpacked, words_for
from cocket.determination.kernel.weighed_lines import Deals, Goods, weigh_block


@dataclass(frozen=True, slots=True)
class Pairs:
    """Things in their stretches of days: of each pair the thing, the stretch, and the truths; ``of`` gives a line's."""

    thing: Ids
    stretch: Ids
    truths: Truths
    of: Ids


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers of many lines under one regime.

    ``outcomes`` is what is possible as in ``consequences.mark``. ``settled``: no missing fact can change the answer.
    ``unresolved``: it hangs on which version of the law applies. ``pending`` has one bit for each announcement.
    ``in_play`` has one for each rule of the stretch that holds or may hold and has something to act on.
    ``deal_of`` is each line's deal as it was given: ``deals`` has one for all that no rule tells apart.
    ``acted_on`` says which bearers some rule acts on that holds or may hold.
    """

    stretches: tuple[Stretch, ...]
    goods: Pairs
    deals: Pairs
    outcomes: Marks
    settled: Flags
    unresolved: Flags
    pending: npt.NDArray[np.uint64]
    in_play: npt.NDArray[np.uint64]  # shape (lines, words)
    deal_of: Ids
    certain: Flags  # shape (pairs of deals, bearers)
    maybe: Flags
    acted_on: Flags


@dataclass(slots=True)
class Answers:
    """Answers of one regime; what was found to follow is kept."""

    tables: LawTables
    giving: Giving = field(default_factory=Giving)

    def answer(self, goods: Goods, deals: Deals, goods_of: Ids, deal_of: Ids, stretch_of: Ids) -> Answered:
        """The answer to every line, whose goods, deal and stretch of days are given by number."""
        numbers = np.flatnonzero(np.bincount(stretch_of, minlength=1))
        if not len(numbers):  # no lines: any one stretch gives the tables their widths
            numbers = np.zeros(1, np.int64)
        place = np.zeros(int(numbers[-1]) + 1, np.int64)
        place[numbers] = np.arange(len(numbers))
        stretch = place[stretch_of]
        stretches = tuple(self.tables.stretch(int(number)) for number in numbers)
        of_goods = _pairs(goods_of, stretch, lambda rows, at: _truths_of_goods(goods, stretches, rows, at))
        of_deals = _pairs(deal_of, stretch, lambda rows, at: _truths_of_deals(self.tables, deals, stretches, rows, at))
        of_deals = _alike(of_deals)
        given = self.giving.given(stretches, of_deals.stretch, of_deals.truths)
        return _answered(stretches, of_goods, of_deals, deal_of, given, self.giving.folding)


def _answered(
    stretches: tuple[Stretch, ...], goods: Pairs, deals: Pairs, deal_of: Ids, given: Given, folding: Folding
) -> Answered:
    """The outcomes of all bearers that may hold for each line, folded."""
    rows = len(goods.of)
    folded = nothing_follows(rows)
    pending = np.zeros(rows, np.uint64)
    in_play = np.zeros((rows, given.in_play.shape[-1]), np.uint64)
    for bearer in range(given.follows.shape[1]):
        truths = _truths(stretches, goods, deals, bearer)
        lines = np.flatnonzero(truths)
        if not len(lines):
            continue
        deal = deals.of[lines]
        folding.fold(folded, lines, given.follows[:, bearer].take(deal), truths[lines])
        in_play[lines] |= given.in_play[:, bearer].take(deal, axis=0)
        if given.pending[:, bearer].any():
            pending[lines] |= given.pending[:, bearer].take(deal)
    ways, same = (ALL_BITES, NONE_BITES, RESOLVED_IN, RESOLVED_OUT), answer_classes()
    bitten, spared, within, without = (same.take(folded.marks(way)) for way in ways)
    acted_on: Flags = np.any(given.in_play != 0, axis=-1)
    return Answered(
        stretches,
        goods,
        deals,
        outcomes=settled_sets().take(folded.marks(WHATEVER)),
        settled=(bitten == spared) & ~folded.easing(),
        unresolved=within != without,
        pending=pending,
        in_play=in_play,
        deal_of=deal_of,
        certain=given.certain,
        maybe=given.maybe,
        acted_on=acted_on,
    )


def _truths(stretches: tuple[Stretch, ...], goods: Pairs, deals: Pairs, bearer: int) -> Truths:
    """Each line's truth of a bearer; that of a rule on all trade stands with the deal."""
    whole = np.zeros(len(goods.of), np.uint8)
    if bearer < goods.truths.shape[1] and goods.truths[:, bearer].any():
        whole |= np.ascontiguousarray(goods.truths[:, bearer])[goods.of]
    of_trade = np.zeros(len(deals.thing), np.uint8)
    for place, now in enumerate(stretches):
        trade = bearer - len(now.bearers) + len(now.trade)
        if 0 <= trade < len(now.trade):
            here = deals.stretch == place
            of_trade[here] = deals.truths[here, now.trade[trade]]
    if of_trade.any():
        whole |= of_trade[deals.of]
    return whole


def _pairs(number: Ids, stretch: Ids, truths: Callable[[Ids, Ids], Truths]) -> Pairs:
    each = np.arange(len(number))
    first, of = (each, each) if np.array_equal(number, each) else distinct([number, stretch])
    return Pairs(number[first], stretch[first], truths(number[first], stretch[first]), of)


def _alike(deals: Pairs) -> Pairs:
    """Deals for which every rule has the same truth are one from here on."""
    first, kind = distinct([deals.stretch, *signs(deals.truths)])
    return Pairs(deals.thing[first], deals.stretch[first], deals.truths[first], kind[deals.of])


def _truths_of_goods(goods: Goods, stretches: Sequence[Stretch], rows: Ids, stretch: Ids) -> Truths:
    """The highest truth within each group of entries, and the truth of each gap in force."""
    groups = [len(one.masks) for one in stretches]
    found = np.zeros(
        (len(rows), max(g + len(one.gap_bits) for g, one in zip(groups, stretches, strict=True))), np.uint8
    )
    for group, lines, at in goods.entries.among(rows):
        # rows side by side, for a row has few words
        planes, here = np.ascontiguousarray(group.planes.take(at, axis=0).transpose(1, 2, 0)), stretch[lines]
        for place, span, masks in spans(stretches, group):
            own = np.ascontiguousarray(masks.T).take(here, axis=1)
            found[:, place][lines] = four(np.bitwise_or.reduce(planes[:, span] & own, axis=1) != 0)
    for place, now in enumerate(stretches):
        if now.gap_bits:
            lines = np.flatnonzero(stretch == place)
            bits = unpacked(goods.gaps[rows[lines]])[:, :, list(now.gap_bits)]
            found[lines, groups[place] : groups[place] + len(now.gap_bits)] = fours(bits)
    return found


def entries_of(stretches: Sequence[Stretch], group: Group, stretch: Ids, bearers: Flags) -> Words:
    """For each of some rows the entries of a group that its bearers have: ``bearers`` has the shape (rows, bearers)."""
    found = np.zeros((len(stretch), group.planes.shape[-1]), np.uint64)
    for bearer, span, masks in spans(stretches, group):
        found[:, span] |= masks.take(stretch, axis=0) * bearers[:, bearer].astype(np.uint64)[:, None]
    return found


def spans(stretches: Sequence[Stretch], group: Group) -> Sequence[Span]:
    """The bearers that have entries in a group, each with its masks by stretch; kept for the stretches of last time."""
    numbers = tuple(now.number for now in stretches)
    if group.plan.kept is None or group.plan.kept[0] != numbers:
        group.plan.kept = numbers, tuple(_spans(stretches, group.bits))
    return group.plan.kept[1]


def _spans(stretches: Sequence[Stretch], bits: Ids) -> Iterator[Span]:
    masks = np.zeros((len(stretches), max(len(one.masks) for one in stretches), words_for(len(bits))), np.uint64)
    for place, now in enumerate(stretches):
        masks[place, : len(now.masks)] = packed(now.masks[:, bits])
    used: Flags = np.any(masks != 0, axis=0)
    for bearer in np.flatnonzero(used.any(axis=-1)).tolist():
        words = np.flatnonzero(used[bearer])
        span = slice(int(words[0]), int(words[-1]) + 1)
        yield bearer, span, np.ascontiguousarray(masks[:, bearer, span])


def _truths_of_deals(tables: LawTables, deals: Deals, stretches: Sequence[Stretch], rows: Ids, stretch: Ids) -> Truths:
    """The truth of each rule; rules have their places within a stretch only."""
    found = np.zeros((len(rows), max(len(one.law.rules) for one in stretches)), np.uint8)
    for place, now in enumerate(stretches):
        lines = np.flatnonzero(stretch == place)
        if len(lines) and now.law.rules:
            planes = weigh_block(tables, deals, now.rule_block)[0][rows[lines]]
            found[lines, : len(now.law.rules)] = fours(unpacked(planes)[:, :, : len(now.law.rules)])
    return found
