"""A case that is kept: each step a new event, nothing rewritten, the stale told what changed. On both databases."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from cocket.accounts import audit
from cocket.accounts.actor import Actor
from cocket.accounts.models import AuditRecord
from cocket.accounts.people import Organisation, add_organisation, add_person, give_role
from cocket.accounts.role import OrganisationKind, Role
from cocket.law.lawbook import Lawbook
from cocket.licensing.cases.errors import CaseError, Stale, UnknownCase
from cocket.licensing.cases.finding import Case, find_case
from cocket.licensing.cases.models import CaseRecord, EventRecord
from cocket.licensing.cases.seen import cases_for
from cocket.licensing.cases.taking import open_case, take_step
from cocket.licensing.casework.errors import CaseworkError
from cocket.licensing.decisions.evidence import digest_of
from cocket.licensing.records import clock
from cocket.outbox.models import MessageRecord
from tests.accounts.cast import OPERATOR
from tests.cases.desk import office
from tests.cases.filed import in_review
from tests.casework.people import CHECKER, EXPORTER, OFFICER, event
from tests.replaced import assert_not_replaced

pytestmark = pytest.mark.usefixtures("database")
FILED = "application-form\nidentity\ncontract\ntechnical-description\nend-user-certificate"


def opened(lawbook: Lawbook, papers: str = FILED) -> Case:
    return open_case(EXPORTER, "licence", {"papers": papers}, clock.now(), office())


def take(number: str, step: str, by: Actor, seen: int | None = None, **said: str) -> Case:
    return take_step(by, number, step, {**event(step, by).said, **said}, clock.now(), office(), seen=seen)


def test_what_is_kept_is_what_was_taken(lawbook: Lawbook) -> None:
    case = opened(lawbook)
    assert case.number == "C-2026-000001"
    assert find_case(case.number) == case
    taken = take(case.number, "forward", CHECKER)
    assert (taken.state.status, taken.version) == ("forwarded", 2)
    assert find_case(case.number) == taken
    assert [(one.number, one.status, one.version) for one in cases_for(OFFICER)] == [(case.number, "forwarded", 2)]


def test_numbers_are_given_in_order_and_once(lawbook: Lawbook) -> None:
    assert [opened(lawbook).number for _ in range(3)] == ["C-2026-000001", "C-2026-000002", "C-2026-000003"]


def test_the_papers_are_those_of_the_law_on_the_day_of_filing(lawbook: Lawbook) -> None:
    case = opened(lawbook, papers="contract")
    with pytest.raises(CaseworkError, match="identity, technical-description"):
        take(case.number, "forward", CHECKER)


def test_a_step_that_is_refused_changes_nothing_and_tells_nobody(lawbook: Lawbook) -> None:
    case = opened(lawbook)
    messages = MessageRecord.objects.count()
    with pytest.raises(CaseworkError):
        take(case.number, "accept", OFFICER)
    assert find_case(case.number) == case
    assert MessageRecord.objects.count() == messages == 1


def test_each_step_has_its_entry_in_the_audit_with_the_hash_of_what_was_said(lawbook: Lawbook) -> None:
    case = opened(lawbook)
    take(case.number, "forward", CHECKER)
    entries = list(AuditRecord.objects.filter(subject=f"case/{case.number}").order_by("sequence"))
    assert [(one.verb, one.person) for one in entries] == [("file", "li"), ("forward", "zhao")]
    assert json.loads(entries[1].before) == {"status": "filed"}
    kept = EventRecord.objects.get(case=case.number, sequence=2).said
    assert json.loads(entries[1].after) == {"status": "forwarded", "event": 2, "said": digest_of(kept)}
    assert audit.verify(replace(OFFICER, role=Role.AUDITOR)).holds


def test_who_saw_an_older_case_is_told_what_changed_since(lawbook: Lawbook) -> None:
    case = opened(lawbook)
    take(case.number, "forward", CHECKER)
    with pytest.raises(Stale, match="forward by Zhao") as told:
        take(case.number, "withdraw", EXPORTER, seen=1)
    assert told.value.version == 2
    assert [one.step for one in told.value.since] == ["forward"]
    assert take(case.number, "withdraw", EXPORTER, seen=2).state.status == "withdrawn"


def test_a_clock_that_runs_behind_does_not_turn_the_history_round(lawbook: Lawbook) -> None:
    case = opened(lawbook)
    early = case.events[0].at - timedelta(hours=1)
    taken = take_step(CHECKER, case.number, "forward", {}, early, office())
    assert taken.events[1].at == case.events[0].at


def test_there_is_no_such_case() -> None:
    with pytest.raises(UnknownCase):
        find_case("C-2026-000009")
    with pytest.raises(UnknownCase):
        take("C-2026-000009", "forward", CHECKER)


@pytest.mark.parametrize(
    "statement",
    [
        "delete from case_event", "update case_event set step = 'grant'", "delete from case_file",
        "update case_file set kind = 'ruling'",
    ],
)  # fmt: skip
def test_nobody_rewrites_a_case(statement: str, lawbook: Lawbook) -> None:
    case = opened(lawbook)
    with pytest.raises(DatabaseError, match="kept"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert find_case(case.number) == case


def test_an_event_written_past_the_table_is_found(lawbook: Lawbook) -> None:
    case = opened(lawbook)
    one = EventRecord.objects.get()
    one.pk, one.sequence, one.step = None, 2, "grant"
    one.save(force_insert=True)
    CaseRecord.objects.filter(pk=case.number).update(status="granted", version=2)
    with pytest.raises(CaseworkError, match="grant"):
        find_case(case.number)


def test_pages_of_cases_follow_one_another(lawbook: Lawbook) -> None:
    numbers = [opened(lawbook).number for _ in range(3)]
    assert [one.number for one in cases_for(OFFICER, count=2)] == numbers[:2]
    assert [one.number for one in cases_for(OFFICER, after=numbers[1])] == numbers[2:]
    assert cases_for(OFFICER, status="granted") == []
    assert cases_for(OFFICER, organisation="other-magnets") == []


@pytest.mark.parametrize("table", ["case_event", "case_file"])
def test_nobody_replaces_a_case(table: str, lawbook: Lawbook) -> None:
    case = opened(lawbook)
    assert_not_replaced(table, "kept")
    assert find_case(case.number) == case


def asked_for(actor: Actor) -> Actor:
    """As it is where accounts are kept."""
    return replace(actor, stated=False)


def test_nothing_is_referred_to_whoever_has_no_adviser(lawbook: Lawbook) -> None:
    """It would be waited for, and the case could never be proposed."""
    now = clock.now()
    add_organisation(OPERATOR, Organisation("miit", OrganisationKind.MINISTRY, "Industry"), now)
    add_person(OPERATOR, "sun", "Sun", "miit", now)
    give_role(OPERATOR, "sun", "miit", Role.ADVISER, now)
    case = in_review()
    with pytest.raises(CaseError, match=r"'mitt' has no adviser here\. Name one that has: miit"):
        take(case.number, "refer", asked_for(OFFICER), organisation="mitt")
    assert find_case(case.number) == case
    assert take(case.number, "refer", asked_for(OFFICER), organisation="miit").state.referred == {"miit": ""}
