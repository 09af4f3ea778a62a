"""Goods without a licence: free only where that is proven and remarked, held for what is missing, else refused."""

from datetime import timedelta

import pytest

from cocket.gate.errors import BadDeclaration
from tests.gate.desk import DAY, Desk, answers, asked, goods, listed, reasons, unknown


def test_goods_that_are_free_and_rightly_remarked_are_released(desk: Desk) -> None:
    receipt = desk.declare(goods())
    assert receipt.answer == "release"
    assert reasons(receipt) == [("free", "")]


def test_controlled_goods_without_a_licence_are_refused_with_their_code(desk: Desk) -> None:
    receipt = desk.declare(listed(licence_number=""))
    assert receipt.answer == "refuse"
    assert reasons(receipt) == [("no_licence", "licence")]
    assert "1C905.a.4" in receipt.plain()["lines"][0]["reasons"][0]["expected"]


def test_a_composition_that_nobody_states_is_held_until_the_laboratory_result_and_then_free(desk: Desk) -> None:
    receipt = desk.declare(unknown())
    assert receipt.answer == "hold"
    assert asked(receipt) == {"laboratory": ["composition.Tb", "composition.Dy"]}
    assert desk.show("laboratory").answer == "release"


def test_a_laboratory_that_finds_dysprosium_has_the_goods_refused(desk: Desk) -> None:
    desk.declare(unknown())
    receipt = desk.show("laboratory", composition={"Dy": "0.8", "Tb": "0"})
    assert receipt.answer == "refuse"
    assert reasons(receipt) == [("no_licence", "licence")]


def test_a_laboratory_result_takes_the_place_of_the_whole_composition_as_stated(desk: Desk) -> None:
    """The list states terbium as absent; the laboratory did not look for it: so it is not known any more."""
    desk.declare(unknown(composition={"Tb": 0}))
    receipt = desk.show("laboratory", composition={"Dy": "0"})
    assert receipt.answer == "hold"
    assert asked(receipt) == {"laboratory": ["composition.Tb"]}


def test_goods_that_come_close_to_a_control_are_held_until_the_remarks_say_that_they_are_not_controlled(
    desk: Desk,
) -> None:
    receipt = desk.declare(goods(declaration_remarks=""))
    assert receipt.answer == "hold"
    assert reasons(receipt) == [("remark", "remarks")]
    assert asked(receipt) == {"remarks": ["not_controlled"]}
    assert desk.show("remarks", text="N42").answer == "hold"
    assert desk.show("remarks", text="本批货物不属于两用物项").answer == "release"


def test_goods_far_from_any_control_need_no_remark(desk: Desk) -> None:
    assert desk.declare(unknown(family="ferrite", hs="850519", declaration_remarks="")).answer == "release"


def test_a_claim_in_the_remarks_frees_nothing(desk: Desk) -> None:
    assert desk.declare(unknown(declaration_remarks="not controlled, no dysprosium, no terbium")).answer == "hold"


def test_a_banned_party_is_refused_whatever_the_goods_are(desk: Desk) -> None:
    assert desk.declare(listed(licence_number=""), end_user="Lockheed Martin Corporation").answer == "refuse"


def test_where_the_text_leaves_it_open_the_authority_decides(desk: Desk) -> None:
    trace = unknown(composition={"Nd": 30, "Dy": "0.004", "Tb": 0})
    receipt = desk.declare(trace)
    assert receipt.answer == "hold"
    assert list(asked(receipt)) == ["classification"]
    ruled = desk.show("classification", by="Ministry of Commerce", reference="2026-17")
    assert ruled.answer == "release"
    assert reasons(ruled) == [("ruled", "")]


def test_a_declaration_that_contradicts_itself_is_held_though_what_it_tells_is_free(desk: Desk) -> None:
    receipt = desk.declare(goods(hs="8501", kind="magnet"))
    assert receipt.answer == "hold"
    assert reasons(receipt) == [("contradiction", "")]


def test_a_voucher_in_the_place_of_a_licence_is_shown_before_the_goods_go(desk: Desk) -> None:
    shown = {"temporary.kind": "exhibition_abroad", "temporary.returned_as_is_at_once": True}
    receipt = desk.declare(listed(licence_number="", **shown))
    assert receipt.answer == "hold"
    assert asked(receipt)["papers"] == ["voucher"]
    assert desk.show("papers", facts={"voucher": "V-26-17"}).answer == "release"


def test_one_line_that_may_not_go_stops_the_declaration(desk: Desk) -> None:
    receipt = desk.declare(goods(), unknown(), number="D-2")
    assert receipt.answer == "hold"
    assert answers(receipt) == ["release", "hold"]
    receipt = desk.declare(goods(), listed(licence_number=""), unknown(), number="D-3")
    assert receipt.answer == "refuse"


@pytest.mark.parametrize("shift", [-2, -1, 0, 1, 2])
def test_a_declaration_bears_the_day_on_which_it_is_made(desk: Desk, shift: int) -> None:
    day = DAY + timedelta(days=shift)
    if abs(shift) <= 1:
        assert desk.declare(goods(), date=day.isoformat()).answer == "release"
        return
    with pytest.raises(BadDeclaration, match=f'column "date": bears the day {day}, and here it is {DAY}'):
        desk.declare(goods(), date=day.isoformat())
    assert desk.declare(goods()).answer == "release"  # the number was not spent
