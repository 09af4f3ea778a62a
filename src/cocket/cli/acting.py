"""Who acts on the command line: whoever stands behind the token in COCKET_TOKEN."""

import getpass
import os
from typing import TYPE_CHECKING, Final

from cocket.cli.input_faults import wrong

if TYPE_CHECKING:
    from cocket.accounts.actor import Actor

VARIABLE: Final = "COCKET_TOKEN"
VIA: Final = "command line"


def actor() -> "Actor":
    """After `config.start.start`. Raises InputError where no token is set, NoEntry for one that does not hold."""
    from cocket.cli.faults import InputError

    found = actor_or_none()
    if found is None:
        raise InputError(*wrong("no_token"), where=VARIABLE)
    return found


def actor_or_none() -> "Actor | None":
    """None where no token is set. A token that does not hold is refused and never passed over: NoEntry."""
    from cocket.accounts.tokens import actor_of
    from cocket.licensing.records.clock import now

    secret = os.environ.get(VARIABLE)
    # set but empty is no token either: a script that failed to read its token must not act as the operator
    return None if secret is None else actor_of(secret.strip(), now(), VIA)


def asker() -> "Actor":
    """Who asks or orders: the token's actor; anyone, as long as no accounts are kept. Raises InputError, NoEntry."""
    from cocket.accounts.entry import anyone
    from cocket.accounts.people import any_accounts

    return actor_or_none() or (actor() if any_accounts() else anyone(VIA))


def keeper() -> "Actor":
    """For commands that keep accounts: the token's actor, or without a token the operator, who has the database."""
    return actor_or_none() or operator()


def operator() -> "Actor":
    """Whoever runs this installation, by the name that the machine has for him."""
    from cocket.accounts.actor import Actor
    from cocket.accounts.role import OrganisationKind, Role

    return Actor("", _user_name(), "", "", OrganisationKind.AUTHORITY, Role.OPERATOR, VIA)


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # this machine has no name for who runs the command
        return "operator"
