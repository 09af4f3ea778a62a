"""Announcements 57 and 61 of 2025, suspended by 70: the same question on different days, known on different days."""

from datetime import date

import pytest

from cocket.check.checker import Checker
from cocket.determination.determine import Determination
from cocket.determination.outcome import Open, Outcome
from cocket.law.fold import Fold, Standing
from cocket.law.lawbook import Lawbook

EXTENSION = "cn/mofcom-gac/2025/70#extension"
CIVIL = {"end_user_listed": False, "end_user_type": "civil", "end_use": "civil", "destination": "DE"}
HOLMIUM = {"kind": "metal", "composition": {"Ho": 100}, "composition_complete": True}


def holmium(checker: Checker, on: str, known: str) -> Determination:
    return checker.check({**CIVIL, **HOLMIUM, "date": on}, date.fromisoformat(known)).of("dual_use")


@pytest.mark.parametrize(
    ("on", "known", "outcome"),
    [
        ("2025-12-01", "2025-10-08", Outcome.NOT_CONTROLLED),  # the day before it was published
        ("2025-12-01", "2025-10-09", Outcome.LICENCE_REQUIRED),
        ("2025-12-01", "2025-11-01", Outcome.LICENCE_REQUIRED),
        ("2025-12-01", "2025-11-06", Outcome.LICENCE_REQUIRED),
        ("2025-12-01", "2025-11-07", Outcome.NOT_REQUIRED_SUSPENDED),  # the suspension is published
        ("2025-12-01", "2026-11-22", Outcome.NOT_REQUIRED_SUSPENDED),
        ("2025-11-07", "2026-11-22", Outcome.NOT_CONTROLLED),  # not in force yet, so nothing to suspend
        ("2025-11-08", "2026-11-22", Outcome.NOT_REQUIRED_SUSPENDED),
        ("2026-11-10", "2026-11-22", Outcome.NOT_REQUIRED_SUSPENDED),  # the last day is read as inside
        ("2026-11-11", "2026-09-27", Outcome.LICENCE_REQUIRED),  # before the extension was said
        ("2026-11-11", "2026-09-28", Open.UNRESOLVED),
        ("2026-11-11", "2026-11-22", Open.UNRESOLVED),
        ("2027-01-10", "2026-11-22", Open.UNRESOLVED),
        ("2027-01-11", "2026-11-22", Outcome.LICENCE_REQUIRED),
    ],
)
def test_holmium_metal(on: str, known: str, outcome: Outcome | Open, checker: Checker) -> None:
    assert holmium(checker, on, known).outcome is outcome


def test_an_unresolved_day_leaves_both_readings_and_names_what_was_said(checker: Checker) -> None:
    answer = holmium(checker, "2026-11-11", "2026-11-22")
    assert set(answer.possible) == {Outcome.LICENCE_REQUIRED, Outcome.NOT_REQUIRED_SUSPENDED}
    assert answer.pending == (EXTENSION,)
    assert answer.ask == ()


def test_a_suspended_code_is_still_named(checker: Checker) -> None:
    answer = holmium(checker, "2025-12-01", "2026-11-22")
    assert answer.codes == answer.suspended == ("1C909.a.1",)


LIMBS = {
    "1(1)": {"2025-10-09": "not_yet", "2025-11-30": "not_yet", "2025-12-01": "suspended"},
    "1(2)": {"2025-10-09": "not_yet", "2025-11-30": "not_yet", "2025-12-01": "suspended"},
    "1(3)": {"2025-10-08": "not_yet", "2025-10-09": "in_force", "2025-11-06": "in_force", "2025-11-07": "suspended"},
}
LATER = {"2026-11-10": "suspended", "2026-11-11": "unresolved", "2027-01-10": "unresolved", "2027-01-11": "in_force"}


def limb(lawbook: Lawbook, name: str, on: str, known: str) -> Standing:
    instrument = lawbook.by_id["cn/mofcom/2025/61"]
    window = next(rule.in_force for rule in instrument.rules if rule.id == name)
    fold = Fold(lawbook)
    return fold.status(instrument, window, name, date.fromisoformat(on), date.fromisoformat(known)).standing


@pytest.mark.parametrize("name", LIMBS)
def test_each_limb_of_61_keeps_its_own_days(name: str, lawbook: Lawbook) -> None:
    days = LIMBS[name] | LATER
    assert {on: limb(lawbook, name, on, "2026-11-22").value for on in days} == days


def test_the_limbs_that_never_began_would_have_begun_as_known_in_october(lawbook: Lawbook) -> None:
    for name in ("1(1)", "1(2)"):
        assert limb(lawbook, name, "2025-11-30", "2025-10-15") is Standing.NOT_YET
        assert limb(lawbook, name, "2025-12-01", "2025-10-15") is Standing.IN_FORCE


ABROAD = {**CIVIL, "kind": "metal", "composition": {"Dy": 99, "Fe": 1}, "destination": "VN"}
MADE_ABROAD = {
    **CIVIL,
    "kind": "magnet",
    "family": "NdFeB",
    "composition": {"Nd": 28, "Dy": 2, "Fe": 69, "B": 1},
    "origin": "VN",
    "movement": "foreign_made",
    "destination": "US",
    "china_origin_technology": False,
}


@pytest.mark.parametrize(
    ("ratio", "outcome"),
    [("0.001", Outcome.LICENCE_REQUIRED), ("0.1 %", Outcome.LICENCE_REQUIRED), ("0.0999 %", Outcome.NOT_CONTROLLED)],
)
def test_limb_1_1_begins_at_a_thousandth_of_the_value(ratio: str, outcome: Outcome, checker: Checker) -> None:
    stated = {**MADE_ABROAD, "date": "2025-12-10", "china_origin_part1_value_ratio": ratio}
    assert checker.check(stated, date(2025, 10, 15)).of("dual_use").outcome is outcome


def test_limb_1_2_looks_at_the_technology_and_not_at_the_value(checker: Checker) -> None:
    stated = {**MADE_ABROAD, "date": "2025-12-10", "china_origin_part1_value_ratio": "0"}
    assert checker.check(stated, date(2025, 10, 15)).of("dual_use").outcome is Outcome.NOT_CONTROLLED
    with_technology = {**stated, "china_origin_technology": True}
    assert checker.check(with_technology, date(2025, 10, 15)).of("dual_use").outcome is Outcome.LICENCE_REQUIRED


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        ("2025-10-08", Outcome.NOT_CONTROLLED),
        ("2025-10-09", Outcome.LICENCE_REQUIRED),
        ("2025-11-06", Outcome.LICENCE_REQUIRED),
        ("2025-11-07", Outcome.NOT_REQUIRED_SUSPENDED),
    ],
)
def test_limb_1_3_applied_for_four_weeks(on: str, outcome: Outcome, checker: Checker) -> None:
    stated = {**ABROAD, "movement": "reexport_abroad", "origin": "CN", "date": on}
    assert checker.check(stated, checker.lawbook.as_of).of("dual_use").outcome is outcome
