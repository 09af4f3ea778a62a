"""The clock of a case, from its steps: the table tells which of them starts, stops, resumes or ends it."""

from collections.abc import Iterable
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from cocket.law.lawbook import Lawbook
from cocket.law.words import Words
from cocket.licensing.applications.papers import DECREE
from cocket.licensing.casework.state import CaseState, Event
from cocket.licensing.casework.table import Table
from cocket.licensing.clock import Clock, Limit, clock_of, limit_of
from cocket.licensing.clock import Event as ClockEvent
from cocket.licensing.clock import Kind as ClockKind

_KINDS: Final = {
    "starts": ClockKind.STARTED,
    "stops": ClockKind.STOPPED,
    "resumes": ClockKind.RESUMED,
    "ends": ClockKind.ENDED,
}
NO_LIMIT_FOUND: Final = Limit(None, Words(zh="法律中未见期限", en="no limit was found in the law"))


def clock_of_case(
    table: Table, state: CaseState, events: Iterable[Event], lawbook: Lawbook, zone: ZoneInfo
) -> Clock | None:
    """None where it was never accepted. ``state`` is what the events make; ``zone`` the authority's."""
    told = [
        ClockEvent(_KINDS[clock], event.at, event.said.get("ground", ""))
        for event in events
        if (clock := table.steps[event.step].clock)
    ]
    started = next((one.at for one in told if one.kind is ClockKind.STARTED), None)
    if started is None:
        return None
    return clock_of(told, limit_of_case(state, lawbook, started.astimezone(zone).date()), zone)


def limit_of_case(state: CaseState, lawbook: Lawbook, day: date) -> Limit:
    """As the lawbook has it on the day of acceptance: none for what lay before the State Council (Art. 17) or goes to a
    party on the watch list (Art. 26)."""
    if state.kind == "amendment":
        return limit_of(lawbook, DECREE, "amendment", day)
    if state.kind != "licence":
        return NO_LIMIT_FOUND
    if state.was_before_council:
        return limit_of(lawbook, DECREE, "no-clock-state-council", day)
    if state.watch_listed:
        return limit_of(lawbook, DECREE, "watch-no-clock", day)
    return limit_of(lawbook, DECREE, "decision", day)
