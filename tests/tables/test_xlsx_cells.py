"""What cells of a workbook show: errors, formulas, percentages, leading zeros, merged cells."""

from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook as WrittenWorkbook

from cocket.check.tables import BadRow, Row, Table, read_table
from tests.tables.files import all_good, only_fault, refusal, stated, workbook

Change = Callable[[Worksheet], None]


def changed(folder: Path, rows: list[list[object]], change: Change) -> Table:
    book, sheet, path = workbook(folder, rows)
    change(sheet)
    book.save(path)
    return read_table(path)


def one_cell(folder: Path, header: str, value: object, number_format: str = "General") -> object:
    def change(sheet: Worksheet) -> None:
        sheet["B2"].number_format = number_format

    (row,) = all_good(changed(folder, [["goods", header], ["magnet", value]], change))
    (key,) = row.stated.keys() - {"description"}
    return row.stated[key]


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#NAME?"])
def test_a_cell_that_shows_an_error_is_refused_not_empty(tmp_path: Path, error: str) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B3"].value = error
        sheet["B3"].data_type = "e"

    fault = only_fault(changed(tmp_path, [["goods", "hs"], ["plate", "7601"], ["magnet", "8505"]], change))
    assert str(fault) == (
        f'row 3, column "hs": shows the error {error}. Correct the formula, or write the value itself.'
    )


def test_an_error_below_everything_else_is_not_lost(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B5"].value = "#N/A"
        sheet["B5"].data_type = "e"

    assert only_fault(changed(tmp_path, [["goods", "hs"], ["plate", "7601"]], change)).number == 5


def with_formulas(path: Path, *, calculated: bool) -> Path:
    """A workbook with results in it; it says to calculate them when it is opened, unless ``calculated``."""
    source = path.with_name("formulas.xlsx")
    with WrittenWorkbook(str(source)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["goods", "qty", "hs"])
        sheet.write_row(1, 0, ["magnet"])
        sheet.write_formula(1, 1, "=1.5+1", value=2.5)
        sheet.write_formula(1, 2, '=IF(FALSE,"","76" & "01")', value="7601")
    with ZipFile(source) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b' fullCalcOnLoad="1"', b"") if calculated else content)
    return path


def test_a_formula_with_a_result_is_its_result(tmp_path: Path) -> None:
    table = read_table(with_formulas(tmp_path / "list.xlsx", calculated=True))
    assert stated(table) == [{"description": "magnet", "quantity": Decimal("2.5"), "hs": "7601"}]


def test_a_result_that_the_workbook_itself_calls_stale_is_refused(tmp_path: Path) -> None:
    fault = only_fault(read_table(with_formulas(tmp_path / "list.xlsx", calculated=False)))
    assert (fault.number, fault.column, fault.message) == (2, "qty", "holds a formula that was never calculated")


def test_a_formula_without_a_result_is_refused_not_empty(tmp_path: Path) -> None:
    fault = only_fault(changed(tmp_path, [["goods", "qty"], ["plate", "=1+1"]], lambda sheet: None))
    assert (fault.number, fault.column, fault.message) == (2, "qty", "holds a formula that was never calculated")


def test_an_error_in_a_column_that_is_not_used_does_no_harm(tmp_path: Path) -> None:
    table = changed(tmp_path, [["goods", "remarks"], ["plate", "=1+1"]], lambda sheet: None)
    assert stated(table) == [{"description": "plate"}]


@pytest.mark.parametrize(
    ("value", "number_format", "seen"),
    [
        (0.03, "0%", "3%"),
        (0.0325, "0.00%", "3.25%"),
        (0.1, '0.0" "%', "10%"),
        (1, "0%", "100%"),
        (3, "0.00", 3),
        (3, '0"%"', 3),  # a quoted sign is decoration; the number is not a hundredth
    ],
)
def test_a_percentage_is_what_the_cell_shows(tmp_path: Path, value: float, number_format: str, seen: object) -> None:
    assert one_cell(tmp_path, "Dy", value, number_format) == seen


def test_a_percentage_below_a_header_in_ppm_is_refused(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B2"].number_format = "0%"

    fault = only_fault(changed(tmp_path, [["goods", "Dy ppm"], ["magnet", 0.03]], change))
    assert fault.message == '"3%" is in %, but the header says ppm'


@pytest.mark.parametrize(
    ("value", "number_format", "seen"), [(8051000, "00000000", "08051000"), (805, "0000000000", "0000000805")]
)
def test_zeros_that_a_format_shows_are_part_of_the_code(
    tmp_path: Path, value: int, number_format: str, seen: str
) -> None:
    assert one_cell(tmp_path, "hs", value, number_format) == seen


def test_a_code_stored_as_a_number_is_digits_and_noted(tmp_path: Path) -> None:
    rows = [["line", "goods", "HS Code"], [10, "magnet", 8505110000], [20.0, "plate", "7601"]]
    table = changed(tmp_path, rows, lambda sheet: None)
    assert [(row["line"], row["hs"]) for row in stated(table)] == [("10", "8505110000"), ("20", "7601")]
    assert (
        '"HS Code" (column C) holds numbers, in which zeros at the beginning are lost; '
        "format the column as text if a code begins with zero"
    ) in table.notes


def test_codes_stored_as_text_are_not_noted(tmp_path: Path) -> None:
    table = changed(tmp_path, [["goods", "hs"], ["magnet", "0805"]], lambda sheet: None)
    assert "zeros" not in " ".join(table.notes)


def test_a_code_with_a_decimal_point_stored_as_a_number_is_refused(tmp_path: Path) -> None:
    fault = only_fault(changed(tmp_path, [["goods", "hs"], ["magnet", 8505.1]], lambda sheet: None))
    assert fault.message == "8505.1 is stored as a number, in which zeros at the end are lost"


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (12, 12),
        (12.0, 12),
        (0.1 + 0.2, Decimal("0.3")),
        (1e-7, Decimal("0.0000001")),
        (123456789012345, 123456789012345),
    ],
)
def test_figures_are_exact(tmp_path: Path, value: float, seen: object) -> None:
    assert one_cell(tmp_path, "qty", value) == seen


def test_a_number_too_small_for_any_figure_is_refused_only_where_it_is_used(tmp_path: Path) -> None:
    table = changed(tmp_path, [["goods", "qty", 1e-90], ["x", 1e-90, None]], lambda sheet: None)
    assert only_fault(table).message == "holds a number far too small"


def test_a_number_of_more_digits_than_a_spreadsheet_keeps_is_refused(tmp_path: Path) -> None:
    fault = only_fault(changed(tmp_path, [["line", "goods"], [12345678901234567, "x"]], lambda sheet: None))
    assert "more than 15 digits" in fault.message


@pytest.mark.parametrize(
    ("header", "value", "message"),
    [
        ("qty", date(2025, 3, 4), "holds the date 2025-03-04 instead of a figure"),
        ("product", date(2025, 3, 4), "holds the date 2025-03-04 instead of text"),
        ("product", True, "holds TRUE instead of text"),
        ("qty", True, "holds no figure"),
        ("qty", time(3, 4), "holds a time of day or a duration"),
        ("qty", timedelta(hours=30), "holds a time of day or a duration"),
        ("date", True, "True is not a day"),
        ("date", 45751, '"45751" is a bare number, perhaps a spreadsheet date whose cell is not formatted as a date'),
    ],
)
def test_what_a_spreadsheet_made_of_a_cell_is_refused(tmp_path: Path, header: str, value: object, message: str) -> None:
    fault = only_fault(changed(tmp_path, [["goods", header], ["magnet", value]], lambda sheet: None))
    assert (fault.number, fault.column, fault.message) == (2, header, message)


def test_merged_header_cells_are_refused_by_name(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.merge_cells("B1:C1")

    book, sheet, path = workbook(tmp_path, [["goods", "Composition", None, "hs"], ["magnet", 1, 2, "8505"]])
    change(sheet)
    book.save(path)
    error = refusal(path)
    assert error.what == "the header has merged cells: B1:C1"
    assert "one single header row" in error.remedy


@pytest.mark.parametrize(
    ("rows", "ranges"),
    [
        # a header of two storeys, in which the upper one gives the unit
        ([["line", "goods", "Composition (ppm)", None], [None, None, "Nd", "Dy"], ["1", "x", 2, 3]], ["C1:D1"]),
        ([[None, None, "Content, ppm", None], ["line", "goods", "Nd", "Dy"], ["1", "x", 2, 3]], ["C1:D1"]),
        ([["line", "goods", "Elements", None], ["line", "goods", "hs", "date"], ["1", "x", 2, 3]], ["C1:D1"]),
        ([["line", "goods", "hs"], [None, None, None], ["1", "x", 2]], ["A1:A2", "B1:B2"]),
    ],
)
def test_a_header_of_two_storeys_is_refused(tmp_path: Path, rows: list[list[object]], ranges: list[str]) -> None:
    book, sheet, path = workbook(tmp_path, rows)
    for one in ranges:
        sheet.merge_cells(one)
    book.save(path)
    assert refusal(path).what == f"the header has merged cells: {', '.join(ranges)}"


def test_a_value_merged_over_several_lines_is_refused_in_each_of_them(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.merge_cells("B2:B3")

    table = changed(tmp_path, [["goods", "qty"], ["magnet", 7], ["plate", None], ["rod", 9]], change)
    first, second, third = table.rows()
    assert isinstance(first, BadRow)
    assert (first.number, first.column) == (2, "qty")
    assert first.message == "the merged cells B2:B3 hold one value for several cells"
    assert isinstance(second, BadRow)
    assert second.number == 3
    assert isinstance(third, Row)


def test_merged_cells_that_hide_no_value_do_no_harm(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.merge_cells("B2:C2")  # over a column without a header
        sheet.merge_cells("D2:D3")  # in a column that is not used

    rows = [["goods", "hs", None, "remarks"], ["magnet", "8505", None, "x"], ["plate", "7601", None, None]]
    assert len(all_good(changed(tmp_path, rows, change))) == 2
