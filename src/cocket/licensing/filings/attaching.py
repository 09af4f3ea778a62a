"""The only code that attaches a document, takes one off, and hands out what one holds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import transaction

from cocket.accounts.access import access_change, access_rows
from cocket.accounts.actor import Actor
from cocket.accounts.audit import record
from cocket.accounts.faults import told
from cocket.licensing.applications.application import Application
from cocket.licensing.applications.asked import asked_data, asked_digest
from cocket.licensing.applications.media import BadDocument
from cocket.licensing.applications.papers import CERTIFICATE
from cocket.licensing.filings.documents import Document, document_of, shown, standing
from cocket.licensing.filings.drafting import content_of, locked, refuse_filed
from cocket.licensing.filings.errors import UnknownDocument
from cocket.licensing.filings.faults import wrong
from cocket.licensing.filings.finding import read_content, unknown
from cocket.licensing.filings.models import ApplicationRecord, DocumentRecord
from cocket.licensing.filings.receiving import Received, Upload, receive
from cocket.licensing.filings.store import Store
from cocket.licensing.licences.errors import LicenceError

DOCUMENTS_MAX: Final = 500
"""Of one application: a certificate for each of the most requests that it can have, and as much again."""


def attach(
    by: Actor,
    reference: str,
    kind: str,
    upload: Upload,
    moment: datetime,
    *,
    kinds: tuple[str, ...],
    request: int = 0,
    sealed: bool = False,
) -> Document:
    """``kinds``: the names of papers that the law knows; ``request``: to which of its requests it belongs, 0 for all.
    Attached twice it is attached once. Nothing is kept where it raises: NotAllowed, UnknownApplication, Filed,
    LicenceError, or LedgerError of the database."""
    refuse_attaching(by)
    received = receive(upload)
    return attach_kept(keep(by, reference, kind, received, kinds=kinds, request=request, sealed=sealed), moment)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file on the disk under its ``digest``, which no application names yet."""

    by: Actor
    reference: str
    kind: str
    received: Received
    digest: str
    request: int
    sealed: bool


def refuse_attaching(by: Actor) -> None:
    """Raises NotAllowed for a role that attaches nothing: asked before what it sends is read."""
    access_change(by, ApplicationRecord, "attach")


def keep(
    by: Actor,
    reference: str,
    kind: str,
    received: Received,
    *,
    kinds: tuple[str, ...],
    request: int = 0,
    sealed: bool = False,
) -> Kept:
    """Outside of any transaction, for it waits for the disk. Raises as `attach`."""
    refuse_attaching(by)
    _refuse_kind(kind, kinds)
    with told():
        seen = _row(by, reference)
        refuse_filed(seen)
        about_of(application_of(seen), kind, request)
    digest = store().keep(received.data, sealed=sealed)
    return Kept(by, reference, kind, received, digest, request, sealed)


def attach_kept(kept: Kept, moment: datetime) -> Document:
    """Raises as `attach`."""
    by, kind, request = kept.by, kept.kind, kept.request
    with told(changing=True), transaction.atomic():
        row = locked(by, kept.reference, "attach")
        refuse_filed(row)
        application = application_of(row)
        about = about_of(application, kind, request)
        document = add(
            by, row, kept.received, kept.digest, moment, kind=kind, request=request, about=about, sealed=kept.sealed
        )
        return shown(by, document_of(document, application))


def take_off(by: Actor, reference: str, number: int, moment: datetime) -> None:
    """What the exporter itself attached, as long as it is not filed; what was filed before stays with its filing.
    Raises as `attach`."""
    access_change(by, ApplicationRecord, "attach")
    with told(changing=True), transaction.atomic():
        row = locked(by, reference, "attach")
        refuse_filed(row)
        document = next((one for one in standing(row) if one.number == number), None)
        if document is None:
            raise no_document(reference, number)
        if document.signer:
            raise LicenceError(*wrong("signed", number=number), "number")
        document.taken_off = moment
        document.save(update_fields=("taken_off",))
        row.changed = moment
        row.save(update_fields=("changed",))
        record(by, f"application/{reference}", "take off", {"number": number, "kind": document.kind}, {}, moment)


def add(
    by: Actor,
    row: ApplicationRecord,
    received: Received,
    digest: str,
    moment: datetime,
    *,
    kind: str,
    request: int,
    about: str,
    sealed: bool,
    signer: str = "",
) -> DocumentRecord:
    """Its row and its entry in the audit; in the transaction of whoever has locked the application."""
    there = list(standing(row))
    same = {"kind": kind, "request": request, "about": about, "sha256": digest, "sealed": sealed, "signer": signer}
    for one in there:
        if one.name == received.name and all(getattr(one, name) == value for name, value in same.items()):
            return one
    if len(there) >= DOCUMENTS_MAX:
        raise BadDocument(*wrong("too_many", reference=row.reference, count=len(there)), "file")
    last = DocumentRecord.objects.filter(application=row).order_by("-number").values_list("number", flat=True).first()
    made: DocumentRecord = DocumentRecord.objects.create(
        application=row,
        number=(last or 0) + 1,
        name=received.name,
        media_type=received.media.type,
        size=len(received.data),
        organisation=by.organisation,
        person=by.person,
        attached=moment,
        **same,
    )
    row.changed = moment
    row.save(update_fields=("changed",))
    after = {"number": made.number, **same, "name": received.name, "size": made.size}
    record(by, f"application/{row.reference}", "attach", {}, after, moment)
    return made


def application_of(row: ApplicationRecord) -> Application:
    return read_content(content_of(row, row.version), row.reference)


def about_of(application: Application, kind: str, request: int) -> str:
    """What a certificate is about, "" for any other paper. Raises LicenceError where there is no such request."""
    if kind == CERTIFICATE:
        return asked_digest(application, request)
    if request:
        asked_data(application, request)
    return ""


def store() -> Store:
    return Store(settings.DOCUMENTS_FOLDER, settings.SEAL_KEY_FILE)


def no_document(reference: str, number: int) -> UnknownDocument:
    return UnknownDocument(*wrong("no_document", reference=reference[:40], number=number), "number")


def _row(by: Actor, reference: str) -> ApplicationRecord:
    rows = access_rows(by, ApplicationRecord, "attach")
    row: ApplicationRecord | None = rows.filter(pk=reference).first() if reference.isprintable() else None
    if row is None:
        raise unknown(reference)
    return row


def _refuse_kind(kind: str, kinds: tuple[str, ...]) -> None:
    # a paper under a name that nobody looks for would be missing all the same
    if kind not in kinds:
        raise BadDocument(*wrong("no_paper", kind=kind[:40], known=tuple(kinds)), "kind")
