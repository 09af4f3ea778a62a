"""The only code that writes an application: saved in versions, filed as it stands, opened again when it comes back."""

import json
from datetime import datetime

from django.db import transaction

from cocket.accounts.access import access_change, access_rows
from cocket.accounts.actor import Actor
from cocket.accounts.audit import record
from cocket.accounts.faults import told
from cocket.accounts.models import OrganisationRecord
from cocket.licensing.applications.application import Application
from cocket.licensing.applications.writing import application_text, changes
from cocket.licensing.decisions.evidence import digest_of
from cocket.licensing.filings.documents import documents_to_file
from cocket.licensing.filings.errors import Filed, StaleDraft
from cocket.licensing.filings.faults import wrong
from cocket.licensing.filings.finding import Draft, Filing, draft_of, find_filing, read_content, unknown
from cocket.licensing.filings.models import ApplicationRecord, FilingRecord, VersionRecord
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.records.clock import authority_day
from cocket.licensing.records.counting import next_number


def refuse_writing(by: Actor) -> None:
    """Raises NotAllowed for a role that writes no application: asked before what it sends is read."""
    access_change(by, ApplicationRecord, "write")


def save_new(by: Actor, application: Application, moment: datetime) -> Draft:
    """Raises NotAllowed, LicenceError where the exporter is another firm, or LedgerError of the database."""
    access_change(by, ApplicationRecord, "write")
    with told(changing=True), transaction.atomic():
        _refuse_other_firm(by, application)
        row = ApplicationRecord.objects.create(
            reference=next_number(f"A-{authority_day(moment).year}"),
            organisation=by.organisation,
            version=0,
            filings=0,
            is_open=True,
            changed=moment,
        )
        _save(by, row, application_text(application), moment)
        return draft_of(row)


def save(by: Actor, reference: str, application: Application, moment: datetime, *, seen: int | None = None) -> Draft:
    """``seen``: the version that was edited; None where it is to be saved whatever came before. Raises as `save_new`,
    and UnknownApplication, Filed, StaleDraft."""
    access_change(by, ApplicationRecord, "write")
    with told(changing=True), transaction.atomic():
        row = locked(by, reference)
        refuse_filed(row)
        _refuse_stale(row, seen)
        _refuse_other_firm(by, application)
        _save(by, row, application_text(application), moment)
        return draft_of(row)


def draft_to_file(by: Actor, reference: str, *, seen: int | None = None) -> Draft:
    """What would be filed now, for whoever looks at it before it is locked. Raises as `freeze`."""
    access_change(by, ApplicationRecord, "file")
    rows = access_rows(by, ApplicationRecord, "write")
    row: ApplicationRecord | None = rows.filter(pk=reference).first() if reference.isprintable() else None
    if row is None:
        raise unknown(reference)
    refuse_filed(row)
    _refuse_stale(row, seen)
    return draft_of(row)


def freeze(by: Actor, reference: str, moment: datetime, *, seen: int | None = None) -> Filing:
    """Files the newest version; in the caller's transaction, beside the event of the case. Raises as `save`."""
    access_change(by, ApplicationRecord, "file")
    row = locked(by, reference)
    refuse_filed(row)
    _refuse_stale(row, seen)
    content = content_of(row, row.version)
    row.filings, row.is_open, row.changed = row.filings + 1, False, moment
    row.save(update_fields=("filings", "is_open", "changed"))
    FilingRecord.objects.create(
        application=row,
        sequence=row.filings,
        organisation=row.organisation,
        version=row.version,
        content=content,
        digest=digest_of(content),
        documents=json.dumps(documents_to_file(row, read_content(content, reference))),
        person=by.person,
        filed=moment,
    )
    filing = find_filing(reference)
    record(by, f"application/{reference}", "file", {}, {**filing.named, "version": row.version}, moment)
    return filing


def reopen(by: Actor, reference: str, moment: datetime) -> None:
    """When it was returned: by whoever returned it, in the transaction in which the case moves."""
    row = ApplicationRecord.objects.select_for_update().get(pk=reference)
    row.is_open, row.changed = True, moment
    row.save(update_fields=("is_open", "changed"))
    record(by, f"application/{reference}", "reopen", {}, {"filings": row.filings}, moment)


def _save(by: Actor, row: ApplicationRecord, content: str, moment: datetime) -> None:
    before = content_of(row, row.version) if row.version else "{}"
    row.version, row.changed = row.version + 1, moment
    row.save(update_fields=("version", "changed"))
    VersionRecord.objects.create(
        application=row, version=row.version, content=content, person=by.person, saved=moment
    )  # fmt: skip
    told_before = {"version": row.version - 1, "digest": digest_of(before)} if row.version > 1 else {}
    after = {"version": row.version, "digest": digest_of(content)}
    record(by, f"application/{row.reference}", "save", told_before, after, moment)


def locked(by: Actor, reference: str, verb: str = "write") -> ApplicationRecord:
    """In a transaction. Raises UnknownApplication for one on which the actor may not do it."""
    rows = access_rows(by, ApplicationRecord, verb).select_for_update()
    row: ApplicationRecord | None = rows.filter(pk=reference).first() if reference.isprintable() else None
    if row is None:
        raise unknown(reference)
    return row


def refuse_filed(row: ApplicationRecord) -> None:
    if not row.is_open:
        raise Filed(*wrong("filed", reference=row.reference), "reference")


def _refuse_stale(row: ApplicationRecord, seen: int | None) -> None:
    if seen is None or seen == row.version:
        return
    earlier = VersionRecord.objects.filter(application=row, version=seen).first()
    changed = changes(earlier.content, content_of(row, row.version)) if earlier else ()
    raise StaleDraft(row.reference, seen, row.version, changed)


def _refuse_other_firm(by: Actor, application: Application) -> None:
    """An organisation applies for itself: told by the register numbers, where both are known."""
    own = OrganisationRecord.objects.filter(pk=by.organisation).values_list("register_number", flat=True).first()
    stated = application.exporter.number
    if own and stated and own != stated:
        of = {"stated": stated, "organisation": by.organisation, "own": own}
        raise LicenceError(*wrong("other_exporter", **of), "exporter.number")


def content_of(row: ApplicationRecord, version: int) -> str:
    return str(VersionRecord.objects.get(application=row, version=version).content)
