"""A case as faces show it: what happened, where it stands, what can follow and why not yet, and its clock."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings

from cocket.accounts.actor import Actor
from cocket.law.lawbook import Lawbook
from cocket.licensing.cases.data import conditions_data, event_data, positions_data, reasons_data
from cocket.licensing.cases.finding import Case
from cocket.licensing.cases.seen import sees_all, shown
from cocket.licensing.casework.clocks import clock_of_case
from cocket.licensing.casework.read_table import casework_table
from cocket.licensing.casework.steps import possible
from cocket.licensing.clock import load_calendar, reading

CALENDAR: Final = "cn"
"""The table of steps is China's, and so are its working days."""


def case_view(actor: Actor, case: Case, moment: datetime) -> dict[str, Any]:
    """Plain data of what the actor is told. ``withheld`` names what there is and he is not told; an event without its
    words has ``withheld`` true."""
    state, whole = case.state, sees_all(actor)
    return {
        "number": case.number,
        "version": case.version,
        "kind": state.kind,
        "organisation": state.organisation,
        "status": state.status,
        "missing": sorted(state.missing),
        "clock_stands_on": sorted(state.open_grounds),
        "referred": dict(state.referred) if whole else None,
        "positions": positions_data(state) if whole else None,
        "conditions": conditions_data(state) if whole else None,
        "withheld": [] if whole else ["referred", "positions", "conditions"],
        "events": [{**event_data(told), "withheld": told.said != one.said} for one, told in _told(actor, case)],
        "next": list(_next(actor, case, moment)),
    }


def _told(actor: Actor, case: Case) -> Iterator[tuple[Any, Any]]:
    return ((one, shown(actor, one)) for one in case.events)


def _next(actor: Actor, case: Case, moment: datetime) -> Iterator[dict[str, Any]]:
    """Every step that leads on from here and whose it is. For those of the actor's own role whether he can take it now,
    as far as that does not hang on what he will say, and why not; for others' that is theirs to know."""
    table, state = casework_table(), case.state
    mine = {} if actor.stated else possible(table, state, actor, moment)
    for name, step in table.steps.items():
        if state.status not in step.before or state.kind not in step.kinds:
            continue
        told: dict[str, Any] = {"possible": None, "reasons": []}
        if name in mine:
            told = {"possible": not mine[name], "reasons": reasons_data(mine[name])}
        words = {"zh": step.text.zh, "en": step.text.en}
        yield {"step": name, **words, "who": list(step.who), "says": list(step.says), **told}


def clock_view(case: Case, lawbook: Lawbook, on: date) -> dict[str, Any] | None:
    """None where it was not accepted by that day. Raises ClockError where the calendar does not reach it."""
    zone = ZoneInfo(settings.TIME_ZONE)
    clock = clock_of_case(casework_table(), case.state, case.events, lawbook, zone)
    if clock is None or on < clock.started:
        return None
    calendar = load_calendar(CALENDAR)
    read = reading(clock, calendar, on)
    return {
        "on": on.isoformat(),
        "limit": clock.limit.days,
        "basis": clock.limit.basis.en,
        "basis_zh": clock.limit.basis.zh,
        "used": read.used,
        "left": read.left,
        "deadline": read.deadline and read.deadline.isoformat(),
        "running": read.running,
        "ended": clock.ended is not None and clock.ended <= on,
        "provisional": read.provisional,
        "calendar": calendar.name,
        "calendar_digest": calendar.digest,
    }
