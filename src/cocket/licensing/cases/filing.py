"""An application is filed: frozen as it stands, and a case opened on it or the returned one gone on with."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.law.instrument import LicenceType
from cocket.licensing.applications.application import Application
from cocket.licensing.applications.papers import CERTIFICATE, with_attached
from cocket.licensing.applications.preflight import stated
from cocket.licensing.cases.finding import Case
from cocket.licensing.cases.models import CaseRecord
from cocket.licensing.cases.office import Office
from cocket.licensing.cases.taking import open_case, take_step
from cocket.licensing.filings.drafting import draft_to_file, freeze
from cocket.licensing.filings.finding import Filing
from cocket.licensing.licences.licence import Kind
from cocket.licensing.records.clock import authority_day


def file_application(by: Actor, reference: str, moment: datetime, office: Office, *, seen: int | None = None) -> Case:
    """``seen``: the version that the asker looked at. Raises NotAllowed, UnknownApplication, Filed, StaleDraft,
    CaseworkError, FactError or ReadingError for facts of an item that cannot be read, or LedgerError of the database;
    then nothing is filed."""
    return file_ready(ready_filing(by, reference, moment, office, seen=seen))


@dataclass(frozen=True, slots=True)
class ReadyFiling:
    """An application whose ``version`` the law can read, not locked yet."""

    by: Actor
    reference: str
    version: int
    moment: datetime
    office: Office


def ready_filing(
    by: Actor, reference: str, moment: datetime, office: Office, *, seen: int | None = None
) -> ReadyFiling:
    """Outside of any transaction: the law reads each item, and nobody waits for it. Raises as `file_application`."""
    with told():
        draft = draft_to_file(by, reference, seen=seen)
    _refuse_unreadable(draft.application, office, authority_day(moment))
    return ReadyFiling(by, reference, draft.version, moment, office)


def file_ready(ready: ReadyFiling) -> Case:
    """Raises as `file_application`, and StaleDraft where another version was saved since the law read this one."""
    by, reference, moment, office = ready.by, ready.reference, ready.moment, ready.office
    with told(changing=True), transaction.atomic():
        # the case first and then its application, in the order in which whoever returns it takes them
        case = CaseRecord.objects.select_for_update().filter(filing=reference).first()
        filing = freeze(by, reference, moment, seen=ready.version)
        application = filing.application
        said = _said(filing, application)
        if case is not None:
            return take_step(by, case.number, "file_again", said, moment, office)  # of which nothing is weighed
        licence: LicenceType = "single" if application.kind is Kind.SINGLE else "general"
        return open_case(by, "licence", said, moment, office, licence=licence, filing=reference)


def _refuse_unreadable(application: Application, office: Office, day: date) -> None:
    """What cannot be read cannot be weighed: the case could neither be granted nor refused."""
    for request in application.requests:
        for wanted in request.wanted:
            office.checker.read(stated(application.items[wanted.item - 1], request, day))


def _said(filing: Filing, application: Application) -> dict[str, str]:
    """The papers are those that are attached and those that are named, which come on paper; which is which is told."""
    attached = [_attached(one) for one in filing.documents]
    at_hand = with_attached(application, [(one["kind"], one["request"]) for one in filing.documents])
    papers = [one for one in at_hand.papers if one != CERTIFICATE]
    # one certificate is not the others': the paper is there when each end user's is
    papers += [CERTIFICATE] if all(one.certificate for one in at_hand.requests) else []
    return {
        "papers": "\n".join(papers),
        **({"attached": "\n".join(attached)} if attached else {}),
        "filing": f"{filing.reference}/{filing.sequence}",
        "digest": filing.digest,
    }


def _attached(document: dict[str, Any]) -> str:
    """As everybody who sees the case may read it: of what is sealed no more than that it is there."""
    of = f" of request {document['request']}" if document["request"] else ""
    return f"{document['kind']}{of}{', sealed' if document['sealed'] else ''} (document {document['number']})"


def case_of_application(reference: str) -> str | None:
    """The number of its case, None before it was first filed; for faces that have found the application."""
    with told():
        number: str | None = CaseRecord.objects.filter(filing=reference).values_list("number", flat=True).first()
    return number
