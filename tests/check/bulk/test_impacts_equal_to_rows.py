"""A long file compared by column turns as it does row by row, for the same reasons; of open rows more may be asked."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from cocket.check.bulk import impacts as by_column
from cocket.check.bulk.impacts import BulkImpacts
from cocket.check.bulk.stream import fits
from cocket.check.checker import Checker
from cocket.check.files import rows_of
from cocket.check.impact import Comparison, Look, RowImpact, Status, Turn, impacts
from cocket.check.tables import Table, read_table
from cocket.determination.outcome import Open
from cocket.law.draft import read_drafts, with_drafts
from tests.check.bulk.test_equal_to_rows import orders
from tests.cli.drafts import EXTENSION

KNOWN = date(2026, 11, 20)
ROWS = 240
OPEN = frozenset(one.value for one in Open)
MADE_UP: dict[str, tuple[str, ...]] = {
    "kind": ("magnet", "metal", "other_goods", "rotor_assembly", "no such kind"),
    "family": ("SmCo", "ferrite", "NdFeB"),
    "Dy %": ("0", "3", "0.05"),
    "Tb %": ("0", "1"),
    "Ho %": ("0", "99"),
    "movement": ("export", "reexport_abroad"),
    "origin": ("CN", "VN"),
    "destination": ("DE", "US", "JP"),
    "end_user": ("Kettle Works", "MP Materials Corp.", "SUBARU Corporation", "MITSUI E&S Co., Ltd."),
    "end_user_type": ("civil", "military"),
    "end_use": ("civil",),
    "date": ("2025-04-03", "2025-06-11", "2025-11-08", "2026-03-01", "2026-12-01", "not a day"),
}
# Little is left out, for the row path takes its time to find the smallest set of questions.
LEFT_OUT: dict[int, tuple[str, ...]] = {0: ("Ho %", "end_user"), 1: ("destination",), 2: ("Tb %", "date")}
ONE_IN = 60
PAIRS = {
    "april 2025": ("2025-04-03", "2025-04-04", None, None),
    "the suspension": ("2025-11-07", "2025-11-08", None, None),
    "its end": ("2026-11-10", "2026-11-11", None, None),
    "watch list": ("2026-02-23", "2026-02-24", None, None),
    "known then": (None, None, "2025-06-11", "2025-12-01"),
}


def made_up() -> pa.Table:
    chance = random.Random(4)
    columns = {
        name: [None if name in LEFT_OUT.get(row % ONE_IN, ()) else chance.choice(said) for row in range(ROWS)]
        for name, said in MADE_UP.items()
    }
    return pa.table({name: pa.array(said, pa.string()) for name, said in columns.items()})


@pytest.fixture(scope="module", params=["made up", "example"])
def table(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Table:
    path = tmp_path_factory.mktemp("orders") / "orders.parquet"
    parquet.write_table(made_up() if request.param == "made up" else orders(), path)
    return read_table(path)


def look(checker: Checker, on: str | None, known: str | None) -> Look:
    return Look(checker, date.fromisoformat(on) if on else None, date.fromisoformat(known) if known else KNOWN)


def compared(before: Look, after: Look, table: Table, *, every: bool = True) -> BulkImpacts:
    assert fits(table, own_days=before.on is None)
    return BulkImpacts(Comparison(before, after, every=every), table)


def pairs(before: Look, after: Look, table: Table) -> Iterator[tuple[RowImpact, RowImpact]]:
    by_row = impacts(before, after, rows_of(table))
    return zip(by_row, compared(before, after, table).rows(), strict=True)


def without_questions(status: Status | None) -> object:
    """The status but for what is asked, which is more by column and may lead to a person by row."""
    if status is None:
        return None
    regimes = tuple((name, "OPEN" if answer in OPEN else answer) for name, answer in status.regimes)
    answer = "OPEN" if status.answer in OPEN else status.answer
    return answer, regimes, status.possible, status.codes, status.candidate_codes, status.open_licences


def check_equal(before: Look, after: Look, table: Table) -> set[Turn]:
    seen = set()
    for row, column in pairs(before, after, table):
        assert (row.before.number, row.after.stated) == (column.before.number, column.after.stated)
        assert without_questions(row.was) == without_questions(column.was), row.after.stated
        assert without_questions(row.now) == without_questions(column.now), row.after.stated
        assert row.before.problem == column.before.problem
        if row.was is None or row.now is None:
            assert column.turn is Turn.BAD_INPUT
        elif without_questions(row.was) != without_questions(row.now) or not {row.was.answer, row.now.answer} & OPEN:
            assert row.changed is column.changed, row.after.stated
        if not {row.before.answer, row.after.answer} & OPEN:
            assert row.turn is column.turn
        if row.changed and column.changed:
            assert row.because == column.because, row.after.stated
        seen.add(column.turn)
    return seen


@pytest.mark.parametrize("days", PAIRS.values(), ids=list(PAIRS))
def test_rows_turn_as_they_do_row_by_row(
    checker: Checker, table: Table, days: tuple[str | None, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_column, "BATCH_ROWS", 100)
    since, until, known_since, known_until = days
    assert len(check_equal(look(checker, since, known_since), look(checker, until, known_until), table)) >= 2


def test_so_they_do_under_a_draft(checker: Checker, table: Table) -> None:
    lawbook = checker.lawbook
    drafted = Checker(with_drafts(lawbook, read_drafts([EXTENSION], lawbook)))
    seen = check_equal(look(checker, "2026-12-15", None), look(drafted, "2026-12-15", "2026-12-01"), table)
    assert len(seen) >= 2


def test_rows_that_do_not_change_are_counted_and_not_made(checker: Checker, table: Table) -> None:
    looks = look(checker, "2025-04-03", None), look(checker, "2025-04-04", None)
    whole = list(compared(*looks, table).rows())
    some = compared(*looks, table, every=False)
    told = list(some.rows())
    of_each = [[brief(one) for one in found if one.turn is not Turn.SAME] for found in (whole, told)]
    assert of_each[0] == of_each[1] != []
    unchanged = sum(one.turn is Turn.SAME for one in told) + some.unchanged
    assert some.unchanged and unchanged == sum(one.turn is Turn.SAME for one in whole)


def test_rows_that_are_not_told_are_heard_of_when_they_are_worked_through(
    checker: Checker, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_column, "BATCH_ROWS", 100)
    looks = look(checker, "2025-04-03", None), look(checker, "2025-04-04", None)
    passed: list[int] = []
    rows = [one.number for one in rows_of(table)]
    told = 0
    for one in compared(*looks, table, every=False).rows(passed.append):
        assert sum(passed) == rows.index(one.before.number)
        told += 1
    assert 0 < told < sum(passed) == len(rows)


def brief(one: RowImpact) -> object:
    return one.before.number, one.turn, one.was, one.now, one.because


def test_a_file_without_days_is_compared_by_column_and_one_with_a_licence_held_is_not(
    checker: Checker, tmp_path: Path
) -> None:
    undated = made_up().drop_columns(["date"])
    parquet.write_table(undated, tmp_path / "undated.parquet")
    held = undated.append_column("licence.type", pa.array(["general"] * ROWS))
    parquet.write_table(held, tmp_path / "held.parquet")
    assert fits(read_table(tmp_path / "undated.parquet"), own_days=False)
    assert not fits(read_table(tmp_path / "undated.parquet"))
    assert not fits(read_table(tmp_path / "held.parquet"), own_days=False)
    check_equal(*(look(checker, on, None) for on in PAIRS["april 2025"][:2]), read_table(tmp_path / "undated.parquet"))


def test_a_day_that_cannot_be_read_stays_a_fault_where_another_takes_its_place(
    checker: Checker, tmp_path: Path
) -> None:
    parquet.write_table(
        pa.table({"kind": ["magnet"] * 3, "date": ["2026-01-01", "not a day", None]}), tmp_path / "a.parquet"
    )
    same = look(checker, "2025-04-03", None)
    found = list(compared(same, same, read_table(tmp_path / "a.parquet")).rows())
    assert [one.turn for one in found] == [Turn.SAME, Turn.BAD_INPUT, Turn.SAME]
    assert [one.after.stated.get("date") for one in found] == [same.on, None, same.on]


def test_rows_come_in_the_order_of_the_file(checker: Checker, table: Table) -> None:
    same = look(checker, "2025-04-03", None)
    numbers = [one.after.number for one in compared(same, same, table).rows()]
    assert numbers == sorted(numbers) and len(numbers) == len(set(numbers))


def test_parties_that_one_notice_lists_alike_are_each_told_of_their_own_listing(
    checker: Checker, tmp_path: Path
) -> None:
    named = [one.name.en for notice, one in checker.lawbook.listings.values() if notice.id == "cn/parties/2026-12"][:4]
    told = {"kind": "magnet", "family": "SmCo", "destination": "JP", "end_user_type": "civil", "end_use": "civil"}
    columns = {key: [said] * len(named) for key, said in told.items()}
    parquet.write_table(pa.table({**columns, "end_user": named}), tmp_path / "parties.parquet")
    looks = look(checker, "2026-02-23", None), look(checker, "2026-02-24", None)
    found = list(compared(*looks, read_table(tmp_path / "parties.parquet")).rows())
    assert len({tuple(change.key for change in one.because) for one in found}) == len(named) == 4
    check_equal(*looks, read_table(tmp_path / "parties.parquet"))
