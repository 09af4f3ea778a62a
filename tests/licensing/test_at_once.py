"""Whoever is first: a draw and a suspension, two officers, two who issue one number. On both databases."""

from functools import partial
from itertools import count, pairwise
from threading import Barrier, BrokenBarrierError, Event

import pytest
from django.conf import settings
from django.db import connection, connections
from django.db.models import QuerySet

from cocket.law.lawbook import Lawbook
from cocket.ledger import Kind as Movement
from cocket.ledger import LedgerError, Part, movement
from cocket.ledger.open import find_book
from cocket.ledger.verify import verify
from cocket.licensing.licences import LicenceError, Move, MoveRefused
from cocket.licensing.licences.status import STEPS, Status, Step, step
from cocket.licensing.records import clock, moving
from cocket.licensing.records.book import ledger
from cocket.licensing.records.finding import find_licence, steps_of
from cocket.licensing.records.moving import Ordered
from tests.licensing.samples import DAY, NUMBER, general, kg
from tests.together import at_once

pytestmark = pytest.mark.usefixtures("database")
ROUNDS, CLERKS = 8, 4
FAULTS = (LicenceError, LedgerError)


def ordered(why: str = "a test") -> Ordered:
    return Ordered("Officer Li", why, clock.now())


def test_no_draw_succeeds_that_was_asked_after_a_suspension_was_answered(lawbook: Lawbook) -> None:
    numbers = count()
    answered, late, before = Event(), [], []

    def draw() -> None:
        while len(late) < CLERKS * 20:
            suspended = answered.is_set()
            name = f"d{next(numbers)}"
            answer = ledger().post(movement(name, Movement.WRITE_OFF, DAY, [Part(f"{NUMBER}/1", kg(1))]), timeout_s=20)
            (late if suspended else before).append(answer.accepted)

    def suspend() -> None:
        while len(before) < 50:
            answered.wait(0.005)
        moving.move(NUMBER, Move.SUSPEND, ordered())
        answered.set()

    moving.issue(general(quantity=10**6), ordered(), lawbook)
    at_once(suspend, *[draw] * CLERKS, faults=FAULTS)
    assert sum(before) >= 50, "they really drew at the same time"
    assert not any(late)
    with find_book(settings.LEDGER_ADDRESS).snapshot() as reader:
        kinds = [tuple(row) for row in reader.rows("select kind, outcome from ledger_entry order by line, seq")]
        assert verify(reader).holds
    after = kinds[kinds.index(("unusable", "")) + 1 :]
    assert after and set(after) == {("write_off", "not_usable")}


def test_of_two_officers_the_second_is_answered_by_what_the_first_has_left(lawbook: Lawbook) -> None:
    for place in range(ROUNDS):
        number = f"26-AA-{place:06}"
        moving.issue(general(number), ordered(), lawbook)
        wanted = (Move.SUSPEND, Move.SUSPEND, Move.REVOKE, Move.RESUME)
        results = at_once(*[partial(moving.move, number, one, ordered()) for one in wanted], faults=FAULTS)
        assert all(isinstance(one, MoveRefused) or not isinstance(one, Exception) for one in results), results
        made = steps_of(number)
        assert [one.sequence for one in made] == list(range(1, len(made) + 1))
        assert all(one.after == two.before for one, two in pairwise(made))
        assert all(Status(one.before) in STEPS[Move(one.move)].before for one in made[1:])
        assert len(made) - 1 == sum(not isinstance(one, Exception) for one in results)
        stands, row = find_licence(number), ledger().line(f"{number}/1")
        assert row is not None and bool(row.usable) == (stands.status is Status.VALID)


def test_of_many_who_issue_one_number_one_does(lawbook: Lawbook) -> None:
    results = at_once(*[lambda: moving.issue(general(), ordered(), lawbook)] * CLERKS, faults=FAULTS)
    refused = [one for one in results if isinstance(one, LicenceError)]
    assert len(refused) == CLERKS - 1
    assert all("was issued before" in one.what for one in refused)
    assert len(steps_of(NUMBER)) == 1


class Crossing:
    """Where two steps meet that have both read where the licence stands, unless a lock kept the second waiting."""

    def __init__(self) -> None:
        self.barrier, self.met = Barrier(2), False

    def step(self, wanted: Move, status: Status | None, number: str) -> Step:
        try:
            self.barrier.wait(1.5)
            self.met = True
        except BrokenBarrierError:
            pass
        return step(wanted, status, number)


def without_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    if connection.vendor == "postgresql":
        monkeypatch.setattr(QuerySet, "select_for_update", lambda rows: rows)
    else:
        monkeypatch.setitem(connections.settings["default"]["OPTIONS"], "transaction_mode", "DEFERRED")


@pytest.mark.parametrize("locked", [True, False])
def test_the_lock_on_the_licence_keeps_two_steps_apart(
    lawbook: Lawbook, monkeypatch: pytest.MonkeyPatch, locked: bool
) -> None:
    """Without it both go by the same status; then only keys and the ledger are between them, and one meets a fault."""
    moving.issue(general(), ordered(), lawbook)
    connection.close()
    crossing = Crossing()
    monkeypatch.setattr(moving, "step", crossing.step)
    if not locked:
        without_lock(monkeypatch)
    wanted = (Move.SUSPEND, Move.REVOKE)
    results = at_once(*[partial(moving.move, NUMBER, one, ordered()) for one in wanted], faults=FAULTS)
    faults = [one for one in results if isinstance(one, LedgerError)]
    assert crossing.met != locked
    assert len(faults) == (0 if locked else 1), results
    made = steps_of(NUMBER)
    assert len(made) - 1 == sum(not isinstance(one, Exception) for one in results)
    assert all(one.after == two.before for one, two in pairwise(made))
    row = ledger().line(f"{NUMBER}/1")
    assert row is not None and not row.usable
