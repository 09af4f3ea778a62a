"""Text tables: how cells are cut, counted and refused."""

from pathlib import Path

import pytest

from cocket.check.tables import BadRow, Row, read_table
from tests.tables.files import all_good, only_fault, refusal, stated, text_file


@pytest.mark.parametrize(("mark", "said"), [(",", None), (";", "semicolons"), ("\t", "tabs"), ("|", "bars")])
def test_the_delimiter_is_found_and_an_unusual_one_noted(tmp_path: Path, mark: str, said: str | None) -> None:
    table = read_table(text_file(tmp_path, f"line{mark}goods{mark}qty\n1{mark}magnet{mark}2\n"))
    assert stated(table) == [{"line": "1", "description": "magnet", "quantity": "2"}]
    assert [note for note in table.notes if "separated" in note] == (
        [f"the cells are separated by {said}"] if said else []
    )


def test_decimal_commas_do_not_hide_semicolons(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "line;goods, sintered;qty;Dy %\n1;a,b,c;1,5;0,1\n2;d,e,f;2,5;0,2\n"))
    assert stated(table)[0] == {"line": "1", "quantity": "1,5", "composition.Dy": "0,1"}


def test_one_column_needs_no_delimiter(tmp_path: Path) -> None:
    assert stated(read_table(text_file(tmp_path, "goods\nmagnet\n"))) == [{"description": "magnet"}]


def test_a_first_line_for_the_spreadsheet_is_no_row(tmp_path: Path) -> None:
    (row,) = all_good(read_table(text_file(tmp_path, "sep=|\nline|goods\n1|a,b;c\n")))
    assert (row.number, row.stated) == (2, {"line": "1", "description": "a,b;c"})


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path: Path) -> None:
    content = 'goods,qty\nmagnet,1\n\n,\n"two\nlines",2\nplate,3\n'
    table = read_table(text_file(tmp_path, content))
    assert [(row.number, row.stated["quantity"]) for row in all_good(table)] == [(2, "1"), (5, "2"), (6, "3")]
    assert table.row_count == 5


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_line_ending_will_do_and_the_last_may_be_missing(tmp_path: Path, ending: str) -> None:
    table = read_table(text_file(tmp_path, ending.join(["goods,qty", "magnet,1", "plate,2"])))
    assert [row.number for row in all_good(table)] == [2, 3]
    assert table.row_count == 2


def test_rows_can_be_read_again(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "goods\nmagnet\n"))
    assert list(table.rows()) == list(table.rows()) != []


def test_rows_are_streamed(tmp_path: Path) -> None:
    rows = read_table(text_file(tmp_path, "goods\nmagnet\n" + "plate\n" * 1000)).rows()
    assert isinstance(next(rows), Row)


def test_the_csv_is_not_opened_for_rows_before_they_are_asked_for(tmp_path: Path) -> None:
    path = text_file(tmp_path, "goods\nmagnet\n")
    table = read_table(path)
    text_file(tmp_path, "goods\nplate\n")
    assert stated(table) == [{"description": "plate"}]


def test_a_row_shorter_than_the_header_is_refused(tmp_path: Path) -> None:
    fault = only_fault(read_table(text_file(tmp_path, "line,goods,qty\n1,magnet,2\n2,plate\n")))
    assert (fault.number, fault.column) == (3, None)
    assert fault.message == "the header has 3 cells, the row only 2"
    assert "quotation marks" in fault.remedy


def test_a_row_longer_than_the_header_is_refused_unless_the_rest_is_empty(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "line,goods\n1,magnet,,\n2,plate, painted\n"))
    good, bad = table.rows()
    assert isinstance(good, Row)
    assert isinstance(bad, BadRow)
    assert (bad.number, bad.column) == (3, "C")
    assert bad.message == '"painted" stands in column C, which has no header'


def test_a_value_under_an_empty_header_is_refused(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "line,,goods,\n1,,magnet,\n2,x,plate,\n"))
    assert only_fault(table).message == '"x" stands in column B, which has no header'


def test_a_quotation_mark_never_closed_ends_the_reading_and_says_so(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, 'line,goods\n1,magnet\n2,"plate\n3,rod\n4,ring\n'))
    good, bad = table.rows()
    assert isinstance(good, Row)
    assert str(bad) == (
        "row 3: a quotation mark is opened and never closed; this row and those after it cannot be told apart. "
        'Close the quotation mark; a mark within a quoted cell is written twice: "".'
    )


def test_a_quotation_mark_never_closed_in_a_long_file_ends_the_reading_too(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, 'line,goods\n1,"magnet\n' + "2,plate\n" * 20_000))
    assert only_fault(table).number == 2
    assert len(list(table.rows())) == 1


def test_text_after_a_closing_quotation_mark_is_refused_and_the_next_row_read(tmp_path: Path) -> None:
    bad, good = read_table(text_file(tmp_path, 'line,goods\n1,"5" pipe"\n2,plate\n')).rows()
    assert isinstance(bad, BadRow)
    assert (bad.number, bad.message) == (2, "text goes on after a closing quotation mark")
    assert good == all_good(read_table(text_file(tmp_path, "line,goods\n\n2,plate\n")))[0]


def test_an_inch_mark_within_a_cell_is_only_a_character(tmp_path: Path) -> None:
    assert stated(read_table(text_file(tmp_path, 'line,goods\n1,pipe 5" red\n'))) == [
        {"line": "1", "description": 'pipe 5" red'}
    ]


@pytest.mark.parametrize("content", ["", "\n\n", " \r\n", "\ufeff"])
def test_an_empty_file_is_refused(tmp_path: Path, content: str) -> None:
    error = refusal(text_file(tmp_path, content))
    assert str(error) == "list.csv: the file is empty. Write a header row and one row for each line."


@pytest.mark.parametrize("below", ["", "\n\n", ",,\n"])
def test_a_header_alone_is_refused(tmp_path: Path, below: str) -> None:
    assert refusal(text_file(tmp_path, f"line,goods\n{below}")).what == "the file has a header but no row below it"


@pytest.mark.parametrize(
    ("start", "what"),
    [(b"PK\x03\x04", "workbook"), (b"PAR1", "Parquet"), (b"\xd0\xcf\x11\xe0", "workbook"), (b"%PDF", "PDF")],
)
def test_another_kind_of_file_is_told_by_its_first_bytes(tmp_path: Path, start: bytes, what: str) -> None:
    assert what in refusal(text_file(tmp_path, start + b"rest")).what


@pytest.mark.parametrize("name", ["list.xls", "list.ods", "list.json", "list.doc", "list"])
def test_a_file_of_another_ending_is_refused_with_those_that_will_do(tmp_path: Path, name: str) -> None:
    error = refusal(text_file(tmp_path, "goods\nmagnet\n", name))
    assert error.remedy == "Save it as .csv (UTF-8), .xlsx, .parquet or .jsonl"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.csv").what == "there is no such file or folder"
    (tmp_path / "folder.csv").mkdir()
    assert refusal(tmp_path / "folder.csv").what == "this is a folder"


def test_only_a_workbook_has_sheets(tmp_path: Path) -> None:
    assert "only a workbook has sheets" in refusal(text_file(tmp_path, "goods\nx\n"), sheet="one").what
