"""A licence as faces show it: as issued, where it stands today, what is left of each line, and each step so far."""

from datetime import date
from typing import Any

from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.ledger.state import LineState
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
    with told():
        states = {one.id: one for one in ledger().lines([line.id for line in licence.lines])}
    issued = licence_data(licence)
    lines = [
        {"id": line.id, **data, "balance": balance(line, states[line.id])}
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


def balance(line: LicenceLine, state: LineState) -> dict[str, Any]:
    """Each limit with what is written off, reserved and left; a limit that is not set has no ``left``."""
    unit, currency = line.terms.unit, line.terms.currency
    shown: dict[str, Any] = {
        "quantity": {
            "written_off": str(Amount(state.drawn_quantity, unit)),
            "reserved": str(Amount(state.reserved_quantity, unit)),
        }
    }
    if state.limit_quantity is not None:
        left = state.limit_quantity + state.tolerance_quantity - state.drawn_quantity - state.reserved_quantity
        shown["quantity"]["left"] = str(Amount(left, unit))
    if currency:
        shown["value"] = {
            "written_off": str(Money(state.drawn_value, currency)),
            "reserved": str(Money(state.reserved_value, currency)),
        }
    if state.limit_value is not None:
        left = state.limit_value + state.tolerance_value - state.drawn_value - state.reserved_value
        shown["value"]["left"] = str(Money(left, currency))
    if state.excess_quantity or state.excess_value:
        shown["excess"] = str(Amount(state.excess_quantity, unit))
    return {**shown, "uses": state.uses, "usable": bool(state.usable), "closed": bool(state.closed)}


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
