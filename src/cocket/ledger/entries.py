"""The entries of a line as they were booked, for showing: refused ones too, which moved nothing."""

from typing import Final

from cocket.ledger.entry import Entry
from cocket.ledger.ledger import Ledger
from cocket.ledger.request import refuse_id

_ENTRIES: Final = (
    f"select {', '.join(Entry._fields)} from ledger_entry where line = '{{line}}' and seq > {{after}} "
    "order by seq limit {count}"
)


def entries_of(ledger: Ledger, line: str, after: int, count: int) -> list[Entry]:
    """At most ``count`` in their order, after the sequence ``after``. Raises BadRequest for what is no id, or
    LedgerError."""
    refuse_id(line, "line")
    statement = _ENTRIES.format(line=line, after=int(after), count=int(count))  # an id has no quote in it
    with ledger.book.snapshot() as reader:
        return [Entry(*row) for row in reader.rows(statement)]
