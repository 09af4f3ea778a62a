"""Finds the database of a ledger from how people name it: a file, or the address of a PostgreSQL database."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cocket.ledger.book import Book
from cocket.ledger.errors import LedgerError
from cocket.ledger.faults import wrong
from cocket.ledger.ledger import Ledger, utc_now
from cocket.ledger.sqlite_book import SqliteBook


def find_book(where: str | Path, clock: Callable[[], datetime] = utc_now) -> Book:
    """Nothing is opened yet. Raises LedgerError where the address needs what is not installed."""
    if not str(where).startswith(("postgresql://", "postgres://")):
        return SqliteBook(Path(where), clock)
    try:
        from cocket.ledger.postgres_book import PostgresBook
    except ImportError:
        raise LedgerError(*wrong("no_psycopg")) from None
    return PostgresBook(str(where), clock)


def open_ledger(
    where: str | Path,
    *,
    clock: Callable[[], datetime] = utc_now,
    caller_in_transaction: Callable[[], bool] = lambda: False,
) -> Ledger:
    """Makes the tables where there are none. Raises LedgerError."""
    book = find_book(where, clock)
    try:
        book.create()
    except BaseException:
        book.close()
        raise
    return Ledger(book, caller_in_transaction=caller_in_transaction)
