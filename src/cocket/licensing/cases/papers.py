"""Documents for whoever asks: the exporter sees its own as they are, the authority what was filed and not before."""

from datetime import datetime

from django.db import transaction

from cocket.accounts.access import access_rows, access_verb, not_allowed
from cocket.accounts.actor import Actor
from cocket.accounts.audit import record
from cocket.accounts.faults import told
from cocket.accounts.policy import READ, Scope, scope_of
from cocket.licensing.cases.finding import filing_of
from cocket.licensing.cases.models import CaseRecord
from cocket.licensing.cases.seen import case_for
from cocket.licensing.filings.attaching import application_of, no_document, store
from cocket.licensing.filings.documents import Document, document_of, documents_of, may_open, shown
from cocket.licensing.filings.finding import Filing, find_filing, unknown
from cocket.licensing.filings.models import ApplicationRecord, DocumentRecord, FilingRecord


def filing_for(by: Actor, number: str) -> Filing:
    """What was filed last in the case, as it was filed. Raises NotAllowed, UnknownCase, and UnknownApplication for a
    case whose application is kept elsewhere."""
    access_verb(by, "filing", READ)
    case_for(by, number)
    return find_filing(filing_of(number))


def documents_for(by: Actor, reference: str) -> tuple[Document, ...]:
    """Of an application, named by its own reference or by the number of its case. Whoever has no draft of it sees the
    newest filing's. Raises NotAllowed where the role sees none at all, and UnknownApplication, in the same words for
    one that is not there and one that is not for these eyes."""
    with told():
        row, drafts = _application(by, reference)
        if drafts:
            return tuple(shown(by, one) for one in documents_of(row, application_of(row)))
        filing = find_filing(row.reference)
        numbers = [one["number"] for one in filing.documents]
        rows = DocumentRecord.objects.filter(application=row, number__in=numbers).order_by("number")
        return tuple(shown(by, document_of(one, filing.application)) for one in rows)


def read_document(by: Actor, reference: str, number: int, moment: datetime) -> tuple[Document, bytes]:
    """One of those with its content; for whoever has no draft, of any filing. That somebody opened a sealed one is
    written into the audit. Raises as `documents_for`, and LicenceError where there is no such document or its
    content is not what was kept."""
    with told(changing=True), transaction.atomic():
        row, drafts = _application(by, reference)
        rows = DocumentRecord.objects.filter(application=row, number=number)
        found = rows.first() if drafts or number in _filed(row) else None
        if found is None:
            raise no_document(reference, number)
        document = document_of(found, application_of(row))
        if document.sealed and not may_open(by):
            raise not_allowed(by, "document", "open")
        data = store().read(document.sha256, sealed=document.sealed)
        if document.sealed:
            after = {"number": number, "sha256": document.sha256}
            record(by, f"application/{row.reference}", "open", {}, after, moment)
        return document, data


def _application(by: Actor, reference: str) -> tuple[ApplicationRecord, bool]:
    """Its row, and whether drafts of it are for these eyes."""
    if scope_of(by.role, "document", READ) is Scope.NONE:
        raise not_allowed(by, "document", READ)
    if not reference.isprintable():
        raise unknown(reference)
    cases = access_rows(by, CaseRecord)
    case = cases.filter(pk=reference).exclude(filing="").first() or cases.filter(filing=reference).first()
    drafts = scope_of(by.role, "application", READ) is not Scope.NONE
    if drafts:
        own = access_rows(by, ApplicationRecord)
        row = own.filter(pk=case.filing if case else reference).first()
    else:
        row = ApplicationRecord.objects.filter(pk=case.filing).first() if case else None
    if row is None:
        raise unknown(reference)
    return row, drafts


def _filed(row: ApplicationRecord) -> set[int]:
    """The numbers of all documents that were ever filed with it."""
    sequences = FilingRecord.objects.filter(application=row).values_list("sequence", flat=True)
    return {one["number"] for sequence in sequences for one in find_filing(row.reference, sequence).documents}
