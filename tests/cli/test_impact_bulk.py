"""A long list compared from end to end: by column, with the same counts, groups and files as row by row."""

import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from cocket.cli.check_bulk import BULK_ROWS
from tests.cli.command import cocket

APRIL = ("--from", "2025-04-03", "--to", "2025-04-04")
ROWS = BULK_ROWS + 2
KINDS = ("magnet", "other_goods", "metal")


def listed(path: Path, rows: int) -> Path:
    """A third of the lines are caught on 4 April 2025, the last cannot be read."""
    table = pa.table({
        "line": [str(row) for row in range(rows)],
        "order": [f"A-{row % 2}" for row in range(rows)],
        "kind": [KINDS[row % 3] for row in range(rows - 1)] + ["no such kind"],
        "family": ["SmCo"] * rows,
        "Dy %": ["0"] * rows,
        "quantity of boxes": ["1"] * rows,
        "destination": ["DE"] * rows,
        "end_user": ["Lantern Works"] * rows,
        "end_user_type": ["civil"] * rows,
        "end_use": ["civil"] * rows,
    })  # fmt: skip
    parquet.write_table(table, path)
    return path


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return listed(tmp_path_factory.mktemp("orders") / "orders.parquet", ROWS)


def test_a_long_list_without_days_is_compared_by_column(orders: Path, tmp_path: Path) -> None:
    done = cocket("impact", orders, *APRIL, "--out", tmp_path / "changes.parquet", code=2)
    assert f"{ROWS} lines are answered by column" in done.stderr
    assert f"row {ROWS}" in done.stderr and "no such kind" in done.stderr
    changes = parquet.read_table(tmp_path / "changes.parquet").to_pylist()
    stricter = [one["row"] for one in changes if one["turn"] == "stricter"]
    assert stricter == list(range(1, ROWS, 3))
    assert changes[-1]["turn"] == "bad_input"
    assert f"{ROWS - len(changes):>6}  unchanged" in done.stdout


def test_what_is_told_of_a_line_is_what_a_short_list_is_told(orders: Path, tmp_path: Path) -> None:
    short = listed(tmp_path / "short.parquet", 5)
    by_row, by_column = (
        [json.loads(line) for line in cocket("impact", one, *APRIL, "--json", "--all", code=2).stdout.splitlines()]
        for one in (short, orders)
    )
    assert len(by_column) == ROWS
    assert by_row[0] == by_column[0] and by_row[1] == by_column[1]


def test_orders_are_shown_by_their_strictest_line(orders: Path) -> None:
    done = cocket("impact", orders, *APRIL, "--by", "order", "--json", code=2)
    (first, second) = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["rows"], second["rows"]) == (ROWS // 2, ROWS // 2)
    assert first["changed"] + second["changed"] >= ROWS // 3
    assert first.get("bad_input", 0) + second.get("bad_input", 0) == 1


def test_a_list_with_days_of_knowledge_goes_row_by_row(tmp_path: Path) -> None:
    columns = {"kind": ["other_goods"] * BULK_ROWS, "known": ["2025-06-01"] * BULK_ROWS}
    parquet.write_table(pa.table(columns), tmp_path / "known.parquet")
    assert "by column" not in cocket("impact", tmp_path / "known.parquet", *APRIL).stderr
