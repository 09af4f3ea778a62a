"""A line gives what it promises and not a milligram more."""

from datetime import date, timedelta

from cocket.ledger import Kind, Ledger, Part, Period, movement, open_ledger, usability
from cocket.quantity import Amount, Money, Rate, find_unit, parse_amount
from tests.ledger.trade import (
    DAY,
    LINE,
    OTHER,
    YEAR_END,
    Ticking,
    correct,
    kg,
    opened,
    part,
    reason,
    release,
    reserve,
    write_off,
    yuan,
)  # fmt: skip


def test_a_line_is_drawn_to_its_last_milligram_and_not_beyond(ledger: Ledger) -> None:
    opened(ledger, quantity=100)
    assert ledger.post(write_off("a", 60)).accepted
    refused = ledger.post(write_off("b", 41))
    assert reason(refused) == "quantity" and refused.refusal is not None and refused.refusal.room == kg(40).number
    assert ledger.post(write_off("c", 40)).accepted
    assert reason(ledger.post(movement("d", Kind.WRITE_OFF, DAY, [Part(LINE, Amount(1, kg(1).unit))]))) == "quantity"


def test_units_of_one_kind_draw_from_the_same_line_exactly(ledger: Ledger) -> None:
    opened(ledger, quantity=100)
    for id, text, unit in (("a", "0.03", "t"), ("b", "20000", "g"), ("c", "100", "lb")):
        assert ledger.post(movement(id, Kind.WRITE_OFF, DAY, [Part(LINE, parse_amount(text, unit))])).accepted
    line = ledger.line(LINE)
    assert line is not None and line.drawn_quantity == 30_000_000 + 20_000_000 + 45_359_237


def test_another_kind_of_unit_is_refused(ledger: Ledger) -> None:
    opened(ledger)
    answer = ledger.post(movement("a", Kind.WRITE_OFF, DAY, [Part(LINE, Amount(5, find_unit("pcs")))]))
    assert reason(answer) == "unit"


def test_reservations_count_until_they_are_written_off_or_released(ledger: Ledger) -> None:
    opened(ledger, quantity=100)
    assert ledger.post(reserve("r", 70)).accepted
    assert reason(ledger.post(write_off("w1", 31))) == "quantity"
    assert ledger.post(write_off("w2", 50, target="r")).accepted
    assert reason(ledger.post(write_off("w3", 21, target="r"))) == "exceeds_target"
    assert ledger.post(release("x", "r")).accepted
    assert reason(ledger.post(release("y", "r"))) == "exceeds_target"
    line = ledger.line(LINE)
    assert line is not None and (line.reserved_quantity, line.drawn_quantity) == (0, kg(50).number)
    assert ledger.post(write_off("w4", 50)).accepted


def test_a_correction_takes_back_what_stands_and_no_more(ledger: Ledger) -> None:
    opened(ledger, quantity=100)
    ledger.post(write_off("w", 100))
    assert ledger.post(correct("c1", "w", 30)).accepted
    assert reason(ledger.post(correct("c2", "w", 71))) == "exceeds_target"
    assert ledger.post(correct("c3", "w")).accepted
    assert reason(ledger.post(correct("c4", "w"))) == "exceeds_target"
    assert ledger.post(write_off("again", 100)).accepted


def test_value_is_a_limit_of_its_own(ledger: Ledger) -> None:
    opened(ledger, quantity=100, value=yuan(1000).number, currency="CNY")
    assert reason(ledger.post(write_off("none", 1))) == "value_missing"
    assert ledger.post(write_off("a", 10, value=900)).accepted
    refused = ledger.post(write_off("b", 10, value=101))
    assert reason(refused) == "value" and refused.refusal is not None and refused.refusal.room == yuan(100).number
    assert ledger.post(write_off("c", 10, value=100)).accepted


def test_value_beyond_a_reservation_needs_room_of_its_line(ledger: Ledger) -> None:
    opened(ledger, quantity=100, value=yuan(1000).number, currency="CNY")
    ledger.post(reserve("r", 50, value=900))
    assert reason(ledger.post(write_off("a", 50, value=1001, target="r"))) == "value"
    assert ledger.post(write_off("b", 50, value=950, target="r")).accepted
    line = ledger.line(LINE)
    assert line is not None and (line.reserved_value, line.drawn_value) == (0, yuan(950).number)


def test_a_reservation_whose_goods_are_gone_holds_no_value(ledger: Ledger) -> None:
    opened(ledger, quantity=100, value=yuan(1000).number, currency="CNY")
    ledger.post(reserve("r", 50, value=900))
    assert ledger.post(write_off("a", 50, value=500, target="r")).accepted
    assert ledger.post(write_off("b", 50, value=500)).accepted


def test_another_currency_needs_a_stored_rate_of_the_day(ledger: Ledger) -> None:
    opened(ledger, quantity=100, value=yuan(1000).number, currency="CNY")

    def draw(id: str, day: date = DAY) -> str:
        return reason(ledger.post(movement(id, Kind.WRITE_OFF, day, [Part(LINE, kg(1), Money(100_00, "USD"))])))

    assert draw("a") == "rate"
    ledger.store_rate(Rate.read("USD", "CNY", "7.1234", first=DAY, last=DAY, source="bank"))
    assert draw("a") == "rate"  # the first answer stands
    assert draw("b") == ""
    assert draw("c", DAY + timedelta(days=1)) == "rate"
    line = ledger.line(LINE)
    assert line is not None and line.drawn_value == 712_34


def test_tolerance_is_what_the_line_says_and_nothing_otherwise(ledger: Ledger) -> None:
    opened(ledger, quantity=100, tolerance_quantity=kg(5).number)
    assert reason(ledger.post(write_off("a", 106))) == "quantity"
    assert ledger.post(write_off("b", 105)).accepted


def test_each_reservation_or_direct_write_off_is_one_use(ledger: Ledger) -> None:
    opened(ledger, quantity=100, uses=2)
    ledger.post(reserve("r", 10))
    for id in ("w1", "w2"):
        assert ledger.post(write_off(id, 5, target="r")).accepted
    assert ledger.post(write_off("w3", 1)).accepted
    assert reason(ledger.post(write_off("w4", 1))) == "uses"
    assert ledger.post(correct("c", "w3")).accepted
    assert ledger.post(write_off("w5", 1)).accepted
    for id in ("w1", "w2"):
        assert reason(ledger.post(write_off(f"again-{id}", 1))) == "uses"
        assert ledger.post(correct(f"c-{id}", id)).accepted
    assert ledger.post(write_off("w6", 1)).accepted


def test_each_period_has_its_own_limit_and_the_whole_still_counts(ledger: Ledger) -> None:
    later = date(2027, 1, 1)
    periods = (Period(DAY, date(2026, 12, 31), quantity=kg(60).number), Period(later, YEAR_END, quantity=kg(60).number))
    opened(ledger, quantity=100, periods=periods)
    assert ledger.post(reserve("r", 60)).accepted
    assert reason(ledger.post(write_off("a", 1))) == "period_quantity"
    assert reason(ledger.post(write_off("b", 41, day=later))) == "day_ahead"


def test_a_write_off_counts_in_the_period_of_its_reservation(where: str) -> None:
    later = date(2027, 1, 1)
    periods = (Period(DAY, date(2026, 12, 31), quantity=kg(60).number), Period(later, date(2027, 6, 30)))
    clock = Ticking()
    with open_ledger(where, clock=clock) as ledger:
        opened(ledger, quantity=100, periods=periods)
        ledger.post(reserve("r", 60))
        clock.shift(timedelta(days=40))
        assert ledger.post(write_off("w", 60, target="r", day=later)).accepted
        assert reason(ledger.post(write_off("late", 1, day=DAY))) == "period_quantity"
        assert ledger.post(write_off("new", 40, day=later)).accepted
        clock.shift(timedelta(days=200))
        assert reason(ledger.post(write_off("after", 1, day=date(2027, 7, 1)))) == "no_period"


def test_days_outside_the_validity_are_refused_and_a_clock_far_ahead_is_not_believed(ledger: Ledger) -> None:
    opened(ledger)
    assert reason(ledger.post(write_off("a", 1, day=DAY - timedelta(days=1)))) == "not_yet_valid"
    assert reason(ledger.post(write_off("b", 1, day=DAY + timedelta(days=2)))) == "day_ahead"
    assert ledger.post(write_off("c", 1, day=DAY + timedelta(days=1))).accepted
    opened(ledger, line=OTHER, valid_from=DAY - timedelta(days=9), valid_until=DAY - timedelta(days=1))
    assert reason(ledger.post(write_off("d", 1, line=OTHER))) == "expired"


def test_an_excess_is_never_refused_and_never_held_against_the_limit(ledger: Ledger) -> None:
    opened(ledger, quantity=100)
    ledger.post(write_off("w", 100))
    ledger.post(usability("s", [LINE], usable=False, day=DAY))
    for id, one in (("e1", part(7)), ("e2", Part(LINE, Amount(3, find_unit("pcs"))))):
        answer = ledger.post(movement(id, Kind.EXCESS, DAY, [one]))
        assert answer.accepted and answer.flagged
    line = ledger.line(LINE)
    assert line is not None and (line.drawn_quantity, line.excess_quantity) == (kg(100).number, kg(7).number)
    assert ledger.post(correct("c", "e1", 2)).accepted
    again = ledger.line(LINE)
    assert again is not None and again.excess_quantity == kg(5).number


def test_an_excess_that_cannot_be_counted_keeps_what_was_stated(ledger: Ledger) -> None:
    opened(ledger, quantity=100, value=yuan(1).number, currency="CNY")
    answer = ledger.post(movement("e", Kind.EXCESS, DAY, [Part(LINE, kg(9), Money(5, "USD"))]))
    assert answer.accepted and answer.flagged and str(answer.receipts[0].reason) == "rate"
    with ledger.book.snapshot() as reader:
        assert list(reader.rows("select stated from ledger_entry where request = 'e'")) == [("9000000 KGM 5 USD",)]
