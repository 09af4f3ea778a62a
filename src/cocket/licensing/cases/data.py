"""Events and reasons as plain data, for every face. No Django."""

from collections.abc import Iterable

from cocket.licensing.casework.errors import Reason
from cocket.licensing.casework.state import CaseState, Event


def event_data(event: Event) -> dict[str, object]:
    return {
        "step": event.step,
        "at": event.at.isoformat(),
        "by": event.by.person,
        "organisation": event.by.organisation,
        "role": event.by.role.value,
        "via": event.by.via,
        "said": dict(event.said),
    }


def conditions_data(state: CaseState) -> list[dict[str, str | None]]:
    return [
        {
            "name": one.name,
            "words": one.words,
            "on": one.on,
            "proposed_by": one.proposed_by,
            "changed_by": one.changed_by or None,
            "removed_by": one.removed_by or None,
        }
        for one in state.conditions
    ]


def positions_data(state: CaseState) -> list[dict[str, str]]:
    """On parts; those on the whole stand under ``referred``."""
    return [
        {"organisation": one.organisation, "on": one.on, "position": one.position, "by": one.by}
        for one in state.positions
    ]


def reasons_data(reasons: Iterable[Reason]) -> list[dict[str, str]]:
    return [{"name": one.name, "zh": one.text.zh, "en": one.text.en} for one in reasons]
