"""A long Parquet file from end to end: answered by column, written whole, summed up."""

from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from cocket.cli.check_bulk import BULK_ROWS
from tests.cli.command import cocket

ROWS = BULK_ROWS + 10


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("orders") / "orders.parquet"
    kinds = ["magnet", "other_goods", "metal", "no such kind"]
    table = pa.table({
        "line": [str(row) for row in range(ROWS)],
        "kind": [kinds[row % 3] for row in range(ROWS - 1)] + [kinds[3]],
        "family": ["NdFeB" if row % 3 == 0 else None for row in range(ROWS)],
        "Dy %": ["3" if row % 3 == 0 else "0" for row in range(ROWS)],
        "Tb %": ["0"] * ROWS,
        "destination": ["DE"] * ROWS,
        "end_user": [f"Lantern Works {row % 7}" for row in range(ROWS)],
        "end_user_type": ["civil"] * ROWS,
        "end_use": ["civil"] * ROWS,
        "date": ["2025-06-20"] * ROWS,
    })  # fmt: skip
    parquet.write_table(table, path)
    return path


def test_a_long_file_is_answered_by_column_and_written_whole(orders: Path, tmp_path: Path) -> None:
    done = cocket("check", orders, "--out", tmp_path / "answers.parquet", code=2)
    assert f"{ROWS} lines are answered by column" in done.stderr
    assert f"row {ROWS}" in done.stderr and "no such kind" in done.stderr
    answers = parquet.read_table(tmp_path / "answers.parquet")
    assert answers.num_rows == ROWS
    assert answers.column("answer")[0].as_py() == "LICENCE_REQUIRED"
    assert answers.column("codes")[0].as_py() == ["1C905.a.4"]
    assert answers.column("answer")[ROWS - 1].as_py() == "BAD_INPUT"
    assert answers.column("row").to_pylist() == list(range(1, ROWS + 1))
    assert "Control codes met most often" in done.stdout and "What would settle most lines" in done.stdout


def test_a_shorter_file_goes_row_by_row(orders: Path, tmp_path: Path) -> None:
    short = tmp_path / "short.parquet"
    parquet.write_table(parquet.read_table(orders).slice(0, 30), short)
    done = cocket("check", short, "--out", tmp_path / "answers.parquet", code=3)
    assert "by column" not in done.stderr and parquet.read_table(tmp_path / "answers.parquet").num_rows == 30
