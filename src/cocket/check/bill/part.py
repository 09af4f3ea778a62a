"""The parts of a product as a tree, read from rows that name each part and what it goes into."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cocket.check.tables import BadRow, Row
from cocket.quantity.amount import parse_money
from cocket.quantity.errors import QuantityError
from cocket.quantity.fraction import parse_number

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
        super().__init__(f"{f'row {row}: ' if row else ''}{problem}. {remedy}.")
        self.row, self.problem, self.remedy = row, problem, remedy


def read_bill(rows: Iterable[Row | BadRow]) -> Bill:
    """The one product of the rows with its parts; raises BillError."""
    parts: dict[str, Part] = {}
    currencies: dict[str, int] = {}
    for row in rows:
        if isinstance(row, BadRow):
            problem = f'column "{row.column}": {row.message}' if row.column else row.message
            raise BillError(row.number, problem, f"{row.remedy}; a bill that lacks a part proves nothing")
        part = _part(row, currencies)
        if part.number in parts:
            remedy = "Give each part one row, or number its uses apart, such as M-12/1 and M-12/2"
            raise BillError(row.number, f"part {part.number} stands in row {parts[part.number].row} as well", remedy)
        parts[part.number] = part
    return _tree(parts, next(iter(currencies), None))


def _part(row: Row, currencies: dict[str, int]) -> Part:
    number = str(row.stated.get("product", ""))
    if not number:
        raise BillError(row.number, "the part has no number", "Fill the column with the part number")
    parent = str(row.stated["parent"]) if "parent" in row.stated else None
    try:
        return Part(number, parent, _quantity(row), _unit_price(row, currencies), row.number, row.stated)
    except QuantityError as error:
        raise BillError(row.number, str(error).rstrip("."), "Leave a price empty that is not known") from None


def _quantity(row: Row) -> Fraction:
    quantity = parse_number(row.stated.get("quantity", 1), scale=MILLIONTHS)
    if quantity.lo != quantity.hi or quantity.lo == 0:
        raise BillError(row.number, "the quantity is no single figure above zero", "State how much goes into one piece")
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
        remedy = "State all prices in one currency; a rate would need its day and its source"
        raise BillError(row.number, f"the price is in {other}, that of row {currencies[first]} in {first}", remedy)
    return found


def _tree(parts: Mapping[str, Part], currency: str | None) -> Bill:
    tops = [part for part in parts.values() if part.parent is None]
    if len(tops) != 1:
        named = ", ".join(part.number for part in tops[:3]) or "none"
        remedy = "Leave the parent empty for the product alone, and name it as the parent of what goes into it"
        raise BillError(None, f"the bill must have one product without a parent, and has {len(tops)} ({named})", remedy)
    within: dict[str, tuple[Part, ...]] = {}
    for part in parts.values():
        if part.parent is not None:
            if part.parent not in parts:
                remedy = "Give the parent a row of its own, or correct its number"
                raise BillError(part.row, f"there is no part {part.parent} for {part.number} to go into", remedy)
            within[part.parent] = (*within.get(part.parent, ()), part)
    reached = _below(tops[0], within)
    for part in parts.values():
        if part.number not in reached:
            raise BillError(part.row, f"part {part.number} goes into itself by way of others", "Correct the parents")
    return Bill(tops[0], within, currency)


def _below(top: Part, within: Mapping[str, tuple[Part, ...]]) -> set[str]:
    reached, left = {top.number}, [top]
    while left:
        found = within.get(left.pop().number, ())
        reached.update(part.number for part in found)
        left.extend(found)
    return reached
