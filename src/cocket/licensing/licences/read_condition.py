"""Reads one condition of a licence line: a mapping whose first key tells its kind."""

from cocket.law.errors import LawError
from cocket.law.source import Field as Written
from cocket.licensing.licences.condition import (
    AmountMax,
    Condition,
    DeclaredUntil,
    Field,
    OneOf,
    ReportDue,
    ReportedEvent,
    ValueMax,
)
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.faults import wrong
from cocket.licensing.licences.read_parts import amount, country, money

FORMS = (
    '{only: port, in: ["CNSHA"]}',
    '{declared_until: "2027-03-01"}',
    "{value_max: 20000 USD}",
    "{quantity_max: 10 kg}",
    "{report: arrival, within_days: 30}",
)


def read_condition(written: Written) -> Condition:
    """Raises LawError for what is none of the known conditions: a remark binds nobody at the border."""
    try:
        return _read(written, written.any_mapping())
    except LicenceError as error:
        raise written.refuse(error.what, error.remedy) from None


def _read(written: Written, parts: dict[str, Written]) -> Condition:
    match sorted(parts):
        case ["in", "only"]:
            return _one_of(parts["only"], parts["in"])
        case ["declared_until"]:
            return DeclaredUntil(parts["declared_until"].day())
        case ["value_max"]:
            return ValueMax(money(parts["value_max"]))
        case ["quantity_max"]:
            return AmountMax(amount(parts["quantity_max"]))
        case ["report", "within_days"]:
            return _report(parts["report"], parts["within_days"])
    raise _no_condition(written)


def _one_of(only: Written, values: Written) -> OneOf:
    name = only.text()
    if name not in tuple(Field):
        raise only.refuse(*wrong("restricts_nothing", name=name, known=tuple(Field)))
    if name == Field.DESTINATION:
        return OneOf(Field.DESTINATION, tuple(map(country, values.one_or_more())))
    return OneOf(Field(name), values.texts())


def _report(event: Written, days: Written) -> ReportDue:
    name, number = event.text(), days.text()
    if name not in tuple(ReportedEvent):
        raise event.refuse(*wrong("no_event", name=name, known=tuple(ReportedEvent)))
    if not (number.isascii() and number.isdigit() and len(number) <= 4):
        raise days.refuse(*wrong("no_days", number=number))
    return ReportDue(ReportedEvent(name), int(number))


def _no_condition(written: Written) -> LawError:
    return written.refuse(*wrong("no_condition", forms="; ".join(FORMS)))
