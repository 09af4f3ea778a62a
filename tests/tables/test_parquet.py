"""Parquet: exact figures, missing values that stay missing, nested columns, damaged files."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest
from pyarrow import parquet

from cocket.check.tables import Row, Table, TableError, parquet_file, read_table
from tests.tables.files import all_good, keys, only_fault, refusal, stated, text_file


def written(folder: Path, columns: Mapping[str, object]) -> Path:
    """Each column is a list of values or an Arrow array."""
    path = folder / "list.parquet"
    parquet.write_table(pa.table(dict(columns)), path)
    return path


def read(folder: Path, columns: Mapping[str, object]) -> Table:
    return read_table(written(folder, columns))


def test_records_are_numbered_from_one(tmp_path: Path) -> None:
    table = read(tmp_path, {"line": ["0010", "0020"], "品名": ["magnet", "plate"], "colour": ["x", "y"]})
    assert [(row.number, dict(row.stated)) for row in all_good(table)] == [
        (1, {"line": "0010", "description": "magnet"}),
        (2, {"line": "0020", "description": "plate"}),
    ]
    assert (table.format, table.row_count) == ("parquet", 2)
    assert table.notes == (
        'understood: "line" as line, "品名" as description',
        'not understood and not used: "colour"',
    )


def test_missing_values_and_nan_are_left_out(tmp_path: Path) -> None:
    columns = {
        "goods": ["magnet", "plate"],
        "Dy %": [float("nan"), 0.0],
        "hs": [None, "7601"],
        "qty": pa.array([None, 3], pa.int64()),
        "contains": [None, []],
        "grade": ["", "  "],
    }
    assert stated(read(tmp_path, columns)) == [
        {"description": "magnet"},
        {"description": "plate", "composition.Dy": 0, "hs": "7601", "quantity": 3, "contains": []},
    ]


@pytest.mark.parametrize(
    ("values", "figure"),
    [
        (pa.array([0.1], pa.float64()), Decimal("0.1")),
        (pa.array([0.1], pa.float32()), Decimal("0.1")),
        (pa.array([16777216], pa.float32()), 16777216),
        (pa.array([12.0], pa.float64()), 12),
        (pa.array([Decimal("0.10")], pa.decimal128(10, 2)), Decimal("0.10")),
        (pa.array([2**60], pa.int64()), 2**60),
        (pa.array([7], pa.uint8()), 7),
    ],
)
def test_figures_are_exact(tmp_path: Path, values: object, figure: object) -> None:
    ((row),) = stated(read(tmp_path, {"goods": ["magnet"], "qty": values}))
    assert row["quantity"] == figure
    assert type(row["quantity"]) is type(figure)


def test_an_infinite_number_is_refused(tmp_path: Path) -> None:
    fault = only_fault(read(tmp_path, {"goods": ["magnet"], "qty": [float("inf")]}))
    assert (fault.number, fault.column, fault.message) == (1, "qty", "holds an infinite number")


@pytest.mark.parametrize(
    "values",
    [
        pa.array([date(2025, 4, 4)]),
        pa.array(["2025年4月4日"]),
        pa.array([datetime(2025, 4, 4, 23)], pa.timestamp("ns")),  # noqa: DTZ001  a timestamp without a zone
        pa.array([datetime(2025, 4, 4, 1, tzinfo=ZoneInfo("Asia/Shanghai"))], pa.timestamp("us", "Asia/Shanghai")),
    ],
)
def test_days(tmp_path: Path, values: object) -> None:
    assert stated(read(tmp_path, {"goods": ["x"], "date": values}))[0]["date"] == date(2025, 4, 4)


def test_a_timestamp_of_another_zone_is_refused(tmp_path: Path) -> None:
    values = pa.array([datetime(2025, 4, 3, 16, tzinfo=UTC)], pa.timestamp("us", "UTC"))
    assert "China's time zone" in only_fault(read(tmp_path, {"goods": ["x"], "date": values})).message


def test_lists_objects_and_maps(tmp_path: Path) -> None:
    columns = {
        "contains": [["Nd", " Dy ", None]],
        "composition": pa.array([{"Nd": 29.5, "Dy": 3.0, "Tb": None}]),
        "temporary": pa.array([{"kind": "exhibition_abroad", "days": None}]),
        "params": pa.array([{"purity_pct": 99.9}]),
    }
    assert stated(read(tmp_path, columns)) == [
        {
            "contains": ["Nd", "Dy"],
            "composition": {"Nd": Decimal("29.5"), "Dy": 3},
            "temporary.kind": "exhibition_abroad",
            "param.purity_pct": Decimal("99.9"),
        }
    ]
    kind = pa.map_(pa.string(), pa.float32())
    by_map = {"goods": ["x"], "composition": pa.array([[("Nd", 0.1)]], kind)}
    assert stated(read(tmp_path, by_map))[0]["composition"] == {"Nd": Decimal("0.1")}


def test_dotted_columns_and_categories(tmp_path: Path) -> None:
    columns = {
        "param.purity_pct": [99.9],
        "composition.Dy": ["<0.1"],
        "goods": pa.array(["magnet"]).dictionary_encode(),
        "grade": pa.array([b"N35"]),
    }
    assert stated(read(tmp_path, columns)) == [
        {"param.purity_pct": Decimal("99.9"), "composition.Dy": "<0.1", "description": "magnet", "grade": "N35"}
    ]


def test_bytes_and_times_are_refused(tmp_path: Path) -> None:
    assert "not text" in only_fault(read(tmp_path, {"goods": pa.array([b"\xff"])})).message
    assert "time" in only_fault(read(tmp_path, {"goods": pa.array([1], pa.time64("us"))})).message


def test_codes_stored_as_numbers_are_digits_and_noted(tmp_path: Path) -> None:
    table = read(tmp_path, {"goods": ["x", "y"], "hs": [85051100.0, float("nan")], "line": [1, 2]})
    assert [(row.get("hs"), row["line"]) for row in stated(table)] == [("85051100", "1"), (None, "2")]
    assert '"hs" holds numbers, in which zeros at the beginning are lost; write codes as text' in table.notes


def test_a_record_that_states_nothing_is_refused(tmp_path: Path) -> None:
    fault = only_fault(read(tmp_path, {"goods": ["magnet", None], "remarks": ["x", "y"]}))
    assert (fault.number, fault.message) == (2, "the record states nothing")


def test_many_batches_are_numbered_through_and_streamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_file, "BATCH_ROWS", 3)
    count = 8
    rows = read(tmp_path, {"line": pa.array(range(1, count + 1))}).rows()
    assert isinstance(next(rows), Row)
    last = list(rows)[-1]
    assert isinstance(last, Row)
    assert (last.number, last.stated["line"]) == (count, str(count))


def test_two_columns_of_one_meaning_are_refused(tmp_path: Path) -> None:
    error = refusal(written(tmp_path, {"hs": ["1"], "海关编码": ["2"]}))
    assert error.what == '"hs" and "海关编码" are both understood as hs'
    path = tmp_path / "twice.parquet"
    parquet.write_table(pa.Table.from_arrays([pa.array(["1"]), pa.array(["2"])], names=["hs", "hs"]), path)
    assert refusal(path).what == 'the same header stands twice: "hs" and "hs"'


def test_a_file_without_records_is_refused(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, {"goods": pa.array([], pa.string())})).what == (
        "the file has columns but no record"
    )


@pytest.mark.parametrize(
    ("content", "what"),
    [(b"", "the file is empty"), (b"goods\nmagnet\n", "the file is not Parquet"), (b"PAR1PAR1", "damaged")],
)
def test_what_is_no_parquet_is_refused(tmp_path: Path, content: bytes, what: str) -> None:
    assert what in refusal(text_file(tmp_path, content, "list.parquet")).what


def test_a_file_cut_off_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, {"goods": ["magnet"]})
    path.write_bytes(path.read_bytes()[:-10])
    assert refusal(path).what == "the Parquet file is cut off: its end is missing"


def test_a_file_damaged_within_is_refused_when_it_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, {"goods": [f"magnet {number}" for number in range(1000)]})
    content = bytearray(path.read_bytes())
    content[4:400] = b"\xff" * 396
    path.write_bytes(bytes(content))
    table = read_table(path)
    with pytest.raises(TableError, match="damaged"):
        list(table.rows())


def test_keys_are_those_of_the_header(tmp_path: Path) -> None:
    assert keys(read(tmp_path, {"品名": ["x"], "Dy ppm": [3], "zzz": [1]})) == ["description", "composition.Dy", None]
