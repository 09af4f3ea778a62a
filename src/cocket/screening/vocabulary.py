"""The words of listed names, and which of them a word asked about may be: spelt, heard or known to be alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cocket.screening.columns import Counts, distinct, ranges
from cocket.screening.spelt_words import Hashes, Ids, SpeltWords
from cocket.screening.token_tables import GROUPS_OF, MEMBERS
from cocket.screening.word_likeness import likeness

# Words less alike than this never bring a name forward.
ALIKE_MIN = 0.64
# Rows that one hash may share before it tells nothing: short sounds that half the vocabulary has.
SHARED_MAX = 100
# Words of one list are at most this many letters longer than those they are like.
LONGER_MAX = 6
# Words looked at together: their pairs take some ten megabytes.
TOGETHER = 4096


class Neighbours(NamedTuple):
    """For each word asked about, from ``starts[i]`` to ``starts[i + 1]``: listed words like it, and how like."""

    starts: Counts
    words: Ids
    likeness: NDArray[np.float32]


NOBODY = Neighbours(np.zeros(1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.float32))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Listed words by number. ``hashes``: those of their spellings, each once and in order; the words that share one
    stand in ``hashed`` from ``hash_starts`` on. ``near``: of each listed word the listed words like it, worked out
    once, since most words asked about are on some list."""

    spelt: SpeltWords
    hashes: Hashes
    hash_starts: Counts
    hashed: Ids
    near: Neighbours


def build_vocabulary(words: Sequence[str]) -> Vocabulary:
    spelt = SpeltWords.of(words)
    hashes, hashed = spelt.keys()
    order = np.argsort(hashes)
    hashes = hashes[order]
    begins = np.flatnonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]])[: len(hashes)])
    hash_starts = np.append(begins, len(hashes)).astype(np.int64)
    made = Vocabulary(spelt, hashes[begins], hash_starts, hashed[order], NOBODY)
    known = {word: number for number, word in enumerate(words)}
    parts = [
        _compared(made, words[at : at + TOGETHER], spelt.take(np.arange(at, min(at + TOGETHER, len(words)))), known)
        for at in range(0, len(words), TOGETHER)
    ]
    return replace(made, near=_one_after_another(parts))


def _one_after_another(parts: Sequence[Neighbours]) -> Neighbours:
    if not parts:
        return NOBODY
    counts = np.concatenate([np.diff(part.starts) for part in parts])
    return Neighbours(
        _starts(counts),
        np.concatenate([part.words for part in parts]),
        np.concatenate([part.likeness for part in parts]),
    )


def _starts(counts: NDArray[np.integer]) -> Counts:
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def neighbours(vocabulary: Vocabulary, words: Sequence[str], spelt: SpeltWords, known: Mapping[str, int]) -> Neighbours:
    """``known`` numbers the listed words; a word that is one of them is not compared again."""
    own = np.fromiter((known.get(word, -1) for word in words), dtype=np.int64, count=len(words))
    listed, new = np.flatnonzero(own >= 0), np.flatnonzero(own < 0)
    compared = _compared(vocabulary, [words[row] for row in new.tolist()], spelt.take(new), known)
    near = vocabulary.near
    begins, count = near.starts[own[listed]], near.starts[own[listed] + 1] - near.starts[own[listed]]
    counts = np.zeros(len(words), dtype=np.int64)
    counts[listed], counts[new] = count, np.diff(compared.starts)
    starts = _starts(counts)
    found = np.zeros(starts[-1], dtype=np.int32)
    alike = np.zeros(starts[-1], dtype=np.float32)
    for rows, there, source in ((listed, begins, near), (new, compared.starts[:-1], compared)):
        _, into = ranges(rows, starts[rows], counts[rows])
        _, out_of = ranges(rows, there, counts[rows])
        found[into], alike[into] = source.words[out_of], source.likeness[out_of]
    return Neighbours(starts, found, alike)


def _compared(vocabulary: Vocabulary, words: Sequence[str], spelt: SpeltWords, known: Mapping[str, int]) -> Neighbours:
    """By the listed words that share a hash, or a line of the tables, with each word."""
    if not len(vocabulary.hashes) or not words:
        return Neighbours(np.zeros(len(words) + 1, np.int64), NOBODY.words, NOBODY.likeness)
    hashes, rows = spelt.keys()
    # In order, so that one look into the listed hashes lies near the one before.
    order = np.argsort(hashes)
    hashes, rows = hashes[order], rows[order]
    at = np.minimum(np.searchsorted(vocabulary.hashes, hashes), len(vocabulary.hashes) - 1)
    known_hash = vocabulary.hashes[at] == hashes
    at, rows = at[known_hash], rows[known_hash]
    first = vocabulary.hash_starts[at]
    count = vocabulary.hash_starts[at + 1] - first
    telling = count <= SHARED_MAX
    source, places = ranges(rows[telling].astype(np.int64), first[telling], count[telling])
    asked, found = _with_equivalents(source.astype(np.int32), vocabulary.hashed[places], words, known)
    word_count = len(vocabulary.spelt.letters)
    pairs = distinct(asked.astype(np.int64) * word_count + found)
    asked, found = (pairs // word_count).astype(np.int32), (pairs % word_count).astype(np.int32)
    near = np.abs(spelt.size[asked] - vocabulary.spelt.size[found]) <= LONGER_MAX
    asked, found = asked[near], found[near]
    alike = likeness(spelt, asked, vocabulary.spelt, found, ALIKE_MIN)
    kept = alike >= ALIKE_MIN
    return Neighbours(_starts(np.bincount(asked[kept], minlength=len(words))), found[kept], alike[kept])


def _with_equivalents(asked: Ids, found: Ids, words: Sequence[str], known: Mapping[str, int]) -> tuple[Ids, Ids]:
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
