"""One slip of the pen: what counts as one, and that none is missed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.screening.spelling import NearSpelling, is_one_slip

WORDS = ("rheinmetall", "lockheed", "tokin", "mitsubishi", "hensoldt", "leidos", "nippi")
LETTERS = "abcdehilmnorstu"


@pytest.mark.parametrize(
    ("one", "other"),
    [("leidos", "leidas"), ("leidos", "leids"), ("leidos", "leiddos"), ("center", "centre"), ("a", "")],
)
def test_one_letter_less_more_or_other_or_two_swapped_is_one_slip(one: str, other: str) -> None:
    assert is_one_slip(one, other) and is_one_slip(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("leidos", "leidos"), ("leidos", "laidas"), ("leidos", "dosile"), ("act12", "act13"), ("a320", "a32")],
)
def test_nothing_two_letters_or_a_digit_is_not_one_slip(one: str, other: str) -> None:
    assert not is_one_slip(one, other) and not is_one_slip(other, one)


@given(st.text(alphabet="abc", max_size=6), st.text(alphabet="abc", max_size=6))
def test_one_slip_agrees_with_trying_every_slip(one: str, other: str) -> None:
    assert is_one_slip(one, other) == (other != one and other in _all_slips(one, "abc"))


@given(st.sampled_from(WORDS), st.data())
def test_no_slip_in_an_indexed_word_is_missed(word: str, data: st.DataObject) -> None:
    slip = data.draw(st.sampled_from(sorted(_all_slips(word, LETTERS) - {word})))
    assert word in NearSpelling(WORDS, shortest=5).near(slip)


def test_short_words_have_no_neighbours() -> None:
    assert NearSpelling(["tdk", "ihi"], shortest=5).near("tdi") == set()


def _all_slips(word: str, letters: str) -> set[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    less = {left + right[1:] for left, right in cuts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    other = {left + letter + right[1:] for left, right in cuts if right for letter in letters}
    return less | swapped | other | {left + letter + right for left, right in cuts for letter in letters}
