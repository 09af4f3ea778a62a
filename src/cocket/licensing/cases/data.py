"""Events and reasons as plain data, for every face. No Django."""

from collections.abc import Iterable

from cocket.licensing.casework.errors import Reason
from cocket.licensing.casework.state import Event


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


def reasons_data(reasons: Iterable[Reason]) -> list[dict[str, str]]:
    return [{"name": one.name, "zh": one.text.zh, "en": one.text.en} for one in reasons]
