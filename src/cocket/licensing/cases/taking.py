"""The only code that adds an event to a case: event, status and version in one transaction, or none of them."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from django.db import transaction

from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.law.lawbook import Lawbook
from cocket.licensing.applications.papers import wanted_papers
from cocket.licensing.cases.errors import Stale
from cocket.licensing.cases.finding import Case, case_of, unknown
from cocket.licensing.cases.models import CaseRecord, CounterRecord, EventRecord
from cocket.licensing.casework.read_table import casework_table
from cocket.licensing.casework.state import CaseState, Event
from cocket.licensing.casework.steps import make
from cocket.licensing.records.clock import authority_day
from cocket.outbox.posting import post

TOPICS: Final = ("case.step",)
"""What the outbox tells of cases."""
FIRST: Final = {"licence": "file", "amendment": "ask_amendment", "ruling": "ask_ruling"}
"""The step that opens a case of each kind."""


def open_case(by: Actor, kind: str, said: Mapping[str, str], moment: datetime, lawbook: Lawbook) -> Case:
    """A new case under a number of its own. Raises CaseworkError saying all that is against it, or LedgerError of the
    database. Papers are those of a single licence; of an amendment the law names none."""
    day = authority_day(moment)
    wanted = wanted_papers(lawbook, "single", day) if kind == "licence" else ()
    state = CaseState(kind, frozenset(one.id for one in wanted))
    event = Event(FIRST[kind], by, moment, dict(said))
    after = make(casework_table(), state, event)
    with told(changing=True), transaction.atomic():
        record = CaseRecord.objects.create(
            number=f"C-{day.year}-{_next(f'C-{day.year}'):06d}",
            kind=kind,
            organisation=by.organisation,
            status=after.status,
            version=1,
            wanted="\n".join(sorted(state.wanted)),
            changed=moment,
        )
        _write(record, event, 1)
        return Case(record.number, 1, (event,), after)


def take_step(
    by: Actor, number: str, step: str, said: Mapping[str, str], moment: datetime, *, seen: int | None = None
) -> Case:
    """The case after the step. ``seen``: the version the asker looked at; None where he wants it whatever came before.

    Raises UnknownCase, Stale, CaseworkError saying all that is against it, or LedgerError of the database. Two who want
    a step at once come one after the other; the second is answered by what the first has left.
    """
    with told(changing=True), transaction.atomic():
        record = _locked(number)
        if record is None:
            raise unknown(number)
        case = case_of(record)
        if seen is not None and seen != case.version:
            raise Stale(number, case.version, case.events[seen:])
        # no clock of a server goes back behind what the case has seen
        event = Event(step, by, max(moment, case.events[-1].at), dict(said))
        after = make(casework_table(), case.state, event)
        _write(record, event, case.version + 1)
        record.status, record.version, record.changed = after.status, case.version + 1, event.at
        record.save(update_fields=("status", "version", "changed"))
        return replace(case, version=record.version, events=(*case.events, event), state=after)


def _locked(number: str) -> CaseRecord | None:
    """Its row, which nobody else changes until this transaction ends."""
    found: CaseRecord | None = CaseRecord.objects.select_for_update().filter(pk=number).first()
    return found


def _write(record: CaseRecord, event: Event, sequence: int) -> None:
    by = event.by
    EventRecord.objects.create(
        case=record,
        sequence=sequence,
        step=event.step,
        at=event.at,
        person=by.person,
        name=by.name,
        organisation=by.organisation,
        organisation_name=by.organisation_name,
        organisation_kind=by.kind.value,
        role=by.role.value,
        via=by.via,
        said=json.dumps(dict(event.said), ensure_ascii=False),
    )
    data = {"number": record.number, "step": event.step, "version": sequence, "organisation": record.organisation}
    post("case.step", f"case/{record.number}", data, event.at)


def _next(series: str) -> int:
    """Waits for whoever is drawing a number of the series now; a number that was rolled back is given again, for
    nobody has seen it."""
    CounterRecord.objects.get_or_create(series=series, defaults={"last": 0})
    counter = CounterRecord.objects.select_for_update().get(pk=series)
    counter.last += 1
    counter.save(update_fields=("last",))
    return int(counter.last)
