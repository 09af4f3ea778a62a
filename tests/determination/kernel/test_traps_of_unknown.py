"""The traps by which columnar engines turn what is not known into free, one test each, on a law with one threshold."""

import numpy as np
import pytest

from cocket.determination.facts import Facts, Known
from cocket.determination.kernel.block import Block
from cocket.determination.kernel.columns import Choices, Columns, Numbers, columns_of
from cocket.determination.kernel.planes import TRUTHS, fours, unpacked
from cocket.determination.kernel.weighed_lines import alike_deals
from cocket.determination.logic import FALSE, OPEN, TRUE, UNKNOWN, Truth, evaluate
from cocket.law.condition import ALWAYS, NEVER, All, AnyOf, Compare, Condition, Doubt, In, Not
from cocket.law.words import Words
from cocket.quantity.interval import PPB, Interval, exactly

LIMIT = 1_000_000
ABOVE = Compare("param.share", "above", LIMIT)
AT_LEAST = Compare("param.share", "at_least", LIMIT)
MAGNET = In("kind", frozenset({"magnet"}))
NOTHING: dict[str, Known] = {}


def truth(condition: Condition, said: dict[str, Known], rest_hi: int = PPB) -> Truth:
    """By the kernel, as one of two lines, so that the other line's value cannot leak into it."""
    columns = columns_of([Facts(said, rest_hi), Facts({"param.share": exactly(LIMIT), "kind": frozenset({"oxide"})})])
    (group,) = Block([condition]).evaluate(columns)
    return TRUTHS[int(fours(unpacked(group.planes)[:, :, :1])[0, 0])]


def test_a_missing_figure_takes_no_else_branch() -> None:
    assert truth(ABOVE, NOTHING) == UNKNOWN and truth(Not(ABOVE), NOTHING) == UNKNOWN


def test_a_missing_part_does_not_drop_out_of_any() -> None:
    assert truth(AnyOf((ABOVE, In("kind", frozenset({"magnet"})))), {"kind": frozenset({"oxide"})}) == UNKNOWN


def test_a_missing_part_does_not_drop_out_of_all() -> None:
    assert truth(All((ABOVE, MAGNET)), {"kind": frozenset({"magnet"})}) == UNKNOWN


def test_false_and_missing_is_false() -> None:
    assert truth(All((ABOVE, MAGNET)), {"kind": frozenset({"oxide"})}) == FALSE


def test_true_or_missing_is_true() -> None:
    assert truth(AnyOf((ABOVE, MAGNET)), {"kind": frozenset({"magnet"})}) == TRUE


def test_a_missing_figure_is_neither_above_nor_at_most() -> None:
    """What is not a number compares as true in some engines: figures here are whole numbers with a flag beside them."""
    assert truth(ABOVE, NOTHING) == UNKNOWN and truth(Compare("param.share", "at_most", LIMIT), NOTHING) == UNKNOWN


@pytest.mark.parametrize(
    ("condition", "figure", "expected"),
    [
        (ABOVE, LIMIT, FALSE),
        (ABOVE, LIMIT + 1, TRUE),
        (AT_LEAST, LIMIT, TRUE),
        (AT_LEAST, LIMIT - 1, FALSE),
        (Compare("param.share", "below", LIMIT), LIMIT, FALSE),
        (Compare("param.share", "at_most", LIMIT), LIMIT, TRUE),
    ],
)
def test_the_threshold_itself_is_exact(condition: Condition, figure: int, expected: Truth) -> None:
    assert truth(condition, {"param.share": exactly(figure)}) == expected


def test_a_range_across_the_threshold_is_unknown() -> None:
    assert truth(ABOVE, {"param.share": Interval(LIMIT, LIMIT + 1)}) == UNKNOWN
    assert truth(ABOVE, {"param.share": Interval(LIMIT + 1, LIMIT + 2)}) == TRUE


def test_a_choice_known_in_part_is_unknown() -> None:
    assert truth(MAGNET, {"kind": frozenset({"magnet", "oxide"})}) == UNKNOWN


def test_an_element_not_named_is_bounded_by_what_is_left() -> None:
    contains = Compare("content.Dy", "at_least", 100_000)
    assert truth(contains, NOTHING) == UNKNOWN
    assert truth(contains, NOTHING, rest_hi=99_999) == FALSE


def test_an_oxide_not_stated_cannot_outweigh_its_element() -> None:
    assert truth(Compare("oxide.Dy", "at_least", 100_000), {"content.Dy": exactly(99_999)}) == FALSE


def test_what_a_fact_left_out_stands_for_is_read_from_the_same_line() -> None:
    military = In("importer@control_list", frozenset({"acme"}))
    assert truth(military, {"end_user@control_list": frozenset({"acme"})}) == TRUE
    assert truth(military, NOTHING) == UNKNOWN


def test_a_doubt_is_never_true_nor_false() -> None:
    doubtful = All((MAGNET, Doubt(Words(zh="是否指此？", en="is it meant?"))))
    assert truth(doubtful, {"kind": frozenset({"magnet"})}) == OPEN
    assert truth(Not(doubtful), {"kind": frozenset({"magnet"})}) == OPEN
    assert truth(doubtful, NOTHING) == evaluate(doubtful, Facts(NOTHING))


def test_what_holds_always_and_never_needs_no_fact() -> None:
    assert truth(ALWAYS, NOTHING) == TRUE and truth(NEVER, NOTHING) == FALSE


def test_a_list_of_any_length_is_kept_whole() -> None:
    many = Block([MAGNET] * 200)
    (group,) = many.evaluate(columns_of([Facts({"kind": frozenset({"magnet"})})]))
    assert unpacked(group.planes)[0, 1, :200].all() and len(group.bits) == 200


def test_more_values_than_a_byte_can_count_stay_apart() -> None:
    """Some engines cut an enumeration beyond 256 values off."""
    countries = tuple(frozenset({f"c{number}"}) for number in range(300))
    columns = Columns(300, {"destination": Choices(np.arange(300, dtype=np.int32), countries)}, {}, np.full(300, PPB))
    (group,) = Block([In("destination", frozenset({"c299"}))]).evaluate(columns)
    assert np.flatnonzero(unpacked(group.planes)[:, 1, 0]).tolist() == [299]


def test_a_figure_that_is_missing_in_one_row_only_stays_missing_there() -> None:
    figures = Numbers(np.array([LIMIT + 1, 0]), np.array([LIMIT + 1, 0]), np.array([False, True]))
    columns = Columns(2, {}, {"param.share": figures}, np.full(2, PPB))
    (group,) = Block([ABOVE]).evaluate(columns)
    assert [TRUTHS[one] for one in fours(unpacked(group.planes)[:, :, :1])[:, 0]] == [TRUE, UNKNOWN]


def test_values_that_only_a_rule_on_another_party_tells_apart_are_no_one_deal() -> None:
    """Who is the end user stands for an importer that nobody named."""
    importer = Block([In("importer@control_list", frozenset({"p1"}))])
    users = columns_of([Facts({"end_user@control_list": frozenset({one})}) for one in ("p1", "p2", "none")])
    listed, other, none = alike_deals(users, [importer]).choices["end_user@control_list"].codes
    assert listed != none and other == none


def test_a_deal_that_tells_nothing_is_not_one_that_no_rule_speaks_of() -> None:
    somewhere = Block([In("destination", frozenset({"US"}))])
    deals = columns_of(
        [Facts(NOTHING), Facts({"destination": frozenset({"FR"})}), Facts({"end_use": frozenset({"x"})})]
    )
    codes = alike_deals(deals, [somewhere]).choices["destination"].codes
    assert codes[0] == codes[2] != codes[1]
