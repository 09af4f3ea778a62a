"""The rows of the book while a transaction holds them: read under lock, moved in memory, written back once."""

from dataclasses import dataclass


@dataclass(slots=True)
class LineState:
    """A row of ``ledger_line``, its columns in this order; None is no limit. Days as ISO text."""

    id: str
    unit: str
    currency: str
    limit_quantity: int | None
    tolerance_quantity: int
    limit_value: int | None
    tolerance_value: int
    limit_uses: int | None
    periods: int
    valid_from: str
    valid_until: str
    usable: int
    closed: int
    reserved_quantity: int
    drawn_quantity: int
    reserved_value: int
    drawn_value: int
    uses: int
    excess_quantity: int
    excess_value: int
    seq: int
    head: bytes


@dataclass(slots=True)
class PeriodState:
    """A row of ``ledger_period``, its columns in this order; ``number`` counts from 1."""

    line: str
    number: int
    first: str
    last: str
    limit_quantity: int | None
    limit_value: int | None
    reserved_quantity: int = 0
    drawn_quantity: int = 0
    reserved_value: int = 0
    drawn_value: int = 0


@dataclass(slots=True)
class PostingState:
    """A row of ``ledger_posting``, its columns in this order: one line of one request, and what is left of it.

    ``open_*``: of a reservation what is still reserved, of a write-off or excess what still stands. ``spent_quantity``:
    what write-offs took from this reservation and was not corrected since. ``target``: the reservation behind a
    write-off. ``kind``: "" where the request left nothing that another one could act on.
    """

    id: str
    part: int
    line: str
    seq: int
    kind: str
    period: int
    target: str
    open_quantity: int
    open_value: int
    spent_quantity: int = 0
