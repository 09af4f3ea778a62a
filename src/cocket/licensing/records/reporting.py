"""What holders report of their exports: kept, told, and asked for by the gate. What is due `licences.reports` says."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.db import transaction

from cocket.accounts import audit
from cocket.accounts.access import access_change, access_rows, access_seers
from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.accounts.policy import READ
from cocket.ledger.exports import exports_under
from cocket.licensing.licences.condition import ReportedEvent
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.faults import wrong
from cocket.licensing.licences.licence import Licence
from cocket.licensing.licences.reports import DueReport, due_reports, reporting
from cocket.licensing.records.book import ledger
from cocket.licensing.records.clock import authority_day
from cocket.licensing.records.finding import licence_for, licence_of
from cocket.licensing.records.models import LicenceRecord, ReportRecord
from cocket.licensing.records.moving import Ordered
from cocket.licensing.records.orders import refuse
from cocket.outbox.posting import post

TOPICS: Final = ("licence.report",)


def reported(number: str) -> dict[tuple[str, ReportedEvent], date]:
    """For the gate. The newest report on an event counts."""
    with told():
        rows = ReportRecord.objects.filter(licence_id=number).order_by("sequence")
        return {
            (export, ReportedEvent(event)): day for export, event, day in rows.values_list("export", "event", "day")
        }


def reports_for(actor: Actor, number: str) -> list[DueReport]:
    """Of one licence, told or not. Raises as `finding.licence_for`, or LedgerError."""
    return _due(licence_for(actor, number))


def reports_owed(actor: Actor) -> Iterator[tuple[Licence, DueReport]]:
    """What nobody has reported yet of all licences that the actor may see, whether its time is over or not; licences
    that ended are among them, for an export made is reported all the same. Raises NotAllowed, or LedgerError."""
    with told():
        access_change(actor, LicenceRecord, READ)
        rows = list(access_rows(actor, LicenceRecord).filter(content__contains='"report":').order_by("number"))
    for licence in map(licence_of, rows):
        for one in _due(licence):
            if one.happened_on is None:
                yield licence, one


def report(actor: Actor, number: str, export: str, event: ReportedEvent, day: date, ordered: Ordered) -> DueReport:
    """``day``: when it happened; ``ordered`` says who reports, in which words. A report once more corrects the one
    before, and both are kept. Raises NotAllowed, UnknownLicence, LicenceError for what nobody waits for or what cannot
    have happened on that day, or LedgerError."""
    with told():
        refuse(actor, number, "report")
    due = next((one for one in reports_for(actor, number) if (one.export, one.event) == (export, event)), None)
    if due is None:
        raise LicenceError(*wrong("not_due", number=number, event=event, export=export[:64]), "export")
    if not due.exported_on <= day <= authority_day(ordered.moment):
        raise LicenceError(*wrong("not_on_that_day", exported=due.exported_on, event=event, day=day), "day")
    with told(changing=True), transaction.atomic():
        _keep(actor, number, due, day, ordered)
    return next(one for one in reports_for(actor, number) if (one.export, one.event) == (export, event))


def _keep(actor: Actor, number: str, due: DueReport, day: date, ordered: Ordered) -> None:
    record = LicenceRecord.objects.select_for_update().get(pk=number)  # the reports of a licence come one by one
    before = ReportRecord.objects.filter(licence=record)
    same = before.filter(export=due.export, event=due.event.value).order_by("-sequence").first()
    said = {"export": due.export, "event": due.event.value}
    ReportRecord.objects.create(
        licence=record,
        sequence=before.count() + 1,
        **said,
        day=day,
        recorded=ordered.moment,
        by=ordered.by,
        words=ordered.why,
    )
    after = {**said, "day": day.isoformat(), "words": ordered.why}
    if not actor.stated:
        earlier = {**said, "day": same.day.isoformat()} if same else {}
        audit.record(actor, f"licence/{number}", "report", earlier, after, ordered.moment)
    post(
        "licence.report",
        f"licence/{number}",
        {"number": number, **after},
        ordered.moment,
        access_seers(LicenceRecord, number),
    )


def _due(licence: Licence) -> list[DueReport]:
    lines = [line.id for line in reporting(licence)]
    with told():
        exports = exports_under(ledger(), lines)
    return list(due_reports(licence, exports, reported(licence.number)))
