"""Which codes an answer names: those that hold for certain and reach the case, of a group the one that fits best."""

from datetime import date

import pytest

from cocket.check.checker import Checker
from cocket.determination.determine import Determination

CIVIL = {"destination": "DE", "end_user_listed": False, "end_user_type": "civil", "end_use": "civil"}


def check(checker: Checker, on: str = "2025-06-20", **stated: object) -> Determination:
    return checker.check({**CIVIL, **stated, "date": on}, checker.lawbook.as_of).of("dual_use")


@pytest.mark.parametrize(
    ("shares", "code"),
    [
        ({"Sm": 25, "Co": 60, "Cu": 15}, "1C902.a.2.a"),
        ({"Sm": 25, "Co": 10, "Fe": 65}, "1C902.a.2.b"),
        ({"Gd": 12, "Mg": 85, "Al": 3}, "1C903.a.2.a"),
        ({"Gd": 12, "Mg": 3, "Al": 85}, "1C903.a.2.b"),
    ],
)
def test_goods_that_fit_several_entries_of_a_group_take_the_weightiest(
    shares: dict[str, object], code: str, checker: Checker
) -> None:
    assert check(checker, kind="alloy", composition=shares, composition_complete=True).codes == (code,)


def test_equal_weight_names_both(checker: Checker) -> None:
    answer = check(checker, kind="alloy", composition={"Gd": 12, "Mg": 44, "Al": 44}, composition_complete=True)
    assert set(answer.codes) == {"1C903.a.2.a", "1C903.a.2.b"}


def test_weights_that_are_ranges_and_overlap_name_both(checker: Checker) -> None:
    answer = check(checker, kind="alloy", composition={"Gd": 12, "Mg": "40-50", "Al": "30-45"})
    assert {"1C903.a.2.a", "1C903.a.2.b"} <= set(answer.codes)


def test_an_entry_that_names_more_elements_outweighs_one_that_names_fewer(checker: Checker) -> None:
    answer = check(checker, kind="alloy", composition={"Tb": 18, "Dy": 42, "Fe": 40}, composition_complete=True)
    assert answer.codes == ("1C905.a.2.b",)


def test_the_compound_yields_to_the_oxide(checker: Checker) -> None:
    assert check(checker, kind="mixture", composition={"Dy2O3": 5, "SiO2": 95}).codes == ("1C905.b",)
    chloride = check(checker, kind="mixture", composition={"DyCl3": 5, "SiO2": 95}, composition_complete=True)
    assert chloride.codes == ("1C905.c",)


def test_two_groups_name_a_code_each(checker: Checker) -> None:
    answer = check(checker, kind="magnet", family="NdFeB", composition={"Dy": 3, "Tb": 1})
    assert set(answer.codes) == {"1C904.a.4", "1C905.a.4"}


def test_an_open_answer_names_candidates_and_no_codes(checker: Checker) -> None:
    answer = check(checker, kind="magnet", family="NdFeB")
    assert answer.codes == () and set(answer.candidate_codes) == {"1C904.a.4", "1C905.a.4"}


def test_a_suspended_code_is_named_as_suspended(checker: Checker) -> None:
    answer = check(checker, on="2025-12-01", kind="metal", composition={"Ho": 100}, composition_complete=True)
    assert answer.codes == answer.suspended == ("1C909.a.1",)


def test_a_code_is_named_only_where_its_control_reaches(checker: Checker) -> None:
    abroad = check(checker, kind="metal", composition={"Dy": 99, "Fe": 1}, movement="reexport_abroad", origin="AU")
    assert (abroad.codes, abroad.candidate_codes) == ((), ())
    assert check(checker, kind="metal", composition={"Dy": 99, "Fe": 1}).codes


def test_entries_of_an_annex_are_no_codes(checker: Checker) -> None:
    stated = {"kind": "metal", "composition": {"Dy": 99, "Fe": 1}, "movement": "reexport_abroad", "origin": "CN"}
    answer = check(checker, on="2025-10-20", **stated)
    assert not answer.is_open and answer.codes == ()


def test_a_code_lasts_as_long_as_its_entry(checker: Checker) -> None:
    stated = {"kind": "metal", "composition": {"Dy": 100}, "composition_complete": True}
    assert check(checker, on="2025-04-03", **stated).codes == ()
    assert check(checker, on="2025-04-04", **stated).codes == ("1C905.a.1",)
    assert check(checker, on=date(2027, 1, 11).isoformat(), **stated).codes == ("1C905.a.1",)
