"""Chinese names as Wade and Giles spelt them and in Pinyin, both in Latin letters."""

import pytest

from cocket.screening.index import ListedName, build_index
from cocket.screening.pinyin_names import read_wade_giles
from cocket.screening.search import Search
from cocket.screening.wade_giles import pinyin, wade_giles


def words(name: str) -> list[tuple[str, ...]]:
    return [reading.words for reading in read_wade_giles(name)]


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Hsia Chien-kuo", ("xia", "jianguo")),
        ("Chien-kuo Hsia", ("jianguo", "xia")),
        ("HSÜ, Ch'üan-te", ("xu", "quande")),
        ("Ts’ao Tzu-p’ing", ("cao", "ziping")),
        ("Lo Hui-chih", ("luo", "huizhi")),
        ("Teng Ch'en", ("deng", "chen")),
    ],
)
def test_a_name_as_wade_and_giles_spelt_it_is_read_in_pinyin(name: str, read: tuple[str, ...]) -> None:
    assert read in words(name)


def test_where_breaths_are_marked_what_has_no_mark_has_none() -> None:
    assert words("Chang T'e-pao") == [("zhang", "tebao")]
    every = [(surname, t + p) for surname in ("zhang", "chang") for t in ("de", "te") for p in ("bao", "pao")]
    assert words("Chang Te-pao") == every


@pytest.mark.parametrize(
    "name",
    ["Hsia Chienkuo", "Kim Jong-un", "Deng Xiao-ping", "O'Hara Lo", "Jean-Luc Li", "Li Chien-kuo Trading Co", "Lo-Hui"],
)
def test_a_name_that_is_not_all_so_spelt_or_not_surely_is_not_read_so(name: str) -> None:
    assert words(name) == []


IN_PINYIN, AS_WADE_GILES = "XIA, Jianguo", "Hsia Chien-kuo"


@pytest.mark.parametrize(
    ("listed", "asked"), [(IN_PINYIN, AS_WADE_GILES), (AS_WADE_GILES, IN_PINYIN), (AS_WADE_GILES, "夏建国")]
)
def test_either_spelling_finds_the_other(listed: str, asked: str) -> None:
    found = Search(build_index([ListedName(0, listed), ListedName(1, "Kestrel Shipping")])).find([asked], 0.759)
    assert found.listed.tolist() == [0]


def test_syllables_go_both_ways() -> None:
    for own in ("guo", "zhong", "quan", "xu", "shi", "si", "gui", "shuo", "luo", "xiong", "you", "er", "jie"):
        assert own in pinyin(wade_giles(own), has_breath_marked=False)
    assert pinyin("ch'in", has_breath_marked=True) == ["qin"]
    assert pinyin("hs", has_breath_marked=False) == ()
