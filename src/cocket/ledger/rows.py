"""Rows of the tables as tuples, in the order of their columns; the same for both databases."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from fractions import Fraction
from typing import Any, Final

from cocket.ledger.entry import Entry
from cocket.ledger.errors import LedgerFault
from cocket.ledger.state import LineState, PeriodState, PostingState
from cocket.ledger.terms import Terms
from cocket.quantity.rate import Rate

LINE: Final = tuple(field.name for field in fields(LineState))
BALANCE: Final = LINE[LINE.index("usable") :]
"""What entries change of a line."""
PERIOD: Final = (
    "line", "number", "first_day", "last_day", "limit_quantity", "limit_value",
    "reserved_quantity", "drawn_quantity", "reserved_value", "drawn_value",
)  # fmt: skip
POSTING: Final = tuple(field.name for field in fields(PostingState))
ENTRY: Final = (*Entry._fields, "hash")
RATE: Final = ("currency", "into_currency", "first_day", "last_day", "numerator", "denominator", "source")


def row_of(state: LineState | PeriodState | PostingState) -> tuple[Any, ...]:
    return tuple(getattr(state, name) for name in state.__slots__)


def balance_of(line: LineState) -> tuple[Any, ...]:
    return tuple(getattr(line, name) for name in BALANCE)


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
