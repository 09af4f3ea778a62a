"""Writes each row of a table over itself, past the triggers that keep rows from being deleted and updated."""

import pytest
from django.db import DatabaseError, connection, transaction


def assert_not_replaced(table: str, said: str) -> None:
    """SQLite's INSERT OR REPLACE and PostgreSQL's TRUNCATE ask no trigger of rows that go."""
    replaced = f"insert or replace into {table} select * from {table}"  # names from the tests
    statement = f"truncate {table} cascade" if connection.vendor == "postgresql" else replaced
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from {table}")
        assert cursor.fetchone()[0] > 0
    with pytest.raises(DatabaseError, match=said), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
