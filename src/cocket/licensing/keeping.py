"""Second locks: what must stay as it was written nobody deletes or rewrites, whoever is connected to the database.

Nothing depends on them. A later migration that alters one of the tables calls `keep` again, for SQLite copies a table
that it alters and leaves the triggers behind.
"""

from collections.abc import Iterable
from typing import Any, Final

SQLITE: Final = (
    "drop trigger if exists {table}_no_{verb}",
    "create trigger {table}_no_{verb} before {what} on {table} begin select raise(abort, '{said}'); end",
)
_FUNCTION: Final = "$$ begin raise exception '{said}'; end $$"
POSTGRES: Final = (
    "create or replace function {name}_is_kept() returns trigger language plpgsql as " + _FUNCTION,
    "drop trigger if exists {table}_no_{verb} on {table}",
    "create trigger {table}_no_{verb} before {what} on {table} for each row execute function {name}_is_kept()",
)


def keep(schema_editor: Any, name: str, said: str, what: Iterable[tuple[str, str, str]]) -> None:  # noqa: ANN401  # Django's own, without types
    """``what``: table, a word for what is kept from happening, and the statement that would do it."""
    statements = POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE
    for table, verb, statement in what:
        for one in statements:
            schema_editor.execute(one.format(table=table, verb=verb, what=statement, said=said, name=name))
