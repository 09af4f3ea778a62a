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
# A pair that ranks below the first is never looked at. Of those that score a third or more three in a thousand rank
# below the second, of the others a third: of these only the best few of each name are looked at.
RANK_MIN, RANK_GOOD, FEW = 0.55, 0.7, 3
# What the lighter name of a pair adds to the rank, and from what weight on a gain counts as a share of it.
BY_LIGHTER, LIGHTER_BEGINS = 0.3, 0.2
# A name of this much the same weight, that holds all of it, is as good as the same.
SAME_WITHIN, SAME_GAIN = 0.1, 1.95
# A gain is at most 2; in twenty bits it keeps five digits. Reading, place and gain of one word share 64 bits.
GAIN_BITS, GAIN_UNIT = 20, 1 << 18
RANK_UNIT, RANK_BITS = 1 << 20, 23
RANK_MOST = (1 << RANK_BITS) - 1
# Places looked at together: what a megabyte or two hold, so that each step stays in the processor's own memory.
TOGETHER = 1 << 15


class Candidates(NamedTuple):
    """Pairs of a reading asked about and a listed reading, the best of each first."""

    asked: Ids
    listed: Ids


class _Gains(NamedTuple):
    """For each word asked about and each listed word like it: whose reading it is, the word, what it gains in units,
    and how many of the places of the listed word, the lightest readings first, are looked at though they have nothing
    else in common."""

    reading: Counts
    listed: Ids
    unit: Counts
    alone: Counts


class Ranks(NamedTuple):
    """What a pair must rank to be looked at at all, and to be so beside the best few of its name."""

    least: float
    good: float


USUAL = Ranks(RANK_MIN, RANK_GOOD)


def find_candidates(
    index: NameIndex,
    asked: Readings,
    weight: NDArray[np.float32],
    near: Neighbours,
    most: int,
    ranks: Ranks = USUAL,
) -> Candidates:
    """At most ``most`` listed readings for each reading of ``asked``, whose words have the given weights."""
    telling, mine = _telling(asked.words, weight)
    gains = _gains(index, asked.words, telling, mine, weight, near, ranks.least)
    bits = len(index.readings).bit_length()
    shared = [_shared(index, part, bits) for part in _parts(gains, np.diff(index.starts))]
    if not shared:
        return Candidates(np.zeros(0, np.int32), np.zeros(0, np.int32))
    pair, gained = _added_up(np.concatenate(shared))
    return _best(index, pair, gained, mine, most, ranks)


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
    least: float,
) -> _Gains:
    """A word's gain: likeness squared times both words' weights."""
    reading, column = np.nonzero(telling)
    words = rows[reading, column]
    first = near.starts[words]
    source, at = ranges(np.arange(len(words)), first, near.starts[words + 1] - first)
    listed = near.words[at]
    gain = near.likeness[at] ** 2 * (weight[words[source]] + index.weight[listed])
    asked = reading[source]
    alone = _places_up_to(index, listed, _heaviest(gain, mine.astype(np.float32)[asked], least))
    return _Gains(asked, listed, (gain * GAIN_UNIT).astype(np.int64), alone)


def _places_up_to(index: NameIndex, listed: Ids, most: NDArray[np.float32]) -> Counts:
    """How many places of each word stand in readings that weigh at most ``most``: they are in order of that."""
    first = index.starts[listed]
    count = np.zeros(len(listed), dtype=np.int64)
    some = np.flatnonzero(index.total.take(index.places.take(first)) <= most)
    low, high, most = first[some] + 1, index.starts[listed[some] + 1], most[some]
    while (going := low < high).any():
        middle = (low + high) >> 1
        inside = index.total.take(index.places.take(middle, mode="clip")) <= most
        low = np.where(going & inside, middle + 1, low)
        high = np.where(going & ~inside, middle, high)
    count[some] = low - first[some]
    return count


def _heaviest(gain: NDArray[np.float32], mine: NDArray[np.float32], least: float) -> NDArray[np.float32]:
    """What a listed reading weighs at most that ranks ``least`` by this gain alone: `_rank` falls as it weighs more.
    A trifle too much rather than too little, since the rank itself is looked at in the end."""
    slope = least - BY_LIGHTER * gain / (2 * mine + LIGHTER_BEGINS)
    heavier = np.where(slope > 0, gain / np.maximum(slope, 1e-6) - mine, np.inf)
    # Where it is the lighter one: the root of least * theirs^2 + linear * theirs + fixed, to which the rank comes.
    begins = LIGHTER_BEGINS / 2
    linear = least * (mine + begins) - (1 + BY_LIGHTER / 2) * gain
    fixed = least * begins * mine - gain * begins - BY_LIGHTER / 2 * gain * mine
    lighter = (np.sqrt(np.maximum(linear**2 - 4 * least * fixed, 0)) - linear) / (2 * least)
    most = np.where(_rank(gain, mine, mine) >= least, heavier, lighter) * 1.0001 + 1e-4
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
        yield _Gains(gains.reading[own], gains.listed[own], gains.unit[own], gains.alone[own])


def _best(
    index: NameIndex, pair: Counts, gained: NDArray[Any], mine: NDArray[np.float64], most: int, ranks: Ranks
) -> Candidates:
    """``pair`` rises: reading and place as one number."""
    bits = len(index.readings).bit_length()
    reading, place = pair >> bits, pair & ((1 << bits) - 1)
    own = mine.take(reading)
    theirs = index.total.take(place)
    rank = _rank(gained, own, theirs)
    # Gains count each word for each that is like it, so that names with one word several times rank very high. They
    # must not crowd out the very same name, particles aside.
    rank += (np.abs(theirs - own) <= SAME_WITHIN) & (gained >= SAME_GAIN * own)
    high = np.flatnonzero((rank >= ranks.least) & (gained > GAIN_MIN * own))
    reading, place = reading[high], place[high]
    units = np.minimum((rank[high] * RANK_UNIT).astype(np.int64), RANK_MOST)
    few, good = min(FEW, most), int(ranks.good * RANK_UNIT)
    high = np.flatnonzero(units >= np.minimum(_best_few(reading, units, len(mine), few), good).take(reading))
    # Reading, rank from the best on, and place as one number to sort by.
    ordered = (reading[high] << RANK_BITS | (RANK_MOST - units[high])) << bits | place[high]
    ordered.sort()
    reading, units = ordered >> (bits + RANK_BITS), RANK_MOST - ((ordered >> bits) & RANK_MOST)
    position = np.arange(len(reading)) - np.searchsorted(reading, reading)
    kept = (position < few) | ((position < most) & (units >= good))
    place = ordered & ((1 << bits) - 1)
    return Candidates(reading[kept].astype(np.int32), place[kept].astype(np.int32))


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


def _shared(index: NameIndex, gains: _Gains, bits: int) -> Counts:
    """Reading, place and gain, as one number, of all that share two words with the name or rank by one of them alone.
    Of a hundred places 99 share one and weigh too much. So all are sorted, and those that stand alone are left out; the
    few that rank by one word are put in once more, gaining nothing, so as not to stand alone."""
    own = gains.reading << (bits + GAIN_BITS)
    first = index.starts[gains.listed]
    every = np.concatenate(
        [
            _packed(index, first, index.starts[gains.listed + 1] - first, own | gains.unit),
            _packed(index, first, gains.alone, own),
        ]
    )
    every.sort()
    pair = every >> GAIN_BITS
    kept = np.zeros(len(every) + 1, dtype=np.bool_)
    np.equal(pair[1:], pair[:-1], out=kept[1:-1])
    kept[:-1] |= kept[1:]
    return every[kept[:-1]]


def _added_up(shared: Counts) -> tuple[Counts, NDArray[np.float64]]:
    """Each pair of a reading and a place once, and what it gains in all."""
    pair = shared >> GAIN_BITS
    first = np.flatnonzero(np.diff(pair, prepend=-1))
    gained = np.add.reduceat(shared & ((1 << GAIN_BITS) - 1), first) if len(first) else shared
    return pair[first], gained / GAIN_UNIT


def _packed(index: NameIndex, first: Counts, count: Counts, own: Counts) -> Counts:
    """``count`` places from ``first`` on, each with the ``own`` number of their row. All places are in range: to take
    by "wrap" only spares the look whether they are."""
    at = np.repeat(first - np.cumsum(count) + count, count)
    at += np.arange(len(at))
    places = index.places.take(at, mode="wrap").astype(np.int64)
    places <<= GAIN_BITS
    places |= np.repeat(own, count)
    return places
