"""Every lock and constraint is taken away once, and the race it closes is shown.

Behind most of them stands another one, so that a fault costs an answer and not an overdraw; the tests take them away
one after the other until the book is wrong.
"""

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from psycopg import errors

from cocket.ledger import Ledger, LedgerFault, LedgerUnavailable, OtherContent, open_ledger, usability
from cocket.ledger.book import Conflict
from cocket.ledger.post import post
from cocket.ledger.postgres_book import PostgresBook
from cocket.ledger.postgres_store import PostgresStore
from cocket.ledger.sqlite_book import SqliteBook
from cocket.ledger.verify import verify
from tests.ledger.trade import DAY, LINE, NOW, OTHER, clock, decide_wrongly, kg, opened, reason, write_off

SEQ_TEST = "l.seq = new.seq_before and "
USABLE_TEST = "l.usable = 1 and "


class NoLock(PostgresStore):
    lock_lines_sql = PostgresStore.lock_lines_sql.replace(" for update", "")


class NoLockNoSequence(NoLock):
    update_line_sql = PostgresStore.update_line_sql.replace(SEQ_TEST, "")


class NoLockNoSequenceNotUsable(NoLock):
    update_line_sql = NoLockNoSequence.update_line_sql.replace(USABLE_TEST, "")


def test_the_stores_differ_in_what_they_say_they_lack() -> None:
    assert NoLock.lock_lines_sql != PostgresStore.lock_lines_sql
    assert NoLockNoSequence.update_line_sql != PostgresStore.update_line_sql
    assert NoLockNoSequenceNotUsable.update_line_sql != NoLockNoSequence.update_line_sql


def two_draws_at_once(address: str, store: type[PostgresStore]) -> None:
    """The second reads the line before the first commits, and writes after it."""
    with psycopg.connect(address) as one, psycopg.connect(address) as two:
        for connection in (one, two):
            connection.execute("set lock_timeout = '300ms'")
            connection.commit()
        second, first = store(two), store(one)
        lines = second.lock_lines([LINE])
        post(first, [write_off("a", 60)], NOW)
        one.commit()
        second.lock_lines = lambda ids: lines  # type: ignore[method-assign]  # as it read them, before
        post(second, [write_off("b", 60)], NOW)


def drawn(address: str) -> tuple[int, int]:
    with psycopg.connect(address) as connection:
        balance = connection.execute("select drawn_quantity from ledger_line").fetchone()
        entries = connection.execute("select sum(quantity) from ledger_entry where outcome = ''").fetchone()
    assert balance and entries
    return int(balance[0]) // kg(1).number, int(entries[0] or 0) // kg(1).number


def opened_in(address: str, *lines: str) -> None:
    with open_ledger(address, clock=clock) as ledger:
        for line in lines:
            opened(ledger, line, 100)


def test_without_the_row_lock_two_draws_read_the_same_balance(postgres: str) -> None:
    opened_in(postgres, LINE)
    with pytest.raises(errors.LockNotAvailable):
        two_draws_at_once(postgres, PostgresStore)  # with it the first cannot go on while the second holds the row
    with pytest.raises(LedgerFault, match="not as they had been read"):
        two_draws_at_once(postgres, NoLock)
    assert drawn(postgres) == (60, 60)


def test_without_the_sequence_test_too_the_key_of_the_entries_stops_it(postgres: str) -> None:
    opened_in(postgres, LINE)
    with pytest.raises(errors.UniqueViolation, match="ledger_entry_pkey"):
        two_draws_at_once(postgres, NoLockNoSequence)
    assert drawn(postgres) == (60, 60)


def test_without_all_three_120_kilograms_leave_on_a_licence_for_100(postgres: str) -> None:
    opened_in(postgres, LINE)
    with psycopg.connect(postgres) as connection:
        connection.execute("alter table ledger_entry drop constraint ledger_entry_pkey")
    two_draws_at_once(postgres, NoLockNoSequence)
    assert drawn(postgres) == (60, 120)
    with open_ledger(postgres, clock=clock) as ledger, ledger.book.snapshot() as reader:
        assert not verify(reader).holds


def suspended_meanwhile(address: str, store: type[PostgresStore]) -> None:
    """The draw reads a usable line; before it writes, a suspension commits."""
    with psycopg.connect(address) as drawing, psycopg.connect(address) as suspending:
        late = store(drawing)
        lines = late.lock_lines([LINE])
        post(PostgresStore(suspending), [usability("stop", [LINE], usable=False, day=DAY)], NOW)
        suspending.commit()
        late.lock_lines = lambda ids: lines  # type: ignore[method-assign]
        post(late, [write_off("a", 60)], NOW)


def test_usable_is_tested_in_the_statement_that_draws(postgres: str) -> None:
    opened_in(postgres, LINE)
    with pytest.raises(LedgerFault, match="not as they had been read"):
        suspended_meanwhile(postgres, NoLockNoSequence)
    assert drawn(postgres) == (0, 0)


def test_without_that_test_goods_leave_on_a_suspended_licence(postgres: str) -> None:
    opened_in(postgres, LINE)
    with psycopg.connect(postgres) as connection:
        connection.execute("alter table ledger_entry drop constraint ledger_entry_pkey")
    suspended_meanwhile(postgres, NoLockNoSequenceNotUsable)
    assert drawn(postgres) == (60, 60)


def same_id_on_two_lines(address: str) -> list[object]:
    """The one that comes second waits for the first one's commit, on the id or, without its key, on nothing."""
    with psycopg.connect(address) as one, psycopg.connect(address) as two:
        post(PostgresStore(one), [write_off("a", 60, line=LINE)], NOW)

        def second() -> object:
            try:
                post(PostgresStore(two), [write_off("a", 60, line=OTHER)], NOW)
                two.commit()
            except psycopg.Error as error:
                return error
            return "drawn"

        with ThreadPoolExecutor(1) as pool:
            later = pool.submit(second)
            later_done = threading.Event()
            later.add_done_callback(lambda _: later_done.set())
            later_done.wait(0.3)
            one.commit()
            return [later.result()]


def test_without_the_key_of_ids_one_declaration_draws_on_two_lines(postgres: str) -> None:
    opened_in(postgres, LINE, OTHER)
    assert [type(one) for one in same_id_on_two_lines(postgres)] == [errors.UniqueViolation]
    with open_ledger(postgres, clock=clock) as ledger, pytest.raises(OtherContent):
        ledger.post(write_off("a", 60, line=OTHER))
    with psycopg.connect(postgres) as connection:
        connection.execute("alter table ledger_posting drop constraint ledger_posting_pkey")
    with psycopg.connect(postgres) as one, psycopg.connect(postgres) as two:
        first, second = PostgresStore(one), PostgresStore(two)
        post(first, [write_off("b", 5, line=LINE)], NOW)
        post(second, [write_off("b", 5, line=OTHER)], NOW)
    with psycopg.connect(postgres) as connection:
        found = connection.execute("select count(*) from ledger_entry where request = 'b' and outcome = ''").fetchone()
    assert found == (2,)


def test_lines_locked_out_of_order_wait_for_each_other(postgres: str) -> None:
    opened_in(postgres, LINE, OTHER)
    with psycopg.connect(postgres) as one, psycopg.connect(postgres) as two:
        PostgresStore(one).lock_lines([LINE])
        PostgresStore(two).lock_lines([OTHER])
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(PostgresStore(one).lock_lines, [OTHER])
            with pytest.raises(errors.DeadlockDetected):
                _either(waiting, two)


def _either(waiting: "Future[object]", two: "psycopg.Connection[tuple[object, ...]]") -> None:
    """The server ends the one or the other."""
    try:
        PostgresStore(two).lock_lines([LINE])  # type: ignore[arg-type]  # any row
    finally:
        two.rollback()
    waiting.result()


def test_a_limit_holds_even_where_the_decision_is_wrong(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(ledger, LINE, 100)
    decide_wrongly(monkeypatch)
    with pytest.raises(LedgerFault, match="quantity_within_limit"):
        ledger.post(write_off("a", 101))
    assert ledger.post(write_off("b", 100)).accepted


def test_without_the_constraint_a_wrong_decision_overdraws(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_ledger(where, clock=clock) as ledger:
        opened(ledger, LINE, 100)
        book = ledger.book.another()
    decide_wrongly(monkeypatch)
    with book.transaction() as store:
        connection = store.connection  # type: ignore[attr-defined]
        if isinstance(book, PostgresBook):
            connection.execute("alter table ledger_line drop constraint quantity_within_limit")
    if isinstance(book, SqliteBook):
        book.connection.execute("pragma ignore_check_constraints = on")
    (answer,) = book.answer([write_off("a", 101)])
    assert not isinstance(answer, Exception) and answer.accepted
    book.close()


class Deferred(SqliteBook):
    begin = "begin"


def test_the_write_lock_taken_first_lets_the_second_wait_and_read_what_the_first_wrote(tmp_path: Path) -> None:
    one, two = SqliteBook(tmp_path / "ledger.db", clock), SqliteBook(tmp_path / "ledger.db", clock)
    with open_ledger(one.path, clock=clock) as ledger:
        opened(ledger, LINE, 100)
    with ThreadPoolExecutor(1) as pool:
        with one.transaction() as store:
            post(store, [write_off("a", 60)], NOW)
            later = pool.submit(two.answer, [write_off("b", 60)])
        (answer,) = later.result()
    assert not isinstance(answer, Exception) and reason(answer) == "quantity"
    one.close()
    two.close()


def _overtaken(one: SqliteBook, two: SqliteBook) -> None:
    with one.transaction() as store:
        store.lock_lines([LINE])
        two.answer([write_off("b", 60)])
        post(store, [write_off("a", 60)], NOW)


def test_without_the_write_lock_first_sqlite_turns_the_draw_away_that_read_before(tmp_path: Path) -> None:
    one, two = Deferred(tmp_path / "ledger.db", clock), Deferred(tmp_path / "ledger.db", clock)
    with open_ledger(one.path, clock=clock) as ledger:
        opened(ledger, LINE, 100)
    with pytest.raises(LedgerUnavailable, match="Another program held"):
        _overtaken(one, two)
    one.close()
    two.close()


def test_a_conflict_never_leaves_the_room(where: str) -> None:
    with open_ledger(where, clock=clock) as ledger:
        opened(ledger, LINE, 100)
        real, failing = ledger.book._once, iter([Conflict(), Conflict(), Conflict()])

        def meets_others(requests: object) -> object:
            error = next(failing, None)
            if error:
                raise error
            return real(requests)  # type: ignore[arg-type]

        ledger.book._once = meets_others  # type: ignore[method-assign,assignment]
        assert ledger.post(write_off("a", 60)).accepted
