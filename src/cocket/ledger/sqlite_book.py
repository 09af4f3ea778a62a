"""A ledger in a SQLite file. One connection writes; commits wait for the disk."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from cocket.ledger import rows, schema
from cocket.ledger.book import Book, Conflict
from cocket.ledger.entry import Entry
from cocket.ledger.errors import LedgerError, LedgerFault, LedgerUnavailable
from cocket.ledger.faults import wrong
from cocket.ledger.sqlite_store import SqliteStore
from cocket.ledger.store import EntryText

BUSY_WAIT_S: Final = 30
_TOLD: Final = {
    sqlite3.SQLITE_FULL: wrong("full"),
    sqlite3.SQLITE_READONLY: wrong("read_only"),
    sqlite3.SQLITE_BUSY: wrong("busy", seconds=BUSY_WAIT_S),
    sqlite3.SQLITE_CANTOPEN: wrong("no_file"),
    sqlite3.SQLITE_NOTADB: wrong("no_ledger"),
    sqlite3.SQLITE_CORRUPT: wrong("damaged"),
}


class SqliteBook(Book):
    """``path`` of the file; its connection is opened by the first use, on the thread that uses it."""

    store = SqliteStore
    begin = "begin immediate"  # the write lock comes first: what is read then stays true until the commit

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        super().__init__(clock)
        self.path = path
        self._connection: sqlite3.Connection | None = None

    @property
    def connection(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = connect(self.path)
        return self._connection

    @contextmanager
    def transaction(self) -> Iterator[SqliteStore]:
        in_doubt = False
        try:
            self.connection.execute(self.begin)
            yield self.store(self.connection)
            in_doubt = True
            self.connection.execute("commit")
        except sqlite3.Error as error:
            self._undo()
            raise told(error, in_doubt=in_doubt) from error
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        """Also after a failed commit; SQLite may have undone it by itself."""
        if self._connection is not None and self._connection.in_transaction:
            self._connection.execute("rollback")

    def joined(self, connection: Any) -> SqliteStore:  # noqa: ANN401
        if not isinstance(connection, sqlite3.Connection) or not connection.in_transaction:
            raise LedgerError(
                "The connection has no transaction open", "Begin one, with BEGIN IMMEDIATE, and end it yourself"
            )
        return self.store(connection)

    @contextmanager
    def translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise told(error, in_doubt=False) from error

    def create(self) -> None:
        with self.transaction() as store:
            version = store.connection.execute("pragma user_version").fetchone()[0]
            if version not in (0, schema.VERSION):
                raise other_version(version)
            if not version:
                for statement in map(schema.for_sqlite, schema.TABLES):
                    store.connection.execute(statement)
                store.connection.execute(f"pragma user_version = {schema.VERSION}")
            # a file of an earlier day has fewer guards
            for statement in schema.SQLITE_GUARDS:
                store.connection.execute(statement)

    @contextmanager
    def snapshot(self) -> Iterator["SqliteReader"]:
        try:
            # the file as it is: a check must not make one where none is, nor write into the one it checks
            with closing(
                sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
            ) as reading:
                reading.execute("begin")
                yield SqliteReader(reading)
        except sqlite3.Error as error:
            raise told(error, in_doubt=False) from error

    def another(self) -> "SqliteBook":
        return type(self)(self.path, self.clock)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


MISSING: Final = " or ".join(f"{name} is null" for name in rows.ENTRY)


def entries_sql(own: str) -> str:
    values = ", ".join("lower(hex(digest))" if name == "digest" else name for name in Entry._fields)
    text = "\t".join(["%s"] * len(Entry._fields))
    return f"select cast(printf('{text}', {values}) as blob), {own} from ledger_entry"


class SqliteReader:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, statement: str) -> Iterator[tuple[Any, ...]]:
        return self._connection.execute(statement)

    def entries(self, order: str = "") -> Iterator[EntryText]:
        # What is missing prints as nothing, and must not pass for it. Where no column may be null this takes no time.
        ((missing,),) = self._connection.execute(f"select exists (select 1 from ledger_entry where {MISSING})")
        own = f"case when {MISSING} then null else hash end" if missing else "hash"
        yield from self._connection.execute(f"{entries_sql(own)} {order}")

    def fingerprint(self, texts: Sequence[str], numbers: Sequence[str]) -> None:
        """SQLite has no hash of its own."""


def connect(path: Path) -> sqlite3.Connection:
    """Autocommit off Python's own transactions; commits reach the disk; readers do not wait for the writer."""
    try:
        connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_WAIT_S, check_same_thread=False)
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
        connection.execute("pragma foreign_keys = on")
    except sqlite3.Error as error:
        raise told(error, in_doubt=False) from error
    return connection


def told(error: sqlite3.Error, *, in_doubt: bool) -> Exception:
    """What SQLite says, as what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if isinstance(error, sqlite3.IntegrityError):
        name = getattr(error, "sqlite_errorname", "")
        # the guard against replacing a row comes before the key of that row, and says the same
        unique = name in ("SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_UNIQUE") or (
            name == "SQLITE_CONSTRAINT_TRIGGER" and str(error).endswith(schema.HAS_ROW)
        )
        return Conflict() if unique else LedgerFault(*wrong("refuses", error=error))
    what, remedy = _TOLD.get(code, wrong("reports", error=error))
    return LedgerUnavailable(what, remedy, in_doubt=in_doubt and code == sqlite3.SQLITE_IOERR)


def other_version(version: object) -> LedgerError:
    return LedgerError(*wrong("other_version", version=version, own=schema.VERSION))
