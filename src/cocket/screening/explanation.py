"""How the words of names found go together, many pairs at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cocket.screening.alignment import Alignment, align
from cocket.screening.columns import Counts
from cocket.screening.search import Asked as Read
from cocket.screening.search import Search
from cocket.screening.spelt_words import Ids


@dataclass(frozen=True, slots=True)
class Aligned:
    """A word asked about, the listed word that it goes with ("" for none), and how alike they are from 0 to 1."""

    asked: str
    listed: str
    alike: float


@dataclass(frozen=True, slots=True)
class Explained:
    """The words of a pair as they go together, the listed words left over, and the features that were scored."""

    words: tuple[Aligned, ...]
    left_over: tuple[str, ...]
    features: tuple[float, ...]


def explain_all(search: Search, names: Sequence[str], asked: Ids, listed: Ids) -> list[Explained]:
    """One for each pair ``names[asked[i]]`` and listed name ``listed[i]``, by their two readings that score best."""
    if not len(asked):
        return []
    own, index = search.read(names), search.index
    pair, mine, theirs = _readings_of_pairs(own.readings.source, asked, index.readings.source, listed)
    rows = search.pair_features(own, mine, theirs)
    order = np.lexsort((-search.score(rows), pair))
    best = order[np.searchsorted(pair[order], np.arange(len(asked)))]
    aligned = align(own.readings.words[mine[best]], index.readings.words[theirs[best]], own.spelt, index.spelt)
    return [
        Explained(*_words(own, search, aligned, number), tuple(row)) for number, row in enumerate(rows[best].tolist())
    ]


def _readings_of_pairs(source: Ids, asked: Ids, listed_source: Ids, listed: Ids) -> tuple[Counts, Ids, Ids]:
    """Every reading of one name with every reading of the other: the pair's number and both readings."""
    first, last = (np.searchsorted(source, asked, side) for side in ("left", "right"))
    begins, ends = (np.searchsorted(listed_source, listed, side) for side in ("left", "right"))
    width = ends - begins
    count = (last - first) * width
    pair = np.repeat(np.arange(len(asked)), count)
    number = np.arange(len(pair)) - np.repeat(np.cumsum(count) - count, count)
    mine = first[pair] + number // width[pair]
    return pair, mine.astype(np.int32), (begins[pair] + number % width[pair]).astype(np.int32)


def _words(own: Read, search: Search, aligned: Alignment, number: int) -> tuple[tuple[Aligned, ...], tuple[str, ...]]:
    mine, theirs = (row[row >= 0].tolist() for row in (aligned.one[number], aligned.other[number]))
    letters = search.index.spelt.letters
    listed = [letters[word].decode() for word in theirs]
    links, alike = aligned.links[number].tolist(), aligned.alike[number].tolist()
    words = tuple(
        Aligned(
            own.words[word],
            " ".join(one for there, one in enumerate(listed) if links[at][there]),
            round(alike[at], 3),
        )
        for at, word in enumerate(mine)
    )
    taken = [any(link[there] for link in links) for there in range(len(listed))]
    return words, tuple(one for there, one in enumerate(listed) if not taken[there])
