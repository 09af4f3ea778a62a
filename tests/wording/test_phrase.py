"""A phrase is English text that a face can say again in another language."""

import json
import pickle

import pytest

from cocket.cli.words import Words, message_of
from cocket.screening.lists.errors import ListError
from cocket.wording import Phrase, shapes


def test_a_phrase_is_its_english_text() -> None:
    phrase = shapes.row(6)
    assert phrase == "row 6"
    assert json.dumps(phrase) == '"row 6"'
    assert Words("en").tell(phrase) == "row 6"


def test_a_phrase_is_told_with_all_that_it_is_made_of() -> None:
    place = shapes.within("list.csv", shapes.row(6), shapes.column("kind"))
    assert place == "list.csv, row 6, column kind"
    assert Words("zh").tell(place) == "list.csv，第 6 行，kind 列"


def test_text_that_is_no_phrase_stays_as_it_is() -> None:
    assert Words("zh").tell("row 6") == "row 6"
    assert Words("zh").tell(shapes.row(6).removesuffix("!")) == "row 6"


def test_a_phrase_keeps_its_key_and_values_between_processes() -> None:
    again = pickle.loads(pickle.dumps(shapes.row(6)))
    assert isinstance(again, Phrase)
    assert (again, again.key, again.values) == ("row 6", "shape.row", {"row": 6})


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "a.csv, row 3, column kind: 'x' is no kind of party. Write person or nothing."),
        ("zh", "a.csv，第 3 行，kind 列：'x' 不是主体类型。请填写 person 或留空。"),
    ],
)
def test_an_error_is_told_from_what_it_was_raised_with(lang: str, words: str) -> None:
    error = ListError("no_kind", where="a.csv", row=3, column="kind", kind="x", known="person")
    assert Words(lang).tell(message_of(error)) == words
    assert str(error) == "a.csv, row 3, column kind: 'x' is no kind of party. Write person or nothing."
