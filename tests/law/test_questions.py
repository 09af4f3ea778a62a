"""What the text leaves open is asked in both languages: a person who reads only Chinese must be able to put it."""

import re
from collections.abc import Iterator

from cocket.law.condition import Condition, Doubt, leaves
from cocket.law.instrument import Instrument, Words
from cocket.law.lawbook import Lawbook
from cocket.law.read_condition import contains, oxide_of
from cocket.law.readings import OPEN_QUESTION
from cocket.law.timeline import load_timeline
from cocket.law.view import DOUBTFUL_NAME
from tests.law.small_lawbook import SmallLawbook

HAN = re.compile(r"[\u4e00-\u9fff]")


def conditions(one: Instrument) -> Iterator[Condition]:
    for entry in one.entries:
        yield from (entry.controls, entry.might_reach)
    for part in (*one.rules, *one.gaps, *one.procedure, *one.provisions):
        yield part.when
    yield from (act.when for act in one.acts if act.when is not None)


def asked(one: Instrument) -> Iterator[Words]:
    for part in (*one.entries, *one.acts, *one.announced, *one.provisions):
        if part.question is not None:
            yield part.question
    yield from (gap.why for gap in one.gaps)
    for condition in conditions(one):
        yield from (leaf.question for leaf in leaves(condition) if isinstance(leaf, Doubt))


def is_in_both(words: Words) -> bool:
    return bool(HAN.search(words.zh)) and not HAN.search(words.en)


def test_every_question_of_the_lawbook_is_asked_in_both_languages(lawbook: Lawbook) -> None:
    found = [words for one in lawbook.instruments for words in asked(one)]
    assert len(found) > 100
    assert [words for words in found if not is_in_both(words)] == []


def test_so_are_the_questions_of_our_own_and_those_of_the_timeline() -> None:
    own = [OPEN_QUESTION, DOUBTFUL_NAME.question]
    for condition in (contains("Dy"), oxide_of("Dy")):
        own += [leaf.question for leaf in leaves(condition) if isinstance(leaf, Doubt)]
    own += [event.question for event in load_timeline() if event.question is not None]
    assert len(own) > 4
    assert [words for words in own if not is_in_both(words)] == []


GAP = "gaps: [{id: g, at: x, text: {zh: 甲, en: so}, when: {kind: oxide}, why: {zh: 尚未读到, en: not read yet}}]\n"


def test_a_question_begun_in_two_languages_must_be_whole(small: SmallLawbook) -> None:
    refused = small.add(GAP.replace("zh: 尚未读到, ", "")).refusal()
    assert "'zh' is missing" in str(refused)


def test_a_single_text_stands_for_both(small: SmallLawbook) -> None:
    (gap,) = small.add(GAP.replace("{zh: 尚未读到, en: not read yet}", "not read yet")).read().instruments[0].gaps
    assert gap.why == Words("not read yet", "not read yet")
