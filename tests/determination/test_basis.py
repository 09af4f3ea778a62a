"""What an answer rests on: the text where it decides alone, an official answer only where nothing else does."""

import pytest

from cocket.check.checker import Checker

BASE = {
    "date": "2025-07-01",
    "destination": "DE",
    "end_user_listed": False,
    "end_user_type": "civil",
    "end_use": "civil",
}
COMPLETE = {"composition_complete": True}
GOODS: dict[str, tuple[dict[str, object], str]] = {
    "an alloy of just the elements that the entry names": (
        {"kind": "alloy", "composition": {"Sm": 30, "Ni": 70}, **COMPLETE},
        "text",
    ),
    "the same with a further element": (
        {"kind": "alloy", "composition": {"Sm": 30, "Ni": 60, "Cu": 10}, **COMPLETE},
        "guidance",
    ),
    "and where a further one is not excluded": ({"kind": "alloy", "composition": {"Sm": 30, "Ni": 69}}, "guidance"),
    "a target of just the elements that the entry names": (
        {"kind": "target", "composition": {"Gd": 25, "Fe": 75}, **COMPLETE},
        "text",
    ),
    "a mixture at a low content": (
        {"kind": "mixture", "composition": {"Y2O3": 3, "Al2O3": 97}, **COMPLETE},
        "guidance",
    ),
    "a crystal that one entry names, whatever answers say of crystals under others": (
        {"kind": "crystal", "substance": "cadmium zinc telluride"},
        "text",
    ),
    "a crystal that nothing but an answer leaves out": ({"kind": "crystal", "composition": {"Y": 40}}, "guidance"),
    "a simple assembly, which an answer put inside": (
        {"kind": "simple_magnet_assembly", "family": "NdFeB", "composition": {"Dy": 2, "Tb": 0}},
        "guidance",
    ),
    "a motor, which an answer put outside": ({"kind": "motor", "family": "SmCo"}, "guidance"),
    "a magnet": ({"kind": "magnet", "family": "SmCo"}, "text"),
}


@pytest.mark.parametrize("goods", GOODS)
def test_an_answer_rests_on_the_text_where_the_text_decides(goods: str, checker: Checker) -> None:
    stated, basis = GOODS[goods]
    verdict = checker.check({**BASE, **stated}, checker.lawbook.as_of)
    assert checker.basis(verdict, "dual_use") == basis
