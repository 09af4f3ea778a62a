"""Cells: what is missing stays missing, and what is doubtful is refused with its row, column and remedy."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cocket.check.tables import read_table
from tests.tables.files import all_good, only_fault, stated, text_file


def one_cell(folder: Path, header: str, cell: str) -> object:
    quoted = cell.replace('"', '""')
    table = read_table(text_file(folder, f'goods,{header}\nmagnet,"{quoted}"\n'))
    (row,) = stated(table)
    (key,) = row.keys() - {"description"}
    return row[key]


def test_an_empty_cell_is_left_out(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "goods,hs,qty\nmagnet,,  \n"))
    assert stated(table) == [{"description": "magnet"}]


def test_leading_zeros_of_codes_and_lines_stay(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "line,hs,product\n0010,0805100000,007\n"))
    assert stated(table) == [{"line": "0010", "hs": "0805100000", "product": "007"}]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yes", True),
        ("是", True),
        ("1", True),
        ("TRUE", True),
        ("No", False),
        ("否", False),
        ("0", False),
        ("false", False),
    ],
)
def test_yes_and_no(tmp_path: Path, written: str, meant: bool) -> None:
    assert one_cell(tmp_path, "composition_complete", written) is meant


def test_perhaps_is_neither_yes_nor_no(tmp_path: Path) -> None:
    fault = only_fault(read_table(text_file(tmp_path, "goods,成分完整\nmagnet,perhaps\n")))
    assert str(fault) == (
        'row 2, column "成分完整": "perhaps" is neither yes nor no. '
        "Write yes or no (是, 否), or leave it empty if unknown."
    )


@pytest.mark.parametrize("written", ["Nd; Fe;B ;Dy", "Nd, Fe, B, Dy", "Nd、Fe、B、Dy", "Nd/Fe/B/Dy", "Nd\nFe\nB\nDy"])
def test_a_list_of_elements(tmp_path: Path, written: str) -> None:
    assert one_cell(tmp_path, "contains", written) == ["Nd", "Fe", "B", "Dy"]


def test_a_composition_is_text_or_a_json_object(tmp_path: Path) -> None:
    text = "Nd 29; Dy 3 %; Fe 66; B 1"
    assert one_cell(tmp_path, "composition", text) == text
    assert one_cell(tmp_path, "composition", '{"Nd": 29, "Dy": 0.10, "Fe": "<70"}') == {
        "Nd": 29,
        "Dy": Decimal("0.10"),
        "Fe": "<70",
    }


def test_a_composition_that_names_an_element_twice_is_refused(tmp_path: Path) -> None:
    content = 'goods,composition\nmagnet,"{""Nd"": 29, ""Nd"": 3}"\n'
    fault = only_fault(read_table(text_file(tmp_path, content)))
    assert (fault.column, fault.message) == ("composition", 'the key "Nd" stands twice in one object')


def test_a_day_is_a_date(tmp_path: Path) -> None:
    assert one_cell(tmp_path, "出口日期", "2025年4月4日") == date(2025, 4, 4)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("04/05/2025", '"04/05/2025" could be 5 April 2025 or 4 May 2025'),
        ("30.02.2025", '"30.02.2025" names a day that does not exist'),
    ],
)
def test_a_doubtful_day_is_refused_with_row_column_and_the_form_to_write(
    tmp_path: Path, written: str, message: str
) -> None:
    fault = only_fault(read_table(text_file(tmp_path, f"goods,Export date\nplate,2025-04-04\nmagnet,{written}\n")))
    assert str(fault) == (
        f'row 3, column "Export date": {message}. Write the day as year-month-day, for example 2025-04-30.'
    )


@pytest.mark.parametrize("written", ["8.50511E+09", "8,50511E+09", "8E9"])
def test_a_customs_code_that_a_spreadsheet_rounded_is_refused(tmp_path: Path, written: str) -> None:
    fault = only_fault(read_table(text_file(tmp_path, f"goods;hs\nmagnet;{written}\n")))
    assert fault.column == "hs"
    assert "rounded number" in fault.message


def test_a_header_printed_once_more_is_no_line_of_goods(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "行号,品名,Dy %\nline,description,Dy %\n1,magnet,3\n行号,品名,Dy %\n"))
    first, good, last = table.rows()
    assert str(first) == "row 2: the row repeats the header. Delete the row."
    assert good.number == 3
    assert str(last) == "row 4: the row repeats the header. Delete the row."


def test_a_row_with_words_under_unknown_headers_alone_is_not_dropped(tmp_path: Path) -> None:
    fault = only_fault(read_table(text_file(tmp_path, "goods,remarks\nmagnet,\n,signed: Li\n")))
    assert (fault.number, fault.column) == (3, None)
    assert fault.message == "nothing in the row stands in a column that was understood"


def test_each_key_names_the_header_it_came_from(tmp_path: Path) -> None:
    (row,) = all_good(read_table(text_file(tmp_path, "品名,HS Code\nmagnet,\n")))
    assert dict(row.columns) == {"description": "品名", "hs": "HS Code"}
