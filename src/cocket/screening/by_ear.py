"""Names in scripts that spell foreign ones by ear, read as the listed words that would be spelt so.

プーチン is puchin letter by letter, and nobody is listed under that; but of the listed words it can only be Putin.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from cocket.screening.alignment import Floats
from cocket.screening.form_phrases import take_forms
from cocket.screening.hangul_syllables import is_korean
from cocket.screening.index import NO_WORD, NameIndex
from cocket.screening.kana_syllables import LONG
from cocket.screening.names import normalise
from cocket.screening.readings import GAP, WORDS_MAX, Reading
from cocket.screening.romanise import HAN, romanise, scripts_of
from cocket.screening.sounds_alike import OTHER, matching, unlike, vowels_of
from cocket.screening.spelt_by_ear import is_spelt_by_ear, particle_apart, syllables_of
from cocket.screening.spelt_words import Ids

# Listed words for one word, and readings for one name, that are followed up.
WORDS_FOR_ONE, READINGS_FOR_ONE = 40, 3
# Readings that are so much less alike than the best are not.
LESS_ALIKE = 0.1


class Closeness(NamedTuple):
    """How much the vowels of one word may differ, how much those of all words for each of their consonants, and how
    many consonants these have."""

    one_word: float
    each_consonant: float
    consonants: int


# Ali and Ari are one in kana; Han letters have few syllables to choose from.
_TOGETHER, _TOGETHER_IN_HAN = Closeness(0.25, 0.055, 4), Closeness(0.45, 0.075, 4)
# A word that stands alone is nearly as it is spelt; a long vowel tells as much as a consonant.
_ALONE = Closeness(0.25, 0.035, 4)

Heard = dict[int, float]


class ByEar:
    """Reads names by the words of one index."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index

    @cached_property
    def _letters(self) -> list[bytes]:
        letters: list[bytes] = self._index.sounds.letters.tolist()
        return letters

    @cached_property
    def _rows(self) -> list[int]:
        rows: list[int] = self._index.sounds.rows.tolist()
        return rows

    @cached_property
    def _words(self) -> list[bytes]:
        words: list[bytes] = self._index.spelt.letters.tolist()
        return words

    @cached_property
    def _names(self) -> list[int]:
        """How many listed names have each word."""
        counts: list[int] = np.diff(self._index.starts).tolist()
        return counts

    def read(self, name: str) -> list[Reading]:
        """Readings of a name some of whose words are spelt by ear, with listed words in their place: words that one
        listed name has together, or the one word of the name."""
        if not is_spelt_by_ear(name):
            return []
        words, kinds = take_forms([word for part in GAP.split(name) for word in normalise(part).split()])
        if not words or is_korean(words):
            return []
        closeness = _TOGETHER_IN_HAN if HAN in scripts_of(words[0]) else _TOGETHER
        apart = [part for word in words for part in particle_apart(word)]
        for own in dict.fromkeys((tuple(words[:WORDS_MAX]), tuple(apart[:WORDS_MAX]))):
            if ways := self._ways(own, closeness):
                return [Reading(way, kinds, is_latin=False) for way in ways]
        return []

    def _ways(self, words: Sequence[str], closeness: Closeness) -> list[tuple[str, ...]]:
        heard = [self._heard(word, closeness.one_word) for word in words]
        ways = self._alone(words[0], heard[0]) if len(words) == 1 else self._together(heard, closeness)
        plain = ["".join((romanise(word) or ((),))[0]) for word in words]
        return [tuple(filter(None, map(self._instead, way, plain))) for way in ways[:READINGS_FOR_ONE]]

    def _instead(self, row: int, plain: str) -> str:
        return plain if row == NO_WORD else self._word(row)

    def _heard(self, word: str, at_most: float) -> Heard:
        """Listed words that may be spelt so, with how unlike they are, the likeliest first and of equals the one that
        most names have."""
        found: Heard = {}
        for one, place in matching(self._letters, syllables_of(word)):
            row = self._rows[place]
            own = unlike(one, vowels_of(self._word(row)), at_most)
            if own < found.get(row, OTHER):
                found[row] = own
        near = sorted(found, key=lambda row: (found[row], -self._names[row]))
        return {row: found[row] for row in near[:WORDS_FOR_ONE]}

    def _alone(self, word: str, heard: Heard) -> list[tuple[int, ...]]:
        long = int(LONG in word)
        return [(row,) for row in heard if _is_close(self._consonants([row]), heard[row], _ALONE, long)]

    def _together(self, heard: Sequence[Heard], closeness: Closeness) -> list[tuple[int, ...]]:
        """Of each word of a name the listed word that it is, NO_WORD for none, so that as many as can be stand in one
        listed name, and two at least."""
        if sum(map(bool, heard)) < 2:
            return []
        which, total = self._in_each_name(heard)
        count = (which != NO_WORD).sum(axis=0)
        most = max(int(count.max()), 2)
        names = np.flatnonzero(count == most)
        names = names[total[names] <= total[names].min(initial=OTHER) + LESS_ALIKE]
        ways = dict.fromkeys(map(tuple, which[:, names[np.argsort(total[names], kind="stable")]].T.tolist()))
        return [way for way in ways if self._is_telling(way, heard, most, closeness)]

    def _in_each_name(self, heard: Sequence[Heard]) -> tuple[Ids, Floats]:
        """For each listed reading that has any the words of it that are heard, a row for each word asked about, and how
        unlike they are together."""
        places = [[self._places(row) for row in words] for words in heard]
        names = np.unique(np.concatenate([own for each in places for own in each]))
        which = np.full((len(heard), len(names)), NO_WORD, dtype=np.int32)
        total = np.zeros(len(names), dtype=np.float32)
        for at, words in enumerate(heard):
            own = np.zeros(len(names), dtype=np.float32)
            # The likeliest last, so that it stays where one name has several.
            for row, there in reversed([*zip(words, places[at], strict=True)]):
                column = np.searchsorted(names, there)
                which[at, column], own[column] = row, words[row]
            total += own
        return which, total

    def _places(self, row: int) -> Ids:
        return self._index.places[self._index.starts[row] : self._index.starts[row + 1]]

    def _is_telling(self, way: Sequence[int], heard: Sequence[Heard], most: int, closeness: Closeness) -> bool:
        """Whether its words, no two of them one, are many consonants and close."""
        found = {row: words[row] for row, words in zip(way, heard, strict=True) if row != NO_WORD}
        return len(found) == most and _is_close(self._consonants(found), sum(found.values()), closeness)

    def _consonants(self, rows: Iterable[int]) -> int:
        return sum(len(vowels_of(self._word(row))) - 1 for row in rows)

    def _word(self, row: int) -> str:
        return self._words[row].decode()


def _is_close(consonants: int, unlike_by: float, closeness: Closeness, long: int = 0) -> bool:
    return consonants + long >= closeness.consonants and unlike_by <= closeness.each_consonant * consonants
