"""Declarations and answers out of the plain data that the store keeps of them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from cocket.gate.answer import Answer, Challenge, EventKind, LineAnswer
from cocket.gate.declaration import HEADER, Declaration, DeclaredLine
from cocket.quantity.amount import Amount, Money
from cocket.quantity.units import UNITS


def declaration_from(content: dict[str, Any]) -> Declaration:
    """The reverse of `Declaration.content`."""
    lines = tuple(
        DeclaredLine(
            label=line["line"],
            description=line["description"],
            customs_number=line["hs"],
            quantity=Amount(line["quantity"], UNITS[line["unit"]]),
            value=Money(line["value"], line["currency"]),
            licence=line["licence"],
            remarks=line["remarks"],
            facts=line["facts"],
        )
        for line in content["lines"]
    )
    day = date.fromisoformat(content["day"]) if content["day"] else None
    return Declaration(content["number"], day, {key: content[key] for key in HEADER if content[key]}, lines)


def answers_from(lines: Iterable[dict[str, Any]]) -> list[LineAnswer]:
    """What an event is tested against: the answer of each line and what was asked for."""
    return [
        LineAnswer(
            line["line"],
            Answer(line["answer"]),
            challenges=tuple(
                Challenge(EventKind(one["kind"]), tuple(one["asks"])) for one in line.get("challenges", ())
            ),
        )
        for line in lines
    ]
