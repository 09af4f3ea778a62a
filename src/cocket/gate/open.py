"""The gate of this process, on the licences and the ledger of its database: what the command and the server use."""

import atexit
from datetime import date
from functools import cache
from threading import Lock
from typing import Final

from cocket.check.checker import Checker
from cocket.gate.service import Gate
from cocket.law.lawbook import load_lawbook
from cocket.licensing.licences.licence import Licence
from cocket.licensing.licences.reports import Reported

_opening: Final = Lock()
BY: Final = "gate"


class Recorded:
    """Licences as `cocket.licensing.records` keeps them; Django has to be set up by then."""

    def load(self, number: str) -> Licence:
        from cocket.licensing.records.finding import find_licence

        return find_licence(number)

    def reported(self, number: str) -> Reported:
        from cocket.licensing.records.reporting import reported

        return reported(number)

    def settle(self, number: str, declaration: str) -> None:
        from cocket.licensing.records.clock import now
        from cocket.licensing.records.moving import Ordered, settle

        settle(number, Ordered(BY, f"declaration {declaration}", now()))


def open_gate() -> Gate:
    """Opened by the first who asks, one for all threads. Raises LedgerError, LawError."""
    with _opening:
        return _open()


@cache
def _open() -> Gate:
    from cocket.licensing.records.book import ledger

    opened = Gate(ledger(), Recorded(), _checker)
    atexit.register(opened.close)
    return opened


@cache
def _checker() -> Checker:
    return Checker(load_lawbook())


def today() -> date:
    """The day on the authority's calendar."""
    from cocket.licensing.records.clock import authority_day, now

    return authority_day(now())
