"""Who acts in the tests: two exporters with an applicant and an administrator each, an authority, an auditor."""

from cocket.accounts.actor import Actor
from cocket.accounts.people import Organisation, add_organisation, add_person, give_role
from cocket.accounts.role import OrganisationKind, Role
from tests.ledger.trade import NOW

OPERATOR = Actor("", "root", "", "", OrganisationKind.AUTHORITY, Role.OPERATOR, "test")
ORGANISATIONS = {
    "jl-mag": OrganisationKind.EXPORTER,
    "other-mag": OrganisationKind.EXPORTER,
    "mofcom": OrganisationKind.AUTHORITY,
    "court": OrganisationKind.AUDITOR,
}
PEOPLE = {
    "alice": ("jl-mag", Role.APPLICANT),
    "adam": ("jl-mag", Role.ADMINISTRATOR),
    "charlie": ("other-mag", Role.APPLICANT),
    "chris": ("other-mag", Role.ADMINISTRATOR),
    "ada": ("mofcom", Role.APPROVER),
    "otto": ("court", Role.AUDITOR),
}


def actor(person: str) -> Actor:
    organisation, role = PEOPLE[person]
    return Actor(person, person.title(), organisation, organisation.title(), ORGANISATIONS[organisation], role, "test")


def settle_in() -> None:
    for short, kind in ORGANISATIONS.items():
        add_organisation(OPERATOR, Organisation(short, kind, short.title()), NOW)
    for person, (organisation, role) in PEOPLE.items():
        add_person(OPERATOR, person, person.title(), organisation, NOW)
        give_role(OPERATOR, person, organisation, role, NOW)
