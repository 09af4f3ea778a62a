"""Several lines in one step: all or nothing; settings of a line; ids."""

import pytest

from cocket.ledger import (
    BadRequest,
    Kind,
    Ledger,
    OtherContent,
    Part,
    Terms,
    UnknownLine,
    closing,
    movement,
    opening,
    usability,
)  # fmt: skip
from cocket.quantity import Amount, find_unit
from tests.ledger.trade import (
    DAY,
    KG,
    LINE,
    OTHER,
    YEAR_END,
    correct,
    kg,
    opened,
    part,
    reason,
    release,
    reserve,
    terms,
    write_off,
)  # fmt: skip


def drawn(ledger: Ledger, line: str) -> int:
    found = ledger.line(line)
    assert found is not None
    return found.drawn_quantity


def test_one_line_without_room_refuses_them_all(ledger: Ledger) -> None:
    opened(ledger, LINE, 100)
    opened(ledger, OTHER, 10)
    both = movement("a", Kind.WRITE_OFF, DAY, [part(50, line=LINE), part(11, line=OTHER)])
    answer = ledger.post(both)
    assert not answer.accepted and answer.refusal is not None
    assert (answer.refusal.line, answer.refusal.reason) == (OTHER, "quantity")
    assert [str(one.reason) for one in answer.receipts] == ["other_line", "quantity"]
    assert (drawn(ledger, LINE), drawn(ledger, OTHER)) == (0, 0)
    assert ledger.post(movement("b", Kind.WRITE_OFF, DAY, [part(50, line=LINE), part(10, line=OTHER)])).accepted
    assert (drawn(ledger, LINE), drawn(ledger, OTHER)) == (kg(50).number, kg(10).number)


def test_a_retry_gets_the_first_answer_refusals_included(ledger: Ledger) -> None:
    opened(ledger, LINE, 100)
    first, refused = ledger.post(write_off("a", 60)), ledger.post(write_off("b", 60))
    ledger.post(correct("c", "a"))
    for request, answer in ((write_off("a", 60), first), (write_off("b", 60), refused)):
        again = ledger.post(request)
        assert again == answer and again.repeated and not answer.repeated
    assert drawn(ledger, LINE) == 0


@pytest.mark.parametrize(
    "other",
    [
        write_off("a", 61),
        write_off("a", 60, line=OTHER),
        reserve("a", 60),
        write_off("a", 60, target="r"),
        write_off("a", 60, value=5),
        movement("a", Kind.WRITE_OFF, DAY, [Part(LINE, Amount(60_000_000, find_unit("g")))]),
        movement("a", Kind.WRITE_OFF, DAY, [part(60)], note="second thoughts"),
    ],
)
def test_the_same_id_for_something_else_is_an_error(ledger: Ledger, other: object) -> None:
    opened(ledger, LINE, 100)
    opened(ledger, OTHER, 100)
    ledger.post(write_off("a", 60))
    with pytest.raises(OtherContent, match="The id a was used before"):
        ledger.post(other)  # type: ignore[arg-type]
    assert (drawn(ledger, LINE), drawn(ledger, OTHER)) == (kg(60).number, 0)


def test_a_line_that_is_not_usable_gives_nothing_and_takes_back(ledger: Ledger) -> None:
    opened(ledger)
    ledger.post(write_off("w", 10))
    ledger.post(reserve("r", 10))
    assert ledger.post(usability("stop", [LINE], usable=False, day=DAY)).accepted
    for id, request in (("a", write_off("a", 1)), ("b", reserve("b", 1)), ("c", write_off("c", 1, target="r"))):
        assert reason(ledger.post(request)) == "not_usable", id
    assert ledger.post(release("x", "r")).accepted and ledger.post(correct("y", "w")).accepted
    assert ledger.post(usability("go", [LINE], usable=True, day=DAY)).accepted
    assert ledger.post(write_off("d", 100)).accepted


def test_closing_ends_what_remains_and_waits_for_reservations(ledger: Ledger) -> None:
    opened(ledger)
    ledger.post(write_off("w", 40))
    ledger.post(reserve("r", 10))
    assert reason(ledger.post(closing("c1", [LINE], DAY))) == "open_reservations"
    ledger.post(release("x", "r"))
    assert ledger.post(closing("c2", [LINE], DAY)).accepted
    assert reason(ledger.post(write_off("a", 1))) == "closed"
    assert reason(ledger.post(usability("go", [LINE], usable=True, day=DAY))) == "closed"
    assert ledger.post(correct("y", "w")).accepted


def test_a_line_is_opened_once(ledger: Ledger) -> None:
    assert opened(ledger).accepted
    assert reason(ledger.post(opening("again", LINE, terms(500), DAY))) == "already_open"
    line = ledger.line(LINE)
    assert line is not None and line.limit_quantity == kg(100).number


def test_an_unknown_line_is_an_error_and_its_id_stays_free(ledger: Ledger) -> None:
    with pytest.raises(UnknownLine, match="no line 26-AA-100001/1"):
        ledger.post(write_off("a", 1))
    opened(ledger)
    assert ledger.post(write_off("a", 1)).accepted


def test_a_target_must_be_a_reservation_on_the_same_line(ledger: Ledger) -> None:
    opened(ledger, LINE, 10)
    opened(ledger, OTHER, 100)
    ledger.post(write_off("w", 5))
    ledger.post(reserve("refused", 50))
    ledger.post(reserve("elsewhere", 50, line=OTHER))
    expected = {"w": "target_kind", "refused": "unknown_target", "elsewhere": "unknown_target", "x": "unknown_target"}
    for target, why in expected.items():
        assert reason(ledger.post(write_off(f"on-{target}", 1, target=target))) == why


@pytest.mark.parametrize("id", ["", " a", "a b", "-a", "a\tb", "a" * 65, "licence\n1"])
def test_an_id_must_be_one(id: str) -> None:
    with pytest.raises(BadRequest):
        write_off(id, 1)


def test_a_look_alike_letter_is_named() -> None:
    with pytest.raises(BadRequest, match=r"holds CYRILLIC CAPITAL LETTER A.*Latin letters"):
        write_off("a", 1, line="26-\u0410A-100001/1")


@pytest.mark.parametrize("number", [0, -1, 2**63])
def test_an_amount_is_above_zero_and_fits(number: int) -> None:
    with pytest.raises(BadRequest, match="above zero"):
        movement("a", Kind.WRITE_OFF, DAY, [Part(LINE, Amount(number, KG))])


def test_a_line_named_twice_is_refused() -> None:
    with pytest.raises(BadRequest, match="names a line twice"):
        movement("a", Kind.WRITE_OFF, DAY, [part(1), part(2)])


@pytest.mark.parametrize(
    "wrong",
    [
        {"quantity": 0},
        {"quantity": 2**63 - 1, "tolerance_quantity": 1},
        {"tolerance_quantity": 5},
        {"value": 5},
        {"currency": "RMB"},
        {"valid_from": YEAR_END, "valid_until": DAY},
    ],
)
def test_terms_that_promise_nothing_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadRequest):
        Terms(**{"unit": KG, "valid_from": DAY, "valid_until": YEAR_END, **wrong})  # type: ignore[arg-type]
