"""Who is let in: whoever a token stands for; where no accounts are kept, anyone who reaches the installation."""

from datetime import datetime

from cocket.accounts.actor import Actor
from cocket.accounts.errors import NoEntry
from cocket.accounts.people import any_accounts
from cocket.accounts.role import OrganisationKind, Role
from cocket.accounts.tokens import actor_of
from cocket.accounts.words import wrong


def let_in(secret: str | None, moment: datetime, via: str) -> Actor:
    """``secret`` None: no token was given. Raises NoEntry; a token that does not hold is never passed over."""
    return anyone(via) if secret is None else actor_of(secret, moment, via)


def anyone(via: str) -> Actor:
    """Whoever it is, as long as no accounts are kept; raises NoEntry once there are any. No role is asked of him then,
    and the one he bears is in no case's table."""
    if any_accounts():
        raise NoEntry(*wrong("no_token"))
    return Actor("", "", "", "", OrganisationKind.AUTHORITY, Role.OPERATOR, via, stated=True)
