"""A step of a licence moves licence, record and ledger together, on both databases."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from cocket.law.lawbook import Lawbook
from cocket.ledger import Answer, Part, movement
from cocket.ledger import Kind as Movement
from cocket.licensing.licences import Kind, Licence, LicenceError, Move, MoveRefused, Status
from cocket.licensing.licences.errors import NumberTaken, UnknownLicence
from cocket.licensing.records import clock, moving, orders
from cocket.licensing.records.book import ledger
from cocket.licensing.records.finding import Filter, find_licence, list_licences, steps_of
from cocket.licensing.records.models import LicenceRecord
from cocket.licensing.records.moving import Ordered
from tests.ledger.trade import NOW, Ticking
from tests.licensing.samples import ANYONE, DAY, NUMBER, YEAR_END, general, kg, licence, line, on_terms
from tests.replaced import assert_not_replaced

pytestmark = pytest.mark.usefixtures("database")


def ordered(why: str = "a test") -> Ordered:
    return Ordered("Officer Li", why, clock.now())


@pytest.fixture
def issued(lawbook: Lawbook) -> Licence:
    return moving.issue(general(), ordered("granted"), lawbook)


def draw(name: str, quantity: int, kind: Movement = Movement.WRITE_OFF, target: str = "") -> Answer:
    day = clock.authority_day(clock.now())
    return ledger().post(movement(name, kind, day, [Part(f"{NUMBER}/1", kg(quantity), None, target)]), timeout_s=20)


def reason(answer: Answer) -> str:
    return "" if answer.refusal is None else str(answer.refusal.reason)


def usable(number: str = NUMBER) -> bool:
    found = ledger().line(f"{number}/1")
    assert found is not None
    return bool(found.usable)


def test_an_issued_licence_is_found_as_it_was_issued(issued: Licence) -> None:
    assert find_licence(NUMBER) == issued == general()
    (made,) = steps_of(NUMBER)
    assert (made.sequence, made.move, made.before, made.after) == (1, "issue", "", "valid")
    assert (made.by, made.why, made.day, made.recorded) == ("Officer Li", "granted", DAY, NOW)
    assert usable()


def test_a_suspended_licence_is_refused_by_the_ledger_and_resumed_it_is_not(issued: Licence) -> None:
    assert reason(draw("d1", 1)) == ""
    assert moving.move(NUMBER, Move.SUSPEND, ordered("end use in doubt")).status is Status.SUSPENDED
    assert reason(draw("d2", 1)) == "not_usable"
    assert moving.move(NUMBER, Move.RESUME, ordered()).status is Status.VALID
    assert reason(draw("d3", 1)) == ""
    assert reason(draw("d2", 1)) == "not_usable", "a retry gets the first answer"
    assert [step.move for step in steps_of(NUMBER)] == ["issue", "suspend", "resume"]


def test_a_revoked_licence_stays_revoked(issued: Licence) -> None:
    moving.move(NUMBER, Move.REVOKE, ordered("false certificate"))
    assert reason(draw("d1", 1)) == "not_usable"
    for wanted in (Move.RESUME, Move.SUSPEND, Move.REVOKE):
        with pytest.raises(MoveRefused, match="revoked, for good"):
            moving.move(NUMBER, wanted, ordered())
    assert len(steps_of(NUMBER)) == 2
    assert not usable()


def test_a_number_is_given_once(issued: Licence, lawbook: Lawbook) -> None:
    moving.move(NUMBER, Move.REVOKE, ordered())
    with pytest.raises(NumberTaken, match="was issued before"):
        moving.issue(general(quantity=1), ordered(), lawbook)
    with pytest.raises(NumberTaken, match="the letter O for the digit 0 in place 8"):
        moving.issue(general("26-AA-1O0001"), ordered(), lawbook)
    assert find_licence(NUMBER).lines == general().lines


def test_a_number_that_was_never_given_names_the_one_that_is_meant_perhaps(issued: Licence) -> None:
    with pytest.raises(UnknownLicence, match="issued, which has the digit 0 for the letter O in place 8"):
        find_licence("26-AA-1O0001")
    with pytest.raises(UnknownLicence, match="There is no licence 26-AA-999999"):
        moving.move("26-AA-999999", Move.SUSPEND, ordered())


def test_a_single_licence_is_completed_and_its_rest_lapses(lawbook: Lawbook) -> None:
    moving.issue(licence(lines=(line(), line(place=2))), ordered(), lawbook)
    with pytest.raises(MoveRefused, match="No export was made"):
        moving.move(NUMBER, Move.COMPLETE, ordered())
    draw("d1", 40)
    settled = moving.settle(NUMBER, ordered("export d1"))
    assert settled is not None
    assert settled.status is Status.COMPLETED
    assert reason(draw("d2", 1)) == "closed"
    second = ledger().line(f"{NUMBER}/2")
    assert second is not None
    assert second.closed, "what was stated on the other line lapses too"


def test_goods_still_reserved_keep_a_single_licence_open(lawbook: Lawbook) -> None:
    moving.issue(licence(lines=(line(), line(place=2))), ordered(), lawbook)
    draw("d1", 40)
    reserve = movement("r1", Movement.RESERVE, DAY, [Part(f"{NUMBER}/2", kg(5))])
    assert ledger().post(reserve).accepted
    assert moving.settle(NUMBER, ordered()) is None
    with pytest.raises(MoveRefused, match="still reserved"):
        moving.move(NUMBER, Move.COMPLETE, ordered())


def test_a_general_licence_is_never_completed(issued: Licence) -> None:
    draw("d1", 40)
    with pytest.raises(MoveRefused):
        moving.move(NUMBER, Move.COMPLETE, ordered())
    assert moving.settle(NUMBER, ordered()) is None


def test_where_nothing_is_due_no_lock_is_taken(issued: Licence, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked after each write-off of a line that all draw from, it must hold nobody up."""
    draw("d1", 40)
    monkeypatch.setattr(moving, "move", None)
    assert moving.settle(NUMBER, ordered()) is None


def test_an_exhausted_licence_gets_room_back_by_a_correction(issued: Licence) -> None:
    draw("d1", 100)
    settled = moving.settle(NUMBER, ordered())
    assert settled is not None
    assert settled.status is Status.EXHAUSTED
    assert not usable()
    with pytest.raises(MoveRefused, match="Nothing was given back"):
        moving.move(NUMBER, Move.REPLENISH, ordered())
    assert draw("c1", 30, kind=Movement.CORRECT, target="d1").accepted
    settled = moving.settle(NUMBER, ordered())
    assert settled is not None
    assert settled.status is Status.VALID
    assert reason(draw("d2", 31)) == "quantity"
    assert reason(draw("d3", 30)) == ""


def test_expiry_is_by_the_day_of_the_authority(issued: Licence, ticking: Ticking) -> None:
    ticking.now = datetime(2027, 11, 27, 15, 59, tzinfo=UTC)
    assert orders.expire_due(ANYONE, ordered()) == [], "a minute before midnight in Beijing"
    with pytest.raises(MoveRefused, match="has not expired yet"):
        moving.move(NUMBER, Move.EXPIRE, ordered())
    ticking.shift(timedelta(minutes=1))
    assert reason(draw("d1", 1)) == "expired", "the ledger waits for nobody to book it"
    (expired,) = orders.expire_due(ANYONE, ordered())
    assert expired.status is Status.EXPIRED
    assert not usable()
    ticking.shift(timedelta(days=9))
    assert orders.expire_due(ANYONE, ordered()) == []


def test_a_suspended_licence_past_its_validity_is_not_resumed(issued: Licence, ticking: Ticking) -> None:
    moving.move(NUMBER, Move.SUSPEND, ordered())
    ticking.now = datetime(2027, 12, 1, tzinfo=UTC)
    with pytest.raises(MoveRefused, match="validity of the licence has ended"):
        moving.move(NUMBER, Move.RESUME, ordered())


@pytest.mark.parametrize(
    ("by", "why", "key"), [("", "x", "by"), ("x", " ", "why"), ("x\ny", "x", "by"), ("x", "x" * 301, "why")]
)
def test_a_step_says_who_and_why(by: str, why: str, key: str) -> None:
    with pytest.raises(LicenceError) as refused:
        Ordered(by, why, NOW)
    assert refused.value.key == key


def test_what_the_law_does_not_allow_leaves_nothing_behind(lawbook: Lawbook) -> None:
    with pytest.raises(LicenceError, match="2027-11-27 at the latest"):
        moving.issue(licence(valid_until=date(2027, 11, 28)), ordered(), lawbook)
    tomorrow = date(2026, 11, 28)
    later = licence(issued_on=tomorrow, valid_from=tomorrow, lines=(on_terms(line(), valid_from=tomorrow),))
    with pytest.raises(LicenceError, match="not yet here"):
        moving.issue(later, ordered(), lawbook)
    assert list_licences(ANYONE, Filter(DAY), 10) == []
    assert ledger().line(f"{NUMBER}/1") is None


def test_lists_go_by_number_page_by_page(lawbook: Lawbook) -> None:
    numbers = [f"26-AA-{place:06}" for place in (3, 1, 2, 5, 4)]
    for number in numbers:
        moving.issue(general(number), ordered(), lawbook)
    moving.move(numbers[0], Move.SUSPEND, ordered())
    first = list_licences(ANYONE, Filter(DAY), 3)
    rest = list_licences(ANYONE, Filter(DAY, after=first[-1].number), 3)
    assert [one.number for one in (*first, *rest)] == sorted(numbers)
    assert [one.number for one in list_licences(ANYONE, Filter(DAY, Status.SUSPENDED), 9)] == [numbers[0]]
    assert list_licences(ANYONE, Filter(DAY, holder="Nobody"), 9) == []


@pytest.mark.parametrize("day", [YEAR_END, YEAR_END + timedelta(days=1)])
def test_lists_go_by_where_a_licence_stands_on_the_day(lawbook: Lawbook, day: date) -> None:
    for place, moved in enumerate([(), (Move.SUSPEND,), (Move.REVOKE,), (Move.SUSPEND, Move.RESUME)]):
        moving.issue(general(f"26-AA-{place:06}"), ordered(), lawbook)
        for wanted in moved:
            moving.move(f"26-AA-{place:06}", wanted, ordered())
    every = list_licences(ANYONE, Filter(day), 9)
    for status in Status:
        expected = [one.number for one in every if one.status_on(day) is status]
        assert [one.number for one in list_licences(ANYONE, Filter(day, status), 9)] == expected
    assert len({one.status_on(day) for one in every}) > 1


@pytest.mark.parametrize(
    "statement",
    [
        "delete from licence_step",
        "update licence_step set why = 'another'",
        "delete from licence",
        "update licence set content = '{}'",
        "update licence set number = 'X'",
    ],
)
def test_nothing_deletes_or_rewrites_what_was_recorded(issued: Licence, statement: str) -> None:
    with pytest.raises(DatabaseError, match="are kept"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert len(steps_of(NUMBER)) == 1


def test_a_status_outside_the_table_is_refused_by_the_database(issued: Licence) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        LicenceRecord.objects.update(status="fine")
    assert find_licence(NUMBER).kind is Kind.GENERAL


@pytest.mark.parametrize("table", ["licence", "licence_step"])
def test_nobody_replaces_a_licence_or_a_step(table: str, issued: Licence) -> None:
    assert_not_replaced(table, "are kept")
    assert find_licence(issued.number) == issued
