"""What a stated composition proves, by small worked examples in per cent."""

import pytest

from cocket.quantity.composition import PRESENT_FLOOR_PPB, read_composition
from cocket.quantity.formula import mass_share, parse_formula
from cocket.quantity.interval import PPB, Interval, exactly

PER_CENT = 10_000_000
SLACK = PER_CENT
DY_IN_OXIDE = mass_share(parse_formula("Dy2O3"), "Dy")


def test_nothing_said_leaves_everything_open() -> None:
    nothing = read_composition({})
    assert nothing.share("Dy") == Interval(0, PPB)
    assert nothing.oxide_share("Dy") == Interval(0, PPB)


def test_an_element_figure_is_its_total() -> None:
    assert read_composition({"Dy": 3}).share("Dy") == exactly(3 * PER_CENT)
    assert read_composition({"镝": "<0.05"}).share("Dy") == Interval(0, 499_999)


def test_what_is_not_stated_is_bounded_by_what_the_others_leave() -> None:
    composition = read_composition({"Fe": 67, "Nd": "≥30"})
    assert composition.rest_hi == 3 * PER_CENT + SLACK
    assert composition.share("Dy") == Interval(0, 4 * PER_CENT)


def test_an_open_figure_is_bounded_by_what_the_others_leave() -> None:
    assert read_composition({"Nd": "≥30", "Fe": 60}).share("Nd") == Interval(30 * PER_CENT, 41 * PER_CENT)


def test_rounded_figures_need_not_add_up() -> None:
    assert read_composition({"Fe": 67.5, "Nd": 33}).rest_hi == 5_000_000


def test_a_compound_is_a_lower_bound_for_its_elements() -> None:
    composition = read_composition({"Dy2O3": 10})
    least = DY_IN_OXIDE.lo // 10
    assert composition.share("Dy").lo == least
    assert composition.share("Dy").hi >= 90 * PER_CENT  # the rest may be dysprosium metal
    assert composition.oxide_share("Dy").lo == least
    assert composition.share("O").lo > PER_CENT


def test_nearly_all_of_a_compound_leaves_little_room() -> None:
    composition = read_composition({"Dy2O3": 99.9})
    assert composition.share("Tb").hi < 1.2 * PER_CENT
    assert composition.share("Dy").hi < DY_IN_OXIDE.hi + 1.2 * PER_CENT


def test_a_complete_compound_gives_the_element_on_both_sides() -> None:
    composition = read_composition({"Dy2O3": 99.9}, complete=True)
    share = composition.share("Dy")
    assert DY_IN_OXIDE.lo * 999 // 1000 <= share.lo <= share.hi <= DY_IN_OXIDE.hi * 999 // 1000 + 1
    assert composition.oxide_share("Dy") == share
    assert composition.share("Tb") == exactly(0)


def test_compounds_of_one_element_add_up() -> None:
    composition = read_composition({"Dy2O3": 10, "DyF3": 20, "SiO2": 70}, complete=True)
    fluoride = mass_share(parse_formula("DyF3"), "Dy")
    assert composition.share("Dy").lo == DY_IN_OXIDE.lo // 10 + fluoride.lo // 5
    assert composition.oxide_share("Dy").hi < composition.share("Dy").lo


def test_a_figure_rounded_below_what_a_compound_brings_leaves_no_oxide_beside_it() -> None:
    assert read_composition({"DyF3": 100, "Dy": 74}).oxide_share("Dy") == exactly(0)


def test_an_element_and_its_compound_are_counted_once() -> None:
    composition = read_composition({"Dy2O3": 99.9, "Dy": 87.05})
    assert composition.share("Dy") == exactly(870_500_000)


def test_a_figure_beside_a_compound_rounded_a_little_higher_stays_the_total() -> None:
    assert read_composition({"Dy2O3": 99.9, "Dy": 87}).share("Dy") == exactly(87 * PER_CENT)


def test_a_compound_lifts_the_lower_end_of_an_open_figure() -> None:
    share = read_composition({"Dy": "<20", "Dy2O3": 10}).share("Dy")
    assert share == Interval(DY_IN_OXIDE.lo // 10, 20 * PER_CENT - 1)


def test_oxygen_is_no_oxide_of_itself() -> None:
    assert "O" not in read_composition({"Dy2O3": 100}, complete=True).oxide


def test_named_without_a_figure_counts_as_present() -> None:
    composition = read_composition({"Fe": 67}, contains=["Dy", "neodymium"])
    assert composition.share("Dy").lo == PRESENT_FLOOR_PPB
    assert composition.share("Nd").hi == 34 * PER_CENT - PRESENT_FLOOR_PPB


def test_a_figure_wins_over_the_bare_name() -> None:
    assert read_composition({"Dy": 0.005}, contains=["Dy"]).share("Dy") == exactly(50_000)
    assert read_composition({"Dy2O3": 0.005}, contains=["Dy"]).share("Dy").lo < PRESENT_FLOOR_PPB


def test_a_complete_list_may_leave_figures_open_for_what_it_names() -> None:
    composition = read_composition({"Nd": 31, "B": 1}, contains=["Fe"], complete=True)
    assert composition.share("Fe") == Interval(PRESENT_FLOOR_PPB, 69 * PER_CENT)
    assert composition.share("Dy") == exactly(0)


def test_no_oxide_of_an_element_leaves_its_other_forms_open() -> None:
    composition = read_composition({"Dy2O3": 0})
    assert composition.oxide_share("Dy") == exactly(0)
    assert composition.share("Dy") == Interval(0, PPB)


def test_no_oxide_in_a_complete_composition_is_no_element() -> None:
    composition = read_composition({"Nd2O3": 99.9, "Dy2O3": 0}, complete=True)
    assert composition.share("Dy") == composition.oxide_share("Dy") == exactly(0)


def test_no_oxide_but_named_in_a_complete_composition_is_in_another_form() -> None:
    composition = read_composition({"Fe": 99, "Dy2O3": 0}, contains=["Dy"], complete=True)
    assert composition.share("Dy").lo == PRESENT_FLOOR_PPB
    assert composition.oxide_share("Dy") == exactly(0)


def test_a_second_oxide_counts_beside_one_stated_as_none() -> None:
    assert read_composition({"Fe2O3": 0, "FeO": 5}).oxide_share("Fe").lo > 3 * PER_CENT


def test_an_absent_element_has_no_oxide() -> None:
    assert read_composition({"Dy": 0}).oxide_share("Dy") == exactly(0)


def test_the_form_of_an_element_figure_is_unknown_even_when_complete() -> None:
    composition = read_composition({"Fe": 97, "Dy": 3}, complete=True)
    assert "Dy" not in composition.oxide
    assert composition.oxide_share("Dy") == Interval(0, 3 * PER_CENT)


def test_an_element_bound_in_other_compounds_is_not_oxide() -> None:
    assert read_composition({"DyF3": 100}, complete=True).oxide_share("Dy") == exactly(0)
    assert read_composition({"DyF3": 100}).oxide_share("Dy").hi < 1.1 * PER_CENT


def test_water_and_mixed_compounds_bring_their_elements() -> None:
    composition = read_composition({"water": 90, "ZrO2": 5, "Y2O3": 0.5})
    assert composition.share("H").lo > 10 * PER_CENT
    assert composition.share("Y").lo > 3_900_000
    assert composition.oxide_share("Zr").lo > 3.6 * PER_CENT


@pytest.mark.parametrize("complete", [False, True])
def test_the_composition_says_whether_it_was_called_complete(complete: bool) -> None:
    assert read_composition({"Fe": 100}, complete=complete).complete is complete
