"""No licence is deleted or rewritten, and no step is altered."""

from typing import Any, Final

from cocket.accounts.keeping import Kept, keep

TABLES: Final = (
    Kept(
        "licence",
        (("number",), ("skeleton",)),
        "update of number, skeleton, kind, regime, holder, valid_until, content",
    ),
    Kept("licence_step", (("id",), ("licence_id", "sequence"))),
)


def create(schema_editor: Any) -> None:  # noqa: ANN401  # Django's own, without types
    keep(schema_editor, "licence", "licences and their steps are kept", TABLES)
