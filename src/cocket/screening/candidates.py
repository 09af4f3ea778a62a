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
# A name of this much the same weight, that holds all of it, is as good as the same.
SAME_WITHIN, SAME_GAIN = 0.1, 1.95
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


class _Sums(NamedTuple):
    """Pairs of a reading asked about and a listed one as one number, what they gain in units, and numbers of pair and
    gain that are not yet added up."""

    pair: Counts
    gained: NDArray[Any]
    met: Counts


def find_candidates(
    index: NameIndex, asked: Readings, weight: NDArray[np.float32], near: Neighbours, most: int
) -> Candidates:
    """At most ``most`` listed readings for each reading of ``asked``, whose words have the given weights."""
    telling, mine = _telling(asked.words, weight)
    gains = _gains(index, asked.words, telling, mine, weight, near)
    bits = len(index.readings).bit_length()
    last = np.empty(_SLOTS + 1, dtype=np.int32)
    parts = [_added_up(index, part, bits, last) for part in _parts(gains, np.diff(index.starts))]
    if not parts:
        return Candidates(np.zeros(0, np.int32), np.zeros(0, np.int32))
    met = _sorted_up(np.concatenate([part.met for part in parts]))
    pair = np.concatenate([*(part.pair for part in parts), met.pair])
    gained = np.concatenate([*(part.gained for part in parts), met.gained]) / GAIN_UNIT
    return _best(index, pair >> bits, pair & ((1 << bits) - 1), gained, mine, most)


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


def _best(
    index: NameIndex, reading: Counts, place: Counts, gained: NDArray[Any], mine: NDArray[np.float64], most: int
) -> Candidates:
    """``reading`` rises, but for the last few."""
    own = mine.take(reading)
    theirs = index.total.take(place)
    rank = _rank(gained, own, theirs)
    # Gains count each word for each that is like it, so that names with one word several times rank very high. They
    # must not crowd out the very same name, particles aside.
    rank += (np.abs(theirs - own) <= SAME_WITHIN) & (gained >= SAME_GAIN * own)
    high = np.flatnonzero((rank >= RANK_MIN) & (gained > GAIN_MIN * own))
    reading, place = reading[high], place[high]
    units = (rank[high] * RANK_UNIT).astype(np.int64)
    few, good = min(FEW, most), int(RANK_GOOD * RANK_UNIT)
    high = np.flatnonzero(units >= np.minimum(_best_few(reading, units, len(mine), few), good).take(reading))
    reading, place, units = reading[high], place[high], units[high]
    order = np.lexsort((place, -units, reading))
    reading = reading[order]
    position = np.arange(len(reading)) - np.searchsorted(reading, reading)
    kept = (position < few) | ((position < most) & (units[order] >= good))
    return Candidates(reading[kept].astype(np.int32), place[order[kept]].astype(np.int32))


def _best_few(reading: Counts, units: Counts, readings: int, few: int) -> Counts:
    """Of each reading a rank that ``few`` of its pairs reach: the lowest of the best in each of as many parts."""
    begins = np.flatnonzero(np.diff(reading, prepend=-1))
    count = np.diff(begins, append=len(reading))
    least = np.zeros(readings, dtype=np.int64)
    if few and len(begins):
        cuts = begins[:, None] + count[:, None] * np.arange(few) // few
        best = np.maximum.reduceat(units, cuts.ravel()).reshape(-1, few).min(axis=1)
        enough = count >= few
        np.maximum.at(least, reading[begins[enough]], best[enough])
    return least


def _rank(gained: NDArray[Any], mine: NDArray[Any], theirs: NDArray[Any]) -> NDArray[Any]:
    """What is gained as a share of what both weigh, and a little for a name that holds the other whole."""
    by_lighter = BY_LIGHTER * gained / (2 * np.minimum(mine, theirs) + LIGHTER_BEGINS)
    rank: NDArray[Any] = gained / (mine + theirs) + by_lighter
    return rank


def _added_up(index: NameIndex, gains: _Gains, bits: int, last: Ids) -> _Sums:
    """What each listed reading gains, and what has still to be added up. Most places share one word with the name and
    weigh too much to rank by it: they are left out. ``last`` is room to write in, which place of each slot came last:
    all of its pair stand in the same slot and are added to it, those of other pairs are left for later."""
    source, place = _places(index, gains)
    every = np.arange(len(source), dtype=np.int32)
    slot = (gains.reading * _SPREAD).take(source, mode="wrap")
    slot += place
    slot &= _SLOTS
    last[slot] = every
    chief = last.take(slot, mode="wrap")
    other = np.flatnonzero(chief != every)
    chief = chief[other]
    pair = gains.reading << bits
    same = pair[source[other]] | place[other]
    same = same == (pair[source[chief]] | place[chief])
    unit = (gains.gain * GAIN_UNIT).astype(np.int64)
    more = np.bincount(chief[same], weights=unit[source[other[same]]], minlength=len(source))
    kept = index.total.take(place, mode="wrap") <= gains.alone.take(source, mode="wrap")
    kept[chief[same]] = True
    kept[other] = False
    rows = np.flatnonzero(kept)
    gained = unit[source[rows]] + more[rows]
    late = other[~same]
    met = (pair[source[late]] | place[late]) << GAIN_BITS | unit[source[late]]
    return _Sums(pair[source[rows]] | place[rows], gained, met)


def _sorted_up(packed: Counts) -> _Sums:
    """The same pairs brought together by sorting pair and gain as one number."""
    packed = np.sort(packed)
    pair = packed >> GAIN_BITS
    first = np.flatnonzero(np.diff(pair, prepend=-1))
    gained: NDArray[Any] = np.add.reduceat(packed & ((1 << GAIN_BITS) - 1), first) if len(first) else packed
    return _Sums(pair[first], gained, packed[:0])


def _places(index: NameIndex, gains: _Gains) -> tuple[Counts, Counts]:
    """Each row of ``gains`` once for every listed reading that holds its word. Like all steps that go through
    every place they take what a row has by "wrap", which spares the look whether the numbers are in range."""
    first = index.starts[gains.listed]
    count = index.starts[gains.listed + 1] - first
    source = np.repeat(np.arange(len(first)), count)
    at = (first - np.cumsum(count) + count).take(source, mode="wrap")
    at += np.arange(len(source))
    return source, index.places.take(at, mode="wrap").astype(np.int64)
