"""What went out under lines of the ledger and was not taken back: each write-off or excess that stands."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from cocket.ledger.ledger import Ledger
from cocket.ledger.request import refuse_id

_STANDING: Final = """
select e.line, e.request, e.day from ledger_entry e
join ledger_posting p on p.id = e.request and p.part = e.part and p.line = e.line
where e.line in ({lines}) and (e.kind = 'write_off' and e.outcome = '' or e.kind = 'excess')
  and (p.open_quantity > 0 or p.open_value > 0)
order by e.line, e.seq"""


class Export(NamedTuple):
    """``request``: the id under which it was booked; ``day``: the day that counts for it."""

    line: str
    request: str
    day: date


def exports_under(ledger: Ledger, lines: Sequence[str]) -> list[Export]:
    """In the order of the lines and of their entries. Raises BadRequest for what is no id, or LedgerError."""
    for id in lines:
        refuse_id(id, "line")
    if not lines:
        return []
    wanted = ", ".join(f"'{id}'" for id in lines)  # an id has no quote in it
    with ledger.book.snapshot() as reader:
        rows = reader.rows(_STANDING.format(lines=wanted))
        return [Export(line, request, date.fromisoformat(day)) for line, request, day in rows]
