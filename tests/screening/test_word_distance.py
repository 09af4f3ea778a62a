"""Figures of many pairs of words at once: those that rapidfuzz tells pair by pair, to the last bit."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA, JaroWinkler

from cocket.screening.spelt_words import LETTERS, Places, as_letters
from cocket.screening.word_distance import WordPairs

# Few letters, so that words share many of them in another order.
LIKE = st.text("abcC1", max_size=LETTERS)
PAIRS = st.lists(st.tuples(LIKE, LIKE | st.text("kmnopqrstuvwxyz059", max_size=LETTERS)), max_size=40)


def pairs(words: list[tuple[str, str]]) -> WordPairs:
    one, other = as_letters(a for a, _ in words), as_letters(b for _, b in words)
    return WordPairs(Places.of(one), np.arange(len(words), dtype=np.int32), other)


@given(PAIRS)
@example([("ca", "abc"), ("", ""), ("", "abc"), ("abc", ""), ("a" * LETTERS, "a" * LETTERS)])
def test_edits_are_those_counted_pair_by_pair(words: list[tuple[str, str]]) -> None:
    expected = [np.float32(OSA.normalized_similarity(a, b)) for a, b in words]
    assert pairs(words).edit_similarity().tolist() == expected


@given(PAIRS)
@example([("a", "a"), ("a", "b"), ("ab", "ba"), ("martha", "marhta"), ("c" * LETTERS, "c" * (LETTERS - 1) + "a")])
def test_jaro_winkler_is_that_found_pair_by_pair(words: list[tuple[str, str]]) -> None:
    words = [(a or "a", b or "b") for a, b in words]
    expected = [np.float32(JaroWinkler.similarity(a, b)) for a, b in words]
    assert pairs(words).jaro_winkler().tolist() == expected
