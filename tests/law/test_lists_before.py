"""Materials of the unified list before its first day: the gap that stands for the older lists knows them as it does."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

import cocket.lawbook
from cocket.check.checker import Checker
from cocket.check.files import name_of
from cocket.law.instrument import LawTest

LAWBOOK = Path(cocket.lawbook.__path__[0])
UNIFIED_LIST = "cn/mofcom/2024/51"
BEFORE = "materials-before-51"
# Gaps whose goods the law before that day means by gaps of its own.
APART = {"equipment", "technology", "unwritten-code", "other-goods", "diamond-windows"}
DAY = date(2024, 10, 15)


def gaps_of(file: str) -> dict[str, dict[str, object]]:
    return {gap["id"]: gap["when"] for gap in yaml.safe_load((LAWBOOK / file).read_text("utf-8"))["gaps"]}


def test_the_gap_for_the_older_lists_holds_every_material_of_the_unified_list_and_no_other() -> None:
    unified = gaps_of("cn/mofcom/2024/051.yaml")
    materials = [
        {key: value for key, value in unified[name].items() if key != "movement"} for name in unified.keys() - APART
    ]
    before = gaps_of("cn/npc/2020/export-control-law.yaml")[BEFORE]
    assert before["movement"] == unified["hafnium"]["movement"]
    alternatives = before["any"]
    assert isinstance(alternatives, list) and len(alternatives) == len(materials) > 15
    assert [one for one in materials if one not in alternatives] == []


def cases_of(checker: Checker, outcome: str) -> Iterator[LawTest]:
    (unified,) = (one for one in checker.lawbook.instruments if one.id == UNIFIED_LIST)
    yield from (test for test in unified.tests if test.expect["outcome"] == outcome and not test.known)


def answered(checker: Checker, test: LawTest, day: object) -> tuple[str, set[str]]:
    """The outcome on a day, and the gaps that point to the goods or may do so."""
    answer = checker.check({**test.given, "date": day}, checker.lawbook.as_of).of("dual_use")
    assert answer.weighed is not None
    return name_of(answer.outcome), {gap.gap.id for gap, _ in answer.weighed.gaps}


def test_what_goes_to_a_person_under_the_list_went_there_before_it(checker: Checker) -> None:
    of_materials = gaps_of("cn/mofcom/2024/051.yaml").keys() - APART
    tried = 0
    for test in cases_of(checker, "CONSULT"):
        if answered(checker, test, test.on)[1] & of_materials:
            outcome, pointing = answered(checker, test, DAY)
            assert (outcome, BEFORE in pointing) == ("CONSULT", True), test.name
            tried += 1
    assert tried > 30


def test_what_is_free_under_the_list_was_free_before_it(checker: Checker) -> None:
    free = list(cases_of(checker, "NOT_CONTROLLED"))
    assert len(free) > 20
    assert [test.name for test in free if answered(checker, test, DAY)[0] != "NOT_CONTROLLED"] == []
