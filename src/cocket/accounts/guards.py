"""Second locks: no entry of the audit is deleted or rewritten, and no chain is shortened, whoever is connected.

Nothing depends on them. A later migration that alters one of the tables calls `create` again, for SQLite copies a table
that it alters and leaves the triggers behind.
"""

from typing import Any, Final

_KEPT: Final = "the audit is kept"
SQLITE: Final = (
    "drop trigger if exists {table}_no_{name}",
    "create trigger {table}_no_{name} before {what} on {table} {when} begin select raise(abort, '" + _KEPT + "'); end",
)
POSTGRES: Final = (
    "create or replace function audit_is_kept() returns trigger language plpgsql as "
    "$$ begin raise exception '" + _KEPT + "'; end $$",
    "drop trigger if exists {table}_no_{name} on {table}",
    "create trigger {table}_no_{name} before {what} on {table} for each row {when} execute function audit_is_kept()",
)
TRUNCATE: Final = (
    "drop trigger if exists {table}_no_truncate on {table}",
    "create trigger {table}_no_truncate before truncate on {table} execute function audit_is_kept()",
)
WHAT: Final = (
    ("audit_entry", "delete", "delete", ""),
    ("audit_entry", "rewrite", "update", ""),
    ("audit_head", "delete", "delete", ""),
    ("audit_head", "rewrite", "update", "when (new.sequence <> old.sequence + 1 or new.subject <> old.subject)"),
)


def create(schema_editor: Any) -> None:  # noqa: ANN401  # Django's own, without types
    postgres = schema_editor.connection.vendor == "postgresql"
    for table, name, what, when in WHAT:
        for statement in POSTGRES if postgres else SQLITE:
            schema_editor.execute(statement.format(table=table, name=name, what=what, when=when))
    for table in ("audit_entry", "audit_head") if postgres else ():
        for statement in TRUNCATE:
            schema_editor.execute(statement.format(table=table))
