"""Rows of words as columns: letters, sounds, hashes of what is left when letters fall out."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from cocket.screening.sound import heard, is_vowelless
from cocket.screening.token_tables import GROUPS_OF

Bytes: TypeAlias = NDArray[np.bytes_]
Hashes: TypeAlias = NDArray[np.uint64]
Ids: TypeAlias = NDArray[np.int32]
Bags: TypeAlias = NDArray[np.uint32]

LETTERS = 24  # longer words are compared by their first letters
ASCII = 128
_BASE = 0x9E3779B97F4A7C15 | 1
_INVERSE = pow(_BASE, -1, 1 << 64)
_POWERS = np.array([pow(_BASE, at, 1 << 64) for at in range(LETTERS + 1)], dtype=np.uint64)
# Words shorter than this lose no letter, or one at most: what is left would fit half the language.
ONE_LETTER_FROM, TWO_LETTERS_FROM, SOUND_LETTER_FROM, SKELETON_FROM = 4, 9, 6, 3
_SONS = (b"bin", b"ibn", b"ben", b"bint")
_STIR = np.uint64(0xD6E8FEB86659FD93)
_RAW, _SOUND, _SKELETON = (np.uint64(salt) for salt in (0x1D872B41, 0x5F356495, 0x7A3B9C15))


class Places(NamedTuple):
    """Where letters stand: a row for each word, a column for each ASCII character, bit ``i`` tells that it is the
    word's letter ``i``; and the words' sizes."""

    bits: NDArray[np.uint32]
    size: NDArray[np.integer]

    @classmethod
    def of(cls, words: Bytes) -> "Places":
        letters = _as_numbers(words)
        bits = np.zeros((len(letters), ASCII), dtype=np.uint32)
        for at in range(LETTERS):
            rows = np.flatnonzero(letters[:, at])
            bits[rows, letters[rows, at]] |= np.uint32(1 << at)
        return cls(bits, np.char.str_len(words))


class SpeltWords:
    """Columns over distinct words of ASCII letters and digits."""

    __slots__ = (
        "_letter_places",
        "_sound_places",
        "has_equivalents",
        "is_number",
        "is_son",
        "is_vowelless",
        "letter_bag",
        "letters",
        "size",
        "skeletons",
        "sound_bag",
        "sound_size",
        "sounds",
    )

    def __init__(
        self,
        letters: Bytes,
        sounds: Bytes,
        skeletons: Bytes,
        bare: NDArray[np.bool_],
        has_equivalents: NDArray[np.bool_] | None = None,
        bags: tuple[Bags, Bags] | None = None,
    ) -> None:
        """``has_equivalents`` and ``bags`` (of letters and of sounds): from an index on disk; left out they are worked
        out for each word."""
        self.letters, self.sounds, self.skeletons = letters, sounds, skeletons
        self.is_vowelless = bare
        first = first_letters(letters)
        self.is_number = (first >= ord("0")) & (first <= ord("9"))
        self.is_son = np.logical_or.reduce([letters == son for son in _SONS])
        if has_equivalents is None:
            known = (word.decode() in GROUPS_OF for word in letters.tolist())
            has_equivalents = np.fromiter(known, dtype=np.bool_, count=len(letters))
        self.has_equivalents = has_equivalents
        self.size = np.char.str_len(letters).astype(np.int32)
        self.sound_size = np.char.str_len(sounds).astype(np.int32)
        self.letter_bag, self.sound_bag = bags or (bags_of(letters), bags_of(sounds))
        self._letter_places: Places | None = None
        self._sound_places: Places | None = None

    # Asked of the few words of a question only: for all words of an index they would take tens of megabytes.
    @property
    def letter_places(self) -> Places:
        self._letter_places = self._letter_places or Places.of(self.letters)
        return self._letter_places

    @property
    def sound_places(self) -> Places:
        self._sound_places = self._sound_places or Places.of(self.sounds)
        return self._sound_places

    @classmethod
    def of(cls, words: Sequence[str]) -> "SpeltWords":
        sounds, skeletons = heard(words)
        return cls(
            as_letters(words),
            as_letters(sounds),
            as_letters(skeletons),
            np.fromiter((is_vowelless(word) for word in words), dtype=np.bool_, count=len(words)),
        )

    @classmethod
    def merged(cls, count: int, *parts: tuple[NDArray[np.integer], "SpeltWords"]) -> "SpeltWords":
        """``count`` words out of several columns: each with the rows at which its words shall stand."""

        def column(name: str) -> NDArray[Any]:
            whole = np.zeros(count, dtype=getattr(parts[0][1], name).dtype)
            for rows, words in parts:
                whole[rows] = getattr(words, name)
            return whole

        return cls(
            column("letters"), column("sounds"), column("skeletons"), column("is_vowelless"),
            column("has_equivalents"), (column("letter_bag"), column("sound_bag")),
        )  # fmt: skip

    def take(self, rows: NDArray[np.integer]) -> "SpeltWords":
        """These rows alone."""
        return SpeltWords(
            self.letters[rows], self.sounds[rows], self.skeletons[rows], self.is_vowelless[rows],
            self.has_equivalents[rows], (self.letter_bag[rows], self.sound_bag[rows]),
        )  # fmt: skip

    def keys(self) -> tuple[Hashes, Ids]:
        """``(hash, row)`` pairs, unsorted: rows that share one may be spellings of one word."""
        every = [
            _left_over(self.letters, _RAW, one_from=ONE_LETTER_FROM, two_from=TWO_LETTERS_FROM),
            _left_over(self.sounds, _SOUND, one_from=SOUND_LETTER_FROM, two_from=LETTERS + 1),
            _left_over(self.skeletons, _SKELETON, one_from=LETTERS + 1, two_from=LETTERS + 1, shortest=SKELETON_FROM),
        ]
        return np.concatenate([hashes for hashes, _ in every]), np.concatenate([rows for _, rows in every])


def as_letters(words: Iterable[str]) -> Bytes:
    return np.array([word.encode() for word in words], dtype=f"S{LETTERS}")


def bags_of(words: Bytes) -> Bags:
    """Which letters each word has, a bit for each. Some share one (p and 0): words may seem more alike, never less."""
    letters = _as_numbers(words)
    bits = np.where(letters > 0, np.uint32(1) << (letters & np.uint8(31)).astype(np.uint32), np.uint32(0))
    bags: Bags = np.bitwise_or.reduce(bits, axis=1)
    return bags


def same(ones: Bytes, others: Bytes) -> NDArray[np.bool_]:
    """Where two columns hold the same word: eight letters at a time."""
    mine, theirs = (words.view(np.uint64).reshape(-1, LETTERS // 8) for words in (ones, others))
    equal: NDArray[np.bool_] = mine[:, 0] == theirs[:, 0]
    for at in range(1, LETTERS // 8):
        equal &= mine[:, at] == theirs[:, at]
    return equal


def first_letters(words: Bytes) -> NDArray[np.uint8]:
    return _as_numbers(words)[:, 0]


def _as_numbers(words: Bytes) -> NDArray[np.uint8]:
    """A row for each word, a column for each of its letters, 0 behind the last."""
    return words.view(np.uint8).reshape(-1, LETTERS)


def _terms(words: Bytes) -> Hashes:
    """What each letter adds to the hash of its word."""
    return _as_numbers(words).astype(np.uint64) * _POWERS[:LETTERS]


def _left_over(words: Bytes, salt: np.uint64, *, one_from: int, two_from: int, shortest: int = 1) -> tuple[Hashes, Ids]:
    """Hashes of each word whole, and with one and with two letters out where it is long enough."""
    size = np.char.str_len(words)
    terms = _terms(words)
    before = np.zeros((len(words), LETTERS + 1), dtype=np.uint64)
    np.cumsum(terms, axis=1, out=before[:, 1:])
    whole = before[:, LETTERS]
    back = np.uint64(_INVERSE)
    every: list[tuple[Hashes, NDArray[np.intp]]] = [(whole[size >= shortest], np.flatnonzero(size >= shortest))]
    for count in np.unique(size[size >= one_from]).tolist():
        rows = np.flatnonzero(size == count)
        start, end = before[rows], whole[rows][:, None]
        every.append((start[:, :count] + (end - start[:, 1 : count + 1]) * back, rows))
        if count >= two_from:
            at, then = np.triu_indices(count, 1)
            between = (start[:, then] - start[:, at + 1]) * back
            every.append((start[:, at] + between + (end - start[:, then + 1]) * back * back, rows))
    every_hash: Hashes = np.concatenate([one.ravel() for one, _ in every])
    every_row: Ids = np.concatenate([np.repeat(rows, one[:1].size) for one, rows in every]).astype(np.int32)
    return (every_hash ^ salt) * _STIR, every_row
