"""The listed readings that share most with a name, found by the words that are alike."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cocket.screening.columns import Counts, ranges
from cocket.screening.index import NameIndex, Readings
from cocket.screening.spelt_words import Ids
from cocket.screening.vocabulary import Neighbours

# Words that weigh less than this bring no name forward, unless the name has nothing better.
TELLING_MIN = 0.15
# A listed reading must gain this share of what the name's own words weigh.
GAIN_MIN = 0.25
# A pair that ranks below the first is never looked at. Of those that score 0.325 or more two in a hundred rank below
# the second, of the others more than half: of these only the best few of each name are looked at.
RANK_MIN, RANK_GOOD, FEW = 0.45, 0.7, 3
# What the lighter name of a pair adds to the rank, and from what weight on a gain counts as a share of it.
BY_LIGHTER, LIGHTER_BEGINS = 0.3, 0.2
# A gain is at most 2; in twenty bits it keeps five digits. Reading, place and gain of one word share 64 bits.
GAIN_BITS, GAIN_UNIT = 20, 1 << 18
RANK_UNIT, _RANK_BITS = 1 << 20, 23
_RANK_MOST = (1 << _RANK_BITS) - 1
# Places looked at together: what a megabyte or two hold, so that each step stays in the processor's own memory.
TOGETHER = 1 << 14
# Pairs are counted in this many slots: that of the place, as far away for each reading as golden section spreads them.
_SLOTS, _SPREAD = (1 << 18) - 1, 0x9E3779B1


class Candidates(NamedTuple):
    """Pairs of a reading asked about and a listed reading, the best of each first."""

    asked: Ids
    listed: Ids


class _Gains(NamedTuple):
    """For each word asked about and each listed word like it: whose reading it is, the word, what it gains, and how
    much a listed reading may weigh that has nothing else in common and yet is looked at."""

    reading: Counts
    listed: Ids
    gain: NDArray[np.float32]
    alone: NDArray[np.float32]


def find_candidates(
    index: NameIndex, asked: Readings, weight: NDArray[np.float32], near: Neighbours, most: int
) -> Candidates:
    """At most ``most`` listed readings for each reading of ``asked``, whose words have the given weights."""
    telling, mine = _telling(asked.words, weight)
    gains = _gains(index, asked.words, telling, mine, weight, near)
    parts = [_best(index, part, mine, most) for part in _parts(gains, np.diff(index.starts))]
    if not parts:
        return Candidates(np.zeros(0, np.int32), np.zeros(0, np.int32))
    return Candidates(np.concatenate([one.asked for one in parts]), np.concatenate([one.listed for one in parts]))


def _telling(rows: Ids, weight: NDArray[np.float32]) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Which words of each reading bring names forward, and what these weigh together."""
    is_word = rows >= 0
    weights = np.where(is_word, weight[rows], 0)
    telling = weights >= TELLING_MIN
    telling |= is_word & ~telling.any(axis=1, keepdims=True)
    return telling, np.where(telling, weights, 0).sum(axis=1, dtype=np.float64)


def _gains(
    index: NameIndex,
    rows: Ids,
    telling: NDArray[np.bool_],
    mine: NDArray[np.float64],
    weight: NDArray[np.float32],
    near: Neighbours,
) -> _Gains:
    """A word's gain: likeness squared times both words' weights."""
    reading, column = np.nonzero(telling)
    words = rows[reading, column]
    first = near.starts[words]
    source, at = ranges(np.arange(len(words)), first, near.starts[words + 1] - first)
    listed = near.words[at]
    gain = near.likeness[at] ** 2 * (weight[words[source]] + index.weight[listed])
    return _Gains(reading[source], listed, gain, _heaviest(gain, mine.astype(np.float32)[reading[source]]))


def _heaviest(gain: NDArray[np.float32], mine: NDArray[np.float32]) -> NDArray[np.float32]:
    """What a listed reading weighs at most that reaches RANK_MIN by this gain alone: `_rank` falls as it weighs more.
    A trifle too much rather than too little, since the rank itself is looked at in the end."""
    slope = RANK_MIN - BY_LIGHTER * gain / (2 * mine + LIGHTER_BEGINS)
    heavier = np.where(slope > 0, gain / np.maximum(slope, 1e-6) - mine, np.inf)
    # Where it is the lighter one: the root of RANK_MIN * theirs^2 + linear * theirs + fixed, to which the rank comes.
    begins = LIGHTER_BEGINS / 2
    linear = RANK_MIN * (mine + begins) - (1 + BY_LIGHTER / 2) * gain
    fixed = RANK_MIN * begins * mine - gain * begins - BY_LIGHTER / 2 * gain * mine
    lighter = (np.sqrt(np.maximum(linear**2 - 4 * RANK_MIN * fixed, 0)) - linear) / (2 * RANK_MIN)
    most = np.where(_rank(gain, mine, mine) >= RANK_MIN, heavier, lighter) * 1.0001 + 1e-4
    return np.where(gain > 0.9999 * GAIN_MIN * mine, most, -1).astype(np.float32)


def _parts(gains: _Gains, lengths: Counts) -> Iterator[_Gains]:
    """Cut between readings, so that no part has many more than TOGETHER places."""
    if not len(gains.reading):
        return
    total = np.cumsum(lengths[gains.listed])
    begins = np.flatnonzero(np.diff(gains.reading, prepend=-1))
    number = total[begins] // TOGETHER
    cuts = [*begins[np.flatnonzero(np.diff(number, prepend=-1))].tolist(), len(total)]
    for start, end in pairwise(cuts):
        own = slice(start, end)
        yield _Gains(gains.reading[own], gains.listed[own], gains.gain[own], gains.alone[own])


def _best(index: NameIndex, gains: _Gains, mine: NDArray[np.float64], most: int) -> Candidates:
    reading, place, gained = _added_up(index, gains)
    enough = np.flatnonzero(gained > GAIN_MIN * mine[reading])
    reading, place = reading[enough], place[enough]
    rank = _rank(gained[enough], mine[reading], index.total[place])
    high = np.flatnonzero(rank >= RANK_MIN)
    short_of_best = _RANK_MOST - np.minimum(rank[high] * RANK_UNIT, _RANK_MOST).astype(np.int64)
    bits = len(index.readings).bit_length()
    packed = ((reading[high] << _RANK_BITS) | short_of_best) << bits | place[high]
    packed.sort()
    reading = packed >> (bits + _RANK_BITS)
    good = (packed >> bits) & _RANK_MOST <= _RANK_MOST - int(RANK_GOOD * RANK_UNIT)
    position = np.arange(len(reading)) - np.searchsorted(reading, reading)
    kept = (position < min(FEW, most)) | ((position < most) & good)
    return Candidates(reading[kept].astype(np.int32), (packed[kept] & ((1 << bits) - 1)).astype(np.int32))


def _rank(gained: NDArray[Any], mine: NDArray[Any], theirs: NDArray[Any]) -> NDArray[Any]:
    """What is gained as a share of what both weigh, and a little for a name that holds the other whole."""
    by_lighter = BY_LIGHTER * gained / (2 * np.minimum(mine, theirs) + LIGHTER_BEGINS)
    rank: NDArray[Any] = gained / (mine + theirs) + by_lighter
    return rank


def _added_up(index: NameIndex, gains: _Gains) -> tuple[Counts, Counts, NDArray[np.float64]]:
    """Reading, listed reading, and all that its words gain: the same pairs brought together by sorting one number."""
    bits = len(index.readings).bit_length()
    source, place = _places(index, gains)
    kept = np.flatnonzero(_may_rank(index, gains, source, place))
    if not len(kept):
        return kept, kept, np.zeros(0)
    packed = (gains.reading << (bits + GAIN_BITS)) | (gains.gain * GAIN_UNIT).astype(np.int64)
    packed = packed[source[kept]] | (place[kept] << GAIN_BITS)
    packed.sort()
    pair = packed >> GAIN_BITS
    first = np.flatnonzero(np.diff(pair, prepend=-1))
    added: NDArray[np.float64] = np.add.reduceat(packed & ((1 << GAIN_BITS) - 1), first) / GAIN_UNIT
    pair = pair[first]
    return pair >> bits, pair & ((1 << bits) - 1), added


def _places(index: NameIndex, gains: _Gains) -> tuple[Counts, Counts]:
    """Each row of ``gains`` once for every listed reading that holds its word. Like all steps that go through
    every place they take what a row has by "wrap", which spares the look whether the numbers are in range."""
    first = index.starts[gains.listed]
    count = index.starts[gains.listed + 1] - first
    source = np.repeat(np.arange(len(first)), count)
    at = (first - np.cumsum(count) + count).take(source, mode="wrap")
    at += np.arange(len(source))
    return source, index.places.take(at, mode="wrap").astype(np.int64)


def _may_rank(index: NameIndex, gains: _Gains, source: Counts, place: Counts) -> NDArray[np.bool_]:
    """Most places share one word with the name and weigh too much to rank by it: they are dropped before the sorting.
    Pairs that have more in common share a slot; so do some others, which come to nothing in the end."""
    slot = (gains.reading * _SPREAD).take(source, mode="wrap")
    slot += place
    slot &= _SLOTS
    may_rank = np.bincount(slot, minlength=_SLOTS + 1).take(slot, mode="wrap") > 1
    may_rank |= index.total.take(place, mode="wrap") <= gains.alone.take(source, mode="wrap")
    return may_rank
