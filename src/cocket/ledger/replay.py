"""What a line's entries add up to: the balances that must stand in its row."""

from dataclasses import dataclass, field

from cocket.ledger.entry import GENESIS, REQUEST_AT, STATED_AT

Moved = tuple[str, str, str, int, int, int, int, int]
"""Kind, outcome, target, quantity, value, freed value, uses and period of an entry."""

# (reserved, drawn) in units of the entry's quantity; a write-off of a reservation moves from one to the other
_SIGNS = {"reserve": (1, 0), "release": (-1, 0), "correct": (0, -1)}


@dataclass(slots=True)
class Replayed:
    """Named as the columns of ``ledger_line``; ``periods``: reserved and drawn quantity, reserved and drawn value."""

    terms: str = ""
    usable: int = 1
    closed: int = 0
    reserved_quantity: int = 0
    drawn_quantity: int = 0
    reserved_value: int = 0
    drawn_value: int = 0
    uses: int = 0
    excess_quantity: int = 0
    excess_value: int = 0
    seq: int = 0
    head: bytes = GENESIS
    periods: dict[int, list[int]] = field(default_factory=dict)
    excesses: set[str] = field(default_factory=set)


def replay_entry(line: Replayed, moved: Moved, text: str) -> None:
    """``text``: what the entry's hash is made of; only rare kinds of entries need to look into it."""
    kind, outcome, target, quantity, value, freed_value, uses, period = moved
    if kind == "excess":
        line.excess_quantity += quantity
        line.excess_value += value
        line.excesses.add(text.split("\t")[REQUEST_AT])
        return
    if outcome:
        return
    if kind == "write_off":
        reserved, drawn = (-quantity, quantity) if target else (0, quantity)
        reserved_value, drawn_value = -freed_value, value
    elif kind == "correct" and target in line.excesses:
        line.excess_quantity -= quantity
        line.excess_value -= value
        return
    elif kind in _SIGNS:
        sign_reserved, sign_drawn = _SIGNS[kind]
        reserved, drawn = sign_reserved * quantity, sign_drawn * quantity
        reserved_value, drawn_value = sign_reserved * value, sign_drawn * value
    else:
        _replay_setting(line, kind, text)
        return
    line.reserved_quantity += reserved
    line.drawn_quantity += drawn
    line.reserved_value += reserved_value
    line.drawn_value += drawn_value
    line.uses += uses
    if period:
        balance = line.periods.setdefault(period, [0, 0, 0, 0])
        for index, change in enumerate((reserved, drawn, reserved_value, drawn_value)):
            balance[index] += change


def _replay_setting(line: Replayed, kind: str, text: str) -> None:
    if kind == "open":
        line.terms = text.split("\t")[STATED_AT]
    elif kind == "close":
        line.usable, line.closed = 0, 1
    else:
        line.usable = int(kind == "usable")
