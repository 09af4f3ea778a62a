"""A licence as plain values: no database, no clock."""

from cocket.licensing.licences.condition import (
    AmountMax,
    Condition,
    DeclaredUntil,
    Field,
    OneOf,
    ReportDue,
    ReportedEvent,
    ValueMax,
)  # fmt: skip
from cocket.licensing.licences.errors import LicenceError, MoveRefused
from cocket.licensing.licences.licence import Kind, Licence, LicenceLine, Party
from cocket.licensing.licences.status import Move, Status

__all__ = [
    "AmountMax", "Condition", "DeclaredUntil", "Field", "Kind", "Licence", "LicenceError", "LicenceLine", "Move",
    "MoveRefused", "OneOf", "Party", "ReportDue", "ReportedEvent", "Status", "ValueMax",
]  # fmt: skip
