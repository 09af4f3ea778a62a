"""Decisions and the licences that come of them, kept in the transaction in which the case moves."""

from cocket.law.lawbook import Lawbook
from cocket.licensing.cases.faults import wrong
from cocket.licensing.cases.models import CaseRecord, DealRecord, DecisionRecord, IssuedRecord
from cocket.licensing.cases.weighed import Weighed, placed
from cocket.licensing.casework.state import CaseState, Event
from cocket.licensing.decisions.evidence import digest_of
from cocket.licensing.decisions.nearest import deals
from cocket.licensing.decisions.splitting import requests_of_licences, split
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.licence import NO_CODE, Kind
from cocket.licensing.records import moving
from cocket.licensing.records.counting import licence_number, next_number
from cocket.licensing.records.models import BY_LENGTH_MAX
from cocket.licensing.records.moving import Ordered
from cocket.licensing.records.orders import audited

OUTCOMES = {"grant": "grant", "grant_in_part": "partial", "refuse": "refuse"}
"""Step -> outcome of the decision that it makes."""


def ordered_by(event: Event, why: str) -> Ordered:
    return Ordered(f"{event.by.name}, {event.by.organisation_name}"[:BY_LENGTH_MAX], why, event.at)


def refuse_what_cannot_be(weighed: Weighed, state: CaseState) -> None:
    """When it is proposed, so that the officer learns it and not the approver. Raises LicenceError."""
    weighed.codes(state.outcome, state.granted)
    if state.outcome != "refuse":
        placed(state, weighed.granted(state.outcome, state.granted))


def decide(record: CaseRecord, state: CaseState, event: Event, proposal: Event, weighed: Weighed) -> None:
    """Raises LicenceError or CaseworkError where law or lists of the day are against it."""
    outcome = OUTCOMES[event.step]
    if outcome != "refuse":
        weighed.refuse_open_hits(event.step)
        if weighed.filing is not None:
            refuse_what_cannot_be(weighed, state)
    why = {key: proposal.said.get(key, "") for key in ("criterion", "citation")}
    made = _keep(record, weighed, outcome=outcome, granted=state.granted, **why)
    if weighed.filing is not None:
        _keep_deals(made, weighed)


def rule(record: CaseRecord, event: Event, weighed: Weighed, lawbook: Lawbook) -> None:
    """The answer to a request to classify, beside what the law says of the facts that were stated. Raises LicenceError
    for a code that no entry has."""
    code = event.said["control_code"].strip()
    if code != NO_CODE and code not in lawbook.codes:
        raise LicenceError(*wrong("no_entry", code=code[:40], none=NO_CODE), "control_code")
    _keep(record, weighed, outcome="ruling", granted=code)


def _keep(record: CaseRecord, weighed: Weighed, **said: str) -> DecisionRecord:
    text = weighed.evidence.text()
    made: DecisionRecord = DecisionRecord.objects.create(
        number=next_number(f"D-{weighed.day.year}"),
        case=record,
        sequence=record.version,
        day=weighed.day,
        evidence=text,
        digest=digest_of(text),
        **said,
    )
    return made


def _keep_deals(made: DecisionRecord, weighed: Weighed) -> None:
    outcome = made.outcome
    granted = {(one.number, wanted.item) for one in weighed.granted(outcome, made.granted) for wanted in one.wanted}
    DealRecord.objects.bulk_create(
        DealRecord(
            decision=made,
            request=request,
            item=item,
            outcome="grant" if (request, item) in granted else "refuse",
            day=weighed.day,
            control_code=deal.control_code,
            destination=deal.destination,
            end_user=deal.end_user,
            end_use=deal.end_use,
            exporter=deal.exporter,
            end_user_type=deal.end_user_type[:40],
        )
        for (request, item), deal in deals(weighed.application).items()
    )


def numbers_for(state: CaseState, weighed: Weighed) -> str:
    """Of the licences that the case is about to get, one a line."""
    count = len(requests_of_licences(weighed.application, weighed.granted(state.outcome, state.granted)))
    return "\n".join(licence_number(weighed.application.kind, weighed.day) for _ in range(count))


def issue(record: CaseRecord, state: CaseState, event: Event, weighed: Weighed, lawbook: Lawbook) -> None:
    """Every licence of the decision, or none. Raises LicenceError, CaseworkError, or LedgerError of the database."""
    weighed.refuse_open_hits(event.step)
    granted = weighed.granted(state.outcome, state.granted)
    decision = DecisionRecord.objects.filter(case=record).order_by("-sequence").get()
    numbers = iter(event.said["licences"].splitlines())
    made = split(
        weighed.application,
        granted,
        placed(state, granted),
        weighed.codes(state.outcome, state.granted),
        lambda: next(numbers),
        weighed.day,
    )
    requests = requests_of_licences(weighed.application, granted)
    for licence, own in zip(made, requests, strict=True):
        ordered = ordered_by(event, f"{decision.number} of case {record.number}")
        moving.issue(licence, ordered, lawbook)
        audited(event.by, licence.number, ordered)
        single = licence.kind is Kind.SINGLE
        IssuedRecord.objects.create(licence=licence.number, decision=decision, request=own[0].number if single else 0)
