"""Words become the vocabulary's values; what is not known is refused or left open, never guessed."""

import pytest

from cocket.law.lawbook import load_lawbook
from cocket.reading.line import ReadingError, read_words
from cocket.reading.places import find_country
from cocket.reading.words import TABLES, find, find_end_use

VALUES = load_lawbook().vocabulary.values


@pytest.mark.parametrize("name", ["unknown", "N/A", "TBD", "...", "-", "待定", "To be confirmed"])
@pytest.mark.parametrize("role", ["end_user", "importer", "end_user_parent"])
def test_a_placeholder_names_nobody(role: str, name: str) -> None:
    assert role not in read_words({role: name}, VALUES)


def test_a_name_stays_as_it_is() -> None:
    assert read_words({"end_user": "Blue River Pumps"}, VALUES) == {"end_user": "Blue River Pumps"}


@pytest.mark.parametrize(
    ("words", "use"),
    [
        ("missile battery", "wmd"),
        ("rocket motors", "wmd"),
        ("motors for a navy vessel", "military"),
        ("production equipment for 7 nm logic chips", "logic_14nm"),
        ("28 nm logic chips for cars", "civil"),
        ("NAND of 321 layers", "memory_256"),
        ("electric motors for cars", "civil"),
        ("民用汽车电机", "civil"),
        ("导弹", "wmd"),
    ],
)
def test_a_barred_use_prevails_over_a_civil_one(words: str, use: str) -> None:
    assert find_end_use(words) == use


def test_words_that_name_no_known_use_leave_the_use_open() -> None:
    assert find_end_use("as agreed") is None
    assert "end_use" not in read_words({"end_use": "as agreed"}, VALUES)


@pytest.mark.parametrize(
    ("text", "code"),
    [("Norway", "NO"), ("NO", "NO"), ("德国", "DE"), ("de", "DE"), ("USA", "US"), ("中国台湾", "TW"), ("XX", "XX")],
)
def test_places_are_found_by_code_and_by_name(text: str, code: str) -> None:
    assert find_country(text) == code


@pytest.mark.parametrize(("fact", "word"), [("destination", "Atlantis"), ("kind", "thing"), ("family", "sticky")])
def test_an_unknown_word_is_refused_with_the_words_that_are_known(fact: str, word: str) -> None:
    with pytest.raises(ReadingError) as refused:
        read_words({fact: word}, VALUES)
    assert refused.value.key == fact
    assert word in refused.value.problem
    assert "Write" in refused.value.remedy


def test_every_word_means_a_value_of_the_vocabulary() -> None:
    for fact, words in TABLES.items():
        assert set(words.values()) <= VALUES[fact].keys(), fact


def test_every_value_of_the_vocabulary_is_read_as_itself() -> None:
    for fact, values in VALUES.items():
        for value in values:
            assert read_words({fact: value}, VALUES)[fact] == value


def test_case_plural_and_spacing_do_not_matter() -> None:
    assert find("kind", "Sintered  Magnets") == find("kind", "sintered magnet") == "magnet"
