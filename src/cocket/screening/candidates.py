"""The listed readings that share most with a name, found by the words that are alike."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cocket.screening.index import NameIndex, Neighbours, Readings
from cocket.screening.spelt_words import Ids

# Words that weigh less than this bring no name forward, unless the name has nothing better.
TELLING_MIN = 0.15


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
        scores = _scores(index, telling, weight, near, lengths, readings)
        found.append(_best(scores, mine, index.total, most) if scores is not None else np.zeros(0, np.intp))
    counts = [len(one) for one in found]
    listed = np.concatenate(found) if found else np.zeros(0, np.intp)
    return Candidates(np.repeat(np.arange(len(found), dtype=np.int32), counts), listed.astype(np.int32))


def _scores(
    index: NameIndex,
    words: Ids,
    weight: NDArray[np.float32],
    near: Neighbours,
    lengths: NDArray[np.int64],
    readings: int,
) -> NDArray[np.float64] | None:
    """Over all listed readings: likeness squared times the weights of both words, added up."""
    places: list[Ids] = []
    gains: list[NDArray[np.float32]] = []
    counts: list[NDArray[np.int64]] = []
    for word in words:
        start, end = near.starts[word], near.starts[word + 1]
        alike = near.words[start:end]
        gain = near.likeness[start:end] ** 2 * (weight[word] + index.weight[alike])
        gains.append(gain)
        counts.append(lengths[alike])
        places += [index.places[index.starts[one] : index.starts[one + 1]] for one in alike]
    if not places:
        return None
    gain = np.repeat(np.concatenate(gains), np.concatenate(counts))
    return np.bincount(np.concatenate(places), weights=gain, minlength=readings).astype(np.float64, copy=False)


def _best(scores: NDArray[np.float64], mine: float, total: NDArray[np.float32], most: int) -> NDArray[np.intp]:
    hit = np.flatnonzero(scores > 0.25 * mine)
    gained = scores[hit]
    theirs = total[hit]
    rank = gained / (mine + theirs) + 0.3 * gained / (2 * np.minimum(mine, theirs) + 0.2)
    if len(hit) <= most:
        return hit[np.argsort(-rank, kind="stable")]
    best = np.argpartition(-rank, most)[:most]
    return hit[best[np.argsort(-rank[best], kind="stable")]]
