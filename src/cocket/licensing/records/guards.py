"""Second locks: no licence is deleted or rewritten and no step is altered, whoever is connected to the database.

Nothing depends on them. A later migration that alters one of the tables calls `create` again, for SQLite copies a table
that it alters and leaves the triggers behind.
"""

from typing import Any, Final

_KEPT: Final = "licences and their steps are kept"
SQLITE: Final = (
    "drop trigger if exists {table}_no_{verb}",
    "create trigger {table}_no_{verb} before {what} on {table} begin select raise(abort, '" + _KEPT + "'); end",
)
POSTGRES: Final = (
    "create or replace function licence_is_kept() returns trigger language plpgsql as "
    "$$ begin raise exception '" + _KEPT + "'; end $$",
    "drop trigger if exists {table}_no_{verb} on {table}",
    "create trigger {table}_no_{verb} before {what} on {table} for each row execute function licence_is_kept()",
)
WHAT: Final = (
    ("licence", "delete", "delete"),
    ("licence", "rewrite", "update of number, skeleton, kind, regime, holder, valid_until, content"),
    ("licence_step", "delete", "delete"),
    ("licence_step", "rewrite", "update"),
)


def create(schema_editor: Any) -> None:  # noqa: ANN401  # Django's own, without types
    statements = POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE
    for table, verb, what in WHAT:
        for statement in statements:
            schema_editor.execute(statement.format(table=table, verb=verb, what=what))
