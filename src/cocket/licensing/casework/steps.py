"""Whether a step can be made, why not, and what a case is after it. The one way to another status."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Final

from cocket.accounts.actor import Actor
from cocket.law.words import Words
from cocket.licensing.casework.errors import CaseworkError, Reason
from cocket.licensing.casework.state import SIDES, CaseState, Event, after
from cocket.licensing.casework.table import Table
from cocket.licensing.casework.values import ILL_SAID

OUTCOMES: Final = ("grant", "partial", "refuse")


def _of_one_side(state: CaseState, event: Event) -> bool:
    return event.by.role not in SIDES or state.sides.get(event.by.person, event.by.role) is event.by.role


def _part_told(state: CaseState, event: Event) -> bool:
    if event.said.get("outcome") != "partial":
        return True
    return state.kind == "licence" and bool(event.said.get("granted", "").strip())


def _with_grounds(_state: CaseState, event: Event) -> bool:
    told = all(event.said.get(key, "").strip() for key in ("criterion", "citation"))
    return event.said.get("outcome") == "grant" or told


NEEDS: Final[dict[str, Callable[[CaseState, Event], bool]]] = {
    "own": lambda state, event: event.by.organisation == state.organisation,
    "papers": lambda state, _event: not state.missing,
    "one_side": _of_one_side,
    "screened": lambda state, _event: state.open_hits == 0,
    "answered": lambda state, _event: not state.questions,
    "asked": lambda state, _event: state.questions > 0,
    "advised": lambda state, _event: all(state.referred.values()),
    "referred_here": lambda state, event: event.by.organisation in state.referred,
    "not_referred": lambda state, event: state.referred.get(event.said.get("organisation", ""), "given") != "",
    "running": lambda state, event: event.said.get("ground") not in state.open_grounds,
    "stopped": lambda state, event: event.said.get("ground") in state.open_grounds,
    "no_stop": lambda state, _event: not state.open_grounds,
    "before_council": lambda state, _event: state.before_council,
    "not_before_council": lambda state, _event: not state.before_council,
    "known_outcome": lambda _state, event: event.said.get("outcome") in OUTCOMES,
    "grounds": _with_grounds,
    "part": _part_told,
    "proposal_grant": lambda state, _event: state.outcome == "grant",
    "proposal_partial": lambda state, _event: state.outcome == "partial",
    "proposal_refuse": lambda state, _event: state.outcome == "refuse",
    "condition_new": lambda state, event: state.standing(event.said.get("name", "")) is None,
    "condition_there": lambda state, event: state.standing(event.said.get("name", "")) is not None,
}
"""What each need of the table means; the words why not stand in the table."""


def why_not(table: Table, state: CaseState, event: Event) -> tuple[Reason, ...]:
    """All that stands against the step, or nothing. What is to be said with it is judged only where ``said`` is."""
    role = event.by.role.value
    reasons = table.why_not(event.step, state.kind, state.status, role)
    step = table.steps.get(event.step)
    if step is None or any(one.name in ("kind", "status") for one in reasons):
        return reasons
    unmet = [
        Reason(name, _told(table.needs[name], name, state)) for name in step.needs if not NEEDS[name](state, event)
    ]
    return (*reasons, *unmet, *_unsaid(step.says, event.said))


def make(table: Table, state: CaseState, event: Event) -> CaseState:
    """The case after the step; raises CaseworkError with every reason why not."""
    reasons = why_not(table, state, event)
    if reasons:
        raise CaseworkError(event.step, reasons)
    return after(state, event, table.steps[event.step].status_after(state.status))


def fold(table: Table, kind: str, wanted: frozenset[str], events: Iterable[Event]) -> CaseState:
    """The case that the events make; raises CaseworkError at the first that the table does not allow."""
    state = CaseState(kind, wanted)
    for event in events:
        state = make(table, state, event)
    return state


def possible(table: Table, state: CaseState, by: Actor, at: datetime) -> dict[str, tuple[Reason, ...]]:
    """Every step that the actor's role has here, with what stands against it now besides what he will say."""
    found = {}
    for name, step in table.steps.items():
        if table.why_not(name, state.kind, state.status, by.role.value):
            continue
        reasons = why_not(table, state, Event(name, by, at, dict.fromkeys(step.says, "?")))
        found[name] = tuple(one for one in reasons if one.name not in _BY_WHAT_IS_SAID)
    return found


_BY_WHAT_IS_SAID: Final = (
    "says", "not_referred", "running", "stopped", "known_outcome", "grounds", "part", "condition_new",
    "condition_there",
)  # fmt: skip


def _told(text: Words, need: str, state: CaseState) -> Words:
    """With what is missing, where the state knows it."""
    more = ""
    if need == "papers":
        more = ", ".join(sorted(state.missing))
    if need == "advised":
        more = ", ".join(sorted(name for name, position in state.referred.items() if not position))
    if need == "no_stop":
        more = ", ".join(sorted(state.open_grounds))
    return Words(zh=f"{text.zh}：{more}", en=f"{text.en}: {more}") if more else text


def _unsaid(says: tuple[str, ...], said: Mapping[str, str]) -> Iterable[Reason]:
    for key in says:
        if not said.get(key, "").strip():
            yield Reason("says", Words(zh=f"须写明 {key}", en=f"It has to say: {key}"))
    for key, ill_said in ILL_SAID.items():
        if said.get(key, "").strip() and (told := ill_said(said[key])):
            yield Reason("says", told)
