"""Which limit a case has, and which of its steps move the clock."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from cocket.accounts.actor import Actor
from cocket.law.lawbook import Lawbook
from cocket.licensing.casework.clocks import clock_of_case
from cocket.licensing.casework.state import Event
from cocket.licensing.casework.steps import fold
from cocket.licensing.clock import Clock, load_calendar, reading
from tests.casework.people import ADVISER, APPROVER, CHECKER, EXPORTER, OFFICER, PAPERS, TABLE, event

BEIJING = ZoneInfo("Asia/Shanghai")


def on(day: int, step: str, by: Actor, hour: int = 2, **said: str) -> Event:
    made = event(step, by, **said)
    return Event(made.step, made.by, datetime(2026, 6, day, hour, tzinfo=UTC), made.said)


def accepted(day: int = 8, first: str = "file", **screening: str) -> list[Event]:
    return [
        on(1, first, EXPORTER), on(2, "forward", CHECKER), on(day, "accept", OFFICER),
        on(day, "screen", OFFICER, **screening), on(day, "review", OFFICER),
    ]  # fmt: skip


def clock(lawbook: Lawbook, events: list[Event], kind: str = "licence") -> Clock | None:
    state = fold(TABLE, kind, PAPERS if kind == "licence" else frozenset(), events)
    return clock_of_case(TABLE, state, events, lawbook, BEIJING)


def test_45_working_days_run_from_acceptance_and_not_from_filing(lawbook: Lawbook) -> None:
    made = clock(lawbook, accepted())
    assert made is not None
    assert (made.limit.days, made.started) == (45, date(2026, 6, 8))
    assert clock(lawbook, accepted()[:2]) is None


def test_an_amendment_has_20(lawbook: Lawbook) -> None:
    made = clock(lawbook, accepted(first="ask_amendment"), "amendment")
    assert made is not None
    assert made.limit.days == 20


@pytest.mark.parametrize("ground", ["stop-expert", "stop-consultation", "stop-site"])
def test_it_stands_on_each_ground_of_the_law(lawbook: Lawbook, ground: str) -> None:
    events = [*accepted(), on(10, "stop", OFFICER, ground=ground), on(15, "resume", OFFICER, ground=ground)]
    made = clock(lawbook, events)
    assert made is not None
    read = reading(made, load_calendar("cn"), date(2026, 6, 17))
    assert read.used == 4  # 8, 9, 15 and 16 June


def test_a_question_and_a_referral_alone_do_not_stop_it(lawbook: Lawbook) -> None:
    events = [*accepted(), on(9, "ask", OFFICER), on(9, "refer", OFFICER), on(10, "advise", ADVISER)]
    made = clock(lawbook, events)
    assert made is not None
    assert made.stops == ()


@pytest.mark.parametrize("way", ["council", "watch list"])
def test_some_cases_have_no_limit(lawbook: Lawbook, way: str) -> None:
    council = [on(9, "send_up", OFFICER), on(10, "came_down", OFFICER)]
    events = [*accepted(), *council] if way == "council" else accepted(watch_list="yes")
    made = clock(lawbook, events)
    assert made is not None
    assert made.limit.days is None
    article = {"council": 17, "watch list": 26}[way]
    assert made.limit.basis.en == f"State Council Decree No. 792, Art. {article}"
    assert made.limit.basis.zh == f"中华人民共和国国务院令第792号，第 {article} 条"


def test_the_decision_ends_it(lawbook: Lawbook) -> None:
    events = [*accepted(), on(11, "propose", OFFICER), on(12, "grant", APPROVER), on(22, "issue", OFFICER)]
    made = clock(lawbook, events)
    assert made is not None
    assert made.ended == date(2026, 6, 12)


def test_who_withdraws_before_acceptance_has_no_clock(lawbook: Lawbook) -> None:
    events = [on(1, "file", EXPORTER), on(2, "withdraw", EXPORTER)]
    assert clock(lawbook, events) is None


def test_the_day_is_the_authority_s(lawbook: Lawbook) -> None:
    """Five in the afternoon of the 7th in London is the 8th in Beijing."""
    late = on(7, "accept", OFFICER, hour=17)
    made = clock(lawbook, [on(1, "file", EXPORTER), on(2, "forward", CHECKER), late])
    assert made is not None
    assert made.started == date(2026, 6, 8)
