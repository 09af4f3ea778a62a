"""Applications and what belongs to them, as plain data for every face."""

import json
from dataclasses import asdict
from typing import Any

from cocket.licensing.filings.documents import Document
from cocket.licensing.filings.finding import Draft, Filing
from cocket.licensing.filings.inviting import Asked
from cocket.licensing.filings.models import ApplicationRecord

_HEAD = ("reference", "organisation", "version", "filings", "is_open")


def head_view(one: Draft | ApplicationRecord) -> dict[str, Any]:
    """What a list shows of an application."""
    return {name: getattr(one, name) for name in _HEAD}


def draft_view(draft: Draft) -> dict[str, Any]:
    return {**head_view(draft), "changed": draft.changed.isoformat(), "content": json.loads(draft.content)}


def filing_view(filing: Filing) -> dict[str, Any]:
    return {
        **filing.named,
        "organisation": filing.organisation,
        "version": filing.version,
        "filed": filing.filed.isoformat(),
        "content": json.loads(filing.content),
    }


def document_view(one: Document) -> dict[str, Any]:
    """What is not told is left out, so that an empty name is never taken for one."""
    if not one.told:
        names = ("number", "kind", "request", "sealed", "covers")
        return {**{name: getattr(one, name) for name in names}, "complete": one.covers}
    moment = one.attached.isoformat(timespec="seconds") if one.attached else None
    return {**{key: value for key, value in asdict(one).items() if key != "told"}, "attached": moment}


def asked_view(asked: Asked) -> dict[str, Any]:
    return {"reference": asked.reference, "request": asked.request, "digest": asked.digest, "asked": asked.data}
