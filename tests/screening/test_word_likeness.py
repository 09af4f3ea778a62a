"""How alike words are: what is left out early because it cannot get there is what would not have got there."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from cocket.screening.spelt_words import SpeltWords
from cocket.screening.word_likeness import likeness

WORD = st.text("abcehiknorsty1", min_size=1, max_size=14)


@given(st.lists(st.tuples(WORD, WORD), min_size=1, max_size=30), st.floats(0.3, 0.95))
@example([("petrovsky", "petrovskij"), ("mohammad", "muhamed"), ("kestrel", "kestral"), ("ab", "ba")], 0.72)
def test_no_pair_that_is_alike_enough_is_left_out_early(words: list[tuple[str, str]], least: float) -> None:
    one, other = SpeltWords.of([a for a, _ in words]), SpeltWords.of([b for _, b in words])
    every = np.arange(len(words), dtype=np.int32)
    whole = likeness(one, every, other, every)
    asked = likeness(one, every, other, every, least)
    assert (asked >= least).tolist() == (whole >= least).tolist()
    assert asked[whole >= least].tolist() == whole[whole >= least].tolist()
