"""``cocket bom``: how much of a product's value is listed Chinese items, part by part."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.options import with_known, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.check.bill.value_share import PartValue, Range, Valuation
    from cocket.check.checker import Checker

STILL_OPEN = 3


@click.command(help=help_on("bom"))
@click.argument("file", type=click.Path(path_type=Path))
@with_known
@click.option("--sheet", help=help_on("check.sheet"))
@click.option("--json", "as_json", is_flag=True, help=help_on("bom.json"))
@with_language
def bom(file: Path, known: date, sheet: str | None, as_json: bool, words: Words) -> int:
    from cocket.check.bill.listed_part import CHINESE_PART_1, limits_on
    from cocket.cli.opening import open_checker

    checker = open_checker()
    valuation = value(checker, file, sheet, known)
    limits = limits_on(checker.lawbook, CHINESE_PART_1.fact)
    if as_json:
        click.echo(json.dumps(as_data(valuation, limits), ensure_ascii=False, indent=2))
    else:
        for line in told(valuation, limits, words):
            click.echo(line)
    return STILL_OPEN if any(is_open(valuation, limit) for limit in limits) else 0


def value(checker: "Checker", file: Path, sheet: str | None, known: date) -> "Valuation":
    """Raises InputError for a file that is no bill of materials."""
    from cocket.check.bill.listed_part import CHINESE_PART_1, ListedParts, judged
    from cocket.check.bill.part import BillError
    from cocket.check.bill.value_share import Valuation
    from cocket.cli.bills import fault, open_bill

    bill = open_bill(file, sheet)
    try:
        return Valuation(bill, judged(ListedParts(checker, CHINESE_PART_1, known), bill))
    except BillError as error:
        raise fault(file, error) from None


def is_open(valuation: "Valuation", limit: int) -> bool:
    return valuation.share.lo < limit <= valuation.share.hi


def told(valuation: "Valuation", limits: tuple[int, ...], words: Words) -> Iterator[str]:
    from cocket.cli import screen
    from cocket.quantity.fraction import show_share
    from cocket.quantity.interval import exactly

    currency = valuation.bill.currency or words.say("bom.no_price")
    headers = [words.say(f"bom.{name}", currency=currency) for name in ("part", "goods", "item", "worth", "counted")]
    rows = [cells(row, valuation.bill.currency, words) for row in valuation.rows]
    yield from screen.plain_table(headers, rows, screen.plain_width())
    yield ""
    yield words.say("bom.share", product=valuation.bill.top.number, share=show_share(valuation.share))
    for limit in limits:
        key = "open" if is_open(valuation, limit) else "reached" if valuation.share.lo >= limit else "below"
        yield words.say(f"bom.{key}", limit=show_share(exactly(limit)))
    if any(is_open(valuation, limit) for limit in limits):
        for row in valuation.to_find_out:
            missing = words.say("bom.facts" if row.is_in_doubt else "bom.price")
            yield words.say("bom.find_out", part=row.part.number, missing=missing, row=row.part.row)
    for part in valuation.exceeding:
        yield words.say("bom.exceeding", part=part.number, row=part.row)


def cells(row: "PartValue", currency: str | None, words: Words) -> list[str]:
    """One line of the table; the product itself is what the share is of and counts as no item."""
    item = words.say(f"bom.item.{row.judged.item.value}") if row.depth else ""
    goods = str(row.part.stated.get("description", ""))
    return ["· " * row.depth + row.part.number, goods, item, money(row.value, currency), money(row.counted, currency)]


def money(worth: "Range", currency: str | None) -> str:
    """``0.08 USD``, or a range; a question mark where nothing is known above."""
    lo = amount(worth.lo, currency)
    if worth.lo == worth.hi:
        return lo
    return f"{lo} … {'?' if worth.hi is None else amount(worth.hi, currency)}"


def amount(number: object, currency: str | None) -> str:
    """Minor units as people write them, four digits kept: parts of a part cost less than a cent."""
    from decimal import Decimal
    from fractions import Fraction

    from cocket.quantity.currency import minor_digits

    assert isinstance(number, Fraction)
    digits = minor_digits(currency) if currency else 0
    exact = Decimal(number.numerator) / Decimal(number.denominator) / Decimal(10) ** digits
    return f"{exact:.{digits + 2}f}"


def as_data(valuation: "Valuation", limits: tuple[int, ...]) -> dict[str, object]:
    """The same as plain data; money in minor units, as text where it is no whole number."""
    return {
        "product": valuation.bill.top.number,
        "currency": valuation.bill.currency,
        "share_ppb": [valuation.share.lo, valuation.share.hi],
        "limits_ppb": [{"at_least": limit, "open": is_open(valuation, limit)} for limit in limits],
        "parts": [
            {
                "part": row.part.number,
                "parent": row.part.parent,
                "row": row.part.row,
                "item": row.judged.item.value if row.depth else None,
                "worth_minor": [str(row.value.lo), None if row.value.hi is None else str(row.value.hi)],
                "counted_minor": [str(row.counted.lo), None if row.counted.hi is None else str(row.counted.hi)],
            }
            for row in valuation.rows
        ],
        "find_out": [row.part.number for row in valuation.to_find_out],
        "exceeding": [part.number for part in valuation.exceeding],
    }
