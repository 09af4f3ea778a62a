"""What the database says, as what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import DatabaseError, InterfaceError, OperationalError

from cocket.ledger import LedgerFault, LedgerUnavailable

AGAIN: Final = "See what stands, and repeat it where it was not done"


@contextmanager
def told(*, changing: bool = False) -> Iterator[None]:
    """Turns faults of the database into LedgerError. ``changing``: around a whole transaction that changes something,
    where a connection lost at its end leaves open whether it was done."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        what = f"The database does not answer: {_said(error)}"
        raise LedgerUnavailable(what, AGAIN, in_doubt=changing) from error
    except DatabaseError as error:
        raise LedgerFault(f"The database refused it: {_said(error)}", "Report this; nothing was changed") from error


def _said(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
