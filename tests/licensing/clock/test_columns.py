"""Columns say of every case what the walk day by day says of one."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cocket.licensing.clock import Clock, Limit, Reading, Stop, load_calendar, reading
from cocket.licensing.clock.columns import EPOCH, NO_DAY, Clocks, Readings, Timetable
from cocket.licensing.clock.errors import CalendarError, ClockError
from tests.licensing.clock.samples import NORTHLAND, clock, columns, day, northland, stop

CN = load_calendar("cn")
TABLE = Timetable(CN)
# days close together, so that beginnings, ends, deadlines and the last settled day often meet; snow week is among them
SMALL = northland(NORTHLAND.replace('settled_until: "2031-06-30"', 'settled_until: "2031-01-31"'))
FROM = date(2031, 1, 6)
spans = st.integers(0, 15)
some_days = st.integers(0, 40).map(lambda n: FROM + timedelta(n))


@st.composite
def stops(draw: st.DrawFn) -> Stop:
    since = draw(some_days)
    until = draw(st.none() | spans.map(lambda n: since + timedelta(n)))
    return Stop(since, until, "r")


@st.composite
def clocks(draw: st.DrawFn) -> Clock:
    started = draw(some_days)
    ended = draw(st.none() | spans.map(lambda n: started + timedelta(n)))
    limit = draw(st.none() | st.integers(0, 12))
    return Clock(Limit(limit), started, tuple(draw(st.lists(stops(), max_size=5))), ended)


def row(found: Readings, case: int, limit: int | None) -> Reading:
    deadline = int(found.deadline[case])
    return Reading(
        used=int(found.used[case]),
        left=None if limit is None else int(found.left[case]),
        deadline=None if deadline == NO_DAY else EPOCH + timedelta(deadline),
        running=bool(found.running[case]),
        provisional=bool(found.provisional[case]),
    )


@settings(max_examples=500, deadline=None)
@given(st.lists(clocks(), max_size=8), some_days)
def test_columns_agree_with_the_walk_day_by_day(some: list[Clock], on: date) -> None:
    found = Timetable(SMALL).readings(columns(some), on)
    for case, one in enumerate(some):
        assert row(found, case, one.limit.days) == reading(one, SMALL, on)


def test_more_cases_than_fit_one_go_come_out_alike() -> None:
    case = clock("2026-03-02", stop("2026-03-10", "2026-03-18"), stop("2026-03-13", "2026-03-25"))
    one = columns([case])
    many = 70_000
    found = TABLE.readings(
        Clocks(
            np.tile(one.limit_days, many), np.tile(one.started, many), np.tile(one.ended, many),
            np.arange(many + 1, dtype=np.int64) * 2, np.tile(one.since, many), np.tile(one.until, many),
        ),
        day("2026-04-20"),
    )  # fmt: skip
    expected = reading(case, CN, day("2026-04-20"))
    assert {row(found, at, 45) for at in (0, 32_767, 32_768, many - 1)} == {expected}
    assert len(set(found.used.tolist())) == len(set(found.deadline.tolist())) == 1


@pytest.mark.parametrize(
    ("case", "on", "message"),
    [
        (clock("2022-12-30"), "2026-01-01", "Case 1: .* does not know 2022-12-30"),
        (clock("2028-12-01"), "2028-12-02", "Case 1: .* does not know days that far ahead"),
        (clock("2028-01-03", days=None), "2029-01-03", "does not know 2029-01-02"),
        (clock("2029-01-03", days=None), "2026-01-03", "does not know 2029-01-03"),
    ],
)
def test_a_case_beyond_the_calendar_is_named(case: Clock, on: str, message: str) -> None:
    fine = clock("2026-01-05", ended="2026-01-06")
    with pytest.raises(CalendarError, match=message):
        TABLE.readings(columns([fine, case]), day(on))


@pytest.mark.parametrize(
    ("part", "value", "message"),
    [
        ("ended", 10, "Case 0 ended before it began"),
        ("limit_days", -7, "Case 0 has a limit below 0"),
        ("until", 10, "Case 0 has a stop that ends before it begins"),
    ],
)
def test_a_case_that_contradicts_itself_is_named(part: str, value: int, message: str) -> None:
    wrong = columns([clock("2026-03-02", stop("2026-03-10", "2026-03-18"))])
    getattr(wrong, part)[0] = value
    with pytest.raises(ClockError, match=message):
        TABLE.readings(wrong, day("2026-04-01"))


def test_offsets_that_do_not_fit_are_refused() -> None:
    wrong = columns([clock("2026-03-02", stop("2026-03-10", "2026-03-18"))])
    wrong.offsets[1] = 2
    with pytest.raises(ClockError, match="offsets do not fit"):
        TABLE.readings(wrong, day("2026-04-01"))
