"""A full disk, a read-only database, a lost connection, a caller's transaction: a clear answer, nothing half done."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from cocket.ledger import (
    InsideTransaction,
    Ledger,
    LedgerError,
    LedgerFault,
    LedgerUnavailable,
    OtherContent,
    open_ledger,
    usability,
)  # fmt: skip
from cocket.ledger.postgres_book import PostgresBook
from cocket.ledger.sqlite_book import SqliteBook, connect
from cocket.ledger.verify import verify
from tests.ledger.trade import DAY, LINE, Ticking, clock, decide_wrongly, kg, opened, reason, reserve, write_off


def held(ledger: Ledger) -> int:
    line = ledger.line(LINE)
    assert line is not None
    return line.drawn_quantity // kg(1).number


def until_refused(ledger: Ledger) -> int:
    """How many kilograms the book took before its disk was full."""
    for number in range(1000):
        try:
            ledger.post(write_off(f"w{number}", 1))
        except LedgerUnavailable as error:
            told = str(error)
            break
    assert "disk of the ledger is full" in told and "make room" in told
    return number


def test_a_full_disk_is_told_and_the_book_goes_on_when_there_is_room(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db", clock=clock) as ledger:
        opened(ledger, quantity=1000)
        book = ledger.book
        assert isinstance(book, SqliteBook)
        pages = book.connection.execute("pragma page_count").fetchone()[0]
        book.connection.execute(f"pragma max_page_count = {pages + 2}")
        booked = until_refused(ledger)
        assert held(ledger) == booked
        book.connection.execute(f"pragma max_page_count = {pages + 1000}")
        assert not ledger.post(write_off(f"w{booked}", 1)).repeated
        assert held(ledger) == booked + 1


def test_a_database_that_can_only_be_read_is_told(where: str) -> None:
    with open_ledger(where, clock=clock) as ledger:
        opened(ledger)
        if isinstance(ledger.book, SqliteBook):
            ledger.book.connection.execute("pragma query_only = on")
        else:
            assert isinstance(ledger.book, PostgresBook)
            ledger.book.connection.execute("set default_transaction_read_only = on")
        with pytest.raises(LedgerUnavailable, match=r"can only be read.*Nothing was booked"):
            ledger.post(write_off("w", 1))
        assert held(ledger) == 0


def test_a_file_that_is_no_ledger_is_told(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("no database, but long enough to be taken for the header of one, perhaps")
    with pytest.raises(LedgerError, match="no ledger"):
        open_ledger(path)
    with pytest.raises(LedgerError, match="cannot be opened"):
        open_ledger(tmp_path / "no such folder" / "ledger.db")


def test_a_ledger_of_another_version_is_left_alone(where: str) -> None:
    with open_ledger(where, clock=clock) as ledger:
        if isinstance(ledger.book, SqliteBook):
            ledger.book.connection.execute("pragma user_version = 99")
        else:
            assert isinstance(ledger.book, PostgresBook)
            ledger.book.connection.execute("comment on table ledger_line is 'cocket ledger 99'")
    with pytest.raises(LedgerError, match="made by another version"):
        open_ledger(where)


class LosesTheAnswer(PostgresBook):
    """The server commits, and the connection breaks before it says so."""

    loses = False

    @contextmanager
    def transaction(self) -> Iterator[Any]:
        lost = self.loses
        self.loses = False
        with super().transaction() as store:
            yield store
        if lost:
            self.connection.close()
            raise LedgerUnavailable("lost", "again", in_doubt=True) from psycopg.OperationalError("lost")


def test_a_connection_lost_between_commit_and_answer_is_asked_again(postgres: str) -> None:
    book = LosesTheAnswer(postgres, clock)
    book.create()
    with Ledger(book) as ledger:
        opened(ledger)
        ledger.post(reserve("r", 60))
        book.loses = True
        answer = ledger.post(write_off("w", 60, target="r"))  # a draw without a target is one statement: test_as_left
        assert not book.loses and answer.accepted and answer.repeated and held(ledger) == 60


def test_a_connection_that_the_server_ends_is_opened_again(postgres: str) -> None:
    with open_ledger(postgres, clock=clock) as ledger:
        opened(ledger)
        ledger.post(reserve("r", 60))
        with psycopg.connect(postgres, autocommit=True) as other:
            other.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cocket ledger'"
            )
        assert ledger.post(write_off("w", 60, target="r")).accepted  # of a draw without a target: test_as_left


def test_a_server_that_stays_away_is_told(postgres: str) -> None:
    with open_ledger(postgres, clock=clock) as ledger:
        opened(ledger)
        assert isinstance(ledger.book, PostgresBook)
        ledger.book.patience_s, ledger.book.address = 0.2, "postgresql://cocket@127.0.0.1:1/none"
        ledger.book.close()
        with pytest.raises(LedgerUnavailable, match=r"cannot be reached.*same id"):
            ledger.post(write_off("w", 60))


def own_connection(ledger: Ledger) -> Any:  # noqa: ANN401  # each database has its own kind
    if isinstance(ledger.book, SqliteBook):
        connection: Any = connect(ledger.book.path)
        return connection
    assert isinstance(ledger.book, PostgresBook)
    return psycopg.connect(ledger.book.address, autocommit=True)


@pytest.mark.parametrize("end", ["commit", "rollback"])
def test_a_suspension_in_the_callers_transaction_decides_for_the_draw_that_waits(ledger: Ledger, end: str) -> None:
    opened(ledger)
    begin = "begin immediate" if isinstance(ledger.book, SqliteBook) else "begin"
    with closing(own_connection(ledger)) as connection, ThreadPoolExecutor(1) as pool:
        connection.execute(begin)
        with ledger.within(connection) as inside:
            assert inside.post(usability("stop", [LINE], usable=False, day=DAY)).accepted
        draw = pool.submit(ledger.post, write_off("w", 60))
        time.sleep(0.2)
        assert not draw.done()
        connection.execute(end)
        assert reason(draw.result()) == ("not_usable" if end == "commit" else "")
    with ledger.book.snapshot() as reader:
        assert verify(reader).holds


def test_the_queue_inside_a_transaction_raises_and_does_not_wait_for_itself(ledger: Ledger) -> None:
    opened(ledger)
    begin = "begin immediate" if isinstance(ledger.book, SqliteBook) else "begin"
    with closing(own_connection(ledger)) as connection:
        with pytest.raises(LedgerError, match="no transaction open"), ledger.within(connection):
            pass
        connection.execute(begin)
        with ledger.within(connection), pytest.raises(InsideTransaction, match="would wait for"):
            ledger.post(write_off("w", 1))
        connection.execute("rollback")
    assert ledger.post(write_off("w", 1)).accepted


def test_a_transaction_that_other_means_hold_open_raises_too(where: str) -> None:
    inside = threading.Event()
    with open_ledger(where, clock=clock, caller_in_transaction=inside.is_set) as ledger:
        opened(ledger)
        inside.set()
        with pytest.raises(InsideTransaction):
            ledger.post(write_off("w", 1))
        inside.clear()
        assert ledger.post(write_off("w", 1)).accepted


def test_an_error_within_the_callers_transaction_undoes_nothing_by_itself(ledger: Ledger) -> None:
    opened(ledger)
    ledger.post(write_off("w", 1))
    begin = "begin immediate" if isinstance(ledger.book, SqliteBook) else "begin"
    with closing(own_connection(ledger)) as connection:
        connection.execute(begin)
        with ledger.within(connection) as inside:
            assert inside.post(write_off("x", 2)).accepted
            with pytest.raises(OtherContent):
                inside.post(write_off("w", 5))
            assert inside.post(write_off("y", 3)).accepted
        connection.execute("commit")
    assert held(ledger) == 6


def test_a_clock_that_steps_back_loses_nothing_and_is_counted(where: str) -> None:
    ticking = Ticking()
    with open_ledger(where, clock=ticking) as ledger:
        opened(ledger)
        ledger.post(write_off("a", 1))
        ticking.shift(timedelta(hours=-3))
        assert ledger.post(write_off("b", 1)).accepted
        with ledger.book.snapshot() as reader:
            verdict = verify(reader)
    assert verdict.holds and verdict.clock_steps == 1


def test_a_closed_ledger_takes_nothing(where: str) -> None:
    ledger = open_ledger(where, clock=clock)
    opened(ledger)
    ledger.close()
    with pytest.raises(LedgerUnavailable, match="closed"):
        ledger.post(write_off("w", 1))


def test_one_request_that_fails_does_not_take_the_others_with_it(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(ledger, quantity=100)
    decide_wrongly(monkeypatch)
    book = ledger.book.another()
    results = book.answer([write_off("a", 10), write_off("b", 101), write_off("c", 20)])
    book.close()
    assert [isinstance(one, LedgerFault) for one in results] == [False, True, False]
    assert held(ledger) == 30


def test_another_program_that_holds_the_file_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path, clock=clock) as ledger, ThreadPoolExecutor(1) as pool:
        opened(ledger)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("begin immediate")
            draw = pool.submit(ledger.post, write_off("w", 1))
            time.sleep(0.2)
            assert not draw.done()
            other.execute("rollback")
        assert draw.result().accepted
