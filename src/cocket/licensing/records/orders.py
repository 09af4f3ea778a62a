"""Steps of licences for whoever orders one: first the policy is asked, then the step is taken, and for an actor who was
asked who he is the audit gets its entry; all in one transaction. Faces take steps through here and nowhere else."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from cocket.accounts import audit
from cocket.accounts.access import access_change, access_rows
from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.accounts.policy import READ
from cocket.law.lawbook import Lawbook
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.faults import wrong
from cocket.licensing.licences.licence import Licence
from cocket.licensing.licences.number import refuse_number
from cocket.licensing.licences.status import Move
from cocket.licensing.records import moving
from cocket.licensing.records.clock import authority_day
from cocket.licensing.records.finding import unknown
from cocket.licensing.records.models import LicenceRecord, StepRecord
from cocket.licensing.records.moving import Ordered


def order_of(actor: Actor, by: str, why: str, moment: datetime) -> Ordered:
    """``by``: who is stated to take the step; it counts only where nobody is asked who he is. Elsewhere it is the actor
    himself, and a name that is stated besides must be his. Raises LicenceError."""
    if actor.stated:
        return Ordered(by, why, moment)
    if by not in ("", actor.signed):
        raise LicenceError(*wrong("other_name", name=by[:60], actor=actor.signed), "by")
    return Ordered(actor.signed, why, moment)


def issue(actor: Actor, licence: Licence, ordered: Ordered, lawbook: Lawbook) -> Licence:
    """Raises NotAllowed, and as `moving.issue` does; so do those below, with UnknownLicence for one that the actor may
    not see."""
    return _taken(actor, "", Move.ISSUE, ordered, lambda: moving.issue(licence, ordered, lawbook))


def move(actor: Actor, number: str, wanted: Move, ordered: Ordered) -> Licence:
    return _taken(actor, number, wanted, ordered, lambda: moving.move(number, wanted, ordered))


def replace_by(actor: Actor, number: str, new: Licence, ordered: Ordered, lawbook: Lawbook) -> Licence:
    return _taken(actor, number, Move.REPLACE, ordered, lambda: moving.replace_by(number, new, ordered, lawbook))


def expire_due(actor: Actor, ordered: Ordered) -> list[Licence]:
    """Each end in a transaction of its own: one that somebody else books meanwhile stops no other."""
    with told():
        access_change(actor, LicenceRecord, Move.EXPIRE)
    due = moving.due_to_expire(authority_day(ordered.moment))
    return [move(actor, number, Move.EXPIRE, ordered) for number in due]


def refuse_if_never(actor: Actor, wanted: str) -> None:
    """``wanted``: a step or another verb of the policy. Raises NotAllowed where the role may do it to no licence."""
    with told():
        access_change(actor, LicenceRecord, wanted)


def _taken(actor: Actor, number: str, wanted: Move, ordered: Ordered, work: Callable[[], Licence]) -> Licence:
    with told(changing=True), transaction.atomic():
        refuse(actor, number, wanted)
        licence = work()
        if not actor.stated:
            audited(actor, licence.number, ordered)
            if wanted is Move.REPLACE:
                audited(actor, number, ordered)
        return licence


def refuse(actor: Actor, number: str, wanted: str) -> None:
    """``wanted``: a verb of the policy; ``number``: "" for a licence to come. One that may not be seen is not there;
    one that may be seen and not moved is told so."""
    access_change(actor, LicenceRecord, wanted)
    if not number:
        return
    refuse_number(number)
    seen = access_rows(actor, LicenceRecord, READ)
    row = seen.filter(pk=number).first()
    if row is None:
        raise unknown(number, seen)
    access_change(actor, LicenceRecord, wanted, row)


def audited(actor: Actor, number: str, ordered: Ordered) -> None:
    """The entry for the newest step of the licence."""
    made = StepRecord.objects.filter(licence_id=number).order_by("-sequence")[0]
    after = {"status": made.after, "step": made.sequence, "why": made.why}
    if made.other:
        after["other"] = made.other
    before = {"status": made.before} if made.before else {}
    audit.record(actor, f"licence/{number}", made.move, before, after, ordered.moment)
