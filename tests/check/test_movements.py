"""How goods move, and where to: each situation of docs/movements.md with its answer."""

import pytest

from cocket.check.checker import Checker
from cocket.check.files import name_of
from tests.cli.command import ROOT

MAGNET = {
    "kind": "magnet",
    "family": "NdFeB",
    "composition": {"Dy": 2, "Nd": 28, "Fe": 69, "B": 1},
    "date": "2026-03-02",
    "destination": "DE",
    "end_user_listed": False,
    "end_user_type": "civil",
    "end_use": "civil",
}
ABROAD = {"movement": "reexport_abroad", "origin": "CN", "moved_from": "KR"}
MADE_ABROAD = {"movement": "foreign_made", "origin": "VN", "china_origin_technology": False}
KNOW_HOW = {"kind": "technology", "technology_field": "magnet_making", "composition": None}
SHARE = "china_origin_part1_value_ratio"

SITUATIONS: dict[str, tuple[dict[str, object], str]] = {
    "Export to Hong Kong": ({"destination": "HK"}, "LICENCE_REQUIRED"),
    "Export to Macao": ({"destination": "MO"}, "LICENCE_REQUIRED"),
    "Export to Taiwan": ({"destination": "TW"}, "LICENCE_REQUIRED"),
    "From the mainland into a bonded zone of the mainland": (
        {"movement": "into_special_area", "destination": "CN"},
        "NOT_CONTROLLED",
    ),
    "From a bonded zone to abroad": ({"movement": "from_special_area"}, "LICENCE_REQUIRED"),
    "Foreign goods in transit or transhipped through China": (
        {"movement": "transit", "origin": "JP", "moved_from": "JP"},
        "LICENCE_REQUIRED",
    ),
    "A sample free of charge": ({"free_of_charge": True}, "LICENCE_REQUIRED"),
    "Carried by hand or sent by post": ({"carriage": "hand luggage"}, "LICENCE_REQUIRED"),
    "Sent to an exhibition abroad and returned as it is": (
        {"temporary.kind": "exhibition_abroad", "temporary.returned_as_is_at_once": True},
        "VOUCHER",
    ),
    "Sent to an exhibition abroad, return not stated": ({"temporary.kind": "exhibition_abroad"}, "NEEDS_FACTS"),
    "Sent to an exhibition abroad and sold there": (
        {"temporary.kind": "exhibition_abroad", "temporary.returned_as_is_at_once": False},
        "LICENCE_REQUIRED",
    ),
    "To Puerto Rico or Guam, civil user": ({"destination": "PR"}, "LICENCE_REQUIRED"),
    "To Puerto Rico or Guam, military user": ({"destination": "GU", "end_user_type": "military"}, "CONSULT"),
    "To the United States, military user": ({"destination": "US", "end_user_type": "military"}, "PROHIBITED"),
    "Magnet-making know-how by e-mail in October 2025": (
        {**KNOW_HOW, "transfer": "email", "date": "2025-10-20"},
        "LICENCE_REQUIRED",
    ),
    "That know-how in March 2026": ({**KNOW_HOW, "transfer": "email"}, "NOT_REQUIRED_SUSPENDED"),
    "Chinese magnet moved on from Korea in October 2025": (
        {**ABROAD, "destination": "VN", "date": "2025-10-20"},
        "LICENCE_REQUIRED",
    ),
    "That magnet moved on in March 2026": ({**ABROAD, "destination": "VN"}, "NOT_REQUIRED_SUSPENDED"),
    "Magnet made in Viet Nam, 0.1 % of its value Chinese items, February 2027": (
        {**MADE_ABROAD, SHARE: "0.1 %", "date": "2027-02-01"},
        "LICENCE_REQUIRED",
    ),
    "The same with 0.09 %": ({**MADE_ABROAD, SHARE: "0.09 %", "date": "2027-02-01"}, "NOT_CONTROLLED"),
    "The same with 0.08 to 0.2 %, prices missing": (
        {**MADE_ABROAD, SHARE: "0.08–0.2 %", "date": "2027-02-01"},
        "NEEDS_FACTS",
    ),
    "The same on 20 November 2026": ({**MADE_ABROAD, SHARE: "0.1 %", "date": "2026-11-20"}, "UNRESOLVED"),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_each_situation_has_the_answer_that_the_document_gives(situation: str, checker: Checker) -> None:
    changes, outcome = SITUATIONS[situation]
    stated = {key: value for key, value in {**MAGNET, **changes}.items() if value is not None}
    assert name_of(checker.check(stated, checker.lawbook.as_of).of("dual_use").outcome) == outcome


def test_the_document_shows_these_situations_and_no_others() -> None:
    text = (ROOT / "docs" / "movements.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| ") and "`" in line]
    shown = {cells[0].removeprefix("| "): cells[1].strip("` ") for cells in rows}
    assert shown == {situation: outcome for situation, (_, outcome) in SITUATIONS.items()}
