"""Reads cases back, for the house's own work. Nothing here changes anything; whoever asks goes through `seen`."""

import json
from dataclasses import dataclass
from typing import Final

from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.accounts.role import OrganisationKind, Role
from cocket.licensing.cases.errors import UnknownCase
from cocket.licensing.cases.faults import wrong
from cocket.licensing.cases.models import CaseRecord, EventRecord
from cocket.licensing.casework.read_table import casework_table
from cocket.licensing.casework.state import CaseState, Event, lines
from cocket.licensing.casework.steps import fold

PAGE_MAX: Final = 100


@dataclass(frozen=True, slots=True)
class Case:
    """A case with its events and the state they make; ``version`` is how many there are."""

    number: str
    version: int
    events: tuple[Event, ...]
    state: CaseState


@dataclass(frozen=True, slots=True)
class Head:
    """A case in a list."""

    number: str
    kind: str
    organisation: str
    status: str
    version: int


def find_case(number: str) -> Case:
    """Raises UnknownCase."""
    with told():
        record = CaseRecord.objects.filter(pk=number).first()
        if record is None:
            raise unknown(number)
        return case_of(record)


def filing_of(number: str) -> str:
    """The reference of the application that a case is about, "" where it is kept elsewhere. Raises UnknownCase."""
    with told():
        found = CaseRecord.objects.filter(pk=number).values_list("filing", flat=True).first()
    if found is None:
        raise unknown(number)
    return str(found)


def unknown(number: str) -> UnknownCase:
    return UnknownCase(*wrong("unknown", number=number[:40]))


def case_of(record: CaseRecord) -> Case:
    """Raises CaseworkError where somebody wrote events past the table."""
    events = events_of(record)
    state = fold(casework_table(), record.kind, lines(record.wanted), events)
    return Case(record.number, len(events), events, state)


def events_of(record: CaseRecord) -> tuple[Event, ...]:
    return tuple(_event(row) for row in EventRecord.objects.filter(case=record).order_by("sequence"))


def _event(row: EventRecord) -> Event:
    kind, role = OrganisationKind(row.organisation_kind), Role(row.role)
    by = Actor(row.person, row.name, row.organisation, row.organisation_name, kind, role, row.via)
    return Event(row.step, by, row.at, json.loads(row.said))
