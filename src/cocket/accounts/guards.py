"""No entry of the audit is deleted or rewritten, and no chain is shortened."""

from typing import Any, Final

from cocket.accounts.keeping import Kept, keep

TABLES: Final = (
    Kept("audit_entry", (("id",), ("subject", "sequence"))),
    Kept("audit_head", (("subject",),), when="new.sequence <> old.sequence + 1 or new.subject <> old.subject"),
)


def create(schema_editor: Any) -> None:  # noqa: ANN401  # Django's own, without types
    keep(schema_editor, "audit", "the audit is kept", TABLES)
