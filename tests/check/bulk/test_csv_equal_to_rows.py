"""A text table answered by column says of every row what the row path says, whatever stands in its cells."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from cocket.check.bulk import stream
from cocket.check.bulk.stream import BulkChecker, fits
from cocket.check.bulk.write import write_batches
from cocket.check.checker import Checker
from cocket.check.files import check_rows, record, result_columns, rows_of
from cocket.check.tables import csv_chunks, read_table, write_rows
from tests.check.bulk.test_equal_to_rows import nobody

KNOWN = date(2026, 11, 20)
HEADERS = ("Line", "Kind", "Magnet family", "Dy %", "Quantity (kg)", "Destination", "End use", "Export date", "Remark")
CELLS = (
    ("1", " 2", "a,b", 'say "so"', "", "two\nlines", "甲"),
    ("other_goods", "other_goods", "", " ", "no such kind"),
    ("ferrite", "", "SmCo"),
    ("0", "", "abc", "3 %", "0.1", "1e999999"),
    ("10", "", "12,5", "-"),
    ("DE", "de", "", "德国", "Atlantis"),
    ("civil", "", "Line"),
    ("2025-06-20", "2025-06-20", "2025-06-20", "20 June 2025", "", "04/05/2025", "Export date", "not a day"),
    ("", "", "see above"),
)
FAULTY = ("1,magnet", "", ",,,,,,,,", " ,,,,,,,,", '1,"magnet"x,,,,,,,', "1,other_goods,,,,DE,civil,2025-06-20,,more")


def line(cells: tuple[str, ...], delimiter: str = ",") -> str:
    quoted = ['"' + cell.replace('"', '""') + '"' if set(cell) & set('",\n;') else cell for cell in cells]
    return delimiter.join(quoted)


ROWS = st.one_of(st.tuples(*map(st.sampled_from, CELLS)).map(line), st.sampled_from([*FAULTY, ",".join(HEADERS)]))
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"])
USABLE = "9,other_goods,ferrite,0,10,DE,civil,2025-06-20,"


@settings(
    max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate)
)  # shrinking takes minutes
@given(rows=st.lists(ROWS, max_size=30), encoding=ENCODINGS, ended=st.booleans(), small=st.booleans())
def test_a_text_table_by_column_is_written_as_it_is_row_by_row(
    checker: Checker, tmp_path_factory: pytest.TempPathFactory, rows: list[str], encoding: str, ended: bool, small: bool
) -> None:
    folder = tmp_path_factory.mktemp("tables")
    header = ",".join(HEADERS).replace("Destination", "目的国")
    text = "\n".join([header, USABLE, *rows]) + "\n" * ended
    (folder / "list.csv").write_bytes(text.encode(encoding))
    with pytest.MonkeyPatch.context() as patch:
        if small:  # chunks and pieces end within these few rows
            patch.setattr(stream, "BATCH_ROWS", 5)
            patch.setattr(csv_chunks, "PIECE_ROWS", 2)
        assert by_column(checker, folder) == by_row(checker, folder)


def by_column(checker: Checker, folder: Path) -> list[list[str]]:
    table = read_table(folder / "list.csv")
    assert fits(table)
    write_batches(folder / "by_column.csv", BulkChecker(checker, table, KNOWN, nobody).results(lists=False))
    return settled(folder / "by_column.csv")


def by_row(checker: Checker, folder: Path) -> list[list[str]]:
    records = (
        record(one, checker.lawbook) for one in check_rows(checker, rows_of(read_table(folder / "list.csv")), KNOWN)
    )
    write_rows(folder / "by_row.csv", result_columns(checker.lawbook), records)
    return settled(folder / "by_row.csv")


def settled(path: Path) -> list[list[str]]:
    """The cells; of an open answer not what is asked, which may be more by column (docs.md)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    names = rows[0]
    left_out = {names.index("ask"), names.index("consult")}
    return [["" if at in left_out else _open(cell) for at, cell in enumerate(row)] for row in rows]


def _open(cell: str) -> str:
    return "OPEN" if cell in ("NEEDS_FACTS", "CONSULT") else cell
