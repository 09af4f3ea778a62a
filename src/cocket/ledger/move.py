"""Carries a decided movement into the rows that a transaction holds. No decisions here."""

from cocket.ledger.decide import Movement
from cocket.ledger.request import Kind
from cocket.ledger.state import LineState, PeriodState, PostingState


def move(kind: Kind, movement: Movement) -> None:
    """Changes line, period, target and the reservation behind it; what is refused changes nothing."""
    line = movement.line
    if kind is Kind.EXCESS:
        line.excess_quantity += movement.quantity
        line.excess_value += movement.value
        return
    if movement.outcome is not None:
        return
    if kind is Kind.USABLE or kind is Kind.UNUSABLE:
        line.usable = int(kind is Kind.USABLE)
    elif kind is Kind.CLOSE:
        line.usable, line.closed = 0, 1
    elif movement.target is not None and movement.target.kind == Kind.EXCESS:
        line.excess_quantity -= movement.quantity
        line.excess_value -= movement.value
        _give(movement.target, movement)
    else:
        line.uses += movement.uses
        for account in (line, movement.period):
            if account is not None:
                _move_account(kind, account, movement)
        _move_postings(kind, movement)


def _move_account(kind: Kind, account: LineState | PeriodState, movement: Movement) -> None:
    quantity, value = movement.quantity, movement.value
    if kind is Kind.RESERVE:
        account.reserved_quantity += quantity
        account.reserved_value += value
    elif kind is Kind.WRITE_OFF:
        account.drawn_quantity += quantity
        account.drawn_value += value
        if movement.target is not None:
            account.reserved_quantity -= quantity
            account.reserved_value -= movement.freed_value
    elif kind is Kind.RELEASE:
        account.reserved_quantity -= quantity
        account.reserved_value -= movement.freed_value
    elif kind is Kind.CORRECT:
        account.drawn_quantity -= quantity
        account.drawn_value -= value


def _move_postings(kind: Kind, movement: Movement) -> None:
    target = movement.target
    if target is None:
        return
    if kind is Kind.WRITE_OFF:
        target.open_quantity -= movement.quantity
        target.open_value -= movement.freed_value
        target.spent_quantity += movement.quantity
        return
    _give(target, movement)
    if movement.behind is not None:
        movement.behind.spent_quantity -= movement.quantity


def _give(target: PostingState, movement: Movement) -> None:
    target.open_quantity -= movement.quantity
    target.open_value -= movement.value
