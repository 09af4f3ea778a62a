"""A long file with something wrong within: the rest is answered, the rows at fault are named, no half file stands."""

import csv
import resource
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from cocket.cli.check_bulk import BULK_ROWS
from tests.cli.command import COMMAND, ROOT, cocket, environment

ROWS = BULK_ROWS + 12
GROUP_ROWS = ROWS // 4
FREE = {"kind": "magnet", "family": "ferrite", "destination": "DE", "end_user_type": "civil", "date": "2025-06-20"}


def columns() -> Mapping[str, list[str]]:
    lines = [str(row) for row in range(1, ROWS + 1)]
    return {"line": lines, "product": [f"P-{row}" for row in lines]} | {key: [one] * ROWS for key, one in FREE.items()}


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four row groups; the values of ``product`` are stored as they are, so that a flipped byte is met."""
    path = tmp_path_factory.mktemp("orders") / "orders.parquet"
    options = {"compression": "none", "write_page_checksum": True, "row_group_size": GROUP_ROWS}
    parquet.write_table(pa.table(dict(columns())), path, **options)
    return path


def flipped(orders: Path, path: Path, group: int) -> Path:
    """The file with one byte of that row group's products turned into another letter."""
    content = bytearray(orders.read_bytes())
    product = f"P-{group * GROUP_ROWS + GROUP_ROWS // 2}".encode()
    content[content.index(product)] ^= 1
    path.write_bytes(content)
    return path


def test_a_damaged_row_group_is_set_aside_and_all_others_are_answered(orders: Path, tmp_path: Path) -> None:
    damaged = flipped(orders, tmp_path / "damaged.parquet", 1)
    done = cocket("check", damaged, "--out", tmp_path / "answers.parquet", code=2)
    named = f"row group 2 of the Parquet file is damaged, rows {GROUP_ROWS + 1} to {2 * GROUP_ROWS}"
    assert named in done.stderr and "Write the file again" in done.stderr
    answers = parquet.read_table(tmp_path / "answers.parquet")
    assert answers.column("row").to_pylist() == list(range(1, ROWS + 1))
    said = answers.column("answer").to_pylist()
    bad = range(GROUP_ROWS, 2 * GROUP_ROWS)
    assert all((said[row] == "BAD_INPUT") == (row in bad) for row in range(ROWS))
    assert all(named in answers.column("problem")[row].as_py() for row in (bad.start, bad.stop - 1))


def test_bytes_that_are_no_text_are_damage_and_no_answer(orders: Path, tmp_path: Path) -> None:
    """Without checksums in the file only the text itself can tell."""
    unchecked = tmp_path / "unchecked.parquet"
    parquet.write_table(parquet.read_table(orders), unchecked, compression="none", row_group_size=GROUP_ROWS)
    content = bytearray(unchecked.read_bytes())
    content[content.index(b"magnet")] = 0xFF
    unchecked.write_bytes(content)
    done = cocket("check", unchecked, "--out", tmp_path / "answers.parquet", code=2)
    assert f"rows 1 to {GROUP_ROWS}" in done.stderr
    said = parquet.read_table(tmp_path / "answers.parquet").column("answer").to_pylist()
    assert set(said[:GROUP_ROWS]) == {"BAD_INPUT"} and "BAD_INPUT" not in said[GROUP_ROWS:]


def test_a_disk_that_is_full_leaves_what_stood_there_and_no_half_file(orders: Path, tmp_path: Path) -> None:
    """A limit on the size of a file stands for the disk: the system refuses the same call."""
    answers = tmp_path / "answers.parquet"
    answers.write_text("what stood here before")
    done = subprocess.run(
        [*COMMAND, "check", str(orders), "--out", str(answers)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
        cwd=ROOT,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8_192, 8_192)),
    )
    assert done.returncode == 2 and "Traceback" not in done.stderr, done.stderr
    assert "could not be written" in done.stderr and "Make room on the disk" in done.stderr
    assert answers.read_text() == "what stood here before"
    assert [path.name for path in tmp_path.iterdir()] == ["answers.parquet"]


def test_a_column_and_a_type_that_come_in_the_middle_of_a_text_table_stop_their_rows_only(tmp_path: Path) -> None:
    header = ["line", *FREE, "Dy %"]
    usual = [[str(row), *FREE.values(), "0"] for row in range(1, ROWS + 1)]
    middle = ROWS // 2
    usual[middle].append("a new column")
    usual[middle + 1][-1] = "traces"
    (tmp_path / "orders.csv").write_text("\n".join(map(",".join, [header, *usual])), encoding="utf-8")
    done = cocket("check", tmp_path / "orders.csv", "--out", tmp_path / "answers.csv", code=2)
    assert f"{ROWS} lines are answered by column" in done.stderr
    assert f"row {middle + 2}" in done.stderr and "which has no header" in done.stderr
    assert f"row {middle + 3}" in done.stderr and "Dy %" in done.stderr
    with (tmp_path / "answers.csv").open(encoding="utf-8", newline="") as file:
        answers = list(csv.DictReader(file))
    assert [row["row"] for row in answers] == [str(number) for number in range(2, ROWS + 2)]
    bad = [at for at, row in enumerate(answers) if row["answer"] == "BAD_INPUT"]
    assert bad == [middle, middle + 1]
