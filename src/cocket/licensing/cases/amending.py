"""What a request to amend does to its licence, in the transaction in which the case moves."""

import json

from cocket.accounts.models import OrganisationRecord
from cocket.law.lawbook import Lawbook
from cocket.law.source import read_text
from cocket.licensing.cases.deciding import ordered_by
from cocket.licensing.cases.models import CaseRecord, DecisionRecord, IssuedRecord
from cocket.licensing.casework.state import Event
from cocket.licensing.licences.licence import Licence
from cocket.licensing.licences.reading import read_licence
from cocket.licensing.licences.status import Move, Status
from cocket.licensing.records import moving
from cocket.licensing.records.finding import find_licence, unknown
from cocket.licensing.records.orders import audited


def put_in_amendment(record: CaseRecord, event: Event) -> None:
    """From the request on the licence is not used (Decree 792 Art. 18). Raises LicenceError or MoveRefused."""
    licence = find_licence(record.licence)
    own = OrganisationRecord.objects.filter(pk=record.organisation).values_list("register_number", flat=True).first()
    if own is not None and (not own or own != licence.holder.number):
        raise unknown(record.licence)  # somebody else's: in the same words as one that is not there
    _move(record, event, Move.AMEND)


def keep(record: CaseRecord, event: Event) -> None:
    """The old licence stands again, unless it ended in another way meanwhile."""
    if find_licence(record.licence).status is Status.IN_AMENDMENT:
        _move(record, event, Move.KEEP)


def _move(record: CaseRecord, event: Event, wanted: Move) -> None:
    ordered = ordered_by(event, f"case {record.number}")
    moving.move(record.licence, wanted, ordered)
    audited(event.by, record.licence, ordered)


def replace(record: CaseRecord, event: Event, lawbook: Lawbook) -> None:
    """Raises LawError, LicenceError, MoveRefused, or LedgerError of the database."""
    new = read_content(event.said["content"], event.said["licences"])
    ordered = ordered_by(event, f"case {record.number}")
    moving.replace_by(record.licence, new, ordered, lawbook)
    for number in (record.licence, new.number):
        audited(event.by, number, ordered)
    # cases that were granted before decisions on them were kept have none
    decision = DecisionRecord.objects.filter(case=record).order_by("-sequence").first()
    if decision is not None:
        IssuedRecord.objects.create(licence=new.number, decision=decision, request=0)


def read_content(text: str, number: str) -> Licence:
    """A licence in the form of a file, without the number, which is given here. Raises LawError or LicenceError."""
    root = read_text(text, "content")
    parts = root.any_mapping()
    if "number" in parts:
        raise parts["number"].refuse("the number is given when it is issued", "Leave it out")
    key = json.dumps(number)
    written = text.lstrip()
    numbered = f'{{"number": {key}, {written[1:]}' if written.startswith("{") else f"number: {key}\n{text}"
    return read_licence(read_text(numbered, "content"))
