"""What the remarks column says, and of which goods the law wants it."""

from collections.abc import Mapping
from datetime import date

import pytest

from cocket.check.checker import Checker
from cocket.gate.remarks import duty, names, says_not_controlled


@pytest.mark.parametrize(
    "remarks",
    [
        "not controlled", "Goods are NOT  controlled (Nd 30, Fe 68, B 1)", "not export-controlled", "not dual-use",
        "not a dual-use item", "not subject to export control", "not under any export control", "non-controlled",
        "不属于两用物项", "本批货物不属于出口管制货物", "不受管制", "不受出口管制", "非管制货物", "非两用物项",
        "未列入管制清单",
    ],
)  # fmt: skip
def test_a_denial_is_understood(remarks: str) -> None:
    assert says_not_controlled(remarks)


@pytest.mark.parametrize(
    "remarks",
    [
        "",
        "N42",
        "controlled",
        "dual-use 1C905.a.4",
        "not free of control",
        "属于两用物项",
        "受管制",
        "not known",
        "uncertain",
    ],
)
def test_what_denies_nothing_is_no_denial(remarks: str) -> None:
    assert not says_not_controlled(remarks)


def test_a_code_is_named_by_itself_alone() -> None:
    assert names("两用物项1C905.a.4，镝", "1C905.a.4") and names("1C905.a.4.", "1C905.a.4")
    assert not any(names(text, "1C905.a.4") for text in ("1C905.a.40", "1C905.a", "1C905.a.4.b", "X1C905.a.4"))


MAGNET = {
    "kind": "magnet",
    "family": "NdFeB",
    "composition": {"Nd": 31, "Fe": 68, "B": 1},
    "composition_complete": True,
}


@pytest.mark.parametrize(
    ("goods", "on", "wanted"),
    [
        (MAGNET, "2026-06-15", ["18"]),
        (MAGNET, "2025-04-03", []),  # the day before the announcement
        (MAGNET | {"movement": "reexport_abroad"}, "2026-06-15", []),
        ({"kind": "magnet", "family": "ferrite"}, "2026-06-15", []),
        ({"kind": "alloy", "composition": {"Sm": 30, "Fe": 70}, "composition_complete": True}, "2026-06-15", ["18"]),
        ({"kind": "metal", "composition": {"Fe": 100}, "composition_complete": True}, "2026-06-15", []),
        ({"kind": "alloy", "composition": {"Fe": 90, "Co": 10}, "composition_complete": True}, "2026-06-15", []),
        ({"kind": "alloy", "composition": {"Al": 90, "Mg": 10}, "composition_complete": True}, "2026-06-15", []),
    ],
)
def test_the_duty_falls_on_goods_that_miss_a_control_by_one_condition(
    checker: Checker, goods: Mapping[str, object], on: str, wanted: list[str]
) -> None:
    day = date.fromisoformat(on)
    verdict = checker.check({**goods, "date": day, "destination": "DE"}, day)
    rules = duty(checker.time, verdict.line.facts, day, day)
    assert [rule.partition("#")[0].rpartition("/")[2] for rule in rules] == wanted
