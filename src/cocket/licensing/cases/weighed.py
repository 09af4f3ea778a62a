"""What a case is about weighed on a day: looked at before the case is locked, so that nobody waits for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cocket.check.composition_text import gather_composition
from cocket.law.words import Words
from cocket.licensing.applications.application import Application, Request
from cocket.licensing.cases.faults import wrong
from cocket.licensing.cases.finding import Case
from cocket.licensing.cases.office import Office
from cocket.licensing.casework.errors import CaseworkError, Reason
from cocket.licensing.casework.state import CaseState, Event
from cocket.licensing.casework.values import condition_of, read_facts
from cocket.licensing.decisions.evidence import Evidence, codes_granted, digest_of, gather
from cocket.licensing.decisions.granting import granted_requests
from cocket.licensing.decisions.screened import Screened, screened
from cocket.licensing.decisions.splitting import Placed, read_place
from cocket.licensing.decisions.subject import Subject, of_application, of_goods, of_licence
from cocket.licensing.filings.finding import Filing, find_filing
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.records.finding import find_licence

STEPS: Final = ("screen", "propose", "grant", "grant_in_part", "refuse", "issue", "rule")
"""Those that need it."""
REGIME: Final = "dual_use"
"""A ruling is asked by Decree 792 Art. 14."""
ASKS: Final = ("ask_ruling", "ask_ruling_again")
NEWLY_HIT: Final = Words(
    zh="当前名单上有尚未处理的命中，须重新筛查", en="The lists of today have a hit that nobody has settled"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weighed:
    """``filing``: the application that the case is about, None where it is about a licence or about goods."""

    filing: Filing | None
    screened: Screened
    evidence: Evidence

    @property
    def day(self) -> date:
        return self.evidence.day

    @property
    def application(self) -> Application:
        assert self.filing is not None
        return self.filing.application

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


def weigh(subject: Subject, office: Office, day: date, filing: Filing | None = None) -> Weighed:
    """Raises FactError, ReadingError, or ListError."""
    found = screened(subject.parties, office.checker, office.lists(day), day)
    return Weighed(filing, found, gather(subject, office.checker, found, day))


def weighed_for(step: str, case: Case, reference: str, office: Office, day: date) -> Weighed | None:
    """``reference``: of the case's application. None where the step does not need it, or the application is not kept
    here."""
    if step not in STEPS:
        return None
    filing = find_filing(reference) if reference else None
    subject = filed(filing) if filing is not None else subject_of(case)
    return weigh(subject, office, day, filing) if subject is not None else None


def filed(filing: Filing) -> Subject:
    return of_application(filing.application, filing.named, filing.documents)


def subject_of(case: Case) -> Subject | None:
    """Of a case without an application of its own: the licence to be amended, or the goods to be classified."""
    if case.state.kind == "amendment":
        return of_licence(find_licence(case.state.licence))
    return asked_goods(case.number, case.events) if case.state.kind == "ruling" else None


def named_now(case: Case) -> dict[str, object]:
    subject = subject_of(case)
    return subject.named if subject is not None else {}


def asked_goods(number: str, events: Sequence[Event]) -> Subject:
    """What was asked last; ``number`` of the case."""
    asked = max(place for place, one in enumerate(events) if one.step in ASKS)
    said = events[asked].said
    digest = digest_of(said["question"] + "\n" + said.get("facts", ""))
    return of_goods(facts_of(said), REGIME, {"case": number, "event": asked + 1, "digest": digest})


def facts_of(said: Mapping[str, str]) -> dict[str, str]:
    return read_facts(said["facts"]) if said.get("facts") else {}


def refuse_unreadable(step: str, said: Mapping[str, str], office: Office) -> None:
    """Raises LawError, FactError or ReadingError for facts of a request to classify that nobody could weigh."""
    if step in ASKS and said.get("facts"):
        office.checker.read(gather_composition(facts_of(said)))


def placed(state: CaseState, granted: tuple[Request, ...]) -> tuple[Placed, ...]:
    """The conditions that stand. Raises LicenceError for one on what is not granted: it would bind nothing."""
    found = []
    for one in state.conditions:
        if one.removed_by:
            continue
        made = Placed(condition_of(one.words), *read_place(one.on))
        if not any(made.is_on(request.number, wanted.item) for request in granted for wanted in request.wanted):
            raise LicenceError(*wrong("condition_on_nothing", name=one.name, on=one.on), "on")
        found.append(made)
    return tuple(found)
