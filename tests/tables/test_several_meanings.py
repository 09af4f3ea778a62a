"""A column whose name could mean two things is not understood, and people are told what to name it."""

from pathlib import Path

import pytest

from cocket.check.tables import columns, read_table
from cocket.check.tables.header_names import read_header
from cocket.check.tables.notes import _ANSWERS, _name_it
from cocket.cli.told_zh import texts_of
from cocket.cli.words import Words
from tests.tables.files import text_file

EVERY_NAME = [name for names in columns.NAMES_OF_SEVERAL.values() for name in names]


def hints(folder: Path, header: str) -> list[str]:
    notes = read_table(text_file(folder, f"{header}\n{',x' * header.count(',')}\n")).notes
    return [note for note in notes if " may be " in note]


@pytest.mark.parametrize("name", EVERY_NAME)
def test_a_name_of_several_meanings_is_not_understood(name: str) -> None:
    assert read_header(name) is None


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("meaning", _name_it.texts)
def test_the_name_to_write_instead_is_understood_as_what_it_is_told_for(meaning: str, lang: str) -> None:
    names = _name_it.texts if lang == "en" else texts_of("name_it")
    reading = read_header(names[meaning])
    assert reading is not None
    assert reading.key == _ANSWERS.get(meaning, meaning)


@pytest.mark.parametrize("name", ["country", "Country", "国家", "国家(地区)"])
def test_the_names_that_would_be_understood_are_told(tmp_path: Path, name: str) -> None:
    place = f'"{name}" (column B)'
    assert hints(tmp_path, f"goods,{name}") == [
        f'{place} may be the destination or the origin: name it "destination" or "origin"'
    ]


def test_a_name_is_not_proposed_where_another_column_has_it(tmp_path: Path) -> None:
    assert hints(tmp_path, "goods,destination,country") == [
        '"country" (column C) may be the destination or the origin: if it is the origin, name it "origin"'
    ]
    assert hints(tmp_path, "goods,destination,origin,country") == []


@pytest.mark.parametrize("header", ["Weight (t)", "weight_t", "weight t"])
def test_a_unit_in_the_header_stays_in_the_name_to_write(tmp_path: Path, header: str) -> None:
    (hint,) = hints(tmp_path, f"goods,{header}")
    assert hint.endswith('if it is the net weight, name it "net weight (t)"')


def test_a_hint_is_told_in_chinese_with_chinese_names(tmp_path: Path) -> None:
    (_, _, hint) = read_table(text_file(tmp_path, "品名,国家\nmagnet,DE\n")).notes
    assert Words("zh").tell(hint) == "“国家”（B 列）可能是目的国或原产国：请将列名改为“目的国”或“原产国”"
