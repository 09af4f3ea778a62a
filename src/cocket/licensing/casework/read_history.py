"""Reads what happened to a case from a file: who acts, and the steps in their order (docs/casework.md)."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from cocket.accounts.actor import Actor
from cocket.accounts.role import ROLES_OF, OrganisationKind, Role
from cocket.law.instrument import LicenceType
from cocket.law.source import Field, read_file
from cocket.licensing.casework.state import Event
from cocket.licensing.casework.table import Table

LICENCES: Final[dict[str, LicenceType]] = {"single": "single", "general": "general"}


@dataclass(frozen=True, slots=True)
class History:
    """``licence``: the kind applied for, which tells the papers. ``events`` as told, not yet tried by the table."""

    kind: str
    licence: LicenceType
    calendar: str
    people: dict[str, Actor]
    events: tuple[Event, ...]


def read_history(path: Path, table: Table) -> History:
    """Raises LawError naming file, line and key."""
    root = read_file(path, path.name)
    parts = root.mapping(required=("kind", "people", "events"), optional=("licence", "calendar"))
    people = {name: _actor(name, one) for name, one in parts["people"].any_mapping().items()}
    events = tuple(_event(one, people) for one in parts["events"].items())
    for earlier, later, field in zip(events, events[1:], tuple(parts["events"].items())[1:], strict=False):
        if later.at < earlier.at:
            raise field.refuse(f"{later.at} comes before the event above it", "Put the events in their order")
    return History(
        kind=_one_of(parts["kind"], tuple(table.kinds)),
        licence=LICENCES[_one_of(parts["licence"], tuple(LICENCES))] if "licence" in parts else "single",
        calendar=parts["calendar"].text() if "calendar" in parts else "cn",
        people=people,
        events=events,
    )


def _actor(short: str, field: Field) -> Actor:
    parts = field.mapping(required=("name", "organisation", "of", "role"))
    kind = OrganisationKind(_one_of(parts["of"], tuple(OrganisationKind)))
    role = Role(_one_of(parts["role"], tuple(one.value for one in ROLES_OF[kind])))
    organisation = parts["organisation"].text()
    return Actor(short, parts["name"].text(), organisation, organisation, kind, role, "a file")


def _event(field: Field, people: dict[str, Actor]) -> Event:
    parts = field.any_mapping()
    for key in ("at", "by", "step"):
        if key not in parts:
            raise field.refuse(f"the event does not tell '{key}'", "Give at, by and step, and what is said with it")
    by = people[_one_of(parts["by"], tuple(people))]
    said = {key: _text(one) for key, one in parts.items() if key not in ("at", "by", "step")}
    return Event(parts["step"].text(), by, _moment(parts["at"]), said)


def _text(field: Field) -> str:
    return "\n".join(field.texts()) if field.is_list else field.text()


def _moment(field: Field) -> datetime:
    text = field.text()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.utcoffset() is None:
        raise field.refuse(f"'{text}' is no moment with its offset", "Write one such as 2026-06-01T09:00+08:00")
    return moment


def _one_of(field: Field, known: tuple[str, ...]) -> str:
    text = field.text()
    if text not in known:
        raise field.refuse(f"'{text}' is not known here", f"Write one of: {', '.join(known)}")
    return text
