"""The ledger of licence lines: never overdrawn, never drawn twice, and every entry kept. See docs.md."""

from cocket.ledger.answer import Answer, Reason, Receipt
from cocket.ledger.errors import (
    BadRequest,
    InsideTransaction,
    LedgerError,
    LedgerFault,
    LedgerUnavailable,
    OtherContent,
    UnknownLine,
)  # fmt: skip
from cocket.ledger.ledger import Ledger
from cocket.ledger.open import open_ledger
from cocket.ledger.request import Kind, Part, Request, closing, movement, opening, usability
from cocket.ledger.terms import Period, Terms

__all__ = [
    "Answer", "BadRequest", "InsideTransaction", "Kind", "Ledger", "LedgerError", "LedgerFault", "LedgerUnavailable",
    "OtherContent", "Part", "Period", "Reason", "Receipt", "Request", "Terms", "UnknownLine", "closing", "movement",
    "open_ledger", "opening", "usability",
]  # fmt: skip
