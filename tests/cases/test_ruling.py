"""A request to classify: the answer is kept beside what the law says of the facts, and comes out again."""

import pytest

from cocket.determination.read_facts import FactError
from cocket.law.errors import LawError
from cocket.licensing.cases.decided import decisions_of, find_decision, replay
from cocket.licensing.cases.finding import Case, find_case
from cocket.licensing.cases.models import CaseRecord, DecisionRecord
from cocket.licensing.cases.taking import open_case
from cocket.licensing.casework.errors import CaseworkError
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.records import clock
from tests.cases.desk import office
from tests.cases.filed import take
from tests.casework.people import APPROVER, EXPORTER, OFFICER

pytestmark = pytest.mark.usefixtures("database")
FACTS = (
    '{description: sintered magnet, kind: magnet, family: SmCo, composition: "Sm 26 %, Co 74 %", '
    'composition_complete: "true", destination: "DE", end_user: Kettle, end_user_type: civil, end_use: civil}'
)


def asked(facts: str = FACTS) -> Case:
    said = {"question": "which code has this magnet?", "facts": facts}
    return open_case(EXPORTER, "ruling", said, clock.now(), office())


def ruled(case: Case, code: str) -> Case:
    return take(take(case, OFFICER, "take_up"), APPROVER, "rule", control_code=code, reason="as measured")


def test_a_ruling_keeps_what_the_law_says_of_the_facts_and_comes_out_again() -> None:
    case = ruled(asked(), "1C902.a.4")
    (number,) = decisions_of(case.number)
    decision = find_decision(number)
    assert (decision.outcome, decision.granted) == ("ruling", "1C902.a.4")
    assert [(one["outcome"], one["codes"]) for one in decision.evidence["judged"]] == [
        ("LICENCE_REQUIRED", ["1C902.a.4"])
    ]
    assert decision.evidence["filing"]["event"] == 1
    found = replay(number, office())
    assert found.identical, found


def test_a_question_without_facts_rests_on_the_law_alone() -> None:
    case = ruled(asked(facts=""), "none")
    decision = find_decision(decisions_of(case.number)[0])
    assert (decision.granted, decision.evidence["judged"]) == ("none", [])
    assert decision.evidence["law_digest"] == office().lawbook.digest
    assert replay(decision.number, office()).identical


def test_what_was_asked_again_is_what_is_answered() -> None:
    case = take(asked(), OFFICER, "return", missing="what is it made of?")
    case = take(case, EXPORTER, "ask_ruling_again", question="and this?", facts=FACTS.replace("SmCo", "NdFeB"))
    decision = find_decision(decisions_of(ruled(case, "none").number)[0])
    assert decision.evidence["filing"]["event"] == 3
    assert replay(decision.number, office()).identical


@pytest.mark.parametrize("code", ["1C902.z", "magnets", ""])
def test_a_code_that_no_entry_has_is_no_answer(code: str) -> None:
    case = asked()
    with pytest.raises((LicenceError, CaseworkError)):
        ruled(case, code)
    assert (find_case(case.number).state.status, DecisionRecord.objects.count()) == ("review", 0)


@pytest.mark.parametrize(("facts", "error"), [("{kind: 7 x", LawError), ("{composition: 'Sm ?? %'}", FactError)])
def test_facts_that_cannot_be_read_are_not_filed(facts: str, error: type) -> None:
    with pytest.raises(error):
        asked(facts)
    assert not CaseRecord.objects.exists()
