"""Whoever is first: two officers, two approvers, a withdrawal against a decision. On both databases."""

from datetime import datetime

import pytest
from django.db import connection

from cocket.law.lawbook import Lawbook
from cocket.ledger import LedgerFault
from cocket.licensing.cases import taking
from cocket.licensing.cases.finding import Case
from cocket.licensing.cases.models import CaseRecord
from cocket.licensing.casework.errors import CaseworkError
from tests.cases.race import (
    BEFORE,
    GRANTED,
    REFUSED,
    SECOND_APPROVER,
    SECOND_OFFICER,
    at_once,
    case_in,
    races,
)
from tests.cases.race_amendments import race_amendments
from tests.casework.people import APPROVER, EXPORTER, OFFICER

pytestmark = pytest.mark.usefixtures("database")
PROPOSED = (*BEFORE, (OFFICER, "propose", GRANTED))
ROUNDS = 6
NOTED = (("file",), ("send_back", "return"), ("accept",), ("grant", "grant_in_part", "refuse", "withdraw"))


def test_two_approvers_decide_once(lawbook: Lawbook) -> None:
    for _ in range(ROUNDS):
        outcome = at_once(case_in(lawbook, PROPOSED), [[(APPROVER, "grant", {})], [(SECOND_APPROVER, "grant", {})]])
        assert outcome.taken == 1
        assert outcome.case.state.status == "granted"


def test_two_officers_propose_once(lawbook: Lawbook) -> None:
    for _ in range(ROUNDS):
        people = [[(OFFICER, "propose", GRANTED)], [(SECOND_OFFICER, "propose", REFUSED)]]
        outcome = at_once(case_in(lawbook, BEFORE), people)
        assert outcome.taken == 1
        assert outcome.case.state.outcome in ("grant", "refuse")


def test_a_withdrawal_and_a_decision_leave_one_of_them(lawbook: Lawbook) -> None:
    for _ in range(ROUNDS):
        outcome = at_once(case_in(lawbook, PROPOSED), [[(EXPORTER, "withdraw", {})], [(APPROVER, "grant", {})]])
        assert outcome.taken == 1
        assert outcome.case.state.status in ("withdrawn", "granted")


def test_of_two_who_saw_the_same_case_one_is_told_that_it_changed(lawbook: Lawbook) -> None:
    for _ in range(ROUNDS):
        people = [[(OFFICER, "ask", {})], [(SECOND_OFFICER, "ask", {})]]
        assert at_once(case_in(lawbook, BEFORE), people, with_version=True).taken == 1


def test_any_interleaving_leaves_one_history_that_the_table_allows(lawbook: Lawbook) -> None:
    outcomes = races(lawbook, 25, seed=7)
    ends = {outcome.case.state.status for outcome in outcomes}
    assert len(ends) > 2  # not always the same
    for outcome in outcomes:
        row = CaseRecord.objects.get(pk=outcome.case.number)
        assert (row.filed, row.returned, row.accepted, row.ended) == tuple(
            first_of(outcome.case, *steps) for steps in NOTED
        )
        assert row.stops.count("/") == sum(one.step == "stop" for one in outcome.case.events)
    assert any(outcome.taken < 6 for outcome in outcomes)


def test_of_two_amendments_at_once_one_is_begun(lawbook: Lawbook) -> None:
    assert race_amendments(lawbook, 12, seed=3) > 4


def first_of(case: Case, *steps: str) -> datetime | None:
    return next((one.at for one in case.events if one.step in steps), None)


class TestWithoutTheLocks:
    """What each of them is for. SQLite lets one write at a time whatever is locked, so these are PostgreSQL's."""

    @pytest.fixture(autouse=True)
    def on_postgres(self, database: str) -> None:
        if not database.startswith("postgresql"):
            pytest.skip("SQLite has one writer")

    def without_row_lock(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(taking, "_locked", lambda number: CaseRecord.objects.filter(pk=number).first())

    def decide_twice(self, lawbook: Lawbook) -> int:
        """How many histories were left that nobody would allow."""
        bad = 0
        for _ in range(40):
            case = case_in(lawbook, PROPOSED)
            try:
                at_once(case, [[(APPROVER, "grant", {})], [(EXPORTER, "withdraw", {})]])
            except CaseworkError:
                bad += 1
        return bad

    def test_without_the_lock_the_order_of_events_still_holds(
        self, monkeypatch: pytest.MonkeyPatch, lawbook: Lawbook
    ) -> None:
        """The second is refused by the database then, and not by the table: an error instead of an answer."""
        self.without_row_lock(monkeypatch)
        with pytest.raises(LedgerFault, match="case_event_in_order"):
            self.decide_twice(lawbook)

    def test_without_lock_and_order_a_case_is_granted_and_withdrawn(
        self, monkeypatch: pytest.MonkeyPatch, lawbook: Lawbook
    ) -> None:
        self.without_row_lock(monkeypatch)
        with connection.cursor() as cursor:
            cursor.execute("alter table case_event drop constraint case_event_in_order")
        assert self.decide_twice(lawbook) > 0

    def test_with_the_lock_it_never_is(self, lawbook: Lawbook) -> None:
        assert self.decide_twice(lawbook) == 0

    def test_without_the_lock_of_the_counter_a_number_would_be_given_twice(
        self, monkeypatch: pytest.MonkeyPatch, lawbook: Lawbook
    ) -> None:
        from concurrent.futures import ThreadPoolExecutor

        from django.db.models import QuerySet

        def numbers() -> list[str]:
            def one(_: int) -> str:
                try:
                    return case_in(lawbook, ()).number
                except Exception as error:  # noqa: BLE001  # whatever the database says
                    return str(error)
                finally:
                    connection.close()

            with ThreadPoolExecutor(8) as pool:
                return list(pool.map(one, range(80)))

        given = numbers()
        assert sorted(given) == [f"C-2026-{place:06d}" for place in range(1, 81)]
        monkeypatch.setattr(QuerySet, "select_for_update", lambda self: self)
        assert any("case_file_pkey" in one for one in numbers())
