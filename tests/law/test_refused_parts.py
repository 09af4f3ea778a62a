"""Parts that contradict each other, or name what does not stand anywhere, are refused."""

import pytest

from cocket.law.errors import LawError
from tests.law.small_lawbook import ENTRIES, FIRST, RULES, SmallLawbook

SECOND = "cn/office/2025/002.yaml"
SAYS = "says: {zh: 甲, en: so}"
WHOLE = "cn/office/2025/1"


def listing(states: str = "", more: str = "") -> str:
    return f"list: control_list\nlistings:\n  - {{id: acme, name: {{zh: 甲, en: Acme}}{more}{states}}}\n"


def suspension(name: str, target: str, since: str, until: str) -> str:
    during = f'{{from: "{since}", until: "{until}"}}'
    return f'  - {{id: {name}, do: suspend, target: ["{target}"], during: {during}}}\n'


def reading(name: str, target: str, side: str, when: str, more: str = "") -> str:
    return f'  - {{id: {name}, do: interpret, target: ["{target}"], reading: {side}, when: {when}, {SAYS}{more}}}\n'


def assert_refused(error: LawError, file: str, line: int, problem: str, remedy: str) -> None:
    assert (error.file, error.line) == (file, line)
    assert problem in error.problem
    assert remedy in error.remedy
    assert error.key


@pytest.mark.parametrize(
    "window", ['{from: "2025-04-04", until: "2025-04-03"}', '{from: "2025-12-31", until: "2025-01-01"}']
)
def test_a_window_without_a_day_in_it_is_refused(window: str, small: SmallLawbook) -> None:
    small.replace('in_force: {from: "2025-04-04"}', f"in_force: {window}")
    assert_refused(small.refusal(), FIRST, small.line_of("in_force"), "before it begins", "earlier day in 'from'")


def test_a_window_of_one_day_is_a_window(small: SmallLawbook) -> None:
    lawbook = small.replace('{from: "2025-04-04"}', '{from: "2025-04-04", until: "2025-04-04"}').read()
    assert lawbook.by_id[WHOLE].in_force.holds(lawbook.by_id[WHOLE].issued)


def test_an_entry_stands_in_one_instrument(small: SmallLawbook) -> None:
    small.add_instrument(2, ENTRIES)
    error = small.refusal()
    assert_refused(error, SECOND, small.line_of("- id:", SECOND), "'1C905.a.4' stands in", "Keep it in one place")
    assert FIRST in error.problem


def test_a_listing_stands_in_one_notice(small: SmallLawbook) -> None:
    small.add_instrument(2, listing()).add_instrument(3, listing())
    assert "'acme' stands in" in small.refusal().problem


def test_two_rules_of_one_id_are_refused(small: SmallLawbook) -> None:
    small.add(RULES.removeprefix("rules:\n"))
    assert_refused(small.refusal(), FIRST, small.line_of("- id: licence"), "'licence' names 2 parts", "its own id")


def test_listings_say_of_which_list(small: SmallLawbook) -> None:
    small.add_instrument(2, listing().removeprefix("list: control_list\n"))
    error = small.refusal()
    assert error.file == SECOND and "which list" in error.problem and "control_list" in error.remedy


@pytest.mark.parametrize("target", ['{entries: ["1C999"]}', '{entries: ["1C90"]}', "{entries: [annex9]}"])
def test_a_rule_on_an_entry_that_does_not_exist_is_refused(target: str, small: SmallLawbook) -> None:
    """It would never bite, and nobody would notice."""
    small.replace("{entries: own}", target)
    assert_refused(small.refusal(), FIRST, small.line_of("id: licence"), "no entry and no gap", "Name an entry")


def test_a_rule_may_name_a_code_whose_particulars_a_gap_says_are_missing(small: SmallLawbook) -> None:
    gap = 'gaps: [{id: g, at: "1C999", text: {zh: 甲, en: so}, when: {kind: oxide}, why: not written down}]\n'
    lawbook = small.replace("{entries: own}", '{entries: ["1C999"]}').add(gap).read()
    assert lawbook.by_id[WHOLE].rules[0].on.names == ("1C999",)


def test_a_rule_on_a_licence_rule_that_does_not_exist_is_refused(small: SmallLawbook) -> None:
    small.replace("{entries: own}", '{licence: ["9"]}')
    assert_refused(small.refusal(), FIRST, small.line_of("id: licence"), "no licence rule 9", "or any")


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("{trade: none}", "'none' is no trade"),
        ("{trade: any, entries: own}", "a rule acts on one thing"),
        ("{}", "a rule acts on one thing"),
    ],
)
def test_a_rule_acts_on_one_known_thing(target: str, problem: str, small: SmallLawbook) -> None:
    error = small.replace("{entries: own}", target).refusal()
    assert error.line == small.line_of(f"on: {target}") and problem in error.problem


@pytest.mark.parametrize(
    "rule", ["effect: voucher", "effect: voucher\n    instead_of: lunch", "effect: licence\n    instead_of: licence"]
)
def test_an_exemption_and_only_that_stands_in_for_a_licence(rule: str, small: SmallLawbook) -> None:
    error = small.replace("effect: licence", rule).refusal()
    assert error.key.startswith("rules[0].") and "instead_of: licence" in error.remedy


@pytest.mark.parametrize("target", ["cn/office/2025/9", f"{WHOLE}#nothing"])
def test_a_suspension_of_what_does_not_exist_is_refused(target: str, small: SmallLawbook) -> None:
    small.add_instrument(2, "acts:\n" + suspension("pause", target, "2025-07-01", "2025-08-01"))
    assert_refused(small.refusal(), SECOND, small.line_of("- {id: pause", SECOND), f"no '{target}'", "instrument#part")


def test_a_suspension_says_its_days(small: SmallLawbook) -> None:
    small.add_instrument(2, f"acts:\n  - {{id: pause, do: suspend, target: [{WHOLE}]}}\n")
    assert_refused(small.refusal(), SECOND, small.line_of("- {id", SECOND), "without days", "during")


@pytest.mark.parametrize("second_target", [WHOLE, f"{WHOLE}#licence"])
def test_two_suspensions_of_one_norm_on_one_day_are_refused(second_target: str, small: SmallLawbook) -> None:
    """The whole instrument and one of its rules are the same norm on those days."""
    acts = suspension("pause", WHOLE, "2025-07-01", "2025-08-01")
    acts += suspension("again", second_target, "2025-08-01", "2025-09-01")
    small.add_instrument(2, "acts:\n" + acts)
    assert_refused(
        small.refusal(), SECOND, small.line_of("- {id: again", SECOND), "both suspend", "before the other begins"
    )


def test_suspensions_that_follow_each_other_are_accepted(small: SmallLawbook) -> None:
    acts = suspension("pause", WHOLE, "2025-07-01", "2025-08-01") + suspension(
        "again", WHOLE, "2025-08-02", "2025-09-01"
    )
    assert len(small.add_instrument(2, "acts:\n" + acts).read().by_id["cn/office/2025/2"].acts) == 2


MOTOR = "{kind: motor}"


@pytest.mark.parametrize(
    ("one", "other"), [(MOTOR, MOTOR), (MOTOR, "{kind: [motor], family: NdFeB}"), ("{family: NdFeB}", "{contains: Dy}")]
)
def test_two_readings_that_differ_need_an_order(one: str, other: str, small: SmallLawbook) -> None:
    acts = reading("one", "1C905.a.4", "inside", one) + reading("other", "1C905.a", "outside", other)
    small.add_instrument(2, "acts:\n" + acts)
    assert_refused(small.refusal(), SECOND, small.line_of("- {id: other", SECOND), "differently", "overrides")


@pytest.mark.parametrize(
    "acts",
    [
        reading("one", "1C905.a.4", "inside", MOTOR) + reading("other", "1C905.a", "inside", MOTOR),
        reading("one", "1C905.a.4", "inside", MOTOR)
        + reading("other", "1C905.a.4", "outside", MOTOR, ", overrides: ['cn/office/2025/2#one']"),
    ],
    ids=["that agree", "with an order"],
)
def test_two_readings_are_accepted(acts: str, small: SmallLawbook) -> None:
    assert len(small.add_instrument(2, "acts:\n" + acts).read().by_id["cn/office/2025/2"].acts) == 2


def test_a_reading_of_a_kind_that_the_text_does_not_leave_open_is_refused(small: SmallLawbook) -> None:
    """It would never speak: ceramics with dysprosium would stay free although the office says inside."""
    small.add_instrument(2, "acts:\n" + reading("one", "1C905.a.4", "inside", "{kind: ceramic}"))
    assert_refused(small.refusal(), SECOND, small.line_of("- {id: one", SECOND), "ceramic", "open_kinds")


def test_a_reading_of_an_entry_that_does_not_exist_is_refused(small: SmallLawbook) -> None:
    small.add_instrument(2, "acts:\n" + reading("one", "1C906", "inside", MOTOR))
    assert_refused(small.refusal(), SECOND, small.line_of("- {id: one", SECOND), "no entry '1C906'", "Name an entry")


@pytest.mark.parametrize("missing", ["reading: inside, ", "when: {kind: motor}, ", SAYS])
def test_a_reading_is_whole(missing: str, small: SmallLawbook) -> None:
    small.add_instrument(2, "acts:\n" + reading("one", "1C905.a.4", "inside", MOTOR).replace(missing, ""))
    assert "a reading is not whole" in small.refusal().problem


def test_an_announcement_is_about_an_act_of_the_same_file(small: SmallLawbook) -> None:
    said = 'would_change: {until: "2026-01-01"}, said_on: "2025-06-01", said_by: an office, source: an address'
    small.add_instrument(2, f"announced:\n  - {{id: more, about: pause, {said}}}\n")
    assert_refused(small.refusal(), SECOND, small.line_of("- {id: more", SECOND), "'pause' is no act", "Name one of")


STATE = '{state: suspended, from: "2025-07-01", until: "2025-08-01"}'


@pytest.mark.parametrize(
    "states",
    [
        f'{STATE}, {{state: stopped, from: "2025-08-01"}}',
        f'{{state: suspended, from: "2025-07-01"}}, {STATE}',
        f'{{state: stopped, from: "2025-09-01"}}, {STATE}',
    ],
    ids=["on one day", "without an end", "out of order"],
)
def test_states_of_a_listing_that_overlap_are_refused(states: str, small: SmallLawbook) -> None:
    small.add_instrument(2, listing(f", states: [{states}]"))
    assert_refused(small.refusal(), SECOND, small.line_of("- {id: acme", SECOND), "overlaps", "on the day before")


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (", states: [{state: paused, from: '2025-07-01'}]", "'paused' is no state"),
        (", states: [{state: active, from: '2025-07-01', until: '2025-06-30'}]", "before it begins"),
        (", identity: certian", "certain or doubtful"),
        (", country: NO", "NO is not quoted"),
    ],
)
def test_a_listing_says_what_it_means(more: str, problem: str, small: SmallLawbook) -> None:
    error = small.add_instrument(2, listing(more=more)).refusal()
    assert error.file == SECOND and problem in error.problem and error.remedy


def test_an_entry_yields_to_an_entry_that_exists(small: SmallLawbook) -> None:
    small.replace("    at: item 4\n", '    at: item 4\n    yields_to: ["1C999"]\n')
    assert_refused(small.refusal(), FIRST, small.line_of("- id:"), "1C999", "Name an entry")


def test_a_test_beside_the_law_can_fail(small: SmallLawbook) -> None:
    """A misspelt expectation would be met by every answer."""
    small.add("tests: [{name: n, given: {kind: magnet}, expect: {outcom: LICENCE_REQUIRED}}]\n")
    error = small.refusal()
    assert error.key == "tests[0].expect" and "'outcom'" in error.problem and "outcome, codes" in error.remedy


@pytest.mark.parametrize("where", ["gaps", "acts", "procedure"])
def test_parties_are_spoken_of_by_rules_only(where: str, small: SmallLawbook) -> None:
    party = "when: {party: {listed_in: control_list, roles: [importer]}}"
    parts = {
        "gaps": f"{{id: g, at: item, text: {{zh: 甲, en: so}}, why: not written down, {party}}}",
        "acts": f"{{id: g, do: interpret, target: [1C905], reading: inside, {SAYS}, {party}}}".replace(
            "[1C905]", '["1C905"]'
        ),
        "procedure": f"{{id: g, at: item, outcome: AMENDMENT, {SAYS}, {party}}}",
    }
    error = small.add(f"{where}:\n  - {parts[where]}\n").refusal()
    assert error.key == f"{where}[0].when" and "rules" in error.remedy
