"""Which reports exports make due, who may tell them, and what of them is kept. On both databases."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from cocket.accounts.actor import Actor
from cocket.accounts.errors import NotAllowed
from cocket.accounts.models import AuditRecord
from cocket.accounts.people import Organisation, add_organisation
from cocket.accounts.role import OrganisationKind, Role
from cocket.law.lawbook import Lawbook
from cocket.ledger import Kind as LedgerKind
from cocket.ledger import Part, movement
from cocket.licensing.licences.condition import ReportDue, ReportedEvent
from cocket.licensing.licences.errors import LicenceError, UnknownLicence
from cocket.licensing.licences.licence import Kind as LicenceKind
from cocket.licensing.records import clock, moving
from cocket.licensing.records.book import ledger
from cocket.licensing.records.models import ReportRecord
from cocket.licensing.records.moving import Ordered
from cocket.licensing.records.reporting import report, reported, reports_for, reports_owed
from cocket.outbox.models import MessageRecord
from tests.accounts.cast import OPERATOR
from tests.ledger.trade import NOW, Ticking
from tests.licensing.samples import ANYONE, DAY, HOLDER, NUMBER, kg, licence, line
from tests.replaced import assert_not_replaced

ARRIVAL, USE = ReportedEvent.ARRIVAL, ReportedEvent.USE
WAITED = (ReportDue(ARRIVAL, 30), ReportDue(USE, 90))
OTHER = "26-AA-100002"
EXPORT = "D-1"
HOLDING = Actor("li", "Li", "ningde", HOLDER.name, OrganisationKind.EXPORTER, Role.APPLICANT, "a test")
STRANGER = replace(HOLDING, organisation="other")
CUSTOMS = Actor("ma", "Ma", "customs", "Customs", OrganisationKind.CUSTOMS, Role.CUSTOMS_OFFICER, "a test")


@pytest.fixture(autouse=True)
def exported(database: str, lawbook: Lawbook) -> None:
    """Ten kilograms went out under a licence that wants arrival and use told, and ten under one that wants nothing."""
    add_organisation(OPERATOR, Organisation("ningde", OrganisationKind.EXPORTER, HOLDER.name, "", HOLDER.number), NOW)
    add_organisation(OPERATOR, Organisation("other", OrganisationKind.EXPORTER, "Other", "", "91350900MA00000002"), NOW)
    for number, conditions in ((NUMBER, WAITED), (OTHER, ())):
        made = licence(number, LicenceKind.GENERAL, (line(number, uses=None, conditions=conditions),))
        moving.issue(made, Ordered("Officer Li", "a test", clock.now()), lawbook)
    for number, request in ((NUMBER, EXPORT), (OTHER, "D-2")):
        drawn = movement(request, LedgerKind.WRITE_OFF, DAY, [Part(f"{number}/1", kg(10))])
        assert ledger().post(drawn).accepted


def tell(actor: Actor = ANYONE, event: ReportedEvent = ARRIVAL, day: date = DAY, export: str = EXPORT) -> date | None:
    ordered = Ordered(actor.signed if not actor.stated else "Li", "arrived whole", clock.now())
    return report(actor, NUMBER, export, event, day, ordered).happened_on


def test_each_export_makes_each_report_due_that_its_line_wants() -> None:
    found = [(one.line, one.export, one.event, one.due_on) for one in reports_for(ANYONE, NUMBER)]
    line_id = f"{NUMBER}/1"
    assert found == [
        (line_id, EXPORT, ARRIVAL, DAY + timedelta(days=30)), (line_id, EXPORT, USE, DAY + timedelta(days=90)),
    ]  # fmt: skip
    assert reports_for(ANYONE, OTHER) == []


def test_the_last_day_is_in_time_and_the_next_is_late() -> None:
    due = reports_for(ANYONE, NUMBER)[0]
    assert not due.overdue_on(DAY + timedelta(days=30))
    assert due.overdue_on(DAY + timedelta(days=31))


def test_what_is_reported_is_no_longer_owed() -> None:
    assert [one.event for _, one in reports_owed(ANYONE)] == [ARRIVAL, USE]
    assert tell() == DAY
    assert [one.event for _, one in reports_owed(ANYONE)] == [USE]
    assert not reports_for(ANYONE, NUMBER)[0].overdue_on(DAY + timedelta(days=31))
    assert MessageRecord.objects.filter(topic="licence.report").count() == 1


def test_a_report_once_more_corrects_the_one_before_and_both_are_kept(ticking: Ticking) -> None:
    later = DAY + timedelta(days=5)
    ticking.shift(timedelta(days=5))
    assert (tell(), tell(day=later)) == (DAY, later)
    assert reported(NUMBER) == {(EXPORT, ARRIVAL): later}
    assert [one.day for one in ReportRecord.objects.order_by("sequence")] == [DAY, later]


def test_an_export_that_was_taken_back_is_not_reported_on() -> None:
    back = movement("D-1/back", LedgerKind.CORRECT, DAY, [Part(f"{NUMBER}/1", target=EXPORT)])
    assert ledger().post(back).accepted
    assert reports_for(ANYONE, NUMBER) == []


def test_goods_gone_without_room_are_exported_all_the_same() -> None:
    excess = movement("D-9", LedgerKind.EXCESS, DAY, [Part(f"{NUMBER}/1", kg(500))])
    assert ledger().post(excess).accepted
    assert {one.export for one in reports_for(ANYONE, NUMBER)} == {EXPORT, "D-9"}


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"export": "D-8"}, "export"),
        ({"event": ReportedEvent.TRANSPORT}, "export"),
        ({"day": DAY - timedelta(days=1)}, "day"),
        ({"day": DAY + timedelta(days=900)}, "day"),
    ],
)
def test_what_nobody_waits_for_or_cannot_have_been_is_not_kept(change: dict[str, object], key: str) -> None:
    with pytest.raises(LicenceError) as told:
        tell(**change)  # type: ignore[arg-type]
    assert told.value.key == key
    assert not ReportRecord.objects.exists()


def test_the_holder_reports_on_its_own_and_nobody_elses() -> None:
    assert [one.event for _, one in reports_owed(HOLDING)] == [ARRIVAL, USE]
    tell(HOLDING)
    entry = AuditRecord.objects.get(subject=f"licence/{NUMBER}", verb="report")
    assert (entry.person, json.loads(entry.after)["event"]) == ("li", "arrival")
    assert list(reports_owed(STRANGER)) == []
    with pytest.raises(UnknownLicence):
        tell(STRANGER)
    with pytest.raises(NotAllowed):
        tell(CUSTOMS)
    assert ReportRecord.objects.count() == 1


@pytest.mark.parametrize("statement", ["delete from licence_report", "update licence_report set day = '2026-01-01'"])
def test_nobody_rewrites_a_report(statement: str) -> None:
    tell()
    with pytest.raises(DatabaseError, match="kept"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert_not_replaced("licence_report", "kept")
