"""A loose word for goods stands for every kind that it may be, and never frees what one of them would not."""

from datetime import date

import pytest

from cocket.check.checker import Checker
from cocket.determination.determine import Determination, regime_law
from cocket.determination.interpreter import possible
from cocket.determination.outcome import Outcomes, answer_class
from cocket.determination.weighing import weigh
from cocket.law.lawbook import load_lawbook

VALUES = load_lawbook(cache=False).vocabulary.values["kind"]
LOOSE = sorted(name for name, value in VALUES.items() if value.may_be != (name,))
CIVIL = {"end_user_listed": False, "end_user_type": "civil", "end_use": "civil", "destination": "DE"}
DAYS = (date(2025, 6, 20), date(2025, 12, 1), date(2026, 11, 20))
COMPOSITIONS: tuple[dict[str, object], ...] = (
    {},
    {"composition": {"Dy": 3, "Tb": 1}, "family": "NdFeB"},
    {"composition": {"Y2O3": 99}},
    {"composition": {"Ho": 20, "Cu": 80}, "composition_complete": True},
    {"composition": {"Fe": 99, "C": 1}, "composition_complete": True},
)


def check(checker: Checker, on: date, **stated: object) -> Determination:
    return checker.check({**CIVIL, **stated, "date": on}, checker.lawbook.as_of).of("dual_use")


def test_there_are_loose_words() -> None:
    assert {"powder", "solid_metal", "metal_product", "unsintered_mixture"} <= set(LOOSE)


def allowed(checker: Checker, on: date, **stated: object) -> Outcomes:
    """What is possible, free outcomes counted as one."""
    law = regime_law(checker.time.view(on, checker.lawbook.as_of), "dual_use")
    return answer_class(possible(law, weigh(law, checker.read({**CIVIL, **stated}).facts)))


@pytest.mark.parametrize("word", LOOSE)
def test_a_loose_word_allows_whatever_one_of_its_kinds_does(word: str, checker: Checker) -> None:
    for on in DAYS:
        for stated in COMPOSITIONS:
            loose = allowed(checker, on, kind=word, **stated)
            for kind in VALUES[word].may_be:
                if any("contradict" in one for one in checker.read({"kind": kind, **stated}).warnings):
                    continue  # graphite without carbon: the loose word leaves out what cannot be
                assert allowed(checker, on, kind=kind, **stated) <= loose, (on, kind, stated)


def test_a_powder_that_one_kind_would_control_is_asked_about(checker: Checker) -> None:
    answer = check(checker, DAYS[0], kind="powder", composition={"Dy": 3, "Fe": 97}, family="NdFeB")
    assert answer.is_open and answer.ask == ("kind",)


def test_a_solid_metal_is_metal_or_alloy_and_both_are_listed(checker: Checker) -> None:
    answer = check(checker, DAYS[0], kind="solid_metal", composition={"Dy": 20, "Fe": 80})
    assert not answer.is_open and answer.codes == ("1C905.a.2.a",)


def test_an_exact_kind_is_only_itself(checker: Checker) -> None:
    assert checker.read({"kind": "magnet"}).facts.choice("kind") == {"magnet"}
    assert checker.read({"kind": "powder"}).facts.choice("kind") == set(VALUES["powder"].may_be)
