"""What many threads write at once goes to the disk at once: whoever is first writes for all who came meanwhile.

The disk confirms a transaction in some milliseconds, however much it holds. While one is on its way the others wait,
and the next of them takes along what all of them want to write; as the ledger's own queue does for draws.
"""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar

from cocket.ledger.book import Book
from cocket.ledger.errors import LedgerUnavailable
from cocket.ledger.sqlite_book import SqliteBook

Found = TypeVar("Found")


class Run:
    """Runs a statement on the transaction's connection; ``?`` stands for a value in both databases."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401  # each database has its own kind
        self._connection = connection
        self.is_sqlite = isinstance(connection, sqlite3.Connection)

    def __call__(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        done = self._connection.execute(statement if self.is_sqlite else statement.replace("?", "%s"), values)
        return list(done.fetchall()) if done.description else []


Work = Callable[[Run], Any]


@dataclass(slots=True, eq=False)
class _Waiting:
    work: Work
    turn: tuple[int, str]
    found: Any = None
    error: Exception | None = None
    done: bool = False


class Together:
    """Many threads may use one; it has a connection for what is written and one for what is looked up."""

    def __init__(self, book: Book) -> None:
        self._book, self._reading = book, book.another()
        self._lock, self._reading_lock = Lock(), Lock()
        self._waiting: deque[_Waiting] = deque()

    def write(self, work: Callable[[Run], Found], turn: tuple[int, str]) -> Found:
        """In a transaction, whole or not at all; the answer comes after the commit. ``work`` may be run more than once,
        each time as if never before. ``turn``: its place among those that share its transaction, so that two programs
        lock in the same order. Raises Conflict where a key was taken, or LedgerError."""
        mine = _Waiting(work, turn)
        self._waiting.append(mine)
        with self._lock:
            if not mine.done:
                self._write_all(mine)
        if mine.error is not None:
            raise mine.error
        found: Found = mine.found
        return found

    def _write_all(self, mine: _Waiting) -> None:
        some = sorted((self._waiting.popleft() for _ in range(len(self._waiting))), key=lambda one: one.turn)
        try:
            self._write(some)
        finally:
            # whoever was interrupted from outside leaves the others to the next of them
            self._waiting.extend(one for one in some if not one.done and one is not mine)

    def _write(self, some: Sequence[_Waiting]) -> None:
        """All in one transaction; where that fails each by itself, so that only what is at fault fails."""
        try:
            found = self._once([one.work for one in some])
        except Exception as error:  # noqa: BLE001  # told to whom it belongs, on his own thread
            if len(some) > 1:
                for one in some:
                    self._write([one])
                return
            some[0].error, found = error, [None]
        for one, result in zip(some, found, strict=True):
            one.found, one.done = result, True

    def _once(self, works: Sequence[Work]) -> list[Any]:
        """Where the connection is lost all is done once more on a new one: what was committed before is found by its
        key, whether or not the answer came."""
        try:
            with self._transaction() as run:
                return [work(run) for work in works]
        except LedgerUnavailable:
            if isinstance(self._book, SqliteBook):
                raise
        with self._transaction() as run:
            return [work(run) for work in works]

    @contextmanager
    def _transaction(self) -> Iterator[Run]:
        with self._book.transaction() as store:
            yield Run(store.connection)  # type: ignore[attr-defined]  # both stores have one, of their own kind

    def look(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """All that was committed; waits for nobody who writes. Raises LedgerError."""
        try:
            return self._look(statement, values)
        except LedgerUnavailable:
            if isinstance(self._book, SqliteBook):
                raise
        return self._look(statement, values)

    def _look(self, statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        with self._reading_lock, self._reading.translated():
            return Run(self._reading.connection)(statement, *values)  # type: ignore[attr-defined]  # as above

    def close(self) -> None:
        with self._lock, self._reading_lock:
            self._book.close()
            self._reading.close()
