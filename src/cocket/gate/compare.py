"""A declared line beside a line of a licence, field by field. Three answers for each: the same, differs, not told."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from cocket.licensing.licences.condition import AmountMax, Condition, DeclaredUntil, OneOf, ReportDue, ValueMax
from cocket.licensing.licences.licence import BY_USE, Licence, LicenceLine, Party
from cocket.licensing.licences.reports import DueReport
from cocket.licensing.licences.status import Status
from cocket.quantity.amount import Amount, Money
from cocket.screening.names import take_apart

PARTIES: Final = ("end_user", "importer")


@dataclass(frozen=True, slots=True)
class Difference:
    """``told``: whether the declaration says it; what it does not say may be right and is held, not refused."""

    field: str
    declared: str
    licensed: str
    told: bool = True


@dataclass(frozen=True, slots=True)
class Goods:
    """What a declaration says of one line, or of all its lines on one line of a licence: then the amounts are sums.

    ``stated`` by field: parties, destination, port, end_use. ``codes`` as determined from the declared facts.
    """

    codes: tuple[str, ...]
    quantity: Amount
    value: Money
    day: date
    stated: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fit:
    """``lines`` of the licence that the goods draw on, one for each code; with differences it is the nearest."""

    lines: tuple[LicenceLine, ...]
    differences: tuple[Difference, ...]


def compare(goods: Goods, licence: Licence, overdue: Sequence[DueReport] = ()) -> Fit:
    """All that differs; nothing where the licence covers the goods. ``overdue``: reports that its holder owes.

    Goods that no entry has need a line for their use; whether they need a licence at all is not asked here. Goods of
    two codes need a line for each, and draw on each: no limit may be passed under either name.
    """
    found = list(_of_licence(goods, licence))
    codes = goods.codes or (BY_USE,)
    if not set(codes) <= {line.control_code for line in licence.lines}:
        return Fit((), (*found, _codes(goods, licence)))
    lines: list[LicenceLine] = []
    for code in codes:
        named = (line for line in licence.lines if line.control_code == code)
        fits = [(line, tuple(_of_line(goods, line, overdue))) for line in named]
        line, differing = min(fits, key=lambda pair: (len(pair[1]), sum(one.told for one in pair[1])))
        lines.append(line)
        found += [one for one in differing if one not in found]
    return Fit(tuple(lines), tuple(found))


def _codes(goods: Goods, licence: Licence) -> Difference:
    licensed = dict.fromkeys(line.control_code or "none" for line in licence.lines)
    return Difference("control_code", ", ".join(goods.codes) or "none", ", ".join(licensed))


def _of_licence(goods: Goods, licence: Licence) -> Iterator[Difference]:
    status = licence.status_on(goods.day)
    if status is not Status.VALID:
        yield Difference("licence", licence.number, status.value)
    yield from _party("exporter", goods.stated.get("exporter", ""), (licence.holder,))


def _of_line(goods: Goods, line: LicenceLine, overdue: Sequence[DueReport]) -> Iterator[Difference]:
    destination = goods.stated.get("destination", "")
    if destination not in line.destinations:
        yield Difference("destination", destination, ", ".join(line.destinations), told=bool(destination))
    yield from _party("end_user", goods.stated.get("end_user", ""), line.end_users)
    yield from _country(goods, line)
    if line.end_uses:
        yield from _one_of("end_use", goods.stated.get("end_use", ""), line.end_uses)
    if not line.terms.valid_from <= goods.day <= line.terms.valid_until:
        yield Difference("date", goods.day.isoformat(), f"{line.terms.valid_from} … {line.terms.valid_until}")
    yield from limits(goods, line)
    for condition in line.conditions:
        yield from of_condition(goods, line, condition, overdue)


def limits(goods: Goods, line: LicenceLine) -> Iterator[Difference]:
    """Against the limits as issued, with what is granted beside them; what is left of them the ledger knows alone."""
    terms = line.terms
    quantity = None if terms.quantity is None else Amount(terms.quantity + terms.tolerance_quantity, terms.unit)
    value = None if terms.value is None else Money(terms.value + terms.tolerance_value, terms.currency)
    if goods.quantity.unit.smallest != terms.unit.smallest:
        yield Difference("unit", goods.quantity.unit.symbol, terms.unit.symbol)
    elif quantity is not None and goods.quantity.number > quantity.number:
        yield Difference("quantity", str(goods.quantity), f"≤ {quantity}")
    # another currency is for the ledger, which has the rates
    if value is not None and goods.value.currency == value.currency and goods.value.number > value.number:
        yield Difference("value", str(goods.value), f"≤ {value}")


def of_condition(
    goods: Goods, line: LicenceLine, condition: Condition, overdue: Sequence[DueReport]
) -> Iterator[Difference]:
    match condition:
        case OneOf(name, values) if name in PARTIES:
            yield from _party(str(name), goods.stated.get(name, ""), tuple(Party(value) for value in values))
        case OneOf(name, values):
            yield from _one_of(str(name), goods.stated.get(name, ""), values)
        case DeclaredUntil(day):
            if goods.day > day:
                yield Difference("date", goods.day.isoformat(), f"≤ {day}")
        case ValueMax(value):
            if goods.value.currency != value.currency:
                # it does not tell, and no paper would: declared in the currency of the condition it does
                yield Difference("currency", goods.value.currency, f"≤ {value}")
            elif goods.value.number > value.number:
                yield Difference("value", str(goods.value), f"≤ {value}")
        case AmountMax(amount):
            if goods.quantity.unit.smallest != amount.unit.smallest:
                yield Difference("unit", goods.quantity.unit.symbol, f"≤ {amount}")
            elif goods.quantity.number > amount.number:
                yield Difference("quantity", str(goods.quantity), f"≤ {amount}")
        case ReportDue(event, _):
            owed = [one for one in overdue if (one.line, one.event) == (line.id, event)]
            if owed and not goods.stated.get(f"report.{event}"):
                # the holder may have reported on paper: what customs is shown settles it
                first = min(owed, key=lambda one: one.due_on)
                yield Difference(f"report.{event}", "", f"≤ {first.due_on} ({first.export})", told=False)


def _one_of(name: str, declared: str, values: tuple[str, ...]) -> Iterator[Difference]:
    if _folded(declared) not in {_folded(value) for value in values}:
        yield Difference(name, declared, ", ".join(values), told=bool(declared.strip()))


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _party(name: str, declared: str, parties: tuple[Party, ...]) -> Iterator[Difference]:
    found = {same_party(declared, own) for party in parties for own in (party.name, *party.also)}
    if True in found:
        return
    licensed = " / ".join(map(_names, parties))
    yield Difference(name, declared, licensed, told=bool(declared.strip()) and None not in found)


def _names(party: Party) -> str:
    """With its names in other scripts: a name that lacks its legal form may be near one of these."""
    return f"{party.name} ({', '.join(party.also)})" if party.also else party.name


def same_party(declared: str, licensed: str) -> bool | None:
    """By screening's exact normalisation. None: the same but for a legal form that one of the two leaves out.

    Screening for listed parties takes such a name for certain, for there it is worse to miss one. Here a match opens
    the gate, so that a GmbH is no AG, and a bare name is neither.
    """
    one, other = take_apart(declared), take_apart(licensed)
    if not one.key or one.key != other.key:
        return False
    if one.legal_form == other.legal_form:
        return True
    return None if "" in (one.legal_form, other.legal_form) else False


def _country(goods: Goods, line: LicenceLine) -> Iterator[Difference]:
    """Where both say in which country the end user is."""
    declared = goods.stated.get("end_user_country", "")
    countries = {party.country for party in line.end_users}
    if declared and "" not in countries and declared not in countries:
        yield Difference("end_user_country", declared, ", ".join(sorted(countries)))
