"""How alike two words are: letters, sound, and equivalents known by heart, as one figure from 0 to 1."""

import numpy as np
from numpy.typing import NDArray

from cocket.screening.spelt_words import Bags, Bytes, Ids, Places, SpeltWords, first_letters, same
from cocket.screening.token_tables import GROUPS_OF
from cocket.screening.word_distance import PREFIX, PREFIX_ADDS, PREFIX_FROM, WordPairs

KNOWN_EQUIVALENT = 0.92
INITIAL = 0.6
# Without vowels on one side two words agree by their consonants alone, which is less than agreeing in full.
BY_CONSONANTS = 0.94
BY_FEW_CONSONANTS, CONSONANTS_THAT_TELL = 0.86, 3
ROUNDED, PREFIX_MOST = 1e-6, PREFIX * PREFIX_ADDS
_GROUPS_OF = {word.encode(): frozenset(groups) for word, groups in GROUPS_OF.items()}


def likeness(one: SpeltWords, ones: Ids, other: SpeltWords, others: Ids, at_least: float = 0) -> NDArray[np.float32]:
    """One figure for each pair of rows ``(ones[i], others[i])``; some figure below ``at_least`` for the pairs that are
    not so alike."""
    found = np.zeros(len(ones), dtype=np.float32)
    equal = same(one.letters[ones], other.letters[others])
    number = one.is_number[ones] | other.is_number[others]
    rest = np.flatnonzero(~equal & ~number)
    if len(rest):
        mine, theirs = ones[rest], others[rest]
        found[rest] = _heard_and_spelt(one, mine, other, theirs, at_least)
        bare = one.is_vowelless[mine] | other.is_vowelless[theirs]
        if bare.any():
            at = rest[bare]
            found[at] = np.maximum(found[at], _by_consonants(one.skeletons[ones[at]], other.skeletons[others[at]]))
        _add_initials(found, rest, one, mine, other, theirs)
        _add_equivalents(found, rest, one, mine, other, theirs)
    # 1 is kept for words that are equal: whatever differs must rank below.
    np.minimum(found, 0.995, out=found)
    found[equal] = 1
    return found


def _heard_and_spelt(
    one: SpeltWords, ones: Ids, other: SpeltWords, others: Ids, at_least: float
) -> NDArray[np.float32]:
    """Half by sound, half by letters. Each step leaves out the pairs that the steps to come cannot bring to
    ``at_least``, however alike they find them."""
    found = np.zeros(len(ones), dtype=np.float32)
    heard, _ = _most_alike(one.sound_bag, one.sound_size, ones, other.sound_bag, other.sound_size, others)
    edits, jaro = _most_alike(one.letter_bag, one.size, ones, other.letter_bag, other.size, others)
    spelt = 0.25 * (edits + jaro + np.where(jaro > PREFIX_FROM, PREFIX_MOST * (1 - jaro), 0))
    needed = np.float32(at_least - ROUNDED)
    at = np.flatnonzero(0.5 * heard + spelt >= needed)
    ones, others, spelt = ones[at], others[at], spelt[at]
    sounds = (one.sounds[ones], other.sounds[others])
    heard = same(*sounds).astype(np.float32)
    differ = np.flatnonzero(heard == 0)
    heard[differ] = WordPairs(one.sound_places, ones[differ], sounds[1][differ]).edit_similarity()
    heard *= 0.5
    near = np.flatnonzero(heard + spelt >= needed)
    at, heard = at[near], heard[near]
    letters = WordPairs(one.letter_places, ones[near], other.letters[others[near]])
    found[at] = heard + 0.25 * (letters.edit_similarity() + letters.jaro_winkler())
    return found


def _most_alike(
    bag: Bags, size: Ids, ones: Ids, other_bag: Bags, other_size: Ids, others: Ids
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """At most how alike words are by edits and, the first letters aside, by Jaro: a letter that the other lacks is an
    edit and goes with none of its letters; and each letter by which one is longer is an edit."""
    mine, theirs = bag[ones], other_bag[others]
    length, other_length = size[ones].astype(np.float32), other_size[others].astype(np.float32)
    alone, other_alone = np.bitwise_count(mine & ~theirs), np.bitwise_count(theirs & ~mine)
    edits = np.maximum(np.maximum(alone, other_alone), np.abs(length - other_length))
    common = np.minimum(length - alone, other_length - other_alone)
    length, other_length = np.maximum(length, 1), np.maximum(other_length, 1)
    jaro = (common / length + common / other_length + 1) / 3
    return 1 - edits / np.maximum(length, other_length), jaro


def _by_consonants(one: Bytes, other: Bytes) -> NDArray[np.float32]:
    few = np.minimum(np.char.str_len(one), np.char.str_len(other)) < CONSONANTS_THAT_TELL
    most = np.where(few, BY_FEW_CONSONANTS, BY_CONSONANTS)
    alike = WordPairs(Places.of(one), np.arange(len(one), dtype=np.int32), other).edit_similarity()
    return np.asarray(most * alike, dtype=np.float32)


def _add_initials(
    found: NDArray[np.float32], rest: NDArray[np.intp], one: SpeltWords, ones: Ids, other: SpeltWords, others: Ids
) -> None:
    single = np.flatnonzero((one.size[ones] == 1) | (other.size[others] == 1))
    first = first_letters(one.letters[ones[single]]) == first_letters(other.letters[others[single]])
    found[rest[single]] = np.where(first, np.float32(INITIAL), np.float32(0))


def _add_equivalents(
    found: NDArray[np.float32], rest: NDArray[np.intp], one: SpeltWords, ones: Ids, other: SpeltWords, others: Ids
) -> None:
    known = np.flatnonzero(one.has_equivalents[ones] & other.has_equivalents[others])
    mine, theirs = one.letters[ones[known]].tolist(), other.letters[others[known]].tolist()
    same_group = [not _GROUPS_OF[a].isdisjoint(_GROUPS_OF[b]) for a, b in zip(mine, theirs, strict=True)]
    at = rest[known[np.array(same_group, dtype=np.bool_)]]
    found[at] = np.maximum(found[at], np.float32(KNOWN_EQUIVALENT))
