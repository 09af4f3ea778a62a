"""The end user's certificate goes straight to the authority: the exporter learns that it is complete, and no more."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from cocket.accounts.actor import Actor
from cocket.accounts.audit import entries_of
from cocket.accounts.errors import AccountError, NoEntry, NotAllowed
from cocket.accounts.people import Organisation, add_organisation
from cocket.accounts.role import OrganisationKind
from cocket.licensing.cases.filing import file_application
from cocket.licensing.cases.papers import documents_for, read_document
from cocket.licensing.filings.attaching import take_off
from cocket.licensing.filings.documents import Document
from cocket.licensing.filings.drafting import save
from cocket.licensing.filings.errors import Filed, UnknownApplication, UnknownInvitation
from cocket.licensing.filings.inviting import Guest, asked_of, certify, invite
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.records import clock
from tests.accounts.cast import OPERATOR
from tests.cases.desk import office
from tests.cases.filed import PAPERS
from tests.casework.people import ADVISER, APPROVER, CHECKER, EXPORTER, OFFICER, STRANGER
from tests.filings.papers import AUDITOR, OTHER_SIGNATORY, SIGNATORY, drafted, pdf, signed, uncertified, upload

pytestmark = pytest.mark.usefixtures("folder")

ANNA = replace(SIGNATORY, person="", organisation="", organisation_name="")
"""Whoever comes by a code alone."""


def invited(reference: str, number: int = 1, organisation: str = "kettle-works", days: int = 30) -> str:
    return invite(EXPORTER, reference, number, clock.now(), days=days, organisation=organisation)


def certified() -> str:
    """Both certificates are there: one by a signatory, one by a code."""
    reference = drafted(uncertified(papers=PAPERS))
    invited(reference, 1)
    signed(Guest(SIGNATORY), reference, 1, "secret one")
    signed(Guest(ANNA, invited(reference, 2, "")), reference, 2, "secret two")
    return reference


def test_certificates_of_all_end_users_make_the_paper_complete() -> None:
    reference = certified()
    case = file_application(EXPORTER, reference, clock.now(), office())
    assert case.state.missing == frozenset()
    assert case.events[0].said["attached"].splitlines() == [
        "end-user-certificate of request 1, sealed (document 1)",
        "end-user-certificate of request 2, sealed (document 2)",
    ]


def test_one_certificate_does_not_make_the_others_complete() -> None:
    reference = drafted(uncertified(papers=(*PAPERS, "end-user-certificate")))
    invited(reference, 1)
    signed(Guest(SIGNATORY), reference, 1)
    assert file_application(EXPORTER, reference, clock.now(), office()).state.missing == {"end-user-certificate"}


def test_the_exporter_is_told_that_it_is_complete_and_nothing_else() -> None:
    reference = certified()
    bare = tuple(
        Document(number, "end-user-certificate", number, sealed=True, covers=True, told=False) for number in (1, 2)
    )
    assert documents_for(EXPORTER, reference) == bare
    with pytest.raises(NotAllowed):
        read_document(EXPORTER, reference, 1, clock.now())
    with pytest.raises(LicenceError, match="signed by the end user"):
        take_off(EXPORTER, reference, 1, clock.now())
    case = file_application(EXPORTER, reference, clock.now(), office())
    assert documents_for(EXPORTER, case.number) == bare
    assert "secret" not in str(case.events[0].said)


@pytest.mark.parametrize("by", [CHECKER, ADVISER])
def test_the_province_and_advisers_are_told_no_more(by: Actor) -> None:
    reference = certified()
    file_application(EXPORTER, reference, clock.now(), office())
    assert [one.told for one in documents_for(by, reference)] == [False, False]
    with pytest.raises(NotAllowed):
        read_document(by, reference, 1, clock.now())


@pytest.mark.parametrize("by", [OFFICER, APPROVER])
def test_officer_and_approver_open_it_and_that_is_written_down(by: Actor) -> None:
    reference = certified()
    with pytest.raises(UnknownApplication):
        read_document(by, reference, 1, clock.now())
    file_application(EXPORTER, reference, clock.now(), office())
    document, data = read_document(by, reference, 1, clock.now())
    assert (data, document.signer, document.organisation) == (pdf("secret one"), "Anna Kessel", "kettle-works")
    assert documents_for(by, reference)[1].organisation == ""
    entries = entries_of(AUDITOR, f"application/{reference}")
    assert [(one["verb"], one["person"]) for one in entries][-1] == ("open", by.person)


def test_an_auditor_sees_what_there_is_and_opens_nothing() -> None:
    reference = certified()
    assert [one.name for one in documents_for(AUDITOR, reference)] == ["secret one.pdf", "secret two.pdf"]
    with pytest.raises(NotAllowed):
        read_document(AUDITOR, reference, 1, clock.now())


def test_it_lies_sealed(folder: Path) -> None:
    certified()
    found = [path for path in folder.rglob("*") if path.is_file()]
    assert len(found) == 2
    assert not [path for path in found if b"secret" in path.read_bytes()]


def test_an_invitation_is_for_one_request_of_one_application() -> None:
    reference, other = drafted(), drafted()
    code = invited(reference, 1, "")
    invited(reference, 1)
    for guest, where, number in (
        (Guest(SIGNATORY), reference, 2),
        (Guest(SIGNATORY), other, 1),
        (Guest(OTHER_SIGNATORY), reference, 1),
        (Guest(ANNA, code), reference, 2),
        (Guest(ANNA, code), other, 1),
        (Guest(ANNA, f"{code}x"), reference, 1),
        (Guest(ANNA, "\udcff"), reference, 1),
    ):
        refused = NoEntry if guest.code else UnknownInvitation
        with pytest.raises(refused, match="There is no invitation"):
            asked_of(guest, where, number, clock.now())
        with pytest.raises(refused, match="There is no invitation"):
            certify(guest, where, number, upload(), "Anna Kessel", "0" * 64, clock.now())
    assert asked_of(Guest(SIGNATORY), reference, 1, clock.now()).data["end_user"]["name"] == "Velvet Hedgehog Drives"


@pytest.mark.parametrize("by", [EXPORTER, OFFICER, STRANGER])
def test_nobody_but_a_signatory_signs(by: Actor) -> None:
    reference = drafted()
    invited(reference, 1, by.organisation)
    with pytest.raises(NotAllowed):
        asked_of(Guest(by), reference, 1, clock.now())


def test_a_code_is_good_once_and_is_not_used_up_by_what_is_refused() -> None:
    reference = drafted()
    guest = Guest(ANNA, invited(reference, 1, ""))
    seen = asked_of(guest, reference, 1, clock.now()).digest
    with pytest.raises(LicenceError, match="claims to be PNG"):
        certify(guest, reference, 1, upload(name="a.png"), "Anna Kessel", seen, clock.now())
    certify(guest, reference, 1, upload(), "Anna Kessel", seen, clock.now())
    with pytest.raises(NoEntry, match="There is no invitation"):
        certify(guest, reference, 1, upload("other"), "Anna Kessel", seen, clock.now())


def test_an_invitation_ends() -> None:
    reference = drafted()
    guest = Guest(ANNA, invited(reference, 1, "", days=2))
    asked_of(guest, reference, 1, clock.now() + timedelta(days=2, seconds=-1))
    with pytest.raises(NoEntry, match="There is no invitation"):
        asked_of(guest, reference, 1, clock.now() + timedelta(days=2, seconds=1))


def test_what_was_read_is_what_is_declared() -> None:
    reference = drafted()
    invited(reference)
    seen = asked_of(Guest(SIGNATORY), reference, 1, clock.now())
    asked = uncertified()
    rockets = replace(asked, requests=(replace(asked.requests[0], end_use="rockets"), asked.requests[1]))
    save(EXPORTER, reference, rockets, clock.now())
    with pytest.raises(LicenceError, match="Read again what is asked"):
        certify(Guest(SIGNATORY), reference, 1, upload(), "Anna Kessel", seen.digest, clock.now())
    for short in ("", seen.digest[:11]):
        with pytest.raises(LicenceError, match="Read again what is asked"):
            certify(Guest(SIGNATORY), reference, 1, upload(), "Anna Kessel", short, clock.now())
    assert documents_for(EXPORTER, reference) == ()


def test_another_end_use_after_the_signature_needs_another_certificate() -> None:
    reference = certified()
    asked = uncertified(papers=PAPERS)
    rockets = replace(asked, requests=(replace(asked.requests[0], end_use="rockets"), asked.requests[1]))
    save(EXPORTER, reference, rockets, clock.now())
    assert [one.covers for one in documents_for(EXPORTER, reference)] == [False, True]
    assert file_application(EXPORTER, reference, clock.now(), office()).state.missing == {"end-user-certificate"}


def test_the_end_user_does_not_learn_what_is_asked_for_others() -> None:
    reference = drafted()
    invited(reference)
    told = str(asked_of(Guest(SIGNATORY), reference, 1, clock.now()))
    assert "Velvet Hedgehog" in told
    assert "Giraffe" not in told


def test_nobody_is_invited_to_or_signs_what_is_filed() -> None:
    reference = drafted(uncertified(papers=PAPERS))
    invited(reference)
    seen = asked_of(Guest(SIGNATORY), reference, 1, clock.now()).digest
    file_application(EXPORTER, reference, clock.now(), office())
    with pytest.raises(Filed):
        invited(reference)
    with pytest.raises(Filed):
        certify(Guest(SIGNATORY), reference, 1, upload(), "Anna Kessel", seen, clock.now())


def test_only_the_exporter_invites_and_for_a_request_that_is_there() -> None:
    reference = drafted()
    with pytest.raises(UnknownApplication):
        invite(STRANGER, reference, 1, clock.now(), days=30)
    with pytest.raises(LicenceError, match="There is no request 3"):
        invited(reference, 3)
    for days in (0, 91):
        with pytest.raises(LicenceError, match="too few or too many"):
            invited(reference, days=days)


def test_a_signer_has_a_name() -> None:
    reference = drafted()
    invited(reference)
    seen = asked_of(Guest(SIGNATORY), reference, 1, clock.now()).digest
    with pytest.raises(AccountError, match="is no name"):
        certify(Guest(SIGNATORY), reference, 1, upload(), "  ", seen, clock.now())


def test_where_accounts_are_kept_an_end_user_is_invited_that_is_there_and_is_the_one() -> None:
    asked = uncertified()
    numbered = replace(asked.requests[0], end_user=replace(asked.requests[0].end_user, number="HRB 1"))
    reference = drafted(replace(asked, requests=(numbered, asked.requests[1])))
    for short, kind, number in (
        ("kettle-works", OrganisationKind.END_USER, "HRB 1"),
        ("kite-works", OrganisationKind.END_USER, "HRB 2"),
        ("other-magnets", OrganisationKind.EXPORTER, "HRB 3"),
    ):
        add_organisation(OPERATOR, Organisation(short, kind, short, register_number=number), clock.now())
    exporter = replace(EXPORTER, stated=False)
    invite(exporter, reference, 1, clock.now(), days=30, organisation="kettle-works")
    for organisation, says in (
        ("kite-works", "has HRB 2"),
        ("other-magnets", "No end user is kept here"),
        ("kettle-work", "No end user is kept here"),
    ):
        with pytest.raises(LicenceError, match=says):
            invite(exporter, reference, 1, clock.now(), days=30, organisation=organisation)
