"""A customs declaration: goods line by line, as stated, with amounts as whole numbers of their smallest unit."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from cocket.gate.faults import keys, pieces
from cocket.quantity.amount import Amount, Money
from cocket.quantity.units import UNITS
from cocket.wording.shapes import within

Stated: TypeAlias = str | list[str] | dict[str, str]
Plain: TypeAlias = dict[str, object]

# What a declaration says once, for all its lines.
HEADER: Final = ("exporter", "destination", "port", "consignee", "importer", "end_user")


@dataclass(frozen=True, slots=True)
class DeclaredLine:
    """``facts`` as a list of goods states them, in text (``check.tables.columns``); ``licence`` "" is none.

    ``remarks`` is what the remarks column of the declaration says about the line.
    """

    label: str
    description: str
    customs_number: str
    quantity: Amount
    value: Money
    licence: str
    remarks: str
    facts: Mapping[str, Stated]

    def content(self) -> Plain:
        return {
            "line": self.label,
            "description": self.description,
            "hs": self.customs_number,
            "quantity": self.quantity.number,
            "unit": self.quantity.unit.code,
            "value": self.value.number,
            "currency": self.value.currency,
            "licence": self.licence,
            "remarks": self.remarks,
            "facts": dict(self.facts),
        }


@dataclass(frozen=True, slots=True)
class Declaration:
    """``day`` None: the day on which the gate gets it. ``parties`` holds what is stated of `HEADER`."""

    number: str
    day: date | None
    parties: Mapping[str, str]
    lines: tuple[DeclaredLine, ...]

    def content(self) -> Plain:
        """All of it as plain data; amounts in the smallest unit beside the unit as stated."""
        return {
            "number": self.number,
            "day": self.day.isoformat() if self.day else "",
            **{key: self.parties.get(key, "") for key in HEADER},
            "lines": [line.content() for line in self.lines],
        }

    def line(self, label: str) -> DeclaredLine | None:
        return next((line for line in self.lines if line.label == label), None)

    def stated(self, line: DeclaredLine, day: date) -> dict[str, object]:
        """The line as `Checker.check` takes it."""
        whole: dict[str, object] = {key: value for key, value in self.parties.items() if value}
        whole |= line.facts
        return whole | {
            "date": day,
            "description": line.description,
            "hs": line.customs_number,
            "quantity": line.quantity.unit.show(line.quantity.number),
            "unit": line.quantity.unit.code,
        }


def canonical(content: object) -> str:
    """One text for one content: keys in order, no spaces, characters as they are."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def differences(first: object, now: object, name: str = "") -> Iterator[tuple[str, str, str]]:
    """Where two contents differ: ``line 2, quantity``, as it was first, as it is now, amounts with their units."""
    if isinstance(first, dict) and isinstance(now, dict):
        for key in sorted(first.keys() | now.keys()):
            yield from differences(first.get(key, ""), now.get(key, ""), _joined(name, key))
    elif _has_lines(first) and _has_lines(now):
        before, after = _by_label(first), _by_label(now)
        for label in dict.fromkeys((*before, *after)):
            yield from differences(before.get(label, ""), after.get(label, ""), pieces("line", line=label))
    elif first != now:
        yield name, _shown(first), _shown(now)


def _joined(name: str, key: str) -> str:
    named = keys(key) if key in keys.texts else key
    return named if not name else within(name, named)


def _has_lines(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) and "line" in one for one in value)


def _by_label(lines: object) -> dict[str, object]:
    assert isinstance(lines, list)
    return {str(one["line"]): _with_units(one) for one in lines}


def _with_units(line: Plain) -> Plain:
    """A line as people read it: a bare 100000000 beside a bare 99000000 tells nobody that it is milligrams."""
    kept = {key: value for key, value in line.items() if key not in ("unit", "currency")}
    quantity, value = line["quantity"], line["value"]
    assert isinstance(quantity, int) and isinstance(value, int)
    return kept | {
        "quantity": str(Amount(quantity, UNITS[str(line["unit"])])),
        "value": str(Money(value, str(line["currency"]))),
    }


def _shown(value: object) -> str:
    return value if isinstance(value, str) else canonical(value)
