"""The clock of one case: what counts, what stops it, until when it runs."""

from datetime import date, datetime, timedelta

import pytest

from cocket.law.lawbook import load_lawbook
from cocket.law.words import Words
from cocket.licensing.clock import (
    CalendarError,
    ClockError,
    Event,
    Kind,
    Limit,
    Stop,
    clock_of,
    deadline_of,
    limit_of,
    load_calendar,
    reading,
    working_days,
)
from cocket.licensing.clock.calendar import days
from tests.licensing.clock.samples import NORTHLAND, clock, day, northland, stop

CN, ENGLAND = load_calendar("cn"), load_calendar("gb-eng")


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2024-12-20", "2025-01-06", 8),
        ("2022-11-30", "2023-11-30", 252),
        ("2023-12-15", "2024-01-14", 18),
        ("2024-01-22", "2024-01-29", 5),
        ("2024-01-28", "2024-01-29", 0),
        ("2024-10-01", "2024-11-22", 38),
        ("2024-08-30", "2024-09-02", 1),  # over the end of a month
        ("2024-09-15", "2024-10-15", 21),  # from a day of the month to the same day
    ],
)
def test_the_day_of_start_counts_and_the_day_of_end_does_not(start: str, end: str, count: int) -> None:
    assert working_days(ENGLAND, day(start), day(end)) == count


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(ClockError, match=r"The end \(2025-01-01\) lies before the start"):
        working_days(ENGLAND, day("2025-01-02"), day("2025-01-01"))


def test_a_case_that_was_closed_and_taken_up_again_on_appeal_stood_meanwhile() -> None:
    case = clock("2024-10-01", stop("2024-11-22", "2024-11-25", "closed"), ended="2024-11-29", days=None)
    assert reading(case, ENGLAND, day("2024-12-31")).used == 42
    unstopped = clock("2024-10-01", ended="2024-11-29", days=None)
    assert reading(unstopped, ENGLAND, day("2024-12-31")).used == 43


def test_a_make_up_saturday_counts_and_the_holiday_does_not() -> None:
    # Thu 12, Fri 13, Sat 14 (worked), then off until Mon 23; Tue 24 comes next
    assert working_days(CN, day("2026-02-12"), day("2026-02-24")) == 3
    assert reading(clock("2026-02-12", days=3), CN, day("2026-02-12")).deadline == day("2026-02-24")


def test_the_deadline_is_the_last_day_in_time() -> None:
    case = clock("2026-03-02", days=45)
    seen = reading(case, CN, day("2026-03-02"))
    assert (seen.used, seen.left, seen.running) == (0, 45, True)
    assert seen.deadline == day("2026-05-08")
    assert reading(case, CN, day("2026-05-08")).left == 0
    assert reading(case, CN, day("2026-05-09")).left == -1  # the 9th is a Saturday worked
    assert reading(case, CN, day("2026-05-11")).left == -2


@pytest.mark.parametrize("begin", ["2026-03-02", "2026-03-10", "2026-04-03", "2026-05-08"])
@pytest.mark.parametrize("length", [1, 3, 7, 20])
def test_a_stop_moves_the_deadline_by_exactly_its_working_days(begin: str, length: int) -> None:
    free = reading(clock("2026-03-02"), CN, day("2026-08-03"))
    stopped = stop(begin, str(day(begin) + timedelta(length)))
    seen = reading(clock("2026-03-02", stopped), CN, day("2026-08-03"))
    assert free.deadline is not None and seen.deadline is not None and stopped.until is not None
    moved = working_days(CN, free.deadline, seen.deadline)
    assert moved == working_days(CN, stopped.since, stopped.until)
    assert free.used - seen.used == moved


def test_a_stop_that_begins_after_the_deadline_moves_nothing() -> None:
    late = stop("2026-05-11", "2026-05-20")
    assert reading(clock("2026-03-02", late), CN, day("2026-06-01")).deadline == day("2026-05-08")


def test_stop_and_start_on_the_same_day_cost_nothing() -> None:
    on = day("2026-04-20")
    assert reading(clock("2026-03-02", stop("2026-03-10", "2026-03-10")), CN, on) == reading(
        clock("2026-03-02"), CN, on
    )


@pytest.mark.parametrize(
    "stops",
    [
        (stop("2026-03-10", "2026-03-18"), stop("2026-03-13", "2026-03-25", "stop-site")),
        (stop("2026-03-10", "2026-03-25"), stop("2026-03-13", "2026-03-18", "stop-site")),
        (stop("2026-03-10", "2026-03-25"), stop("2026-03-10", "2026-03-25", "stop-site")),
    ],
)
def test_stops_that_overlap_count_once(stops: tuple[Stop, ...]) -> None:
    on = day("2026-04-20")
    one = reading(clock("2026-03-02", stop("2026-03-10", "2026-03-25")), CN, on)
    assert reading(clock("2026-03-02", *stops), CN, on) == one
    assert reading(clock("2026-03-02", *reversed(stops)), CN, on) == one


def test_a_stop_over_a_holiday_moves_by_the_days_worked_only() -> None:
    # 29 September to 10 October 2026: Tue 29, Wed 30 and Thu 8, Fri 9 are worked; Saturday 10 counts again
    case = clock("2026-09-21", stop("2026-09-29", "2026-10-10"), days=10)
    plain = reading(clock("2026-09-21", days=10), CN, day("2026-11-02"))
    seen = reading(case, CN, day("2026-11-02"))
    assert plain.deadline is not None and seen.deadline is not None
    assert working_days(CN, plain.deadline, seen.deadline) == 4


def test_an_open_stop_leaves_the_deadline_open() -> None:
    seen = reading(clock("2026-03-02", stop("2026-03-10")), CN, day("2026-04-01"))
    assert (seen.used, seen.left, seen.deadline, seen.running) == (6, 39, None, False)


def test_a_stop_opened_after_the_deadline_does_not_hide_that_it_is_past() -> None:
    seen = reading(clock("2026-03-02", stop("2026-05-11")), CN, day("2026-06-01"))
    assert (seen.left, seen.deadline) == (-2, day("2026-05-08"))


def test_without_a_limit_days_are_counted_and_nothing_is_due() -> None:
    seen = reading(clock("2026-03-02", days=None), CN, day("2026-03-09"))
    assert (seen.used, seen.left, seen.deadline, seen.running) == (5, None, None, True)


def test_a_reading_knows_only_what_had_happened_by_its_day() -> None:
    case = clock("2026-03-02", stop("2026-03-10", "2026-03-17"), ended="2026-03-27")
    before, during = reading(case, CN, day("2026-03-09")), reading(case, CN, day("2026-03-12"))
    assert before == reading(clock("2026-03-02"), CN, day("2026-03-09"))
    assert during == reading(clock("2026-03-02", stop("2026-03-10")), CN, day("2026-03-12"))
    assert not reading(case, CN, day("2026-03-27")).running and reading(case, CN, day("2026-03-26")).running


def test_an_ended_case_stays_as_it_was() -> None:
    case = clock("2026-03-02", stop("2026-03-10"), ended="2026-03-20")
    assert reading(case, CN, day("2026-03-20")) == reading(case, CN, day("2026-07-01"))
    assert reading(case, CN, day("2026-07-01")).used == 6


def test_a_start_on_a_day_off_is_as_one_on_the_next_working_day() -> None:
    saturday, monday = (reading(clock(one, days=5), CN, day("2026-03-20")) for one in ("2026-03-07", "2026-03-09"))
    assert saturday == monday


def test_what_rests_on_days_not_settled_says_so() -> None:
    small = northland()
    assert not reading(clock("2031-06-02", days=20), small, day("2031-06-03")).provisional
    assert reading(clock("2031-06-03", days=20), small, day("2031-06-03")).provisional
    assert reading(clock("2031-06-02", days=None), small, day("2031-07-02")).provisional
    assert not reading(clock("2031-06-02", days=None), small, day("2031-07-01")).provisional


def test_a_calendar_corrected_later_leaves_the_old_answer_to_the_old_calendar() -> None:
    old, new = northland(), northland(NORTHLAND.replace('"2031-05-01"', '"2031-05-02"'))
    case = clock("2031-04-28", days=5)
    assert reading(case, old, day("2031-05-10")).deadline == day("2031-05-06")
    assert reading(case, new, day("2031-05-10")).deadline == day("2031-05-06")
    assert reading(clock("2031-04-28", days=3), old, day("2031-05-10")).deadline == day("2031-05-02")
    assert reading(clock("2031-04-28", days=3), new, day("2031-05-10")).deadline == day("2031-05-01")
    assert old.digest != new.digest


def test_a_deadline_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(CalendarError, match="does not know 2033-01-01"):
        reading(clock("2032-12-01"), northland(), day("2032-12-02"))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_a_moment_falls_on_the_day_of_the_authority_not_of_the_reader() -> None:
    # 17:30 in London on the 9th is 00:30 in Beijing on the 10th
    events = (Event(Kind.STARTED, moment("2026-03-09T17:30:00+00:00")),)
    assert clock_of(events, Limit(45), CN.zone).started == day("2026-03-10")
    assert clock_of(events, Limit(45), ENGLAND.zone).started == day("2026-03-09")


def test_events_make_stops_in_pairs_by_their_reason() -> None:
    told = [
        Event(Kind.STARTED, moment("2026-03-02T09:00:00+08:00")),
        Event(Kind.STOPPED, moment("2026-03-10T09:00:00+08:00"), "stop-expert"),
        Event(Kind.STOPPED, moment("2026-03-13T09:00:00+08:00"), "stop-site"),
        Event(Kind.RESUMED, moment("2026-03-18T09:00:00+08:00"), "stop-expert"),
    ]
    expected = clock("2026-03-02", stop("2026-03-10", "2026-03-18"), stop("2026-03-13", None, "stop-site"))
    assert clock_of(reversed(told), expected.limit, CN.zone) == expected


def test_a_case_reopened_stood_while_it_was_closed() -> None:
    told = [
        Event(Kind.STARTED, moment("2024-10-01T11:20:15+00:00")),
        Event(Kind.ENDED, moment("2024-11-22T13:35:15+00:00")),
        Event(Kind.REOPENED, moment("2024-11-25T14:22:09+00:00")),
        Event(Kind.ENDED, moment("2024-11-29T10:20:09+00:00")),
    ]
    assert reading(clock_of(told, Limit(None), ENGLAND.zone), ENGLAND, day("2025-01-01")).used == 42


def test_a_restart_forgets_what_came_before() -> None:
    told = [
        Event(Kind.STARTED, moment("2026-03-02T09:00:00+08:00")),
        Event(Kind.STOPPED, moment("2026-03-10T09:00:00+08:00"), "stop-expert"),
        Event(Kind.STARTED, moment("2026-04-01T09:00:00+08:00")),
    ]
    assert clock_of(told, Limit(45), CN.zone) == clock("2026-04-01")


@pytest.mark.parametrize(
    ("kinds", "message"),
    [
        ("", "The case was never accepted"),
        ("stopped", "'stopped' on 2026-03-01 comes before the case was accepted"),
        ("started resumed", "ends on 2026-03-02 and never began"),
        ("started stopped stopped", "begins twice"),
        ("started ended stopped", "but the case ended on 2026-03-02"),
        ("started reopened", "the case had not ended"),
    ],
)
def test_events_that_do_not_fit_are_refused(kinds: str, message: str) -> None:
    told = [
        Event(Kind(kind), moment(f"2026-03-0{number}T09:00:00+08:00"), "why")
        for number, kind in enumerate(kinds.split(), start=1)
    ]
    with pytest.raises(ClockError, match=message):
        clock_of(told, Limit(45), CN.zone)


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = moment("2026-03-02T09:00:00+08:00").replace(tzinfo=None)
    with pytest.raises(ClockError, match="has no time zone"):
        clock_of([Event(Kind.STARTED, naive)], Limit(45), CN.zone)


def test_stops_ends_and_limits_out_of_order_are_refused() -> None:
    with pytest.raises(ClockError, match="before it begins"):
        stop("2026-03-10", "2026-03-09")
    with pytest.raises(ClockError, match=r"ended .* before it began"):
        clock("2026-03-10", ended="2026-03-09")
    with pytest.raises(ClockError, match="A limit of -1 days"):
        clock("2026-03-10", days=-1)


def article(number: int) -> Words:
    return Words(zh=f"中华人民共和国国务院令第792号，第 {number} 条", en=f"State Council Decree No. 792, Art. {number}")


def test_the_limits_are_those_of_the_lawbook() -> None:
    law, decree, on = load_lawbook(), "cn/state-council/2024/792", date(2026, 3, 2)
    assert limit_of(law, decree, "decision", on) == Limit(45, article(17))
    assert limit_of(law, decree, "amendment", on) == Limit(20, article(18))
    assert limit_of(law, decree, "watch-no-clock", on) == Limit(None, article(26))
    assert limit_of(law, decree, "no-clock-state-council", on) == Limit(None, article(17))
    with pytest.raises(ClockError, match="not in force on 2024-11-30"):
        limit_of(law, decree, "decision", date(2024, 11, 30))
    for wrong in ("refusal", "nothing", "stop-expert"):
        with pytest.raises(ClockError, match=rf"no clock .*#{wrong}"):
            limit_of(law, decree, wrong, on)


def test_planned_stops_move_the_deadline_that_is_asked_for() -> None:
    assert deadline_of(5, day("2026-03-02"), (stop("2026-03-04", "2026-03-11"),), CN) == day("2026-03-16")
    assert deadline_of(5, day("2026-03-02"), (stop("2026-03-04"),), CN) is None
    assert list(days(day("2026-03-02"), day("2026-03-02"))) == []
