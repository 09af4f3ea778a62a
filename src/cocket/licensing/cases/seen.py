"""Cases as whoever asks may see them: which of them, and what in them.

An applicant and the province see where a case stands and what was said to them. What the authority and those whom it
consults say to one another (screening, positions, proposals, conditions under discussion) is theirs: the step is told
and its words are withheld, and that they are is told as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final
from unicodedata import category

from cocket.accounts.access import access_change, access_rows, access_verb
from cocket.accounts.actor import Actor
from cocket.accounts.errors import NotThere
from cocket.accounts.faults import told
from cocket.accounts.policy import READ
from cocket.accounts.role import Role
from cocket.licensing.cases.errors import CaseError
from cocket.licensing.cases.faults import wrong
from cocket.licensing.cases.finding import PAGE_MAX, Case, Head, case_of, unknown
from cocket.licensing.cases.models import CaseRecord
from cocket.licensing.casework.errors import Reason
from cocket.licensing.casework.state import Event

SAID_LENGTH_MAX: Final = 20_000
KEY_LENGTH_MAX: Final = 40
OUTSIDE: Final = (Role.APPLICANT, Role.CHECKER)
SAID_TO_THEM: Final = frozenset(
    {
        "return", "accept", "take_up", "review", "ask", "stop", "resume", "grant", "grant_in_part", "refuse", "issue",
        "notify", "rule",
    }
)  # fmt: skip
"""Steps of the authority whose words are for the applicant. A step that is new to the table is withheld."""


def case_for(actor: Actor, number: str) -> Case:
    """The whole case; `shown` is what of it the actor is told. Raises NotAllowed where the role sees no case at all,
    and UnknownCase, in the same words, for one that is not there and one that is not for these eyes."""
    with told():
        access_verb(actor, "case", READ)
        record = None
        if number.isprintable():
            record = access_rows(actor, CaseRecord).filter(pk=number).first()
        if record is None:
            raise unknown(number)
        return case_of(record)


def cases_for(
    actor: Actor, status: str = "", organisation: str = "", after: str = "", count: int = PAGE_MAX
) -> Sequence[Head]:
    """At most ``count`` (PAGE_MAX at most) in the order of their numbers, after the number of the page before."""
    for key, text in (("status", status), ("organisation", organisation), ("after", after)):
        if not text.isprintable():
            raise CaseError(*wrong("strange_sign", key=key, text=text[:40]))
    with told():
        access_change(actor, CaseRecord, READ)
        rows = access_rows(actor, CaseRecord).order_by("number").filter(number__gt=after)
        if status:
            rows = rows.filter(status=status)
        if organisation:
            rows = rows.filter(organisation=organisation)
        found = rows.values_list("number", "kind", "organisation", "status", "version")[: min(count, PAGE_MAX)]
        return [Head(*row) for row in found]


def refuse_said(said: Mapping[str, str]) -> None:
    """Raises CaseError. A database refuses a few signs, and a page would show none of them."""
    for key, text in said.items():
        strange = next((sign for sign in key + text if category(sign) in ("Cc", "Cs") and sign not in "\n\r\t"), None)
        if strange is not None:
            raise CaseError(*wrong("strange_text", key=key[:40], sign=strange))
        if len(text) > SAID_LENGTH_MAX or len(key) > KEY_LENGTH_MAX:
            raise CaseError(*wrong("too_long", key=key[:40], most=SAID_LENGTH_MAX))


def refuse_moving(actor: Actor, record: CaseRecord) -> None:
    """Raises NotAllowed, or UnknownCase for one that the actor may not see. Which step is whose, the table tells."""
    try:
        access_change(actor, CaseRecord, "move", record)
    except NotThere:
        raise unknown(record.number) from None


def sees_all(actor: Actor) -> bool:
    return actor.stated or actor.role not in OUTSIDE


def shown(actor: Actor, event: Event) -> Event:
    """The event; without its words and without a person where they are not for the actor."""
    mine = event.by.role in OUTSIDE or event.step in SAID_TO_THEM
    if sees_all(actor):
        return event
    by = event.by if event.by.role in OUTSIDE else replace(event.by, person="", name=event.by.organisation_name, via="")
    return replace(event, by=by, said=event.said if mine else {})


def reasons_for(actor: Actor, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Why not, as the actor is told: what else stands against a step that is another's is for the other to know."""
    if sees_all(actor) or not any(one.name == "role" for one in reasons):
        return reasons
    return tuple(one for one in reasons if one.name in ("kind", "status", "role"))
