"""Who is told of a case or a licence is who may see it. On both databases."""

from datetime import date

import pytest
from django.db.models import Model

from cocket.accounts.access import access_rows, access_seers
from cocket.accounts.actor import Actor
from cocket.accounts.people import Organisation, add_organisation
from cocket.accounts.role import ROLES_OF, OrganisationKind, Role
from cocket.licensing.cases.models import CaseRecord, ReferralRecord
from cocket.licensing.records.models import LicenceRecord
from cocket.outbox.models import SubscriptionRecord
from tests.accounts.cast import OPERATOR
from tests.ledger.trade import NOW

KINDS = {
    "zhejiang": OrganisationKind.PROVINCE,
    "jiangxi": OrganisationKind.PROVINCE,
    "ningyuan": OrganisationKind.EXPORTER,
    "lantern": OrganisationKind.EXPORTER,
    "nameless": OrganisationKind.EXPORTER,
    "mofcom": OrganisationKind.AUTHORITY,
    "miit": OrganisationKind.MINISTRY,
    "customs": OrganisationKind.CUSTOMS,
    "audit": OrganisationKind.AUDITOR,
}
FILES_WITH = {"ningyuan": ("91A", "zhejiang"), "lantern": ("91B", "jiangxi"), "nameless": ("", "zhejiang")}


@pytest.fixture(autouse=True)
def rows(database: str) -> None:
    for short, kind in KINDS.items():
        add_organisation(OPERATOR, Organisation(short, kind, short, "", *FILES_WITH.get(short, ("", ""))), NOW)
        for role in ROLES_OF[kind]:
            SubscriptionRecord.objects.create(
                name=f"{short}/{role}", organisation=short, role=role.value, url="-", inside=False, key="", made=NOW
            )
    for number, organisation in (("C-1", "ningyuan"), ("C-2", "lantern"), ("C-3", "nameless")):
        made = CaseRecord.objects.create(
            number=number, kind="licence", organisation=organisation, status="filed", version=1, changed=NOW, filed=NOW
        )
        if number == "C-1":
            ReferralRecord.objects.create(case=made, organisation="miit")
    for number, holder in (("L-1", "91A"), ("L-2", "91B"), ("L-3", "")):
        LicenceRecord.objects.create(
            number=number, skeleton=number, kind="single", regime="dual_use", holder="x", holder_number=holder,
            valid_until=date(2030, 1, 1), status="valid", steps=1, content="{}",
        )  # fmt: skip


def actors() -> list[Actor]:
    return [
        Actor("p", "P", short, short, kind, role, "test") for short, kind in KINDS.items() for role in ROLES_OF[kind]
    ]


@pytest.mark.parametrize(
    ("model", "key", "verb", "least"),
    [
        (CaseRecord, "C-1", "read", {"ningyuan/applicant", "zhejiang/checker", "miit/adviser", "mofcom/officer"}),
        (CaseRecord, "C-2", "read", {"lantern/applicant", "jiangxi/checker"}),
        (CaseRecord, "C-3", "read", {"nameless/applicant", "zhejiang/checker"}),
        (LicenceRecord, "L-1", "read", {"ningyuan/applicant", "customs/customs_officer"}),
        (LicenceRecord, "L-3", "read", {"mofcom/officer"}),
        (LicenceRecord, "L-1", "watch", {"mofcom/officer", "mofcom/approver"}),
    ],
)
def test_asked_from_the_row_come_those_who_find_it(model: type[Model], key: str, verb: str, least: set[str]) -> None:
    told = set(SubscriptionRecord.objects.filter(access_seers(model, key, verb)).values_list("name", flat=True))
    find = {
        f"{one.organisation}/{one.role}" for one in actors() if access_rows(one, model, verb).filter(pk=key).exists()
    }
    assert told == find and least <= told
    assert f"{Role.ADMINISTRATOR}" not in {name.partition("/")[2] for name in told}
