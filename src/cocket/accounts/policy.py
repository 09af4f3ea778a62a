"""The one table of who may do what with which rows. Whatever is asked for or changed goes by it, wherever accounts are
kept (docs/accounts.md).

A role that is not named for a verb may not do it. What a verb of a case needs besides (where the case stands, who acted
before) is the transition table's business.
"""

from enum import StrEnum
from typing import Final

from cocket.accounts.role import Role


class Scope(StrEnum):
    """Which rows: none, those of the actor's own organisation, those filed in its province, those referred to it, or
    all."""

    NONE = "none"
    OWN = "own"
    PROVINCE = "province"
    REFERRED = "referred"
    ALL = "all"


READ: Final = "read"
_Row = dict[Role, Scope]
_SEES: Final[_Row] = {
    Role.APPLICANT: Scope.OWN,
    Role.CHECKER: Scope.PROVINCE,
    Role.OFFICER: Scope.ALL,
    Role.ADVISER: Scope.REFERRED,
    Role.APPROVER: Scope.ALL,
    Role.AUDITOR: Scope.ALL,
}
_KEEPS: Final[_Row] = {Role.ADMINISTRATOR: Scope.OWN, Role.OPERATOR: Scope.ALL}
_KEPT: Final[_Row] = {**_KEEPS, Role.AUDITOR: Scope.ALL}
_DECIDES: Final[_Row] = {Role.APPROVER: Scope.ALL}
_HANDLES: Final[_Row] = {Role.OFFICER: Scope.ALL, Role.APPROVER: Scope.ALL}
_WORKS: Final[_Row] = dict.fromkeys(
    (Role.APPLICANT, Role.CHECKER, Role.OFFICER, Role.ADVISER, Role.APPROVER, Role.CUSTOMS_OFFICER), Scope.OWN
)
_APPLIES: Final[_Row] = {Role.APPLICANT: Scope.OWN}

POLICY: Final[dict[str, dict[str, _Row]]] = {
    "organisation": {READ: _KEPT, "add": {Role.OPERATOR: Scope.ALL}, "province": {Role.OPERATOR: Scope.ALL}},
    "person": {READ: _KEPT, "add": _KEEPS, "password": _KEEPS},
    "membership": {READ: _KEPT, "give": _KEEPS, "take": _KEEPS},
    "token": {READ: _KEPT, "new": _KEEPS, "revoke": _KEEPS},
    "audit": {READ: {Role.AUDITOR: Scope.ALL, Role.OPERATOR: Scope.ALL}},
    # customs reads any licence that a declaration may name; an exporter what it holds itself
    "licence": {
        READ: {
            Role.APPLICANT: Scope.OWN,
            Role.OFFICER: Scope.ALL,
            Role.APPROVER: Scope.ALL,
            Role.CUSTOMS_OFFICER: Scope.ALL,
            Role.AUDITOR: Scope.ALL,
        },
        "issue": _DECIDES,
        "suspend": _HANDLES,
        "resume": _DECIDES,
        "revoke": _DECIDES,
        "expire": _HANDLES,
        "watch": _HANDLES,
        "amend": _HANDLES,
        "keep": _DECIDES,
        "replace": _DECIDES,
        # the holder hands its own back, and reports on it; an officer books what came on paper
        "surrender": {**_APPLIES, **_HANDLES},
        "report": {**_APPLIES, **_HANDLES},
    },
    # an exporter's own: only where the gate knows whose it is (`gate.seen`)
    "declaration": {
        READ: {
            Role.APPLICANT: Scope.OWN,
            Role.CUSTOMS_OFFICER: Scope.ALL,
            Role.OFFICER: Scope.ALL,
            Role.APPROVER: Scope.ALL,
            Role.AUDITOR: Scope.ALL,
        },
        "declare": {Role.CUSTOMS_OFFICER: Scope.ALL},
        "event": {Role.CUSTOMS_OFFICER: Scope.ALL},
        # recomputes the receipts, and shows none
        "verify": {Role.CUSTOMS_OFFICER: Scope.ALL, Role.AUDITOR: Scope.ALL, Role.OPERATOR: Scope.ALL},
    },
    # a draft is the exporter's own until it is filed
    "application": {
        READ: {Role.APPLICANT: Scope.OWN, Role.AUDITOR: Scope.ALL},
        "write": _APPLIES,
        "attach": _APPLIES,
        "invite": _APPLIES,
        "file": _APPLIES,
        "withdraw": _APPLIES,
    },
    "filing": {READ: _SEES},
    # what is sealed is there for everybody who sees the rest, and opened by those who handle or decide the case
    "document": {READ: _SEES, "open": {Role.OFFICER: Scope.ALL, Role.APPROVER: Scope.ALL}},
    "invitation": {READ: {Role.SIGNATORY: Scope.OWN}, "certify": {Role.SIGNATORY: Scope.OWN}},
    # what a decision rests on, and what was decided on others' goods; the applicant has its letter and its licences
    "decision": {READ: {Role.OFFICER: Scope.ALL, Role.APPROVER: Scope.ALL, Role.AUDITOR: Scope.ALL}},
    # whoever sees something may have its own systems told of it; what stands behind this house's walls, the operator
    "subscription": {
        READ: {**_WORKS, **_KEPT},
        "add": {**_WORKS, Role.OPERATOR: Scope.ALL},
        "inside": {Role.OPERATOR: Scope.ALL},
        "end": {**_WORKS, **_KEEPS},
    },
    "statistics": {READ: {Role.OFFICER: Scope.ALL, Role.APPROVER: Scope.ALL, Role.AUDITOR: Scope.ALL}},
    # which step of a case is whose stands in the table of steps; here, whose cases somebody moves at all
    "case": {READ: _SEES, "open": _APPLIES, "move": {**_SEES, Role.AUDITOR: Scope.NONE}},
}


def scope_of(role: Role, resource: str, verb: str) -> Scope:
    """KeyError for a resource or a verb that the table does not have: a mistake of the caller."""
    return POLICY[resource][verb].get(role, Scope.NONE)


def who_may(resource: str, verb: str) -> tuple[Role, ...]:
    return tuple(role for role, scope in POLICY[resource][verb].items() if scope is not Scope.NONE)
