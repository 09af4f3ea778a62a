"""What a name is read as, in any script; and what is refused as no name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.screening.names import normalise
from cocket.screening.readings import LETTERS_MAX, NameTooLongError, read_bare, read_letters_apart, read_name


def words(name: str) -> list[tuple[str, ...]]:
    return [reading.words for reading in read_name(name)]


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Ольга Петрова", ("olga", "petrova")),
        ("محمد سلمان", ("mhmd", "slmn")),
        ("バラク・タナカ", ("baraku", "tanaka")),
        ("김영수", ("kim", "yeongsu")),
        ("王小明", ("wang", "xiaoming")),
        ("王小明", ("wang", "hsiao", "ming")),
        ("陈大文", ("chan", "tai", "man")),
        ("单雄信", ("shan", "xiongxin")),
        ("Кравцова Ганна", ("kravtsova", "hanna")),
        ("宁波欧腾机械有限公司", ("ningboouteng", "machinery")),
        ("ნინო კობახიძე", ("nino", "kobakhidze")),
        ("Νίκος Παππάς", ("nikos", "pappas")),
    ],
)
def test_a_name_of_any_script_is_read_in_ascii_letters(name: str, read: tuple[str, ...]) -> None:
    assert read in words(name)


@pytest.mark.parametrize(
    "form", ["Ltd.", "LLC", "Limited Liability Company", "GmbH", "S.A.R.L.", "Sp. z o.o.", "d.o.o."]
)
def test_a_legal_form_is_no_word_of_the_name_but_is_remembered(form: str) -> None:
    (reading,) = read_name(f"Alder Pumps {form}")
    assert (reading.words, reading.kinds) == (("alder", "pumps"), {"limited"})


@pytest.mark.parametrize(
    "name", ["Акционерное общество «Ромашка»", "ОАО Ромашка", "Ромашка ПАО", "Открытое акционерное общество Ромашка"]
)
def test_a_legal_form_in_front_and_in_cyrillic_is_one_too(name: str) -> None:
    reading = read_name(name)[0]
    assert (reading.words, reading.kinds) == (("romashka",), {"stock"})


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Brigade Forty 4", ("brigade", "44")),
        ("Brigade 44", ("brigade", "44")),
        ("Second Alder Fund", ("2", "alder", "fund")),
        ("Alder Fund VIII", ("alder", "fund", "8")),
        ("Twenty First Alder", ("21", "alder")),
        ("Alder 0012", ("alder", "0012")),
    ],
)
def test_numbers_stay_and_become_digits(name: str, read: tuple[str, ...]) -> None:
    assert words(name) == [read]


@pytest.mark.parametrize("name", ["Abdulrahman", "Abd al-Rahman", "ABDURRAHMAN"])
def test_the_arabic_abd_stands_apart(name: str) -> None:
    (read,) = words(name)
    assert read[0] == "abd"
    assert read[-1].endswith("rahman")


def test_look_alike_letters_and_invisible_ones_change_nothing() -> None:
    assert words("Ро\u200bttеr Mаrine \u202eGmbH") == words("Potter Marine GmbH")
    assert words("Sech1n Ig0r") == [("sechin", "igor")]


@pytest.mark.parametrize("name", ["", "   ", "\u202e\u200b", "——", "!!!", "\u0301"])
def test_a_name_without_letters_has_no_reading(name: str) -> None:
    assert read_name(name) == ()


def test_a_name_longer_than_any_is_refused_with_its_length() -> None:
    with pytest.raises(NameTooLongError, match="has 10000 letters, at most 1000"):
        read_name("A" * 10_000)
    assert LETTERS_MAX == 1000


@given(st.text(max_size=60))
def test_whatever_is_written_is_read_as_ascii_words_or_not_at_all(name: str) -> None:
    for read in words(name):
        assert read
        assert all(word.isascii() and word.isalnum() for word in read)


@pytest.mark.parametrize(("name", "same"), [("1st Alder Bank", "First Alder Bank"), ("Unit Fourty-four", "Unit 44")])
def test_an_ordinal_and_a_common_misspelling_are_the_number(name: str, same: str) -> None:
    assert words(name) == words(same)


def test_a_long_legal_form_misspelt_by_one_slip_is_still_one() -> None:
    (reading,) = read_name("Alder Aktiengeselschaft")
    assert (reading.words, reading.kinds) == (("alder",), {"stock"})
    assert words("Alder Compania") == [("alder", "compania")]


def test_long_vowels_of_arabic_writing_are_read_as_vowels() -> None:
    assert words("يوسف المسروقي")[0] == ("yusf", "al", "msruqi")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("व्लादिमीर", {("vladimir",)}),
        ("วลาดีมีร์", {("wladimir",)}),
        ("เปตรอฟ", {("petrof",)}),
        ("مُحَمَّد", {("mhmd",)}),
        ("Πούτιν Ντάνος", {("putin", "danos"), ("putin", "ntanos")}),
        ("Պուտին", {("putin",)}),
        ("פרץ", {("prts",)}),
        ("بوتين", {("butin",), ("putin",)}),
        ("फ़रीद ज़मान", {("frid", "zman")}),
        ("الأسد", {("al", "asd")}),
        ("ایران", {("irn",)}),
        ("أوغلو", {("ughlu",)}),
        ("حزب الله", {("hzb", "allah"), ("hzb", "llh"), ("hzp", "allah"), ("hzp", "llh")}),
        ("אולג", {("ulg",)}),
        ("קסטרוביץ'", {("kstruvich",)}),
        ("סרגיי כסטוואר", {("srgy", "kstvr")}),
    ],
)
def test_vowels_that_are_marks_and_letters_spoken_in_two_ways_are_read_as_names_are_spelt(
    name: str, words: set[tuple[str, ...]]
) -> None:
    assert {reading.words for reading in read_name(name)} == words


def test_words_that_lost_their_space_are_read_as_two_as_well() -> None:
    assert [reading.words for reading in read_name("KettleWorks")] == [("kettleworks",), ("kettle", "works")]
    assert [reading.words for reading in read_name("McNeil DeVries")] == [("mcneil", "devries")]


def apart(name: str) -> list[tuple[str, ...]]:
    return [reading.words for reading in read_letters_apart(name, normalise(name))]


@pytest.mark.parametrize("name", ["V.V. Kestrov", "V. V. Kestrov", "V.V.Kestrov"])
def test_initials_written_together_are_read_apart_as_well(name: str) -> None:
    assert apart(name) == [("v", "v", "kestrov")]


def test_letters_that_are_a_legal_form_or_the_name_of_a_firm_are_no_initials() -> None:
    assert apart("Kestrov S.A.") == []
    assert apart("S.R.L. Kestrov") == []
    assert apart("C.B.A. Aviation Company") == []
    assert apart("A.G. Kestrov") == [("a", "g", "kestrov")]


@pytest.mark.parametrize("name", ["K e s t r o v Works", "K-e-s-t-r-o-v Works"])
def test_a_word_with_its_letters_set_apart_is_read_as_a_word(name: str) -> None:
    assert apart(name) == [("kestrov", "works")]


def test_a_digit_in_the_place_of_the_first_letter_is_read_as_the_letter() -> None:
    assert words("5emaphore 1nternational") == [("semaphore", "international")]
    assert words("3M 4U 7Eleven 3Com") == [("3m", "4u", "7eleven", "3com")]


def bare(name: str) -> list[tuple[str, ...]]:
    return [reading.words for reading in read_bare(read_name(name), normalise(name))]


def test_hebrew_and_arabic_names_are_read_without_their_vowels_as_well() -> None:
    assert bare("רמזאן קסטרוב") == [("rmzn", "kstrv"), ("rmzn", "kstrb")]
    assert bare("قديروف رمضان") == [("qdrf", "rmdn"), ("qdrv", "rmdn")]
    # One word alone would agree with half the list.
    assert bare("לוקשנקו") == []
    assert bare("Владимир Кестров") == []


def test_behind_a_silent_first_letter_hebrew_reads_bet_either_way() -> None:
    assert words("אברהם") == [("avrhm",), ("abrhm",)]


def test_letters_that_are_shown_in_another_order_are_read_as_shown_as_well() -> None:
    def apart(name: str) -> list[tuple[str, ...]]:
        return [reading.words for reading in read_letters_apart(name, normalise(name))]

    assert apart("\u202eekreW redlA") == [("alder", "werke")]
    assert apart("Alder \u202eekreW\u202c KG") == [("alder", "werke")]
    assert apart("\u202dרדלא") == [read_name("אלדר")[0].words]


def test_a_persian_gap_within_a_word_parts_it_and_the_same_mark_in_latin_letters_hides_nothing() -> None:
    assert words("خاتم\u200cالانبیا") == words("خاتم الانبیا")
    assert words("Al\u200cder") == [("alder",)]


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("ထွန်းလှိုင်", ("tun", "hlaing")),
        ("မောင်မြတ်စိုး", ("maung", "myat", "soe")),
        ("ဇော်ညွန့် ဦး", ("zaw", "nyunt", "oo")),
        ("ကျော်ရွှေ", ("kyaw", "shwe")),
        ("ခင်သိန်း အေး", ("khin", "thein", "aye")),
    ],
)
def test_burmese_is_read_by_syllables_as_names_spell_them(name: str, read: tuple[str, ...]) -> None:
    assert words(name) == [read]


def test_a_burmese_word_with_letters_below_others_is_read_letter_by_letter() -> None:
    assert words("သန္တာ") == [("snta",)]
