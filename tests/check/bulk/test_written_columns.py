"""What is written by column is plain text and lists of text, however the columns of the list were stored."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from cocket.check.bulk.stream import BulkChecker
from cocket.check.bulk.write import write_batches
from cocket.check.checker import Checker
from cocket.check.tables import read_table
from tests.check.bulk.test_equal_to_rows import nobody

KNOWN = date(2026, 11, 20)
ORDERS = {
    "line": ["1", "2", "3", "4", "5"],
    "product": ["P1 ", "P2", " P1", None, ""],
    "kind": ["magnet", "metal", None, "no such kind", "other_goods"],
    "Dy %": ["3", None, "0.001", "1", None],
    "destination": ["DE", "US", "DE", None, "DE"],
    "date": ["2025-06-20"] * 5,
}


def written(checker: Checker, table: pa.Table, folder: Path) -> pa.Table:
    parquet.write_table(table, folder / "orders.parquet")
    read = read_table(folder / "orders.parquet")
    write_batches(folder / "answers.parquet", BulkChecker(checker, read, KNOWN, nobody).results())
    return parquet.read_table(folder / "answers.parquet")


def test_text_is_read_back_as_text_and_not_as_numbers_of_a_dictionary(checker: Checker, tmp_path: Path) -> None:
    answers = written(checker, pa.table(ORDERS), tmp_path)
    kinds = {str(one.type) for one in answers.schema}
    assert kinds == {"int64", "date32[day]", "string", "list<element: string>"}
    assert answers.column("product").to_pylist() == ["P1", "P2", "P1", None, None]


@pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())], ids=str)
def test_the_way_in_which_text_is_stored_changes_nothing(checker: Checker, tmp_path: Path, kind: pa.DataType) -> None:
    table = pa.table(ORDERS)
    stored = pa.table({name: column.cast(kind) for name, column in zip(table.column_names, table.columns, strict=True)})
    assert written(checker, stored, tmp_path).equals(written(checker, table, tmp_path))


def test_row_groups_with_dictionaries_of_their_own_come_as_one_batch(checker: Checker, tmp_path: Path) -> None:
    table = pa.table(ORDERS).combine_chunks()
    parquet.write_table(table, tmp_path / "orders.parquet", row_group_size=2)
    (batch,) = BulkChecker(checker, read_table(tmp_path / "orders.parquet"), KNOWN, nobody).results()
    assert batch.column("row").to_pylist() == [1, 2, 3, 4, 5]
    assert batch.column("destination").to_pylist() == ORDERS["destination"]


def test_a_day_stored_to_the_nanosecond_is_that_day(checker: Checker, tmp_path: Path) -> None:
    table = pa.table(ORDERS | {"date": pa.array([1_750_377_600_000_000_001] * 5, pa.timestamp("ns"))})
    assert written(checker, table, tmp_path).equals(written(checker, pa.table(ORDERS), tmp_path))
