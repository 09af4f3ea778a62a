"""A licence as faces show it: as issued, where it stands today, what is left of each line, and each step so far."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.ledger.state import LineState, PeriodState
from cocket.licensing.licences.licence import Licence, LicenceLine
from cocket.licensing.licences.writing import licence_data
from cocket.licensing.records.book import ledger
from cocket.licensing.records.finding import StepMade, licence_for, steps_of
from cocket.quantity.amount import Amount, Money


def licence_view(actor: Actor, number: str, today: date) -> dict[str, Any]:
    """Plain data; ``standing`` is the status on that day, ``usable_today`` whether it may be used.

    Raises LicenceError, UnknownLicence, NotAllowed or LedgerError.
    """
    licence = licence_for(actor, number)
    ids = [line.id for line in licence.lines]
    with told():
        states = {one.id: one for one in ledger().lines(ids)}
        periods = {line: list(some) for line, some in groupby(ledger().periods(ids), key=lambda one: one.line)}
    issued = licence_data(licence)
    lines = [
        line_view(line, data, states[line.id], periods.get(line.id, []))
        for line, data in zip(licence.lines, issued["lines"], strict=True)
    ]
    steps = [step_view(step) for step in steps_of(number)]
    return {**head_view(licence, today), **issued, "lines": lines, "steps": steps}


def head_view(licence: Licence, today: date) -> dict[str, Any]:
    """What a list shows of it."""
    return {
        "number": licence.number,
        "kind": licence.kind.value,
        "regime": licence.regime,
        "holder": licence.holder.name,
        "valid_until": licence.valid_until.isoformat(),
        "status": licence.status.value,
        "standing": licence.status_on(today).value,
        "usable_today": licence.usable_on(today),
    }


def line_view(
    line: LicenceLine, issued: dict[str, Any], state: LineState, periods: Sequence[PeriodState]
) -> dict[str, Any]:
    """``issued`` with what is left of the line, and of each of its periods."""
    shown = {"id": line.id, **issued, "balance": balance(line, state)}
    if periods:
        shown["periods"] = [
            {**period, "balance": amounts(line, one)} for period, one in zip(issued["periods"], periods, strict=True)
        ]
    return shown


def balance(line: LicenceLine, state: LineState) -> dict[str, Any]:
    """Each limit with what is written off, reserved and left; a limit that is not set has no ``left``."""
    shown = amounts(line, state, (state.tolerance_quantity, state.tolerance_value))
    if state.excess_quantity or state.excess_value:
        shown["excess"] = str(Amount(state.excess_quantity, line.terms.unit))
    return {**shown, "uses": state.uses, "usable": bool(state.usable), "closed": bool(state.closed)}


def amounts(line: LicenceLine, state: LineState | PeriodState, tolerances: tuple[int, int] = (0, 0)) -> dict[str, Any]:
    """``tolerances`` of quantity and value, which periods do not have."""
    unit, currency = line.terms.unit, line.terms.currency
    quantity = state.drawn_quantity, state.reserved_quantity, state.limit_quantity, tolerances[0]
    value = state.drawn_value, state.reserved_value, state.limit_value, tolerances[1]
    shown: dict[str, Any] = {"quantity": _moved(*quantity, lambda number: str(Amount(number, unit)))}
    if currency:
        shown["value"] = _moved(*value, lambda number: str(Money(number, currency)))
    return shown


def _moved(
    drawn: int, reserved: int, limit: int | None, tolerance: int, written: Callable[[int], str]
) -> dict[str, str]:
    moved = {"written_off": written(drawn), "reserved": written(reserved)}
    return moved if limit is None else {**moved, "left": written(limit + tolerance - drawn - reserved)}


def step_view(step: StepMade) -> dict[str, Any]:
    return {
        "sequence": step.sequence,
        "move": step.move,
        "before": step.before,
        "after": step.after,
        "day": step.day.isoformat(),
        "recorded": step.recorded.isoformat(),
        "by": step.by,
        "why": step.why,
        "other": step.other,
    }
