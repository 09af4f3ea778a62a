"""Header names: forgiving in how they are written, never in what they mean."""

from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.check.tables import Row, TableError, columns, read_table
from cocket.check.tables.header import understand
from cocket.check.tables.header_names import Reading, normalise, read_header
from tests.tables.files import all_good, keys, only_fault, refusal, stated, text_file

REMARKS = (
    '"Remarks" (column B) may be the remarks of a declaration or notes of your own: '
    'if it is the remarks of a declaration, name it "declaration remarks"'
)


def test_no_name_stands_for_two_questions() -> None:
    tables = [(name, key) for key, names in columns.NAMES.items() for name in names]
    tables += [(name, key) for key, names in columns.NAMES_OF_LAST_RESORT.items() for name in names]
    tables += [(name, "by unit") for name in columns.NAMES_DECIDED_BY_UNIT]
    tables += [(name, "item") for name in columns.LINE_OR_DESCRIPTION]
    meaning: dict[str, str] = {}
    for name, key in tables:
        assert meaning.setdefault(normalise(name), key) == key, name


def test_no_name_is_written_twice_for_its_question() -> None:
    for key, names in columns.NAMES.items():
        assert len({normalise(name) for name in names}) == len(names), key


def test_every_key_is_a_name_of_itself() -> None:
    assert {key: read_header(key) for key in columns.NAMES} == {key: Reading(key) for key in columns.NAMES}


def test_every_question_of_a_list_has_a_chinese_name() -> None:
    spoken_of_in_english_only = {
        "china_origin_part1_value_ratio",
        "china_origin_technology",
        "exporter_told_of_use",
        "goods_listed",
        "end_user_parent",
        "end_user_parent_share_pct",
    }
    without = {key for key, names in columns.NAMES.items() if all(name.isascii() for name in names)}
    assert without == spoken_of_in_english_only


def test_every_name_is_read_as_its_key() -> None:
    for key, names in columns.NAMES.items():
        for name in names:
            assert read_header(name) == Reading(key), name


@pytest.mark.parametrize(
    "header",
    [
        "HS Code",
        "hs_code",
        "H.S. CODE",
        " hs-code ",
        "HSCode",
        "ＨＳ　Ｃｏｄｅ",
        "HS code (10 digits)",
        "HS编码",
        "HS Code\n海关编码",
    ],
)
def test_case_width_spaces_and_punctuation_do_not_matter(header: str) -> None:
    assert read_header(header) == Reading("hs")


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Item No.", "line"),
        ("#", "line"),
        ("项号", "line"),
        ("P/N", "product"),
        ("料号", "product"),
        ("品名 Description", "description"),
        ("商品名称及规格型号", "description"),
        ("Export date (YYYY-MM-DD)", "date"),
        ("申报日期", "date"),
        ("货物形态", "kind"),
        ("Magnet_Family", "family"),
        ("牌号族", "family"),
        ("牌号", "grade"),
        ("Composition (wt%)", "composition"),
        ("成分 (%)", "composition"),
        ("商品编号", "hs"),
        ("declared_hs", "hs"),
        ("管制编码", "control_code"),
        ("Country of origin", "origin"),
        ("原产国（地区）", "origin"),
        ("Destination country", "destination"),
        ("目的国", "destination"),
        ("目的地", "destination"),
        ("End-user", "end_user"),
        ("End user's country", "end_user_country"),
        ("最终用途", "end_use"),
        ("param.purity_pct", "param.purity_pct"),
        ("temporary.kind", "temporary.kind"),
        ("licence.type", "licence.type"),
        ("change.field", "change.field"),
        ("end_user_parent_share_pct", "end_user_parent_share_pct"),
    ],
)
def test_names_people_use(header: str, key: str) -> None:
    assert read_header(header) == Reading(key)


@pytest.mark.parametrize(
    ("header", "key", "unit"),
    [
        ("Quantity (kg)", "quantity", "kg"),
        ("数量(千克)", "quantity", "千克"),
        ("数量 Quantity (kg)", "quantity", "kg"),
        ("quantity_kg", "quantity", "kg"),
        ("Qty, pcs", "quantity", "pcs"),
        ("Amount (kg)", "quantity", "kg"),
        ("Amount (USD)", "value", "USD"),
        ("Value USD", "value", "USD"),
        ("Value in EUR", "value", "EUR"),
        ("USD value", "value", "USD"),
        ("Value (FOB USD)", "value", "USD"),
        ("Value (PLN)", "value", "PLN"),
        ("金额(美元)", "value", "USD"),
        ("总价（元）", "value", "CNY"),
    ],
)
def test_a_unit_in_the_header_belongs_to_the_figures(header: str, key: str, unit: str) -> None:
    assert read_header(header) == Reading(key, unit)


@pytest.mark.parametrize(
    "header",
    [
        "Value (thousands)",
        "金额(万元)",
        "Value %",
        "Value $",
        "Value (kg)",
        "Quantity (USD)",
        "Amount",
        "Weight (kg)",
        "Unit price (kg)",
        "Composition (ppm)",
        "Date / HS",
        "品名/日期",
        "Country",
        "Ship to",
        "param",
        "parameter.x",
        "Remarks",
        "",
    ],
)
def test_a_header_that_says_something_else_or_too_little_is_not_understood(header: str) -> None:
    assert read_header(header) is None


def test_a_price_has_its_currency_in_the_header_and_is_no_value() -> None:
    assert read_header("Unit price (USD)") == Reading("unit_price", "USD")
    assert read_header("单价（人民币）") == Reading("unit_price", "CNY")


def test_the_unit_of_the_header_is_stated_with_each_figure(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "goods,Quantity (kg),Value (USD)\nmagnet,1.5,20\nplate,,\n"))
    assert stated(table) == [
        {"description": "magnet", "quantity": "1.5", "unit": "kg", "value": "20", "currency": "USD"},
        {"description": "plate"},
    ]
    assert all_good(table)[0].columns["unit"] == "Quantity (kg)"


def test_a_unit_column_may_agree_with_the_header_but_not_contradict_it(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "Quantity (kg),Unit\n1,千克\n2,KG\n3,\n4,t\n"))
    assert [row.stated["unit"] for row in table.rows() if isinstance(row, Row)] == ["千克", "KG", "kg"]
    assert str(only_fault(table)) == (
        'row 5, column "Unit": the unit "t" contradicts "kg" in the header of the quantity. '
        "Keep the unit in one place only."
    )


@pytest.mark.parametrize(
    ("header", "cell", "read"),
    [
        ("qty", "5 kg", {"quantity": "5", "unit": "kg"}),
        ("数量及单位", "100千克", {"quantity": "100", "unit": "千克"}),
        ("qty", "1,500.5 m2", {"quantity": "1,500.5", "unit": "m2"}),
        ("Quantity (kg)", "5 KGS", {"quantity": "5", "unit": "KGS"}),
        ("value", "USD 120.50", {"value": "120.50", "currency": "USD"}),
        ("金额", "120美元", {"value": "120", "currency": "USD"}),
        ("qty", "5 boxes", {"quantity": "5 boxes"}),
        ("value", "$5", {"value": "$5"}),
        ("currency", "人民币", {"currency": "CNY"}),
        ("currency", "doubloons", {"currency": "doubloons"}),
    ],
)
def test_a_unit_in_the_cell_is_stated_apart(tmp_path: Path, header: str, cell: str, read: dict[str, str]) -> None:
    assert stated(read_table(text_file(tmp_path, f'{header}\n"{cell}"\n'))) == [read]


def test_a_unit_in_the_cell_may_not_contradict_the_header(tmp_path: Path) -> None:
    fault = only_fault(read_table(text_file(tmp_path, "goods,Quantity (kg)\nmagnet,5 t\n")))
    assert (fault.number, fault.column) == (2, "Quantity (kg)")
    assert fault.message == 'the unit "t" contradicts "kg" in the header of the quantity'


def test_net_weight_is_the_quantity_only_where_nothing_else_is(tmp_path: Path) -> None:
    alone = read_table(text_file(tmp_path, "goods,Net weight (kg)\nmagnet,5\n"))
    assert stated(alone) == [{"description": "magnet", "quantity": "5", "unit": "kg"}]
    beside = read_table(text_file(tmp_path, "goods,Net weight (kg),Quantity (pcs)\nmagnet,5,10\n"))
    assert stated(beside) == [{"description": "magnet", "quantity": "10", "unit": "pcs"}]
    assert '"Net weight (kg)" (column B) is not used: "Quantity (pcs)" (column C) gives the quantity' in beside.notes


@pytest.mark.parametrize(
    ("headers", "understood"),
    [
        ("item,hs", ["description", "hs"]),
        ("item,description", ["line", "description"]),
        ("item,description,line", [None, "description", "line"]),
    ],
)
def test_item_is_the_description_or_the_number_beside_one(
    tmp_path: Path, headers: str, understood: list[str | None]
) -> None:
    assert (
        keys(read_table(text_file(tmp_path, f"{headers}\n1,2,3\n"[: len(headers) + 2 * len(understood)]))) == understood
    )


def test_what_was_understood_and_what_was_not_is_noted(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "品名,Remarks,HS\nmagnet,x,8505\n"))
    assert table.notes == (
        'understood: "品名" (column A) as description, "HS" (column C) as hs',
        'not understood and not used: "Remarks" (column B)',
        REMARKS,
    )
    assert keys(table) == ["description", None, "hs"]


def test_a_file_in_which_nothing_is_understood_is_refused_with_the_names_that_would_be(
    tmp_path: Path,
) -> None:
    error = refusal(text_file(tmp_path, "foo,bar\n1,2\n"))
    assert error.what == 'no column was understood; the headers found are "foo", "bar"'
    assert all(key in error.remedy for key in chain(columns.NAMES, ["Dy %"]))


def test_a_lone_column_that_may_mean_several_things_is_refused_with_what_to_call_it(tmp_path: Path) -> None:
    error = refusal(text_file(tmp_path, "name\nAcme Trading\n"))
    assert error.what == 'no column was understood; the headers found are "name"'
    assert error.remedy == (
        'Name the columns for what they hold: "name" (column A) may be the name of the goods or the name of a party: '
        'name it "description" or "party name"'
    )


def test_two_columns_of_one_meaning_are_refused_by_name_and_place(tmp_path: Path) -> None:
    error = refusal(text_file(tmp_path, "HS Code,goods,海关编码\n1,2,3\n"))
    assert error.what == '"HS Code" (column A) and "海关编码" (column C) are both understood as hs'
    assert error.where == "list.csv, row 1"


@pytest.mark.parametrize("header", ["hs", "remarks"])
def test_the_same_header_twice_is_refused_even_if_it_is_not_understood(tmp_path: Path, header: str) -> None:
    error = refusal(text_file(tmp_path, f"{header},goods,{header}\n1,2,3\n"))
    assert error.what == f'the same header stands twice: "{header}" (column A) and "{header}" (column C)'


@given(st.lists(st.text(max_size=12) | st.text("DyNdCo2O3%()[]/ppm wt品名数量(千克) .-_", max_size=12), max_size=6))
def test_any_header_row_is_understood_or_refused_in_words(headers: list[str]) -> None:
    try:
        found = understand(headers, where="a test")
    except TableError as error:
        words = [error.what, error.remedy]
    else:
        words = list(found.notes)
        assert [column.header for column in found.columns] == headers
    assert words and all(words)


@pytest.mark.parametrize("header", ["(" * 30_000, " " * 30_000 + "x", "Dy " + "%" * 30_000, "ﷺ" * 5_000])
def test_a_very_long_header_is_no_name(header: str) -> None:
    assert read_header(header) is None
