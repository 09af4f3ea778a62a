"""Made-up organisations and people, one in each role and a second exporter, to try an installation with."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from cocket.accounts.actor import Actor
from cocket.accounts.errors import AccountError
from cocket.accounts.faults import told
from cocket.accounts.people import Organisation, add_organisation, add_person, any_accounts, give_role
from cocket.accounts.role import OrganisationKind, Role
from cocket.accounts.tokens import new_token
from cocket.accounts.words import wrong

DAYS: Final = 30
ORGANISATIONS: Final = (
    Organisation("zhejiang", OrganisationKind.PROVINCE, "Example department of Zhejiang", "示例：浙江省商务厅"),
    Organisation("jiangxi", OrganisationKind.PROVINCE, "Example department of Jiangxi", "示例：江西省商务厅"),
    # the firms of examples/, by the register numbers that their licences and applications bear
    Organisation(
        "ningyuan", OrganisationKind.EXPORTER, "Ningyuan Magnetics", "宁远磁材", "91330200MA2EXAMPLE", "zhejiang"
    ),
    Organisation(
        "paper-lantern", OrganisationKind.EXPORTER, "Paper Lantern Magnets Co., Ltd.", "纸灯笼磁材有限公司",
        "91330200MA2EXAMPL2", "jiangxi",
    ),
    Organisation("kettle-works", OrganisationKind.END_USER, "Kettle Works GmbH"),
    Organisation("mofcom", OrganisationKind.AUTHORITY, "Example ministry of commerce", "示例：商务部"),
    Organisation("miit", OrganisationKind.MINISTRY, "Example ministry of industry", "示例：工业和信息化部"),
    Organisation("customs", OrganisationKind.CUSTOMS, "Example customs", "示例：海关"),
    Organisation("audit", OrganisationKind.AUDITOR, "Example audit office", "示例：审计署"),
)  # fmt: skip
PEOPLE: Final = (
    ("hu", "Hu Jun", "ningyuan", Role.APPLICANT),
    ("lin", "Lin Tao", "ningyuan", Role.ADMINISTRATOR),
    ("li", "Li Na", "paper-lantern", Role.APPLICANT),
    ("zhao", "Zhao Min", "zhejiang", Role.CHECKER),
    ("qian", "Qian Hui", "jiangxi", Role.CHECKER),
    ("kessel", "Anna Kessel", "kettle-works", Role.SIGNATORY),
    ("wang", "Wang Lei", "mofcom", Role.OFFICER),
    ("chen", "Chen Jie", "mofcom", Role.APPROVER),
    ("sun", "Sun Yu", "miit", Role.ADVISER),
    ("gao", "Gao Feng", "customs", Role.CUSTOMS_OFFICER),
    ("ren", "Ren Ping", "audit", Role.AUDITOR),
)


@dataclass(frozen=True, slots=True)
class Made:
    """A person with its one role and the secret of its token, which is kept nowhere else."""

    person: str
    organisation: str
    role: Role
    secret: str


def make_example(actor: Actor, moment: datetime) -> list[Made]:
    """All or none. Raises AccountError where accounts are kept already: made-up people are not let in beside others."""
    with told():
        if any_accounts():
            raise AccountError(*wrong("accounts_there"))
    with told(changing=True), transaction.atomic():
        for one in ORGANISATIONS:
            add_organisation(actor, one, moment)
        return [_made(actor, *person, moment) for person in PEOPLE]


def _made(actor: Actor, short: str, name: str, organisation: str, role: Role, moment: datetime) -> Made:
    add_person(actor, short, name, organisation, moment)
    give_role(actor, short, organisation, role, moment)
    secret = new_token(actor, f"{short}-example", short, organisation, role, days=DAYS, moment=moment)
    return Made(short, organisation, role, secret)
