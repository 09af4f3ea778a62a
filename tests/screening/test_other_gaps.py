"""Gaps that would make listed words of a name's own."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from cocket.screening.other_gaps import other_gaps

LISTED = {"kestrel", "kestrelmark", "shipping", "northern", "rosoboronexport", "dvor", "nikov"}


def listed(words: Sequence[str]) -> set[str]:
    return LISTED.intersection(words)


def ways(*words: str) -> list[tuple[str, ...]]:
    return other_gaps([words], listed)[0]


def test_neighbours_that_are_one_listed_word_are_joined() -> None:
    assert ways("kestrel", "mark", "shipping") == [("kestrelmark", "shipping")]
    assert ways("ros", "oboron", "export") == [("rosoboronexport",)]


def test_a_word_that_is_not_listed_is_cut_into_two_that_are() -> None:
    assert ways("kestrelshipping", "ltd") == [("kestrel", "shipping", "ltd")]
    assert ways("dvornikov") == [("dvor", "nikov")]


def test_a_listed_word_is_not_cut_and_an_unknown_one_stays() -> None:
    assert ways("rosoboronexport") == []
    assert ways("alderpumps", "kestrel") == []


@given(st.lists(st.lists(st.sampled_from([*sorted(LISTED), "mark", "ros", "oboron", "export"]), max_size=5).map(tuple)))
def test_no_letter_is_lost_or_added(names: list[tuple[str, ...]]) -> None:
    for name, own in zip(names, other_gaps(names, listed), strict=True):
        assert all("".join(way) == "".join(name) and way != name for way in own)
