"""Rules on listed parties: who is bound, by which list, in which role, on which day, and how sure the name is."""

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
    "end_user": "Acme Rotor Works",
    "end_user_type": "civil",
    "end_use": "civil",
}
LICENCE, BANNED = Outcome.LICENCE_REQUIRED, Outcome.PROHIBITED


def notice(more: str = "", head: str = "", list_name: str = "control_list") -> str:
    name = "{zh: 艾克米转子厂, en: Acme Rotor Works}"
    return f"list: {list_name}\n{head}listings:\n  - {{id: acme, name: {name}{more}}}\n"


def ban(party: str = "listed_in: control_list, roles: [importer, end_user]", when: str = "movement: export") -> str:
    says = "says: {zh: 甲, en: so}"
    condition = f"{{{when}, party: {{{party}}}}}"
    return f"rules:\n  - {{id: ban, at: item, {says}, on: {{entries: listed}}, when: {condition}, effect: prohibit}}\n"


def check(small: SmallLawbook, known: str = "2025-12-31", **stated: object) -> Determination:
    line = {key: value for key, value in {**LINE, **stated}.items() if value is not None}
    return Checker(small.read()).check(line, date.fromisoformat(known)).of("dual_use")


@pytest.fixture
def banned(small: SmallLawbook) -> SmallLawbook:
    return small.add_instrument(2, notice()).add_instrument(3, ban())


def test_a_listed_end_user_is_barred(banned: SmallLawbook) -> None:
    assert check(banned).outcome is BANNED


def test_a_party_on_no_list_is_not(banned: SmallLawbook) -> None:
    assert check(banned, end_user="Bergmann Motoren GmbH").outcome is LICENCE


def test_the_importer_is_looked_at_too(banned: SmallLawbook) -> None:
    answer = check(banned, end_user="Bergmann Motoren GmbH", importer="Acme Rotor Works")
    assert answer.outcome is BANNED


def test_an_importer_left_out_is_the_end_user(banned: SmallLawbook) -> None:
    assert check(banned, end_user="Bergmann Motoren GmbH", importer=None).outcome is LICENCE


def test_an_end_user_left_out_is_asked_for(banned: SmallLawbook) -> None:
    answer = check(banned, end_user=None)
    assert answer.outcome is Open.NEEDS_FACTS and answer.ask == ("end_user",)
    assert set(answer.possible) == {BANNED, LICENCE}


def test_another_list_does_not_bind(small: SmallLawbook) -> None:
    small.add_instrument(2, notice(list_name="watch_list")).add_instrument(3, ban())
    assert check(small).outcome is LICENCE


def test_another_role_does_not_bind(small: SmallLawbook) -> None:
    small.add_instrument(2, notice()).add_instrument(3, ban("listed_in: control_list, roles: [end_user_parent]"))
    assert check(small).outcome is LICENCE
    parent = {"end_user": "Bergmann Motoren GmbH", "end_user_parent": "Acme Rotor Works"}
    assert check(small, **parent).outcome is BANNED


@pytest.mark.parametrize(("share", "outcome"), [("50", BANNED), ("49.99", LICENCE)])
def test_a_holding_binds_from_the_share_that_the_rule_names(share: str, outcome: Outcome, small: SmallLawbook) -> None:
    party = 'listed_in: control_list, roles: [end_user_parent], share_at_least: "50 %"'
    small.add_instrument(2, notice()).add_instrument(3, ban(party))
    stated = {"end_user": "Bergmann Motoren GmbH", "end_user_parent": "Acme Rotor Works"}
    assert check(small, **stated, end_user_parent_share_pct=share).outcome is outcome


def test_a_listing_binds_from_its_day_once_it_is_known(small: SmallLawbook) -> None:
    small.add_instrument(2, notice(', in_force: {from: "2025-07-01"}'), issued="2025-06-20").add_instrument(3, ban())
    assert check(small, date="2025-06-30").outcome is LICENCE
    assert check(small, date="2025-07-01").outcome is BANNED
    assert check(small, date="2025-07-01", known="2025-06-19").outcome is LICENCE


@pytest.mark.parametrize(
    ("state", "outcome"),
    [
        ("{state: suspended, from: '2025-08-01', until: '2025-10-01'}", LICENCE),
        ("{state: stopped, from: '2025-08-01'}", LICENCE),
        ("{state: active, from: '2025-08-01'}", BANNED),
        ("{state: unresolved, from: '2025-08-01', until: '2025-10-01', between: [active, suspended]}", Open.UNRESOLVED),
    ],
)
def test_the_state_of_a_listing_decides(state: str, outcome: Outcome | Open, small: SmallLawbook) -> None:
    small.add_instrument(2, notice(f", states: [{state}]")).add_instrument(3, ban())
    assert check(small).outcome is outcome
    assert check(small, date="2025-07-31").outcome is BANNED


def test_an_unresolved_listing_names_what_is_pending(small: SmallLawbook) -> None:
    state = "{state: unresolved, from: '2025-08-01', until: '2025-10-01', between: [active, suspended]}"
    answer = check(small.add_instrument(2, notice(f", states: [{state}]")).add_instrument(3, ban()))
    assert answer.pending == ("cn/office/2025/2#acme",) and set(answer.possible) == {BANNED, LICENCE}


def test_a_listing_whose_name_is_our_guess_goes_to_a_person(small: SmallLawbook) -> None:
    answer = check(small.add_instrument(2, notice(", identity: doubtful")).add_instrument(3, ban()))
    assert answer.is_open and set(answer.possible) == {BANNED, LICENCE}


@pytest.mark.parametrize(("head", "outcome"), [("binds_abroad: true\n", BANNED), ("", Outcome.NOT_CONTROLLED)])
def test_a_rule_on_persons_abroad_rests_on_notices_that_bind_them(
    head: str, outcome: Outcome, small: SmallLawbook
) -> None:
    party = "listed_in: control_list, roles: [end_user], binds_abroad: true"
    small.add_instrument(2, notice(head=head)).add_instrument(3, ban(party, "movement: transit"))
    assert check(small, movement="transit").outcome is outcome


@pytest.mark.parametrize(
    ("state", "outcome"),
    [
        ("", LICENCE),
        (", states: [{state: suspended, from: '2025-08-01', until: '2025-10-01'}]", Outcome.VOUCHER),
        (", states: [{state: stopped, from: '2025-08-01'}]", Outcome.VOUCHER),
    ],
)
def test_an_exemption_unless_listed_looks_at_the_state_too(state: str, outcome: Outcome, small: SmallLawbook) -> None:
    when = "when: {movement: export, not: {party: {listed_in: control_list, roles: [end_user]}}}"
    exempt = f"rules:\n  - {{id: exempt, at: item, says: {{zh: 甲, en: so}}, on: {{licence: any}}, {when}, "
    small.add_instrument(2, notice(state)).add_instrument(3, exempt + "effect: voucher, instead_of: licence}\n")
    assert check(small).outcome is outcome
    assert check(small, end_user="Bergmann Motoren GmbH").outcome is Outcome.VOUCHER


def test_a_party_named_by_two_notices_is_bound_while_one_of_them_binds(small: SmallLawbook) -> None:
    stopped = notice(", states: [{state: stopped, from: '2025-08-01'}]")
    small.add_instrument(2, stopped).add_instrument(3, ban()).add_instrument(
        4, notice().replace("id: acme", "id: acme2")
    )
    assert check(small).outcome is BANNED
