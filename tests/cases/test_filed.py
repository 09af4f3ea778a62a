"""From a draft to licences in the ledger: each decision keeps what it rests on, and nothing is half done."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, connection

from cocket.law.lawbook import load_lawbook
from cocket.ledger import LedgerFault
from cocket.licensing.applications.application import Application
from cocket.licensing.cases import deciding, taking
from cocket.licensing.cases.decided import decisions_of, find_decision, near_decisions, replay
from cocket.licensing.cases.errors import Stale
from cocket.licensing.cases.filing import file_application
from cocket.licensing.cases.finding import find_case
from cocket.licensing.cases.models import CaseRecord, DealRecord, DecisionRecord, IssuedRecord
from cocket.licensing.cases.office import Office
from cocket.licensing.casework.errors import CaseworkError
from cocket.licensing.decisions.screened import screened
from cocket.licensing.decisions.subject import of_application
from cocket.licensing.filings.drafting import save, save_new
from cocket.licensing.filings.errors import Filed, StaleDraft, UnknownApplication
from cocket.licensing.filings.finding import find_draft, find_filing, list_drafts
from cocket.licensing.licences.condition import ReportDue
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.status import Status
from cocket.licensing.records import clock
from cocket.licensing.records.book import ledger
from cocket.licensing.records.finding import Filter as LicenceFilter
from cocket.licensing.records.finding import find_licence, list_licences
from cocket.licensing.records.models import LicenceRecord
from cocket.reading.line import ReadingError
from cocket.screening.catalogue import ListInUse, ScreenedList, build_catalogue
from tests.cases.desk import office
from tests.cases.filed import PAPERS, PARTIAL, filed, granted, in_review, take
from tests.casework.people import APPROVER, CHECKER, EXPORTER, OFFICER, STRANGER
from tests.decisions.samples import DAY, LISTED, MAGNETS, STEEL, application, cleared, kg, lists, request
from tests.licensing.samples import ANYONE

pytestmark = pytest.mark.usefixtures("database")


def test_a_draft_is_kept_in_versions_and_is_its_own_firms_alone() -> None:
    first = save_new(EXPORTER, application(), clock.now())
    assert (first.reference, first.version, first.is_open) == ("A-2026-000001", 1, True)
    second = save(EXPORTER, first.reference, application(months=6), clock.now(), seen=1)
    assert (second.version, find_draft(EXPORTER, first.reference).application.months) == (2, 6)
    with pytest.raises(UnknownApplication):
        find_draft(STRANGER, first.reference)
    with pytest.raises(UnknownApplication):
        save(STRANGER, first.reference, application(), clock.now())
    assert [one.reference for one in list_drafts(EXPORTER)] == [first.reference]
    assert list_drafts(STRANGER) == []


def test_who_has_not_seen_the_newest_version_is_told_what_changed() -> None:
    reference = save_new(EXPORTER, application(), clock.now()).reference
    save(EXPORTER, reference, application(months=6), clock.now(), seen=1)
    with pytest.raises(StaleDraft, match="months: 12 -> 6") as told:
        save(EXPORTER, reference, application(months=9), clock.now(), seen=1)
    assert (told.value.version, told.value.changed) == (2, (("months", "12", "6"),))
    assert find_draft(EXPORTER, reference).version == 2


def test_what_is_filed_is_frozen_until_it_is_returned() -> None:
    case = filed()
    (reference,) = CaseRecord.objects.values_list("filing", flat=True)
    with pytest.raises(Filed):
        save(EXPORTER, reference, application(), clock.now())
    take(case, CHECKER, "send_back", missing="contract")
    save(EXPORTER, reference, application(papers=PAPERS, months=6), clock.now())
    again = file_application(EXPORTER, reference, clock.now(), office())
    assert (again.number, again.state.status, len(again.events)) == (case.number, "filed", 3)
    assert [find_filing(reference, each).application.months for each in (1, 2)] == [12, 6]
    assert again.events[-1].said["filing"] == f"{reference}/2"


def test_the_case_has_the_papers_that_the_application_has() -> None:
    assert filed().state.missing == frozenset()
    without = application(replace(request(1, "US", "Velvet Hedgehog Drives"), certificate=False), papers=PAPERS)
    assert filed(without).state.missing == {"end-user-certificate"}


def test_a_grant_makes_one_licence_for_each_request_and_opens_it_in_the_ledger() -> None:
    case = take(granted(), OFFICER, "issue")
    assert case.state.status == "issued"
    assert case.events[-1].said["licences"] == "26-AA-100001\n26-AA-100002"
    first, second = (find_licence(number) for number in ("26-AA-100001", "26-AA-100002"))
    assert [one.lines[0].destinations for one in (first, second)] == [("US",), ("DE",)]
    assert {one.status for one in (first, second)} == {Status.VALID}
    line = ledger().line("26-AA-100002/1")
    assert line is not None
    assert line.limit_quantity == kg(200).number
    assert find_decision("D-2026-000001").licences == ("26-AA-100001", "26-AA-100002")


def test_of_a_grant_in_part_only_that_part_is_licensed_with_its_conditions() -> None:
    case = in_review()
    case = take(case, OFFICER, "propose_condition", condition="{report: arrival, within_days: 30}", on="2")
    case = take(case, OFFICER, "propose", **PARTIAL, granted="2/1: 50 kg")
    case = take(take(case, APPROVER, "grant_in_part"), OFFICER, "issue")
    (licence,) = (find_licence(number) for number in case.events[-1].said["licences"].splitlines())
    (line,) = licence.lines
    assert (line.terms.quantity, line.destinations) == (kg(50).number, ("DE",))
    assert [type(one) for one in line.conditions] == [ReportDue]
    outcomes = DealRecord.objects.order_by("request").values_list("request", "outcome")
    assert list(outcomes) == [(1, "refuse"), (2, "grant")]


def test_a_condition_on_what_is_not_granted_is_refused_with_the_proposal() -> None:
    case = take(in_review(), OFFICER, "propose_condition", on="1")
    with pytest.raises(LicenceError, match="of which nothing is granted"):
        take(case, OFFICER, "propose", **PARTIAL, granted="2")
    assert find_case(case.number).state.status == "review"


def test_what_needs_no_licence_cannot_be_proposed_to_be_granted() -> None:
    asked = application(request(1, "US", "Velvet Hedgehog Drives"), items=(replace(STEEL, number=1),), papers=PAPERS)
    case = in_review(asked)
    with pytest.raises(LicenceError, match="needs no licence"):
        take(case, OFFICER, "propose")
    refused = take(case, OFFICER, "propose", outcome="refuse", criterion="needs none", citation="Decree 792 Art. 2")
    assert take(refused, APPROVER, "refuse").state.status == "refused"


def test_what_cannot_be_read_is_not_filed() -> None:
    """Accepted, it could be neither granted nor refused."""
    asked = application(items=(replace(MAGNETS, facts=(("kind", "no such kind"),)),), papers=PAPERS)
    with pytest.raises(ReadingError, match="kind"):
        filed(asked)
    assert find_draft(EXPORTER, "A-2026-000001").is_open
    assert CaseRecord.objects.count() == 0


def test_names_that_grow_when_folded_do_not_stop_a_decision() -> None:
    case = granted(application(request(1, "DE", "ß" * 300), papers=PAPERS))
    (number,) = decisions_of(case.number)
    assert len(DealRecord.objects.get(decision=number).end_user) == 300


def test_a_screening_of_which_nothing_was_weighed_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the case is accepted between the weighing and the lock: stated hits would count then."""
    case = filed()
    for by, step in ((CHECKER, "forward"), (OFFICER, "accept")):
        case = take(case, by, step)
    monkeypatch.setattr(taking, "_weighed", lambda *_arguments: None)
    with pytest.raises(Stale):
        take(case, OFFICER, "screen", open_hits="0")
    assert find_case(case.number).state.open_hits is None


def test_hits_are_counted_by_the_machine_whatever_is_said() -> None:
    case = filed(application(request(1, "DE", LISTED.names[0]), papers=PAPERS))
    for by, step in ((CHECKER, "forward"), (OFFICER, "accept")):
        case = take(case, by, step)
    case = take(case, OFFICER, "screen", open_hits="0", evidence="none that I saw")
    assert case.state.open_hits == 1
    assert case.events[-1].said["evidence"].startswith("own of 2026-11-27")
    with pytest.raises(CaseworkError, match="not screened"):
        take(case, OFFICER, "review")


def test_a_party_listed_after_the_screening_stops_the_decision_and_the_issue() -> None:
    """The lists of the day of the decision count, not those of the screening."""
    hits = ("DE", LISTED.names[0])
    asked = application(request(1, *hits), papers=PAPERS)
    (hit,) = office_hits(asked)
    settled = Office(load_lawbook(), lambda _day, _digests: lists(cleared=cleared(hit)))
    case = filed(asked)
    for by, step in ((CHECKER, "forward"), (OFFICER, "accept"), (OFFICER, "screen"), (OFFICER, "review")):
        case = take(case, by, step, settled)
    case = take(case, OFFICER, "propose", settled)
    with pytest.raises(CaseworkError, match="hit that nobody has settled"):
        take(case, APPROVER, "grant")
    assert (find_case(case.number).state.status, DecisionRecord.objects.count()) == ("proposed", 0)
    case = take(case, APPROVER, "grant", settled)
    with pytest.raises(CaseworkError, match="hit that nobody has settled"):
        take(case, OFFICER, "issue")
    assert (find_case(case.number).state.status, LicenceRecord.objects.count()) == ("granted", 0)


def office_hits(asked: Application) -> list[str]:
    parties = of_application(asked, {}, ()).parties
    data = screened(parties, office().checker, lists(), clock.now().date()).data
    return [hit["hit"] for party in data["parties"] for hit in party["hits"]]  # type: ignore[attr-defined]


def test_a_fault_at_the_second_licence_leaves_neither_nor_the_step(monkeypatch: pytest.MonkeyPatch) -> None:
    case, issued = granted(), []
    true_issue = deciding.moving.issue

    def failing(*args: object) -> object:
        issued.append(args)
        if len(issued) == 2:
            raise LedgerFault("the power went", "try again")
        return true_issue(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(deciding.moving, "issue", failing)
    with pytest.raises(LedgerFault):
        take(case, OFFICER, "issue")
    assert (find_case(case.number).state.status, LicenceRecord.objects.count(), IssuedRecord.objects.count()) == (
        "granted", 0, 0,
    )  # fmt: skip
    assert ledger().line("26-AA-100001/1") is None
    monkeypatch.undo()


def test_a_decision_is_made_again_and_is_identical() -> None:
    case = granted()
    (number,) = decisions_of(case.number)
    again = replay(number, office())
    assert again.identical
    assert (again.decision.outcome, again.decision.evidence["law_digest"]) == ("grant", office().lawbook.digest)


def rewritten(before: str, after: str) -> None:
    """By somebody who has the database itself and takes its guard away."""
    on = " on case_decision" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"drop trigger case_decision_no_rewrite{on}")
        cursor.execute("update case_decision set evidence = replace(evidence, %s, %s)", [before, after])


def test_evidence_that_somebody_altered_is_found() -> None:
    (number,) = decisions_of(granted().number)
    with pytest.raises(DatabaseError, match="kept"):
        DecisionRecord.objects.update(evidence="{}")
    rewritten('"SmCo"', '"NdFeB"')
    again = replay(number, office())
    assert again.altered
    assert again.faults
    assert not again.identical


def test_another_list_is_told_by_the_replay() -> None:
    case = granted()
    (number,) = decisions_of(case.number)
    other = build_catalogue([ScreenedList(ListInUse("own", DAY, "e" * 64, DAY, 1), (LISTED,))])
    changed = Office(load_lawbook(), lambda _day, _digests: replace(lists(), catalogue=other))
    assert [one.where for one in replay(number, changed).differences] == ["list own"]


def test_the_nearest_earlier_decisions_are_found_and_not_the_case_itself() -> None:
    granted()
    second = filed()
    reference = CaseRecord.objects.values_list("filing", flat=True).get(pk=second.number)
    near = near_decisions(reference, 3)
    assert [one.earlier.decision for one in near[1, 1]] == ["D-2026-000001"] * 2
    assert near[1, 1][0].differs == ()
    assert near[1, 1][1].differs == ("end_user", "destination")


def test_licences_are_listed_under_the_exporters_name() -> None:
    take(granted(), OFFICER, "issue")
    found = list_licences(ANYONE, LicenceFilter(clock.now().date(), holder="Ningyuan Magnetics"), 10)
    assert len(found) == 2
