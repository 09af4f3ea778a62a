"""What a judgement asks of the ledger, written down before it is asked, and what its answer makes of the judgement.

Ids follow from the number of the declaration, so that whoever repeats a request after a crash repeats the same one: a
declaration is written off under one id in all its life, and the ledger's own key keeps it from being drawn twice.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from cocket.gate.answer import Answer, Judgement, Reason
from cocket.gate.with_licence import totals
from cocket.ledger import Kind, Part, Request, movement
from cocket.ledger import Reason as Refusal
from cocket.quantity.amount import Amount, Money
from cocket.quantity.units import UNITS

Plain = dict[str, Any]

# The field of the declaration that a refusal of the ledger is about.
FIELDS: Final[Mapping[Refusal, str]] = {
    Refusal.CLOSED: "licence",
    Refusal.NOT_USABLE: "licence",
    Refusal.DAY_AHEAD: "date",
    Refusal.NOT_YET_VALID: "date",
    Refusal.EXPIRED: "date",
    Refusal.UNIT: "unit",
    Refusal.VALUE_MISSING: "value",
    Refusal.RATE: "currency",
    Refusal.QUANTITY: "quantity",
    Refusal.VALUE: "value",
    Refusal.USES: "licence",
    Refusal.NO_PERIOD: "date",
    Refusal.PERIOD_QUANTITY: "quantity",
    Refusal.PERIOD_VALUE: "value",
    Refusal.TOO_LARGE: "quantity",
}


@dataclass(frozen=True, slots=True)
class Reserved:
    """What a hold keeps for its declaration: under which request, by line of the licence."""

    request: str
    amounts: Mapping[str, tuple[Amount, Money]]


def plan(number: str, step: int, judgement: Judgement, reserved: Reserved | None, day: date) -> list[Request]:
    """The requests in the order in which they are made; none where nothing is drawn or kept."""
    sums = {line: found for line, found in totals(judgement.lines).items() if found is not None}
    wanted = sums if judgement.answer is not Answer.REFUSE and _all_known(judgement) else {}
    note = f"declaration {number}"
    keeps = reserved is not None and reserved.amounts == wanted
    found = []
    if reserved is not None and not keeps:
        back = [Part(line, target=reserved.request) for line in reserved.amounts]
        found.append(movement(f"gate/{number}/{step}/release", Kind.RELEASE, day, back, note))
    if not wanted or (keeps and judgement.answer is Answer.HOLD):
        return found
    target = reserved.request if keeps and reserved else ""
    parts = [Part(line, quantity, value, target) for line, (quantity, value) in wanted.items()]
    if judgement.answer is Answer.RELEASE:
        found.append(movement(f"gate/{number}/write-off", Kind.WRITE_OFF, day, parts, note))
    else:
        found.append(movement(f"gate/{number}/{step}/reserve", Kind.RESERVE, day, parts, note))
    return found


def giving_back(number: str, step: int, reserved: Reserved, day: date) -> Request:
    """For the case that the ledger refuses what a reservation stood for: a refused declaration keeps nothing."""
    back = [Part(line, target=reserved.request) for line in reserved.amounts]
    return movement(f"gate/{number}/{step}/return", Kind.RELEASE, day, back, f"declaration {number}")


def _all_known(judgement: Judgement) -> bool:
    """Whether every line that goes under a licence says what it draws: only then is there a sum to keep."""
    return bool(judgement.draws) and all(one.draws or not one.licence for one in judgement.lines)


def as_plain(request: Request) -> Plain:
    parts = [
        {
            "line": part.line,
            "quantity": part.quantity and [part.quantity.number, part.quantity.unit.code],
            "value": part.value and [part.value.number, part.value.currency],
            "target": part.target,
        }
        for part in request.parts
    ]
    return {
        "id": request.id,
        "kind": request.kind.value,
        "day": request.day.isoformat(),
        "note": request.note,
        "parts": parts,
    }


def from_plain(plain: Plain) -> Request:
    parts = [
        Part(
            part["line"],
            Amount(part["quantity"][0], UNITS[part["quantity"][1]]) if part["quantity"] else None,
            Money(*part["value"]) if part["value"] else None,
            part["target"],
        )
        for part in plain["parts"]
    ]
    return movement(plain["id"], Kind(plain["kind"]), date.fromisoformat(plain["day"]), parts, plain["note"])


def refused(lines: Sequence[Plain], reasons: Mapping[str, Reason]) -> list[Plain]:
    """The lines after the ledger refused: those that draw on the line at fault say why, the others stand."""
    found = []
    several = Counter(draw["licence_line"] for line in lines for draw in line.get("draws", ()))
    for line in lines:
        drawn = [draw["licence_line"] for draw in line.get("draws", ())]
        why = [reasons[one].plain() for one in drawn if one in reasons]
        if any(several[one] > 1 for one in drawn if one in reasons):
            why.append(Reason("together").plain())
        if why:
            kept = {key: value for key, value in line.items() if key not in ("challenges", "draws")}
            found.append({**kept, "answer": Answer.REFUSE.value, "reasons": why})
        else:
            found.append(line)
    return found


def why_refused(part: Part, day: date, refusal: Refusal, room: int, currency: str) -> Reason:
    """The field, what is declared of it, and the room that was left, or for want of a rate the currency that needs
    none; ``currency`` is the one of the licence's line."""
    field = FIELDS.get(refusal, "licence")
    declared = {
        "quantity": str(part.quantity) if part.quantity else "",
        "unit": part.quantity.unit.symbol if part.quantity else "",
        "value": str(part.value) if part.value else "",
        "currency": part.value.currency if part.value else "",
        "date": day.isoformat(),
    }.get(field, part.line)
    left = ""
    if refusal in (Refusal.QUANTITY, Refusal.PERIOD_QUANTITY) and part.quantity:
        left = str(Amount(room, part.quantity.unit))
    elif refusal in (Refusal.VALUE, Refusal.PERIOD_VALUE):
        left = str(Money(room, currency))
    elif refusal is Refusal.RATE:
        left = currency
    return Reason(f"ledger_{refusal.value}", field, declared, left)


def reserved_by(requests: Iterable[tuple[Request, bool]]) -> Reserved | None:
    """What still stands reserved after requests and whether they were accepted, in order."""
    stands: Reserved | None = None
    for request, accepted in requests:
        if request.kind is Kind.RESERVE and accepted:
            amounts = {part.line: (part.quantity, part.value) for part in request.parts if part.quantity and part.value}
            stands = Reserved(request.id, amounts)
        elif request.kind is Kind.RELEASE and accepted:
            stands = None
    return stands
