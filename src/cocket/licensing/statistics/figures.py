"""From the rows of the queries to figures: shares with their intervals, waiting times with all that can end them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

import numpy as np

from cocket.licensing.clock.columns import NO_DAY, NO_LIMIT, Clocks, Timetable
from cocket.metrics import incidence, share
from cocket.metrics.incidence import OPEN

DAYS_SHOWN: Final = (10, 20, 30, 45, 60, 90)
OUTCOMES: Final = ("granted", "refused", "withdrawn")
_OUTCOME_OF: Final = {
    "granted": 1, "partly_granted": 1, "issued": 1, "refused": 2, "notified": 2, "withdrawn": 3,
}  # fmt: skip
"""A grant in part is a grant: its licences go out. The figure of grants in part stands beside it."""
_FILED: Final = ("file", "file_again", "ask_amendment", "ask_amendment_again")
_RETURNED: Final = ("send_back", "return")
_GRANTED: Final = ("grant", "grant_in_part")


@dataclass(frozen=True, slots=True)
class Figure:
    """``of``: what of, "" for all, as ``destination=DE``. ``part`` of ``whole`` cases, None where it is no share;
    ``value`` a count, a share from 0 to 1 or working days, None where there is nothing to say or it was not reached;
    ``low`` and ``high`` of 95 %. ``query``: the names of those that it comes from."""

    month: str
    name: str
    of: str
    value: float | int | None
    part: int | None
    whole: int | None
    low: float | None
    high: float | None
    query: str


class Waiting(NamedTuple):
    """Cases accepted in the month that went alike, so many ``cases``: days as numbers from 1970-01-01, ``ended`` NO_DAY
    while they are open; ``stops`` (since, until), NO_DAY while the clock stands."""

    accepted: int
    ended: int
    status: str
    stops: Sequence[tuple[int, int]] = ()
    cases: int = 1


def of_steps(month: str, steps: Mapping[str, int]) -> Iterator[Figure]:
    """Counts of the month, and which share of the decisions granted."""
    query = "steps-of-month"
    counted = {
        "filed": _FILED, "returned": _RETURNED, "accepted": ("accept",), "granted": ("grant",),
        "granted_in_part": ("grant_in_part",), "refused": ("refuse",), "withdrawn": ("withdraw",), "issued": ("issue",),
    }  # fmt: skip
    for name, names in counted.items():
        yield Figure(month, name, "", _sum(steps, names), None, None, None, None, query)
    decided = _sum(steps, (*_GRANTED, "refuse"))
    yield _share(month, "share_granted", "", _sum(steps, _GRANTED), decided, query)


def of_filed(month: str, filed: int, returned: int) -> Iterator[Figure]:
    """Which share of the cases first filed in the month has come back so far, once or more often."""
    yield _share(month, "share_returned", "", returned, filed, "filed-in-month")


def of_deals(month: str, deals: Iterable[tuple[str, str, str, int]]) -> Iterator[Figure]:
    """Which share of the items in deals was granted: by destination, then by control code."""
    rows = list(deals)
    for key, place in (("destination", 0), ("item", 1)):
        for value in sorted({str(row[place]) for row in rows}):
            own = [row for row in rows if row[place] == value]
            part = sum(row[3] for row in own if row[2] == "grant")
            whole = sum(row[3] for row in own)
            yield _share(month, "share_granted", f"{key}={value or 'not stated'}", part, whole, "deals-of-month")


def of_waiting(month: str, cases: Sequence[Waiting], table: Timetable, on: date) -> Iterator[Figure]:
    """Working days from acceptance on by the clock of the law, its stops taken out, of the cases accepted in the month;
    what is still open counts as open (`metrics.incidence`)."""
    query = "accepted-in-month"
    if not cases:
        return
    counts = [one.cases for one in cases]
    used = np.repeat(table.readings(_clocks(cases), on).used, counts)
    alike = [_OUTCOME_OF.get(one.status, OPEN) if one.ended != NO_DAY else OPEN for one in cases]
    outcomes = np.repeat(np.array(alike), counts)
    curve = incidence(used, outcomes, len(OUTCOMES))
    whole = sum(counts)
    still_open = int((outcomes == OPEN).sum())
    yield Figure(month, "still_open", "", still_open, None, None, None, None, query)
    for number, outcome in enumerate(OUTCOMES, start=1):
        for days in DAYS_SHOWN:
            reached = curve.by(days, number)
            yield Figure(month, f"{outcome}_within", f"days={days}", reached, None, whole, None, None, query)
    for portion in (0.5, 0.9):
        days_until = curve.quantile(portion)
        yield Figure(month, "days_until_ended", f"cases={portion:.0%}", days_until, None, whole, None, None, query)


def _clocks(cases: Sequence[Waiting]) -> Clocks:
    counts = [len(one.stops) for one in cases]
    stops = [stop for one in cases for stop in one.stops]
    since_until = np.array(stops, np.int32).reshape(-1, 2)
    return Clocks(
        np.full(len(cases), NO_LIMIT, np.int32),
        np.array([one.accepted for one in cases], np.int32),
        np.array([one.ended for one in cases], np.int32),
        np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        np.ascontiguousarray(since_until[:, 0]),
        np.ascontiguousarray(since_until[:, 1]),
    )


def _share(month: str, name: str, of: str, part: int, whole: int, query: str) -> Figure:
    found = share(part, whole)
    return Figure(month, name, of, found.value, part, whole, found.low, found.high, query)


def _sum(steps: Mapping[str, int], names: Iterable[str]) -> int:
    return sum(steps.get(name, 0) for name in names)
