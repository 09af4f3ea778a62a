"""Declarations out of files: the same from each form, and every fault with its row, its column and what to do."""

import json
from pathlib import Path

import pytest

from cocket.gate.errors import BadDeclaration
from cocket.gate.read_declaration import read_declarations, read_document
from cocket.gate.stored import declaration_from
from tests.gate.desk import document, goods, listed
from tests.tables.files import saved

HEADER = [
    "Declaration No", "Line", "Date", "Exporter", "Destination", "Port of exit", "End user", "End user type", "End use",
    "Description", "HS code", "Kind", "Magnet family", "Nd %", "Dy %", "Tb %", "Quantity (kg)", "Value (CNY)",
    "Licence No", "Declaration remarks",
]  # fmt: skip
ROW = [
    "D-1", "1", "2026-06-15", "Paper Lantern Magnets Co., Ltd.", "US", "Ningbo", "Velvet Hedgehog Drives Inc.", "civil",
    "drive motors for passenger cars", "Sintered arc magnet for drive motors", "85051110", "magnet", "NdFeB", "29.6",
    "1.2", "0", "400", "172000", "26-AA-100001", "两用物项 dual-use 1C905.a.4",
]  # fmt: skip


def csv(path: Path, *rows: list[str]) -> Path:
    path.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in (HEADER, *rows)), encoding="utf-8")
    return path


def changed(**cells: str) -> list[str]:
    """The row with some cells changed, by the first word of their header."""
    at: dict[str, int] = {}
    for place, header in enumerate(HEADER):
        at.setdefault(header.split()[0], place)
    row = list(ROW)
    for name, value in cells.items():
        row[at[name]] = value
    return row


def test_a_table_a_workbook_and_a_document_give_the_same_declaration(tmp_path: Path) -> None:
    (from_csv,), _ = read_declarations(csv(tmp_path / "d.csv", ROW))
    (from_xlsx,), _ = read_declarations(saved(tmp_path, [HEADER, ROW]))
    whole = document(listed(line="1"))
    (tmp_path / "d.json").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    (from_json,), _ = read_declarations(tmp_path / "d.json")
    assert from_csv.content() == from_xlsx.content() == from_json.content()


def test_what_is_stored_of_a_declaration_gives_it_back() -> None:
    declared = read_document(json.dumps(document(listed(), goods())), "test")
    assert declaration_from(json.loads(json.dumps(declared.content()))) == declared


def test_rows_under_one_number_are_one_declaration(tmp_path: Path) -> None:
    rows = (ROW, changed(Line="2"), changed(Declaration="D-2"))
    found, _ = read_declarations(csv(tmp_path / "d.csv", *rows))
    assert [(one.number, len(one.lines)) for one in found] == [("D-1", 2), ("D-2", 1)]


@pytest.mark.parametrize(
    ("cells", "column", "told"),
    [
        ({"Quantity": "0"}, "Quantity (kg)", "0 kg is nothing to declare"),
        ({"Quantity": "-5"}, "Quantity (kg)", "lies below zero"),
        ({"Quantity": "1.2345678"}, "Quantity (kg)", "finer than the smallest unit of kg"),
        ({"Quantity": "9999999999999999"}, "Quantity (kg)", "too large"),
        ({"Quantity": "many"}, "Quantity (kg)", "cannot be read as a figure"),
        ({"Quantity": ""}, "Quantity (kg)", "is missing"),
        ({"Value": "0"}, "Value (CNY)", "0 CNY is no value"),
        ({"Value": "1.234"}, "Value (CNY)", "finer than the smallest coin"),
        ({"Value": ""}, "Value (CNY)", "is missing"),
        ({"HS": "850"}, "HS code", "has 3 digits"),
        ({"Exporter": ""}, "Exporter", "is missing"),
        ({"Destination": ""}, "Destination", "is missing"),
        ({"Licence": "26-АА-100001"}, "Licence No", "CYRILLIC CAPITAL LETTER A"),
        ({"Licence": "26-aa-100001"}, "Licence No", "LATIN SMALL LETTER A"),
        ({"Declaration": "D１"}, "Declaration No", "FULLWIDTH DIGIT ONE"),
        ({"Declaration": "D" * 45}, "Declaration No", "has 45 signs"),
        ({"Date": "15/06/26"}, "Date", ""),
    ],
)
def test_a_fault_names_row_and_column(tmp_path: Path, cells: dict[str, str], column: str, told: str) -> None:
    with pytest.raises(BadDeclaration) as fault:
        read_declarations(csv(tmp_path / "d.csv", changed(Declaration="D-0"), changed(**cells)))
    assert fault.value.column == column
    assert fault.value.where.startswith("d.csv, row 3")
    assert told in fault.value.what and fault.value.remedy


def test_an_unknown_unit_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(BadDeclaration, match=r'row 1, column "unit": The unit .*barrel.* is not known'):
        read_document(json.dumps(document(goods(unit="barrel"))), "test")


def test_a_currency_that_is_none_is_refused() -> None:
    with pytest.raises(BadDeclaration, match='column "currency": "YUAN" is not an ISO currency code'):
        read_document(json.dumps(document(goods(currency="YUAN"))), "test")


def test_what_a_declaration_states_once_may_not_differ_between_its_lines(tmp_path: Path) -> None:
    with pytest.raises(BadDeclaration, match='row 3, column "Destination": "DE" differs from "US" in row 2'):
        read_declarations(csv(tmp_path / "d.csv", ROW, changed(Line="2", Destination="DE")))


def test_a_line_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadDeclaration, match="line 1 stands twice"):
        read_declarations(csv(tmp_path / "d.csv", ROW, ROW))


@pytest.mark.parametrize("key", ["end_user_listed", "goods_listed", "known", "licence.type"])
def test_what_would_free_goods_on_the_declarants_word_alone_is_refused(key: str) -> None:
    with pytest.raises(BadDeclaration, match="is not for the declarant to say"):
        read_document(json.dumps(document(goods(**{key: "2025-01-01" if key == "known" else False}))), "test")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[]", "is no declaration"),
        ("{", "not JSON"),
        ('{"lines": []}', "is no declaration"),
        ('{"lines": [1]}', "line 1 is no object"),
        (json.dumps(document(goods(colour="red"))), 'the key "colour" is not known'),
        (json.dumps(document(goods())).replace('"quantity": 400', '"quantity": 1e999'), "no usable figure"),
        (json.dumps(document(goods())).replace('"quantity": 400', '"quantity": NaN'), "NaN is no value"),
    ],
)
def test_a_document_that_is_no_declaration_is_refused(text: str, told: str) -> None:
    with pytest.raises(BadDeclaration, match=told):
        read_document(text, "test")


def test_a_fact_that_the_law_cannot_use_is_told_with_its_line(checker: object) -> None:
    from datetime import date

    from cocket.gate.judge import Held, judge

    declared = read_document(json.dumps(document(goods(), goods(composition={"Nd": 70, "Fe": 50}))), "test")
    with pytest.raises(BadDeclaration, match="declaration D-1, line 2"):
        judge(checker, declared, Held({}), date(2026, 6, 15), date(2026, 6, 15))  # type: ignore[arg-type]
