"""A licence as plain data in the form that `reading` reads: what is kept, shown and sent."""

import json
from typing import Any

from cocket.ledger.terms import Period, Terms
from cocket.licensing.licences.condition import AmountMax, Condition, DeclaredUntil, OneOf, ReportDue, ValueMax
from cocket.licensing.licences.licence import NO_CODE, Licence, LicenceLine, Party
from cocket.quantity.amount import Amount, Money


def licence_data(licence: Licence) -> dict[str, Any]:
    """As issued; the status is not part of it."""
    return {
        "number": licence.number,
        "kind": licence.kind.value,
        "regime": licence.regime,
        "holder": party_data(licence.holder),
        "issued_on": licence.issued_on.isoformat(),
        "valid_from": licence.valid_from.isoformat(),
        "valid_until": licence.valid_until.isoformat(),
        "lines": [line_data(line, licence) for line in licence.lines],
    }


def licence_text(licence: Licence) -> str:
    """As it is kept: the same text for the same licence."""
    return json.dumps(licence_data(licence), ensure_ascii=False, separators=(",", ":"))


def party_data(party: Party) -> dict[str, Any]:
    return _stated({"name": party.name, "country": party.country, "number": party.number, "also": list(party.also)})


def line_data(line: LicenceLine, licence: Licence) -> dict[str, Any]:
    terms = line.terms
    return _stated(
        {
            "control_code": line.control_code or NO_CODE,
            "goods": line.goods,
            "destinations": list(line.destinations),
            "end_users": [party_data(user) for user in line.end_users],
            "end_uses": list(line.end_uses),
            **_limits(terms),
            "uses": terms.uses,
            "valid_from": terms.valid_from.isoformat() if terms.valid_from != licence.valid_from else "",
            "valid_until": terms.valid_until.isoformat() if terms.valid_until != licence.valid_until else "",
            "periods": [_period(one, terms) for one in terms.periods],
            "conditions": [condition_data(one) for one in line.conditions],
        }
    )


def _limits(terms: Terms) -> dict[str, Any]:
    return {
        "quantity": _quantity(terms.quantity, terms),
        "unit": "" if terms.quantity else terms.unit.symbol,
        "quantity_tolerance": _quantity(terms.tolerance_quantity or None, terms),
        "value": _value(terms.value, terms),
        "value_tolerance": _value(terms.tolerance_value or None, terms),
    }


def _quantity(number: int | None, terms: Terms) -> str:
    return "" if number is None else str(Amount(number, terms.unit))


def _value(number: int | None, terms: Terms) -> str:
    return "" if number is None else str(Money(number, terms.currency))


def _period(period: Period, terms: Terms) -> dict[str, Any]:
    days = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    return _stated({**days, "quantity": _quantity(period.quantity, terms), "value": _value(period.value, terms)})


def condition_data(condition: Condition) -> dict[str, Any]:
    match condition:
        case OneOf(field, values):
            return {"only": field.value, "in": list(values)}
        case DeclaredUntil(day):
            return {"declared_until": day.isoformat()}
        case ValueMax(value):
            return {"value_max": str(value)}
        case AmountMax(amount):
            return {"quantity_max": str(amount)}
        case ReportDue(event, within_days):
            return {"report": event.value, "within_days": within_days}


def _stated(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", None, [])}
