"""The audit: one unbroken chain a subject, kept by the database, whole when many write at once; on both databases."""

from threading import Barrier, BrokenBarrierError

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from cocket.accounts import audit
from cocket.accounts.errors import NotAllowed
from cocket.accounts.models import AuditHead, AuditRecord
from tests.accounts.cast import OPERATOR, actor
from tests.ledger.trade import NOW
from tests.replaced import assert_not_replaced
from tests.together import at_once

pytestmark = pytest.mark.usefixtures("database")
WRITERS, EACH = 4, 5
FAULTS = (DatabaseError, AssertionError)


def add(subject: str = "case/C-1", **after: object) -> None:
    with transaction.atomic():
        audit.record(OPERATOR, subject, "move", {"at": "draft"}, after or {"at": "filed", "说明": "完"}, NOW)


def unguarded(statement: str, *values: object) -> None:
    """What somebody does who owns the database: takes the second locks away first."""
    with connection.cursor() as cursor:
        for table in ("audit_entry", "audit_head"):
            for name in ("delete", "rewrite", "truncate" if connection.vendor == "postgresql" else "replace"):
                on = f" on {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"drop trigger {table}_no_{name}{on}")
        cursor.execute(statement, values)


def test_nothing_written_shows_nothing() -> None:
    verdict = audit.verify(OPERATOR)
    assert not verdict.holds
    assert (verdict.entries, verdict.first_break) == (0, None)


def test_each_entry_leads_to_the_one_before_within_its_subject() -> None:
    for subject in ("case/C-1", "case/C-2", "case/C-1"):
        add(subject)
    verdict = audit.verify(OPERATOR)
    assert verdict.holds
    assert (verdict.entries, verdict.subjects) == (3, 2)
    first, second = audit.entries_of(OPERATOR, "case/C-1")
    assert (first["sequence"], second["sequence"], first["previous"]) == (1, 2, "")
    assert second["previous"] == first["digest"]
    assert first["after"] == {"at": "filed", "说明": "完"}


def test_an_entry_goes_with_its_change() -> None:
    with pytest.raises(AssertionError):
        audit.record(OPERATOR, "case/C-1", "move", {}, {}, NOW)
    with transaction.atomic():
        audit.record(OPERATOR, "case/C-1", "move", {}, {}, NOW)
        transaction.set_rollback(True)
    assert audit.verify(OPERATOR).entries == 0


@pytest.mark.parametrize(
    "statement",
    [
        "delete from audit_entry",
        "update audit_entry set verb = 'x'",
        "delete from audit_head",
        "update audit_head set sequence = 0",
        "update audit_head set digest = ''",
    ],
)
def test_the_database_keeps_the_audit(statement: str) -> None:
    add()
    with pytest.raises(DatabaseError, match="the audit is kept"), connection.cursor() as cursor:
        cursor.execute(statement)
    assert audit.verify(OPERATOR).holds


@pytest.mark.parametrize("table", ["audit_entry", "audit_head"])
def test_the_database_keeps_the_audit_from_being_replaced(table: str) -> None:
    add()
    assert_not_replaced(table, "the audit is kept")
    assert audit.verify(OPERATOR).holds


@pytest.mark.parametrize(
    ("statement", "sequence", "what"),
    [
        ("update audit_entry set after = '{}' where subject = 'case/C-1' and sequence = 2", 2, "digest"),
        ("update audit_entry set person = 'x' where subject = 'case/C-1' and sequence = 1", 1, "digest"),
        ("delete from audit_entry where subject = 'case/C-1' and sequence = 2", 3, "sequence"),
        ("delete from audit_entry where subject = 'case/C-1' and sequence = 3", 2, "head"),
        ("delete from audit_entry where subject = 'case/C-1'", 0, "no_entries"),
        ("delete from audit_head where subject = 'case/C-1'", 3, "head"),
        ("update audit_entry set previous = '' where subject = 'case/C-1' and sequence = 3", 3, "previous"),
    ],
)
def test_what_was_altered_all_the_same_is_the_first_break(statement: str, sequence: int, what: str) -> None:
    for subject in ("case/A-9", "case/C-1", "case/C-1", "case/C-1", "case/D-1"):
        add(subject)
    unguarded(statement)
    verdict = audit.verify(OPERATOR)
    assert not verdict.holds
    assert verdict.first_break == audit.Break("case/C-1", sequence, what)


def test_only_who_may_read_the_audit_is_told() -> None:
    add()
    assert len(audit.entries_of(actor("otto"), "case/C-1")) == 1
    for person in ("alice", "adam", "ada"):
        with pytest.raises(NotAllowed):
            audit.entries_of(actor(person), "case/C-1")
        with pytest.raises(NotAllowed):
            audit.verify(actor(person))


def test_of_many_who_write_on_one_subject_each_has_its_place() -> None:
    def write() -> None:
        for _ in range(EACH):
            add()

    assert at_once(*[write] * WRITERS, faults=FAULTS) == [None] * WRITERS
    verdict = audit.verify(OPERATOR)
    assert verdict.holds
    assert verdict.entries == WRITERS * EACH


@pytest.mark.parametrize("locked", [True, False])
def test_the_lock_on_the_head_keeps_two_writers_apart(monkeypatch: pytest.MonkeyPatch, locked: bool) -> None:
    """Without it both take the same place; then only the key of the entries is between them."""
    if not locked and connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer: each transaction takes the lock of the whole database when it begins")
    add()
    connection.close()
    crossing, real, met = Barrier(2), audit._locked, []

    def read(subject: str) -> AuditHead:
        head = real(subject) if locked else AuditHead.objects.get(pk=subject)
        try:
            crossing.wait(1.5)
            met.append(subject)
        except BrokenBarrierError:
            pass
        return head

    monkeypatch.setattr(audit, "_locked", read)
    results = at_once(add, add, faults=FAULTS)
    assert bool(met) != locked
    assert sum(isinstance(one, IntegrityError) for one in results) == (0 if locked else 1), results
    assert audit.verify(OPERATOR).holds
    assert AuditRecord.objects.count() == (3 if locked else 2)
