"""A ledger in PostgreSQL: short transactions, tried again after lost connections, met ids and deadlocks."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from typing import Any, Final

import psycopg
from psycopg import errors

from cocket.ledger import schema
from cocket.ledger.as_left import AsLeft, LinesLeft
from cocket.ledger.book import Book, Conflict
from cocket.ledger.errors import LedgerError, LedgerFault, LedgerUnavailable
from cocket.ledger.faults import wrong
from cocket.ledger.post import Result, post
from cocket.ledger.postgres_reader import PostgresReader
from cocket.ledger.postgres_store import PostgresStore
from cocket.ledger.request import Request
from cocket.ledger.sqlite_book import other_version
from cocket.ledger.state import LineState

PATIENCE_S: Final = 30
"""So long a lost server may take to come back before those who wait are told."""
LOCK_WAIT_S: Final = 10
"""Somebody who holds a line's row for longer holds up everybody who shares the transaction."""
READER_MEMORY: Final = "128MB"
"""What joins of millions of rows may keep at once before they use the disk."""
ANNOUNCE: Final = 0x636F636B
"""The advisory lock under which tables are made."""

Connection = psycopg.Connection[tuple[Any, ...]]


class PostgresBook(Book):
    """``address`` as libpq takes it; the connection is opened by the first use and again whenever it is lost."""

    store = PostgresStore
    store_as_left = AsLeft

    def __init__(self, address: str, clock: Callable[[], datetime], patience_s: float = PATIENCE_S) -> None:
        super().__init__(clock)
        self.address, self.patience_s = address, patience_s
        self._connection: Connection | None = None
        self._left = LinesLeft()

    @property
    def connection(self) -> Connection:
        if self._connection is None or self._connection.closed:
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> Connection:
        connection = psycopg.connect(self.address, autocommit=True, application_name="cocket ledger")
        connection.execute(f"set lock_timeout = '{LOCK_WAIT_S}s'")
        # whatever the database's own settings: a statement that waited for another sees what that one committed
        connection.execute("set default_transaction_isolation = 'read committed'")
        # and an answer that was given survives the loss of power
        connection.execute("set synchronous_commit = on")
        # Every statement here goes by key. A plan made while the tables were small would read them whole for ever.
        for kind in ("seqscan", "hashjoin", "mergejoin"):
            connection.execute(f"set enable_{kind} = off".encode())
        # the plan by key is the same for whatever values: made once, not for each transaction
        connection.execute("set plan_cache_mode = force_generic_plan")
        return connection

    def answer(self, requests: Sequence[Request]) -> list[Result]:
        """A lost connection leaves open whether the commit arrived: asking again with the same ids finds out."""
        until = time.monotonic() + self.patience_s
        wait_s, in_doubt = 0.05, False
        while True:
            try:
                return super().answer(requests)
            except LedgerUnavailable as error:
                in_doubt = in_doubt or error.in_doubt
                if not isinstance(error.__cause__, psycopg.OperationalError) or not self._lost:
                    raise
                if time.monotonic() > until:
                    raise LedgerUnavailable(error.what, error.remedy, in_doubt=in_doubt) from error
            time.sleep(wait_s)
            wait_s = min(2 * wait_s, 1)

    def _once(self, requests: Sequence[Request]) -> list[Result]:
        lines = self._left.take(requests)
        self._left.note_ids(requests)
        if lines:
            try:
                return self._as_left(requests, lines)
            except (Conflict, LedgerFault):
                # another one wrote a line, or an id is known: decided anew, on rows that are held
                self._left.turned_away()
        return super()._once(requests)

    def _as_left(self, requests: Sequence[Request], lines: dict[str, LineState]) -> list[Result]:
        in_doubt = False
        try:
            store = self.store_as_left(self.connection, lines)
            in_doubt = True  # the statement is its own transaction
            results = post(store, requests, self.clock())
        except psycopg.Error as error:
            raise told(error, in_doubt=in_doubt) from error
        self._left.keep(lines)
        self._left.went_through()
        return results

    @property
    def _lost(self) -> bool:
        return self._connection is None or self._connection.closed

    @contextmanager
    def transaction(self) -> Iterator[PostgresStore]:
        in_doubt = False
        try:
            connection = self.connection
            connection.execute("begin isolation level read committed")
            store = self.store(connection)
            yield store
            in_doubt = True
            connection.execute("commit")
            self._left.keep(store.held)
        except psycopg.Error as error:
            self._undo()
            raise told(error, in_doubt=in_doubt) from error
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        if self._connection is None:
            return
        try:
            self._connection.execute("rollback")
        except psycopg.Error:
            self._connection.close()

    def joined(self, connection: Any) -> PostgresStore:  # noqa: ANN401
        if not isinstance(connection, psycopg.Connection) or (
            connection.info.transaction_status is not psycopg.pq.TransactionStatus.INTRANS
        ):
            raise LedgerError("The connection has no transaction open", "Begin one, and end it yourself")
        return self.store(connection)

    @contextmanager
    def translated(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            raise told(error, in_doubt=False) from error

    def create(self) -> None:
        try:
            with self.transaction() as store:
                self._create(store.connection)
        except Conflict:
            raise LedgerUnavailable(*wrong("no_tables")) from None

    @staticmethod
    def _create(connection: Connection) -> None:
        connection.execute("select pg_advisory_xact_lock(%s)", (ANNOUNCE,))
        found = connection.execute("select obj_description(to_regclass('ledger_line'), 'pg_class')").fetchone()
        exists = connection.execute("select to_regclass('ledger_line') is not null").fetchone()
        mark = f"cocket ledger {schema.VERSION}"
        if exists and exists[0]:
            if not found or found[0] != mark:
                raise other_version(found[0] if found else "unknown")
            return
        for statement in (*schema.TABLES, *schema.POSTGRES_SETTINGS, *schema.POSTGRES_GUARDS):
            connection.execute(statement)
        connection.execute(f"comment on table ledger_line is '{mark}'")

    @contextmanager
    def snapshot(self) -> Iterator[PostgresReader]:
        try:
            reading = psycopg.connect(self.address, autocommit=True, application_name="cocket ledger reader")
            with closing(reading):  # it may be left in the middle of an answer
                # every answer is read to its end, so that a plan counts by all of it and not by its first rows
                reading.execute("set cursor_tuple_fraction = 1")
                reading.execute(f"set work_mem = '{READER_MEMORY}'")
                # as `PostgresReader.entries` takes texts apart, whatever the database's own settings
                reading.execute("set client_encoding = 'UTF8'")
                reading.execute("set bytea_output = 'hex'")
                reading.execute("begin isolation level repeatable read read only")
                yield PostgresReader(reading)
        except psycopg.Error as error:
            raise told(error, in_doubt=False) from error

    def another(self) -> "PostgresBook":
        return type(self)(self.address, self.clock, self.patience_s)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def told(error: psycopg.Error, *, in_doubt: bool) -> Exception:
    """What PostgreSQL says, as what to do."""
    match error:
        case errors.UniqueViolation() | errors.DeadlockDetected() | errors.SerializationFailure():
            return Conflict()
        case errors.DiskFull():
            return LedgerUnavailable(*wrong("full"))
        case errors.ReadOnlySqlTransaction() | errors.InsufficientPrivilege():
            return LedgerUnavailable(*wrong("read_only"))
        case errors.LockNotAvailable():
            return LedgerUnavailable(*wrong("held", seconds=LOCK_WAIT_S))
        case errors.UndefinedTable():
            return LedgerUnavailable(*wrong("empty_database"))
        case psycopg.OperationalError() if in_doubt:
            return LedgerUnavailable(*wrong("lost"), in_doubt=True)
        case psycopg.OperationalError():
            return LedgerUnavailable(*wrong("unreachable", error=str(error).splitlines()[0]))
    return LedgerFault(*wrong("refuses", error=error))
