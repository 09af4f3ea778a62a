"""Decisions for whoever asks: listed, shown, made again, and the earlier ones nearest to a case. Faces ask here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cocket.accounts.access import access_change, access_rows
from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.accounts.policy import READ
from cocket.licensing.cases.decided import (
    Decision,
    Replay,
    find_decision,
    near_decisions,
    replay,
    unknown_decision,
)
from cocket.licensing.cases.errors import CaseError
from cocket.licensing.cases.faults import wrong
from cocket.licensing.cases.finding import PAGE_MAX, filing_of
from cocket.licensing.cases.models import DecisionRecord
from cocket.licensing.cases.office import Office
from cocket.licensing.cases.seen import case_for
from cocket.licensing.decisions.nearest import SHOWN, Near

OUTCOMES: Final = ("grant", "partial", "refuse", "ruling")


class NothingToCompare(CaseError):  # noqa: N818  # says what it is
    """A case whose application is kept elsewhere."""


@dataclass(frozen=True, slots=True)
class DecisionHead:
    """A decision in a list."""

    number: str
    case: str
    outcome: str
    day: date


def decisions_for(
    actor: Actor, case: str = "", outcome: str = "", after: str = "", count: int = PAGE_MAX
) -> Sequence[DecisionHead]:
    """At most ``count`` (PAGE_MAX at most) in the order of their numbers, after the number of the page before. Raises
    NotAllowed, or CaseError for an outcome or a number that is none."""
    for key, text in (("case", case), ("after", after)):
        if not text.isprintable():
            raise CaseError(*wrong("strange_number", key=key, text=text[:40]))
    if outcome and outcome not in OUTCOMES:
        raise CaseError(*wrong("outcome", outcome=outcome[:40], known=OUTCOMES))
    with told():
        access_change(actor, DecisionRecord, READ)
        rows = access_rows(actor, DecisionRecord).filter(number__gt=after).order_by("number")
        rows = rows.filter(case_id=case) if case else rows
        rows = rows.filter(outcome=outcome) if outcome else rows
        found = rows.values_list("number", "case_id", "outcome", "day")[: min(count, PAGE_MAX)]
        return [DecisionHead(*row) for row in found]


def decision_for(actor: Actor, number: str) -> Decision:
    """With all that it rests on. Raises NotAllowed where the role sees no decision at all, and UnknownDecision."""
    _refuse_unseen(actor, number)
    return find_decision(number)


def replay_for(actor: Actor, number: str, office: Office) -> Replay:
    """Raises as `decision_for`, and ListError for lists that cannot be read."""
    _refuse_unseen(actor, number)
    return replay(number, office)


def near_for(actor: Actor, case: str) -> Mapping[tuple[int, int], Sequence[Near]]:
    """(request, item) of what is applied for in the case -> the earlier decisions most like it. Raises NotAllowed,
    UnknownCase, NothingToCompare."""
    with told():
        access_change(actor, DecisionRecord, READ)
    case_for(actor, case)
    reference = filing_of(case)
    if not reference:
        raise NothingToCompare(*wrong("not_kept_here", case=case))
    return near_decisions(reference, SHOWN)


def _refuse_unseen(actor: Actor, number: str) -> None:
    with told():
        access_change(actor, DecisionRecord, READ)
        if not number.isprintable() or not access_rows(actor, DecisionRecord).filter(pk=number).exists():
            raise unknown_decision(number)
