"""Rows of the tables as tuples, in the order of their columns; the same for both databases."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from fractions import Fraction
from operator import attrgetter, itemgetter
from typing import Any, Final

from cocket.ledger.entry import Entry
from cocket.ledger.errors import LedgerFault
from cocket.ledger.state import LineState, PeriodState, PostingState
from cocket.ledger.store import Changes, NewEntry
from cocket.ledger.terms import Terms
from cocket.quantity.rate import Rate

LINE: Final = tuple(field.name for field in fields(LineState))
BALANCE: Final = LINE[LINE.index("usable") :]
"""What entries change of a line."""
LINE_CHANGE: Final = ("id", *BALANCE, "seq_before", "drawn_first", "drawn_last")
PERIOD: Final = (
    "line", "number", "first_day", "last_day", "limit_quantity", "limit_value",
    "reserved_quantity", "drawn_quantity", "reserved_value", "drawn_value",
)  # fmt: skip
POSTING: Final = tuple(field.name for field in fields(PostingState))
ENTRY: Final = (*Entry._fields, "hash")
NEW_ENTRY: Final = (*ENTRY, "opens", "opens_on", "open_quantity", "open_value", "spent_quantity")
"""An entry and what of its posting does not stand in it: kind and target, where it leaves something to act on."""
RATE: Final = ("currency", "into_currency", "first_day", "last_day", "numerator", "denominator", "source")


_OF_LINE, _OF_PERIOD, _OF_POSTING = (
    attrgetter(*(field.name for field in fields(kind))) for kind in (LineState, PeriodState, PostingState)
)
_BALANCE = attrgetter(*BALANCE)


def row_of(state: LineState | PeriodState | PostingState) -> tuple[Any, ...]:
    getter = (
        _OF_POSTING if isinstance(state, PostingState) else _OF_LINE if isinstance(state, LineState) else _OF_PERIOD
    )
    row: tuple[Any, ...] = getter(state)
    return row


def balance_of(line: LineState) -> tuple[Any, ...]:
    row: tuple[Any, ...] = _BALANCE(line)
    return row


def opened_periods(opened: Iterable[tuple[LineState, Terms]]) -> list[PeriodState]:
    return [
        PeriodState(line.id, number, one.first.isoformat(), one.last.isoformat(), one.quantity, one.value)
        for line, terms in opened
        for number, one in enumerate(terms.periods, start=1)
    ]


def rate_row(rate: Rate) -> tuple[Any, ...]:
    days = rate.first.isoformat(), rate.last.isoformat()
    return (rate.currency, rate.into, *days, rate.price.numerator, rate.price.denominator, rate.source)


def read_rate(row: tuple[Any, ...]) -> Rate:
    currency, into, first, last, numerator, denominator, source = row
    price = Fraction(numerator, denominator)
    return Rate(currency, into, price, date.fromisoformat(first), date.fromisoformat(last), source)


def not_as_read(what: str) -> LedgerFault:
    return LedgerFault(f"Some {what} were not as they had been read", "Nothing was booked; repeat the request")


def line_changes(changes: Changes) -> list[tuple[Any, ...]]:
    """Columns as in LINE_CHANGE: what entries change, the sequence as it was read, first and last day drawn on."""
    return [
        (one.line.id, *balance_of(one.line), one.seq_before, one.drawn_first, one.drawn_last)
        for one in changes.changed_lines()
    ]


def period_changes(changes: Changes) -> list[tuple[Any, ...]]:
    return [
        (one.line, one.number, one.reserved_quantity, one.drawn_quantity, one.reserved_value, one.drawn_value)
        for one in changes.periods.values()
    ]


def posting_changes(changes: Changes) -> list[tuple[Any, ...]]:
    return [
        (one.id, one.part, one.open_quantity, one.open_value, one.spent_quantity) for one in changes.postings.values()
    ]


def new_entries(changes: Changes) -> list[tuple[Any, ...]]:
    """Each entry with its posting, which were made together; columns as in NEW_ENTRY."""
    return [one if isinstance(one, tuple) else _new_entry(one) for one in changes.entries]


def _new_entry(new: NewEntry) -> tuple[Any, ...]:
    one = new.posting
    return (*new.entry, new.own, one.kind, one.target, one.open_quantity, one.open_value, one.spent_quantity)


posting_of_row = itemgetter(
    *map(NEW_ENTRY.index, ("request", "part", "line", "seq", "opens", "period", *NEW_ENTRY[-4:]))
)
"""The columns of POSTING, out of a row of NEW_ENTRY."""
