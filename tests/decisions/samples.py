"""The made-up magnet maker's application, with the parts that tests change."""

from dataclasses import replace
from datetime import date

from cocket.check.checker import Checker
from cocket.check.party_hits import Lists
from cocket.law.lawbook import Lawbook
from cocket.licensing.applications.application import Application, Item, Request, Wanted
from cocket.licensing.licences.licence import Kind, Party
from cocket.quantity.amount import Amount, Money
from cocket.quantity.units import find_unit
from cocket.screening.catalogue import ListInUse, ScreenedList, build_catalogue
from cocket.screening.decisions import Cleared
from cocket.screening.lists.entry import ListEntry

DAY = date(2026, 11, 27)
KG = find_unit("kg")
MAGNETS = Item(
    1, "sintered samarium-cobalt magnets", "1C902.a.4",
    facts=(("kind", "magnet"), ("family", "SmCo"), ("composition", "Sm 25; Co 50; Fe 16"), ("end_user_type", "civil")),
)  # fmt: skip
STEEL = Item(2, "steel brackets", facts=(("kind", "other_goods"), ("composition", "Fe 98; C 1")))
LISTED = ListEntry(id="1", names=("Dvornikov Machine Works",), kind="firm")


def kg(number: int) -> Amount:
    return Amount(number * 1_000_000, KG)


def request(number: int, destination: str, name: str, *wanted: Wanted) -> Request:
    goods = wanted or (Wanted(1, kg(100 * number), None),)
    return Request(number, destination, Party(name, destination), None, "pumps", "civil_industry", goods, "水泵", True)


def application(*requests: Request, items: tuple[Item, ...] = (MAGNETS,), **more: object) -> Application:
    fields: dict[str, object] = {
        "exporter": Party("Ningyuan Magnetics", "CN", "91330200MA2EXAMPLE"),
        "kind": Kind.SINGLE,
        "regime": "dual_use",
        "items": items,
        "requests": requests or (request(1, "US", "Velvet Hedgehog Drives"), request(2, "DE", "Giraffe Antriebe")),
        "months": 12,
    }
    return Application(**fields | more)  # type: ignore[arg-type]


def two_items() -> Application:
    wanted = (Wanted(1, kg(100), None), Wanted(2, None, Money(500_000, "CNY")))
    return application(request(1, "US", "Velvet Hedgehog Drives", *wanted), items=(MAGNETS, replace(MAGNETS, number=2)))


def lists(**changes: object) -> Lists:
    catalogue = build_catalogue([ScreenedList(ListInUse("own", DAY, "d" * 64, date.max, 1), (LISTED,))])
    usual: dict[str, object] = {"cleared": {}, "strong": "narrow", "weighed": lambda _column, _hit: False}
    return Lists(catalogue, **{**usual, **changes})  # type: ignore[arg-type]


def cleared(hit: str) -> dict[str, Cleared]:
    return {hit: Cleared(hit, DAY, "another firm", "", "")}


def checker(lawbook: Lawbook) -> Checker:
    return Checker(lawbook)
