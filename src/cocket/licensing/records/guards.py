"""No licence is deleted or rewritten, and no step is altered."""

from typing import Any, Final

from cocket.licensing.keeping import keep

WHAT: Final = (
    ("licence", "delete", "delete"),
    ("licence", "rewrite", "update of number, skeleton, kind, regime, holder, valid_until, content"),
    ("licence_step", "delete", "delete"),
    ("licence_step", "rewrite", "update"),
)


def create(schema_editor: Any) -> None:  # noqa: ANN401  # Django's own, without types
    keep(schema_editor, "licence", "licences and their steps are kept", WHAT)
