"""Columns for elements and compounds; lone symbols that are also words."""

from pathlib import Path

import pytest

from cocket.check.tables import read_table
from cocket.check.tables.header import understand
from cocket.check.tables.header_names import read_header
from tests.tables.files import only_fault, refusal, stated, text_file


def understood(*headers: str) -> list[str | None]:
    return [column.key for column in understand(headers, where="a test").columns]


def notes(*headers: str) -> str:
    return "\n".join(understand(headers, where="a test").notes)


@pytest.mark.parametrize(
    "header",
    [
        "Dy %",
        "Dy%",
        "%Dy",
        "Dy wt%",
        "Dy (wt.%)",
        "Dy, wt-%",
        "dy_pct",
        "DY (%)",
        "w(Dy)/%",
        "镝含量%",
        "镝质量分数（％）",
        "Dysprosium (Dy) mass %",
        "Dysprosium content, per cent by weight",
    ],
)
def test_a_percentage_of_dysprosium_in_many_forms(header: str) -> None:
    reading = read_header(header)
    assert reading is not None
    assert (reading.key, reading.unit) == ("composition.Dy", "%")


@pytest.mark.parametrize(
    ("header", "key", "unit"),
    [
        ("Dy ppm", "composition.Dy", "ppm"),
        ("Dy [mg/kg]", "composition.Dy", "ppm"),
        ("Dy (µg/g)", "composition.Dy", "ppm"),
        ("Dy at%", "composition.Dy", "at%"),
        ("Dy2O3 %", "composition.Dy2O3", "%"),
        ("氧化镝(%)", "composition.Dy2O3", "%"),
        ("Dysprosium oxide (Dy2O3) ppm", "composition.Dy2O3", "ppm"),
        ("AlN %", "composition.AlN", "%"),
        ("composition.Dy", "composition.Dy", None),
        ("composition.Dy ppm", "composition.Dy", "ppm"),
        ("composition.something", "composition.something", None),
        ("W %", "composition.W", "%"),
        ("No %", "composition.No", "%"),
        ("In wt%", "composition.In", "%"),
        ("As (ppm)", "composition.As", "ppm"),
        ("Co %", "composition.Co", "%"),
        ("Lead %", "composition.Pb", "%"),
    ],
)
def test_units_and_compounds(header: str, key: str, unit: str | None) -> None:
    reading = read_header(header)
    assert reading is not None
    assert (reading.key, reading.unit) == (key, unit)


@pytest.mark.parametrize("header", ["TREO %", "Nd+Pr %", "NdFeB", "w(Dy)", "CO %", "Total %", "Purity %", "PO4"])
def test_sums_alloys_and_what_has_two_readings_are_no_element_columns(header: str) -> None:
    reading = read_header(header)
    assert reading is None or not reading.key.startswith("composition.")


@pytest.mark.parametrize("header", ["Dy", "镝", "Dysprosium", "dysprosium", "Dy2O3", "镝含量"])
def test_a_lone_name_that_nothing_else_has_needs_no_unit(header: str) -> None:
    assert understood("goods", header)[1] in ("composition.Dy", "composition.Dy2O3")


def test_co_is_cobalt_only_among_elements() -> None:
    assert understood("goods", "Co") == ["description", None]
    assert understood("goods", "Co", "Nd") == ["description", None, "composition.Nd"]
    assert understood("Co", "goods", "Nd", "Fe") == [
        "composition.Co",
        "description",
        "composition.Nd",
        "composition.Fe",
    ]
    assert '"Co" (column B) is not read as the element Co' in notes("goods", "Co", "Nd")
    assert '"Co" (column A) is read as the element Co, because' in notes("Co", "goods", "Nd", "Fe")


def test_no_is_a_number() -> None:
    assert understood("No", "goods", "Nd", "Dy", "Fe")[0] == "line"
    assert understood("No.", "Nd", "Dy", "Fe")[0] == "line"
    assert '"No" (column A) is read as line, not as the element No' in notes("No", "goods", "Nd", "Dy")
    assert "element No" not in notes("No", "goods", "hs")  # nobody would have thought so


@pytest.mark.parametrize("word", ["In", "As", "At", "W", "H"])
def test_a_word_is_an_element_only_to_the_right_of_elements(word: str) -> None:
    assert understood("goods", word)[1] is None
    assert understood(word, "Nd", "Dy", "Fe")[0] is None
    assert understood("Nd", "Dy", "Fe", "goods", word)[4] is None
    assert understood("Nd", "Dy", "Fe", word)[3] == f"composition.{word}"


def test_serial_number_and_tin_share_their_letters() -> None:
    assert understood("S/N", "goods") == ["line", "description"]
    assert understood("Sn", "Nd", "Dy", "Fe")[0] == "line"
    assert understood("goods", "Cu", "Zn", "Sn") == [
        "description",
        "composition.Cu",
        "composition.Zn",
        "composition.Sn",
    ]


def test_a_usual_magnet_analysis_is_understood_whole() -> None:
    found = understood("No.", "Grade", "Nd", "Pr", "Dy", "Tb", "Fe", "B", "Co", "Al", "Cu")
    assert found[:2] == ["line", "grade"]
    assert found[2:] == [f"composition.{symbol}" for symbol in ("Nd", "Pr", "Dy", "Tb", "Fe", "B", "Co", "Al", "Cu")]


def test_symbols_in_the_wrong_case_need_company() -> None:
    assert understood("goods", "DY") == ["description", None]
    assert understood("goods", "nd", "dy", "fe") == [
        "description",
        "composition.Nd",
        "composition.Dy",
        "composition.Fe",
    ]


def test_two_columns_of_one_element_are_refused(tmp_path: Path) -> None:
    error = refusal(text_file(tmp_path, "goods,Dy %,镝\nmagnet,1,2\n"))
    assert error.what == '"Dy %" (column B) and "镝" (column C) are both understood as composition.Dy'


def test_the_unit_of_the_header_travels_with_the_figure(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "Dy ppm,Tb %,Nd\n250,3,29\n<5,<0.1,\n100-200,3 %,29 %\n"))
    assert stated(table) == [
        {"composition.Dy": "250 ppm", "composition.Tb": "3", "composition.Nd": "29"},
        {"composition.Dy": "<5 ppm", "composition.Tb": "<0.1"},
        {"composition.Dy": "100-200 ppm", "composition.Tb": "3 %", "composition.Nd": "29 %"},
    ]


def test_a_cell_in_another_unit_than_its_header_is_refused(tmp_path: Path) -> None:
    fault = only_fault(read_table(text_file(tmp_path, "goods,Dy ppm\nmagnet,3 %\n")))
    assert (fault.number, fault.column) == (2, "Dy ppm")
    assert fault.message == '"3 %" is in %, but the header says ppm'
