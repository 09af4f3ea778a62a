"""The listed readings that share most with a name, found by the words that are alike."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cocket.screening.index import NameIndex, Neighbours, Readings
from cocket.screening.spelt_words import Ids

# Words that weigh less than this bring no name forward, unless the name has nothing better.
TELLING_MIN = 0.15
# Sorting the places found is quicker than adding up over all readings while they are this much fewer.
FEW_PLACES = 2
# A gain is at most 2; in twenty bits it keeps five digits.
GAIN_BITS, GAIN_UNIT = 20, 1 << 18


class Candidates(NamedTuple):
    """Pairs of a reading asked about and a listed reading, the best of each first."""

    asked: Ids
    listed: Ids


def find_candidates(
    index: NameIndex, asked: Readings, weight: NDArray[np.float32], near: Neighbours, most: int
) -> Candidates:
    """At most ``most`` listed readings for each reading of ``asked``, whose words have the given weights."""
    found: list[NDArray[np.intp]] = []
    readings = len(index.readings)
    lengths = np.diff(index.starts)
    for row in asked.words:
        words = row[row >= 0]
        telling = words[weight[words] >= TELLING_MIN]
        if not len(telling):
            telling = words
        mine = float(weight[telling].sum())
        hit, gained = _gains(index, telling, weight, near, lengths, readings)
        found.append(_best(hit, gained, mine, index.total, most))
    counts = [len(one) for one in found]
    listed = np.concatenate(found) if found else np.zeros(0, np.intp)
    return Candidates(np.repeat(np.arange(len(found), dtype=np.int32), counts), listed.astype(np.int32))


def _gains(
    index: NameIndex,
    words: Ids,
    weight: NDArray[np.float32],
    near: Neighbours,
    lengths: NDArray[np.int64],
    readings: int,
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Listed readings that hold a word like one of these, and for each: likeness squared times both words' weights."""
    places: list[Ids] = []
    gains: list[NDArray[np.float32]] = []
    counts: list[NDArray[np.int64]] = []
    for word in words:
        start, end = near.starts[word], near.starts[word + 1]
        alike = near.words[start:end]
        gains.append(near.likeness[start:end] ** 2 * (weight[word] + index.weight[alike]))
        counts.append(lengths[alike])
        places += [index.places[index.starts[one] : index.starts[one + 1]] for one in alike]
    if not places:
        return np.zeros(0, np.intp), np.zeros(0, np.float64)
    gain = np.repeat(np.concatenate(gains), np.concatenate(counts))
    place = np.concatenate(places)
    if len(place) * FEW_PLACES < readings:
        return added_up_sorted(place, gain)
    scores = np.bincount(place, weights=gain, minlength=readings)
    hit = np.flatnonzero(scores)
    return hit, scores[hit].astype(np.float64, copy=False)


def added_up_sorted(place: Ids, gain: NDArray[np.float32]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Adds up gains of one place by sorting place and gain as one number, which touches no more than what is there."""
    packed = place.astype(np.int64) << GAIN_BITS
    packed |= (gain * GAIN_UNIT).astype(np.int64)
    packed.sort()
    sorted_place = packed >> GAIN_BITS
    first = np.flatnonzero(np.diff(sorted_place, prepend=-1))
    added: NDArray[np.float64] = np.add.reduceat(packed & ((1 << GAIN_BITS) - 1), first) / GAIN_UNIT
    hit: NDArray[np.intp] = sorted_place[first].astype(np.intp, copy=False)
    return hit, added


def _best(
    hit: NDArray[np.intp], gained: NDArray[np.float64], mine: float, total: NDArray[np.float32], most: int
) -> NDArray[np.intp]:
    enough = gained > 0.25 * mine
    hit, gained = hit[enough], gained[enough]
    theirs = total[hit]
    rank = gained / (mine + theirs) + 0.3 * gained / (2 * np.minimum(mine, theirs) + 0.2)
    if len(hit) <= most:
        return hit[np.argsort(-rank, kind="stable")]
    best = np.argpartition(-rank, most)[:most]
    return hit[best[np.argsort(-rank[best], kind="stable")]]
