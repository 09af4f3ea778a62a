"""The clocks of a million cases at once; says what `reading` says of each (tests/licensing/clock/test_columns.py).

Working days are summed once over the calendar, so that any count is one subtraction and any deadline one look-up.
Nothing is a loop over cases: with the stops of a case in order, the days left before each stop rise, so the stops that
move a deadline are the first ones, and how far they move it is a sum.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from cocket.licensing.clock.calendar import ONE_DAY, Calendar, days
from cocket.licensing.clock.errors import CalendarError, ClockError
from cocket.licensing.clock.faults import columns, pieces

Days = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
EPOCH: Final = date(1970, 1, 1)
NO_DAY: Final = np.iinfo(np.int32).max
"""No end yet; no deadline."""
NO_LIMIT: Final = -1
ROWS_AT_ONCE: Final = 1 << 14  # the arrays of so many cases stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Clocks:
    """Days are int32 counted from 1970-01-01, NO_DAY for none; shapes (n,).

    The stops of case i are ``offsets[i]`` to ``offsets[i + 1]`` of ``since`` and ``until``; ``offsets`` is (n + 1,).
    """

    limit_days: Days
    started: Days
    ended: Days
    offsets: npt.NDArray[np.int64]
    since: Days
    until: Days


@dataclass(frozen=True, slots=True)
class Readings:
    """Columns of `Reading`, (n,) each; ``left`` says nothing without a limit, ``deadline`` is NO_DAY for none."""

    used: Days
    left: Days
    deadline: Days
    running: Flags
    provisional: Flags


class Timetable:
    """A calendar made ready for columns."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.first = day_number(calendar.first)
        self.last = day_number(calendar.last)
        self.settled_until = day_number(calendar.settled_until)
        worked = np.array([calendar.is_working(day) for day in days(calendar.first, calendar.last + ONE_DAY)])
        self.before = np.concatenate([[0], np.cumsum(worked)]).astype(np.int32)
        """Working days before each day, counted from ``first``."""
        self.of_rank = (np.flatnonzero(worked) + self.first).astype(np.int32)
        """The day that each working day, by its number, is."""

    def readings(self, clocks: Clocks, on: date) -> Readings:
        """All clocks as they stood on ``on``; raises ClockError or CalendarError naming the first row that is wrong."""
        _refuse(clocks)
        rows = len(clocks.started)
        used, left, deadline = np.empty((3, rows), np.int32)
        running, provisional = np.empty((2, rows), np.bool_)
        out = Readings(used, left, deadline, running, provisional)
        for start in range(0, rows, ROWS_AT_ONCE):
            self._fill(clocks, day_number(on), slice(start, min(rows, start + ROWS_AT_ONCE)), out)
        return out

    def _fill(self, clocks: Clocks, on: int, rows: slice, out: Readings) -> None:
        limit, started, ended = clocks.limit_days[rows], clocks.started[rows], clocks.ended[rows]
        over = ended <= on
        end = np.maximum(started, np.minimum(ended, on))
        self._refuse_unread(started, end, rows.start)
        stops = _Stops(clocks, rows, started, end, on)
        stood, moved, opened = stops.sums(self, limit, over)
        at_start = self.before.take(started - self.first)
        used = self.before.take(end - self.first) - at_start - stood
        known = (limit != NO_LIMIT) & ~opened
        rank = np.where(known, at_start + limit + moved, 0)
        if len(beyond := np.flatnonzero(rank >= len(self.of_rank))):
            error = self.calendar.no_day(None)
            raise CalendarError(pieces("of_case", number=rows.start + beyond[0], what=error.what), error.remedy)
        deadline = np.where(known, self.of_rank.take(rank), NO_DAY)
        late = (end > started) & (end - 1 > self.settled_until)
        out.used[rows] = used
        out.left[rows] = limit - used
        out.deadline[rows] = deadline
        out.running[rows] = (started <= on) & ~over & ~stops.any_open
        out.provisional[rows] = late | (known & (deadline > self.settled_until))

    def _refuse_unread(self, started: Days, end: Days, row: int) -> None:
        begun_outside = (started < self.first) | (started > self.last)
        for unread, days_of in ((begun_outside, started), (end > self.last + 1, end - 1)):
            if unread.any():
                case = int(np.argmax(unread))
                error = self.calendar.no_day(EPOCH + int(days_of[case]) * ONE_DAY)
                raise CalendarError(pieces("of_case", number=row + case, what=error.what), error.remedy)


class _Stops:
    """The stops of some cases in order of their beginnings, and what each adds that no earlier one of its case has."""

    def __init__(self, clocks: Clocks, rows: slice, started: Days, end: Days, on: int) -> None:
        offsets = clocks.offsets[rows.start : rows.stop + 1]
        part = slice(offsets[0], offsets[-1])
        self.offsets = offsets - offsets[0]
        self.case = np.repeat(np.arange(len(started), dtype=np.int32), np.diff(self.offsets))
        since, until = self._in_order(clocks.since[part], clocks.until[part], min(on, int(started.min())), on)
        self.open = (since <= on) & (until > on)
        self.any_open = self._any(self.open)
        self.started = started
        earliest = started.take(self.case)
        last = np.maximum(np.minimum(until, end.take(self.case)), earliest)
        self.begin = np.maximum(np.maximum(since, earliest), self._furthest_before(last))
        self.last = np.maximum(last, self.begin)

    def _in_order(self, since: Days, until: Days, low: int, on: int) -> tuple[Days, Days]:
        """The stops of each case by their beginnings. Case, beginning and end are sorted as one number of 62 bits,
        which is ten times as fast as sorting rows; to that end days before ``low`` and after ``on`` are drawn in: these
        lie before every case, or are not known yet."""
        if not np.any((since[1:] < since[:-1]) & (self.case[1:] == self.case[:-1])):
            return since, until
        key = self.case.astype(np.int64) << 22
        key += np.clip(since, low, on + 1) - low
        key <<= 22
        key += np.clip(until, low, on + 1) - low
        key.sort()
        mask = (1 << 22) - 1
        return ((key >> 22) & mask).astype(np.int32) + np.int32(low), (key & mask).astype(np.int32) + np.int32(low)

    def _furthest_before(self, last: Days) -> Days:
        """How far the earlier stops of the case reach. Each case starts higher than all of the one before can reach, so
        one running maximum does for all; the first stop of a case has none before it."""
        if not len(last):
            return last
        lowest = int(last.min())
        stride = int(last.max()) - lowest + 1
        assert stride * ROWS_AT_ONCE < NO_DAY, "a calendar of more than a century"
        base = self.case * np.int32(stride)
        reached = last - np.int32(lowest) + base
        before = np.empty_like(reached)
        before[0] = -1
        np.maximum.accumulate(reached[:-1], out=before[1:])
        inside = before - base
        return np.where(inside >= 0, inside + np.int32(lowest), np.int32(-NO_DAY))

    def sums(self, table: Timetable, limit: Days, over: Flags) -> tuple[Days, Days, Flags]:
        """Working days that the clock stood; by how many the deadline moved; whether an open stop hides it."""
        at_begin = table.before.take(self.begin - np.int32(table.first), mode="clip")
        added = table.before.take(self.last - np.int32(table.first), mode="clip") - at_begin
        total = _sums_before(added)
        at_offset = total.take(self.offsets)
        goal = table.before.take(self.started - np.int32(table.first)) + limit
        # a stop not known yet adds nothing; both sides less what the earlier stops of the case took: total - at_offset
        left = total[:-1] + (goal - at_offset[:-1]).take(self.case)
        in_time = at_begin <= left
        moved = _sums_before(added * in_time).take(self.offsets)
        return np.diff(at_offset), np.diff(moved), self._any(self.open & in_time) & ~over

    def _any(self, flags: Flags) -> Flags:
        return np.asarray(np.diff(_sums_before(flags).take(self.offsets)) > 0)


def _sums_before(values: npt.NDArray[np.generic]) -> Days:
    """The sum of all values before each, and of all at the end: one element more."""
    sums = np.empty(len(values) + 1, np.int32)
    sums[0] = 0
    np.cumsum(values, dtype=np.int32, out=sums[1:])
    return sums


def day_number(day: date) -> int:
    return (day - EPOCH).days


def _refuse(clocks: Clocks) -> None:
    rows = len(clocks.started)
    if len(clocks.offsets) != rows + 1 or clocks.offsets[0] or clocks.offsets[-1] != len(clocks.since):
        raise ClockError(*columns("offsets_count"))
    for key, bad in (("ended_first", clocks.ended < clocks.started), ("limit", clocks.limit_days < NO_LIMIT)):
        if bad.any():
            raise ClockError(*columns(key, case=int(np.argmax(bad))))
    if np.any(np.diff(clocks.offsets) < 0):
        raise ClockError(*columns("offsets_back"))
    if (bad := clocks.until < clocks.since).any():
        case = int(np.searchsorted(clocks.offsets, np.argmax(bad), side="right")) - 1
        raise ClockError(*columns("stop_backwards", case=case))
