"""Every refusal as application/problem+json (RFC 9457): what is wrong, where, and what to do."""

import json
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpResponse

from cocket.check.tables import TableError
from cocket.gate.errors import Changed, EventRefused, GateError, UnknownDeclaration
from cocket.law.errors import LawError
from cocket.ledger.errors import LedgerError, LedgerUnavailable
from cocket.licensing.licences.errors import LicenceError, MoveRefused, NumberTaken, UnknownLicence

CONTENT_TYPE: Final = "application/problem+json"
TYPE: Final = "urn:cocket:problem:"


@dataclass(frozen=True, slots=True)
class Problem:
    """``name`` makes the type, by which programs tell one from another; ``more`` are members beside the usual ones."""

    status: int
    name: str
    detail: str
    more: dict[str, Any] = field(default_factory=dict)

    def body(self) -> str:
        whole = {
            "type": TYPE + self.name,
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
            **self.more,
        }
        return json.dumps(whole, ensure_ascii=False)

    def response(self) -> HttpResponse:
        response = HttpResponse(self.body(), status=self.status, content_type=CONTENT_TYPE)
        if self.status == HTTPStatus.SERVICE_UNAVAILABLE:
            response["Retry-After"] = "1"
        return response


def problem_of(error: Exception) -> Problem | None:
    """None for a fault of the program."""
    match error:
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
        case LicenceError():
            return _of_licence(422, "bad-licence", error)
        case LawError():
            place = {"key": error.key, "problem": error.problem, "remedy": error.remedy}
            where = f"{error.key}: " if error.key else ""
            return Problem(422, "bad-content", f"{where}{error.problem}. {error.remedy}", {"errors": [place]})
        case LedgerUnavailable():
            return Problem(503, "database-unavailable", str(error), {"in_doubt": error.in_doubt})
        case LedgerError():
            return Problem(500, "ledger-fault", str(error))
    return None


def _of_gate(status: int, name: str, error: GateError | TableError) -> Problem:
    place = {"key": getattr(error, "column", ""), "problem": error.what, "remedy": error.remedy}
    return Problem(status, name, str(error), {"errors": [place]})


def _of_licence(status: int, name: str, error: LicenceError) -> Problem:
    place = {"key": error.key, "problem": error.what, "remedy": error.remedy}
    return Problem(status, name, str(error), {"errors": [place]})
