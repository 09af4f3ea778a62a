"""What each role may see and change; what it may not see is not there for it. On both databases."""

import pytest

from cocket.accounts.access import access_change, access_row, access_rows
from cocket.accounts.errors import NotAllowed, NotThere
from cocket.accounts.models import AuditRecord, OrganisationRecord, PersonRecord, TokenRecord
from cocket.accounts.people import add_person
from cocket.accounts.policy import POLICY
from cocket.accounts.role import Role
from tests.accounts.cast import OPERATOR, PEOPLE, actor, settle_in
from tests.ledger.trade import NOW


@pytest.fixture(autouse=True)
def cast(database: str) -> None:
    settle_in()


def seen(person: str) -> set[str]:
    return set(access_rows(actor(person), PersonRecord).values_list("pk", flat=True))


def test_an_administrator_sees_its_own_people_and_the_auditor_all() -> None:
    assert seen("adam") == {"alice", "adam"}
    assert seen("otto") == set(PEOPLE)
    assert seen("alice") == seen("ada") == set()


def test_what_is_not_for_these_eyes_is_told_like_what_is_not_there() -> None:
    errors = []
    for key in ("charlie", "charlic", "x\0y"):
        with pytest.raises(NotThere) as told:
            access_row(actor("adam"), PersonRecord, key)
        errors.append(str(told.value).replace(repr(key), "..."))
    assert errors[0] == errors[1]
    assert access_row(actor("adam"), PersonRecord, "alice").name == "Alice"


def test_who_may_not_is_told_who_may() -> None:
    with pytest.raises(NotAllowed, match="The role applicant of jl-mag may not add this person") as told:
        access_change(actor("alice"), PersonRecord, "add")
    assert "administrator" in told.value.remedy


def test_a_change_of_somebody_elses_row_finds_nothing() -> None:
    other = PersonRecord.objects.get(pk="charlie")
    with pytest.raises(NotThere):
        access_change(actor("adam"), PersonRecord, "password", other)
    with pytest.raises(NotThere):
        add_person(actor("adam"), "eve", "Eve", "other-mag", NOW)
    access_change(actor("chris"), PersonRecord, "password", other)


def test_a_row_that_is_seen_and_may_not_be_changed_says_so() -> None:
    with pytest.raises(NotAllowed):
        access_change(actor("otto"), PersonRecord, "password", PersonRecord.objects.get(pk="charlie"))


def test_a_scope_that_a_table_does_not_know_yields_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(OrganisationRecord, "ACCESS")
    assert not access_rows(actor("adam"), OrganisationRecord).exists()


def test_a_table_that_does_not_say_what_it_is_lets_nobody_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(TokenRecord, "RESOURCE")
    with pytest.raises(AttributeError):
        access_rows(actor("otto"), TokenRecord)


def test_the_operator_has_no_part_in_what_is_decided() -> None:
    """It may recompute the receipts besides, which shows none."""
    theirs = {
        resource
        for resource, verbs in POLICY.items()
        for verb, may in verbs.items()
        if Role.OPERATOR in may and verb != "verify"
    }
    assert theirs == {"organisation", "person", "membership", "token", "audit", "subscription"}
    assert access_rows(OPERATOR, AuditRecord).exists()


def test_the_auditor_changes_nothing_and_an_administrator_decides_nothing() -> None:
    for resource, verbs in POLICY.items():
        for verb, may in verbs.items():
            assert verb in ("read", "verify") or may.get(Role.AUDITOR, "none") == "none", (resource, verb)
            kept = {"organisation", "person", "membership", "token", "subscription"}
            assert resource in kept or Role.ADMINISTRATOR not in may
