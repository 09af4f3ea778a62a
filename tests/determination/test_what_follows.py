"""What follows once goods are listed: the licence, what makes it stricter, and what stands in for it."""

from datetime import date

import pytest

from cocket.check.checker import Checker
from cocket.determination.determine import Determination
from cocket.determination.outcome import Open, Outcome
from tests.law.small_lawbook import SmallLawbook

LINE: dict[str, object] = {
    "kind": "magnet",
    "family": "NdFeB",
    "composition": {"Dy": 3, "Fe": 97},
    "date": "2025-09-01",
    "destination": "DE",
    "end_user_listed": False,
    "end_user_type": "civil",
    "end_use": "civil",
}
MILITARY = "{end_user_type: military}"


def rule(name: str, on: str, when: str, effect: str, more: str = "") -> str:
    return (
        f"  - id: {name}\n    at: item\n    says: {{zh: 甲, en: so}}\n    on: {on}\n"
        f"    when: {when}\n    effect: {effect}\n{more}"
    )


def voucher(when: str) -> str:
    return rule("exempt", "{licence: any}", when, "voucher", "    instead_of: licence\n")


def suspend(target: str, since: str = "2025-07-01", until: str = "2025-12-31") -> str:
    return f'acts: [{{id: pause, do: suspend, target: ["{target}"], during: {{from: "{since}", until: "{until}"}}}}]\n'


def check(small: SmallLawbook, **stated: object) -> Determination:
    line = {key: value for key, value in {**LINE, **stated}.items() if value is not None}
    return Checker(small.read()).check(line, date(2025, 12, 31)).of("dual_use")


def test_listed_goods_need_the_licence(small: SmallLawbook) -> None:
    assert check(small).outcome is Outcome.LICENCE_REQUIRED


def test_goods_that_the_facts_take_off_the_list_are_free(small: SmallLawbook) -> None:
    assert check(small, composition={"Dy": 0, "Fe": 99}).outcome is Outcome.NOT_CONTROLLED
    assert check(small, movement="transit").outcome is Outcome.NOT_CONTROLLED


@pytest.mark.parametrize("on", ["{entries: own}", "{entries: listed}", '{entries: ["1C905"]}', "{licence: [licence]}"])
@pytest.mark.parametrize(
    ("effect", "outcome"),
    [
        ("deny", Outcome.PRESUMPTIVE_DENIAL),
        ("case_by_case", Outcome.CASE_BY_CASE),
        ("single_only", Outcome.LICENCE_REQUIRED_SINGLE_ONLY),
    ],
)
def test_a_policy_makes_the_licence_stricter(on: str, effect: str, outcome: Outcome, small: SmallLawbook) -> None:
    small.add(rule("policy", on, MILITARY, effect))
    assert check(small, end_user_type="military").outcome is outcome
    assert check(small).outcome is Outcome.LICENCE_REQUIRED
    missing = check(small, end_user_type=None)
    assert missing.ask == ("end_user_type",) and set(missing.possible) == {outcome, Outcome.LICENCE_REQUIRED}


@pytest.mark.parametrize("on", ["{entries: own}", "{entries: listed}", '{entries: ["1C905"]}'])
def test_a_ban_prevails_over_the_licence(on: str, small: SmallLawbook) -> None:
    small.add(rule("ban", on, MILITARY, "prohibit"))
    assert check(small, end_user_type="military").outcome is Outcome.PROHIBITED
    assert check(small, end_user_type="military", composition={"Dy": 0}).outcome is Outcome.NOT_CONTROLLED


def test_a_ban_on_all_trade_does_not_look_at_the_goods(small: SmallLawbook) -> None:
    small.add(rule("ban", "{trade: any}", MILITARY, "prohibit"))
    assert (
        check(small, end_user_type="military", kind=None, family=None, composition=None).outcome is Outcome.PROHIBITED
    )


def test_a_proven_ban_closes_the_case_whatever_else_is_missing(small: SmallLawbook) -> None:
    small.add(rule("ban", "{trade: any}", "{destination: ['IR']}", "prohibit"))
    answer = check(small, destination="IR", kind=None, family=None, composition=None, end_user_type=None)
    assert answer.outcome is Outcome.PROHIBITED and answer.ask == ()


@pytest.mark.parametrize("licence_on", ["{entries: own}", '{entries: ["1C905"]}', "{entries: listed}"])
def test_an_exemption_stands_in_for_every_licence(licence_on: str, small: SmallLawbook) -> None:
    small.replace("{entries: own}", licence_on).add_instrument(2, "rules:\n" + voucher("{end_use: civil}"))
    assert check(small).outcome is Outcome.VOUCHER
    assert check(small, end_use="military").outcome is Outcome.LICENCE_REQUIRED


def test_an_exemption_that_may_hold_leaves_both_possible_and_is_asked_about(small: SmallLawbook) -> None:
    small.add_instrument(2, "rules:\n" + voucher("{end_use: civil}"))
    answer = check(small, end_use=None)
    assert set(answer.possible) == {Outcome.VOUCHER, Outcome.LICENCE_REQUIRED} and answer.ask == ("end_use",)


def test_an_exemption_does_not_lift_a_ban(small: SmallLawbook) -> None:
    small.add(rule("ban", "{entries: own}", MILITARY, "prohibit"))
    small.add_instrument(2, "rules:\n" + voucher("{end_use: civil}"))
    assert check(small, end_user_type="military").outcome is Outcome.PROHIBITED


def test_an_exemption_gives_nothing_to_goods_that_need_no_licence(small: SmallLawbook) -> None:
    small.add_instrument(2, "rules:\n" + voucher("{end_use: civil}"))
    assert check(small, composition={"Dy": 0}).outcome is Outcome.NOT_CONTROLLED


def test_a_suspended_exemption_does_not_exempt(small: SmallLawbook) -> None:
    small.add_instrument(2, "rules:\n" + voucher("{end_use: civil}")).add_instrument(3, suspend("cn/office/2025/2"))
    assert check(small).outcome is Outcome.LICENCE_REQUIRED
    assert check(small, date="2025-06-30").outcome is Outcome.VOUCHER


def test_a_suspended_policy_leaves_the_plain_licence(small: SmallLawbook) -> None:
    small.add(rule("policy", "{entries: own}", MILITARY, "deny"))
    small.add_instrument(2, suspend("cn/office/2025/1#policy"))
    assert check(small, end_user_type="military").outcome is Outcome.LICENCE_REQUIRED
    assert check(small, end_user_type="military", date="2025-06-30").outcome is Outcome.PRESUMPTIVE_DENIAL


@pytest.mark.parametrize("target", ["cn/office/2025/1", "cn/office/2025/1#licence"])
def test_a_suspended_licence_is_free_and_says_so(target: str, small: SmallLawbook) -> None:
    small.add_instrument(2, suspend(target))
    assert check(small).outcome is Outcome.NOT_REQUIRED_SUSPENDED
    assert check(small, date="2025-06-30").outcome is Outcome.LICENCE_REQUIRED
    assert check(small, composition={"Dy": 0}).outcome is Outcome.NOT_CONTROLLED


def test_while_the_licence_is_suspended_nothing_is_asked_for_it(small: SmallLawbook) -> None:
    answer = check(small.add_instrument(2, suspend("cn/office/2025/1")), composition=None, family=None)
    assert answer.outcome is Outcome.NOT_REQUIRED_SUSPENDED and answer.ask == ()


def test_a_suspended_instrument_suspends_its_bans_too(small: SmallLawbook) -> None:
    small.add(rule("ban", "{entries: own}", MILITARY, "prohibit")).add_instrument(2, suspend("cn/office/2025/1"))
    assert check(small, end_user_type="military").outcome is Outcome.NOT_REQUIRED_SUSPENDED


def test_another_instrument_in_force_is_not_touched(small: SmallLawbook) -> None:
    small.add_instrument(2, suspend("cn/office/2025/1"))
    small.add_instrument(3, "rules:\n" + rule("ban", "{trade: any}", MILITARY, "prohibit"))
    assert check(small, end_user_type="military").outcome is Outcome.PROHIBITED


def test_a_remark_changes_no_outcome(small: SmallLawbook) -> None:
    small.add(rule("remark", "{entries: own}", "{end_use: civil}", "remark"))
    assert check(small, composition={"Dy": 0}).outcome is Outcome.NOT_CONTROLLED
    assert check(small).outcome is Outcome.LICENCE_REQUIRED


def test_what_the_text_leaves_open_goes_to_a_person_and_is_not_asked(small: SmallLawbook) -> None:
    answer = check(small, kind="motor")
    assert answer.outcome is Open.CONSULT and answer.ask == ()
    assert set(answer.possible) == {Outcome.LICENCE_REQUIRED, Outcome.NOT_CONTROLLED}


def test_an_open_text_that_no_longer_matters_is_no_reason_to_consult(small: SmallLawbook) -> None:
    small.add(rule("ban", "{trade: any}", MILITARY, "prohibit"))
    assert check(small, kind="motor", end_user_type="military").outcome is Outcome.PROHIBITED


def test_a_day_before_the_law_is_covered_goes_to_a_person(small: SmallLawbook) -> None:
    answer = check(small, date="2024-12-31")
    assert answer.outcome is Open.CONSULT and not answer.covered
    assert {Outcome.LICENCE_REQUIRED, Outcome.NOT_CONTROLLED} <= set(answer.possible)
    assert check(small, date="2025-01-01").outcome is Outcome.NOT_CONTROLLED


def test_the_rules_that_apply_are_named(small: SmallLawbook) -> None:
    small.add(rule("ban", "{entries: own}", MILITARY, "prohibit"))
    assert check(small).rules == ("cn/office/2025/1#licence",)
    assert set(check(small, end_user_type="military").rules) == {"cn/office/2025/1#licence", "cn/office/2025/1#ban"}
    assert check(small, composition={"Dy": 0}).rules == ()


TAKE_OVER = """\
acts:
  - {id: take-over, do: carry, target: [cn/office/2025/1], during: {from: "2025-07-01"}}
  - {id: end, do: repeal, target: [cn/office/2025/1], during: {from: "2025-07-01"}}
"""


@pytest.mark.parametrize(
    ("on", "holder"), [("2025-06-30", "cn/office/2025/1#licence"), ("2025-07-01", "cn/office/2025/2#anew")]
)
def test_entries_taken_over_go_on_under_the_rules_of_the_instrument_that_took_them(
    on: str, holder: str, small: SmallLawbook
) -> None:
    small.add_instrument(2, TAKE_OVER + "rules:\n" + rule("anew", "{entries: own}", "{movement: export}", "licence"))
    answer = check(small, date=on)
    assert answer.outcome is Outcome.LICENCE_REQUIRED
    assert (answer.codes, answer.rules) == (("1C905.a.4",), (holder,))
