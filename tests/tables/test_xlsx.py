"""Workbooks: which sheet, which header row, and rows as a person numbers them."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from cocket.check.tables import read_table
from tests.tables.files import all_good, keys, only_fault, refusal, saved, stated, text_file, workbook

HEADER = ["行号", "品名", "HS Code", "Dy %", "数量(千克)", "出口日期"]
LINE = ["0010", "烧结钕铁硼磁体", "0850511000", 0.1, 12.5, date(2025, 4, 4)]
STATED = {
    "line": "0010",
    "description": "烧结钕铁硼磁体",
    "hs": "0850511000",
    "quantity": "12.5",
    "unit": "千克",
    "date": date(2025, 4, 4),
}


def test_a_list_is_read_with_figures_as_they_are_shown(tmp_path: Path) -> None:
    table = read_table(saved(tmp_path, [HEADER, LINE]))
    (row,) = all_good(table)
    assert row.number == 2
    assert {key: str(row.stated[key]) for key in row.stated} == {
        **{key: str(value) for key, value in STATED.items()},
        "composition.Dy": "0.1",
    }
    assert (table.format, table.row_count) == ("xlsx", 1)


def test_rows_are_numbered_as_in_the_sheet_also_below_and_right_of_empty_cells(tmp_path: Path) -> None:
    book, sheet, path = workbook(tmp_path, [])
    for place, header in enumerate(["goods", "hs", "qty"]):
        sheet.cell(4, 3 + place, header)
        sheet.cell(7, 3 + place, str(place))
    book.save(path)
    table = read_table(path)
    assert [row.number for row in all_good(table)] == [7]
    assert [(column.letter, column.key) for column in table.columns if column.key] == [
        ("C", "description"),
        ("D", "hs"),
        ("E", "quantity"),
    ]
    assert table.row_count == 3


def test_rows_can_be_read_again(tmp_path: Path) -> None:
    table = read_table(saved(tmp_path, [HEADER, LINE]))
    assert list(table.rows()) == list(table.rows()) != []


def test_the_header_below_a_title_block_is_found_although_the_title_is_merged(tmp_path: Path) -> None:
    book, sheet, path = workbook(tmp_path, [["装箱单 PACKING LIST"], ["Order", "4711"], [], HEADER, LINE])
    sheet.merge_cells("A1:F1")
    book.save(path)
    table = read_table(path)
    assert [row.number for row in all_good(table)] == [5]
    assert "the header was found in row 4; what stands above it was not used" in table.notes


@pytest.mark.parametrize("rows", [[], [[None, None]], [["", " "]]])
def test_an_empty_workbook_is_refused(tmp_path: Path, rows: list[list[object]]) -> None:
    assert "is empty" in refusal(saved(tmp_path, rows)).what


def test_a_header_alone_is_refused(tmp_path: Path) -> None:
    assert refusal(saved(tmp_path, [HEADER])).what == "the sheet has a header but no row below it"


def test_a_value_under_no_header_is_refused(tmp_path: Path) -> None:
    fault = only_fault(read_table(saved(tmp_path, [["goods", "hs"], ["magnet", "8505"], ["rod", "8505", None, 7]])))
    assert (fault.number, fault.column) == (3, "D")
    assert fault.message == '"7" stands in column D, which has no header'


def test_the_same_header_twice_names_both_columns(tmp_path: Path) -> None:
    error = refusal(saved(tmp_path, [["hs", "goods", "hs"], ["1", "2", "3"]]))
    assert error.what == 'the same header stands twice: "hs" (column A) and "hs" (column C)'
    assert error.where == 'list.xlsx, sheet "Sheet", row 1'


def test_the_only_sheet_with_a_list_is_read_and_the_others_are_noted(tmp_path: Path) -> None:
    book, _, path = workbook(tmp_path, [["Please fill in the list."]])
    book.create_sheet("List").append(HEADER)
    book["List"].append(LINE)
    book.save(path)
    table = read_table(path)
    assert len(all_good(table)) == 1
    assert table.notes[0] == 'the sheet "List" was read; not read: "Sheet"'


def test_of_several_lists_one_has_to_be_named(tmp_path: Path) -> None:
    book, _, path = workbook(tmp_path, [HEADER, LINE])
    other = book.create_sheet("二月")
    other.append(["goods", "hs"])
    other.append(["plate", "7601"])
    book.save(path)
    assert refusal(path).what == 'several sheets could be the list, and which one is cannot be told: "Sheet", "二月"'
    assert stated(read_table(path, sheet="二月")) == [{"description": "plate", "hs": "7601"}]
    assert refusal(path, sheet="March").what == 'there is no sheet "March"; the sheets are "Sheet", "二月"'


def test_a_hidden_sheet_is_read_only_by_name(tmp_path: Path) -> None:
    book, _, path = workbook(tmp_path, [HEADER, LINE])
    hidden = book.create_sheet("old")
    hidden.append(["goods", "hs"])
    hidden.append(["plate", "7601"])
    hidden.sheet_state = "hidden"
    book.save(path)
    assert keys(read_table(path)) == keys(read_table(path, sheet="Sheet"))
    assert stated(read_table(path, sheet="old")) == [{"description": "plate", "hs": "7601"}]


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as archive:
        archive.writestr("readme.txt", "no workbook")
    assert refusal(tmp_path / "list.xlsx").what == "the file is an archive of something else, not a workbook"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "the file is empty"),
        (b"goods,hs\nmagnet,8505\n", "the file is not a workbook"),
        (b"\xd0\xcf\x11\xe0rest", "the workbook is locked with a password or in the old format"),
        (b"PK\x03\x04rest", "the workbook is cut off or damaged"),
    ],
)
def test_another_kind_of_file_is_told_by_its_first_bytes(tmp_path: Path, content: bytes, what: str) -> None:
    assert refusal(text_file(tmp_path, content, "list.xlsx")).what == what


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"]
)
def test_a_workbook_with_a_broken_part_is_refused(tmp_path: Path, part: str) -> None:
    path = saved(tmp_path, [HEADER, LINE])
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(tmp_path / "broken.xlsx", "w") as broken:
        for name in whole.namelist():
            content = whole.read(name)
            broken.writestr(name, content[: len(content) // 2] if name == part else content)
    assert "damaged" in refusal(tmp_path / "broken.xlsx").what


def test_a_workbook_cut_off_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, [HEADER, LINE])
    path.write_bytes(path.read_bytes()[:-200])
    assert refusal(path).what == "the workbook is cut off or damaged"


def test_a_time_of_day_beside_the_date_is_dropped(tmp_path: Path) -> None:
    at_night = datetime(2025, 4, 4, 23, 30)  # noqa: DTZ001  a workbook knows no time zone
    assert stated(read_table(saved(tmp_path, [["goods", "date"], ["x", at_night]])))[0]["date"] == date(2025, 4, 4)
