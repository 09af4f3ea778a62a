"""Shares that are exact, stated as a range, or a trace, against the limits of the law."""

from operator import ge, gt, le, lt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.determination.facts import Facts
from cocket.determination.logic import FALSE, OPEN, TRUE, UNKNOWN, Truth, Verity, evaluate
from cocket.law.condition import Compare, Operator
from cocket.law.read_condition import contains, main_constituent, oxide_of
from cocket.quantity.fraction import parse_share
from cocket.quantity.interval import PPB, Interval, exactly

HOLDS = {"above": gt, "at_least": ge, "below": lt, "at_most": le}
OPERATORS: tuple[Operator, ...] = ("above", "at_least", "below", "at_most")
UP_TO_OPEN: Truth = (Verity.FALSE, Verity.OPEN)
FROM_OPEN: Truth = (Verity.OPEN, Verity.TRUE)
SMALL = st.integers(0, 12)


@given(st.tuples(SMALL, SMALL).map(sorted), SMALL, st.sampled_from(OPERATORS))
def test_a_range_is_true_when_all_of_it_is_and_false_when_none_of_it_is(
    ends: list[int], limit: int, operator: Operator
) -> None:
    found = evaluate(Compare("content.Dy", operator, limit), Facts({"content.Dy": Interval(*ends)}))
    each = {HOLDS[operator](point, limit) for point in range(ends[0], ends[1] + 1)}
    assert found == {frozenset({True}): TRUE, frozenset({False}): FALSE}.get(frozenset(each), UNKNOWN)


@pytest.mark.parametrize("operator", OPERATORS)
def test_a_figure_not_stated_is_unknown_to_every_limit(operator: Operator) -> None:
    assert evaluate(Compare("param.density_g_cm3", operator, 7_000_000), Facts({})) == UNKNOWN


@pytest.mark.parametrize(
    ("operator", "below", "at", "above"),
    [
        ("above", FALSE, FALSE, TRUE),
        ("at_least", FALSE, TRUE, TRUE),
        ("below", TRUE, FALSE, FALSE),
        ("at_most", TRUE, TRUE, FALSE),
    ],
)
def test_the_limit_itself_is_inside_where_the_law_says_so(
    operator: Operator, below: Truth, at: Truth, above: Truth
) -> None:
    limit = Compare("china_origin_part1_value_ratio", operator, 1_000_000)
    around = [Facts({"china_origin_part1_value_ratio": exactly(ppb)}) for ppb in (999_999, 1_000_000, 1_000_001)]
    assert [evaluate(limit, facts) for facts in around] == [below, at, above]


@pytest.mark.parametrize(
    ("share", "truth"),
    [
        ("0", FALSE),
        ("1 ppb", OPEN),
        ("0.005", OPEN),
        ("99999 ppb", OPEN),
        ("0.01", TRUE),
        ("0.010", TRUE),
        ("3", TRUE),
        ("100", TRUE),
        ("<0.01", UP_TO_OPEN),
        ("≤0.01", UNKNOWN),
        ("<0.05", UNKNOWN),
        ("0.005-0.008", OPEN),
        ("0.005-0.05", FROM_OPEN),
        (">0.01", TRUE),
        ("≥0.01", TRUE),
        ("1-3", TRUE),
        ("3±0.2", TRUE),
    ],
)
def test_containing_begins_at_a_hundredth_of_a_per_cent_and_a_trace_goes_to_a_person(share: str, truth: Truth) -> None:
    assert evaluate(contains("Dy"), Facts({"content.Dy": parse_share(share)})) == truth


@pytest.mark.parametrize(
    ("share", "truth"), [("49.9999999", FALSE), ("50", TRUE), (">50", TRUE), ("45-55", UNKNOWN), ("<50", FALSE)]
)
def test_the_main_constituent_begins_at_half_of_the_mass(share: str, truth: Truth) -> None:
    assert evaluate(main_constituent("Sm"), Facts({"content.Sm": parse_share(share)})) == truth


def test_an_element_not_stated_may_fill_what_the_others_leave() -> None:
    assert Facts({}, rest_hi=PPB).number("content.Dy") == Interval(0, PPB)
    assert evaluate(contains("Dy"), Facts({}, rest_hi=PPB)) == UNKNOWN
    assert evaluate(main_constituent("Sm"), Facts({}, rest_hi=PPB // 2 - 1)) == FALSE
    assert evaluate(contains("Dy"), Facts({}, rest_hi=99_999)) == UP_TO_OPEN
    assert evaluate(contains("Dy"), Facts({}, rest_hi=0)) == FALSE


def test_the_oxide_of_an_element_is_at_most_the_element() -> None:
    three_per_cent = exactly(30_000_000)
    assert evaluate(oxide_of("Dy"), Facts({"content.Dy": three_per_cent})) == UNKNOWN
    assert evaluate(oxide_of("Dy"), Facts({"content.Dy": three_per_cent, "oxide.Dy": three_per_cent})) == TRUE
    assert evaluate(oxide_of("Dy"), Facts({"content.Dy": three_per_cent, "oxide.Dy": exactly(0)})) == FALSE
    assert evaluate(oxide_of("Dy"), Facts({"content.Dy": exactly(0)})) == FALSE
    assert evaluate(oxide_of("Dy"), Facts({"content.Dy": exactly(50_000)})) == UP_TO_OPEN
