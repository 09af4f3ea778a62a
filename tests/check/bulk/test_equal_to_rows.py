"""A file answered by column says of every line what the row path says; of open lines it may ask more."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import csv, parquet

from cocket.check.bulk import stream
from cocket.check.bulk.stream import BATCH_ROWS, BulkChecker, fits
from cocket.check.checker import Checker
from cocket.check.files import check_rows, record, rows_of
from cocket.check.row_hits import NO_HITS, NoParty, RowHits
from cocket.check.tables import read_table

KNOWN = date(2026, 11, 20)
DAYS = (0, 120, 400)
Record = dict[str, object]


EXAMPLE = Path(__file__).parents[3] / "examples" / "rare-earth-magnets" / "orders-full.csv"


def orders() -> pa.Table:
    """The larger example, once for each of some days."""
    as_text = csv.ConvertOptions(column_types=dict.fromkeys(_header(), pa.string()), strings_can_be_null=True)
    whole = csv.read_csv(EXAMPLE, convert_options=as_text)
    return pa.concat_tables([_later(whole, days) for days in DAYS])


def nobody(stated: Sequence[Mapping[str, object]]) -> list[RowHits]:
    """Finds no hits."""
    return [NO_HITS for _ in stated]


def _header() -> list[str]:
    return EXAMPLE.read_text(encoding="utf-8").splitlines()[0].split(",")


def _later(table: pa.Table, days: int) -> pa.Table:
    place = table.schema.get_field_index("Export date")
    said = [_shifted(value, days) for value in table.column("Export date").to_pylist()]
    return table.set_column(place, "Export date", pa.array(said, pa.string()))


def _shifted(value: str | None, days: int) -> str | None:
    try:
        return (date.fromisoformat(value or "") + timedelta(days=days)).isoformat()
    except ValueError:
        return value


@pytest.fixture(scope="module", params=[BATCH_ROWS, 7])
def both(
    request: pytest.FixtureRequest, checker: Checker, tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[Record], list[Record], BulkChecker]:
    """By row and by column; in batches so small that most answers are those of an earlier batch, too."""
    path = tmp_path_factory.mktemp("orders") / "orders.parquet"
    parquet.write_table(orders(), path)
    table = read_table(path)
    assert fits(table)
    bulk = BulkChecker(checker, table, KNOWN, nobody)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(stream, "BATCH_ROWS", request.param)
        by_column = [row for batch in bulk.results() for row in batch.to_pylist()]
    by_row = [record(result, checker.lawbook) for result in check_rows(checker, rows_of(table), KNOWN)]
    return by_row, [{k: v for k, v in row.items() if v is not None and v != []} for row in by_column], bulk


def test_every_line_has_its_answer(both: tuple[list[Record], list[Record], BulkChecker]) -> None:
    by_row, by_column, _ = both
    assert len(by_column) == len(by_row) > 150
    for row, column in zip(by_row, by_column, strict=True):
        if not (row["answer"] == "CONSULT" and column["answer"] == "NEEDS_FACTS"):
            assert {k: v for k, v in row.items() if k != "ask"} == {k: v for k, v in column.items() if k != "ask"}
        assert row.get("possible") == column.get("possible")


def test_what_is_to_be_asked_is_asked(both: tuple[list[Record], list[Record], BulkChecker]) -> None:
    by_row, by_column, _ = both
    open_ones = [(row, column) for row, column in zip(by_row, by_column, strict=True) if "ask" in row]
    assert len(open_ones) > 5
    for row, column in open_ones:
        asked = column["ask"]
        assert isinstance(asked, list) and asked, row
        if "kind" not in asked and "composition" not in asked:
            assert set(asked) >= set(row["ask"]), row  # type: ignore[call-overload]


def test_lines_are_counted(both: tuple[list[Record], list[Record], BulkChecker]) -> None:
    by_row, by_column, bulk = both
    counted = {answer: [row["answer"] for row in by_column].count(answer) for answer in bulk.tally.counts}
    assert counted == dict(bulk.tally.counts) and sum(counted.values()) == len(by_row)


def test_what_parts_cannot_tell_goes_row_by_row(checker: Checker, tmp_path: Path) -> None:
    table = pa.table({
        "line": ["1", "2", "3", "4"],
        "kind": ["magnet", "magnet", "no such kind", "magnet"],
        "Dy %": ["3", "3", "3", "-1"],
        "destination": ["DE", "DE", "DE", "DE"],
        "description": [None, "magnet made in Japan", None, None],
        "date": ["2025-06-20", "2025-06-20", "2025-06-20", "2025-06-20"],
    })  # fmt: skip
    parquet.write_table(table, tmp_path / "odd.parquet")
    read = read_table(tmp_path / "odd.parquet")
    bulk = BulkChecker(checker, read, KNOWN, nobody)
    (batch,) = bulk.results()
    by_row = [record(one, checker.lawbook) for one in check_rows(checker, rows_of(read), KNOWN)]
    assert [row["answer"] for row in batch.to_pylist()] == [row["answer"] for row in by_row]
    assert [fault.number for fault in bulk.faulty] == [3, 4]
    assert batch.column("problem").to_pylist()[2:] == [row["problem"] for row in by_row[2:]]


def test_each_distinct_party_is_screened_once_and_stops_every_line_of_its_own(checker: Checker, tmp_path: Path) -> None:
    asked: list[str] = []

    def screen(stated: Sequence[Mapping[str, object]]) -> list[RowHits]:
        asked.extend(str(one.get("end_user")) for one in stated)
        return [
            RowHits(unread=(NoParty("end_user", "?", "no_letter"),)) if one.get("end_user") == "?!" else NO_HITS
            for one in stated
        ]

    names = ["Acme", "?!", "Acme", "?!", "Acme"]
    table = pa.table(
        {
            "kind": ["magnet", "magnet", "magnet", "magnet", "no such kind"],
            "end_user": names,
            "date": ["2025-06-20"] * 5,
        }
    )
    parquet.write_table(table, tmp_path / "parties.parquet")
    bulk = BulkChecker(checker, read_table(tmp_path / "parties.parquet"), KNOWN, screen)
    (batch,) = bulk.results()
    assert asked == ["Acme", "?!", "Acme"]  # the last one row by row, for its kind
    assert batch.column("not_screened").to_pylist() == [
        None,
        ["end_user: no_letter"],
        None,
        ["end_user: no_letter"],
        None,
    ]
    assert bulk.tally.held == 2


def test_conditions_on_goods_see_how_the_goods_move(checker: Checker, tmp_path: Path) -> None:
    """Law that is known and not written down yet speaks of goods and of their movement in one condition."""
    moves = ["export", "reexport_abroad", "foreign_made", None, "transit"] * 4
    table = pa.table({
        "kind": [kind for kind in ("metal", "equipment", "other_powder", "technology") for _ in range(5)],
        "movement": moves,
        "origin": ["CN", None, "JP", "CN"] * 5,
        "destination": ["US"] * 20,
        "end_user_type": ["civil"] * 20,
        "date": ["2025-12-05"] * 10 + ["2024-12-20"] * 10,
    })  # fmt: skip
    parquet.write_table(table, tmp_path / "moves.parquet")
    read = read_table(tmp_path / "moves.parquet")
    (batch,) = BulkChecker(checker, read, KNOWN, nobody).results()
    by_row = [record(one, checker.lawbook) for one in check_rows(checker, rows_of(read), KNOWN)]
    assert [row["possible"] for row in batch.to_pylist()] == [row.get("possible") for row in by_row]


def test_each_regime_asks_what_its_own_text_leaves_open_of_these_goods(checker: Checker, tmp_path: Path) -> None:
    """Two mixtures that dual-use law cannot tell apart; the ordinary licence asks a question of the first alone."""
    table = pa.table({
        "kind": ["mixture"] * 2,
        "composition_complete": ["yes"] * 2,
        "Nd %": ["9", "0"],
        "Y %": ["0.005", "0.005"],
        "Fe %": ["90.995", "99.995"],
        "destination": ["HU"] * 2,
        "end_user": ["Trading House"] * 2,
        "end_user_type": ["civil"] * 2,
        "end_use": ["civil"] * 2,
        "date": ["2026-06-11"] * 2,
    })  # fmt: skip
    for order in (table, table.take([1, 0])):
        parquet.write_table(order, tmp_path / "two.parquet")
        read = read_table(tmp_path / "two.parquet")
        (batch,) = BulkChecker(checker, read, KNOWN, nobody).results()
        by_row = [record(one, checker.lawbook) for one in check_rows(checker, rows_of(read), KNOWN)]
        assert [row["consult"] for row in batch.to_pylist()] == [row.get("consult") for row in by_row]
        assert any("2846" in question for row in by_row for question in row.get("consult", ()))  # type: ignore[attr-defined]


def test_where_only_a_party_is_open_the_party_is_asked_for_and_not_the_kind(checker: Checker, tmp_path: Path) -> None:
    table = pa.table({
        "description": ["printed circuit board", "sintered NdFeB arc magnet N48SH", None],
        "kind": [None, None, "powder"],
        "destination": ["TW", "TH", "NL"],
        "end_user_type": ["civil"] * 3,
        "end_use": ["military", "civil", "civil"],
        "date": ["2025-05-13", "2025-03-04", "2025-09-23"],
    })  # fmt: skip
    parquet.write_table(table, tmp_path / "parties.parquet")
    read = read_table(tmp_path / "parties.parquet")
    (batch,) = BulkChecker(checker, read, KNOWN, nobody).results()
    by_row = [record(one, checker.lawbook) for one in check_rows(checker, rows_of(read), KNOWN)]
    for row, column in zip(by_row, batch.to_pylist(), strict=True):
        assert set(column["ask"]) >= set(row["ask"])  # type: ignore[call-overload]
    assert batch.to_pylist()[1]["ask"] == ["end_user"]


def test_a_share_of_no_element_makes_every_row_faulty_as_it_does_row_by_row(tmp_path: Path) -> None:
    table = pa.table({"kind": ["magnet"], "Dx %": ["3"], "date": ["2025-06-20"]})
    parquet.write_table(table, tmp_path / "a.parquet")
    assert not fits(read_table(tmp_path / "a.parquet"))


def test_a_file_with_a_day_of_knowledge_for_each_row_is_left_to_the_row_path(tmp_path: Path) -> None:
    table = pa.table({"kind": ["magnet"], "date": ["2025-06-20"], "known": ["2025-06-20"]})
    parquet.write_table(table, tmp_path / "a.parquet")
    assert not fits(read_table(tmp_path / "a.parquet"))
    parquet.write_table(table.drop_columns("known"), tmp_path / "b.parquet")
    assert fits(read_table(tmp_path / "b.parquet"))
