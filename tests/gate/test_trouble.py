"""Clocks that are wrong, connections that break, failures after the answer: a clear answer, nothing half done."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from cocket.check.checker import Checker
from cocket.gate.together import Run, Together
from cocket.ledger import LedgerUnavailable
from tests.gate.desk import DAY, GENERAL, NOW, SINGLE, Desk, general, goods, licence, listed, reasons


def test_a_gate_whose_clock_runs_ahead_of_the_ledger_draws_nothing(desk: Desk) -> None:
    desk.issue(general())
    ahead = DAY + timedelta(days=3)
    receipt = desk.declare(listed(GENERAL), date=ahead.isoformat(), today=ahead)
    assert receipt.answer == "refuse"
    assert reasons(receipt) == [("ledger_day_ahead", "date")]
    assert desk.drawn(f"{GENERAL}/1") == (0, 0)


def test_a_clock_that_steps_back_changes_neither_the_order_nor_the_chain(desk: Desk) -> None:
    first = desk.declare(goods(), number="D-1")
    desk.now = lambda: NOW - timedelta(hours=1)
    second = desk.declare(goods(), number="D-2")
    assert second.sequence == first.sequence + 1
    assert second.plain()["before"] == first.hash.hex()
    assert second.plain()["answered"] < first.plain()["answered"]


def test_broken_connections_are_made_anew(postgres: str, checker: Checker) -> None:
    with Desk(postgres, checker) as desk:
        desk.issue(general())
        for number in range(3):
            with psycopg.connect(postgres, autocommit=True) as other:
                other.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cocket ledger'"
                )
            assert desk.declare(listed(GENERAL, quantity=1), number=f"D-{number}").answer == "release"
        assert desk.drawn(f"{GENERAL}/1") == (0, 3)


def test_a_connection_lost_between_commit_and_answer_still_gives_the_one_answer(
    postgres: str, checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the step, the receipt, and the receipt once more
    whole, losing = Together._transaction, [True, True, False]

    @contextmanager
    def lost_at_the_end(self: Together) -> Iterator[Run]:
        with whole(self) as run:
            yield run
        if losing and losing.pop(0):
            raise LedgerUnavailable("The connection was lost before the answer", "Repeat it", in_doubt=True)

    with Desk(postgres, checker) as desk:
        desk.issue(general())
        with monkeypatch.context() as patch:
            patch.setattr(Together, "_transaction", lost_at_the_end)
            receipt = desk.declare(listed(GENERAL))
        assert not losing
        assert receipt.answer == "release"
        assert desk.drawn(f"{GENERAL}/1") == (0, 400)
        assert desk.declare(listed(GENERAL)).hash == receipt.hash


def test_what_fails_after_the_answer_takes_no_answer_back_and_is_done_the_next_time(
    tmp_path: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Desk(str(tmp_path / "gate.db"), checker) as desk:
        desk.issue(licence())

        def fails(*_: object) -> None:
            raise LedgerUnavailable("The database does not answer", "Repeat it")

        with monkeypatch.context() as patch:
            patch.setattr(desk.shelf, "settle", fails)
            with pytest.raises(LedgerUnavailable):
                desk.declare(listed())
        receipt = desk.declare(listed())
        assert receipt.answer == "release" and receipt.repeated
        assert desk.shelf.done == [SINGLE]
        assert desk.drawn() == (0, 400)
