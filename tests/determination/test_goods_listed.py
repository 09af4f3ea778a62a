"""Goods called unlisted by the exporter leave only what the facts prove, and the answer says whose word it is."""

import pytest

from cocket.check.checker import Checker, Verdict
from cocket.determination.outcome import Outcome

WORD = "rests_on_exporters_word"
BASE = {
    "date": "2025-06-20",
    "destination": "DE",
    "end_user_listed": False,
    "end_user_type": "civil",
    "end_use": "civil",
}


def check(checker: Checker, **stated: object) -> Verdict:
    return checker.check({**BASE, **stated}, checker.lawbook.as_of)


def test_without_the_word_a_missing_content_is_asked_for(checker: Checker) -> None:
    answer = check(checker, kind="magnet", family="NdFeB").of("dual_use")
    assert answer.is_open and set(answer.ask) == {"composition.Dy", "composition.Tb"}


def test_goods_called_unlisted_are_free_with_a_warning(checker: Checker) -> None:
    verdict = check(checker, kind="magnet", family="NdFeB", goods_listed=False)
    assert verdict.of("dual_use").outcome is Outcome.NOT_CONTROLLED
    assert WORD in verdict.warnings


def test_the_word_does_not_stand_against_the_facts(checker: Checker) -> None:
    verdict = check(checker, kind="magnet", family="NdFeB", composition={"Dy": 3}, goods_listed=False)
    assert verdict.of("dual_use").outcome is Outcome.LICENCE_REQUIRED
    assert WORD in verdict.warnings


@pytest.mark.parametrize("stated", [{}, {"goods_listed": True}])
def test_no_other_answer_rests_on_the_word(stated: dict[str, object], checker: Checker) -> None:
    assert WORD not in check(checker, kind="magnet", family="NdFeB", **stated).warnings


def test_goods_called_unlisted_still_need_the_licence_that_knowledge_asks_for(checker: Checker) -> None:
    verdict = check(checker, kind="metal", goods_listed=False, exporter_told_of_use="missile parts")
    assert verdict.of("dual_use").outcome is Outcome.CATCH_ALL_LICENCE
