"""Which licences an exporter has: by the register number of its organisation, never by a name or the lack of one."""

import pytest

from cocket.accounts.actor import Actor
from cocket.accounts.people import Organisation, add_organisation
from cocket.accounts.role import OrganisationKind, Role
from cocket.law.lawbook import Lawbook
from cocket.licensing.licences import Party
from cocket.licensing.licences.errors import UnknownLicence
from cocket.licensing.records import clock, moving
from cocket.licensing.records.finding import Filter, licence_for, list_licences
from cocket.licensing.records.moving import Ordered
from tests.accounts.cast import OPERATOR
from tests.ledger.trade import NOW
from tests.licensing.samples import DAY, HOLDER, NUMBER, general

NAMELESS = "26-AA-100002"


def applicant(short: str, number: str) -> Actor:
    add_organisation(OPERATOR, Organisation(short, OrganisationKind.EXPORTER, HOLDER.name, "", number), NOW)
    return Actor("li", "Li", short, HOLDER.name, OrganisationKind.EXPORTER, Role.APPLICANT, "a test")


def seen(actor: Actor) -> list[str]:
    return [one.number for one in list_licences(actor, Filter(DAY), 10)]


@pytest.fixture(autouse=True)
def issued(database: str, lawbook: Lawbook) -> None:
    ordered = Ordered("Officer Li", "a test", clock.now())
    moving.issue(general(), ordered, lawbook)
    moving.issue(general(NAMELESS, holder=Party(HOLDER.name, "CN")), ordered, lawbook)


def test_an_exporter_has_what_bears_its_number() -> None:
    own = applicant("ningde", HOLDER.number)
    assert seen(own) == [NUMBER]
    assert licence_for(own, NUMBER).holder == HOLDER
    with pytest.raises(UnknownLicence):
        licence_for(own, NAMELESS)


@pytest.mark.parametrize("number", ["", "91350900MA00000002"])
def test_the_same_name_without_the_number_has_nothing(number: str) -> None:
    other = applicant("namesake", number)
    assert seen(other) == []
    for one in (NUMBER, NAMELESS):
        with pytest.raises(UnknownLicence):
            licence_for(other, one)
