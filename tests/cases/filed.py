"""An application of the made-up magnet maker taken through its case."""

from cocket.accounts.actor import Actor
from cocket.licensing.applications.application import Application
from cocket.licensing.cases.filing import file_application
from cocket.licensing.cases.finding import Case
from cocket.licensing.cases.office import Office
from cocket.licensing.cases.taking import take_step
from cocket.licensing.filings.drafting import save_new
from cocket.licensing.records import clock
from tests.cases.desk import office
from tests.casework.people import APPROVER, CHECKER, EXPORTER, OFFICER, event
from tests.decisions.samples import application

PAPERS = ("application-form", "identity", "contract", "technical-description")
TO_REVIEW = ((CHECKER, "forward"), (OFFICER, "accept"), (OFFICER, "screen"), (OFFICER, "review"))
PARTIAL = {"outcome": "partial", "criterion": "end use in doubt", "citation": "Law Art. 13"}


def filed(asked: Application | None = None) -> Case:
    one = asked or application(papers=PAPERS)
    draft = save_new(EXPORTER, one, clock.now())
    return file_application(EXPORTER, draft.reference, clock.now(), office())


def take(case: Case, by: Actor, step: str, desk: Office | None = None, **said: str) -> Case:
    told = {**event(step, by).said, **said}
    return take_step(by, case.number, step, told, clock.now(), desk or office())


def in_review(asked: Application | None = None) -> Case:
    case = filed(asked)
    for by, step in TO_REVIEW:
        case = take(case, by, step)
    return case


def granted(asked: Application | None = None) -> Case:
    case = take(in_review(asked), OFFICER, "propose")
    return take(case, APPROVER, "grant")
