"""Whether a request fits the lines it names, and what it moves. Values in, values out: no clock, no database.

The database tests the same again: limits by its CHECKs, usable and valid in the statement that draws. What is decided
here is the exact order of many requests in one transaction, and the reason that a person is told.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from cocket.ledger.answer import Reason
from cocket.ledger.request import TAKING, Kind, Part, Request, day_text
from cocket.ledger.state import LineState, PeriodState, PostingState
from cocket.quantity.amount import NUMBER_MAX, Money
from cocket.quantity.errors import QuantityError
from cocket.quantity.rate import Rate, exchange

AHEAD_MAX = timedelta(days=1)
"""A day further ahead of the ledger's own clock is a wrong clock: time zones make no more than one."""


def last_day_at(now: datetime) -> date:
    """The latest day that is believed, by the ledger's clock (UTC)."""
    return now.date() + AHEAD_MAX


@dataclass(slots=True)
class Scene:
    """The rows that the requests of one transaction touch, as they stand now. ``last_day``: see `last_day_at`.
    ``targets``: the ids that they act on."""

    last_day: date
    lines: dict[str, LineState]
    postings: dict[tuple[str, str], PostingState] = field(default_factory=dict)
    periods: Mapping[str, Sequence[PeriodState]] = field(default_factory=dict)
    rates: Mapping[tuple[str, str], Sequence[Rate]] = field(default_factory=dict)
    targets: Collection[str] = ()


@dataclass(slots=True)
class Movement:
    """What one part of a request does to its line; with an ``outcome`` other than for an excess: nothing."""

    line: LineState
    outcome: Reason | None = None
    room: int = 0
    quantity: int = 0
    value: int = 0
    freed_value: int = 0
    uses: int = 0
    rate: str = ""
    period: PeriodState | None = None
    target: PostingState | None = None
    behind: PostingState | None = None


class Counted(NamedTuple):
    """Amounts in the units of the line."""

    quantity: int
    value: int
    rate: str = ""


def decide(request: Request, scene: Scene) -> list[Movement]:
    """One movement for each part; when one is refused all are, the others with OTHER_LINE."""
    movements = [_judge(request, part, scene) for part in request.parts]
    if len(movements) > 1 and request.kind is not Kind.EXCESS and any(one.outcome for one in movements):
        return [one if one.outcome else Movement(one.line, Reason.OTHER_LINE) for one in movements]
    return movements


def _judge(request: Request, part: Part, scene: Scene) -> Movement:
    line = scene.lines[part.line]
    kind = request.kind
    if kind is Kind.EXCESS:
        return _excess(request, part, line, scene)
    if kind is Kind.OPEN:
        return Movement(line, Reason.ALREADY_OPEN if line.seq else None)
    if request.day > scene.last_day:
        return Movement(line, Reason.DAY_AHEAD)
    if kind in TAKING:
        why = barred(line, day_text(request.day))
        return Movement(line, why) if why else _take(request, part, line, scene)
    if kind in (Kind.RELEASE, Kind.CORRECT):
        return _give_back(request, part, line, scene)
    if line.closed:
        return Movement(line, Reason.CLOSED)
    if kind is Kind.CLOSE and line.reserved_quantity + line.reserved_value > 0:
        return Movement(line, Reason.OPEN_RESERVATIONS, room=line.reserved_quantity)
    return Movement(line)


def barred(line: LineState, day: str) -> Reason | None:
    """Why nothing is taken from it on that day."""
    if line.closed:
        return Reason.CLOSED
    if not line.usable:
        return Reason.NOT_USABLE
    if day < line.valid_from:
        return Reason.NOT_YET_VALID
    return Reason.EXPIRED if day > line.valid_until else None


def _take(request: Request, part: Part, line: LineState, scene: Scene) -> Movement:
    counted = _counted(part, line, request.day, scene, up=True)
    if isinstance(counted, Reason):
        return Movement(line, counted)
    if part.target:
        return _take_reserved(part, line, counted, scene)
    period = _period_on(scene.periods.get(line.id, ()), day_text(request.day)) if line.periods else None
    if line.periods and period is None:
        return Movement(line, Reason.NO_PERIOD)
    without = lacking(line, period, counted.quantity, counted.value)
    if without is None and uses_up(line):
        without = Reason.USES, 0
    if without:
        return Movement(line, without[0], room=without[1])
    return Movement(line, None, 0, counted.quantity, counted.value, 0, 1, counted.rate, period)


def _take_reserved(part: Part, line: LineState, counted: Counted, scene: Scene) -> Movement:
    """The quantity must stand in the reservation; value beyond it (a price that rose) needs room of the line."""
    target = scene.postings.get((part.target, line.id))
    refused = _wrong_target(line, target, (Kind.RESERVE,))
    if refused or target is None:
        return refused or Movement(line, Reason.UNKNOWN_TARGET)
    if counted.quantity > target.open_quantity:
        return Movement(line, Reason.EXCEEDS_TARGET, room=target.open_quantity)
    period = _numbered(scene, line, target.period)
    fresh = max(counted.value - target.open_value, 0)
    without = lacking(line, period, 0, fresh) if fresh else None
    if without:
        return Movement(line, without[0], room=without[1])
    last = counted.quantity == target.open_quantity
    # goods all gone: what the reservation still holds of the value has nothing left to stand for
    freed = target.open_value if last else min(counted.value, target.open_value)
    return Movement(line, None, 0, counted.quantity, counted.value, freed, 0, counted.rate, period, target)


def _give_back(request: Request, part: Part, line: LineState, scene: Scene) -> Movement:
    """A release frees what a reservation still holds; a correction takes back what a write-off or excess booked."""
    kinds = (Kind.RESERVE,) if request.kind is Kind.RELEASE else (Kind.WRITE_OFF, Kind.EXCESS)
    target = scene.postings.get((part.target, line.id))
    refused = _wrong_target(line, target, kinds)
    if refused or target is None:
        return refused or Movement(line, Reason.UNKNOWN_TARGET)
    counted = _counted_back(part, line, target, request.day, scene)
    if isinstance(counted, Reason):
        return Movement(line, counted)
    if counted.quantity > target.open_quantity or counted.value > target.open_value:
        return Movement(line, Reason.EXCEEDS_TARGET, room=target.open_quantity)
    if not counted.quantity and not counted.value:
        return Movement(line, Reason.EXCEEDS_TARGET)
    behind = scene.postings.get((target.target, line.id)) if target.target else None
    period = _numbered(scene, line, target.period)
    movement = Movement(line, None, 0, counted.quantity, counted.value, 0, 0, counted.rate, period, target, behind)
    movement.uses = -1 if _ends_use(target, behind, counted.quantity) else 0
    if request.kind is Kind.RELEASE:
        movement.freed_value = counted.value
    return movement


def _ends_use(target: PostingState, behind: PostingState | None, quantity: int) -> bool:
    """A reservation or a direct write-off is one use of the line for as long as anything of it stands."""
    if target.kind == Kind.EXCESS:
        return False
    holder = behind or target
    return quantity > 0 and holder.open_quantity + holder.spent_quantity == quantity


def _excess(request: Request, part: Part, line: LineState, scene: Scene) -> Movement:
    """Never refused: the goods are gone. What cannot be counted is kept as it was stated, with the reason."""
    counted = _counted(part, line, request.day, scene, up=True)
    if isinstance(counted, Reason):
        quantity = _quantity(part, line)
        return _apart(line, Counted(0 if isinstance(quantity, Reason) else quantity, 0), counted)
    return _apart(line, counted, None)


def _apart(line: LineState, counted: Counted, why: Reason | None) -> Movement:
    if max(line.excess_quantity + counted.quantity, line.excess_value + counted.value) > NUMBER_MAX:
        return Movement(line, Reason.TOO_LARGE)
    return Movement(line, why, 0, counted.quantity, counted.value, rate=counted.rate)


def _wrong_target(line: LineState, target: PostingState | None, kinds: tuple[Kind, ...]) -> Movement | None:
    if target is None or not target.kind:
        return Movement(line, Reason.UNKNOWN_TARGET)
    return None if target.kind in kinds else Movement(line, Reason.TARGET_KIND)


def lacking(line: LineState, period: PeriodState | None, quantity: int, value: int) -> tuple[Reason, int] | None:
    """The first limit without room for it, and what is left of that limit."""
    taken_quantity = line.reserved_quantity + line.drawn_quantity
    taken_value = line.reserved_value + line.drawn_value
    limit_quantity, limit_value = line.limit_quantity, line.limit_value
    if limit_quantity is not None and taken_quantity + quantity > limit_quantity + line.tolerance_quantity:
        return Reason.QUANTITY, limit_quantity + line.tolerance_quantity - taken_quantity
    if limit_value is not None and taken_value + value > limit_value + line.tolerance_value:
        return Reason.VALUE, limit_value + line.tolerance_value - taken_value
    if taken_quantity + quantity > NUMBER_MAX or taken_value + value > NUMBER_MAX:
        return Reason.TOO_LARGE, 0
    if period is not None:
        left = (period.limit_quantity or 0) - period.reserved_quantity - period.drawn_quantity
        if period.limit_quantity is not None and quantity > left:
            return Reason.PERIOD_QUANTITY, left
        left = (period.limit_value or 0) - period.reserved_value - period.drawn_value
        if period.limit_value is not None and value > left:
            return Reason.PERIOD_VALUE, left
    return None


def uses_up(line: LineState) -> bool:
    """Whether one use more would be one too many."""
    return line.limit_uses is not None and line.uses >= line.limit_uses


def _counted(part: Part, line: LineState, day: date, scene: Scene, *, up: bool) -> Counted | Reason:
    quantity = _quantity(part, line)
    if isinstance(quantity, Reason):
        return quantity
    if not line.currency:
        return Counted(quantity, 0)
    if part.value is None:
        return Reason.VALUE_MISSING
    if part.value.currency == line.currency:
        return Counted(quantity, part.value.number)
    return _exchanged(quantity, part.value, line.currency, day, scene, up=up)


def _quantity(part: Part, line: LineState) -> int | Reason:
    assert part.quantity is not None
    return part.quantity.number if part.quantity.unit.smallest == line.unit else Reason.UNIT


def _counted_back(part: Part, line: LineState, target: PostingState, day: date, scene: Scene) -> Counted | Reason:
    """All that is left where no quantity is given, and all value where the quantity is all."""
    if part.quantity is None:
        return Counted(target.open_quantity, target.open_value)
    quantity = _quantity(part, line)
    if quantity == target.open_quantity:
        return Counted(target.open_quantity, target.open_value)
    return _counted(part, line, day, scene, up=False)


def _exchanged(quantity: int, value: Money, into: str, day: date, scene: Scene, *, up: bool) -> Counted | Reason:
    rate = next((one for one in scene.rates.get((value.currency, into), ()) if one.holds_on(day)), None)
    if rate is None:
        return Reason.RATE
    try:
        return Counted(quantity, exchange(value, rate, day, up=up).number, str(rate))
    except QuantityError:
        return Reason.TOO_LARGE


def _period_on(periods: Sequence[PeriodState], day: str) -> PeriodState | None:
    return next((period for period in periods if period.first <= day <= period.last), None)


def _numbered(scene: Scene, line: LineState, number: int) -> PeriodState | None:
    return scene.periods[line.id][number - 1] if number else None
