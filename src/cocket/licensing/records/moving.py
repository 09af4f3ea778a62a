"""The only code that changes where a licence stands: licence, step and ledger in one transaction, or none of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from django.db import IntegrityError, transaction

from cocket.accounts.access import access_seers
from cocket.accounts.faults import told
from cocket.law.lawbook import Lawbook
from cocket.ledger import Answer, LedgerFault, Request, closing, opening, usability
from cocket.ledger.ledger import Within
from cocket.ledger.state import LineState
from cocket.licensing.licences.amendment import refuse_key_change
from cocket.licensing.licences.errors import LicenceError, MoveRefused, NumberTaken
from cocket.licensing.licences.faults import wrong
from cocket.licensing.licences.licence import Kind, Licence
from cocket.licensing.licences.limits import refuse_beyond_law
from cocket.licensing.licences.number import difference, refuse_number, skeleton
from cocket.licensing.licences.status import STEPS, Guard, Lines, Move, Status, Step, step, unmet
from cocket.licensing.licences.writing import licence_text
from cocket.licensing.records.book import ledger, within
from cocket.licensing.records.clock import authority_day
from cocket.licensing.records.finding import find_licence, licence_of, unknown
from cocket.licensing.records.models import BY_LENGTH_MAX, WHY_LENGTH_MAX, LicenceRecord, StepRecord
from cocket.outbox.posting import post

FOLLOWING: Final = (Move.COMPLETE, Move.EXHAUST, Move.REPLENISH)
"""Steps that nobody orders: they follow from what was written off or given back."""
TOPICS: Final = tuple(f"licence.{one}" for one in Move)
"""What the outbox tells of licences: each step that was made, ordered or following."""
_LINE_END = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Ordered:
    """Who wants a step, why, and when it is ordered. Whether he may is asked before, by `orders`.

    Raises LicenceError where a name or a reason is missing or is no single line.
    """

    by: str
    why: str
    moment: datetime

    def __post_init__(self) -> None:
        for key, text, most in (("by", self.by, BY_LENGTH_MAX), ("why", self.why, WHY_LENGTH_MAX)):
            if not text.strip():
                raise LicenceError(*(wrong("nobody") if key == "by" else wrong("no_reason")), key)
            if len(text) > most or _LINE_END.search(text):
                raise LicenceError(*wrong("long_text", most=most), key)


def issue(licence: Licence, ordered: Ordered, lawbook: Lawbook) -> Licence:
    """Opens the lines in the ledger. Raises LicenceError, NumberTaken, or LedgerError of the database."""
    _refuse_issue(licence, ordered, lawbook)
    with told(changing=True):
        try:
            with transaction.atomic():
                return _issue(licence, ordered)
        except IntegrityError:
            _refuse_taken(licence.number)  # somebody gave it at the same time, and was first
            raise


def _refuse_issue(licence: Licence, ordered: Ordered, lawbook: Lawbook) -> None:
    refuse_beyond_law(licence, lawbook)
    if licence.status is not Status.VALID:
        raise LicenceError(*wrong("status", status=licence.status))
    if licence.issued_on > authority_day(ordered.moment):
        raise LicenceError(*wrong("future", day=licence.issued_on), "issued_on")


def _issue(licence: Licence, ordered: Ordered, other: str = "") -> Licence:
    _refuse_taken(licence.number)
    made = step(Move.ISSUE, None, licence.number)
    record = LicenceRecord.objects.create(
        number=licence.number,
        skeleton=skeleton(licence.number),
        kind=licence.kind.value,
        regime=licence.regime,
        holder=licence.holder.name,
        holder_number=licence.holder.number,
        valid_until=licence.valid_until,
        status=made.after.value,
        steps=0,
        content=licence_text(licence),
    )
    return _take(record, licence, Move.ISSUE, made, ordered, other)


def move(number: str, wanted: Move, ordered: Ordered) -> Licence:
    """Any step but issue and replacement. Raises LicenceError (no such number), MoveRefused, or LedgerError of the
    database.

    Two who want a step at once come one after the other; the second is answered by what the first has left.
    """
    assert wanted not in (Move.ISSUE, Move.REPLACE)
    refuse_number(number)
    with told(changing=True), transaction.atomic():
        record = _locked(number)
        licence = licence_of(record)
        made = step(wanted, licence.status, number)
        return _take(record, licence, wanted, made, ordered)


def replace_by(number: str, new: Licence, ordered: Ordered, lawbook: Lawbook) -> Licence:
    """Ends a licence in amendment and issues ``new`` in its place, both or neither. What was drawn stays drawn under
    the old one, and ``new`` opens with the limits it states: they are the authority's word, nothing is taken off.

    Raises LicenceError (no such number, KeyChange), MoveRefused, NumberTaken, or LedgerError of the database.
    """
    refuse_number(number)
    _refuse_issue(new, ordered, lawbook)
    with told(changing=True):
        try:
            with transaction.atomic():
                record = _locked(number)
                old = licence_of(record)
                made = step(Move.REPLACE, old.status, number)
                refuse_key_change(old, new)
                _take(record, old, Move.REPLACE, made, ordered, new.number)
                return _issue(new, ordered, number)
        except IntegrityError:
            _refuse_taken(new.number)  # as in issue
            raise


def _locked(number: str) -> LicenceRecord:
    record: LicenceRecord | None = LicenceRecord.objects.select_for_update().filter(pk=number).first()
    if record is None:
        raise unknown(number)
    return record


def _refuse_taken(number: str) -> None:
    other = LicenceRecord.objects.filter(skeleton=skeleton(number)).values_list("number", flat=True).first()
    if other == number:
        raise NumberTaken(*wrong("taken", number=number), "number")
    if other is not None:
        fault = wrong("looks_like", number=number, other=other, difference=difference(number, other))
        raise NumberTaken(*fault, "number")


def _take(
    record: LicenceRecord, licence: Licence, wanted: Move, made: Step, ordered: Ordered, other: str = ""
) -> Licence:
    with within() as book:
        _refuse_unmet(licence, wanted, made.guard, book, ordered)
        sequence = record.steps + 1
        for request in _requests(licence, sequence, made, ordered):
            _refuse_refused(book.post(request))
    StepRecord.objects.create(
        licence=record,
        sequence=sequence,
        move=wanted.value,
        before=record.status if made.before else "",
        after=made.after.value,
        day=authority_day(ordered.moment),
        recorded=ordered.moment,
        by=ordered.by,
        why=ordered.why,
        other=other,
    )
    record.status, record.steps = made.after.value, sequence
    record.save(update_fields=("status", "steps"))
    told = {"number": licence.number, "status": made.after.value, "step": sequence, "why": ordered.why}
    if other:
        told["other"] = other
    post(
        f"licence.{wanted}",
        f"licence/{licence.number}",
        told,
        ordered.moment,
        access_seers(LicenceRecord, licence.number),
    )
    return replace(licence, status=made.after)


def _requests(licence: Licence, sequence: int, made: Step, ordered: Ordered) -> list[Request]:
    """What the step asks of the ledger. Its ids are made of licence and step: each is booked once."""
    day, ids = authority_day(ordered.moment), [line.id for line in licence.lines]
    note = f"{ordered.by}: {ordered.why}"
    match made.lines:
        case Lines.OPEN:
            return [opening(f"{line.id}#{sequence}", line.id, line.terms, day, note) for line in licence.lines]
        case Lines.CLOSE:
            return [closing(f"{licence.number}#{sequence}", ids, day, note)]
        case Lines.USABLE | Lines.UNUSABLE:
            return [usability(f"{licence.number}#{sequence}", ids, made.lines is Lines.USABLE, day, note)]


def _refuse_refused(answer: Answer) -> None:
    if not answer.accepted or answer.repeated:
        raise LedgerFault(f"The ledger does not follow: {answer}", "Report this; nothing was changed")


def _refuse_unmet(licence: Licence, wanted: Move, guard: Guard, book: Within, ordered: Ordered) -> None:
    if guard is Guard.NONE:
        return
    lines = book.lines([line.id for line in licence.lines])
    if not _met(guard, licence, lines, ordered):
        raise unmet(wanted, guard, licence.number)


def _met(guard: Guard, licence: Licence, lines: Sequence[LineState], ordered: Ordered) -> bool:
    today = authority_day(ordered.moment)
    drawn = any(line.drawn_quantity + line.drawn_value for line in lines)
    reserved = any(line.reserved_quantity + line.reserved_value for line in lines)
    match guard:
        case Guard.WITHIN_VALIDITY:
            return today <= licence.valid_until
        case Guard.PAST_VALIDITY:
            return today > licence.valid_until
        case Guard.NO_ROOM:
            return all(spent(line) for line in lines)
        case Guard.ROOM:
            return not all(spent(line) for line in lines)
        case Guard.EXPORT_DONE:
            return licence.kind is Kind.SINGLE and drawn and not reserved
        case Guard.NOTHING_UNDER_WAY:
            return not reserved and not (licence.kind is Kind.SINGLE and drawn)
        case Guard.NONE:
            return True


def spent(line: LineState) -> bool:
    """Whether nothing can be taken from it for good: what is only reserved may come back."""
    if line.reserved_quantity or line.reserved_value:
        return False
    if line.limit_uses is not None and line.uses >= line.limit_uses:
        return True
    of_quantity = None if line.limit_quantity is None else line.limit_quantity + line.tolerance_quantity
    of_value = None if line.limit_value is None else line.limit_value + line.tolerance_value
    return line.drawn_quantity == of_quantity or line.drawn_value == of_value


def settle(number: str, ordered: Ordered) -> Licence | None:
    """What a write-off or its correction has made due: a single licence is completed, an empty one exhausted, one
    that got room back replenished. None where nothing is due; then no lock was taken, for this is asked after each
    write-off. Not to be asked in the transaction of the write-off, which it would not see."""
    licence = find_licence(number)
    with told():
        lines = ledger().lines([line.id for line in licence.lines])
    due = (one for one in FOLLOWING if licence.status in STEPS[one].before)
    wanted = next((one for one in due if _met(STEPS[one].guard, licence, lines, ordered)), None)
    try:
        return move(number, wanted, ordered) if wanted else None
    except MoveRefused:
        return None  # somebody else was first, or drew or gave back meanwhile and will ask too


def due_to_expire(today: date) -> list[str]:
    """The licences whose validity has ended and whose end is not booked; the ledger has refused them since that day."""
    with told():
        due = LicenceRecord.objects.filter(status__in=STEPS[Move.EXPIRE].before, valid_until__lt=today)
        return list(due.order_by("number").values_list("number", flat=True))
