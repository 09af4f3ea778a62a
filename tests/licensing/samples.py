"""Licences as the tests write them: a magnet maker's, in kilograms and yuan."""

from dataclasses import replace
from datetime import date

from cocket.accounts.actor import Actor
from cocket.accounts.role import OrganisationKind, Role
from cocket.ledger import Terms
from cocket.licensing.licences import Kind, Licence, LicenceLine, Party
from cocket.quantity import Amount, find_unit

KG = find_unit("kg")
DAY = date(2026, 11, 27)
YEAR_END = date(2027, 11, 27)
NUMBER = "26-AA-100001"
HOLDER = Party("Ningde Magnet Works", "CN", "91350900MA00000001")
ANYONE = Actor("", "", "", "", OrganisationKind.AUTHORITY, Role.OPERATOR, "test", stated=True)
BUYER = Party("Kettle Works GmbH", "DE", also=("凯特尔",))


def kg(number: int) -> Amount:
    return Amount(number * 1_000_000, KG)


def line(
    number: str = NUMBER, place: int = 1, quantity: int = 100, uses: int | None = 1, **more: object
) -> LicenceLine:
    fields: dict[str, object] = {
        "id": f"{number}/{place}",
        "control_code": "1C902.a.4",
        "goods": "samarium-cobalt magnets",
        "destinations": ("DE",),
        "end_users": (BUYER,),
        "terms": Terms(KG, DAY, YEAR_END, kg(quantity).number, uses=uses),
    }
    return LicenceLine(**fields | more)  # type: ignore[arg-type]


def licence(
    number: str = NUMBER, kind: Kind = Kind.SINGLE, lines: tuple[LicenceLine, ...] = (), **more: object
) -> Licence:
    uses = 1 if kind is Kind.SINGLE else None
    fields: dict[str, object] = {
        "number": number,
        "kind": kind,
        "holder": HOLDER,
        "regime": "dual_use",
        "issued_on": DAY,
        "valid_from": DAY,
        "valid_until": YEAR_END,
        "lines": lines or (line(number, uses=uses),),
    }
    return Licence(**fields | more)  # type: ignore[arg-type]


def general(number: str = NUMBER, quantity: int = 100, **more: object) -> Licence:
    return licence(number, Kind.GENERAL, (line(number, quantity=quantity, uses=None),), **more)


def on_terms(one: LicenceLine, **changes: object) -> LicenceLine:
    return replace(one, terms=replace(one.terms, **changes))  # type: ignore[arg-type]
