"""What a licence line promises: how much, of what value, how often, when."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cocket.ledger.errors import BadRequest
from cocket.ledger.faults import wrong
from cocket.quantity.amount import NUMBER_MAX
from cocket.quantity.currency import CURRENCIES
from cocket.quantity.units import Unit

PERIODS_MAX: Final = 400
"""Weeks of more than seven years; a line with more is a mistake."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days with limits of its own, in the units of its line; both days belong to it."""

    first: date
    last: date
    quantity: int | None = None
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """Limits in ``unit.smallest`` and the smallest coin of ``currency``; None is no limit.

    ``currency`` "" means that values are not kept. A tolerance is granted beside the limit and never implied. Both
    days of validity belong to it. ``periods`` follow one another without a gap. Raises BadRequest.
    """

    unit: Unit
    valid_from: date
    valid_until: date
    quantity: int | None = None
    value: int | None = None
    currency: str = ""
    uses: int | None = None
    tolerance_quantity: int = 0
    tolerance_value: int = 0
    periods: tuple[Period, ...] = ()

    def __post_init__(self) -> None:
        if self.valid_from > self.valid_until:
            raise BadRequest(*wrong("line_backwards", last=self.valid_until))
        if self.currency and self.currency not in CURRENCIES:
            raise BadRequest(*wrong("no_currency", currency=self.currency))
        if not self.currency and (self.value is not None or any(one.value is not None for one in self.periods)):
            raise BadRequest(*wrong("value_alone"))
        if len(self.periods) > PERIODS_MAX:
            raise BadRequest(*wrong("many_periods", count=len(self.periods), most=PERIODS_MAX))
        self._refuse_limits()
        self._refuse_gaps()

    def _refuse_limits(self) -> None:
        whole = [(self.quantity, self.tolerance_quantity), (self.value, self.tolerance_value), (self.uses, 0)]
        parts = [(limit, 0) for period in self.periods for limit in (period.quantity, period.value)]
        for limit, tolerance in (*whole, *parts):
            if limit is not None and limit <= 0:
                raise BadRequest(*wrong("no_limit", limit=limit))
            if tolerance < 0 or (limit or 0) + tolerance > NUMBER_MAX:
                raise BadRequest(*wrong("no_tolerance", limit=limit, tolerance=tolerance))
            if tolerance and limit is None:
                raise BadRequest(*wrong("tolerance_alone"))

    def _refuse_gaps(self) -> None:
        for before, after in zip(self.periods, self.periods[1:], strict=False):
            if after.first != before.last + timedelta(days=1):
                raise BadRequest(*wrong("gap", first=after.first, last=before.last))
        for period in self.periods:
            if period.first > period.last:
                raise BadRequest(*wrong("period_backwards", last=period.last))

    def text(self) -> str:
        """All terms as one line of JSON, the same for the same terms: part of what the chain holds."""
        return terms_text(
            unit=self.unit.smallest,
            valid=(self.valid_from.isoformat(), self.valid_until.isoformat()),
            quantity=(self.quantity, self.tolerance_quantity),
            value=(self.value, self.tolerance_value),
            currency=self.currency,
            uses=self.uses,
            periods=[(one.first.isoformat(), one.last.isoformat(), one.quantity, one.value) for one in self.periods],
        )


def terms_text(
    *,
    unit: str,
    valid: tuple[str, str],
    quantity: tuple[int | None, int],
    value: tuple[int | None, int],
    currency: str,
    uses: int | None,
    periods: list[tuple[str, str, int | None, int | None]],
) -> str:
    """From the bare values, as the rows of the database hold them too."""
    named = {
        "unit": unit, "valid": valid, "quantity": quantity, "value": value, "currency": currency, "uses": uses,
        "periods": periods,
    }  # fmt: skip
    return json.dumps(named, separators=(",", ":"))
