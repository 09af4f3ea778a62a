"""What can be wrong with an input is told in English and in Chinese, and none of it can be forgotten."""

import ast

import pytest

from cocket.cli.told_zh import MODULES, texts_of
from cocket.wording.phrase import Phrases
from tests.wording.rooms import bare_texts, blanks, calls, is_bare, phrases_of, tables

TABLES = {table.room: table for table in map(phrases_of, tables().values())}


def test_no_two_tables_have_the_same_room() -> None:
    assert len(TABLES) == len(set(map(id, map(phrases_of, tables().values()))))


def test_every_room_of_phrases_has_its_chinese() -> None:
    assert TABLES.keys() == MODULES.keys()


@pytest.mark.parametrize("room", sorted(TABLES))
def test_both_languages_have_the_same_keys_and_blanks(room: str) -> None:
    english, chinese = TABLES[room].texts, texts_of(room)
    assert english.keys() == chinese.keys()
    assert {key: blanks(text) for key, text in english.items()} == {key: blanks(text) for key, text in chinese.items()}


@pytest.mark.parametrize("room", sorted(TABLES))
def test_no_piece_ends_with_a_full_stop_of_its_own(room: str) -> None:
    """The whole sentence gets it, in the sign of the language."""
    ending = [key for key, text in texts_of(room).items() if text.endswith("。") and room != "shape"]
    assert ending == []


def test_every_call_names_a_key_of_its_table_and_fills_its_blanks() -> None:
    wrong = [
        (call.place, call.key, call.values ^ call.wanted())
        for call in calls()
        if call.key is not None
        and (call.key not in call.table.texts or not (call.is_open or call.values == call.wanted()))
    ]
    assert wrong == []


def test_calls_are_found_at_all() -> None:
    assert {call.table.room for call in calls()} >= {"shape", "lists"}


@pytest.mark.parametrize(
    ("written", "found"),
    [("{a} and {b!r}", {"a", "b"}), ("{count:,}", {"count"}), ("{day.year} {day:%B}", {"day"}), ("nothing", set())],
)
def test_blanks_are_found_however_they_are_shown(written: str, found: set[str]) -> None:
    assert blanks(Phrases("x", {"y": written}).texts["y"]) == found


def test_no_fault_is_raised_with_text_of_one_language() -> None:
    assert list(bare_texts()) == []


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("'a sentence'", True),
        ("f'{file}, row {number}'", True),
        ("'one' if x else f'the {x}'", True),
        ("'the ' + x", True),
        ("'word'", False),
        ("f'--stop {span}'", False),
        ("f'{x}'", False),
        ("wrong('key')", False),
        ("words.say('key')", False),
    ],
)
def test_text_of_one_language_is_told_from_words_by_key(written: str, bare: bool) -> None:
    assert is_bare(ast.parse(written, mode="eval").body) is bare
