"""Accounts as faces list them: plain data, of the rows that the actor may see."""

from datetime import datetime
from typing import Any

from cocket.accounts.access import access_change, access_rows
from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.accounts.models import MembershipRecord, OrganisationRecord, PersonRecord, TokenRecord
from cocket.accounts.policy import READ


def organisations(actor: Actor) -> list[dict[str, Any]]:
    """Raises NotAllowed, as all here do, where the role may see none at all."""
    access_change(actor, OrganisationRecord, READ)
    with told():
        rows = access_rows(actor, OrganisationRecord).order_by("short")
        return list(rows.values("short", "kind", "name", "name_zh", "register_number", "province"))


def people(actor: Actor) -> list[dict[str, Any]]:
    """With the roles that each has where the actor may see it; a role that was taken is left out."""
    access_change(actor, PersonRecord, READ)
    with told():
        found = list(access_rows(actor, PersonRecord).order_by("short").values("short", "name", "home_id"))
        held = access_rows(actor, MembershipRecord).filter(active=True).order_by("organisation_id", "role")
        roles = list(held.values_list("person_id", "organisation_id", "role"))
    return [
        {
            "short": one["short"],
            "name": one["name"],
            "home": one["home_id"],
            "roles": [
                {"organisation": organisation, "role": role}
                for person, organisation, role in roles
                if person == one["short"]
            ],
        }
        for one in found
    ]


def tokens(actor: Actor, moment: datetime) -> list[dict[str, Any]]:
    """``state``: valid, expired, revoked, or role_taken."""
    access_change(actor, TokenRecord, READ)
    with told():
        rows = list(access_rows(actor, TokenRecord).select_related("membership").order_by("short"))
    return [
        {
            "short": row.short,
            "person": row.membership.person_id,
            "organisation": row.membership.organisation_id,
            "role": row.membership.role,
            "expires": row.expires.isoformat(timespec="seconds"),
            "state": _state(row, moment),
        }
        for row in rows
    ]


def _state(row: TokenRecord, moment: datetime) -> str:
    if row.revoked is not None:
        return "revoked"
    if row.expires <= moment:
        return "expired"
    return "valid" if row.membership.active else "role_taken"
