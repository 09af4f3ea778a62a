"""Documents of an application as values: what is told of each, and to whom. Nothing here changes anything."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cocket.accounts.actor import Actor
from cocket.accounts.policy import Scope, scope_of
from cocket.accounts.role import Role
from cocket.licensing.applications.application import Application
from cocket.licensing.applications.asked import asked_digest
from cocket.licensing.filings.models import ApplicationRecord, DocumentRecord


@dataclass(frozen=True, slots=True)
class Document:
    """``request`` 0: of the whole. ``covers``: False where it is a certificate for something else than what is asked
    now. ``signer``: who signed it for the end user, ``organisation`` in whose name, "" where a code let him in.
    ``told``: False where it is sealed and not for whoever asks; then all from ``name`` on is empty."""

    number: int
    kind: str
    request: int
    sealed: bool
    covers: bool
    told: bool
    name: str = ""
    media_type: str = ""
    size: int = 0
    sha256: str = ""
    signer: str = ""
    organisation: str = ""
    person: str = ""
    attached: datetime | None = None


def document_of(row: DocumentRecord, application: Application) -> Document:
    return Document(
        number=row.number,
        kind=row.kind,
        request=row.request,
        sealed=row.sealed,
        covers=_covers(row, application),
        told=True,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        signer=row.signer,
        organisation=row.organisation,
        person=row.person,
        attached=row.attached,
    )


def shown(by: Actor, document: Document) -> Document:
    """Of what is sealed, whoever does not handle the case is told its kind and that it is there."""
    if not document.sealed or may_open(by) or by.role is Role.AUDITOR:
        return document
    return Document(document.number, document.kind, document.request, sealed=True, covers=document.covers, told=False)


def may_open(by: Actor) -> bool:
    """What is sealed. By the role alone: where no accounts are kept an exporter is told no more than elsewhere."""
    return scope_of(by.role, "document", "open") is not Scope.NONE


def documents_of(row: ApplicationRecord, application: Application) -> tuple[Document, ...]:
    """All that are attached now, for rooms that have asked who may see the application."""
    return tuple(document_of(one, application) for one in standing(row))


def standing(row: ApplicationRecord) -> Iterable[DocumentRecord]:
    found: Iterable[DocumentRecord] = DocumentRecord.objects.filter(application=row, taken_off=None).order_by("number")
    return found


def documents_to_file(row: ApplicationRecord, application: Application) -> list[dict[str, Any]]:
    """What is filed with it: all that is attached, but no certificate for something else than what is asked."""
    found = [one for one in documents_of(row, application) if one.covers]
    names = ("number", "kind", "request", "sha256", "sealed")
    return [{name: getattr(one, name) for name in names} for one in found]


def _covers(row: DocumentRecord, application: Application) -> bool:
    if row.request > len(application.requests):
        return False
    return not row.about or row.about == asked_digest(application, row.request)
