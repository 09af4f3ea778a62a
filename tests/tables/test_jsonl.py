"""JSON lines: strict JSON, one object to a line, missing is missing."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cocket.check.tables import BadRow, Row, Table, read_table
from tests.tables.files import all_good, only_fault, refusal, stated, text_file


def read(folder: Path, content: str | bytes) -> Table:
    return read_table(text_file(folder, content, "list.jsonl"))


def test_a_line_is_numbered_by_its_line_and_typed_as_written(tmp_path: Path) -> None:
    content = (
        '\n{"line": 10, "品名": "磁体", "hs": "0805", "date": "2025-04-04", "qty": 1.50, "Dy": 3,'
        ' "contains": ["Nd", "Dy"], "composition_complete": false, "composition": {"Nd": 29.10, "Dy": "<3"}}\n'
    )
    (row,) = all_good(read(tmp_path, content))
    assert row.number == 2
    assert row.stated == {
        "line": "10",
        "description": "磁体",
        "hs": "0805",
        "date": date(2025, 4, 4),
        "quantity": Decimal("1.50"),
        "composition.Dy": 3,
        "contains": ["Nd", "Dy"],
        "composition_complete": False,
        "composition": {"Nd": Decimal("29.10"), "Dy": "<3"},
    }


def test_null_and_empty_text_are_left_out_also_within_a_composition(tmp_path: Path) -> None:
    content = '{"goods": "x", "hs": null, "grade": "", "composition": {"Nd": null, "Dy": 0}}\n'
    assert stated(read(tmp_path, content)) == [{"description": "x", "composition": {"Dy": 0}}]


def test_nested_facts_become_dotted_keys(tmp_path: Path) -> None:
    content = '{"goods": "x", "params": {"purity_pct": 99.9}, "temporary": {"kind": "k", "returned": true}}\n'
    assert stated(read(tmp_path, content)) == [
        {"description": "x", "param.purity_pct": Decimal("99.9"), "temporary.kind": "k", "temporary.returned": True}
    ]


def test_keys_of_later_lines_are_columns_too(tmp_path: Path) -> None:
    table = read(tmp_path, '{"goods": "x"}\n{"hs": "8505", "colour": "red"}\n')
    assert stated(table) == [{"description": "x"}, {"hs": "8505"}]
    assert table.notes == ('understood: "goods" as description, "hs" as hs', 'not understood and not used: "colour"')
    assert table.row_count == 2


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('["x"]', "the line holds no JSON object"),
        ('"x"', "the line holds no JSON object"),
        ('{"goods": "x", "goods": "y"}', 'the key "goods" stands twice in one object'),
        ('{"goods": "x", "composition": {"Dy": 1, "Dy": 2}}', 'the key "Dy" stands twice in one object'),
        ('{"param": {"a": 1}, "param.a": 2}', '"param.a" is given twice, nested and with a dot'),
        ('{"goods": "x", "qty": NaN}', "NaN is no value of JSON"),
        ('{"goods": "x", "qty": -Infinity}', "-Infinity is no value of JSON"),
        ('{"goods": "x"', "not JSON: Expecting ',' delimiter at character 14"),
        ("{'goods': 'x'}", "not JSON: Expecting property name enclosed in double quotes at character 2"),
        ('{"goods": "\\ud800"}', "an escape \\ud800 to \\udfff that is only half a character"),
        ('{"goods": "x", "qty": ' + "9" * 5000 + "}", "a figure too long to be one"),
        ('{"goods": ' + "[" * 100_000, "JSON nested too deeply"),
        ("{}", "the record states nothing"),
        ('{"colour": "red"}', "nothing in the row stands in a column that was understood"),
        ('{"goods": ["x"]}', "holds a list or an object instead of text"),
        ('{"goods": "x", "contains": "Nd", "qty": [1]}', "holds no figure"),
        ('{"goods": "x", "qty": 1e999999}', "1E+999999 is no usable figure"),
        ('{"goods": "x", "param": {"a": 1e999999}}', "1E+999999 is no usable figure"),
        ('{"goods": "x", "contains": [1]}', "is a list in which not everything is text"),
        ('{"goods": "x", "contains": {"Nd": 1}}', "holds no list of words"),
        ('{"goods": "x", "composition": [1]}', "holds no composition"),
    ],
)
def test_a_bad_line_is_refused_by_its_number_and_the_others_are_read(tmp_path: Path, line: str, message: str) -> None:
    table = read(tmp_path, f'{{"goods": "before"}}\n{line}\n{{"goods": "after"}}\n')
    before, bad, after = table.rows()
    assert isinstance(before, Row)
    assert isinstance(bad, BadRow)
    assert isinstance(after, Row)
    assert (bad.number, bad.message) == (2, message)
    assert bad.remedy


def test_a_whole_character_of_two_escapes_is_text(tmp_path: Path) -> None:
    assert stated(read(tmp_path, '{"goods": "\\ud83d\\ude00"}\n')) == [{"description": "😀"}]


def test_a_line_that_is_not_utf_8_is_refused_with_its_byte(tmp_path: Path) -> None:
    fault = only_fault(read(tmp_path, b'\xef\xbb\xbf{"goods": "x"}\n{"goods": "\xe9"}\n'))
    assert (fault.number, fault.message) == (2, "byte 12 of the line (0xE9) is not UTF-8")


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: str) -> None:
    assert refusal(text_file(tmp_path, content, "list.jsonl")).what == "the file is empty"


@pytest.mark.parametrize("content", ["[1]\n", "{}\n", "goods,hs\nmagnet,8505\n"])
def test_a_file_without_any_object_is_refused(tmp_path: Path, content: str) -> None:
    assert refusal(text_file(tmp_path, content, "list.jsonl")).what == "no line holds a JSON object with a key"


@pytest.mark.parametrize("content", [b"PAR1....", '{"goods": "x"}\n'.encode("utf-16")])
def test_another_kind_of_file_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "not" in refusal(text_file(tmp_path, content, "list.jsonl")).what


def test_codes_stored_as_numbers_are_noted(tmp_path: Path) -> None:
    table = read(tmp_path, '{"goods": "x", "hs": 8505}\n')
    assert stated(table) == [{"description": "x", "hs": "8505"}]
    assert table.notes[0] == '"hs" holds numbers, in which zeros at the beginning are lost; write codes as text'
