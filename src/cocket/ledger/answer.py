"""What the ledger answers, the same however often it is asked."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Reason(StrEnum):
    """Why a request is refused, or what an excess lacks; the first that applies, in this order."""

    ALREADY_OPEN = "already_open"
    CLOSED = "closed"
    NOT_USABLE = "not_usable"
    DAY_AHEAD = "day_ahead"
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"
    UNIT = "unit"
    VALUE_MISSING = "value_missing"
    RATE = "rate"
    UNKNOWN_TARGET = "unknown_target"
    TARGET_KIND = "target_kind"
    EXCEEDS_TARGET = "exceeds_target"
    QUANTITY = "quantity"
    VALUE = "value"
    USES = "uses"
    NO_PERIOD = "no_period"
    PERIOD_QUANTITY = "period_quantity"
    PERIOD_VALUE = "period_value"
    TOO_LARGE = "too_large"
    OPEN_RESERVATIONS = "open_reservations"
    OTHER_LINE = "other_line"


class Receipt(NamedTuple):
    """The place of one entry in its line's chain, and the hash that holds it and all before it."""

    line: str
    sequence: int
    hash: bytes
    reason: Reason | None = None
    room: int = 0
    """What was left of the limit that refused, in the smallest unit, coin, or uses."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``flagged``: goods beyond the licence were booked apart, which opens a case of its own."""

    request: str
    accepted: bool
    receipts: tuple[Receipt, ...]
    flagged: bool = False
    repeated: bool = field(default=False, compare=False)
    """Whether this is the stored answer to an earlier request with this id."""

    @property
    def refusal(self) -> Receipt | None:
        """The line that refused, with its reason; None when accepted."""
        if self.accepted:
            return None
        return next(one for one in self.receipts if one.reason not in (None, Reason.OTHER_LINE))
