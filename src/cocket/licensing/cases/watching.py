"""Live licences weighed again, for law or lists may have changed. What differs is noted on the licence; whether it is
suspended or revoked for it a person decides."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any, Final

from django.db import transaction

from cocket.accounts import audit
from cocket.accounts.access import access_seers, access_verb
from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.accounts.policy import Scope, scope_of
from cocket.licensing.cases.models import IssuedRecord, NoteRecord
from cocket.licensing.cases.office import Office
from cocket.licensing.cases.weighed import filed, weigh
from cocket.licensing.decisions.evidence import Evidence, judge
from cocket.licensing.decisions.subject import of_licence
from cocket.licensing.decisions.watched import Seen, changed, read_seen, seen_in
from cocket.licensing.filings.finding import find_filing
from cocket.licensing.licences.licence import Licence
from cocket.licensing.licences.status import Status
from cocket.licensing.records.clock import authority_day
from cocket.licensing.records.finding import licence_for, licence_of
from cocket.licensing.records.models import LicenceRecord
from cocket.outbox.posting import post

TOPICS: Final = ("licence.note",)
LIVE: Final = (Status.VALID, Status.SUSPENDED, Status.IN_AMENDMENT)


@dataclass(frozen=True, slots=True)
class Note:
    """``changes``: (what, before, now)."""

    licence: str
    sequence: int
    day: date
    changes: tuple[tuple[str, str, str], ...]


def watch(by: Actor, moment: datetime, office: Office) -> Iterator[Note]:
    """Every live licence, in the order of their decisions and numbers; a note for each of which something differs from
    the last note, or from its decision. One that came of no application kept here is weighed by what it states, and
    compared with the law as published on the day of its issue and with no hit at all. Each is kept before the next is
    looked at. Raises NotAllowed, ListError, or LedgerError of the database."""
    day = authority_day(moment)
    with told():
        access_verb(by, "licence", "watch")
        live = LicenceRecord.objects.filter(status__in=LIVE, valid_until__gte=day)
        issued = list(
            IssuedRecord.objects.filter(licence__in=live, decision__case__kind="licence")
            .select_related("decision")
            .order_by("decision_id", "licence")
            .values_list("licence", "request", "decision__evidence")
        )
        others = live.exclude(pk__in=[number for number, *_ in issued]).order_by("number")
        rest = [licence_of(row) for row in others]
    for licence, decided, now in chain(_of_cases(issued, office, day), _of_licences(rest, office, day)):
        note = _noted(by, licence, decided, now, day, moment)
        if note is not None:
            yield note


def _of_cases(issued: list[tuple[str, int, str]], office: Office, day: date) -> Iterator[tuple[str, Seen, Seen]]:
    """Licence, what its decision saw, and what is seen on the day."""
    weighed: dict[str, dict[str, Any]] = {}
    for licence, request, text in issued:
        kept = json.loads(text)
        reference = kept["filing"]["reference"]
        if reference not in weighed:
            filing = find_filing(reference, kept["filing"]["sequence"])
            weighed = {reference: weigh(filed(filing), office, day).evidence.data()}  # those of one stand together
        yield licence, seen_in(kept, request), seen_in(weighed[reference], request)


def _of_licences(licences: list[Licence], office: Office, day: date) -> Iterator[tuple[str, Seen, Seen]]:
    for licence in licences:
        subject = of_licence(licence)
        asked = tuple(judge(subject, office.checker, licence.issued_on))
        issued = Evidence(licence.issued_on, "", {}, (), asked, {"parties": []})
        yield licence.number, seen_in(issued.data(), 0), seen_in(weigh(subject, office, day).evidence.data(), 0)


def _noted(by: Actor, number: str, decided: Seen, now: Seen, day: date, moment: datetime) -> Note | None:
    with told(changing=True), transaction.atomic():
        LicenceRecord.objects.select_for_update().get(pk=number)  # two who watch at once note a change once
        last = NoteRecord.objects.filter(licence=number).order_by("-sequence").first()
        before = read_seen(json.loads(last.seen)) if last is not None else decided
        found = tuple(changed(before, now))
        if not found:
            return None
        note = Note(number, last.sequence + 1 if last is not None else 1, day, found)
        changes = [list(one) for one in found]
        NoteRecord.objects.create(
            licence=number,
            sequence=note.sequence,
            day=day,
            recorded=moment,
            changes=json.dumps(changes, ensure_ascii=False),
            seen=json.dumps(now.data(), ensure_ascii=False),
        )
        audit.record(by, f"licence/{number}", "note", {}, {"note": note.sequence, "changes": changes}, moment)
        data = {"number": number, "note": note.sequence, "changes": changes}
        post("licence.note", f"licence/{number}", data, moment, access_seers(LicenceRecord, number, "watch"))
        return note


def note_view(note: Note) -> dict[str, object]:
    return {**asdict(note), "day": note.day.isoformat()}


def notes_of_licence(actor: Actor, number: str) -> Sequence[Note]:
    """For who asks for them by themselves. Raises NotAllowed for who does not handle licences, and as `licence_for`."""
    with told():
        access_verb(actor, "licence", "watch")
    licence_for(actor, number)
    return notes_for(actor, number)


def notes_for(actor: Actor, number: str) -> Sequence[Note]:
    """In their order; none for who does not handle licences: whom the authority looks into the holder is not told."""
    if not actor.stated and scope_of(actor.role, "licence", "watch") is Scope.NONE:
        return []
    with told():
        rows = list(NoteRecord.objects.filter(licence=number).order_by("sequence"))
    return [Note(number, row.sequence, row.day, tuple(map(tuple, json.loads(row.changes)))) for row in rows]
