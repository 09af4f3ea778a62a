"""What may only grow is not changed, deleted, replaced or emptied by any statement, on either database."""

import sqlite3
from contextlib import closing
from datetime import date
from fractions import Fraction
from pathlib import Path

import psycopg
import pytest
from psycopg import errors

from cocket.ledger import Ledger, open_ledger
from cocket.ledger.book import Conflict
from cocket.ledger.schema import APPEND_ONLY, HAS_ROW
from cocket.ledger.seal import seal
from cocket.ledger.sqlite_book import SqliteBook
from cocket.ledger.verify import verify
from cocket.quantity.rate import Rate
from tests.ledger.trade import LINE, clock, opened, write_off

TABLES = sorted(APPEND_ONLY)


def fill(ledger: Ledger) -> None:
    """A row at least in each table that only grows."""
    opened(ledger)
    ledger.post(write_off("a", 60))
    ledger.store_rate(Rate("USD", "CNY", Fraction(7), date(2026, 1, 1), date(2026, 12, 31), "bank"))
    book = ledger.book.another()
    seal(book, clock)
    book.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with open_ledger(path, clock=clock) as ledger:
        fill(ledger)
    return path


@pytest.fixture
def server(postgres: str) -> str:
    with open_ledger(postgres, clock=clock) as ledger:
        fill(ledger)
    return postgres


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "statement",
    [
        "insert or replace into {table} select * from {table}",
        "replace into {table} select * from {table}",
        "update or replace {table} set {key} = {key}",
        "delete from {table}",
    ],
)
def test_sqlite_keeps_every_row(file: Path, table: str, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match=f"^{table} only grows"):
            connection.execute(statement.format(table=table, key=APPEND_ONLY[table][0][0]))
        assert connection.execute(f"select count(*) from {table}").fetchone()[0] > 0


def test_a_leaf_of_a_seal_is_not_replaced_by_its_other_key_either(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, pytest.raises(sqlite3.IntegrityError, match=HAS_ROW):
        connection.execute(
            "insert or replace into ledger_seal_leaf select position + 9, line, seq, hash from ledger_seal_leaf"
        )


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "statement",
    [
        "truncate {table} cascade",
        "insert into {table} select * from {table} on conflict ({keys}) do update set {key} = excluded.{key}",
        "delete from {table}",
    ],
)
def test_postgres_keeps_every_row(server: str, table: str, statement: str) -> None:
    keys = APPEND_ONLY[table][0]
    asked = statement.format(table=table, keys=", ".join(keys), key=keys[0])
    with psycopg.connect(server) as connection, pytest.raises(errors.RaiseException, match=f"{table} only grows"):
        connection.execute(asked.encode())


def replaced(file: Path) -> None:
    """The write-off of 60 kg turned into one of 6."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        columns = [row[1] for row in connection.execute("pragma table_info(ledger_entry)")]
        read = ", ".join("quantity / 10" if name == "quantity" else name for name in columns)
        connection.execute(f"insert or replace into ledger_entry select {read} from ledger_entry where request = 'a'")


def test_without_its_guard_a_row_is_replaced_and_verify_finds_it(file: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=HAS_ROW):
        replaced(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("drop trigger ledger_entry_no_replace")
    replaced(file)
    with open_ledger(file, clock=clock) as ledger, ledger.book.snapshot() as reader:
        broken = verify(reader).first_break
    assert broken is not None and (broken.what, broken.line, broken.sequence) == ("hash", LINE, 2)


def test_a_file_of_an_earlier_day_gets_its_guards_when_it_is_opened(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for table in TABLES:
            connection.execute(f"drop trigger {table}_no_replace")
    with open_ledger(file, clock=clock) as ledger:
        assert ledger.post(write_off("b", 40)).accepted
    with pytest.raises(sqlite3.IntegrityError, match=HAS_ROW):
        replaced(file)


def test_to_meet_a_row_that_is_there_is_a_conflict_with_the_guard_as_with_the_key_alone(file: Path) -> None:
    book = SqliteBook(file, clock)
    for guard in (True, False):
        if not guard:
            book.connection.execute("drop trigger ledger_entry_no_replace")
        with pytest.raises(Conflict), book.transaction() as store:
            store.connection.execute("insert into ledger_entry select * from ledger_entry")
    book.close()
