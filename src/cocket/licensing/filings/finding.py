"""Reads applications back, as the asker may see them. Nothing here changes anything."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from cocket.accounts.access import access_change, access_rows
from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.accounts.policy import READ
from cocket.licensing.applications.application import Application
from cocket.licensing.applications.reading import read_application
from cocket.licensing.filings.errors import UnknownApplication
from cocket.licensing.filings.faults import wrong
from cocket.licensing.filings.models import ApplicationRecord, FilingRecord, VersionRecord
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.reading import json_field

PAGE_MAX: Final = 100


def read_content(content: str, reference: str) -> Application:
    return read_application(json_field(content, reference))


@dataclass(frozen=True, slots=True)
class Draft:
    """The newest version. ``is_open`` false: it lies with the authority."""

    reference: str
    organisation: str
    version: int
    filings: int
    is_open: bool
    changed: datetime
    content: str

    @property
    def application(self) -> Application:
        return read_content(self.content, self.reference)


@dataclass(frozen=True, slots=True)
class Filing:
    """What was filed, as filed. ``documents``: as `documents.documents_to_file` names them."""

    reference: str
    sequence: int
    organisation: str
    version: int
    content: str
    digest: str
    documents: tuple[dict[str, Any], ...]
    person: str
    filed: datetime

    @property
    def application(self) -> Application:
        return read_content(self.content, self.reference)

    @property
    def named(self) -> dict[str, Any]:
        """By which a decision names it."""
        return {"reference": self.reference, "sequence": self.sequence, "digest": self.digest}


def find_draft(by: Actor, reference: str) -> Draft:
    """Raises NotAllowed where the role sees no draft at all, and UnknownApplication, in the same words for absent and
    for invisible."""
    with told():
        return draft_of(draft_row(by, reference))


def draft_row(by: Actor, reference: str) -> ApplicationRecord:
    """For rooms that go on from its row; raises as `find_draft`."""
    access_change(by, ApplicationRecord, READ)
    rows = access_rows(by, ApplicationRecord)
    row: ApplicationRecord | None = rows.filter(pk=reference).first() if reference.isprintable() else None
    if row is None:
        raise unknown(reference)
    return row


def list_drafts(by: Actor, after: str = "", count: int = PAGE_MAX) -> Sequence[ApplicationRecord]:
    """In the order of their references, at most PAGE_MAX, after the reference of the page before. Raises NotAllowed, or
    LicenceError for a reference that is none."""
    if not after.isprintable():
        raise LicenceError(*wrong("strange_sign", text=after[:40]), "after")
    with told():
        access_change(by, ApplicationRecord, READ)
        rows = access_rows(by, ApplicationRecord).filter(reference__gt=after).order_by("reference")
        return list(rows[: min(count, PAGE_MAX)])


def draft_of(row: ApplicationRecord) -> Draft:
    newest = VersionRecord.objects.get(application=row, version=row.version)
    return Draft(
        row.reference, row.organisation, row.version, row.filings, row.is_open, row.changed, newest.content
    )  # fmt: skip


def find_filing(reference: str, sequence: int = 0) -> Filing:
    """``sequence`` 0: the newest. For rooms that have asked before whether the asker may see it."""
    with told():
        rows = FilingRecord.objects.filter(application_id=reference)
        row = (rows.filter(sequence=sequence) if sequence else rows.order_by("-sequence")).first()
    if row is None:
        raise unknown(reference)
    return Filing(
        reference=reference,
        sequence=row.sequence,
        organisation=row.organisation,
        version=row.version,
        content=row.content,
        digest=row.digest,
        documents=tuple(json.loads(row.documents)),
        person=row.person,
        filed=row.filed,
    )


def unknown(reference: str) -> UnknownApplication:
    return UnknownApplication(*wrong("unknown", reference=reference[:40]), "reference")
