"""The only code that adds an event to a case: event, status, version and what follows in one transaction, or none."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.db import transaction

from cocket.accounts import audit
from cocket.accounts.access import access_seers, access_verb
from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.accounts.people import with_role
from cocket.accounts.role import Role
from cocket.law.instrument import LicenceType
from cocket.licensing.applications.papers import wanted_papers
from cocket.licensing.cases import amending, deciding, noting
from cocket.licensing.cases.errors import CaseError, Stale
from cocket.licensing.cases.faults import pieces, wrong
from cocket.licensing.cases.finding import Case, case_of, unknown
from cocket.licensing.cases.models import CaseRecord, EventRecord, ReferralRecord
from cocket.licensing.cases.office import Office
from cocket.licensing.cases.seen import reasons_for, refuse_moving, refuse_said, shown
from cocket.licensing.cases.weighed import Weighed, named_now, refuse_unreadable, weighed_for
from cocket.licensing.casework.errors import CaseworkError
from cocket.licensing.casework.read_table import casework_table
from cocket.licensing.casework.state import CaseState, Event
from cocket.licensing.casework.steps import make, why_not
from cocket.licensing.decisions.evidence import digest_of
from cocket.licensing.filings.drafting import reopen
from cocket.licensing.filings.finding import find_filing
from cocket.licensing.records.clock import authority_day
from cocket.licensing.records.counting import licence_number, next_number
from cocket.licensing.records.finding import find_licence
from cocket.outbox.posting import post

TOPICS: Final = ("case.step",)
"""What the outbox tells of cases."""
FIRST: Final = {"licence": "file", "amendment": "ask_amendment", "ruling": "ask_ruling"}
"""The step that opens a case of each kind."""


def open_case(
    by: Actor,
    kind: str,
    said: Mapping[str, str],
    moment: datetime,
    office: Office,
    *,
    licence: LicenceType = "single",
    filing: str = "",
) -> Case:
    """A new case under a number of its own. ``filing``: the reference of the application that it is about. Raises
    NotAllowed, CaseError for words that cannot be kept, CaseworkError saying all that is against it, LicenceError or
    MoveRefused of the licence to be amended, or LedgerError of the database. Papers are those of a licence of the type
    ``licence``; for an amendment the law names none."""
    refuse_opening(by, kind, said, office)
    return add_case(by, kind, said, moment, office, licence=licence, filing=filing)


def refuse_opening(by: Actor, kind: str, said: Mapping[str, str], office: Office) -> None:
    """What needs no lock to be found, for faces that hold one while they open it. Raises as `open_case`."""
    access_verb(by, "case", "open")
    refuse_said(said)
    refuse_unreadable(FIRST[kind], said, office)


def add_case(
    by: Actor,
    kind: str,
    said: Mapping[str, str],
    moment: datetime,
    office: Office,
    *,
    licence: LicenceType = "single",
    filing: str = "",
) -> Case:
    """`open_case` where nothing is against it that `refuse_opening` would find."""
    day = authority_day(moment)
    wanted = wanted_papers(office.lawbook, licence, day) if kind == "licence" else ()
    state = CaseState(kind, frozenset(one.id for one in wanted))
    event = Event(FIRST[kind], by, moment, dict(said))
    after = make(casework_table(), state, event)
    with told(changing=True), transaction.atomic():
        record = CaseRecord(
            number=next_number(f"C-{day.year}"),
            kind=kind,
            organisation=by.organisation,
            status=after.status,
            version=1,
            wanted="\n".join(sorted(state.wanted)),
            changed=moment,
            filing=filing,
            licence=after.licence,
        )
        noting.note(record, event)
        record.save(force_insert=True)
        _write(record, event, "")
        if kind == "amendment":
            amending.put_in_amendment(record, event)
        return Case(record.number, 1, (event,), after)


def take_step(
    by: Actor,
    number: str,
    step: str,
    said: Mapping[str, str],
    moment: datetime,
    office: Office,
    *,
    seen: int | None = None,
) -> Case:
    """The case after the step. ``seen``: the version the asker looked at; None where he wants it whatever came before.

    Raises NotAllowed, UnknownCase, CaseError for words that cannot be kept, Stale, CaseworkError saying all that is
    against it, LicenceError where the law is against what is granted, MoveRefused of a licence, or LedgerError of the
    database. Two who want a step at once come one after the other; the second is answered by what the first has left.
    """
    return take(ready_step(by, number, step, said, moment, office), seen=seen)


@dataclass(frozen=True, slots=True)
class ReadyStep:
    """A step that somebody wants, weighed where it needs that, while nobody waits: the case is not locked yet."""

    by: Actor
    number: str
    step: str
    said: Mapping[str, str]
    moment: datetime
    office: Office
    weighed: Weighed | None


def ready_step(
    by: Actor, number: str, step: str, said: Mapping[str, str], moment: datetime, office: Office
) -> ReadyStep:
    """Outside of any transaction, for it costs tenths of a second. Raises as `take_step`."""
    access_verb(by, "case", "move")
    refuse_said(said)
    refuse_unreadable(step, said, office)
    weighed = _weighed(by, number, step, said, moment, office)
    return ReadyStep(by, number, step, said, moment, office, weighed)


def take(ready: ReadyStep, *, seen: int | None = None) -> Case:
    """Raises as `take_step`, and Stale where something else was weighed than lies here now."""
    by, number, weighed, office = ready.by, ready.number, ready.weighed, ready.office
    with told(changing=True), transaction.atomic():
        record = _locked(number) if number.isprintable() else None
        if record is None:
            raise unknown(number)
        refuse_moving(by, record)
        case = case_of(record)
        if seen is not None and seen != case.version:
            raise Stale(number, case.version, [shown(by, one) for one in case.events[seen:]])
        # no clock of a server goes back behind what the case has seen
        event = Event(ready.step, by, max(ready.moment, case.events[-1].at), dict(ready.said))
        event = replace(event, said=_with_ours(case.state, event, weighed))
        after = _made(case.state, event)
        record.status, record.version, record.changed = after.status, case.version + 1, event.at
        noting.note(record, event)
        record.save(update_fields=("status", "version", "changed", *noting.COLUMNS))
        _write(record, event, case.state.status)
        moved = replace(case, version=record.version, events=(*case.events, event), state=after)
        _follow(record, moved, weighed, office)
        return moved


def _weighed(
    by: Actor, number: str, step: str, said: Mapping[str, str], moment: datetime, office: Office
) -> Weighed | None:
    """Before the lock: whether the step can be taken at all is asked first, for weighing costs time."""
    with told():
        record = CaseRecord.objects.filter(pk=number).first() if number.isprintable() else None
        if record is None:
            raise unknown(number)
        refuse_moving(by, record)
        case = case_of(record)
    if _against(case.state, Event(step, by, moment, dict(said))):
        return None
    return weighed_for(step, case, record.filing, office, authority_day(moment))


def _against(state: CaseState, event: Event) -> bool:
    """Whether anything but what is still to be said with it is against the step."""
    return any(one.name != "says" for one in why_not(casework_table(), state, event))


def _with_ours(state: CaseState, event: Event, weighed: Weighed | None) -> dict[str, str]:
    """What is said with the step, and what is not for a person to say: hits as they are, numbers as they come."""
    said = dict(event.said)
    if _against(state, event):
        return said
    if event.step == "screen" and weighed is not None:
        found = weighed.screened
        said |= {"evidence": found.told, "open_hits": str(found.open_hits)}
        if found.watch_list:
            said["watch_list"] = found.watch_list
    if event.step == "issue" and weighed is not None:
        said["licences"] = deciding.numbers_for(state, weighed)
    if event.step == "replace":
        said["licences"] = licence_number(find_licence(state.licence).kind, authority_day(event.at))
    return said


def _follow(record: CaseRecord, case: Case, weighed: Weighed | None, office: Office) -> None:
    """What the step does beside moving the case."""
    event, state = case.events[-1], case.state
    match event.step:
        case "refer":
            _refuse_no_adviser(event)
        case "send_back" | "return" if record.filing:
            reopen(event.by, record.filing, event.at)
        case "screen" if _is_weighed(record):
            _still(case, record, weighed)  # else the hits would be those that somebody stated
        case "propose" if record.filing:
            deciding.refuse_what_cannot_be(_still(case, record, weighed), state)
        case "grant" | "grant_in_part" | "refuse" if _is_weighed(record):
            proposal = next(one for one in reversed(case.events) if one.step == "propose")
            deciding.decide(record, state, event, proposal, _still(case, record, weighed))
        case "rule":
            deciding.rule(record, event, _still(case, record, weighed), office.lawbook)
        case "issue" if record.filing:
            deciding.issue(record, state, event, _still(case, record, weighed), office.lawbook)
        case "replace":
            amending.replace(record, event, office.lawbook)
        case "withdraw" | "notify" if record.licence:
            amending.keep(record, event)


def _refuse_no_adviser(event: Event) -> None:
    """What is referred to nobody would wait for ever. Where no accounts are kept nobody knows who advises."""
    if event.by.stated or event.said["organisation"] in (known := with_role(Role.ADVISER)):
        return
    named = tuple(known) or pieces("no_adviser_yet")
    raise CaseError(*wrong("no_adviser", organisation=event.said["organisation"][:40], known=named))


def _is_weighed(record: CaseRecord) -> bool:
    """Not where the application is kept elsewhere."""
    return bool(record.filing) or record.kind != "licence"


def _still(case: Case, record: CaseRecord, weighed: Weighed | None) -> Weighed:
    """What was weighed, if it is what lies here now. Between weighing and lock another filing may have come."""
    now = find_filing(record.filing).named if record.filing else named_now(case)
    if weighed is None or weighed.evidence.filing != now:
        raise Stale(record.number, record.version - 1, ())
    return weighed


def _made(state: CaseState, event: Event) -> CaseState:
    try:
        return make(casework_table(), state, event)
    except CaseworkError as error:
        raise CaseworkError(error.step, reasons_for(event.by, error.reasons)) from None


def _locked(number: str) -> CaseRecord | None:
    """Its row, which nobody else changes until this transaction ends."""
    found: CaseRecord | None = CaseRecord.objects.select_for_update().filter(pk=number).first()
    return found


def _write(record: CaseRecord, event: Event, before: str) -> None:
    """The event, its entry in the audit with the hash of what was said, and its message. ``before``: the status."""
    by, said = event.by, json.dumps(dict(event.said), ensure_ascii=False)
    EventRecord.objects.create(
        case=record,
        sequence=record.version,
        step=event.step,
        at=event.at,
        person=by.person,
        name=by.name,
        organisation=by.organisation,
        organisation_name=by.organisation_name,
        organisation_kind=by.kind.value,
        role=by.role.value,
        via=by.via,
        said=said,
    )
    after = {"status": record.status, "event": record.version, "said": digest_of(said)}
    audit.record(by, f"case/{record.number}", event.step, {"status": before} if before else {}, after, event.at)
    if event.step == "refer":
        ReferralRecord.objects.get_or_create(case=record, organisation=event.said["organisation"])
    data = {
        "number": record.number, "step": event.step, "version": record.version, "organisation": record.organisation,
    }  # fmt: skip
    post("case.step", f"case/{record.number}", data, event.at, access_seers(CaseRecord, record.number))
