"""A bill of materials gives the lines of its product their share of value; nothing that either allows is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.check.bill.book import DIFFERS, BillBook, BillFile
from cocket.check.bill.part import BillError, read_bill
from cocket.check.checker import Checker
from cocket.check.files import RowResult, check_row
from cocket.check.tables import Row
from cocket.law.lawbook import load_lawbook
from cocket.quantity.fraction import show_share
from cocket.quantity.interval import PPB, Interval

FACT = "china_origin_part1_value_ratio"
KNOWN = date(2026, 11, 20)
DYSPROSIUM = {
    "kind": "metal",
    "composition.Dy": "100",
    "composition_complete": "yes",
    "origin": "CN",
    "currency": "USD",
}
STEEL = {"kind": "alloy", "composition.Fe": "100", "composition_complete": "yes", "origin": "VN", "currency": "USD"}
ABROAD = {
    "kind": "magnet", "family": "NdFeB", "composition.Dy": "1.2", "composition.Tb": "0",
    "movement": "export of foreign-made goods", "origin": "VN", "moved_from": "VN", "china_origin_technology": "no",
    "destination": "DE", "end_user": "Schlaflose Giraffe Antriebe", "end_user_type": "civil", "end_use": "civil",
}  # fmt: skip
CHECKER = Checker(load_lawbook())
FEBRUARY, SUSPENDED = date(2027, 2, 1), date(2026, 3, 1)


def book(worth: str = "1.00", of: str = "1000.00", number: str = "P-1") -> BillBook:
    """Of a product worth ``of`` with ``worth`` of Chinese dysprosium in it; an empty price is not known."""
    top = {"product": number, "kind": "magnet", "origin": "VN", "unit_price": of, "currency": "USD"}
    metal = {"product": "D", "parent": number, **DYSPROSIUM} | ({"unit_price": worth} if worth else {})
    steel = {"product": "S", "parent": number, **STEEL, "unit_price": "1"}
    rows = [Row(place, stated, {}) for place, stated in enumerate((top, metal, steel), start=2)]
    return BillBook([BillFile("bill.csv", "0" * 64, read_bill(rows))])


def answered(checker: Checker, bills: BillBook, on: date = FEBRUARY, **stated: object) -> RowResult:
    line = {"product": "P-1", "date": on, **ABROAD, **stated}
    return check_row(checker, Row(2, line, {}), KNOWN, bills=bills)


def test_at_the_limit_a_licence_is_needed_and_a_cent_below_it_none(checker: Checker) -> None:
    assert answered(checker, BillBook()).answer == "NEEDS_FACTS"
    assert answered(checker, book("1.00")).answer == "LICENCE_REQUIRED"
    assert answered(checker, book("0.99")).answer == "NOT_CONTROLLED"


def test_a_missing_price_leaves_the_line_open(checker: Checker) -> None:
    found = answered(checker, book(""))
    assert found.answer == "NEEDS_FACTS" and found.by_bill is not None
    assert [row.part.number for row in found.by_bill.valuation.to_find_out] == ["D"]


def test_only_lines_of_the_product_get_the_share(checker: Checker) -> None:
    assert answered(checker, book(number="P-2")).by_bill is None
    assert answered(checker, book(), product="").by_bill is None
    assert answered(checker, book(), product="Ｐ-1 ").answer == "LICENCE_REQUIRED", "spelt with a full-width letter"


def test_a_share_stated_within_what_the_bill_leaves_open_stands(checker: Checker) -> None:
    below, above = (answered(checker, book(""), **{FACT: share}) for share in ("0.05 %", "0.2 %"))
    assert (below.answer, above.answer) == ("NOT_CONTROLLED", "LICENCE_REQUIRED")
    assert below.verdict is not None and DIFFERS not in below.verdict.warnings


def test_a_bill_narrows_a_share_that_the_list_leaves_open(checker: Checker) -> None:
    assert answered(checker, BillBook(), **{FACT: "0.05-0.5 %"}).answer == "NEEDS_FACTS"
    assert answered(checker, book("0.99"), **{FACT: "0.05-0.5 %"}).answer == "NOT_CONTROLLED"


@pytest.mark.parametrize(("worth", "stated"), [("2.00", "0.05 %"), ("0.50", "0.2 %"), ("2.00", "0")])
def test_a_contradiction_keeps_both_and_frees_nothing(checker: Checker, worth: str, stated: str) -> None:
    found = answered(checker, book(worth), **{FACT: stated})
    assert found.answer == "NEEDS_FACTS"
    assert found.verdict is not None and DIFFERS in found.verdict.warnings


def test_a_share_that_cannot_be_read_is_told_and_not_replaced(checker: Checker) -> None:
    found = answered(checker, book("0.99"), **{FACT: "a little"})
    assert found.answer == "BAD_INPUT" and found.problem is not None and FACT in str(found.problem)


def test_while_the_announcement_is_suspended_so_is_what_the_bill_would_need(checker: Checker) -> None:
    assert answered(checker, book(), on=SUSPENDED).answer == "NOT_REQUIRED_SUSPENDED"


def test_two_bills_of_one_product_are_refused() -> None:
    with pytest.raises(BillError, match=r"so is bill\.csv"):
        BillBook([*book().files, *book(number="P-1 ").files])


intervals = st.tuples(st.integers(0, PPB), st.integers(0, PPB)).map(lambda two: Interval(min(two), max(two)))


@given(stated=intervals, cents=st.integers(0, 100_000), priced=st.booleans())
def test_what_counts_is_one_of_the_two_or_all_of_both(stated: Interval, cents: int, priced: bool) -> None:
    bills = book(f"{cents / 100:.2f}" if priced else "")
    found = bills.complete(CHECKER, {"product": "P-1", FACT: show_share(stated)}, KNOWN)
    assert found is not None
    one, other = found.share, stated
    if one.lo <= other.lo and other.hi <= one.hi:
        assert found.counts == other and not found.differs
    elif other.lo <= one.lo and one.hi <= other.hi:
        assert found.counts == one and not found.differs
    else:
        assert found.counts == Interval(min(one.lo, other.lo), max(one.hi, other.hi)) and found.differs
