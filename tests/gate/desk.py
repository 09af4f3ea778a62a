"""A customs desk with a made-up magnet maker's licences, and declarations as documents."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from cocket.check.checker import Checker
from cocket.gate.answer import EventKind
from cocket.gate.declaration import Declaration
from cocket.gate.event import Event
from cocket.gate.read_declaration import read_document
from cocket.gate.receipt import Receipt
from cocket.gate.service import Gate
from cocket.ledger import Ledger, Terms, open_ledger, opening, usability
from cocket.ledger.verify import Verdict, verify
from cocket.licensing.licences import Kind, Licence, LicenceLine, Party, Status
from cocket.licensing.licences.condition import ReportedEvent
from cocket.licensing.licences.errors import UnknownLicence
from cocket.licensing.licences.reports import Reported
from cocket.quantity import find_unit

DAY = date(2026, 6, 15)  # announcement 57 is suspended and 18 in force; the catalogue of export licences was read
NOW = datetime(2026, 6, 15, 9, 30, tzinfo=UTC)
YEAR_END = date(2027, 6, 14)
KG = find_unit("kg")
HOLDER = Party("Paper Lantern Magnets Co., Ltd.", "CN")
BUYER = Party("Velvet Hedgehog Drives Inc.", "US")
DY, TB = "1C905.a.4", "1C904.a.4"
SINGLE, GENERAL = "26-AA-100001", "26-AG-200001"
FREE: dict[str, object] = {"Nd": 30.8, "Fe": 68.1, "B": 1.1}


def line_of(number: str, place: int = 1, *, code: str = DY, quantity: int = 1000, **more: object) -> LicenceLine:
    limits: dict[str, Any] = {"quantity": quantity * 1_000_000, "uses": 1, **more.pop("terms", {})}  # type: ignore[dict-item]
    fields: dict[str, Any] = {
        "id": f"{number}/{place}",
        "control_code": code,
        "goods": "NdFeB magnets with dysprosium",
        "destinations": ("US",),
        "end_users": (BUYER,),
        "terms": Terms(KG, DAY, YEAR_END, **limits),
    }
    return LicenceLine(**fields | more)


def licence(
    number: str = SINGLE, kind: Kind = Kind.SINGLE, lines: tuple[LicenceLine, ...] = (), **more: object
) -> Licence:
    terms = {"uses": 1 if kind is Kind.SINGLE else None}
    fields: dict[str, Any] = {
        "number": number,
        "kind": kind,
        "holder": HOLDER,
        "regime": "dual_use",
        "issued_on": DAY,
        "valid_from": DAY,
        "valid_until": YEAR_END,
        "lines": lines or (line_of(number, terms=terms),),
    }
    return Licence(**fields | more)


def general(number: str = GENERAL, **more: object) -> Licence:
    return licence(number, Kind.GENERAL, **more)  # type: ignore[arg-type]


GOODS: dict[str, object] = {
    "description": "Sintered arc magnet for drive motors",
    "hs": "85051110",
    "kind": "magnet",
    "family": "NdFeB",
    "quantity": 400,
    "unit": "kg",
    "value": 172000,
    "currency": "CNY",
}
HEADER: dict[str, object] = {
    "exporter": "Paper Lantern Magnets Co., Ltd.",
    "date": DAY.isoformat(),
    "destination": "US",
    "port": "Ningbo",
    "end_user": "Velvet Hedgehog Drives Inc.",
    "end_user_type": "civil",
    "end_use": "drive motors for passenger cars",
}


def goods(**more: object) -> dict[str, object]:
    """A line of free magnets, its composition known in full, rightly remarked."""
    own = {"composition": FREE, "composition_complete": True, "declaration_remarks": "不属于两用物项 not controlled"}
    return GOODS | own | more


def unknown(**more: object) -> dict[str, object]:
    """The same magnets, and nobody says what they are made of."""
    return GOODS | {"declaration_remarks": "not controlled"} | more


def listed(number: str = SINGLE, **more: object) -> dict[str, object]:
    """Magnets with dysprosium under a licence."""
    own: dict[str, object] = {"composition": {"Nd": 29.6, "Dy": 1.2, "Tb": 0}, "licence_number": number}
    return GOODS | own | {"declaration_remarks": f"两用物项 dual-use {DY}"} | more


def document(*lines: dict[str, object], number: str = "D-1", **more: object) -> dict[str, object]:
    return HEADER | {"declaration": number} | more | {"lines": list(lines)}


def declaration(*lines: dict[str, object], number: str = "D-1", **more: object) -> Declaration:
    return read_document(json.dumps(document(*lines, number=number, **more)), "test")


class Shelf:
    """Licences as the gate sees them, kept in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, Licence] = {}
        self.done: list[str] = []
        self.reports: dict[tuple[str, ReportedEvent], date] = {}

    def load(self, number: str) -> Licence:
        if number not in self.kept:
            raise UnknownLicence(f"There is no licence {number}", "Check the number")
        return self.kept[number]

    def reported(self, number: str) -> Reported:
        return self.reports

    def settle(self, number: str, declaration: str) -> None:
        self.done.append(number)


class Desk:
    """The gate on a database; ``clock`` may be set."""

    def __init__(self, where: str, checker: Checker, shelf: Shelf | None = None) -> None:
        self.where, self.checker, self.shelf = where, checker, shelf or Shelf()
        self.now: Callable[[], datetime] = lambda: NOW
        self.ledger: Ledger = open_ledger(where, clock=lambda: self.now())
        self.gate = Gate(self.ledger, self.shelf, lambda: checker, lambda: self.now())

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *_: object) -> None:
        self.gate.close()
        self.ledger.close()

    def issue(self, *licences: Licence) -> None:
        for one in licences:
            self.shelf.kept[one.number] = one
            for line in one.lines:
                self.ledger.post(opening(f"open/{line.id}", line.id, line.terms, DAY))

    def suspend(self, number: str, *, told: bool = True) -> None:
        """``told`` False: only the ledger knows yet, as when a suspension comes between the look and the draw."""
        one = self.shelf.kept[number]
        self.ledger.post(usability(f"suspend/{number}", [line.id for line in one.lines], usable=False, day=DAY))
        if told:
            self.shelf.kept[number] = replace(one, status=Status.SUSPENDED)

    def declare(self, *lines: dict[str, object], number: str = "D-1", today: date = DAY, **more: object) -> Receipt:
        return self.gate.declare(declaration(*lines, number=number, **more), today)

    def show(self, kind: str, number: str = "D-1", today: date = DAY, **more: object) -> Receipt:
        """An event of the kind on line 1, the next one of its kind a paper of its own."""
        return self.gate.event(number, event(kind, **more), today)

    def drawn(self, line: str = f"{SINGLE}/1") -> tuple[int, int]:
        """Kilograms reserved and written off."""
        state = self.ledger.line(line)
        assert state is not None
        return state.reserved_quantity // 1_000_000, state.drawn_quantity // 1_000_000

    def verified(self) -> Verdict:
        with self.ledger.book.snapshot() as reader:
            return verify(reader)


def event(kind: str, **more: object) -> Event:
    own: dict[str, dict[str, Any]] = {
        "laboratory": {"composition": {"Dy": "0", "Tb": "0"}},
        "papers": {"facts": {"end_use": "drive motors for passenger cars"}},
        "classification": {"regime": "dual_use", "outcome": "NOT_CONTROLLED"},
        "remarks": {"text": "not controlled", "sha256": ""},
    }
    fields: dict[str, Any] = {"line": "1", "by": "Customs Laboratory", "on": DAY, "sha256": "a" * 64, **own[kind]}
    return Event(kind=EventKind(kind), **fields | more)


def answers(receipt: Receipt) -> list[str]:
    return [line["answer"] for line in receipt.plain()["lines"]]


def reasons(receipt: Receipt, line: int = 0) -> list[tuple[str, str]]:
    """Code and field."""
    return [(one["code"], one.get("field", "")) for one in receipt.plain()["lines"][line]["reasons"]]


def asked(receipt: Receipt, line: int = 0) -> dict[str, list[str]]:
    return {one["kind"]: one["asks"] for one in receipt.plain()["lines"][line].get("challenges", ())}
