"""Reads decisions back, makes them again, and finds those most like a case, for the house's own work; whoever asks goes
through `decisions`. Nothing here changes anything."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Q

from cocket.accounts.faults import told
from cocket.licensing.cases.errors import CaseError
from cocket.licensing.cases.faults import wrong
from cocket.licensing.cases.finding import find_case
from cocket.licensing.cases.models import DealRecord, DecisionRecord, IssuedRecord
from cocket.licensing.cases.office import Office
from cocket.licensing.cases.weighed import asked_goods, filed
from cocket.licensing.decisions.evidence import digest_of, gather
from cocket.licensing.decisions.nearest import Deal, Earlier, Near, deals, nearest
from cocket.licensing.decisions.replaying import Difference, differences, proofs_hold
from cocket.licensing.decisions.screened import screened
from cocket.licensing.decisions.subject import Subject, of_licence
from cocket.licensing.filings.finding import find_filing
from cocket.licensing.records.finding import find_licence

COMPARED: Final = 200
"""Earlier deals of the same goods, or with the same end user, that are weighed: the newest."""


class UnknownDecision(CaseError):  # noqa: N818  # says what it is
    """A number under which there is no decision."""


@dataclass(frozen=True, slots=True)
class Decision:
    """``outcome``: grant, partial, refuse or ruling, of which ``granted`` is the control code. ``sequence``: of the
    event by which it was made. ``evidence`` as data; ``licences`` that came of it so far."""

    number: str
    case: str
    sequence: int
    outcome: str
    day: date
    granted: str
    criterion: str
    citation: str
    evidence: dict[str, Any]
    digest: str
    licences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Replay:
    """``identical``: the same answers, proofs and hits from the same law, lists and papers. ``altered``: the evidence
    is not what it was when it was kept. ``faults``: what the proof checker finds in the proofs as kept."""

    decision: Decision
    differences: tuple[Difference, ...]
    faults: tuple[str, ...]
    altered: bool

    @property
    def identical(self) -> bool:
        return not (self.differences or self.faults or self.altered)


def find_decision(number: str) -> Decision:
    """Raises UnknownDecision."""
    with told():
        row = DecisionRecord.objects.filter(pk=number).first() if number.isprintable() else None
        if row is None:
            raise unknown_decision(number)
        issued = IssuedRecord.objects.filter(decision=row).order_by("licence").values_list("licence", flat=True)
        return Decision(
            number=row.number,
            case=row.case_id,
            sequence=row.sequence,
            outcome=row.outcome,
            day=row.day,
            granted=row.granted,
            criterion=row.criterion,
            citation=row.citation,
            evidence=json.loads(row.evidence),
            digest=row.digest,
            licences=tuple(issued),
        )


def unknown_decision(number: str) -> UnknownDecision:
    return UnknownDecision(*wrong("unknown_decision", number=number[:40]))


def decisions_of(case: str) -> tuple[str, ...]:
    """The numbers of a case's decisions, in their order."""
    with told():
        return tuple(DecisionRecord.objects.filter(case_id=case).order_by("sequence").values_list("number", flat=True))


def replay(number: str, office: Office) -> Replay:
    """From what was decided upon as it was then, by the law at hand as published on the day of the decision and by the
    versions of the lists that were in use, as far as they are still kept. Raises UnknownDecision, or ListError."""
    kept = find_decision(number)
    with told():
        text = DecisionRecord.objects.values_list("evidence", flat=True).get(pk=number)
    evidence = kept.evidence
    digests = {one["name"]: one["digest"] for one in evidence["screened"]["lists"]}
    subject = _subject(evidence["filing"], kept.sequence)
    found = screened(subject.parties, office.checker, office.lists(kept.day, digests), kept.day)
    again = gather(subject, office.checker, found, kept.day)
    faults = tuple(proofs_hold(evidence, office.lawbook)) if evidence["law_digest"] == office.lawbook.digest else ()
    return Replay(kept, differences(evidence, again), faults, digest_of(text) != kept.digest)


def _subject(named: dict[str, Any], sequence: int) -> Subject:
    """What was decided upon, from where it is kept. ``sequence``: of the event by which it was decided."""
    if "licence" in named:
        return of_licence(find_licence(named["licence"]))
    if "case" in named:
        return asked_goods(named["case"], find_case(named["case"]).events[:sequence])
    return filed(find_filing(named["reference"], named["sequence"]))


def near_decisions(reference: str, count: int) -> dict[tuple[int, int], Sequence[Near]]:
    """(request, item) of an application as filed -> the decisions on other applications most like it."""
    wanted = deals(find_filing(reference).application)
    return {place: nearest(deal, _earlier(deal, reference), count) for place, deal in wanted.items()}


def _earlier(deal: Deal, reference: str) -> Iterator[Earlier]:
    others = DealRecord.objects.exclude(decision__case__filing=reference).order_by("-id")
    alike = Q(control_code=deal.control_code) | Q(end_user=deal.end_user)
    with told():
        rows = list(others.filter(alike).select_related("decision")[:COMPARED])
    for row in rows:
        compared = Deal(
            row.control_code, row.destination, row.end_user, row.end_use, row.exporter, row.end_user_type
        )  # fmt: skip
        criterion = row.decision.criterion if row.outcome == "refuse" else ""
        yield Earlier(compared, row.decision_id, row.outcome, criterion)
