"""Only rows that may be faulty are made one by one: what hides no fault is not doubtful, or nothing would be won."""

from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from cocket.check.bulk import doubtful as of_rows
from cocket.check.bulk.doubtful import FEW, Cells, doubtful
from cocket.check.tables import read_table

SOUND = ["2026-03-02", "10", "kg", "Lantern Works", "P-1"]
HEADERS = ["Date", "Quantity (kg)", "Unit", "End user", "Product"]


def doubts(folder: Path, *rows: list[str | None]) -> list[bool]:
    """Whether each row is doubtful, in a list that begins with a sound one."""
    columns = zip(*[SOUND, *rows], strict=True)
    parquet.write_table(pa.table(dict(zip(HEADERS, map(list, columns), strict=True))), folder / "list.parquet")
    table = read_table(folder / "list.parquet")
    assert table.open_chunks is not None
    (chunk,) = table.open_chunks(100)
    return doubtful([column for column in table.columns if column.key], Cells(chunk.table)).tolist()


@pytest.mark.parametrize(
    "row",
    [
        [None, None, None, "Lantern Works", None],
        [" 2026-03-02 ", "12,5", "KG", "End user", "Product"],
        ["2 March 2026", "5 kg", None, "Date", ""],
        ["2026-03-02", None, "g", None, "Unit"],
    ],
)
def test_a_row_without_a_fault_is_not_doubtful(tmp_path: Path, row: list[str | None]) -> None:
    assert doubts(tmp_path, row) == [False, False]


@pytest.mark.parametrize(
    "row",
    [
        ["02/03/2026", "10", "kg", "Lantern Works", "P-1"],
        ["2026-03-02", "10", "g", "Lantern Works", "P-1"],
        ["2026-03-02", "5 g", None, "Lantern Works", "P-1"],
        ["Date", "Quantity (kg)", "Unit", "End user", "Product"],
        [None, None, None, "End user", "产品"],
        [None, "", " ", None, None],
    ],
)
def test_a_row_with_a_fault_is_doubtful_and_no_other(tmp_path: Path, row: list[str | None]) -> None:
    assert doubts(tmp_path, row, SOUND) == [False, True, False]


@pytest.mark.parametrize("few", [0, FEW])
def test_a_header_once_more_is_found_however_many_cells_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(of_rows, "FEW", few)
    header = ["Date", "数量", "Unit", "End user", "Product"]
    assert doubts(tmp_path, header, [None, None, None, None, "产品"], SOUND) == [False, True, True, False]
