"""Who acts in the tests of casework: all made up."""

from datetime import UTC, datetime, timedelta

from cocket.accounts.actor import Actor
from cocket.accounts.role import OrganisationKind, Role
from cocket.licensing.casework.read_table import casework_table
from cocket.licensing.casework.state import CaseState, Event
from cocket.licensing.casework.steps import fold

TABLE = casework_table()
NOW = datetime(2026, 6, 1, 2, 0, tzinfo=UTC)
PAPERS = frozenset({"application-form", "contract", "end-user-certificate"})


def person(short: str, organisation: str, kind: OrganisationKind, role: Role) -> Actor:
    return Actor(short, short.title(), organisation, organisation.title(), kind, role, "a test", stated=True)


EXPORTER = person("li", "ningyuan", OrganisationKind.EXPORTER, Role.APPLICANT)
STRANGER = person("xu", "other-magnets", OrganisationKind.EXPORTER, Role.APPLICANT)
CHECKER = person("zhao", "zhejiang", OrganisationKind.PROVINCE, Role.CHECKER)
OFFICER = person("wang", "mofcom", OrganisationKind.AUTHORITY, Role.OFFICER)
APPROVER = person("chen", "mofcom", OrganisationKind.AUTHORITY, Role.APPROVER)
ADVISER = person("sun", "miit", OrganisationKind.MINISTRY, Role.ADVISER)
BOTH = person("wang", "mofcom", OrganisationKind.AUTHORITY, Role.APPROVER)
"""The officer, in the approver's role."""
EVERYBODY = (EXPORTER, STRANGER, CHECKER, OFFICER, APPROVER, ADVISER, BOTH)

SAYS = {
    "file": {"papers": "\n".join(sorted(PAPERS))},
    "file_again": {"papers": "\n".join(sorted(PAPERS))},
    "ask_amendment": {"licence": "26-AA-100001", "change": "until March"},
    "screen": {"evidence": "lists of 1 June, digest 12ab", "open_hits": "0", "watch_list": "no"},
    "refer": {"organisation": "miit", "about": "is it specially designed?"},
    "advise": {"position": "approve", "reason": "civil motors"},
    "stop": {"ground": "stop-consultation"},
    "resume": {"ground": "stop-consultation"},
    "propose": {"outcome": "grant", "reason": "civil end use"},
    "propose_condition": {"name": "c1", "condition": "{quantity_max: 250 kg}"},
    "advise_on": {"on": "2", "position": "oppose", "reason": "the end user"},
    "change_condition": {"name": "c1", "condition": "{quantity_max: 100 kg}", "reason": "too much"},
    "remove_condition": {"name": "c1", "reason": "not needed"},
}


def event(step: str, by: Actor, **said: str) -> Event:
    """With what the table wants said, where the test says nothing else."""
    wanted = dict.fromkeys(TABLE.steps[step].says, "as stated") if step in TABLE.steps else {}
    return Event(step, by, NOW + timedelta(hours=1), {**wanted, **SAYS.get(step, {}), **said})


def case(*events: Event, kind: str = "licence") -> CaseState:
    return fold(TABLE, kind, PAPERS if kind == "licence" else frozenset(), events)


TO_REVIEW = (
    event("file", EXPORTER), event("forward", CHECKER), event("accept", OFFICER), event("screen", OFFICER),
    event("review", OFFICER),
)  # fmt: skip
