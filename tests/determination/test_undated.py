"""A line without a day: the day is asked for where it changes the answer, and only there."""

from datetime import date

import pytest
from hypothesis import given, settings

from cocket.check.checker import Checker
from cocket.determination.determine import Determination, determine
from cocket.determination.facts import Facts
from cocket.determination.outcome import Open, Outcome, answer_class
from cocket.law.view import LawInTime
from tests.determination.random_law import KNOWN, NUMBERED_LINES, in_time
from tests.law.small_lawbook import FIRST, HEAD, RULES, SmallLawbook

LINE = {"destination": "DE", "end_user_listed": False, "end_user_type": "civil", "end_use": "civil"}


def check(checker: Checker, **stated: object) -> Determination:
    return checker.check({**LINE, **stated}, checker.lawbook.as_of).of("dual_use")


def test_the_day_is_asked_for_where_the_law_has_changed(checker: Checker) -> None:
    answer = check(checker, kind="magnet", family="NdFeB", composition={"Dy": 3})
    assert answer.outcome is Open.NEEDS_FACTS and answer.ask == ("date",) and answer.on is None
    assert {Outcome.NOT_CONTROLLED, Outcome.LICENCE_REQUIRED} <= set(answer.possible)


def test_goods_that_were_never_controlled_need_no_day(checker: Checker) -> None:
    answer = check(checker, kind="magnet", family="ferrite", composition={"Fe": 60, "O": 30, "Sr": 10, "Ho": 0})
    assert answer.outcome is Outcome.NOT_CONTROLLED and answer.ask == () and answer.on is None


def test_with_the_day_whatever_matters_on_any_day_is_asked_for(checker: Checker) -> None:
    answer = check(checker, kind="magnet", family="NdFeB")
    assert answer.ask[0] == "date" and {"composition.Dy", "composition.Tb"} <= {*answer.ask} | expanded(answer)


def expanded(answer: Determination) -> set[str]:
    """Many elements are asked for as one full composition."""
    return {"composition.Dy", "composition.Tb"} if "composition" in answer.ask else set()


def test_a_line_that_is_open_on_every_day_and_has_nothing_to_ask_goes_to_a_person(checker: Checker) -> None:
    answer = check(checker, kind="equipment", equipment="other", composition={"Fe": 99}, composition_complete=False)
    assert answer.outcome is Open.CONSULT and answer.ask == ()


def test_an_undated_answer_is_that_of_every_day(small: SmallLawbook) -> None:
    small.replace('issued: "2025-04-04"', 'issued: "2024-04-04"').replace(
        'in_force: {from: "2025-04-04"}', 'in_force: {from: "2025-01-01"}'
    )
    checker = Checker(small.read())
    stated = {**LINE, "kind": "magnet", "family": "NdFeB", "composition": {"Dy": 3}}
    answer = checker.check(stated, date(2025, 12, 31)).of("dual_use")
    assert answer.outcome is Outcome.LICENCE_REQUIRED and answer.on is None and answer.codes == ("1C905.a.4",)


LINES = (
    {"kind": "metal", "contains": ["Ho"], **LINE},
    {"kind": "magnet", "family": "NdFeB", "composition": {"Dy": 3}, "destination": "US"},
    {"kind": "oxide", "composition": {"Y2O3": 99}, "end_user": "General Dynamics"},
    {"kind": "technology", "technology_field": "magnet_making", "end_user_listed": False},
    {"kind": "motor"},
)


@pytest.mark.parametrize("stated", LINES, ids=str)
def test_no_day_of_the_law_is_passed_over(stated: dict[str, object], checker: Checker) -> None:
    known = checker.lawbook.as_of
    undated = checker.check(stated, known)
    for answer in undated.determinations:
        days = [checker.check({**stated, "date": day}, known).of(answer.regime) for day in checker.time.days]
        dated = [one for one in days if one.covered]
        assert (
            set(answer.possible) == {outcome for one in dated for outcome in one.possible} or len(answer.possible) == 1
        )
        asked = {fact for one in dated for fact in one.ask}
        if "composition" in answer.ask:  # the whole of it tells each element
            asked = {fact for fact in asked if not fact.startswith("composition.")}
        assert asked <= {*answer.ask}


CERAMICS = """\
entries:
  - {id: "1C901", at: item 1, text: {zh: 甲, en: a}, controls: {kind: ceramic, family: SmCo, contains: Ga}}
  - {id: "1C902", at: item 2, text: {zh: 乙, en: b}, controls: {kind: ceramic, contains: Dy}}
"""
GALLIUM = """\
gaps:
  - id: gallium
    at: "1C999"
    text: {zh: 镓, en: gallium}
    when: {kind: ceramic, contains: Ga}
    why: not written down yet
    in_force: {from: "2025-04-04", until: "2025-06-30"}
"""


def test_unwritten_law_that_facts_told_later_may_point_to_parts_the_days(small: SmallLawbook) -> None:
    small.files[FIRST] = HEAD + CERAMICS + RULES + GALLIUM
    # of goods whose constituents are named, gallium not among them, nothing points to the gap as they stand
    facts = Facts({"kind": frozenset({"ceramic"}), "constituents_named": frozenset({"true"})})
    time = LawInTime(small.read())
    until, after = (determine(time, facts, "dual_use", day, KNOWN) for day in (date(2025, 6, 30), date(2025, 7, 1)))
    assert "family" not in until.ask and "family" in after.ask
    assert "family" in determine(time, facts, "dual_use", None, KNOWN).ask


DEALINGS = """\
rules:
  - id: ban
    at: item 1
    says: {zh: 甲, en: a}
    on: {trade: any}
    when: {party: {listed_in: control_list, roles: [end_user], binds_abroad: true}}
    effect: prohibit
  - id: care
    at: item 2
    says: {zh: 乙, en: b}
    on: {trade: any}
    when: {party: {listed_in: control_list, roles: [end_user]}, end_use: military}
    effect: catch_all
"""
LISTED = "list: control_list\nbinds_abroad: {}\nlistings: [{{id: {}, name: {{zh: 甲, en: {}}}}}]\n"


def test_a_party_that_only_some_rules_mean_parts_the_days(small: SmallLawbook) -> None:
    small.files[FIRST] = HEAD + DEALINGS
    small.add_instrument(2, LISTED.format("true", "acme", "Acme"), issued="2025-06-01")
    small.add_instrument(3, LISTED.format("false", "beta", "Beta"), issued="2025-10-01")
    time, facts = LawInTime(small.read()), Facts({"kind": frozenset({"motor"})})
    until, after = (determine(time, facts, "dual_use", day, KNOWN) for day in (date(2025, 9, 30), date(2025, 10, 1)))
    assert until.ask == ("end_user",) and {*after.ask} == {"end_user", "end_use"}
    assert {*determine(time, facts, "dual_use", None, KNOWN).ask} == {"date", "end_user", "end_use"}


def every_day(time: LawInTime, facts: Facts) -> list[Determination]:
    """The answer of each stretch of days whose law is read."""
    days = [determine(time, facts, "dual_use", day, KNOWN) for day in time.days]
    return [one for one in days if one.covered]


@settings(max_examples=150)
@given(NUMBERED_LINES)
def test_without_a_day_all_is_possible_and_asked_for_that_is_on_any_day(numbered: tuple[int, Facts]) -> None:
    number, facts = numbered
    time = in_time(number, unwritten=True)
    undated, dated = determine(time, facts, "dual_use", None, KNOWN), every_day(time, facts)
    asked = {fact for one in dated for fact in one.ask}
    classes = {answer_class(frozenset(one.possible)) for one in dated}
    if len(classes) > 1:
        asked.add("date")
    if len(classes) > 1 or any(one.is_open for one in dated):
        assert {*undated.possible} == {outcome for one in dated for outcome in one.possible}
        assert {*undated.candidate_codes} == {code for one in dated for code in (*one.codes, *one.candidate_codes)}
    else:
        assert undated.outcome in {one.outcome for one in dated}
    assert {*undated.ask} == asked
    assert undated.is_open or not asked
