"""Whatever is written: reading ends, never raises, says the same twice, and every fact has words in the text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.reading import HALVES, labels
from cocket.quantity.elements import ELEMENTS
from cocket.quantity.fraction import parse_share
from cocket.reading.description import read_description
from cocket.reading.facts import Reading
from cocket.reading.lexicon import index
from cocket.reading.lexing import LENGTH_MAX, lex

TERMS = sorted(" ".join(key) for key in index())
PIECES = st.sampled_from(
    [*TERMS[::7], "3%", "99.99%", "4N", "N48SH", "Dy", "(", ")", ",", "、", "/", "-", "0", "<", "Dy2O3"]
)
TRADE_LIKE = st.lists(PIECES, max_size=25).map(" ".join)
CHINESE_LIKE = st.lists(PIECES, max_size=25).map("".join)
ANY = st.text(max_size=300) | st.text(alphabet="磁钢电机镝铽无不含的用和0123456789%. Dy,-\x00\n\u200b", max_size=200)


def check(text: str) -> Reading:
    reading = read_description(text)
    assert reading == read_description(text)
    for one in reading.facts:
        assert 0 <= one.start < one.end <= len(text)
        assert one.words == text[one.start : one.end]
        if one.fact in ("contains", "absent"):
            assert one.values[0] in ELEMENTS
        if one.fact == "share":
            parse_share(one.values[1])
    return reading


@given(ANY)
@example("of " * 600)
@example("İstanbul motor ﷺ")
@example("\u0000motor\uffff")
def test_any_text_is_read_without_complaint(text: str) -> None:
    check(text)


@settings(max_examples=300)
@given(TRADE_LIKE | CHINESE_LIKE)
def test_any_words_of_the_gazetteers_in_any_order_are_read_without_complaint(text: str) -> None:
    check(text)


@given(TRADE_LIKE | CHINESE_LIKE | ANY)
def test_every_visible_character_belongs_to_one_item_at_most(text: str) -> None:
    ends = 0
    for item in lex(text[:LENGTH_MAX]):
        assert item.start >= ends or item.start == ends - 1  # one character may be spelt out in two
        ends = max(ends, item.end)


@given(TRADE_LIKE)
def test_a_doubt_never_makes_anything_more_certain(text: str) -> None:
    sure = {(one.fact, one.values) for one in read_description(text + "?").facts if one.sure == "certain"}
    assert sure == set()


UNITS = [
    "of ",
    "用于",
    "1.1.1.",
    "1 % ",
    "Dy 3% ",
    "no Dy ",
    "((((",
    "motor and ",
    "磁钢和",
    "DY 1% ",
    "1 x ",
    "A1-1-",
    "9",
    "\n",
]


@pytest.mark.parametrize("unit", UNITS)
def test_the_work_grows_with_the_text_and_not_faster(unit: str) -> None:
    """Counted in items, which no clock disturbs: twice the text gives about twice the items, never more."""
    short, long = (len(lex((unit * LENGTH_MAX)[:size])) for size in (1000, 2000))
    assert long <= 2 * short + 2


@pytest.mark.parametrize("unit", UNITS)
def test_the_longest_texts_are_read(unit: str) -> None:
    check((unit * LENGTH_MAX)[:LENGTH_MAX])
    assert check((unit * 10_000)[:10_000]).facts == ()


def test_every_labelled_description_has_its_words_in_place() -> None:
    for half in HALVES:
        for label in labels(half):
            check(label.text)
