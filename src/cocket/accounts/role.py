"""The kinds of organisations and the roles in them. A person has a role in an organisation, never by itself."""

from enum import StrEnum
from typing import Final


class OrganisationKind(StrEnum):
    """``authority`` grants licences (for dual-use items the Ministry of Commerce), ``ministry`` is another department
    that it consults, ``province`` the provincial commerce department where an exporter files."""

    EXPORTER = "exporter"
    END_USER = "end_user"
    PROVINCE = "province"
    AUTHORITY = "authority"
    MINISTRY = "ministry"
    CUSTOMS = "customs"
    AUDITOR = "auditor"


class Role(StrEnum):
    """``applicant`` applies for an exporter, ``signatory`` signs the end-use certificate for an end user, ``checker``
    does the first check of a province, ``officer`` handles a case, ``adviser`` gives a position on what is referred to
    him, ``approver`` decides, ``customs_officer`` works the gate, ``auditor`` reads everything and changes nothing,
    ``administrator`` keeps the people and tokens of his own organisation and has no part in any case. ``operator`` is
    whoever has the database itself and keeps accounts on the command line: no organisation can give this role, so that
    no token can carry it."""

    APPLICANT = "applicant"
    SIGNATORY = "signatory"
    CHECKER = "checker"
    OFFICER = "officer"
    ADVISER = "adviser"
    APPROVER = "approver"
    CUSTOMS_OFFICER = "customs_officer"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    OPERATOR = "operator"


ROLES_OF: Final[dict[OrganisationKind, tuple[Role, ...]]] = {
    OrganisationKind.EXPORTER: (Role.APPLICANT, Role.ADMINISTRATOR),
    OrganisationKind.END_USER: (Role.SIGNATORY, Role.ADMINISTRATOR),
    OrganisationKind.PROVINCE: (Role.CHECKER, Role.ADMINISTRATOR),
    OrganisationKind.AUTHORITY: (Role.OFFICER, Role.ADVISER, Role.APPROVER, Role.ADMINISTRATOR),
    OrganisationKind.MINISTRY: (Role.ADVISER, Role.ADMINISTRATOR),
    OrganisationKind.CUSTOMS: (Role.CUSTOMS_OFFICER, Role.ADMINISTRATOR),
    OrganisationKind.AUDITOR: (Role.AUDITOR, Role.ADMINISTRATOR),
}
"""Which roles an organisation of a kind can give."""
