"""The names of listed parties as columns in which candidates are found by their words.

Arrays only, so that an index is written as it is and opened again by mapping its files.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cocket.screening.columns import Counts, distinct, ranges
from cocket.screening.names import normalise
from cocket.screening.readings import WORDS_MAX, read_name
from cocket.screening.spelt_words import LETTERS, Bytes, Hashes, Ids, SpeltWords
from cocket.screening.token_tables import GROUPS_OF, MEMBERS, PARTICLES, TITLES
from cocket.screening.word_likeness import likeness
from cocket.screening.word_weights import Commonness, weights_of

NO_WORD = -1
# Words less alike than this never bring a name forward.
ALIKE_MIN = 0.64
# Rows that one hash may share before it tells nothing: short sounds that half the vocabulary has.
SHARED_MAX = 100
TOGETHER_LETTERS = 64
KIND_BITS = {"stock": 1, "limited": 2, "partnership": 4}


class ListedName(NamedTuple):
    """A name of the party ``party`` (its number in the caller's own order)."""

    party: int
    name: str


@dataclass(frozen=True, slots=True)
class Readings:
    """Readings of names as columns: ``words`` holds rows of word numbers, filled up with NO_WORD.

    ``source`` is the number of the name that each reads, ``kinds`` its legal forms as bits; ``in_order`` and
    ``by_letter`` hold its words written together, as they stand and in the order of the alphabet; ``written`` the name
    as it is written, in UTF-8, where that is not in Latin letters.
    """

    words: Ids
    source: Ids
    kinds: NDArray[np.uint8]
    is_latin: NDArray[np.bool_]
    in_order: Bytes
    by_letter: Bytes
    written: Bytes

    def __len__(self) -> int:
        return len(self.source)


def read_all(names: Iterable[str], number_of: dict[str, int]) -> Readings:
    """The readings of all names; words met for the first time get the next number in ``number_of``."""
    rows: list[list[int]] = []
    source: list[int] = []
    kinds: list[int] = []
    latin: list[bool] = []
    together: list[tuple[bytes, bytes]] = []
    written: list[bytes] = []
    for number, name in enumerate(names):
        own = b"" if name.isascii() else normalise(name).encode()
        for reading in read_name(name):
            row = [number_of.setdefault(word[:LETTERS], len(number_of)) for word in reading.words]
            rows.append(row + [NO_WORD] * (WORDS_MAX - len(row)))
            source.append(number)
            kinds.append(sum(KIND_BITS[kind] for kind in reading.kinds))
            latin.append(reading.is_latin)
            together.append(_together(reading.words))
            written.append(b"" if reading.is_latin else own)
    return Readings(
        np.array(rows, dtype=np.int32).reshape(-1, WORDS_MAX),
        np.array(source, dtype=np.int32),
        np.array(kinds, dtype=np.uint8),
        np.array(latin, dtype=np.bool_),
        np.array([one for one, _ in together], dtype=f"S{TOGETHER_LETTERS}"),
        np.array([one for _, one in together], dtype=f"S{TOGETHER_LETTERS}"),
        np.array(written, dtype=f"S{TOGETHER_LETTERS}"),
    )


def _together(words: Sequence[str]) -> tuple[bytes, bytes]:
    """Without particles and titles, unless there is nothing else."""
    own = [word for word in words if word not in PARTICLES and word not in TITLES] or list(words)
    return "".join(own).encode(), "".join(sorted(own)).encode()


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Readings of listed names, their words, and where each word stands (``starts`` and ``places``, by word).

    ``hashes``: those of spellings of the words, each once and in order; the words that share one stand in ``hashed``
    from ``hash_starts`` on.
    """

    party: Ids
    readings: Readings
    spelt: SpeltWords
    weight: NDArray[np.float32]
    total: NDArray[np.float32]
    starts: NDArray[np.int64]
    places: Ids
    hashes: Hashes
    hash_starts: Counts
    hashed: Ids
    commonness: Commonness

    @property
    def word_count(self) -> int:
        return len(self.weight)


def build_index(names: Sequence[ListedName], commonness: Commonness | None = None) -> NameIndex:
    """``commonness``: how common words are elsewhere; left out, the names themselves tell."""
    number_of: dict[str, int] = {}
    readings = read_all((one.name for one in names), number_of)
    party = np.array([one.party for one in names], dtype=np.int32)
    words = list(number_of)
    spelt = SpeltWords.of(words)
    commonness = commonness or Commonness.of(words, readings.words, party[readings.source])
    weight = weights_of(words, commonness)
    total = np.where(readings.words >= 0, weight[readings.words], 0).sum(axis=1, dtype=np.float32)
    starts, places = _postings(readings.words, len(words))
    hashes, hashed = spelt.keys()
    order = np.argsort(hashes)
    hashes = hashes[order]
    begins = np.flatnonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]])[: len(hashes)])
    hash_starts = np.append(begins, len(hashes)).astype(np.int64)
    return NameIndex(
        party, readings, spelt, weight, total, starts, places, hashes[begins], hash_starts, hashed[order], commonness
    )  # fmt: skip


def _postings(rows: Ids, word_count: int) -> tuple[NDArray[np.int64], Ids]:
    reading, column = np.nonzero(rows >= 0)
    words = rows[reading, column]
    order = np.argsort(words, kind="stable")
    starts = np.zeros(word_count + 1, dtype=np.int64)
    np.cumsum(np.bincount(words, minlength=word_count), out=starts[1:])
    return starts, reading[order].astype(np.int32)


class Neighbours(NamedTuple):
    """For each word asked about, from ``starts[i]`` to ``starts[i + 1]``: listed words like it, and how like."""

    starts: NDArray[np.int64]
    words: Ids
    likeness: NDArray[np.float32]


def neighbours(index: NameIndex, words: Sequence[str], spelt: SpeltWords, known: dict[str, int]) -> Neighbours:
    """``known`` numbers the words of the index."""
    if not len(index.hashes):
        return Neighbours(np.zeros(len(words) + 1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.float32))
    hashes, rows = spelt.keys()
    # In order, so that one look into the index lies near the one before.
    order = np.argsort(hashes)
    hashes, rows = hashes[order], rows[order]
    at = np.minimum(np.searchsorted(index.hashes, hashes), len(index.hashes) - 1)
    known_hash = index.hashes[at] == hashes
    at, rows = at[known_hash], rows[known_hash]
    first = index.hash_starts[at]
    count = index.hash_starts[at + 1] - first
    telling = count <= SHARED_MAX
    source, places = ranges(rows[telling].astype(np.int64), first[telling], count[telling])
    asked, found = _with_equivalents(source.astype(np.int32), index.hashed[places], words, known)
    pairs = distinct(asked.astype(np.int64) * index.word_count + found)
    asked, found = (pairs // index.word_count).astype(np.int32), (pairs % index.word_count).astype(np.int32)
    near = np.abs(spelt.size[asked] - index.spelt.size[found]) <= 6
    asked, found = asked[near], found[near]
    alike = likeness(spelt, asked, index.spelt, found, ALIKE_MIN)
    kept = alike >= ALIKE_MIN
    asked, found, alike = asked[kept], found[kept], alike[kept]
    starts = np.zeros(len(words) + 1, dtype=np.int64)
    np.cumsum(np.bincount(asked, minlength=len(words)), out=starts[1:])
    return Neighbours(starts, found, alike)


def _with_equivalents(asked: Ids, found: Ids, words: Sequence[str], known: dict[str, int]) -> tuple[Ids, Ids]:
    more = [
        (row, known[member])
        for row, word in enumerate(words)
        for group in GROUPS_OF.get(word, ())
        for member in MEMBERS[group]
        if member in known
    ]
    if not more:
        return asked, found
    extra = np.array(more, dtype=np.int32)
    return np.concatenate([asked, extra[:, 0]]), np.concatenate([found, extra[:, 1]])
