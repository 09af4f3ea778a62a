"""An application weighed on a day: looked at before the case is locked, so that nobody waits for it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from cocket.law.words import Words
from cocket.licensing.applications.application import Application, Request
from cocket.licensing.cases.office import Office
from cocket.licensing.casework.errors import CaseworkError, Reason
from cocket.licensing.casework.state import CaseState
from cocket.licensing.casework.values import condition_of
from cocket.licensing.decisions.evidence import Evidence, codes_granted, gather
from cocket.licensing.decisions.granting import granted_requests
from cocket.licensing.decisions.screened import Screened, screened
from cocket.licensing.decisions.splitting import Placed, read_place
from cocket.licensing.filings.finding import Filing, find_filing
from cocket.licensing.licences.errors import LicenceError

STEPS = ("screen", "propose", "grant", "grant_in_part", "refuse", "issue")
"""Those that need it."""
NEWLY_HIT: Final = Words(
    zh="当前名单上有尚未处理的命中，须重新筛查", en="The lists of today have a hit that nobody has settled"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weighed:
    filing: Filing
    application: Application
    screened: Screened
    evidence: Evidence

    @property
    def day(self) -> date:
        return self.evidence.day

    def granted(self, outcome: str, text: str) -> tuple[Request, ...]:
        """What a decision of that outcome grants. Raises LicenceError."""
        if outcome == "refuse":
            return ()
        return granted_requests(self.application, text) if outcome == "partial" else self.application.requests

    def codes(self, outcome: str, text: str) -> dict[tuple[int, int], str]:
        """Raises LicenceError where the law does not let it be granted."""
        return dict(codes_granted(self.application, self.granted(outcome, text), self.evidence.judged))

    def refuse_open_hits(self, step: str) -> None:
        """The lists may have changed since the officer recorded his screening."""
        if self.screened.open_hits:
            raise CaseworkError(step, (Reason("screened", NEWLY_HIT),))


def weigh(filing: Filing, office: Office, day: date) -> Weighed:
    """Raises FactError, ReadingError, or ListError."""
    application = filing.application
    found = screened(application, office.checker, office.lists(day), day)
    evidence = gather(application, filing.named, filing.documents, office.checker, found, day)
    return Weighed(filing, application, found, evidence)


def weighed_for(step: str, reference: str, office: Office, day: date) -> Weighed | None:
    """None where the step does not need it or the application is not kept here."""
    return weigh(find_filing(reference), office, day) if reference and step in STEPS else None


def placed(state: CaseState, granted: tuple[Request, ...]) -> tuple[Placed, ...]:
    """The conditions that stand. Raises LicenceError for one on what is not granted: it would bind nothing."""
    found = []
    for one in state.conditions:
        if one.removed_by:
            continue
        made = Placed(condition_of(one.words), *read_place(one.on))
        if not any(made.is_on(request.number, wanted.item) for request in granted for wanted in request.wanted):
            what = f"The condition {one.name!a} is on {one.on!a}, of which nothing is granted"
            raise LicenceError(what, "Remove the condition, or place it on what is granted", "on")
        found.append(made)
    return tuple(found)
