"""Goods under a licence: written off where everything agrees, refused with the field that differs, held where the
declaration does not tell."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from cocket.gate.errors import EventRefused
from cocket.gate.receipt import Receipt
from cocket.ledger import Kind as LedgerKind
from cocket.ledger import Part, movement
from cocket.licensing.licences import OneOf, Party, Status
from cocket.licensing.licences.condition import AmountMax, DeclaredUntil, Field, ReportDue, ReportedEvent, ValueMax
from cocket.quantity import Amount, Money
from tests.gate.desk import (
    BUYER,
    DAY,
    DY,
    GENERAL,
    KG,
    NOW,
    SINGLE,
    TB,
    YEAR_END,
    Desk,
    answers,
    asked,
    general,
    goods,
    licence,
    line_of,
    listed,
    reasons,
    unknown,
)  # fmt: skip


def test_goods_that_the_licence_covers_are_released_and_written_off(desk: Desk) -> None:
    desk.issue(licence())
    receipt = desk.declare(listed())
    assert receipt.answer == "release"
    assert reasons(receipt) == [("covered", "licence")]
    assert desk.drawn() == (0, 400)
    assert desk.shelf.done == [SINGLE]


def test_a_licence_that_nobody_issued_is_refused(desk: Desk) -> None:
    receipt = desk.declare(listed("26-AA-999999"))
    assert receipt.answer == "refuse"
    assert reasons(receipt) == [("unknown_licence", "licence")]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"destination": "VN"}, "destination"),
        ({"end_user": "Velvet Hedgehog Pumps Inc."}, "end_user"),
        ({"end_user": "Velvet Hedgehog Drives GmbH"}, "end_user"),
        ({"exporter": "Tin Teapot Magnetics Co., Ltd."}, "exporter"),
        ({"quantity": 1001}, "quantity"),
        ({"unit": "pcs"}, "unit"),
    ],
)
def test_a_mismatch_names_the_one_field_that_differs(desk: Desk, changed: dict[str, object], field: str) -> None:
    desk.issue(licence())
    header = {key: value for key, value in changed.items() if key not in ("quantity", "unit")}
    receipt = desk.declare(listed(**{key: changed[key] for key in changed.keys() - header.keys()}), **header)
    assert receipt.answer == "refuse"
    assert reasons(receipt) == [("mismatch", field)]
    assert desk.drawn() == (0, 0)


@pytest.mark.parametrize("country", ["us", "United States", "美国"])
def test_a_destination_is_its_country_however_it_is_written(desk: Desk, country: str) -> None:
    desk.issue(licence())
    assert desk.declare(listed(end_user_country=country), destination=country).answer == "release"


def test_the_names_of_a_party_in_other_scripts_are_told(desk: Desk) -> None:
    users = (Party("Sakura Motors KK", "US", also=("桜モーター株式会社",)),)
    desk.issue(licence(lines=(line_of(SINGLE, end_users=users),)))
    (why,) = desk.declare(listed(), end_user="桜モーター").plain()["lines"][0]["reasons"]
    assert (why["code"], why["expected"]) == ("untold", "Sakura Motors KK (桜モーター株式会社)")


def test_all_fields_are_named_where_several_differ(desk: Desk) -> None:
    desk.issue(licence())
    receipt = desk.declare(listed(quantity=2000), destination="VN")
    assert reasons(receipt) == [("mismatch", "destination"), ("mismatch", "quantity")]


def test_what_is_left_is_told_in_a_figure_that_ends(desk: Desk) -> None:
    desk.issue(general())
    desk.declare(listed(GENERAL, quantity=700))
    receipt = desk.declare(listed(GENERAL, quantity=1000, unit="lb"), number="D-2")
    (why,) = receipt.plain()["lines"][0]["reasons"]
    assert (why["code"], why["declared"], why["expected"]) == ("ledger_quantity", "1000 lb", "300 kg")


def test_the_code_is_the_one_that_the_declared_facts_give_and_not_what_the_remarks_say(desk: Desk) -> None:
    desk.issue(licence())
    receipt = desk.declare(listed(composition={"Nd": 29.6, "Dy": 0, "Tb": 1.2}))
    assert reasons(receipt) == [("mismatch", "control_code")]
    told = receipt.plain()["lines"][0]["reasons"][0]
    assert (told["declared"], told["expected"]) == ("1C904.a.4", "1C905.a.4")


def test_free_goods_do_not_draw_on_a_licence(desk: Desk) -> None:
    desk.issue(licence())
    receipt = desk.declare(goods(licence_number=SINGLE))
    assert reasons(receipt) == [("mismatch", "control_code")]
    assert desk.drawn() == (0, 0)


def test_goods_of_two_codes_need_a_line_for_each_and_draw_on_both(desk: Desk) -> None:
    both = {"composition": {"Nd": 29.6, "Dy": 1.2, "Tb": 0.3}, "declaration_remarks": "dual-use 1C905.a.4, 1C904.a.4"}
    desk.issue(licence(), licence("26-AA-100002", lines=(line_of("26-AA-100002"), line_of("26-AA-100002", 2, code=TB))))
    assert reasons(desk.declare(listed(**both))) == [("mismatch", "control_code")]
    assert desk.declare(listed("26-AA-100002", **both), number="D-2").answer == "release"
    assert desk.drawn("26-AA-100002/1") == desk.drawn("26-AA-100002/2") == (0, 400)


def test_a_further_code_that_may_apply_is_cleared_up_before_the_licence_is_drawn_on(desk: Desk) -> None:
    """Dysprosium is stated, so that a licence is due for certain; of terbium nothing is."""
    desk.issue(licence())
    receipt = desk.declare(listed(composition={"Nd": 29.6, "Dy": 1.2}))
    assert receipt.answer == "hold"
    assert reasons(receipt) == [("code_unsure", "")]
    assert asked(receipt) == {"laboratory": ["composition.Tb"]}
    assert desk.drawn() == (0, 0)
    assert desk.show("laboratory", composition={"Dy": "1.2", "Tb": "0"}).answer == "release"
    assert desk.drawn() == (0, 400)


def test_a_further_code_that_does_apply_is_refused_where_the_licence_does_not_name_it(desk: Desk) -> None:
    desk.issue(licence())
    desk.declare(listed(composition={"Nd": 29.6, "Dy": 1.2}))
    receipt = desk.show("laboratory", composition={"Dy": "1.2", "Tb": "0.3"})
    assert reasons(receipt) == [("mismatch", "control_code")]


def test_the_authority_may_say_which_codes_the_goods_fall_under(desk: Desk) -> None:
    """A trace of terbium, which the text does not decide, in magnets that need a licence for their dysprosium."""
    desk.issue(licence())
    receipt = desk.declare(listed(composition={"Nd": 29.6, "Dy": 1.2, "Tb": "0.004"}))
    assert receipt.answer == "hold"
    assert list(asked(receipt)) == ["classification"]
    assert desk.show("classification", outcome="LICENCE_REQUIRED", codes=("1C905.a.4",)).answer == "release"


def test_a_name_with_its_legal_form_left_out_is_held_and_not_guessed(desk: Desk) -> None:
    desk.issue(licence())
    receipt = desk.declare(listed(), end_user="Velvet Hedgehog Drives")
    assert receipt.answer == "hold"
    assert reasons(receipt) == [("untold", "end_user")]
    with pytest.raises(EventRefused, match="end_user was declared as"):
        desk.show("papers", facts={"end_user": "Velvet Hedgehog Pumps Inc."})
    assert desk.show("papers", facts={"end_user": "Velvet Hedgehog Drives Inc."}).answer == "release"


def test_spelling_alone_makes_no_other_end_user(desk: Desk) -> None:
    desk.issue(licence())
    assert desk.declare(listed(), end_user="VELVET  HEDGEHOG-DRIVES, Incorporated").answer == "release"


def test_the_other_language_of_the_licence_names_the_same_end_user(desk: Desk) -> None:
    buyer = Party("Velvet Hedgehog Drives Inc.", "US", also=("天马驱动公司",))
    desk.issue(licence(lines=(line_of(SINGLE, end_users=(buyer,)),)))
    assert desk.declare(listed(), end_user="天馬驅動公司").answer == "release"


@pytest.mark.parametrize(
    ("condition", "changed", "answer", "field"),
    [
        (OneOf(Field.PORT, ("Ningbo", "Shanghai")), {}, "release", ""),
        (OneOf(Field.PORT, ("Shanghai",)), {}, "refuse", "port"),
        (OneOf(Field.PORT, ("Shanghai",)), {"port": ""}, "hold", "port"),
        (OneOf(Field.IMPORTER, ("Hedgehog Trading Ltd.",)), {}, "hold", "importer"),
        (OneOf(Field.END_USE, ("Drive motors for  passenger cars",)), {}, "release", ""),
        (OneOf(Field.DESTINATION, ("DE",)), {}, "refuse", "destination"),
        (DeclaredUntil(DAY), {}, "release", ""),
        (DeclaredUntil(DAY - timedelta(days=1)), {}, "refuse", "date"),
        (ValueMax(Money(17_200_000, "CNY")), {}, "release", ""),
        (ValueMax(Money(17_199_999, "CNY")), {}, "refuse", "value"),
        (ValueMax(Money(17_199_999, "USD")), {}, "refuse", "currency"),
        (AmountMax(Amount(400_000_000, KG)), {}, "release", ""),
        (AmountMax(Amount(399_999_999, KG)), {}, "refuse", "quantity"),
    ],
)
def test_a_condition_holds_or_does_not_or_is_not_told(
    desk: Desk, condition: object, changed: dict[str, object], answer: str, field: str
) -> None:
    desk.issue(licence(lines=(line_of(SINGLE, conditions=(condition,)),)))
    receipt = desk.declare(listed(), **changed)
    assert receipt.answer == answer
    if field:
        assert reasons(receipt) == [("mismatch" if answer == "refuse" else "untold", field)]


def report_due(desk: Desk, within_days: int = 30) -> date:
    """Goods went out under a general licence that wants their arrival told; the last day on which that is in time."""
    condition = ReportDue(ReportedEvent.ARRIVAL, within_days)
    desk.issue(general(lines=(line_of(GENERAL, terms={"uses": None}, conditions=(condition,)),)))
    assert desk.declare(listed(GENERAL, quantity=100), number="D-1").answer == "release"
    return DAY + timedelta(days=within_days)


def next_export(desk: Desk, day: date) -> Receipt:
    desk.now = lambda: datetime.combine(day, time(9), UTC)
    return desk.declare(listed(GENERAL, quantity=100), number="D-2", today=day, date=day.isoformat())


def test_a_report_not_due_yet_bars_nothing(desk: Desk) -> None:
    assert next_export(desk, report_due(desk)).answer == "release"


def test_a_report_overdue_holds_the_next_export_until_it_is_shown(desk: Desk) -> None:
    due = report_due(desk)
    late = due + timedelta(days=1)
    receipt = next_export(desk, late)
    assert receipt.answer == "hold"
    assert asked(receipt) == {"papers": ["report.arrival"]}
    assert receipt.plain()["lines"][0]["reasons"][0]["expected"] == f"≤ {due} (gate/D-1/write-off)"
    shown = desk.show("papers", "D-2", late, on=late, facts={"report.arrival": "arrived 2026-06-20"})
    assert shown.answer == "release"


def test_an_export_whose_report_is_kept_bars_nothing(desk: Desk) -> None:
    due = report_due(desk)
    desk.shelf.reports["gate/D-1/write-off", ReportedEvent.ARRIVAL] = DAY + timedelta(days=5)
    assert next_export(desk, due + timedelta(days=1)).answer == "release"


def test_an_export_that_was_taken_back_is_not_reported_on(desk: Desk) -> None:
    due = report_due(desk)
    back = [Part(f"{GENERAL}/1", target="gate/D-1/write-off")]
    assert desk.ledger.post(movement("back", LedgerKind.CORRECT, DAY, back)).accepted
    assert next_export(desk, due + timedelta(days=1)).answer == "release"


def test_the_room_that_a_hold_keeps_is_no_export_to_report_on(desk: Desk) -> None:
    condition = ReportDue(ReportedEvent.ARRIVAL, 30)
    desk.issue(general(lines=(line_of(GENERAL, terms={"uses": None}, conditions=(condition,)),)))
    assert desk.declare(listed(GENERAL), unknown()).answer == "hold"
    assert desk.show("laboratory", line="2").answer == "release"


def test_what_one_shipment_may_hold_is_counted_over_all_its_lines(desk: Desk) -> None:
    desk.issue(
        general(lines=(line_of(GENERAL, terms={"uses": None}, conditions=(AmountMax(Amount(700_000_000, KG)),)),))
    )
    receipt = desk.declare(listed(GENERAL), listed(GENERAL))
    assert answers(receipt) == ["refuse", "refuse"]
    assert reasons(receipt) == reasons(receipt, 1) == [("mismatch", "quantity"), ("together", "")]


def test_room_that_all_lines_together_lack_is_told_as_theirs_together(desk: Desk) -> None:
    desk.issue(general())
    assert desk.declare(listed(GENERAL), number="D-1").answer == "release"
    receipt = desk.declare(listed(GENERAL), listed(GENERAL), number="D-2")
    assert reasons(receipt) == reasons(receipt, 1) == [("ledger_quantity", "quantity"), ("together", "")]
    assert receipt.plain()["lines"][0]["reasons"][0]["declared"] == "800 kg"


def test_what_is_granted_beside_a_limit_is_part_of_what_is_wanted(desk: Desk) -> None:
    terms = {"uses": None, "tolerance_quantity": 20_000_000, "value": 200_000_00, "tolerance_value": 1_00}
    desk.issue(general(lines=(line_of(GENERAL, terms={**terms, "currency": "CNY"}),)))
    found = desk.declare(listed(GENERAL, quantity=1021, value=200002)).plain()["lines"][0]["reasons"]
    assert [one["expected"] for one in found] == ["≤ 1020 kg", "≤ 200001 CNY"]


def test_lines_on_one_line_of_a_licence_are_one_draw(desk: Desk) -> None:
    desk.issue(licence())
    assert desk.declare(listed(), listed(quantity=350)).answer == "release"
    assert desk.drawn() == (0, 750)
    assert len(desk.gate.history("D-1")[0].receipt.plain()["ledger"][0]["entries"]) == 1  # type: ignore[union-attr]


def test_one_shipment_too_many_is_refused_with_the_room_that_is_left(desk: Desk) -> None:
    desk.issue(general())
    assert desk.declare(listed(GENERAL), number="D-1").answer == "release"
    assert desk.declare(listed(GENERAL), number="D-2").answer == "release"
    receipt = desk.declare(listed(GENERAL), number="D-3")
    assert receipt.answer == "refuse"
    told = receipt.plain()["lines"][0]["reasons"][0]
    assert told == {"code": "ledger_quantity", "field": "quantity", "declared": "400 kg", "expected": "200 kg"}
    assert desk.drawn(f"{GENERAL}/1") == (0, 800)
    assert desk.shelf.done == []


def test_a_licence_of_which_nothing_is_left_is_settled_when_the_next_one_asks(desk: Desk) -> None:
    desk.issue(general())
    desk.declare(listed(GENERAL, quantity=1000), number="D-1")
    assert desk.declare(listed(GENERAL, quantity=1), number="D-2").answer == "refuse"
    assert desk.shelf.done == [GENERAL]


def test_a_value_beyond_the_limit_names_the_value_and_its_currency(desk: Desk) -> None:
    limits = {"uses": None, "value": 20_000_000, "currency": "CNY"}
    desk.issue(general(lines=(line_of(GENERAL, terms=limits),)))
    desk.declare(listed(GENERAL), number="D-1")
    receipt = desk.declare(listed(GENERAL), number="D-2")
    told = receipt.plain()["lines"][0]["reasons"][0]
    assert (told["code"], told["expected"]) == ("ledger_value", "28000 CNY")


def test_another_currency_without_a_rate_names_the_currency(desk: Desk) -> None:
    limits = {"uses": None, "value": 20_000_000, "currency": "CNY"}
    desk.issue(general(lines=(line_of(GENERAL, terms=limits),)))
    receipt = desk.declare(listed(GENERAL, currency="USD"))
    assert reasons(receipt) == [("ledger_rate", "currency")]
    (why,) = receipt.plain()["lines"][0]["reasons"]
    assert (why["declared"], why["expected"]) == ("USD", "CNY")


def test_a_single_licence_is_for_one_declaration_whatever_is_left_of_it(desk: Desk) -> None:
    desk.issue(licence(lines=(line_of(SINGLE), line_of(SINGLE, 2, code=TB))))
    assert desk.declare(listed(), number="D-1").answer == "release"
    terbium = {"composition": {"Nd": 29.6, "Dy": 0, "Tb": 1.2}, "declaration_remarks": f"dual-use {TB}"}
    receipt = desk.declare(listed(**terbium), number="D-2")
    assert receipt.answer == "refuse"
    assert reasons(receipt) == [("taken", "licence")]
    assert desk.drawn(f"{SINGLE}/2") == (0, 0)


def test_a_refused_declaration_gives_the_single_licence_free_again(desk: Desk) -> None:
    desk.issue(licence())
    assert desk.declare(listed(), unknown(), number="D-1").answer == "hold"
    assert reasons(desk.declare(listed(), number="D-2")) == [("taken", "licence")]
    gate, dysprosium = desk.show, {"Dy": "1", "Tb": "0"}
    assert gate("laboratory", line="2", composition=dysprosium).answer == "refuse"
    assert desk.declare(listed(), number="D-3").answer == "release"


def test_a_suspended_licence_is_refused_at_once(desk: Desk) -> None:
    desk.issue(licence())
    desk.suspend(SINGLE)
    receipt = desk.declare(listed())
    assert receipt.answer == "refuse"
    assert reasons(receipt) == [("licence_status", "licence")]


def test_a_suspension_between_the_look_and_the_draw_is_refused_by_the_ledger_itself(desk: Desk) -> None:
    desk.issue(licence())
    desk.suspend(SINGLE, told=False)
    receipt = desk.declare(listed())
    assert receipt.answer == "refuse"
    assert reasons(receipt) == [("ledger_not_usable", "licence")]
    assert desk.drawn() == (0, 0)


def test_an_expired_licence_is_refused_by_its_day(desk: Desk) -> None:
    desk.issue(licence())
    after = YEAR_END + timedelta(days=1)
    receipt = desk.declare(listed(), date=after.isoformat(), today=after)
    assert receipt.answer == "refuse"
    assert ("mismatch", "date") in reasons(receipt)


def test_a_licence_issued_after_the_declaration_does_not_cure_it(desk: Desk) -> None:
    late = date(2026, 6, 16)
    line = line_of(SINGLE)
    line = replace(line, terms=replace(line.terms, valid_from=late))
    desk.issue(licence(lines=(line,), issued_on=late, valid_from=late))
    assert reasons(desk.declare(listed())) == [("mismatch", "date")]


def test_a_hold_keeps_the_room_of_the_licence_and_the_release_uses_it(desk: Desk) -> None:
    desk.issue(general())
    assert desk.declare(listed(GENERAL), unknown(), number="D-1").answer == "hold"
    assert desk.drawn(f"{GENERAL}/1") == (400, 0)
    assert desk.declare(listed(GENERAL, quantity=700), number="D-2").answer == "refuse"
    assert desk.show("laboratory", line="2").answer == "release"
    assert desk.drawn(f"{GENERAL}/1") == (0, 400)
    assert desk.verified().holds


def test_a_hold_that_ends_in_a_refusal_gives_the_room_back(desk: Desk) -> None:
    desk.issue(general())
    desk.declare(listed(GENERAL), unknown())
    assert desk.show("laboratory", line="2", composition={"Dy": "1", "Tb": "0"}).answer == "refuse"
    assert desk.drawn(f"{GENERAL}/1") == (0, 0)


def test_goods_that_nothing_determines_are_not_said_to_bear_no_code(desk: Desk) -> None:
    desk.issue(licence(status=Status.SUSPENDED))
    receipt = desk.declare(unknown(licence_number=SINGLE))
    assert (receipt.answer, reasons(receipt)) == ("refuse", [("licence_status", "licence")])


def test_a_licence_suspended_during_the_hold_stops_the_goods_and_keeps_nothing(desk: Desk) -> None:
    desk.issue(general())
    desk.declare(listed(GENERAL), unknown())
    desk.suspend(GENERAL, told=False)
    receipt = desk.show("laboratory", line="2")
    assert receipt.answer == "refuse"
    assert reasons(receipt) == [("ledger_not_usable", "licence")]
    assert desk.drawn(f"{GENERAL}/1") == (0, 0)
    assert desk.verified().holds


def test_a_licence_that_lapses_during_the_hold_stays_good_for_what_was_declared_in_time(desk: Desk) -> None:
    last = date(2026, 6, 30)
    line = line_of(GENERAL)
    terms = replace(line.terms, valid_until=last, uses=None)
    desk.issue(general(lines=(replace(line, terms=terms),), valid_until=last))
    desk.now = lambda: NOW + (last - DAY)
    assert desk.declare(listed(GENERAL), unknown(), date=last.isoformat(), today=last).answer == "hold"
    assert desk.show("laboratory", line="2", today=last + timedelta(days=9)).answer == "release"


def test_a_general_licence_does_not_do_where_only_a_single_one_may(desk: Desk) -> None:
    """The watch list of the Decree, Art. 26: a made-up end user is on none, so a listed one is taken from the law."""
    watch = next(
        listing.name.en
        for notice, listing in desk.checker.lawbook.listings.values()
        if notice.list_name == "watch_list" and listing.name.en and listing.in_force.holds(DAY) and not listing.states
    )
    buyer = Party(watch, BUYER.country)
    desk.issue(general(lines=(line_of(GENERAL, terms={"uses": None}, end_users=(buyer,)),)))
    receipt = desk.declare(listed(GENERAL), end_user=watch)
    assert ("mismatch", "licence_kind") in reasons(receipt)


@pytest.mark.parametrize(
    ("remarks", "wanted"),
    [("", ["1C905.a.4"]), ("1C905.a.40", ["1C905.a.4"]), ("1C905.a.4, not controlled", ["controlled"])],
)
def test_the_remarks_name_the_code_of_controlled_goods_and_do_not_deny_it(
    desk: Desk, remarks: str, wanted: list[str]
) -> None:
    desk.issue(licence())
    receipt = desk.declare(listed(declaration_remarks=remarks))
    assert receipt.answer == "hold"
    assert asked(receipt) == {"remarks": wanted}
    assert desk.drawn() == (400, 0)
    assert desk.show("remarks", text="dual-use 1C905.a.4").answer == "release"
    assert desk.drawn() == (0, 400)


def test_a_ban_is_stronger_than_a_licence(desk: Desk) -> None:
    desk.issue(licence())
    receipt = desk.declare(listed(), end_user_type="military", end_use="military")
    assert receipt.answer == "refuse"
    assert reasons(receipt) == [("prohibited", "")]
    assert desk.drawn() == (0, 0)


def test_a_use_that_nobody_states_is_held_under_a_licence_too(desk: Desk) -> None:
    """Military users in the United States are banned: who it is decides, whatever the licence says."""
    desk.issue(licence())
    receipt = desk.declare(listed(), end_user_type="", end_use="")
    assert receipt.answer == "hold"
    assert "end_use" in asked(receipt)["papers"] or "end_user_type" in asked(receipt)["papers"]
    assert desk.drawn() == (0, 0)


def test_a_licence_of_one_regime_is_none_of_another(desk: Desk) -> None:
    """Metals of rare earths may need the ordinary export licence besides (catalogue of 2026)."""
    metal = {
        "description": "dysprosium metal", "kind": "metal", "family": "", "hs": "2805301200",
        "composition": {"Dy": 100}, "declaration_remarks": "dual-use 1C905.a.1",
    }  # fmt: skip
    desk.issue(licence(lines=(line_of(SINGLE, code="1C905.a.1"),)))
    receipt = desk.declare(listed(**metal))
    outcomes = receipt.plain()["lines"][0]["outcomes"]
    assert outcomes["dual_use"] == "LICENCE_REQUIRED"
    assert outcomes["ordinary_export_licence"] not in ("NOT_CONTROLLED", "NOT_CONSIDERED")
    assert receipt.answer in ("hold", "refuse")
    assert desk.drawn()[1] == 0


def for_use(number: str = SINGLE, **more: object) -> dict[str, object]:
    """Magnets that no entry has, of whose use the exporter was told."""
    return goods(licence_number=number, exporter_told_of_use="missile parts", **more)


def test_goods_that_no_entry_has_go_under_a_licence_for_their_use(desk: Desk) -> None:
    desk.issue(licence(lines=(line_of(SINGLE, code=""),)))
    receipt = desk.declare(for_use())
    assert (receipt.answer, reasons(receipt)) == ("release", [("covered", "licence")])
    assert desk.drawn() == (0, 400)


def test_a_licence_for_a_use_is_none_for_goods_of_an_entry_nor_the_other_way_round(desk: Desk) -> None:
    desk.issue(licence(lines=(line_of(SINGLE, code=""),)), licence("26-AA-100002"))
    for number, declared, licensed in ((SINGLE, listed(), "none"), ("26-AA-100002", for_use("26-AA-100002"), DY)):
        receipt = desk.declare(declared, number=f"D-{number}")
        assert (receipt.answer, reasons(receipt)) == ("refuse", [("mismatch", "control_code")])
        assert receipt.plain()["lines"][0]["reasons"][0]["expected"] == licensed


def test_free_goods_draw_on_no_licence_for_a_use(desk: Desk) -> None:
    desk.issue(licence(lines=(line_of(SINGLE, code=""),)))
    receipt = desk.declare(goods(licence_number=SINGLE))
    assert (receipt.answer, reasons(receipt)) == ("refuse", [("mismatch", "control_code")])
