"""Conditions of a licence line as data, from a closed vocabulary: each can be tested, none is a remark.

Whoever tests one gets three answers: it holds, it does not, or what was declared does not tell. The last is no
permission. What a licence says in words that fit none of these cannot be issued here (docs/licences.md).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.faults import wrong
from cocket.quantity.amount import Amount, Money


class Field(StrEnum):
    """What a declaration states and a condition may restrict. Countries are ISO codes of two letters, ports and
    offices the code or name that the licence prints, end uses words of the lawbook's vocabulary or the licence's own
    text."""

    DESTINATION = "destination"
    END_USER = "end_user"
    END_USE = "end_use"
    IMPORTER = "importer"
    PORT = "port"


class ReportedEvent(StrEnum):
    """Decree 792 Art. 18: the holder reports actual transport, arrival, installation and use as asked."""

    TRANSPORT = "transport"
    ARRIVAL = "arrival"
    INSTALLATION = "installation"
    USE = "use"


@dataclass(frozen=True, slots=True)
class OneOf:
    """What the declaration states in ``field`` must be one of ``values``; stated nothing, it does not tell."""

    field: Field
    values: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.values or not all(value.strip() for value in self.values):
            raise LicenceError(*wrong("allows_nothing", field=self.field))


@dataclass(frozen=True, slots=True)
class DeclaredUntil:
    """The goods must be declared on this day or before; stricter than the validity of the licence."""

    day: date


@dataclass(frozen=True, slots=True)
class ValueMax:
    """One shipment is worth this much at the most. Another currency than this one does not tell."""

    value: Money

    def __post_init__(self) -> None:
        _refuse_nothing(self.value.number)


@dataclass(frozen=True, slots=True)
class AmountMax:
    """One shipment holds this much at the most. An amount in another kind of unit does not tell."""

    amount: Amount

    def __post_init__(self) -> None:
        _refuse_nothing(self.amount.number)


@dataclass(frozen=True, slots=True)
class ReportDue:
    """The holder reports the event within so many days after each export (`reports`). A report overdue bars the next
    export; it never bars the one that it will be about."""

    event: ReportedEvent
    within_days: int

    def __post_init__(self) -> None:
        _refuse_nothing(self.within_days)


Condition: TypeAlias = OneOf | DeclaredUntil | ValueMax | AmountMax | ReportDue


def _refuse_nothing(number: int) -> None:
    if number <= 0:
        raise LicenceError(*wrong("zero"))
