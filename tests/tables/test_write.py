"""Writing answers: the whole file or nothing, in four formats, nothing lost on the way."""

import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from pyarrow import parquet

from cocket.check.tables import TableError, read_table, write_jsonl, write_parquet, write_rows
from tests.tables.files import stated

FORMATS = [".csv", ".xlsx", ".parquet", ".jsonl"]
COLUMNS = ["line", "outcome", "codes", "share", "quantity", "on", "complete"]
ROWS: list[dict[str, object]] = [
    {
        "line": "0010",
        "outcome": "LICENCE_REQUIRED",
        "codes": ["1C902.a.4", "1C903"],
        "share": Decimal("0.10"),
        "quantity": 12,
        "on": date(2025, 4, 4),
        "complete": True,
    },
    {"line": "0020", "codes": [], "share": None},
]


def test_csv_joins_lists_and_has_no_mark(tmp_path: Path) -> None:
    assert write_rows(tmp_path / "out.csv", COLUMNS, ROWS) == 2
    assert (tmp_path / "out.csv").read_bytes().decode() == (
        "line,outcome,codes,share,quantity,on,complete\r\n"
        "0010,LICENCE_REQUIRED,1C902.a.4; 1C903,0.10,12,2025-04-04,true\r\n"
        "0020,,,,,,\r\n"
    )


def test_json_lines_keep_lists_and_figures_and_leave_out_what_is_missing(tmp_path: Path) -> None:
    assert write_rows(tmp_path / "out.jsonl", COLUMNS, ROWS) == 2
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == (
        '{"line": "0010", "outcome": "LICENCE_REQUIRED", "codes": ["1C902.a.4", "1C903"], "share": 0.10, '
        '"quantity": 12, "on": "2025-04-04", "complete": true}\n'
        '{"line": "0020", "codes": []}\n'
    )


def test_json_lines_to_a_stream(tmp_path: Path) -> None:
    stream = io.StringIO()
    rows = [{"品名": '"磁体"\n', "why": {"law": ["18/2025"], "figure": Fraction(1, 8)}, "third": Fraction(1, 3)}]
    assert write_jsonl(stream, rows) == 1
    assert stream.getvalue() == (
        '{"品名": "\\"磁体\\"\\n", "why": {"law": ["18/2025"], "figure": 0.125}, "third": "1/3"}\n'
    )
    assert json.loads(stream.getvalue())["why"]["figure"] == 0.125


def test_parquet_keeps_lists_and_types(tmp_path: Path) -> None:
    assert write_rows(tmp_path / "out.parquet", COLUMNS, ROWS) == 2
    assert parquet.read_table(tmp_path / "out.parquet").to_pylist() == [
        {**ROWS[0]},
        {**dict.fromkeys(COLUMNS), "line": "0020", "codes": []},
    ]


def test_a_workbook_is_frozen_filterable_and_wide_enough(tmp_path: Path) -> None:
    assert write_rows(tmp_path / "out.xlsx", COLUMNS, ROWS) == 2
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert sheet is not None
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:G3"
    assert sheet.column_dimensions["B"].width > len("LICENCE_REQUIRED")
    assert [cell.value for cell in sheet[2]][:5] == ["0010", "LICENCE_REQUIRED", "1C902.a.4; 1C903", 0.1, 12]
    assert sheet["F2"].value.date() == date(2025, 4, 4)
    assert sheet["F2"].number_format == "yyyy-mm-dd"
    assert sheet["G2"].value is True
    assert sheet["A1"].font.bold


def test_text_in_a_workbook_is_never_a_formula_a_link_or_a_number(tmp_path: Path) -> None:
    texts = ["=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "0010", "http://example.org", "TRUE", "2025-04-04"]
    write_rows(tmp_path / "out.xlsx", ["text"], [{"text": text} for text in texts])
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert sheet is not None
    cells = [sheet.cell(row, 1) for row in range(2, len(texts) + 2)]
    assert [cell.value for cell in cells] == texts
    assert not any(cell.hyperlink for cell in cells)
    assert {cell.data_type for cell in cells[1:]} == {"s"}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_text_in_csv_is_written_as_it_is(tmp_path: Path, text: str) -> None:
    write_rows(tmp_path / "out.csv", ["goods", "hs"], [{"goods": text, "hs": "1"}])
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()[1] == f"{text},1"


def test_a_figure_of_more_digits_than_a_workbook_keeps_is_written_as_text(tmp_path: Path) -> None:
    rows = [{"quantity": 12345678901234567}, {"quantity": Decimal("0.12345678901234567")}, {"quantity": Fraction(1, 3)}]
    write_rows(tmp_path / "out.xlsx", ["quantity"], rows)
    assert [row["quantity"] for row in stated(read_table(tmp_path / "out.xlsx"))] == [
        "12345678901234567",
        "0.12345678901234567",
        "1/3",
    ]


@pytest.mark.parametrize("ending", FORMATS)
def test_what_was_written_is_read_back(tmp_path: Path, ending: str) -> None:
    columns = ["line", "description", "hs", "date", "contains", "composition_complete"]
    rows: list[dict[str, object]] = [
        {
            "line": "0010",
            "description": "磁体 =1+1",
            "hs": "0805",
            "date": date(2025, 4, 4),
            "contains": ["Nd", "Dy"],
            "composition_complete": False,
        },
        {"line": "2", "hs": "8505"},
    ]
    path = tmp_path / f"out{ending}"
    assert write_rows(path, columns, iter(rows)) == 2
    assert stated(read_table(path)) == rows


@pytest.mark.parametrize("ending", FORMATS)
def test_no_rows_leave_a_file_with_its_columns(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out{ending}"
    assert write_rows(path, ["line", "outcome"], []) == 0
    assert path.exists()


@pytest.mark.parametrize("ending", FORMATS)
def test_an_error_leaves_nothing_half_done_and_the_old_file_as_it_was(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out{ending}"
    path.write_bytes(b"old")

    def rows() -> Iterator[dict[str, object]]:
        yield {"line": "1"}
        raise RuntimeError("the law fell out of force")

    with pytest.raises(RuntimeError, match="fell out of force"):
        write_rows(path, ["line"], rows())
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [(path.name, b"old")]


@pytest.mark.parametrize("ending", FORMATS)
def test_nothing_stands_under_the_name_before_the_last_row(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out{ending}"

    def rows() -> Iterator[dict[str, object]]:
        yield {"line": "1"}
        assert not path.exists()

    write_rows(path, ["line"], rows())
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_the_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_rows(tmp_path / "out.csv", ["line"], [])
    assert (tmp_path / "out.csv").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.parametrize("ending", FORMATS)
def test_a_missing_folder_is_told(tmp_path: Path, ending: str) -> None:
    with pytest.raises(TableError) as raised:
        write_rows(tmp_path / "none" / f"out{ending}", ["line"], [{"line": "1"}])
    assert raised.value.what == "there is no such file or folder"


def test_an_unknown_ending_is_refused_before_any_row_is_asked_for(tmp_path: Path) -> None:
    def rows() -> Iterator[dict[str, object]]:
        raise AssertionError("asked for a row")
        yield {}

    with pytest.raises(TableError, match="not known"):
        write_rows(tmp_path / "out.doc", ["line"], rows())


def test_a_value_without_a_column_is_a_mistake_of_the_program(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="outcome"):
        write_rows(tmp_path / "out.csv", ["line"], [{"line": "1", "outcome": "x"}])


def test_a_text_too_long_for_a_workbook_is_refused_and_nothing_left(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="longer than a cell") as raised:
        write_rows(tmp_path / "out.xlsx", ["line"], [{"line": "1"}, {"line": "x" * 32_768}])
    assert "row 3" in raised.value.where
    assert list(tmp_path.iterdir()) == []


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for ending in FORMATS:
        for name in ("one", "two"):
            write_rows(tmp_path / f"{name}{ending}", COLUMNS, ROWS)
        assert (tmp_path / f"one{ending}").read_bytes() == (tmp_path / f"two{ending}").read_bytes(), ending


@pytest.mark.parametrize(
    ("early", "late", "read"),
    [
        (None, "x", [None, "x"]),
        (None, 3, [None, 3]),
        (None, ["x"], [None, ["x"]]),
        (3, Decimal("0.5"), [Decimal(3), Decimal("0.5")]),
        (3, "x", ["3", "x"]),
        (["a", "b"], "x", ["a; b", "x"]),
        (date(2025, 4, 4), "soon", ["2025-04-04", "soon"]),
        (True, "perhaps", ["true", "perhaps"]),
        (3, 2**70, ["3", str(2**70)]),
        (Decimal("0.5"), Fraction(1, 3), ["0.500000000000", "1/3"]),
    ],
)
def test_a_later_parquet_row_may_need_a_wider_column(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, early: object, late: object, read: list[object]
) -> None:
    monkeypatch.setattr(write_parquet, "CHUNK_ROWS", 3)
    rows = [{"line": str(number), "value": early} for number in range(6)]
    path = tmp_path / "out.parquet"
    assert write_rows(path, ["line", "value"], [*rows, {"value": late}]) == 7
    values = parquet.read_table(path).column("value").to_pylist()
    assert [values[0], values[-1]] == read
    assert len(values) == 7
    assert [one.name for one in tmp_path.iterdir()] == ["out.parquet"]


def test_parquet_writes_objects_within_lists_as_json(tmp_path: Path) -> None:
    write_rows(tmp_path / "out.parquet", ["hits"], [{"hits": [{"name": "A", "score": 3}]}])
    assert parquet.read_table(tmp_path / "out.parquet").to_pylist() == [{"hits": ['{"name": "A", "score": 3}']}]


def test_a_fault_of_another_file_is_not_blamed_on_the_one_written(tmp_path: Path) -> None:
    def rows() -> Iterator[dict[str, object]]:
        yield {"line": (tmp_path / "source.txt").read_text(encoding="utf-8")}

    with pytest.raises(FileNotFoundError, match=r"source\.txt"):
        write_rows(tmp_path / "out.csv", ["line"], rows())
    assert list(tmp_path.iterdir()) == []


def test_a_list_that_many_rows_share_is_written_in_each_of_them(tmp_path: Path) -> None:
    shared = ["1C902.a.4", "1C903"]
    rows: list[dict[str, object]] = [
        {"line": str(number), "codes": shared if number % 3 else None, "share": Decimal(number % 2) / 2}
        for number in range(20_000)
    ]
    rows[-1]["codes"] = list(shared)
    write_rows(tmp_path / "out.parquet", ["line", "codes", "share"], rows)
    assert parquet.read_table(tmp_path / "out.parquet").to_pylist() == rows
