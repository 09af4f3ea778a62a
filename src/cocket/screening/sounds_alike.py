"""Words spelt by ear beside words in Latin letters: which have the same sound, and how unlike their vowels are."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from cocket.screening.sound import spoken
from cocket.screening.spelt_words import LETTERS, Bytes, Ids
from cocket.screening.syllable import CLASSES, Syllable

# Ways to take one word that are followed up.
SPELLINGS_MAX = 200
# What words are that are not alike.
OTHER = 9.0
_VOWEL, _ANY = "a", "?"  # which stands for any in a sound, and for one that is not written
_CONSONANTS = re.compile("[^aeiouy]")
# Vowels that are heard for each other, each pair by its letters.
_NEAR = {frozenset(pair) for pair in ("ao", "ae", "ei", "ou", "iu", "eo", "au")}
# One side alone has a vowel, where that may be; the first or the last one is the same; they are near; they are not.
_LOOSE, _PARTLY, _NEARLY, _UNLIKE = 0.05, 0.1, 0.25, 0.6


class Spelling(NamedTuple):
    """A way to take a word spelt by ear: its sound, the vowels before, between and behind the consonants of it, and how
    much it takes for unwritten or not spoken."""

    sound: str
    vowels: tuple[str, ...]
    unlike: float = 0

    def and_then(self, one: Syllable) -> Iterator["Spelling"]:
        """With a syllable more, in each way to take it."""
        for consonants in one.consonants:
            for way in self._with_consonants(consonants):
                if not one.vowels:
                    yield way
                elif one.may_fall:
                    yield way._replace(unlike=way.unlike + _LOOSE)
                if one.vowels or one.may_lack:
                    yield way._with_vowels(one.vowels or _ANY)

    def _with_consonants(self, consonants: str) -> Iterator["Spelling"]:
        if consonants and self.sound.endswith(consonants[0]):
            # Of two that are the same some languages write one.
            yield Spelling(self.sound + consonants[1:], self.vowels + ("",) * (len(consonants) - 1), self.unlike)
        yield Spelling(self.sound + consonants, self.vowels + ("",) * len(consonants), self.unlike)

    def _with_vowels(self, vowels: str) -> "Spelling":
        sound = self.sound if self.sound.endswith(_VOWEL) else self.sound + _VOWEL
        return Spelling(sound, (*self.vowels[:-1], self.vowels[-1] + vowels), self.unlike)


class Sounds(NamedTuple):
    """The sounds of listed words in the order of the alphabet, with consonants told apart as in CLASSES, and the words'
    rows."""

    letters: Bytes
    rows: Ids

    @classmethod
    def of(cls, sounds: Bytes) -> "Sounds":
        table = np.arange(256, dtype=np.uint8)
        table[[*CLASSES]] = [*CLASSES.values()]
        letters = table[np.ascontiguousarray(sounds).view(np.uint8)].view(sounds.dtype)
        rows = np.argsort(letters).astype(np.int32)
        return cls(letters[rows], rows)


def matching(letters: Sequence[bytes], syllables: Sequence[Syllable]) -> Iterator[tuple[Spelling, int]]:
    """Ways to take a word, each with the places of the sounds that are just so; ``letters``: sounds in order."""
    for way in _ways(letters, syllables):
        sound = way.sound.encode()[:LETTERS]
        at = bisect_left(letters, sound)
        while at < len(letters) and letters[at] == sound:
            yield way, at
            at += 1


def _ways(letters: Sequence[bytes], syllables: Sequence[Syllable]) -> Iterable[Spelling]:
    ways: Iterable[Spelling] = [Spelling("", ("",))] if syllables else []
    for number, one in enumerate(syllables):
        if number == 0 and one.vowels[:1] in ("i", "e") and "" in one.consonants:
            # Yevgeny and Evgeny.
            one = one._replace(consonants=(*one.consonants, "j"))
        longer = {way.sound: way for begun in ways for way in begun.and_then(one)}
        ways = [way for sound, way in longer.items() if _is_begun(letters, sound.encode()[:LETTERS])][:SPELLINGS_MAX]
    return ways


def _is_begun(letters: Sequence[bytes], sound: bytes) -> bool:
    """Whether some listed word begins so."""
    at = bisect_left(letters, sound)
    return at < len(letters) and letters[at].startswith(sound)


@lru_cache(maxsize=1 << 14)
def vowels_of(word: str) -> tuple[str, ...]:
    """Of a word in Latin letters the vowels before, between and behind its consonants."""
    return tuple(_CONSONANTS.split(spoken(word).replace("y", "i")))


def unlike(one: Spelling, listed: Sequence[str], at_most: float) -> float:
    """How much the vowels differ, added up; OTHER where it is more than ``at_most``."""
    total = one.unlike
    for pair in zip(one.vowels, listed, strict=False):
        total += _vowels_unlike(*pair)
        if total > at_most:
            return OTHER
    return total


@lru_cache(maxsize=1 << 12)
def _vowels_unlike(asked: str, listed: str) -> float:
    if asked == listed:
        return 0
    if asked == _ANY or not asked or not listed:
        return _LOOSE
    if asked[0] == "i" and asked[1:] == listed:
        return 0  # ia and ya
    if asked[0] == listed[0] or asked[-1] == listed[-1]:
        return _PARTLY
    return _NEARLY if frozenset((asked[0], listed[0])) in _NEAR else _UNLIKE
