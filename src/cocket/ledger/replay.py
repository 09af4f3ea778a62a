"""What a line's entries add up to: the balances that must stand in its row."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cocket.ledger.entry import GENESIS, STATED_AT

# (reserved, drawn) in units of the entry's quantity; a write-off of a reservation moves from one to the other
_SIGNS = {"reserve": (1, 0), "release": (-1, 0), "correct": (0, -1)}


@dataclass(frozen=True, slots=True)
class Break:
    """The first thing that does not hold: ``what`` names the rule, ``sequence`` 0 the line as a whole."""

    what: str
    line: str
    sequence: int = 0
    expected: str = ""
    found: str = ""


@dataclass(slots=True)
class Replayed:
    """Named as the columns of ``ledger_line``; ``periods``: reserved and drawn quantity, reserved and drawn value.

    ``recorded``: when the last entry was. ``clock_steps``: entries recorded earlier than the one before them.
    ``early``: entries that were read before those that they follow, by their sequence.
    """

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
    recorded: bytes = b""
    clock_steps: int = 0
    early: dict[int, tuple[bytes, bytes | None]] = field(default_factory=dict)
    first_break: Break | None = None


def replay_entry(line: Replayed, fields: Sequence[str]) -> None:
    """``fields``: of an entry, as texts. Raises ValueError where one that counts is no number."""
    _, _, kind, request, _, outcome, target, *numbers = fields[:12]
    quantity, value, freed_value, uses, period = map(int, numbers)
    if kind == "excess":
        line.excess_quantity += quantity
        line.excess_value += value
        line.excesses.add(request)
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
        _replay_setting(line, kind, fields)
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


def _replay_setting(line: Replayed, kind: str, fields: Sequence[str]) -> None:
    if kind == "open":
        line.terms = fields[STATED_AT]
    elif kind == "close":
        line.usable, line.closed = 0, 1
    else:
        line.usable = int(kind == "usable")
