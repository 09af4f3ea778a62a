from fractions import Fraction

import pytest

from cocket.quantity.interval import Interval, exactly


def test_an_interval_may_hold_one_number_but_not_none() -> None:
    assert exactly(5) == Interval(5, 5)
    with pytest.raises(ValueError, match="from 6 to 5 is empty"):
        Interval(6, 5)


def test_intersection_is_what_both_allow() -> None:
    assert Interval(0, 5).intersect(Interval(3, 9)) == Interval(3, 5)
    assert Interval(0, 5).intersect(Interval(5, 9)) == exactly(5)
    assert Interval(0, 5).intersect(Interval(6, 9)) is None


def test_hull_holds_both_and_the_gap_between() -> None:
    assert Interval(0, 2).hull(Interval(8, 9)) == Interval(0, 9)


def test_rounding_goes_outward() -> None:
    assert Interval.around(Fraction(3, 2), Fraction(5, 2)) == Interval(1, 3)
    assert Interval.around(Fraction(2), Fraction(2)) == exactly(2)


def test_holds_counts_both_ends_in() -> None:
    assert Interval(1, 2).holds(1)
    assert Interval(1, 2).holds(Fraction(3, 2))
    assert not Interval(1, 2).holds(Fraction(201, 100))
