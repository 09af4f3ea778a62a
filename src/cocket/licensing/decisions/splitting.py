"""The licences that a grant makes: for single ones one for each request, of a general one all requests in one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cocket.ledger.terms import Terms
from cocket.licensing.applications.application import Application, Item, Request, Wanted
from cocket.licensing.decisions.faults import wrong
from cocket.licensing.licences.condition import Condition
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.licence import Kind, Licence, LicenceLine
from cocket.licensing.licences.limits import months_after
from cocket.quantity.units import find_unit

COUNTED_IN: Final = find_unit("kg")
"""What goods are counted in where value alone is limited: the ministry asks for kilograms."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A condition and what it is on: a request or None for all, an item of it or None for all."""

    condition: Condition
    request: int | None = None
    item: int | None = None

    def is_on(self, request: int, item: int) -> bool:
        return self.request in (None, request) and self.item in (None, item)


def requests_of_licences(application: Application, granted: Sequence[Request]) -> tuple[tuple[Request, ...], ...]:
    """The requests of each licence that a grant makes."""
    return tuple((one,) for one in granted) if application.kind is Kind.SINGLE else (tuple(granted),)


def split(
    application: Application,
    granted: Sequence[Request],
    conditions: Sequence[Placed],
    codes: Mapping[tuple[int, int], str],
    number: Callable[[], str],
    day: date,
) -> tuple[Licence, ...]:
    """Each under a number of its own. ``codes``: of each (request, item) the control code, "" where the law controls
    the use and not the goods. Raises LicenceError for what no licence of its kind can be."""
    return tuple(
        _licence(application, requests, conditions, codes, number(), day)
        for requests in requests_of_licences(application, granted)
    )


def _licence(
    application: Application,
    requests: Sequence[Request],
    conditions: Sequence[Placed],
    codes: Mapping[tuple[int, int], str],
    number: str,
    day: date,
) -> Licence:
    until = months_after(day, application.months)
    wanted = [(request, one) for request in requests for one in request.wanted]
    lines = tuple(
        LicenceLine(
            id=f"{number}/{place}",
            control_code=codes[request.number, one.item],
            goods=_item(application, one).goods,
            destinations=(request.destination,),
            end_users=(request.end_user,),
            terms=_terms(application, one, day, until),
            end_uses=_end_uses(request),
            conditions=tuple(each.condition for each in conditions if each.is_on(request.number, one.item)),
        )
        for place, (request, one) in enumerate(wanted, start=1)
    )
    return Licence(number, application.kind, application.exporter, application.regime, day, day, until, lines)


def _item(application: Application, wanted: Wanted) -> Item:
    return application.items[wanted.item - 1]


def _end_uses(request: Request) -> tuple[str, ...]:
    return tuple(text for text in (request.end_use_code, request.end_use, request.end_use_zh) if text)


def _terms(application: Application, wanted: Wanted, day: date, until: date) -> Terms:
    uses = 1 if application.kind is Kind.SINGLE else None
    if wanted.amount is not None:
        return Terms(wanted.amount.unit, day, until, quantity=wanted.amount.number, uses=uses)
    assert wanted.value is not None
    return Terms(COUNTED_IN, day, until, value=wanted.value.number, currency=wanted.value.currency, uses=uses)


def read_place(text: str) -> tuple[int | None, int | None]:
    """What a condition is on: ``""`` everything, ``2`` request 2, ``2/3`` its item 3. Raises LicenceError."""
    request, stroke, item = text.strip().partition("/")
    figures = [one for one in (request, item) if one]
    if not all(one.isascii() and one.isdigit() and len(one) < 4 for one in figures) or (stroke and len(figures) < 2):
        raise LicenceError(*wrong("no_place", text=text[:40]), "on")
    return int(request) if request else None, int(item) if item else None
