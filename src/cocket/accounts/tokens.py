"""Tokens: made, revoked, and who stands behind one."""

import hashlib
import re
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction

from cocket.accounts import audit
from cocket.accounts.access import access_change, access_row, access_rows
from cocket.accounts.actor import Actor
from cocket.accounts.errors import AccountError, NoEntry
from cocket.accounts.faults import told
from cocket.accounts.models import MembershipRecord, TokenRecord
from cocket.accounts.people import refuse_short
from cocket.accounts.role import OrganisationKind, Role
from cocket.accounts.words import wrong

DAYS_MAX: Final = 366
_FORM: Final = re.compile(r"cocket_[A-Za-z0-9_-]{43}")


def new_token(
    actor: Actor, short: str, person: str, organisation: str, role: Role, *, days: int, moment: datetime
) -> str:
    """The secret, which nobody can be told again. Raises AccountError where the person does not have the role."""
    access_change(actor, TokenRecord, "new")
    refuse_short(short)
    if not 1 <= days <= DAYS_MAX:
        raise AccountError(*wrong("days", days=days, most=DAYS_MAX), "days")
    secret = f"cocket_{secrets.token_urlsafe(32)}"
    expires = moment + timedelta(days=days)
    with told(changing=True):
        try:
            with transaction.atomic():
                held = _membership(actor, person, organisation, role)
                TokenRecord.objects.create(
                    short=short, membership=held, digest=_digest(secret), made=moment, expires=expires
                )
                after = {
                    "person": person, "organisation": organisation, "role": role.value, "expires": expires.isoformat()
                }  # fmt: skip
                audit.record(actor, f"token/{short}", "new", {}, after, moment)
        except IntegrityError:
            raise AccountError(*wrong("token_taken", short=short), "short") from None
    return secret


def _membership(actor: Actor, person: str, organisation: str, role: Role) -> MembershipRecord:
    rows = access_rows(actor, MembershipRecord)
    held: MembershipRecord | None = rows.filter(
        person_id=person, organisation_id=organisation, role=role.value, active=True
    ).first()
    if held is None:
        told_role = {"person": person, "role": role, "organisation": organisation}
        raise AccountError(*wrong("role_not_held", **told_role), "role")
    return held


def revoke_token(actor: Actor, short: str, moment: datetime) -> None:
    """For good, from the next request on; revoked twice is revoked once."""
    access_change(actor, TokenRecord, "revoke")
    with told(changing=True), transaction.atomic():
        row = access_row(actor, TokenRecord, short, lock=True)
        if row.revoked is not None:
            return
        row.revoked = moment
        row.save(update_fields=("revoked",))
        audit.record(actor, f"token/{short}", "revoke", {}, {"revoked": moment.isoformat()}, moment)


def actor_of(secret: str, moment: datetime, via: str) -> Actor:
    """Who stands behind the token. Raises NoEntry; what is no token at all is told as one that is not known."""
    with told():
        row = _row(secret)
    if row is None:
        raise NoEntry(*wrong("token_unknown"))
    if row.revoked is not None:
        raise NoEntry(*wrong("token_revoked", short=row.short))
    if row.expires <= moment:
        raise NoEntry(*wrong("token_expired", short=row.short))
    held = row.membership
    if not held.active:
        raise NoEntry(*wrong("token_without_role", short=row.short))
    return Actor(
        person=held.person_id,
        name=held.person.name,
        organisation=held.organisation_id,
        organisation_name=held.organisation.name,
        kind=OrganisationKind(held.organisation.kind),
        role=Role(held.role),
        via=f"{via}, token {row.short}",
    )


def _row(secret: str) -> TokenRecord | None:
    if not _FORM.fullmatch(secret):
        return None
    rows = TokenRecord.objects.select_related("membership__person", "membership__organisation")
    found: TokenRecord | None = rows.filter(digest=_digest(secret)).first()
    return found


def _digest(secret: str) -> str:
    """Of 256 random bits nothing can be guessed, so that a slow hash, which each request would pay, saves nothing."""
    return hashlib.sha256(secret.encode()).hexdigest()
