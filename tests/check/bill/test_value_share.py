"""The share is a range that holds the true one, whatever is hidden, and the true one where nothing is."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cocket.check.bill.listed_part import Judged, Listed
from cocket.check.bill.part import Bill, Part
from cocket.check.bill.value_share import Valuation
from cocket.quantity.interval import PPB

KNOWN = {True: Judged(Listed.YES, inside=True), False: Judged(Listed.NO, inside=False)}
HIDDEN = Judged(Listed.OPEN, inside=True)
COST_OF_MAKING = 3  # what a whole is worth above its parts


def part(number: str, parent: str | None, quantity: int, unit_price: int | None) -> Part:
    return Part(number, parent, Fraction(quantity), unit_price, row=1, stated={})


def bill_of(parts: list[Part]) -> Bill:
    within: dict[str, tuple[Part, ...]] = {}
    for one in parts[1:]:
        assert one.parent is not None
        within[one.parent] = (*within.get(one.parent, ()), one)
    return Bill(parts[0], within, "USD")


@st.composite
def bills(draw: st.DrawFn) -> tuple[list[Part], dict[str, bool]]:
    """Up to seven parts, each going into an earlier one; every whole is worth its parts and a little more."""
    count = draw(st.integers(2, 7))
    parents = [None, *(str(draw(st.integers(0, number - 1))) for number in range(1, count))]
    quantities = [1, *(draw(st.integers(1, 3)) for _ in range(1, count))]
    made = [draw(st.integers(0, COST_OF_MAKING)) for _ in range(count)]
    prices = [0] * count
    for number in reversed(range(count)):
        below = [other for other in range(count) if parents[other] == str(number)]
        prices[number] = made[number] + sum(quantities[other] * prices[other] for other in below)
    parts = [part(str(n), parents[n], quantities[n], prices[n]) for n in range(count)]
    return parts, {str(number): draw(st.booleans()) for number in range(count)}


def true_share(parts: list[Part], listed: dict[str, bool]) -> Fraction | None:
    """The long way round: every piece of every part stands on the table; a listed one is taken off whole."""

    def taken(one: Part, *, is_product: bool) -> Fraction:
        if listed[one.number] and not is_product:
            return Fraction(one.unit_price or 0)
        below = [other for other in parts if other.parent == one.number]
        return sum((other.quantity * taken(other, is_product=False) for other in below), Fraction(0))

    worth = parts[0].unit_price
    return taken(parts[0], is_product=True) / worth if worth else None


@given(bills())
def test_where_all_is_known_the_share_is_exact(case: tuple[list[Part], dict[str, bool]]) -> None:
    parts, listed = case
    true = true_share(parts, listed)
    share = Valuation(bill_of(parts), {number: KNOWN[is_listed] for number, is_listed in listed.items()}).share
    if true is not None:
        assert share.holds(true * PPB) and share.hi - share.lo <= 1


@given(bills(), st.sets(st.integers(0, 6)), st.sets(st.integers(0, 6)))
def test_whatever_is_hidden_the_true_share_lies_within(
    case: tuple[list[Part], dict[str, bool]], no_price: set[int], not_judged: set[int]
) -> None:
    parts, listed = case
    told = [replace(one, unit_price=None) if number in no_price else one for number, one in enumerate(parts)]
    judged = {number: HIDDEN if int(number) in not_judged else KNOWN[is_listed] for number, is_listed in listed.items()}
    true = true_share(parts, listed)
    if true is not None:
        assert Valuation(bill_of(told), judged).share.holds(true * PPB)


def test_a_listed_item_counts_whole_and_what_is_in_it_not_again() -> None:
    parts = [part("0", None, 1, 100), part("1", "0", 1, 10), part("2", "1", 1, 4)]
    share = Valuation(bill_of(parts), {"0": KNOWN[False], "1": KNOWN[True], "2": KNOWN[True]}).share
    assert (share.lo, share.hi) == (PPB // 10, PPB // 10)


def test_a_part_of_unknown_make_may_be_all_that_counts() -> None:
    parts = [part("0", None, 1, 100), part("1", "0", 1, 30)]
    share = Valuation(bill_of(parts), {"0": KNOWN[False], "1": HIDDEN}).share
    assert (share.lo, share.hi) == (0, 3 * PPB // 10)


def test_without_a_price_of_the_product_there_is_no_least_share() -> None:
    parts = [part("0", None, 1, None), part("1", "0", 1, 30), part("2", "0", 1, 30)]
    share = Valuation(bill_of(parts), {"0": KNOWN[False], "1": KNOWN[True], "2": KNOWN[False]}).share
    assert (share.lo, share.hi) == (0, PPB // 2)


def test_parts_dearer_than_their_whole_are_named() -> None:
    parts = [part("0", None, 1, 100), part("1", "0", 2, 60)]
    valuation = Valuation(bill_of(parts), {"0": KNOWN[False], "1": KNOWN[True]})
    assert [one.number for one in valuation.exceeding] == ["0"] and valuation.share.hi == PPB


def test_what_to_find_out_is_what_makes_the_range_wide_the_widest_first() -> None:
    parts = [part("0", None, 1, 100), part("1", "0", 1, 5), part("2", "0", 1, None), part("3", "0", 1, 7)]
    judged = {"0": KNOWN[False], "1": HIDDEN, "2": KNOWN[True], "3": KNOWN[True]}
    assert [row.part.number for row in Valuation(bill_of(parts), judged).to_find_out] == ["2", "1"]
