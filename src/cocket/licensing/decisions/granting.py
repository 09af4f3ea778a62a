"""What of an application is granted, told in lines of text: ``1`` all of request 1, ``2/3`` of request 2 item 3, ``2/3:
40 kg`` so much of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from cocket.licensing.applications.application import Application, Request, Wanted
from cocket.licensing.decisions.faults import wrong
from cocket.licensing.licences.errors import LicenceError
from cocket.quantity.amount import Amount, Money, parse_amount, parse_money
from cocket.quantity.errors import QuantityError

KEY: Final = "granted"
_LINE = re.compile(r"(\d{1,3})(?:/(\d{1,3}))?(?::\s*(\S+)\s+(\S+))?")


@dataclass(frozen=True, slots=True)
class Part:
    """``item`` None: all items of the request. ``much`` None: all that was asked for."""

    request: int
    item: int | None = None
    much: tuple[str, str] | None = None


def read_parts(text: str) -> tuple[Part, ...]:
    """Raises LicenceError for a line that is none, and for what is named twice."""
    parts = tuple(_part(line.strip()) for line in text.splitlines() if line.strip())
    if not parts:
        raise LicenceError(*wrong("nothing_granted"), KEY)
    places = [(one.request, one.item) for one in parts]
    whole = {request for request, item in places if item is None}
    for place in places:
        if places.count(place) > 1 or (place[1] is not None and place[0] in whole):
            raise LicenceError(*wrong("twice", request=place[0]), KEY)
    return parts


def _part(line: str) -> Part:
    found = _LINE.fullmatch(line)
    if found is None or (found[3] and not found[2]):
        raise LicenceError(*wrong("no_line", line=line[:60]), KEY)
    return Part(int(found[1]), int(found[2]) if found[2] else None, (found[3], found[4]) if found[3] else None)


def granted_requests(application: Application, text: str) -> tuple[Request, ...]:
    """The requests as granted, in their order: never more than was asked for. Raises LicenceError."""
    parts = read_parts(text)
    known = {one.number for one in application.requests}
    for part in parts:
        if part.request not in known:
            raise LicenceError(*wrong("no_request", request=part.request, last=len(known)), KEY)
    kept = ((one, [part for part in parts if part.request == one.number]) for one in application.requests)
    return tuple(_narrowed(request, own) for request, own in kept if own)


def _narrowed(request: Request, parts: Sequence[Part]) -> Request:
    if parts[0].item is None:
        return request
    wanted = {one.item: one for one in request.wanted}
    for part in parts:
        if part.item not in wanted:
            asked = {"request": request.number, "item": part.item, "asked": tuple(wanted)}
            raise LicenceError(*wrong("not_asked", **asked), KEY)
    granted = {part.item: _less(wanted[part.item], part) for part in parts if part.item is not None}
    return replace(request, wanted=tuple(granted[one.item] for one in request.wanted if one.item in granted))


def _less(asked: Wanted, part: Part) -> Wanted:
    if part.much is None:
        return asked
    figure, unit = part.much
    try:
        given: Amount | Money = parse_amount(figure, unit) if asked.amount else parse_money(figure, unit)
    except QuantityError as error:
        raise LicenceError(error.what, error.remedy, KEY) from None
    limit = asked.amount or asked.value
    assert limit is not None
    if _kind(given) != _kind(limit):
        raise LicenceError(*wrong("other_kind", given=given, limit=limit), KEY)
    if not 0 < given.number <= limit.number:
        raise LicenceError(*wrong("too_much", given=given, limit=limit), KEY)
    return Wanted(asked.item, *((given, None) if isinstance(given, Amount) else (None, given)))


def _kind(one: Amount | Money) -> str:
    """Two that can be compared have the same: amounts by the smallest unit that they count, money by its currency."""
    return one.unit.smallest if isinstance(one, Amount) else one.currency
