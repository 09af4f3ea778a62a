"""The names of listed parties as columns in which candidates are found by their words.

Arrays only, so that an index is written as it is and opened again by mapping its files.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cocket.screening.names import normalise
from cocket.screening.other_gaps import Listed, other_gaps
from cocket.screening.pinyin_names import HAS_MARK, read_wade_giles
from cocket.screening.readings import WORDS_MAX, Reading, read_bare, read_folded, read_letters_apart
from cocket.screening.sounds_alike import Sounds
from cocket.screening.spelt_words import LETTERS, Bytes, Ids, SpeltWords
from cocket.screening.token_tables import PARTICLES, TITLES
from cocket.screening.vocabulary import Vocabulary, build_vocabulary
from cocket.screening.word_weights import Commonness, weights_of

NO_WORD = -1
TOGETHER_LETTERS = 64
_LEFT_OUT = frozenset((*PARTICLES, *TITLES))
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


def read_all(
    names: Iterable[str],
    number_of: dict[str, int],
    listed: Listed | None = None,
    by_ear: Callable[[str], Iterable[Reading]] | None = None,
) -> Readings:
    """The readings of all names; words met for the first time get the next number in ``number_of``. Where ``listed``
    tells which words are, names are also read with other gaps: where letters stand apart or together, and where gaps
    would make listed words of theirs."""
    every: list[tuple[int, bytes, Reading]] = []
    for number, name in enumerate(names):
        folded = normalise(name)
        own = b"" if name.isascii() else folded.encode()
        readings = read_folded(name, folded)
        if HAS_MARK.search(name):
            readings += tuple(read_wade_giles(name))
        if listed:
            readings += (*read_letters_apart(name, folded), *(() if name.isascii() else read_bare(readings, folded)))
        if by_ear and not name.isascii():
            readings += (*by_ear(name),)
        every += [(number, b"" if one.is_latin else own, one) for one in readings]
    if listed:
        gaps = other_gaps([one.words for _, _, one in every], listed)
        every = [
            (number, own, reading)
            for (number, own, one), ways in zip(every, gaps, strict=True)
            for reading in (one, *(one._replace(words=way[:WORDS_MAX]) for way in ways))
        ]
    together = [_together(one.words) for _, _, one in every]
    return Readings(
        _rows([one.words for _, _, one in every], number_of),
        np.array([number for number, _, _ in every], dtype=np.int32),
        np.array([_bits(one.kinds) for _, _, one in every], dtype=np.uint8),
        np.array([one.is_latin for _, _, one in every], dtype=np.bool_),
        np.array([one for one, _ in together], dtype=f"S{TOGETHER_LETTERS}"),
        np.array([one for _, one in together], dtype=f"S{TOGETHER_LETTERS}"),
        np.array([own for _, own, _ in every], dtype=f"S{TOGETHER_LETTERS}"),
    )


def _rows(names: Sequence[Sequence[str]], number_of: dict[str, int]) -> Ids:
    """The numbers of their words, a row for each name."""
    count = np.array([len(words) for words in names], dtype=np.intp)
    numbers = [number_of.setdefault(word[:LETTERS], len(number_of)) for words in names for word in words]
    rows = np.full((len(names), WORDS_MAX), NO_WORD, dtype=np.int32)
    rows[np.arange(WORDS_MAX) < count[:, None]] = numbers
    return rows


@cache
def _bits(kinds: frozenset[str]) -> int:
    return sum(KIND_BITS[kind] for kind in kinds)


def _together(words: Sequence[str]) -> tuple[bytes, bytes]:
    """Without particles and titles, unless there is nothing else."""
    own = [word for word in words if word not in _LEFT_OUT] or list(words)
    return "".join(own).encode(), "".join(sorted(own)).encode()


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Readings of listed names and what each weighs in all (``total``), their words, and where each word stands
    (``starts`` and ``places``, by word, the lightest readings first)."""

    party: Ids
    readings: Readings
    vocabulary: Vocabulary
    weight: NDArray[np.float32]
    total: NDArray[np.float32]
    starts: NDArray[np.int64]
    places: Ids
    commonness: Commonness
    sounds: Sounds

    @property
    def spelt(self) -> SpeltWords:
        return self.vocabulary.spelt


def build_index(names: Sequence[ListedName], commonness: Commonness | None = None) -> NameIndex:
    """``commonness``: how common words are elsewhere; left out, the names themselves tell."""
    number_of: dict[str, int] = {}
    readings = read_all((one.name for one in names), number_of)
    party = np.array([one.party for one in names], dtype=np.int32)
    words = list(number_of)
    commonness = commonness or Commonness.of(words, readings.words, party[readings.source])
    weight = weights_of(words, commonness)
    total = np.where(readings.words >= 0, weight[readings.words], 0).sum(axis=1, dtype=np.float32)
    starts, places = _postings(readings.words, total, len(words))
    vocabulary = build_vocabulary(words)
    sounds = Sounds.of(vocabulary.spelt.sounds)
    return NameIndex(party, readings, vocabulary, weight, total, starts, places, commonness, sounds)


def _postings(rows: Ids, total: NDArray[np.float32], word_count: int) -> tuple[NDArray[np.int64], Ids]:
    reading, column = np.nonzero(rows >= 0)
    words = rows[reading, column]
    order = np.lexsort((total[reading], words))
    starts = np.zeros(word_count + 1, dtype=np.int64)
    np.cumsum(np.bincount(words, minlength=word_count), out=starts[1:])
    return starts, reading[order].astype(np.int32)
