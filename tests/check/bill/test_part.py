"""A bill of materials is one tree of parts in one currency, or refused by row."""

import pytest

from cocket.check.bill.part import BillError, read_bill
from cocket.check.tables import BadRow, Row

TOP = {"product": "P", "unit_price": "100", "currency": "USD"}


def rows(*stated: dict[str, object]) -> list[Row | BadRow]:
    return [Row(number, one, {}) for number, one in enumerate(stated, start=2)]


def test_parts_stand_below_what_they_go_into() -> None:
    bill = read_bill(rows(TOP, {"product": "A", "parent": "P", "quantity": "0.5"}, {"product": "B", "parent": "A"}))
    assert bill.top.unit_price == 10_000 and bill.currency == "USD"
    assert [one.number for one in bill.parts(bill.top)] == ["A"]
    assert [one.number for one in bill.parts(bill.parts(bill.top)[0])] == ["B"]


REFUSED: dict[str, tuple[list[dict[str, object]], int | None, str]] = {
    "no product": ([{"product": "A", "parent": "B"}, {"product": "B", "parent": "A"}], None, "has 0"),
    "two products": ([TOP, {"product": "Q"}], None, "has 2 (P, Q)"),
    "a part twice": ([TOP, {"product": "A", "parent": "P"}, {"product": "A", "parent": "P"}], 4, "stands in row 3"),
    "a parent that is not there": ([TOP, {"product": "A", "parent": "Z"}], 3, "no part Z"),
    "a ring of parts": (
        [TOP, {"product": "A", "parent": "B"}, {"product": "B", "parent": "A"}],
        3,
        "goes into itself",
    ),
    "no part number": ([TOP, {"parent": "P"}], 3, "has no number"),
    "a negative price": (
        [TOP, {"product": "A", "parent": "P", "unit_price": "-1", "currency": "USD"}],
        3,
        "below zero",
    ),
    "no currency": ([TOP, {"product": "A", "parent": "P", "unit_price": "1"}], 3, "currency"),
    "two currencies": (
        [TOP, {"product": "A", "parent": "P", "unit_price": "1", "currency": "EUR"}],
        3,
        "in EUR, that of row 2 in USD",
    ),
    "nothing of it": ([TOP, {"product": "A", "parent": "P", "quantity": 0}], 3, "above zero"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_bill_is_refused_with_its_row(name: str) -> None:
    stated, row, problem = REFUSED[name]
    with pytest.raises(BillError) as refused:
        read_bill(rows(*stated))
    assert refused.value.row == row and problem in str(refused.value)


def test_a_row_that_cannot_be_read_refuses_the_bill() -> None:
    with pytest.raises(BillError, match="proves nothing"):
        read_bill([*rows(TOP), BadRow(3, "Price", "holds no figure", "Write the figure")])
