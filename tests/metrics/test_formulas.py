"""The formulas against examples worked by hand and against what they say in so many words."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.metrics import counts, incidence, share
from cocket.metrics.errors import MetricsError

GRANTED, REFUSED, WITHDRAWN = 1, 2, 3


def test_nineteen_of_141_approved_has_the_published_interval() -> None:
    found = share(19, 141)
    assert found.value is not None and found.low is not None and found.high is not None
    assert [round(100 * one, 1) for one in (found.value, found.low, found.high)] == [13.5, 8.8, 20.1]


@pytest.mark.parametrize(("part", "whole"), [(0, 1), (1, 1), (0, 50), (50, 50), (19, 20)])
def test_both_ends_of_the_interval_solve_wilsons_equation(part: int, whole: int) -> None:
    """|value - p| is 1.96 standard errors at p, the true share at that end."""
    found = share(part, whole)
    assert found.value is not None and found.low is not None and found.high is not None
    assert 0 <= found.low <= found.value <= found.high <= 1
    for end in {found.low, found.high} - {0.0, 1.0}:
        assert abs(found.value - end) == pytest.approx(1.959963985 * (end * (1 - end) / whole) ** 0.5)


def test_of_no_cases_there_is_no_share() -> None:
    found = share(0, 0)
    assert (found.value, found.low, found.high) == (None, None, None)


@pytest.mark.parametrize(("part", "whole"), [(-1, 3), (4, 3)])
def test_a_part_outside_the_whole_is_refused(part: int, whole: int) -> None:
    with pytest.raises(MetricsError, match=f"{part} of {whole} is no share"):
        share(part, whole)


def test_counts_add_up_and_unknown_is_a_group() -> None:
    found = counts(["DE", "US", "DE", None], ["granted", "granted", "granted", "refused"])
    assert found == {("DE", "granted"): 2, ("US", "granted"): 1, (None, "refused"): 1}
    with pytest.raises(MetricsError, match="different lengths: 1, 2"):
        counts(["DE"], ["granted", "refused"])


def test_six_cases_by_hand() -> None:
    # day 5: 1 of 6 granted; day 8: one open case leaves; day 10: of 4 left one granted, one refused; day 12: of 2 one
    # withdrawn; the last is open on day 20
    curve = incidence([5, 8, 10, 10, 12, 20], [GRANTED, 0, GRANTED, REFUSED, WITHDRAWN, 0], 3)
    assert curve.days.tolist() == [5, 10, 12] and curve.at_risk.tolist() == [6, 4, 2]
    assert curve.still_open.tolist() == pytest.approx([5 / 6, 5 / 12, 5 / 24])
    assert curve.reached[:, -1].tolist() == pytest.approx([1 / 6 + 5 / 24, 5 / 24, 5 / 24])
    assert (curve.by(4, GRANTED), curve.by(9, GRANTED)) == (0.0, pytest.approx(1 / 6))
    assert (curve.quantile(0.5), curve.quantile(0.1), curve.quantile(0.9)) == (10, 5, None)
    assert (curve.quantile(0.3, GRANTED), curve.quantile(0.5, GRANTED)) == (10, None)


def test_an_open_case_counts_at_risk_on_the_day_of_its_last_look() -> None:
    assert incidence([7, 7], [GRANTED, 0], 1).at_risk.tolist() == [2]


def test_a_half_is_reached_though_fractions_round() -> None:
    curve = incidence(list(range(1, 11)), [GRANTED] * 10, 1)
    assert [curve.quantile(share / 10) for share in range(1, 11)] == list(range(1, 11))


def test_of_no_cases_and_of_open_ones_only_nothing_is_reached() -> None:
    for curve in (incidence([], [], 3), incidence([3, 9], [0, 0], 3)):
        assert curve.days.tolist() == [] and curve.quantile(0.5) is None and curve.by(100, GRANTED) == 0.0


columns = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3)), min_size=1, max_size=25)


@given(columns)
def test_the_curve_is_that_of_a_walk_day_by_day_in_fractions(rows: list[tuple[int, int]]) -> None:
    curve = incidence([day for day, _ in rows], [outcome for _, outcome in rows], 3)
    left, reached = Fraction(1), [Fraction(0)] * 3
    for day in range(13):
        at_risk = sum(each >= day for each, _ in rows)
        now = [sum((each, outcome) == (day, kind) for each, outcome in rows) for kind in (1, 2, 3)]
        if at_risk:
            reached = [one + left * Fraction(some, at_risk) for one, some in zip(reached, now, strict=True)]
            left *= 1 - Fraction(sum(now), at_risk)
        assert [curve.by(day, kind) for kind in (1, 2, 3)] == pytest.approx([float(one) for one in reached])


@given(columns)
def test_what_was_reached_and_what_is_open_add_up_to_all(rows: list[tuple[int, int]]) -> None:
    curve = incidence([day for day, _ in rows], [outcome for _, outcome in rows], 3)
    assert np.allclose(curve.reached.sum(axis=0) + curve.still_open, 1)


@given(columns)
def test_without_open_cases_the_curve_is_the_plain_share(rows: list[tuple[int, int]]) -> None:
    decided = [(day, max(outcome, 1)) for day, outcome in rows]
    curve = incidence([day for day, _ in decided], [outcome for _, outcome in decided], 3)
    for day in range(13):
        plain = sum(each <= day and outcome == GRANTED for each, outcome in decided) / len(decided)
        assert curve.by(day, GRANTED) == pytest.approx(plain)


@pytest.mark.parametrize(
    ("durations", "outcomes", "message"),
    [
        ([1, 2], [1], "2 durations and 1 outcomes"),
        ([-1], [1], "below 0"),
        ([1], [4], "not 0 to 3"),
        ([1.5], [1], "durations are no whole numbers"),
    ],
)
def test_columns_that_do_not_fit_are_refused(durations: list[float], outcomes: list[int], message: str) -> None:
    with pytest.raises(MetricsError, match=message):
        incidence(durations, outcomes, 3)


def test_a_quantile_of_nothing_or_more_than_all_is_refused() -> None:
    for wrong in (0.0, 1.2):
        with pytest.raises(MetricsError, match="not above 0"):
            incidence([1], [1], 1).quantile(wrong)
