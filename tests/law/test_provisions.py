"""Provisions on licences: refused where they say nothing or stop no clock, and whole as far as the facts go."""

from datetime import date

import pytest

from cocket.law.fold import Fold, Standing
from cocket.law.instrument import Limit, Provision
from cocket.law.lawbook import Lawbook
from tests.law.small_lawbook import SmallLawbook

DECREE = "cn/state-council/2024/792"
LAW = "cn/npc/2020/export-control-law"
SAYS = "says: {zh: 甲, en: so}"
CLOCK = (
    f"provisions:\n  - {{id: decision, at: Art. 1, kind: clock, {SAYS}, limit: {{amount: 45, unit: working_days}}}}\n"
)


def one_of(lawbook: Lawbook, instrument: str, name: str) -> Provision:
    return next(one for one in lawbook.by_id[instrument].provisions if one.id == name)


@pytest.mark.parametrize(
    ("provision", "key", "problem"),
    [
        (f"kind: clock, {SAYS}", "provisions[0]", "a clock without a figure"),
        (f"kind: validity, {SAYS}", "provisions[0]", "a validity without a figure"),
        (f"kind: record, {SAYS}", "provisions[0]", "a record without a figure"),
        (f"kind: stop_clock, {SAYS}", "provisions[0]", "says which clocks it stops"),
        (f"kind: duty, {SAYS}, stops: [decision]", "provisions[0]", "says which clocks it stops"),
        (f"kind: stop_clock, {SAYS}, stops: [other]", "a", "there is no clock 'other'"),
        (f"kind: stop_clock, {SAYS}, stops: [a]", "a", "there is no clock 'a'"),
        (f"kind: hint, {SAYS}", "provisions[0].kind", "'hint' is not known here"),
        ("kind: duty", "provisions[0]", "'says' is missing"),
        ("kind: duty, says: {en: so}", "provisions[0].says", "'zh' is missing"),
        (f"kind: duty, {SAYS}, licences: [global]", "provisions[0].licences[0]", "'global' is not known here"),
        (f"kind: duty, {SAYS}, licences: [single, single]", "provisions[0].licences", "once each"),
        (f"kind: duty, {SAYS}, limit: {{amount: 0, unit: days}}", "provisions[0].limit.amount", "no whole number"),
        (f'kind: duty, {SAYS}, limit: {{amount: "4.5", unit: days}}', "provisions[0].limit.amount", "no whole number"),
        (f"kind: duty, {SAYS}, limit: {{amount: 4, unit: weeks}}", "provisions[0].limit.unit", "'weeks'"),
        (f"kind: duty, {SAYS}, limit: {{amount: 4, unit: days, from: dawn}}", "provisions[0].limit.from", "'dawn'"),
        (f"kind: duty, {SAYS}, when: {{colour: red}}", "provisions[0].when.colour", "no fact 'colour'"),
        (f"kind: duty, {SAYS}, value: 3", "provisions[0].value", "unknown key 'value'"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(provision: str, key: str, problem: str, small: SmallLawbook) -> None:
    error = small.add(f"provisions:\n  - {{id: a, at: Art. 1, {provision}}}\n").refusal()
    assert (error.key, problem in error.problem) == (key, True) and error.line > 1 and error.remedy


def test_a_provision_shares_its_names_with_rules_and_acts(small: SmallLawbook) -> None:
    error = small.add(CLOCK.replace("id: decision", "id: licence")).refusal()
    assert "'licence' names 2 parts" in error.problem


def test_a_clock_of_another_instrument_can_be_stopped(small: SmallLawbook) -> None:
    stop = f"provisions:\n  - {{id: a, at: Art. 2, kind: stop_clock, {SAYS}, stops: ['cn/office/2025/1#decision']}}\n"
    lawbook = small.add(CLOCK).add_instrument(2, stop).read()
    assert lawbook.by_id["cn/office/2025/2"].provisions[0].stops == ("cn/office/2025/1#decision",)


def test_a_provision_is_suspended_by_its_name(small: SmallLawbook) -> None:
    during = 'during: {from: "2025-07-01", until: "2025-07-31"}'
    pause = f'acts: [{{id: b, do: suspend, target: ["cn/office/2025/1#decision"], {during}}}]\n'
    lawbook = small.add(CLOCK).add_instrument(2, pause).read()
    one, known = lawbook.by_id["cn/office/2025/1"], date(2025, 12, 31)
    days = (date(2025, 6, 30), date(2025, 7, 1), date(2025, 8, 1))
    standings = [Fold(lawbook).status(one, one.in_force, "decision", day, known).standing for day in days]
    assert standings == [Standing.IN_FORCE, Standing.SUSPENDED, Standing.IN_FORCE]


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("decision", Limit(45, "working_days", "acceptance")),
        ("amendment", Limit(20, "working_days", "acceptance")),
        ("single-validity", Limit(1, "years", "issue")),
        ("general-validity", Limit(3, "years", "issue")),
        ("records", Limit(5, "years", None, at_least=True)),
        ("barred-penalty", Limit(5, "years", "penalty")),
        ("temporary-control", Limit(2, "years")),
    ],
)
def test_the_figures_of_the_regulations(name: str, limit: Limit, lawbook: Lawbook) -> None:
    assert one_of(lawbook, DECREE, name).limit == limit


def test_what_a_general_licence_takes_beyond_a_single_one(lawbook: Lawbook) -> None:
    papers = [one for one in lawbook.by_id[DECREE].provisions if one.kind == "document"]
    single = {one.id for one in papers if "single" in one.licences}
    general = {one.id for one in papers if "general" in one.licences}
    assert general - single == {"compliance-report", "licences-used", "channels"}
    assert single - general == {"watch-documents"}
    assert len(single & general) == 6


def test_the_decision_clock_stops_for_the_cases_named(lawbook: Lawbook) -> None:
    stops = {one.id for one in lawbook.by_id[DECREE].provisions if "decision" in one.stops}
    assert stops == {"stop-expert", "stop-consultation", "stop-site", "no-clock-state-council", "watch-no-clock"}


def test_the_eight_factors_of_the_law(lawbook: Lawbook) -> None:
    assert sum(one.kind == "factor" for one in lawbook.by_id[LAW].provisions) == 8


def test_who_gets_neither_general_licence_nor_voucher(lawbook: Lawbook) -> None:
    barred = [one for one in lawbook.by_id[DECREE].provisions if one.kind == "barred"]
    assert len(barred) == 4 and all(one.licences == ("general", "voucher") for one in barred)


def test_every_provision_says_its_piece_in_both_languages(lawbook: Lawbook) -> None:
    said = [one for instrument in lawbook.instruments for one in instrument.provisions]
    assert len(said) > 120
    assert [one.id for one in said if one.says.zh == one.says.en or not one.at] == []
