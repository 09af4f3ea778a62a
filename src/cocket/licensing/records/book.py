"""The ledger of this process, in the database where the licences are: one queue for all who draw."""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock

from django.conf import settings
from django.db import connection

from cocket.ledger import InsideTransaction, Ledger, open_ledger
from cocket.ledger.ledger import Within
from cocket.licensing.records import clock

_opening = Lock()


def ledger() -> Ledger:
    """Opened by the first who asks; the tables are made where there are none. Raises LedgerError."""
    with _opening:
        return _open()


@cache
def _open() -> Ledger:
    if connection.in_atomic_block:
        # SQLite has one writer: to make the tables would wait for the transaction, and that for the tables
        raise InsideTransaction("The ledger was first asked for inside a transaction", "Open it before: see start")
    opened = open_ledger(
        settings.LEDGER_ADDRESS, clock=lambda: clock.now(), caller_in_transaction=lambda: connection.in_atomic_block
    )
    atexit.register(opened.close)
    return opened


@contextmanager
def within() -> Iterator[Within]:
    """The ledger in the transaction that Django has open on this thread."""
    connection.ensure_connection()
    with ledger().within(connection.connection) as inside:
        yield inside
