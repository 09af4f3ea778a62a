"""What the gate was asked and answered is not replaced in a SQLite file either, whoever is connected."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cocket.check.checker import Checker
from cocket.gate.schema import APPEND_ONLY
from cocket.ledger.schema import HAS_ROW
from tests.gate.desk import Desk, licence, listed

TABLES = sorted(APPEND_ONLY)


@pytest.fixture
def file(tmp_path: Path, checker: Checker) -> Path:
    path = tmp_path / "ledger.db"
    with Desk(str(path), checker) as desk:
        desk.issue(licence())
        assert desk.declare(listed()).answer == "release"
    return path


def replace(file: Path, table: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        done = connection.execute(f"insert or replace into {table} select * from {table}")
        assert done.rowcount > 0


@pytest.mark.parametrize("table", TABLES)
def test_a_row_is_not_replaced(file: Path, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table} {HAS_ROW}"):
        replace(file, table)


def test_a_receipt_is_not_replaced_by_its_other_key_either(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, pytest.raises(sqlite3.IntegrityError, match=HAS_ROW):
        connection.execute(
            "insert or replace into gate_receipt select sequence + 9, declaration, step, body, hash from gate_receipt"
        )


def test_a_file_of_an_earlier_day_gets_its_guards_when_it_is_opened(file: Path, checker: Checker) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for table in TABLES:
            connection.execute(f"drop trigger {table}_no_replace")
    replace(file, "gate_receipt")  # nothing else keeps it
    with Desk(str(file), checker):
        pass
    with pytest.raises(sqlite3.IntegrityError, match=HAS_ROW):
        replace(file, "gate_receipt")
