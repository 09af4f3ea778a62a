"""Reads provisions of an instrument file: what applies to licences and their holders, as cited and dated data."""

from typing import Final, Literal, cast, get_args

from cocket.law.condition import All
from cocket.law.instrument import LicenceType, Limit, Provision, ProvisionKind, Unit, Window
from cocket.law.read_condition import ConditionReader
from cocket.law.read_parts import read_question, read_window, read_words
from cocket.law.source import Field

Event = Literal["application", "acceptance", "issue", "export", "expiry", "return", "penalty"]
TIMED: Final = ("clock", "validity", "record")  # without a figure such a provision would say nothing
OPTIONAL: Final = ("licences", "limit", "stops", "when", "in_force", "question")


def read_provision(field: Field, conditions: ConditionReader, default: Window) -> Provision:
    """One provision; raises LawError where a figure, or the clock that it stops, is missing or out of place."""
    parts = field.mapping(required=("id", "at", "kind", "says"), optional=OPTIONAL)
    kind = _one_of(parts["kind"], get_args(ProvisionKind))
    if kind in TIMED and "limit" not in parts:
        raise field.refuse(f"a {kind} without a figure", "Add such as 'limit: {amount: 45, unit: working_days}'")
    if (kind == "stop_clock") != ("stops" in parts):
        raise field.refuse("a stop_clock, and only that, says which clocks it stops", "Write 'stops: [id]' there")
    return Provision(
        id=parts["id"].text(),
        at=parts["at"].text(),
        kind=cast(ProvisionKind, kind),
        says=read_words(parts["says"]),
        licences=_licences(parts["licences"]) if "licences" in parts else (),
        limit=_read_limit(parts["limit"]) if "limit" in parts else None,
        stops=parts["stops"].texts() if "stops" in parts else (),
        when=conditions.read(parts["when"]) if "when" in parts else All(()),
        in_force=read_window(parts["in_force"], default) if "in_force" in parts else default,
        question=read_question(parts),
    )


def _one_of(field: Field, known: tuple[str, ...]) -> str:
    if field.text() not in known:
        raise field.refuse(f"'{field.text()}' is not known here", f"Write one of: {', '.join(known)}")
    return field.text()


def _licences(field: Field) -> tuple[LicenceType, ...]:
    named = [_one_of(item, get_args(LicenceType)) for item in field.one_or_more()]
    if not named or len(set(named)) < len(named):
        raise field.refuse("licences are named once each", f"Write some of: {', '.join(get_args(LicenceType))}")
    return cast(tuple[LicenceType, ...], tuple(named))


def _read_limit(field: Field) -> Limit:
    parts = field.mapping(required=("amount", "unit"), optional=("from", "at_least"))
    amount = parts["amount"].text()
    if not amount.isascii() or not amount.isdigit() or int(amount) == 0:
        raise parts["amount"].refuse(f"'{amount}' is no whole number of at least 1", "Write such as 45")
    return Limit(
        amount=int(amount),
        unit=cast(Unit, _one_of(parts["unit"], get_args(Unit))),
        starts=_one_of(parts["from"], get_args(Event)) if "from" in parts else None,
        at_least="at_least" in parts and parts["at_least"].boolean(),
    )
