"""A case as its events have made it. The state is never kept: it is folded from them whenever it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from cocket.accounts.actor import Actor
from cocket.accounts.role import Role

SIDES = (Role.OFFICER, Role.ADVISER, Role.APPROVER)
"""Nobody is on two of them in one case."""


@dataclass(frozen=True, slots=True)
class Event:
    """A step that was made: by whom, when, and what was ``said`` with it. A text holds several values on lines."""

    step: str
    by: Actor
    at: datetime
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Condition:
    """``words`` in the form of a licence's conditions; ``on`` which request or item of it, "" for all; who proposed it,
    who changed it last, and who took it back, "" for nobody."""

    name: str
    words: str
    proposed_by: str
    removed_by: str = ""
    on: str = ""
    changed_by: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """What an organisation says of a part: ``on`` request 2, which is one end user in one destination, or its item
    "2/1". ``by``: the person."""

    organisation: str
    on: str
    position: str
    by: str


@dataclass(frozen=True, slots=True)
class CaseState:
    """``wanted``: papers that the law asks for. ``referred``: organisation -> its position on the whole, "" while it is
    awaited; ``positions`` on parts stand beside it, the last of each organisation on each part.
    ``open_grounds``: on which the clock stands. ``watch_listed``: an importer or end user is on the watch list.
    ``sides``: person -> the side it is on. ``granted``: of a proposal to grant in part what is granted. ``licence``:
    the one to be amended."""

    kind: str
    wanted: frozenset[str] = frozenset()
    status: str = "none"
    organisation: str = ""
    papers: frozenset[str] = frozenset()
    sides: Mapping[str, Role] = field(default_factory=dict)
    open_hits: int | None = None
    questions: int = 0
    referred: Mapping[str, str] = field(default_factory=dict)
    positions: tuple[Position, ...] = ()
    open_grounds: frozenset[str] = frozenset()
    before_council: bool = False
    was_before_council: bool = False
    watch_listed: bool = False
    outcome: str = ""
    granted: str = ""
    licence: str = ""
    conditions: tuple[Condition, ...] = ()

    @property
    def missing(self) -> frozenset[str]:
        return self.wanted - self.papers

    def standing(self, name: str) -> Condition | None:
        return next((one for one in self.conditions if one.name == name and not one.removed_by), None)


def lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.splitlines() if line.strip())


def after(state: CaseState, event: Event, status: str) -> CaseState:
    """The state once the event is there; ``status`` is where the table leads."""
    state = replace(state, status=status)
    if event.by.role in SIDES:
        state = replace(state, sides={**state.sides, event.by.person: event.by.role})
    said = event.said
    match event.step:
        case "file" | "ask_ruling":
            papers = lines(said.get("papers", ""))
            return replace(state, organisation=event.by.organisation, papers=papers)
        case "ask_amendment":
            return replace(state, organisation=event.by.organisation, licence=said["licence"])
        case "file_again":
            return replace(state, papers=lines(said["papers"]))
        case "screen":
            return replace(state, open_hits=int(said["open_hits"]), watch_listed=said["watch_list"] == "yes")
        case "ask":
            return replace(state, questions=state.questions + 1)
        case "answer":
            return replace(state, questions=state.questions - 1)
        case "refer":
            return replace(state, referred={**state.referred, said["organisation"]: ""})
        case "advise":
            return replace(state, referred={**state.referred, event.by.organisation: said["position"]})
        case "advise_on":
            return replace(state, positions=_positions(state.positions, event))
        case "stop":
            return replace(state, open_grounds=state.open_grounds | {said["ground"]})
        case "resume":
            return replace(state, open_grounds=state.open_grounds - {said["ground"]})
        case "send_up":
            return replace(state, before_council=True, was_before_council=True)
        case "came_down":
            return replace(state, before_council=False)
        case "propose_condition":
            made = Condition(said["name"], said["condition"], event.by.person, on=said.get("on", ""))
            return replace(state, conditions=(*state.conditions, made))
        case "change_condition":
            return _with_condition(state, event, words=said["condition"], changed_by=event.by.person, **_placed(said))
        case "remove_condition":
            return _with_condition(state, event, removed_by=event.by.person)
        case "propose":
            return replace(state, outcome=said["outcome"], granted=said.get("granted", ""))
        case "hand_back":
            return replace(state, outcome="", granted="")
    return state


def _with_condition(state: CaseState, event: Event, **changed: str) -> CaseState:
    """The condition that the event names, as it stands, with what changed."""
    standing = state.standing(event.said["name"])
    made = tuple(replace(one, **changed) if one is standing else one for one in state.conditions)
    return replace(state, conditions=made)


def _placed(said: Mapping[str, str]) -> dict[str, str]:
    """It stays where it was unless another place is said."""
    return {"on": said["on"]} if "on" in said else {}


def _positions(before: tuple[Position, ...], event: Event) -> tuple[Position, ...]:
    by, said = event.by, event.said
    made = Position(by.organisation, said["on"].strip(), said["position"], by.person)
    others = (one for one in before if (one.organisation, one.on) != (made.organisation, made.on))
    return (*others, made)
