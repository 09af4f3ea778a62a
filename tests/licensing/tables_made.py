"""The tables of licences as the migrations leave them, made once for each kind of database: the migrations themselves
take a second, and hundreds of tests each want an empty database. `test_start` runs them as users do."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg

from cocket.config.start import start

Statement = tuple[str, Any]
_statements: list[Statement] = []


def start_on(where: str, url: str, folder: Path) -> None:
    """What ``start`` does for the empty database ``where``, to which Django is led; ``folder`` lasts for all tests."""
    if "://" in where:
        _repeat(url) if _statements else _listen()
    else:
        _copy(Path(where), folder / "licences.db")
    start()


def _copy(to: Path, pattern: Path) -> None:
    if pattern.exists():
        shutil.copy(pattern, to)
        return
    start()
    # what a write-ahead log still holds would not be copied
    with closing(sqlite3.connect(to)) as made:
        made.execute("vacuum into ?", (str(pattern),))


def _listen() -> None:
    from django.db import connection

    def keep(execute: Callable[..., Any], sql: str, values: Any, many: bool, context: Any) -> Any:  # noqa: ANN401
        if not sql.lstrip().lower().startswith("select"):
            _statements.append((sql, values))
        return execute(sql, values, many, context)

    with connection.execute_wrapper(keep):
        start()


def _repeat(url: str) -> None:
    with psycopg.connect(url) as connection:
        for sql, values in _statements:
            connection.execute(sql.encode(), values)
