"""Which fault is told as which problem. One that is not here is a fault of the program."""

from typing import Final

from cocket.accounts.errors import AccountError, NoEntry, NotAllowed, NotThere
from cocket.api.problems import Problem, ProblemError
from cocket.check.tables import TableError
from cocket.determination.read_facts import FactError
from cocket.gate.errors import Changed, EventRefused, GateError, UnknownDeclaration
from cocket.law.errors import LawError
from cocket.ledger.errors import LedgerError, LedgerUnavailable
from cocket.licensing.applications.media import BadDocument
from cocket.licensing.cases.data import event_data, reasons_data
from cocket.licensing.cases.decided import UnknownDecision
from cocket.licensing.cases.decisions import NothingToCompare
from cocket.licensing.cases.errors import CaseError, Stale, UnknownCase
from cocket.licensing.casework.errors import CaseworkError
from cocket.licensing.clock import ClockError
from cocket.licensing.filings.errors import (
    Filed,
    StaleDraft,
    StoreFault,
    TooLarge,
    UnknownApplication,
    UnknownDocument,
    UnknownInvitation,
)
from cocket.licensing.licences.errors import LicenceError, MoveRefused, NumberTaken, UnknownLicence
from cocket.outbox.errors import NameTaken, OutboxError, UnknownSubscription
from cocket.reading.line import ReadingError
from cocket.screening.lists.errors import ListError

FAULTS: Final = (
    AccountError, CaseError, CaseworkError, ClockError, FactError, GateError, LawError, LedgerError, LicenceError,
    ListError, OutboxError, ProblemError, ReadingError, TableError,
)  # fmt: skip
_OF_APPLICATIONS: Final[dict[type[LicenceError], tuple[int, str]]] = {
    UnknownApplication: (404, "unknown-application"),
    UnknownDocument: (404, "unknown-document"),
    UnknownInvitation: (404, "unknown-invitation"),
    BadDocument: (422, "bad-document"),
    Filed: (409, "filed"),
    TooLarge: (413, "too-large"),
    StoreFault: (503, "documents-unavailable"),
}


def problem_of(error: Exception) -> Problem | None:
    """None for a fault of the program."""
    match error:
        case ProblemError():
            return error.problem
        case AccountError():
            return _of_account(error)
        case CaseError() | CaseworkError() | ClockError():
            return _of_case(error)
        case UnknownLicence():
            return _of_licence(404, "unknown-licence", error)
        case NumberTaken():
            return _of_licence(409, "number-taken", error)
        case MoveRefused():
            more = {"number": error.number, "move": error.move, "why": error.why}
            return Problem(409, "move-refused", str(error), {**more, "remedy": error.remedy})
        case UnknownDeclaration():
            return _of_gate(404, "unknown-declaration", error)
        case Changed():
            changed = [{"field": name, "first": first, "now": now} for name, first, now in error.differences]
            return Problem(409, "declaration-changed", str(error), {"differences": changed})
        case EventRefused():
            return _of_gate(409, "event-refused", error)
        case GateError() | TableError():
            return _of_gate(422, "bad-declaration", error)
        case StaleDraft():
            return _of_draft(error)
        case LicenceError():
            return _of_licence(*_OF_APPLICATIONS.get(type(error), (422, "bad-licence")), error)
        case OutboxError():
            kinds = {UnknownSubscription: (404, "unknown-webhook"), NameTaken: (409, "name-taken")}
            status, name = kinds.get(type(error), (422, "bad-webhook"))
            place = {"key": error.key, "problem": error.what, "remedy": error.remedy}
            return Problem(status, name, str(error), {"errors": [place]})
        case FactError() | ReadingError():
            place = {"key": error.key, "problem": error.problem, "remedy": error.remedy}
            return Problem(422, "bad-facts", str(error), {"errors": [place]})
        case ListError():
            # the lists are this installation's, and without them nobody is screened
            return Problem(503, "lists-unavailable", str(error))
        case LawError():
            place = {"key": error.key, "problem": error.problem, "remedy": error.remedy}
            where = f"{error.key}: " if error.key else ""
            return Problem(422, "bad-content", f"{where}{error.problem}. {error.remedy}", {"errors": [place]})
        case LedgerUnavailable():
            return Problem(503, "database-unavailable", str(error), {"in_doubt": error.in_doubt})
        case LedgerError():
            return Problem(500, "ledger-fault", str(error))
    return None


def _of_account(error: AccountError) -> Problem:
    kinds = {NoEntry: (401, "no-entry"), NotAllowed: (403, "not-allowed"), NotThere: (404, "not-there")}
    status, name = kinds.get(type(error), (422, "bad-account"))
    place = {"key": error.key, "problem": error.what, "remedy": error.remedy}
    return Problem(status, name, str(error), {"errors": [place]})


def _of_case(error: CaseError | CaseworkError | ClockError) -> Problem:
    match error:
        case UnknownCase():
            return Problem(404, "unknown-case", str(error))
        case UnknownDecision():
            return Problem(404, "unknown-decision", str(error))
        case NothingToCompare():
            return Problem(409, "nothing-to-compare", str(error))
        case Stale():
            since = [event_data(one) for one in error.since]
            return Problem(409, "stale", str(error), {"number": error.number, "version": error.version, "since": since})
        case CaseworkError():
            return _of_step(error)
        case ClockError():
            return Problem(409, "clock-unread", str(error))
        case CaseError():
            return Problem(422, "bad-case", str(error))


def _of_step(error: CaseworkError) -> Problem:
    """What lacks only in what was said is the request's fault, not the case's."""
    names = {one.name for one in error.reasons}
    status, name = (422, "bad-step") if names <= {"says", "step"} else (409, "step-refused")
    if "role" in names:
        status, name = 403, "not-allowed"
    return Problem(status, name, str(error), {"step": error.step, "reasons": reasons_data(error.reasons)})


def _of_gate(status: int, name: str, error: GateError | TableError) -> Problem:
    place = {"key": getattr(error, "column", ""), "problem": error.what, "remedy": error.remedy}
    return Problem(status, name, str(error), {"errors": [place]})


def _of_draft(error: StaleDraft) -> Problem:
    changed = [{"key": key, "before": before, "after": after} for key, before, after in error.changed]
    return Problem(409, "stale", str(error), {"version": error.version, "changed": changed})


def _of_licence(status: int, name: str, error: LicenceError) -> Problem:
    place = {"key": error.key, "problem": error.what, "remedy": error.remedy}
    return Problem(status, name, str(error), {"errors": [place]})
