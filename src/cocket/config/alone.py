"""Locks under which tables are made: two processes that start at once must not both make them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

MAKING_TABLES: Final = 0x636F636C
"""The advisory lock of PostgreSQL; the ledger has one of its own."""


@contextmanager
def postgres_lock(connection: Any) -> Iterator[None]:  # noqa: ANN401  # Django's own, without types
    with connection.cursor() as cursor:
        cursor.execute("set lock_timeout = 0")  # who waits here waits for tables, however long they take
        cursor.execute("select pg_advisory_lock(%s)", [MAKING_TABLES])
        try:
            yield
        finally:
            cursor.execute("select pg_advisory_unlock(%s)", [MAKING_TABLES])
            cursor.execute("reset lock_timeout")


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Waits for whoever holds it; the file beside the database stays, for another process may wait for it."""
    with path.with_name(f"{path.name}.lock").open("a") as lock:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
