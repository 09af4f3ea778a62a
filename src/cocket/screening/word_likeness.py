"""How alike two words are: letters, sound, and equivalents known by heart, as one figure from 0 to 1."""

import numpy as np
from numpy.typing import NDArray

from cocket.screening.spelt_words import Bytes, Ids, Places, SpeltWords
from cocket.screening.token_tables import GROUPS_OF
from cocket.screening.word_distance import WordPairs

KNOWN_EQUIVALENT = 0.92
INITIAL = 0.6
# Without vowels on one side two words agree by their consonants alone, which is less than agreeing in full.
BY_CONSONANTS = 0.94
BY_FEW_CONSONANTS, CONSONANTS_THAT_TELL = 0.86, 3
_GROUPS_OF = {word.encode(): frozenset(groups) for word, groups in GROUPS_OF.items()}


def likeness(one: SpeltWords, ones: Ids, other: SpeltWords, others: Ids, at_least: float = 0) -> NDArray[np.float32]:
    """One figure for each pair of rows ``(ones[i], others[i])``; some figure below ``at_least`` for the pairs that are
    not so alike."""
    letters = (one.letters[ones], other.letters[others])
    found = np.zeros(len(ones), dtype=np.float32)
    equal = letters[0] == letters[1]
    number = one.is_number[ones] | other.is_number[others]
    rest = np.flatnonzero(~equal & ~number)
    if len(rest):
        found[rest] = _heard_and_spelt(one, ones[rest], other, others[rest], at_least)
        bare = one.is_vowelless[ones[rest]] | other.is_vowelless[others[rest]]
        if bare.any():
            at = rest[bare]
            found[at] = np.maximum(found[at], _by_consonants(one.skeletons[ones[at]], other.skeletons[others[at]]))
        _add_initials(found, rest, one, ones, other, others)
        _add_equivalents(found, rest, one, ones, other, others)
    # 1 is kept for words that are equal: whatever differs must rank below.
    np.minimum(found, 0.995, out=found)
    found[equal] = 1
    return found


def _heard_and_spelt(
    one: SpeltWords, ones: Ids, other: SpeltWords, others: Ids, at_least: float
) -> NDArray[np.float32]:
    """Half by sound, half by letters. Each step leaves out the pairs that the steps to come cannot bring to
    ``at_least``, however alike they find them."""
    size, others_size = one.size[ones], other.size[others]
    longer = np.maximum(size, others_size)
    # Each letter more is an edit at least.
    most = 1 - 0.25 * np.abs(size - others_size) / longer
    sounds = (one.sounds[ones], other.sounds[others])
    heard = (sounds[0] == sounds[1]).astype(np.float32)
    at = np.flatnonzero((heard == 0) & (most >= at_least))
    heard[at] = WordPairs(one.sound_places, ones[at], sounds[1][at]).edit_similarity()
    at = np.flatnonzero(most - 0.5 * (1 - heard) >= at_least)
    letters = WordPairs(one.letter_places, ones[at], other.letters[others[at]])
    found: NDArray[np.float32] = heard * np.float32(0.5)
    found[at] += 0.25 * (letters.edit_similarity() + letters.jaro_winkler())
    return found


def _by_consonants(one: Bytes, other: Bytes) -> NDArray[np.float32]:
    few = np.minimum(np.char.str_len(one), np.char.str_len(other)) < CONSONANTS_THAT_TELL
    most = np.where(few, BY_FEW_CONSONANTS, BY_CONSONANTS)
    alike = WordPairs(Places.of(one), np.arange(len(one), dtype=np.int32), other).edit_similarity()
    return np.asarray(most * alike, dtype=np.float32)


def _add_initials(
    found: NDArray[np.float32], rest: NDArray[np.intp], one: SpeltWords, ones: Ids, other: SpeltWords, others: Ids
) -> None:
    first = one.letters[ones[rest]].astype("S1") == other.letters[others[rest]].astype("S1")
    single = (one.size[ones[rest]] == 1) | (other.size[others[rest]] == 1)
    found[rest[single]] = 0
    found[rest[single & first]] = INITIAL


def _add_equivalents(
    found: NDArray[np.float32], rest: NDArray[np.intp], one: SpeltWords, ones: Ids, other: SpeltWords, others: Ids
) -> None:
    known = np.flatnonzero(one.has_equivalents[ones[rest]] & other.has_equivalents[others[rest]])
    at = rest[known]
    mine, theirs = one.letters[ones[at]].tolist(), other.letters[others[at]].tolist()
    same = [not _GROUPS_OF[a].isdisjoint(_GROUPS_OF[b]) for a, b in zip(mine, theirs, strict=True)]
    at = at[np.array(same, dtype=np.bool_)]
    found[at] = np.maximum(found[at], np.float32(KNOWN_EQUIVALENT))
