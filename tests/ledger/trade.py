"""Requests as the tests write them: kilograms and yuan on a licence of one year."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cocket.ledger import Answer, Kind, Ledger, Part, Request, Terms, decide, direct, movement, opening
from cocket.quantity import Amount, Money, find_unit

DAY = date(2026, 11, 27)
YEAR_END = date(2027, 11, 26)
NOW = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
KG = find_unit("kg")
LINE, OTHER, THIRD = "26-AA-100001/1", "26-AA-100001/2", "26-AA-100001/3"


def clock() -> datetime:
    return NOW


class Ticking:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def shift(self, delta: timedelta) -> None:
        self.now += delta


def kg(number: int) -> Amount:
    return Amount(number * 1_000_000, KG)


def yuan(number: int) -> Money:
    return Money(number * 100, "CNY")


def terms(quantity: int | None = 100, **more: object) -> Terms:
    """``quantity`` in kilograms; nothing else is limited."""
    limit = None if quantity is None else kg(quantity).number
    return Terms(**{"unit": KG, "valid_from": DAY, "valid_until": YEAR_END, "quantity": limit, **more})  # type: ignore[arg-type]


def opened(ledger: Ledger, line: str = LINE, quantity: int | None = 100, **more: object) -> Answer:
    return ledger.post(opening(f"open-{line}", line, terms(quantity, **more), DAY))


def part(quantity: int | None, *, line: str = LINE, value: int | None = None, target: str = "") -> Part:
    return Part(line, None if quantity is None else kg(quantity), None if value is None else yuan(value), target)


def reserve(id: str, quantity: int, *, line: str = LINE, value: int | None = None, day: date = DAY) -> Request:
    return movement(id, Kind.RESERVE, day, [part(quantity, line=line, value=value)])


def write_off(
    id: str, quantity: int, *, line: str = LINE, value: int | None = None, day: date = DAY, target: str = ""
) -> Request:
    return movement(id, Kind.WRITE_OFF, day, [part(quantity, line=line, value=value, target=target)])


def release(
    id: str, target: str, quantity: int | None = None, *, line: str = LINE, value: int | None = None
) -> Request:
    return movement(id, Kind.RELEASE, DAY, [part(quantity, line=line, value=value, target=target)])


def correct(
    id: str, target: str, quantity: int | None = None, *, line: str = LINE, value: int | None = None
) -> Request:
    return movement(id, Kind.CORRECT, DAY, [part(quantity, line=line, value=value, target=target)])


def excess(id: str, quantity: int, *, line: str = LINE, value: int | None = None) -> Request:
    return movement(id, Kind.EXCESS, DAY, [part(quantity, line=line, value=value)])


def reason(answer: Answer) -> str:
    """ "" for an accepted request."""
    return "" if answer.refusal is None else str(answer.refusal.reason)


def decide_wrongly(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if there were always room, whichever way a request goes."""
    for module in (decide, direct):
        monkeypatch.setattr(module, "lacking", lambda *_: None)
