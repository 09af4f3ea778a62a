"""The clocks of 1,000,000 cases with three stops each, beside numpy's business-day functions on the same columns."""

import time
from collections.abc import Callable
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from bench.measure import Report, Timing
from cocket.licensing.clock import Calendar, Clock, Limit, Stop, load_calendar, reading
from cocket.licensing.clock.calendar import ONE_DAY, days
from cocket.licensing.clock.columns import EPOCH, NO_DAY, Clocks, Readings, Timetable, day_number

CASES: Final = 1_000_000
STOPS: Final = 3
ROUNDS: Final = 5
SAMPLE: Final = 2000
TARGET_S: Final = 0.5
ON: Final = date(2026, 11, 27)
Times = npt.NDArray[np.datetime64]


def cases(chance: np.random.Generator) -> Clocks:
    """Accepted from 2024 on; stops of up to five weeks, many overlap; some still open, three quarters decided."""
    first = day_number(date(2024, 1, 2))
    started = chance.integers(first, day_number(ON), CASES, dtype=np.int32)
    ended = np.where(chance.random(CASES) < 0.75, started + chance.integers(20, 200, CASES), NO_DAY).astype(np.int32)
    since = np.repeat(started, STOPS) + chance.integers(0, 90, CASES * STOPS, dtype=np.int32)
    until = since + chance.integers(0, 36, CASES * STOPS, dtype=np.int32)
    until[chance.random(CASES * STOPS) < 0.02] = NO_DAY
    limit = np.where(chance.random(CASES) < 0.1, 20, 45).astype(np.int32)
    return Clocks(limit, started, ended, np.arange(CASES + 1, dtype=np.int64) * STOPS, since, until)


class Peer:
    """How one would do it with numpy.busday_count and busday_offset, which know holidays but no weekend that is worked
    and no stops that overlap: such a weekend is added by searching, and the three stops of a case are merged in turn.
    """

    def __init__(self, calendar: Calendar) -> None:
        whole = list(days(calendar.first, calendar.last + ONE_DAY))
        off = np.array([day for day in whole if day.weekday() < 5 and not calendar.is_working(day)], "datetime64[D]")
        self.calendar = np.busdaycalendar("1111100", off)
        self.worked = np.array(sorted(calendar.worked), "datetime64[D]")

    def count(self, start: Times, end: Times) -> npt.NDArray[np.int64]:
        weekdays = np.busday_count(start, end, busdaycal=self.calendar)
        return np.asarray(weekdays + np.searchsorted(self.worked, end) - np.searchsorted(self.worked, start))

    def used(self, clocks: Clocks, on: date) -> npt.NDArray[np.int64]:
        """Days used only: neither deadlines nor what is open."""
        started = clocks.started.astype("datetime64[D]")
        end = np.maximum(clocks.started, np.minimum(clocks.ended, day_number(on)))
        since = clocks.since.reshape(-1, STOPS)
        order = np.argsort(since, axis=1)
        since = np.take_along_axis(since, order, axis=1)
        until = np.take_along_axis(clocks.until.reshape(-1, STOPS), order, axis=1)
        used = self.count(started, end.astype("datetime64[D]"))
        reached = clocks.started
        for stop in range(STOPS):
            begin = np.minimum(np.maximum(since[:, stop], reached), end)
            last = np.maximum(np.minimum(until[:, stop], end), begin)
            used -= self.count(begin.astype("datetime64[D]"), last.astype("datetime64[D]"))
            reached = np.maximum(reached, last)
        return used


def run() -> Report:
    calendar = load_calendar("cn")
    clocks = cases(np.random.default_rng(7))
    table, peer = Timetable(calendar), Peer(calendar)
    found, used = table.readings(clocks, ON), peer.used(clocks, ON)
    assert np.array_equal(found.used, used), "the peer counts otherwise"
    one_by_one_s = _sample(clocks, calendar, found)
    ours = Timing("columns: used, left, deadline, running, provisional", _times(lambda: table.readings(clocks, ON)))
    theirs = Timing("numpy.busday_count: used only", _times(lambda: peer.used(clocks, ON)))
    ratio = theirs.median_s / ours.median_s
    remark = (
        f"{ratio:.1f} x the peer's rate, with more answers; {SAMPLE:,} cases day by day agree and take "
        f"{one_by_one_s / SAMPLE * 1e6:,.0f} us each ({one_by_one_s / SAMPLE * CASES / ours.median_s:,.0f} x)"
    )
    met = ours.median_s < TARGET_S
    return Report((ours, theirs), remark, f"1,000,000 cases with three stops each under {TARGET_S} s", met)


def _times(work: Callable[[], object]) -> tuple[float, ...]:
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return tuple(taken)


def _sample(clocks: Clocks, calendar: Calendar, found: Readings) -> float:
    """Seconds that the walk day by day takes for the sample, which must say the same."""

    def day(number: np.int32) -> date | None:
        return None if number == NO_DAY else EPOCH + int(number) * ONE_DAY

    spent = 0.0
    for case in range(SAMPLE):
        stops = tuple(
            Stop(since, day(clocks.until[at]), "")
            for at in range(clocks.offsets[case], clocks.offsets[case + 1])
            if (since := day(clocks.since[at]))
        )
        started = day(clocks.started[case])
        assert started is not None
        clock = Clock(Limit(int(clocks.limit_days[case])), started, stops, day(clocks.ended[case]))
        start = time.perf_counter()
        said = reading(clock, calendar, ON)
        spent += time.perf_counter() - start
        assert (said.used, said.left, said.deadline) == (
            found.used[case], found.left[case], day(found.deadline[case])
        ), f"case {case}"  # fmt: skip
    return spent
