"""The words of a form: both languages say the same, and every question has a sentence."""

from string import Formatter

import pytest

from cocket.check.asking import FACTS, OF_GOODS
from cocket.check.questionnaire.words import LANGUAGES, UNKNOWN, WORDS, FormWords, is_unknown
from cocket.law.vocabulary import CHOICES
from tests.check.questionnaire.forms import VOCABULARY


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_say_the_same(key: str) -> None:
    english, chinese = WORDS[key]
    assert english
    assert chinese
    assert english != chinese
    assert blanks(english) == blanks(chinese)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fact_of_goods_has_a_question(lang: str) -> None:
    words = FormWords(lang, VOCABULARY)
    named = [fact for fact in OF_GOODS if fact not in ("param", "composition", "control_code")]
    facts = [*named, "composition", "composition.Dy", *(f"param.{name}" for name in VOCABULARY.parameters)]
    for fact in facts:
        question = words.question(fact)
        assert question.endswith(("?", "？", "。", ".", "share", "含量")) or fact.startswith("param.")


def test_what_can_be_chosen_from_a_list_is_a_fact_with_words() -> None:
    assert {"kind", "family", "technology_field"} <= FACTS.keys() & CHOICES.keys()


@pytest.mark.parametrize("text", [*UNKNOWN, "Unknown.", " not known ", "不详。"])
def test_unknown_is_understood_as_people_write_it(text: str) -> None:
    assert is_unknown(text)


@pytest.mark.parametrize("text", ["0", "none", "n.d.", "", "无"])
def test_what_might_mean_absent_is_not_taken_for_unknown(text: str) -> None:
    assert not is_unknown(text)
