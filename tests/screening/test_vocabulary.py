"""Listed words by number, and which of them a word may be."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cocket.screening.vocabulary import build_vocabulary

# Few letters, so that what is left of one word when letters fall out is often another word.
WORDS = st.text("ab1", min_size=1, max_size=12)


@given(st.lists(WORDS, unique=True, max_size=30), st.lists(WORDS, max_size=10))
def test_a_word_has_the_number_under_which_it_is_listed(listed: list[str], asked: list[str]) -> None:
    number_of = {word: number for number, word in enumerate(listed)}
    found = build_vocabulary(listed).numbers([*asked, *listed])
    assert found.dtype == np.int64
    assert found.tolist() == [number_of.get(word, -1) for word in (*asked, *listed)]
