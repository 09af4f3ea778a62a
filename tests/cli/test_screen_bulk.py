"""A list screened by column is told as it is row by row, whatever stands in its cells."""

import csv
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from cocket.check.bulk import named
from cocket.check.bulk.named import fits
from cocket.check.tables import csv_chunks, read_table, write_rows
from cocket.cli.check_bulk import BULK_ROWS
from cocket.cli.screen_bulk import screen_in_bulk
from cocket.cli.screen_run import Run
from cocket.cli.screening import COLUMNS, stated_in
from cocket.cli.words import Words
from cocket.screening.asked import Asked
from cocket.screening.catalogue import Catalogue, ListInUse, ScreenedList, build_catalogue
from cocket.screening.decisions import Cleared
from cocket.screening.hits import Screener
from cocket.screening.lists.entry import ListEntry
from tests.cli.command import cocket, written

DAY = date(2026, 3, 2)
ENTRIES = (
    ListEntry(id="1", names=("Dvornikov Machine Works",), programmes=("P1", "P2"), listed_on="2025-01-02"),
    ListEntry(id="2", names=("Kestrel Shipping",), born=("1960",), countries=("ZZ",)),
    ListEntry(id="3", names=("Dvornikov Machine Works LLC",), follows="no business"),
)
HEADERS = ("Line", "End user", "最终用户国家", "Party", "Born", "Quantity (kg)", "Unit", "Export date", "Remark")
NAMES = (
    "Dvornikow Machine Works",
    " Kestrel Shipping",
    "Ingrid Solberg",
    "",
    "——",
    "A" * 2000,
    "Consignee",
    "End user",
)
CELLS = (
    ("1", "2", "", "Line", "行号", "a,b"),
    NAMES,
    ("ZZ", "", "NO", "最终用户国家"),
    (*NAMES, "客户", "Party"),
    ("1960", "", "Born", "date of birth"),
    ("10", "5 g", "5 kg", "", "Quantity (kg)", "数量"),
    ("kg", "", "t", "Unit"),
    ("2025-06-20", "2025-06-20", "", "04/05/2025", "Export date"),
    ("", "", "see above", "Remark"),
)
FAULTY = ("1,Kestrel", "", ",,,,,,,,", " ,,,,,,,,see", '1,"Kestrel"x,,,,,,,', ",Kestrel Shipping,,,,,,,,more")
COUNTED = ("rows", "parties", "hits", "cleared", "faults", "held")


def line(cells: tuple[str, ...]) -> str:
    return ",".join(f'"{cell}"' if "," in cell else cell for cell in cells)


USABLE = "9,Dvornikow Machine Works,,,,,,,"
SOUND = (USABLE, "3,Ingrid Solberg,NO,Kestrel Shipping,1960,5,,2025-06-20,", ",,,——,,5 kg,kg,,see above", "4,,,,,,,,")
ROWS = st.one_of(
    st.tuples(*map(st.sampled_from, CELLS)).map(line),
    st.sampled_from([*FAULTY, ",".join(HEADERS)]),
    st.sampled_from(SOUND),
)


@pytest.fixture(scope="module")
def lists() -> Catalogue:
    return build_catalogue([ScreenedList(ListInUse("own", DAY, "d", date.max, len(ENTRIES)), ENTRIES)])


def run_with(lists: Catalogue) -> Run:
    """A run for which one of the hits was cleared before."""
    screener = Screener(lists, "wide")
    (hit, *_) = screener.screen([Asked("Dvornikow Machine Works")])[0]
    return Run(screener, {hit.id: Cleared(hit.id, DAY, "seen the register", "D", "D")}, Words("en"))


def both(lists: Catalogue, path: Path, ending: str) -> tuple[Path, Path]:
    """Written row by row and by column, after a look at what the two counted and would keep."""
    by_row, by_column = run_with(lists), run_with(lists)
    rows, columns = path.with_name(f"rows.{ending}"), path.with_name(f"columns.{ending}")
    table = read_table(path)
    assert fits(table)
    write_rows(rows, COLUMNS, by_row.over(stated_in(table, by_row.words)))
    screen_in_bulk(by_column, table, COLUMNS, columns, ended=False)
    assert [getattr(by_column, name) for name in COUNTED] == [getattr(by_row, name) for name in COUNTED]
    assert list(by_column.asked) == list(by_row.asked)
    assert [[hit.id for hit in hits] for hits in by_column.asked.values()] == [
        [hit.id for hit in hits] for hits in by_row.asked.values()
    ]
    return rows, columns


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(rows=st.lists(ROWS, min_size=5, max_size=30), small=st.booleans())
def test_a_text_table_screened_by_column_is_written_as_it_is_row_by_row(
    lists: Catalogue, tmp_path_factory: pytest.TempPathFactory, rows: list[str], small: bool
) -> None:
    path = written(tmp_path_factory.mktemp("tables") / "list.csv", [",".join(HEADERS), USABLE, *rows])
    with pytest.MonkeyPatch.context() as patch:
        if small:  # chunks and pieces end within these few rows
            patch.setattr(named, "BATCH_ROWS", 5)
            patch.setattr(csv_chunks, "PIECE_ROWS", 2)
        one, other = both(lists, path, "csv")
    assert cells(one) == cells(other)


COLUMNS_OF_KINDS = {
    "end_user": ["Kestrel Shipping", None, "Party", "Dvornikow Machine Works ", "end_user", None, "Ingrid Solberg"],
    "party": pa.array([7, None, 12345, 7, None, 8, 9], pa.int64()),
    "party_number": pa.array([1.5, float("nan"), float("inf"), 2.0, None, None, None], pa.float64()),
    "importer": pa.array([None, True, None, None, None, None, None], pa.bool_()),
    "consignee": pa.array([None, None, None, None, None, None, DAY], pa.date32()),
    "date": pa.array([1_750_377_600_000_000_001] * 7, pa.timestamp("ns")),
    "value": pa.array([1.25, 1e300, None, None, None, None, 2.0], pa.float64()),
}


@pytest.mark.parametrize("batch", [named.BATCH_ROWS, 3])
def test_columns_of_every_kind_are_told_as_row_by_row(
    lists: Catalogue, tmp_path: Path, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(named, "BATCH_ROWS", batch)
    parquet.write_table(pa.table(COLUMNS_OF_KINDS), tmp_path / "list.parquet", row_group_size=2)
    rows, columns = map(parquet.read_table, both(lists, tmp_path / "list.parquet", "parquet"))
    assert columns.to_pylist() == rows.to_pylist()
    filled = [name for name in COLUMNS if rows.column(name).null_count < len(rows)]
    assert {"hit", "words", "cleared_on", "problem"} <= set(filled)
    assert columns.select(filled).schema.types == rows.select(filled).schema.types


def test_the_types_of_the_columns_do_not_hang_on_what_was_found(lists: Catalogue, tmp_path: Path) -> None:
    schemas = []
    for name in ("Kestrel Shipping", "Ingrid Solberg"):
        parquet.write_table(pa.table({"party": [name]}), tmp_path / "list.parquet")
        screen_in_bulk(
            run_with(lists), read_table(tmp_path / "list.parquet"), COLUMNS, tmp_path / "hits.parquet", ended=False
        )
        schemas.append(parquet.read_schema(tmp_path / "hits.parquet"))
    assert schemas[0] == schemas[1]
    assert str(schemas[1].field("words").type) == "list<element: string>"


def test_a_list_in_which_nobody_is_named_becomes_a_file_without_a_row(lists: Catalogue, tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", ["Line,End user", "1,", "2,"])
    one, other = both(lists, path, "csv")
    assert cells(other) == cells(one) == [list(COLUMNS)]


def as_text(row: dict[str, object]) -> dict[str, str]:
    """The cells that are filled; JSON has no days."""
    return {name: str(cell) for name, cell in row.items() if cell is not None}


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A long list with a listed party, a name that is none, a day that is none, and the header once more."""
    names = ["Lockhead Martin Aeronautics", "Ingrid Solberg", "", "Lantern Works", "——"]
    rows = [f"{row},{names[row % len(names)]},DE,2026-03-02" for row in range(BULK_ROWS)]
    faulty = ["7,Kettle Works,DE,no day", "Line,End user,Destination,Date"]
    folder = tmp_path_factory.mktemp("long")
    return written(folder / "list.csv", ["Line,End user,Destination,Date", *rows, *faulty])


def test_a_long_list_on_the_command_line_is_told_as_row_by_row(long_list: Path, tmp_path: Path) -> None:
    """JSON lines are made row by row."""
    by_row = cocket("screen", long_list, "--out", tmp_path / "hits.jsonl", code=2)
    by_column = cocket("screen", long_list, "--out", tmp_path / "hits.parquet", code=2)
    assert by_column.stderr == by_row.stderr
    told = [json.loads(one) for one in (tmp_path / "hits.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = parquet.read_table(tmp_path / "hits.parquet").to_pylist()
    assert [as_text(row) for row in rows] == [as_text(one) for one in told]
    assert len([row for row in rows if row["problem"]]) == BULK_ROWS // 5 + 2


def test_hits_that_ended_are_told_of_a_long_list_too(long_list: Path, tmp_path: Path) -> None:
    home = {"XDG_DATA_HOME": str(tmp_path / "data")}
    own = written(tmp_path / "own.csv", ["id,name", "1,Lantern Works", "2,Dvornikov Machine Works"])
    cocket("lists", "import", own, "--as", "own", "--date", "2026-03-02", **home)
    cocket("screen", long_list, "--out", tmp_path / "hits.csv", code=2, **home)
    own = written(tmp_path / "own.csv", ["id,name", "2,Dvornikov Machine Works"])
    cocket("lists", "import", own, "--as", "own", "--date", "2026-03-09", "--may-shrink", **home)
    cocket("screen", long_list, "--changed", "--out", tmp_path / "changed.csv", code=2, **home)
    header, *rows = cells(tmp_path / "changed.csv")
    ended = [dict(zip(header, row, strict=True)) for row in rows if row[header.index("ended")]]
    assert [(one["row"], one["name"], one["entry"], one["ended"]) for one in ended] == [
        ("", "Lantern Works", "1", "list")
    ]


def test_firms_held_by_listed_parties_are_told_of_a_long_list_as_row_by_row(tmp_path: Path) -> None:
    home = {"XDG_DATA_HOME": str(tmp_path / "data")}
    own = written(tmp_path / "own.csv", ["id,name", "1,Dvornikov Machine Works"])
    cocket("lists", "import", own, "--as", "own", "--date", "2026-03-02", **home)
    stakes = ("Dvornikov Machine Works,Alder Pumps,60", "Alder Pumps,Kettle Works,50", "Ingrid Solberg,Ferry Line,90")
    shares = written(tmp_path / "shares.csv", ["owner,owned,share", *stakes])
    names = ["Kettle Works", "Ferry Line", "Ingrid Solberg", "ALDER PUMPS", "Dvornikov Machine Works", ""]
    rows = [f"{row},{names[row % len(names)]}" for row in range(BULK_ROWS)]
    path = written(tmp_path / "list.csv", ["Line,End user", *rows])
    ask = ("screen", path, "--ownership", shares, "--out")
    by_row = cocket(*ask, tmp_path / "held.jsonl", code=3, **home)
    by_column = cocket(*ask, tmp_path / "held.parquet", code=3, **home)
    assert by_column.stderr.splitlines()[-1] == by_row.stderr.splitlines()[-1]
    told = [json.loads(one) for one in (tmp_path / "held.jsonl").read_text(encoding="utf-8").splitlines()]
    found = parquet.read_table(tmp_path / "held.parquet").to_pylist()
    assert [as_text(row) for row in found] == [as_text(one) for one in told]
    held = [row for row in found if row["held_by"]]
    assert {row["name"]: (row["held_share"], row["held_path"]) for row in held[:2]} == {
        "Kettle Works": ("50 %", ["Dvornikov Machine Works 60 % of Alder Pumps", "Alder Pumps 50 % of Kettle Works"]),
        "ALDER PUMPS": ("60 %", ["Dvornikov Machine Works 60 % of Alder Pumps"]),
    }
    assert len(held) == len([row for row in rows if "Kettle" in row or "ALDER" in row])


def test_rows_of_a_damaged_row_group_are_told_one_by_one_and_the_others_screened(tmp_path: Path) -> None:
    names = [f"Lantern Works {row}" for row in range(12)]
    path = tmp_path / "list.parquet"
    parquet.write_table(
        pa.table({"party": names}), path, compression="none", write_page_checksum=True, row_group_size=4
    )
    content = bytearray(path.read_bytes())
    content[content.index(b"Lantern Works 5")] ^= 1
    path.write_bytes(content)
    done = cocket("screen", path, "--out", tmp_path / "hits.parquet", code=2)
    assert "12 rows, 8 names" in done.stderr and "4 not screened" in done.stderr
    problems = parquet.read_table(tmp_path / "hits.parquet").column("problem").to_pylist()
    assert [bool(one) for one in problems] == [row in range(4, 8) for row in range(12)]
    assert "row group 2 of the Parquet file is damaged, rows 5 to 8" in problems[4]
