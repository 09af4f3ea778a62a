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
# A gain is at most 2; in twenty bits it keeps five digits. Reading, place and gain of one word share 64 bits.
GAIN_BITS, GAIN_UNIT = 20, 1 << 18
RANK_UNIT = 1 << 20
# Places looked at together: what a few megabytes hold, so that sorting stays in the processor's own memory.
TOGETHER = 1 << 15
# Pairs are counted in this many slots, by some of their bits well mixed.
_SLOTS, _MIX = (1 << 18) - 1, 0x9E3779B97F4A7C15 - (1 << 64)


class Candidates(NamedTuple):
    """Pairs of a reading asked about and a listed reading, the best of each first."""

    asked: Ids
    listed: Ids


class _Gains(NamedTuple):
    """For each word asked about and each listed word like it: whose reading it is, the word, what it gains."""

    reading: Counts
    listed: Ids
    gain: NDArray[np.float32]


def find_candidates(
    index: NameIndex, asked: Readings, weight: NDArray[np.float32], near: Neighbours, most: int
) -> Candidates:
    """At most ``most`` listed readings for each reading of ``asked``, whose words have the given weights."""
    telling, mine = _telling(asked.words, weight)
    gains = _gains(index, asked.words, telling, weight, near)
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
    index: NameIndex, rows: Ids, telling: NDArray[np.bool_], weight: NDArray[np.float32], near: Neighbours
) -> _Gains:
    """A word's gain: likeness squared times both words' weights."""
    reading, column = np.nonzero(telling)
    words = rows[reading, column]
    first = near.starts[words]
    source, at = ranges(np.arange(len(words)), first, near.starts[words + 1] - first)
    listed = near.words[at]
    gain = near.likeness[at] ** 2 * (weight[words[source]] + index.weight[listed])
    return _Gains(reading[source], listed, gain)


def _parts(gains: _Gains, lengths: Counts) -> Iterator[_Gains]:
    """Cut between readings, so that no part has many more than TOGETHER places."""
    if not len(gains.reading):
        return
    total = np.cumsum(lengths[gains.listed])
    begins = np.flatnonzero(np.diff(gains.reading, prepend=-1))
    number = total[begins] // TOGETHER
    cuts = [*begins[np.flatnonzero(np.diff(number, prepend=-1))].tolist(), len(total)]
    for start, end in pairwise(cuts):
        yield _Gains(gains.reading[start:end], gains.listed[start:end], gains.gain[start:end])


def _best(index: NameIndex, gains: _Gains, mine: NDArray[np.float64], most: int) -> Candidates:
    reading, place, gained = _added_up(index, gains, mine)
    enough = gained > GAIN_MIN * mine[reading]
    reading, place, gained = reading[enough], place[enough], gained[enough]
    rank = _rank(gained, mine[reading], index.total[place])
    high = rank >= RANK_MIN
    reading, place, rank = reading[high], place[high], rank[high]
    order = np.argsort((reading << 32) - (rank * RANK_UNIT).astype(np.int64), kind="stable")
    reading = reading[order]
    position = np.arange(len(reading)) - np.searchsorted(reading, reading)
    kept = (position < min(FEW, most)) | ((position < most) & (rank[order] >= RANK_GOOD))
    return Candidates(reading[kept].astype(np.int32), place[order[kept]].astype(np.int32))


def _rank(gained: NDArray[Any], mine: NDArray[Any], theirs: NDArray[Any]) -> NDArray[Any]:
    """What is gained as a share of what both weigh, and a little for a name that holds the other whole."""
    rank: NDArray[Any] = gained / (mine + theirs) + 0.3 * gained / (2 * np.minimum(mine, theirs) + 0.2)
    return rank


def _added_up(index: NameIndex, gains: _Gains, mine: NDArray[np.float64]) -> tuple[Counts, Counts, NDArray[np.float64]]:
    """Reading, listed reading, and all that its words gain: the same pairs brought together by sorting one number."""
    first = index.starts[gains.listed]
    source, at = ranges(np.arange(len(first)), first, index.starts[gains.listed + 1] - first)
    bits = len(index.readings).bit_length()
    place = index.places[at]
    pair = (gains.reading << bits)[source] | place
    # Most places share one word with the name and are dropped before the sorting, which costs most.
    slot = (pair * _MIX >> 24) & _SLOTS
    several = np.bincount(slot, minlength=_SLOTS + 1)[slot] > 1
    alone = _rank(gains.gain[source], mine.astype(np.float32)[gains.reading][source], index.total[place]) >= RANK_MIN
    kept = np.flatnonzero(several | alone)
    packed = (pair[kept] << GAIN_BITS) | (gains.gain * GAIN_UNIT).astype(np.int64)[source[kept]]
    packed.sort()
    pair = packed >> GAIN_BITS
    first = np.flatnonzero(np.diff(pair, prepend=-1))
    if not len(first):
        return pair, pair, np.zeros(0)
    added: NDArray[np.float64] = np.add.reduceat(packed & ((1 << GAIN_BITS) - 1), first) / GAIN_UNIT
    pair = pair[first]
    return pair >> bits, pair & ((1 << bits) - 1), added
