"""Second locks: what must stay as it was written nobody deletes, rewrites or replaces, whoever is connected.

Nothing depends on them. A later migration that alters one of the tables calls `keep` again, for SQLite copies a table
that it alters and leaves the triggers behind.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Kept:
    """``keys``: the columns, each group of which tells a row from all others. ``rewrite`` is the statement that would
    rewrite a row, and ``when`` the rows of it that do, "" for all."""

    table: str
    keys: tuple[tuple[str, ...], ...]
    rewrite: str = "update"
    when: str = ""


def keep(schema_editor: Any, name: str, said: str, tables: Iterable[Kept]) -> None:  # noqa: ANN401  # Django's own
    """``said`` is what the database answers to whoever tries; ``name`` makes the name of its function."""
    postgres = schema_editor.connection.vendor == "postgresql"
    if postgres:
        function = f"create or replace function {name}_is_kept() returns trigger language plpgsql as "
        schema_editor.execute(f"{function} $$ begin raise exception '{said}'; end $$")
    for one in tables:
        for verb, rest in _on_postgres(one, name) if postgres else _on_sqlite(one, said):
            on = f" on {one.table}" if postgres else ""
            schema_editor.execute(f"drop trigger if exists {one.table}_no_{verb}{on}")
            schema_editor.execute(f"create trigger {one.table}_no_{verb} before {rest}")


def _on_postgres(one: Kept, name: str) -> Iterator[tuple[str, str]]:
    does, when = f"execute function {name}_is_kept()", f"when ({one.when}) " if one.when else ""
    yield "delete", f"delete on {one.table} for each row {does}"
    yield "rewrite", f"{one.rewrite} on {one.table} for each row {when}{does}"
    yield "truncate", f"truncate on {one.table} {does}"


def _on_sqlite(one: Kept, said: str) -> Iterator[tuple[str, str]]:
    does, when = f"begin select raise(abort, '{said}'); end", f"when {one.when} " if one.when else ""
    yield "delete", f"delete on {one.table} {does}"
    yield "rewrite", f"{one.rewrite} on {one.table} {when}{does}"
    # INSERT OR REPLACE deletes the row in its way without asking the trigger that keeps it
    same = " or ".join(f"({' and '.join(f'{key} = new.{key}' for key in keys)})" for keys in one.keys)
    seen = f"select 1 from {one.table} where {same}"  # noqa: S608  # names of tables and columns from the migrations
    yield "replace", f"insert on {one.table} when exists ({seen}) {does}"
