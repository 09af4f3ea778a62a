"""What each step needs, each with the step that fails for want of it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.accounts.actor import Actor
from cocket.licensing.casework.errors import CaseworkError
from cocket.licensing.casework.state import SIDES, CaseState, Event
from cocket.licensing.casework.steps import fold, make, possible, why_not
from tests.casework.people import (
    ADVISER,
    APPROVER,
    BOTH,
    CHECKER,
    EVERYBODY,
    EXPORTER,
    NOW,
    OFFICER,
    PAPERS,
    SAYS,
    STRANGER,
    TABLE,
    TO_REVIEW,
    case,
    event,
)


def names(state: CaseState, one: Event) -> set[str]:
    return {reason.name for reason in why_not(TABLE, state, one)}


def test_a_case_goes_from_filing_to_issue() -> None:
    state = case(
        *TO_REVIEW, event("refer", OFFICER), event("advise", ADVISER), event("propose", OFFICER),
        event("grant", APPROVER), event("issue", OFFICER),
    )  # fmt: skip
    assert state.status == "issued"


def test_a_paper_that_is_missing_stops_the_case_and_is_named() -> None:
    state = case(event("file", EXPORTER, papers="application-form"))
    (reason,) = why_not(TABLE, state, event("forward", CHECKER))
    assert reason.name == "papers"
    assert reason.text.en.endswith("contract, end-user-certificate")
    back = case(event("file", EXPORTER, papers="application-form"), event("send_back", CHECKER, missing="contract"))
    assert back.status == "returned"
    assert names(make(TABLE, back, event("file_again", EXPORTER)), event("forward", CHECKER)) == set()


def test_the_wrong_role_is_told_who_may() -> None:
    (reason,) = why_not(TABLE, case(event("file", EXPORTER)), event("forward", OFFICER))
    assert reason.text.en == "It is for checker, not for officer"
    assert reason.text.zh == "只有 checker 可以，officer 不可以"


def test_an_application_of_somebody_else_is_not_withdrawn() -> None:
    state = case(event("file", EXPORTER))
    assert names(state, event("withdraw", STRANGER)) == {"own"}
    assert names(state, event("withdraw", EXPORTER)) == set()


def test_who_handled_the_case_does_not_approve_it() -> None:
    state = case(*TO_REVIEW, event("propose", OFFICER))
    assert names(state, event("grant", BOTH)) == {"one_side"}
    assert names(state, event("grant", APPROVER)) == set()


def test_a_party_with_a_hit_that_is_not_settled_stops_the_review() -> None:
    filed = (event("file", EXPORTER), event("forward", CHECKER), event("accept", OFFICER))
    assert names(case(*filed), event("review", OFFICER)) == {"screened"}
    assert names(case(*filed, event("screen", OFFICER, open_hits="1")), event("review", OFFICER)) == {"screened"}
    later = case(*TO_REVIEW, event("screen", OFFICER, open_hits="2"))
    assert "screened" in names(later, event("propose", OFFICER))


def test_nothing_is_proposed_before_everything_is_answered() -> None:
    state = case(
        *TO_REVIEW, event("refer", OFFICER), event("ask", OFFICER), event("stop", OFFICER), event("send_up", OFFICER)
    )
    assert names(state, event("propose", OFFICER)) == {"answered", "advised", "no_stop", "not_before_council"}


def test_all_reasons_are_told_at_once() -> None:
    state = case(*TO_REVIEW, event("refer", OFFICER))
    assert names(state, event("propose", BOTH, outcome="perhaps")) == {
        "role", "one_side", "advised", "known_outcome", "grounds",
    }  # fmt: skip


@pytest.mark.parametrize("outcome", ["refuse", "partial"])
def test_a_refusal_names_its_criterion_and_citation(outcome: str) -> None:
    state = case(*TO_REVIEW)
    assert names(state, event("propose", OFFICER, outcome=outcome, granted="1")) == {"grounds"}
    told = event("propose", OFFICER, outcome=outcome, granted="1", criterion="end use in doubt", citation="Law Art. 13")
    assert names(state, told) == set()


@pytest.mark.parametrize(("outcome", "step"), [("grant", "grant"), ("partial", "grant_in_part"), ("refuse", "refuse")])
def test_only_what_was_proposed_is_approved(outcome: str, step: str) -> None:
    proposal = event("propose", OFFICER, outcome=outcome, criterion="a", citation="b", granted="1")
    state = case(*TO_REVIEW, proposal)
    free = {name for name in ("grant", "grant_in_part", "refuse") if not names(state, event(name, APPROVER))}
    assert free == {step}


def test_a_grant_in_part_says_which_part() -> None:
    state = case(*TO_REVIEW)
    partial = {"outcome": "partial", "criterion": "a", "citation": "b"}
    assert names(state, event("propose", OFFICER, **partial)) == {"part"}
    assert names(state, event("propose", OFFICER, **partial, granted="all of it")) == {"says"}
    proposed = case(*TO_REVIEW, event("propose", OFFICER, **partial, granted="2/1: 40 kg"))
    assert proposed.granted == "2/1: 40 kg"
    back = make(TABLE, proposed, event("hand_back", APPROVER))
    assert (back.outcome, back.granted) == ("", "")


def test_an_amendment_is_granted_whole_and_replaces_the_licence() -> None:
    asked = (event("ask_amendment", EXPORTER), *TO_REVIEW[1:])
    state = case(*asked, kind="amendment")
    assert state.licence == "26-AA-100001"
    partial = {"outcome": "partial", "criterion": "a", "citation": "b", "granted": "1"}
    assert names(state, event("propose", OFFICER, **partial)) == {"part"}
    granted = case(*asked, event("propose", OFFICER), event("grant", APPROVER), kind="amendment")
    assert names(granted, event("issue", OFFICER)) == {"kind"}
    assert make(TABLE, granted, event("replace", OFFICER)).status == "issued"


def test_a_condition_is_read_before_it_is_kept() -> None:
    state = case(*TO_REVIEW)
    assert names(state, event("propose_condition", OFFICER, condition="report on arrival")) == {"says"}
    assert names(state, event("propose_condition", OFFICER, on="the second")) == {"says"}
    kept = case(*TO_REVIEW, event("propose_condition", OFFICER, on="2/1"))
    assert [one.on for one in kept.conditions] == ["2/1"]


def test_the_clock_stops_once_on_a_ground_and_only_on_one_of_the_law() -> None:
    state = case(*TO_REVIEW, event("stop", OFFICER))
    assert names(state, event("stop", OFFICER)) == {"running"}
    assert names(state, event("stop", OFFICER, ground="stop-site")) == set()
    assert names(state, event("stop", OFFICER, ground="holiday")) == {"says"}
    assert names(state, event("resume", OFFICER, ground="stop-site")) == {"stopped"}


def test_a_condition_that_was_taken_back_tells_by_whom() -> None:
    state = case(*TO_REVIEW, event("propose_condition", OFFICER), event("remove_condition", ADVISER))
    (condition,) = state.conditions
    assert (condition.proposed_by, condition.removed_by) == ("wang", "sun")
    assert names(state, event("remove_condition", OFFICER)) == {"condition_there"}
    assert names(state, event("propose_condition", OFFICER)) == set()


def test_a_decided_case_is_not_withdrawn() -> None:
    state = case(*TO_REVIEW, event("propose", OFFICER), event("grant", APPROVER))
    assert names(state, event("withdraw", EXPORTER)) == {"status"}


def test_a_classification_has_its_own_way() -> None:
    state = case(event("ask_ruling", EXPORTER), kind="ruling")
    assert names(state, event("accept", OFFICER)) == {"kind"}
    ruled = case(
        event("ask_ruling", EXPORTER), event("take_up", OFFICER), event("refer", OFFICER), event("advise", ADVISER),
        event("rule", APPROVER, control_code="1C902.a.4"), kind="ruling",
    )  # fmt: skip
    assert ruled.status == "ruled"


def test_what_is_not_said_is_asked_for() -> None:
    state = case(event("file", EXPORTER))
    assert names(state, event("send_back", CHECKER, missing=" ")) == {"says"}
    assert names(case(*TO_REVIEW), event("screen", OFFICER, open_hits="none")) == {"says"}


def test_a_history_that_the_table_does_not_allow_is_refused() -> None:
    with pytest.raises(CaseworkError, match="waiting for acceptance"):
        case(event("file", EXPORTER), event("accept", OFFICER))


def offered(state: CaseState) -> list[tuple[str, Actor]]:
    """What leads on from here for anybody, twice, so that walks get far; then whatever anybody could try."""
    free = [
        (step, by) for by in EVERYBODY for step, reasons in possible(TABLE, state, by, NOW).items()
        if not reasons and step != "withdraw"
    ]  # fmt: skip
    onward = [(step, by) for step, by in free if TABLE.steps[step].after not in ("same", "returned")]
    tried = [
        (step, by)
        for by in EVERYBODY
        for step in possible(TABLE, state, by, NOW)
        if step != "withdraw" or state.referred
    ]
    return onward * 9 + free * 2 + tried


@st.composite
def walks(draw: st.DrawFn) -> list[Event]:
    """Steps by anybody, many of which the table refuses: only those it allows are made."""
    state, made = CaseState("licence", PAPERS), []
    for hours in range(draw(st.integers(1, 40))):
        choices = offered(state)
        if not choices:
            break
        step, by = draw(st.sampled_from(choices))
        outcome = draw(st.sampled_from(("grant", "partial", "refuse")))
        said = {"outcome": outcome, "criterion": "a", "citation": "b", "granted": "1"} if step == "propose" else {}
        one = Event(step, by, NOW + timedelta(hours=hours), {**event(step, by).said, **said})
        try:
            state = make(TABLE, state, one)
        except CaseworkError:
            continue
        made.append(one)
    return made


@given(walks())
def test_whatever_happens_the_history_is_one_that_people_would_stand_up_for(made: list[Event]) -> None:
    state, sides = fold(TABLE, "licence", PAPERS, made), {}
    for one in made:
        if one.by.role in SIDES:
            assert sides.setdefault(one.by.person, one.by.role) is one.by.role
    steps = [one.step for one in made]
    if state.status in ("granted", "partly_granted", "issued"):
        last = {one.step: one for one in made}
        assert last["screen"].said["open_hits"] == "0"
        assert last["propose"].by.person not in {
            last[name].by.person for name in ("grant", "grant_in_part") if name in last
        }
        assert {"accept", "review"} <= set(steps)
        assert steps.count("ask") == steps.count("answer")
        assert steps.count("stop") == steps.count("resume")
        assert steps.count("send_up") == steps.count("came_down")
    assert all(step not in steps[steps.index("withdraw") + 1 :] for step in steps if "withdraw" in steps)


def test_nobody_is_offered_what_is_not_his() -> None:
    state = case(event("file", EXPORTER))
    assert set(possible(TABLE, state, CHECKER, NOW)) == {"send_back", "forward"}
    assert possible(TABLE, state, CHECKER, NOW) == {"send_back": (), "forward": ()}
    assert set(possible(TABLE, state, EXPORTER, NOW)) == {"withdraw"}
    assert possible(TABLE, state, OFFICER, NOW) == {}
    assert [one.name for one in possible(TABLE, state, STRANGER, NOW)["withdraw"]] == ["own"]


def test_what_the_tests_say_is_what_the_table_asks_for() -> None:
    assert all(set(said) >= set(TABLE.steps[step].says) for step, said in SAYS.items())


def test_a_condition_that_was_changed_tells_by_whom_and_stays_where_it_was() -> None:
    proposed = event("propose_condition", OFFICER, on="2/1")
    state = case(*TO_REVIEW, proposed, event("change_condition", ADVISER))
    (condition,) = state.conditions
    assert (condition.words, condition.on) == ("{quantity_max: 100 kg}", "2/1")
    assert (condition.proposed_by, condition.changed_by, condition.removed_by) == ("wang", "sun", "")
    moved = case(*TO_REVIEW, proposed, event("change_condition", ADVISER, on="3"))
    assert [one.on for one in moved.conditions] == ["3"]
    gone = case(*TO_REVIEW, proposed, event("remove_condition", OFFICER))
    assert names(gone, event("change_condition", OFFICER)) == {"condition_there"}
    assert names(state, event("change_condition", OFFICER, condition="less of it")) == {"says"}


def test_a_position_on_a_part_stands_beside_the_one_on_the_whole() -> None:
    """And does not answer the referral: what is proposed waits for the position on the whole."""
    referred = (*TO_REVIEW, event("refer", OFFICER))
    state = case(*referred, event("advise_on", ADVISER), event("advise_on", ADVISER, on="3/1", position="approve"))
    assert [(one.on, one.position, one.by) for one in state.positions] == [
        ("2", "oppose", "sun"),
        ("3/1", "approve", "sun"),
    ]
    assert names(state, event("propose", OFFICER)) == {"advised"}
    again = case(*referred, event("advise_on", ADVISER), event("advise_on", ADVISER, position="approve"))
    assert [(one.on, one.position) for one in again.positions] == [("2", "approve")]
    assert names(case(*referred), event("advise_on", ADVISER, on="the second")) == {"says"}
    assert names(case(*TO_REVIEW), event("advise_on", ADVISER)) == {"referred_here"}
