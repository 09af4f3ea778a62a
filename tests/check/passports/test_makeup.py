"""Two statements of one composition: the newer counts within the older; otherwise nothing either allows is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.check.passports.makeup import Joined, Makeup, join
from cocket.quantity.errors import CompositionError
from cocket.quantity.interval import PPB, Interval

PERCENT = 10_000_000
SYMBOLS = ("Dy", "Tb", "Nd")


def shown(low: int, high: int) -> str:
    return f"{low}-{high} %" if low < high else f"{low} %"


SHARE = st.tuples(st.integers(0, 33), st.integers(0, 33)).map(lambda pair: shown(min(pair), max(pair)))
MAKEUP = st.builds(
    lambda shares, complete: Makeup(shares | ({"Fe": "0-100"} if complete else {}), (), complete),
    st.dictionaries(st.sampled_from(SYMBOLS), SHARE),
    st.booleans(),
)


def said(makeup: Makeup, symbol: str) -> Interval | None:
    """The reference: what a statement says of an element; a complete one says 0 of what it leaves out."""
    read = makeup.read()
    if symbol in makeup.shares:
        return read.share(symbol)
    return Interval(0, 0) if makeup.complete else None


def lies_within(one: Interval, other: Interval) -> bool:
    return other.lo <= one.lo and one.hi <= other.hi


@given(MAKEUP, MAKEUP)
def test_nothing_that_is_allowed_is_lost_unless_the_newer_statement_lies_within_the_older(
    older: Makeup, newer: Makeup
) -> None:
    joined = join(older, newer)
    for symbol in SYMBOLS:
        first, second = said(older, symbol), said(newer, symbol)
        both = joined.makeup.read().share(symbol)
        if second is not None:
            assert lies_within(second, both)
        if first is not None and (second is None or not lies_within(second, first)):
            assert lies_within(first, both)
        if first is not None and second is not None and lies_within(second, first):
            assert both == second
            assert symbol not in (*joined.apart, *joined.wider)
        if first is not None and second is not None and not lies_within(second, first):
            assert symbol in (joined.wider if lies_within(first, second) else joined.apart)


@given(MAKEUP)
def test_a_statement_joined_with_itself_says_the_same(makeup: Makeup) -> None:
    joined = join(makeup, makeup)
    assert (joined.apart, joined.wider) == ((), ())
    assert joined.makeup.read() == makeup.read()


def together(older: dict[str, object], newer: dict[str, object], **settings: bool) -> Joined:
    return join(Makeup(older, (), settings.get("first", False)), Makeup(newer, (), settings.get("second", False)))


def test_a_certificate_without_the_element_contradicts_a_list_with_it() -> None:
    joined = together({"Nd": 29, "Dy": "1.2"}, {"Nd": 29, "Fe": 70, "B": 1}, second=True)
    assert joined.apart == ("Dy",)
    assert joined.makeup.read().share("Dy") == Interval(0, 12 * PERCENT // 10)
    assert not joined.makeup.complete, "a certificate that the list contradicts proves no absence"


def test_a_complete_certificate_settles_what_the_list_leaves_open() -> None:
    joined = together({"Nd": 29, "Dy": "<0.05"}, {"Nd": 29, "Fe": 70, "B": 1}, second=True)
    assert joined.apart == joined.wider == ()
    assert joined.makeup.read().share("Dy") == joined.makeup.read().share("Tb") == Interval(0, 0)


def test_a_list_that_says_more_than_its_supplier_vouches_for_is_told_and_widened() -> None:
    joined = together({"Dy": 0}, {"Dy": "<0.1"})
    assert joined.wider == ("Dy",)
    assert joined.makeup.read().share("Dy").hi == PERCENT // 10 - 1


def test_an_element_named_as_contained_and_certified_as_absent_may_be_either() -> None:
    joined = join(Makeup({}, ("Dy",)), Makeup({"Dy": "0"}))
    assert joined.apart == ("Dy",)
    assert joined.makeup.read().share("Dy").lo == 0
    assert joined.makeup.read().share("Dy").hi == PPB


def test_a_balance_says_that_the_element_is_there_and_leaves_a_known_figure_alone() -> None:
    assert together({"Fe": 66}, {"Nd": 29, "Fe": "balance"}).makeup.read().share("Fe") == Interval(
        660_000_000, 660_000_000
    )
    assert together({"Nd": 29}, {"Fe": "余量"}).makeup.read().share("Fe").lo == PERCENT // 100
    assert together({"Fe": 0}, {"Fe": "balance"}).apart == ("Fe",)


def test_a_compound_is_told_again_without_being_counted_twice() -> None:
    joined = together({"Y2O3": "99-100"}, {"Y2O3": "99.9"})
    assert joined.makeup.shares == {"Y2O3": "99.9"}


def test_room_that_one_statement_leaves_does_not_cut_what_the_other_says() -> None:
    joined = together({"Dy": "5"}, {"Nd": "32", "Fe": "67", "B": "1", "Dy": "0"})
    assert joined.makeup.read().share("Dy") == Interval(0, 5 * PERCENT)


def test_compositions_that_no_goods_can_have_are_refused() -> None:
    with pytest.raises(CompositionError):
        together({"Nd": 98}, {"Pr": 50})
