"""Reads a licence from a file or a request: one form for both, every value with the place it stands at.

The form stands in docs/licences.md. A key that is not known is refused, so that nothing written is passed over.
"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from cocket.law.errors import LawError
from cocket.law.shapes import CONTROL_CODE
from cocket.law.source import Field, read_file, read_text
from cocket.ledger.errors import BadRequest
from cocket.ledger.terms import Period, Terms
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.faults import wrong
from cocket.licensing.licences.licence import BY_USE, NO_CODE, Kind, Licence, LicenceLine, Party
from cocket.licensing.licences.number import refuse_number
from cocket.licensing.licences.read_condition import read_condition
from cocket.licensing.licences.read_parts import amount, country, money
from cocket.quantity.amount import Amount, Money
from cocket.quantity.errors import QuantityError
from cocket.quantity.units import Unit, find_unit

REQUIRED = ("number", "kind", "regime", "holder", "issued_on", "valid_until", "lines")
LINE_REQUIRED = ("control_code", "goods", "destinations", "end_users")
LINE_OPTIONAL = (
    "quantity", "quantity_tolerance", "unit", "value", "value_tolerance", "uses", "end_uses",
    "valid_from", "valid_until", "periods", "conditions",
)  # fmt: skip
T = TypeVar("T")


def read_licence_file(path: Path) -> Licence:
    """YAML, or JSON where the name ends so. Raises LawError naming file, line and key."""
    if path.suffix.lower() != ".json":
        return read_licence(read_file(path, path.name))
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise _unreadable(path.name, *wrong("unread", error=error.strerror)) from None
    except UnicodeDecodeError as error:
        raise _unreadable(path.name, *wrong("not_utf8", at=error.start)) from None
    return read_licence_json(text, path.name)


def read_licence_json(text: str, name: str) -> Licence:
    """Raises LawError with the key; of JSON the line is not told."""
    return read_licence(json_field(text, name))


def json_field(text: str, name: str) -> Field:
    """By the same rules as YAML: a string is quoted, a figure is taken as it is written. Raises LawError."""
    try:
        plain = json.loads(text, object_pairs_hook=_without_repetition, parse_int=str, parse_float=str)
        written = json.dumps(plain, ensure_ascii=False)
        written.encode()  # half a sign, which JSON may spell and no text may hold
        return read_text(written, name)
    except RecursionError:
        raise _unreadable(name, *wrong("nested")) from None
    except ValueError as error:
        raise _unreadable(name, *wrong("not_json", error=error)) from None


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the key '{next(name for name in names if names.count(name) > 1)}' stands twice")
    return found


def _unreadable(name: str, problem: str, remedy: str) -> LawError:
    return LawError(file=name, line=1, key="", problem=problem, remedy=remedy)


def read_licence(root: Field) -> Licence:
    parts = root.mapping(required=REQUIRED, optional=("valid_from",))
    number = said_at(parts["number"], lambda: refuse_number(parts["number"].text(), ""))
    kind = parts["kind"].text()
    if kind not in tuple(Kind):
        raise parts["kind"].refuse(*wrong("kind", kind=kind, known=tuple(Kind)))
    issued_on, until = parts["issued_on"].day(), parts["valid_until"].day()
    since = parts["valid_from"].day() if "valid_from" in parts else issued_on
    regime = parts["regime"].text()
    reader = _Lines(number, Kind(kind), regime, since, until)
    lines = tuple(reader.read(field, place) for place, field in enumerate(parts["lines"].items(), start=1))
    holder = read_party(parts["holder"])
    return said_at(
        root,
        lambda: Licence(number, Kind(kind), holder, regime, issued_on, since, until, lines),
    )


def read_party(field: Field) -> Party:
    parts = field.mapping(required=("name",), optional=("country", "number", "also"))
    return said_at(
        field,
        lambda: Party(
            parts["name"].text(),
            country(parts["country"]) if "country" in parts else "",
            parts["number"].text() if "number" in parts else "",
            parts["also"].texts() if "also" in parts else (),
        ),
    )


class _Lines:
    def __init__(self, licence: str, kind: Kind, regime: str, since: date, until: date) -> None:
        self.licence, self.kind, self.regime = licence, kind, regime
        self.since, self.until = since, until

    def read(self, field: Field, place: int) -> LicenceLine:
        parts = field.mapping(required=LINE_REQUIRED, optional=LINE_OPTIONAL)
        return said_at(
            field,
            lambda: LicenceLine(
                id=f"{self.licence}/{place}",
                control_code=self._code(parts["control_code"]),
                goods=parts["goods"].text(),
                destinations=tuple(country(one) for one in parts["destinations"].one_or_more()),
                end_users=tuple(read_party(one) for one in parts["end_users"].one_or_more()),
                terms=self._terms(field, parts),
                end_uses=parts["end_uses"].texts() if "end_uses" in parts else (),
                conditions=tuple(map(read_condition, parts["conditions"].items())) if "conditions" in parts else (),
            ),
        )

    def _code(self, field: Field) -> str:
        if field.text() == NO_CODE:
            return BY_USE
        return field.shaped(CONTROL_CODE, "control_code", "1C902.a.4") if self.regime == "dual_use" else field.text()

    def _terms(self, field: Field, parts: dict[str, Field]) -> Terms:
        quantity, unit = _quantity_and_unit(field, parts)
        value = money(parts["value"]) if "value" in parts else None
        # one export is what the law grants by a single licence (Decree 792 Art. 15), so it need not be written
        uses = 1 if self.kind is Kind.SINGLE else None
        return said_at(
            field,
            lambda: Terms(
                unit=unit,
                valid_from=parts["valid_from"].day() if "valid_from" in parts else self.since,
                valid_until=parts["valid_until"].day() if "valid_until" in parts else self.until,
                quantity=quantity.number if quantity else None,
                value=value.number if value else None,
                currency=value.currency if value else "",
                uses=whole(parts["uses"]) if "uses" in parts else uses,
                tolerance_quantity=same_unit(parts["quantity_tolerance"], unit) if "quantity_tolerance" in parts else 0,
                tolerance_value=same_coin(parts["value_tolerance"], value) if "value_tolerance" in parts else 0,
                periods=tuple(_period(one, unit, value) for one in parts["periods"].items())
                if "periods" in parts
                else (),
            ),
        )


def _quantity_and_unit(field: Field, parts: dict[str, Field]) -> tuple[Amount | None, Unit]:
    if "quantity" in parts:
        if "unit" in parts:
            raise parts["unit"].refuse(*wrong("unit_twice"))
        found = amount(parts["quantity"])
        return found, found.unit
    if "unit" not in parts:
        raise field.refuse(*wrong("no_quantity"))
    return None, said_at(parts["unit"], lambda: find_unit(parts["unit"].text()))


def _period(field: Field, unit: Unit, value: Money | None) -> Period:
    parts = field.mapping(required=("first", "last"), optional=("quantity", "value"))
    return Period(
        parts["first"].day(),
        parts["last"].day(),
        same_unit(parts["quantity"], unit) if "quantity" in parts else None,
        same_coin(parts["value"], value) if "value" in parts else None,
    )


def same_unit(field: Field, unit: Unit) -> int:
    found = amount(field)
    if found.unit.smallest != unit.smallest:
        raise field.refuse(*wrong("other_unit", found=found, unit=unit.symbol))
    return found.number


def same_coin(field: Field, value: Money | None) -> int:
    found = money(field)
    if value is None or found.currency != value.currency:
        raise field.refuse(*wrong("other_coin", found=found, currency=found.currency))
    return found.number


def whole(field: Field) -> int:
    text = field.text()
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise field.refuse(*wrong("no_whole_number", text=text))
    return int(text)


def said_at(field: Field, make: Callable[[], T]) -> T:
    """What a value itself refuses, with the file, line and key it was read from."""
    try:
        return make()
    except LicenceError as error:
        if error.key:
            key = error.key if not field.key else f"{field.key}.{error.key}"
            raise LawError(
                file=field.file, line=field.line, key=key, problem=error.what, remedy=error.remedy
            ) from error
        raise field.refuse(error.what, error.remedy) from error
    except (BadRequest, QuantityError) as error:
        raise field.refuse(error.what, error.remedy) from error
