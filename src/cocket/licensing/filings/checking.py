"""A draft looked at as it would be filed: with what is attached to it counted among its papers."""

from datetime import date

from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.check.checker import Checker
from cocket.licensing.applications.papers import with_attached
from cocket.licensing.applications.preflight import Finding, preflight
from cocket.licensing.filings.documents import documents_of
from cocket.licensing.filings.finding import Draft, draft_of, draft_row


def check_draft(by: Actor, reference: str, checker: Checker, day: date) -> tuple[Draft, tuple[Finding, ...]]:
    """The newest version and what was found in it. A certificate for something else than what is asked now does not
    count. Raises NotAllowed, UnknownApplication, or LedgerError of the database."""
    with told():
        row = draft_row(by, reference)
        draft = draft_of(row)
        attached = [(one.kind, one.request) for one in documents_of(row, draft.application) if one.covers]
    return draft, preflight(with_attached(draft.application, attached), checker, day)
