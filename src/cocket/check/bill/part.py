"""The parts of a product as a tree, read from rows that name each part and what it goes into."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cocket.check.bill.faults import wrong
from cocket.check.tables import BadRow, Row
from cocket.quantity.amount import parse_money
from cocket.quantity.errors import QuantityError
from cocket.quantity.fraction import parse_number
from cocket.wording import shapes

MILLIONTHS = 1_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """One row: ``quantity`` of it goes into one piece of ``parent`` (None: the product itself).

    ``unit_price`` is in minor units of the bill's currency, None where it is not stated. ``stated`` is what the row
    says of the goods.
    """

    number: str
    parent: str | None
    quantity: Fraction
    unit_price: int | None
    row: int
    stated: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Bill:
    """``top`` is the product; ``within`` gives for each part the parts that go into one piece of it."""

    top: Part
    within: Mapping[str, tuple[Part, ...]]
    currency: str | None

    def parts(self, whole: Part) -> tuple[Part, ...]:
        return self.within.get(whole.number, ())


class BillError(Exception):
    """What cannot be a bill of materials: in which row (None: as a whole), what is wrong, and what to do."""

    def __init__(self, row: int | None, problem: str, remedy: str) -> None:
        super().__init__(shapes.placed(shapes.row(row), problem, remedy) if row else shapes.whole(problem, remedy))
        self.row, self.problem, self.remedy = row, problem, remedy


def read_bill(rows: Iterable[Row | BadRow]) -> Bill:
    """The one product of the rows with its parts; raises BillError."""
    parts: dict[str, Part] = {}
    currencies: dict[str, int] = {}
    for row in rows:
        if isinstance(row, BadRow):
            fault = shapes.at(shapes.named_column(row.column), row.message) if row.column else row.message
            raise BillError(row.number, *wrong("row", fault=fault, remedy=row.remedy))
        part = _part(row, currencies)
        if part.number in parts:
            raise BillError(row.number, *wrong("twice", number=part.number, row=parts[part.number].row))
        parts[part.number] = part
    return _tree(parts, next(iter(currencies), None))


def _part(row: Row, currencies: dict[str, int]) -> Part:
    number = str(row.stated.get("product", ""))
    if not number:
        raise BillError(row.number, *wrong("no_number"))
    parent = str(row.stated["parent"]) if "parent" in row.stated else None
    try:
        return Part(number, parent, _quantity(row), _unit_price(row, currencies), row.number, row.stated)
    except QuantityError as error:
        raise BillError(row.number, *wrong("figure", error=shapes.told(error.what, error.remedy))) from None


def _quantity(row: Row) -> Fraction:
    quantity = parse_number(row.stated.get("quantity", 1), scale=MILLIONTHS)
    if quantity.lo != quantity.hi or quantity.lo == 0:
        raise BillError(row.number, *wrong("quantity"))
    return Fraction(quantity.lo, MILLIONTHS)


def _unit_price(row: Row, currencies: dict[str, int]) -> int | None:
    price = row.stated.get("unit_price")
    if price is None:
        return None
    assert isinstance(price, str | int | Decimal)
    currency = str(row.stated.get("currency", ""))
    found = parse_money(price, currency).number
    currencies.setdefault(currency, row.number)
    if len(currencies) > 1:
        first, other = currencies
        told = {"currency": other, "row": currencies[first], "first": first}
        raise BillError(row.number, *wrong("two_currencies", **told))
    return found


def _tree(parts: Mapping[str, Part], currency: str | None) -> Bill:
    tops = [part for part in parts.values() if part.parent is None]
    if not tops:
        raise BillError(None, *wrong("no_product"))
    if len(tops) > 1:
        named = tuple(part.number for part in tops[:3])
        raise BillError(None, *wrong("several_products", count=len(tops), parts=named))
    within: dict[str, tuple[Part, ...]] = {}
    for part in parts.values():
        if part.parent is not None:
            if part.parent not in parts:
                raise BillError(part.row, *wrong("no_parent", parent=part.parent, number=part.number))
            within[part.parent] = (*within.get(part.parent, ()), part)
    reached = _below(tops[0], within)
    for part in parts.values():
        if part.number not in reached:
            raise BillError(part.row, *wrong("circle", number=part.number))
    return Bill(tops[0], within, currency)


def _below(top: Part, within: Mapping[str, tuple[Part, ...]]) -> set[str]:
    reached, left = {top.number}, [top]
    while left:
        found = within.get(left.pop().number, ())
        reached.update(part.number for part in found)
        left.extend(found)
    return reached
