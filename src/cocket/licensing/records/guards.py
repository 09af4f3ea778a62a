"""No licence is deleted or rewritten, and no step is altered."""

from typing import Any, Final

from cocket.accounts.keeping import Kept, keep

NEVER_REWRITTEN: Final = ("number", "skeleton", "kind", "regime", "holder", "valid_until", "content")


def create(schema_editor: Any, *later: str) -> None:  # noqa: ANN401  # Django's own, without types
    """``later``: columns of licences that the first tables did not have and that are kept too."""
    columns = ", ".join((*NEVER_REWRITTEN, *later))
    tables = (
        Kept("licence", (("number",), ("skeleton",)), f"update of {columns}"),
        Kept("licence_step", (("id",), ("licence_id", "sequence"))),
    )
    keep(schema_editor, "licence", "licences and their steps are kept", tables)
