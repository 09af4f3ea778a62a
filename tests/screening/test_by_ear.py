"""Names in scripts that spell foreign ones by ear: which listed words they are read as, and which are read as none."""

from itertools import product

import pytest

from cocket.screening.by_ear import ByEar
from cocket.screening.index import ListedName, build_index
from cocket.screening.search import Search

# Made up; every likeness to a living person is chance.
LISTED = (
    "PETROVSKY, Vladislav Andreyevich",
    "DVORNIKOV, Yevgeny",
    "AL-MASRUQI, Abd al-Rahman Yusuf",
    "Kastrikov",
    "Kestrel Shipping LLC",
    "Mikhail Kazbekov",
    "Robert Kastenberg",
    "Martin Kastenberg",
    "Aleksandr Koller",
    "Sergey Lartikov",
)
INDEX = build_index([ListedName(party, name) for party, name in enumerate(LISTED)])
BY_EAR, SEARCH = ByEar(INDEX), Search(INDEX)


def read(name: str) -> list[tuple[str, ...]]:
    return [reading.words for reading in BY_EAR.read(name)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ヴラジスラフ・ペトロフスキー", ("vladislav", "petrovsky")),
        ("ウラジスラフ・アンドレーエヴィチ・ペトロフスキー", ("vladislav", "andreyevich", "petrovsky")),
        ("エフゲニー・ドヴォルニコフ", ("yevgeny", "dvornikov")),
        ("カストリコフ", ("kastrikov",)),
        ("ミハイル・カズベコフ", ("mikhail", "kazbekov")),
        ("블라디슬라프 페트로프스키", ("vladislav", "petrovsky")),
        ("예브게니 드보르니코프", ("yevgeny", "dvornikov")),
        ("카스트리코프", ("kastrikov",)),
        ("유수프 알마스루키", ("yusuf", "al", "masruqi")),
        ("เยฟเกนี ดวอร์นิคอฟ", ("yevgeny", "dvornikov")),
        ("มีฮาอิล คาซเบคอฟ", ("mikhail", "kazbekov")),
        ("弗拉季斯拉夫·彼得罗夫斯基", ("vladislav", "petrovsky")),
        ("米哈伊尔·卡兹别科夫", ("mikhail", "kazbekov")),
        # An r that is a long vowel, or none; g that is spelt k at the end.
        ("マーティン・カステンベルク", ("martin", "kastenberg")),
        ("로버트 카스텐베르크", ("robert", "kastenberg")),
        # A name by custom, and an r that is left out.
        ("亚历山大·科勒", ("aleksandr", "koller")),
        # Letters that are marked as silent and are not.
        ("เซียร์เกย์ ลาร์ติคอฟ", ("sergey", "lartikov")),
        # A hard and a soft sign, which are a vowel.
        ("セルゲイ・ラルチコフ", ("sergey", "lartikov")),
    ],
)
def test_a_foreign_name_is_read_as_the_listed_words_that_are_spelt_so(name: str, words: tuple[str, ...]) -> None:
    assert words in read(name)


def test_it_is_found_among_the_listed_names() -> None:
    names = ["エフゲニー・ドヴォルニコフ", "예브게니 드보르니코프", "เยฟเกนี ดวอร์นิคอฟ", "叶夫根尼·德沃尔尼科夫"]
    found = SEARCH.find(names, 0.339)
    assert list(zip(found.asked.tolist(), found.listed.tolist(), strict=True)) == [(at, 1) for at in range(len(names))]


# Made up of common surnames and given names.
SURNAMES, GIVEN = ("タナカ", "サトウ", "モリ", "キムラ", "アベ"), ("ハナコ", "アキラ", "マリ", "ユウコ")
JAPANESE = ["・".join(both) for both in product(SURNAMES, GIVEN)]
KOREAN = ["".join(both) for both in product(["김", "이", "박", "문", "하"], ["영수", "은지", "하은", "민수", "도윤"])]
THAI = ["สมชาย ใจดี", "วิชัย แสงทอง", "มาลี สุขเกษม", "กิตติ ทองดี", "นภา บุญมา"]
CHINESE = ["王小明", "李秀英", "张伟", "欧阳文博", "陈大文"]


@pytest.mark.parametrize("name", [*JAPANESE, *KOREAN, *THAI, *CHINESE])
def test_no_word_of_an_ordinary_name_is_taken_for_a_listed_one(name: str) -> None:
    assert read(name) == []


@pytest.mark.parametrize("name", ["Vladislav Petrovsky", "Владислав Петровский", "ولاديسلاف بتروفسكي", "מיכאיל קזבקוב"])
def test_names_in_other_scripts_are_not_read_by_ear(name: str) -> None:
    assert read(name) == []


@pytest.mark.parametrize("name", ["박 영수", "영수 박", "영수 민호 박", "박영수"])
def test_a_korean_name_is_not_read_by_ear_though_a_listed_one_would_be_spelt_so(name: str) -> None:
    near = ByEar(
        build_index([ListedName(0, "Bag Yeongsu"), ListedName(1, "Bagyeongsu"), ListedName(2, "Yeongsu Minho Bag")])
    )
    assert near.read(name) == []


def test_two_words_are_read_as_listed_ones_only_where_one_name_has_both() -> None:
    assert read("ヴラジスラフ・カズベコフ") == []
    assert read("ヴラジスラフ・タナカ") == []


def test_a_word_that_stands_alone_has_to_be_long_and_nearly_as_it_is_spelt() -> None:
    alone = ByEar(build_index([ListedName(0, "Kastrikov"), ListedName(1, "Masuri"), ListedName(2, "Rubin")]))
    assert [reading.words for reading in alone.read("カストリコフ")] == [("kastrikov",)]
    assert alone.read("ケストレコフ") == []
    assert alone.read("マスリ") == []
    assert [reading.words for reading in alone.read("ルービン")] == [("rubin",)]


def test_a_vowel_that_is_written_has_to_be_heard() -> None:
    assert read("ミハイル・カザベコフ") == []


def test_an_empty_index_reads_nothing_by_ear() -> None:
    assert ByEar(build_index([])).read("カストリコフ") == []
