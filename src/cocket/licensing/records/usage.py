"""What was done under a line of a licence, entry by entry, as its holder may see it."""

from collections.abc import Sequence
from typing import Any, Final

from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.ledger.entries import entries_of
from cocket.ledger.entry import Entry
from cocket.licensing.licences.errors import UnknownLicence
from cocket.licensing.licences.faults import wrong
from cocket.licensing.licences.licence import LicenceLine
from cocket.licensing.records.book import ledger
from cocket.licensing.records.finding import licence_for
from cocket.quantity.amount import Amount, Money

ENTRIES_MAX: Final = 500


def usage_for(
    actor: Actor, number: str, line: int, after: int = 0, count: int = ENTRIES_MAX
) -> Sequence[dict[str, Any]]:
    """At most ``count`` (ENTRIES_MAX at most) after the sequence of the page before, as plain data: reservations,
    write-offs, releases, corrections and changes of use, refused requests too, with the reason in ``refused``. Raises
    as `licence_for`, UnknownLicence for a line that it does not have, or LedgerError."""
    licence = licence_for(actor, number)
    found = next((one for one in licence.lines if one.number == line), None)
    if found is None:
        raise UnknownLicence(*wrong("no_line", number=number, line=line, count=len(licence.lines)), "line")
    with told():
        entries = entries_of(ledger(), found.id, after, min(count, ENTRIES_MAX))
    return [_told(found, one) for one in entries]


def _told(line: LicenceLine, entry: Entry) -> dict[str, Any]:
    currency = line.terms.currency
    return {
        "sequence": entry.seq,
        "kind": entry.kind,
        "refused": entry.outcome or None,
        "request": entry.request,
        "target": entry.target or None,
        "quantity": str(Amount(entry.quantity, line.terms.unit)),
        "value": str(Money(entry.value, currency)) if currency else None,
        "uses": entry.uses,
        "day": entry.day,
        "recorded": entry.recorded,
    }
