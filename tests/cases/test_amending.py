"""A request to amend: its licence is not used meanwhile, and is kept, or replaced in the step that ends the case."""

import json

import pytest
import yaml

from cocket.accounts.models import AuditRecord, OrganisationRecord
from cocket.law.errors import LawError
from cocket.licensing.cases.decided import decisions_of, find_decision, replay
from cocket.licensing.cases.finding import Case, find_case
from cocket.licensing.cases.models import CaseRecord
from cocket.licensing.cases.taking import open_case
from cocket.licensing.casework.errors import CaseworkError
from cocket.licensing.licences.amendment import KeyChange
from cocket.licensing.licences.errors import MoveRefused, UnknownLicence
from cocket.licensing.licences.status import Move, Status
from cocket.licensing.licences.writing import licence_data
from cocket.licensing.records import clock, moving
from cocket.licensing.records.finding import find_licence
from cocket.licensing.records.moving import Ordered
from tests.cases.desk import listed, office
from tests.cases.filed import take
from tests.casework.people import APPROVER, CHECKER, EXPORTER, OFFICER
from tests.licensing.samples import NUMBER, general

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def licence(database: str) -> None:
    moving.issue(general(), Ordered("Ministry", "granted", clock.now()), office().lawbook)


def asked() -> Case:
    said = {"licence": NUMBER, "change": "half a year longer"}
    return open_case(EXPORTER, "amendment", said, clock.now(), office())


def granted() -> Case:
    case = asked()
    steps = ((CHECKER, "forward"), (OFFICER, "accept"), (OFFICER, "screen"), (OFFICER, "review"), (OFFICER, "propose"))
    for by, step in (*steps, (APPROVER, "grant")):
        case = take(case, by, step)
    return case


def content(**changes: object) -> str:

    data = licence_data(general(quantity=50)) | changes
    return json.dumps({key: value for key, value in data.items() if key != "number"})


def audited(number: str) -> list[str]:
    rows = AuditRecord.objects.filter(subject=f"licence/{number}").order_by("sequence")
    return [one.verb for one in rows if one.person in ("li", "wang")]


def status(number: str = NUMBER) -> Status:
    return find_licence(number).status


def test_from_the_request_on_the_licence_is_not_used() -> None:
    asked()
    assert status() is Status.IN_AMENDMENT
    with pytest.raises(MoveRefused):
        asked()
    assert CaseRecord.objects.count() == 1


def test_a_request_that_is_withdrawn_or_refused_leaves_the_old_licence_standing() -> None:
    take(asked(), EXPORTER, "withdraw")
    assert status() is Status.VALID
    case = asked()
    for by, step in ((CHECKER, "forward"), (OFFICER, "accept"), (OFFICER, "screen"), (OFFICER, "review")):
        case = take(case, by, step)
    case = take(case, OFFICER, "propose", outcome="refuse", criterion="no ground", citation="Decree 792 Art. 18")
    case = take(take(case, APPROVER, "refuse"), OFFICER, "notify")
    assert (case.state.status, status()) == ("notified", Status.VALID)


def test_a_licence_that_ended_meanwhile_is_not_waked() -> None:
    case = asked()
    moving.move(NUMBER, Move.SURRENDER, Ordered("holder", "not needed", clock.now()))
    assert take(case, EXPORTER, "withdraw").state.status == "withdrawn"
    assert status() is Status.SURRENDERED


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_the_new_licence_replaces_the_old_one_under_a_number_of_its_own(form: str) -> None:

    text = content() if form == "json" else yaml.safe_dump(json.loads(content()), default_style='"')
    case = take(granted(), OFFICER, "replace", content=text)
    assert case.events[-1].said["licences"] == "26-AG-200001"
    assert audited(NUMBER) == ["amend", "replace"]
    assert audited("26-AG-200001") == ["issue"]
    assert (status(), status("26-AG-200001")) == (Status.REPLACED, Status.VALID)


@pytest.mark.parametrize(
    ("changes", "error"),
    [({"lines": "none"}, LawError), ({"number": "26-AA-1"}, LawError)],
)
def test_content_that_is_no_licence_leaves_everything_as_it_was(changes: dict[str, object], error: type) -> None:

    case = granted()
    text = json.dumps({**json.loads(content()), **changes})
    with pytest.raises(error):
        take(case, OFFICER, "replace", content=text)
    assert (find_case(case.number).state.status, status()) == ("granted", Status.IN_AMENDMENT)


def test_another_destination_is_a_new_application() -> None:

    data = json.loads(content())
    data["lines"][0]["destinations"] = ["US"]
    case = granted()
    with pytest.raises(KeyChange, match="destinations"):
        take(case, OFFICER, "replace", content=json.dumps(data))
    assert (find_case(case.number).state.status, status()) == ("granted", Status.IN_AMENDMENT)


def test_somebody_elses_licence_is_as_one_that_is_not_there() -> None:
    OrganisationRecord.objects.create(
        short="ningyuan", kind="exporter", name="Ningyuan", register_number="91330200MA2EXAMPLE"
    )
    with pytest.raises(UnknownLicence):
        asked()
    assert status() is Status.VALID
    with pytest.raises(UnknownLicence):
        open_case(EXPORTER, "amendment", {"licence": "26-AA-9", "change": "x"}, clock.now(), office())


def test_what_is_granted_rests_on_the_licence_and_comes_out_again() -> None:
    """The hits are counted on the licence's own parties, whatever the officer states."""
    case = granted()
    (number,) = decisions_of(case.number)
    decision = find_decision(number)
    assert (decision.outcome, decision.evidence["filing"]["licence"]) == ("grant", NUMBER)
    assert {party["name"] for party in decision.evidence["screened"]["parties"]} == {
        "Ningde Magnet Works", "Kettle Works GmbH", "凯特尔",
    }  # fmt: skip
    assert [one["codes"] for one in decision.evidence["judged"]] == [["1C902.a.4"]]
    assert replay(number, office()).identical
    take(case, OFFICER, "replace", content=content())
    assert find_decision(number).licences == ("26-AG-200001",)
    assert replay(number, office()).identical, "the old licence is kept as it was issued"


def test_a_party_of_the_licence_that_is_listed_now_stops_its_amendment() -> None:
    desk = listed("Kettle Works GmbH")
    case = take(take(asked(), CHECKER, "forward"), OFFICER, "accept")
    case = take(case, OFFICER, "screen", desk, open_hits="0")
    assert case.state.open_hits == 1
    with pytest.raises(CaseworkError, match="hit is not settled"):
        take(case, OFFICER, "review", desk)
