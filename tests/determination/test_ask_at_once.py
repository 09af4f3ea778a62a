"""Whoever is asked is asked once: what matters only for goods that are caught is in the first round of questions."""

import pytest

from cocket.check.checker import Checker

DEAL = {"destination", "end_user", "end_user_type", "end_use"}


@pytest.mark.parametrize("kind", ["metal", "alloy", "oxide", "target"])
@pytest.mark.parametrize("day", ["2025-06-20", "2025-12-20"])
def test_deal_and_goods_are_asked_about_together(kind: str, day: str, checker: Checker) -> None:
    answer = checker.check({"kind": kind, "date": day}, checker.lawbook.as_of).of("dual_use")
    assert {*answer.ask} == DEAL | {"composition"}


def test_of_goods_of_which_nothing_is_told_only_that_is_asked(checker: Checker) -> None:
    answer = checker.check({"date": "2025-06-20"}, checker.lawbook.as_of).of("dual_use")
    assert {*answer.ask} == {"kind", "composition"}
