"""Law that is there but not written down: it sends goods to a person, and can widen an answer but never narrow it."""

from datetime import date
from itertools import product

import pytest

from cocket.check.checker import Checker
from cocket.determination.determine import Determination
from cocket.determination.interpreter import possible
from cocket.determination.outcome import Open, Outcome
from cocket.determination.regime_law import RegimeLaw
from cocket.determination.weighing import weigh
from tests.law.small_lawbook import SmallLawbook

KNOWN = date(2025, 12, 31)
GAP = """\
gaps:
  - id: gallium
    at: "1C999"
    text: {zh: 镓, en: gallium}
    when: {movement: export, kind: ceramic, contains: Ga}
    why: not written down yet
"""
LINE = {
    "date": "2025-09-01",
    "destination": "DE",
    "end_user_listed": False,
    "end_user_type": "civil",
    "end_use": "civil",
}
NOTHING_BUT = {"composition_complete": True}


def check(small: SmallLawbook, **stated: object) -> Determination:
    return Checker(small.add(GAP).read()).check({**LINE, **stated}, KNOWN).of("dual_use")


def test_goods_that_the_gap_fits_go_to_a_person(small: SmallLawbook) -> None:
    answer = check(small, kind="ceramic", composition={"Ga": 5, "O": 95})
    assert answer.outcome is Open.CONSULT and answer.codes == () and answer.ask == ()
    assert set(answer.possible) == {Outcome.LICENCE_REQUIRED, Outcome.NOT_CONTROLLED}


def test_goods_of_its_kind_without_a_word_on_their_composition_are_never_free(small: SmallLawbook) -> None:
    assert check(small, kind="ceramic").is_open


@pytest.mark.parametrize("kind", [["ceramic", "magnet"], "powder"])
def test_goods_that_may_be_of_its_kind_are_never_free_without_a_composition(kind: object, small: SmallLawbook) -> None:
    assert check(small, kind=kind).is_open


def test_goods_that_hold_its_element_and_may_be_of_its_kind_are_never_free(small: SmallLawbook) -> None:
    assert check(small, composition={"Ga": 5, "Fe": 95}, family="SmCo").is_open


def test_goods_that_the_facts_keep_out_of_it_are_free(small: SmallLawbook) -> None:
    assert check(small, kind="ceramic", composition={"O": 99}, **NOTHING_BUT).outcome is Outcome.NOT_CONTROLLED


def test_goods_of_another_kind_are_free(small: SmallLawbook) -> None:
    assert check(small, kind="oxide", composition={"Ga": 5}).outcome is Outcome.NOT_CONTROLLED


def test_goods_that_another_entry_controls_are_decided_by_it(small: SmallLawbook) -> None:
    answer = check(small, kind="magnet", family="NdFeB", composition={"Dy": 3, "Ga": 1})
    assert answer.outcome is Outcome.LICENCE_REQUIRED and answer.codes == ("1C905.a.4",)


@pytest.mark.parametrize(
    ("on", "outcome"), [("2025-06-30", Open.CONSULT), ("2025-07-01", Outcome.NOT_REQUIRED_SUSPENDED)]
)
def test_a_suspended_gap_frees_as_far_as_it_goes(on: str, outcome: Outcome | Open, small: SmallLawbook) -> None:
    pause = 'during: {from: "2025-07-01"}'
    small.add_instrument(2, f"acts: [{{id: pause, do: suspend, target: ['cn/office/2025/1#gallium'], {pause}}}]\n")
    assert check(small, kind="ceramic", composition={"Ga": 5, "O": 95}, date=on).outcome is outcome


def test_a_ban_on_everything_listed_would_follow_for_goods_in_a_gap(small: SmallLawbook) -> None:
    ban = "rules:\n  - {id: ban, at: item, says: {zh: 甲, en: so}, on: {entries: listed}, effect: prohibit,"
    small.add_instrument(2, ban + " when: {end_user_type: military}}\n")
    answer = check(small, kind="ceramic", composition={"Ga": 5, "O": 95}, end_user_type="military")
    assert answer.is_open and set(answer.possible) == {Outcome.PROHIBITED, Outcome.NOT_CONTROLLED}


OPEN_TO_GAPS: tuple[dict[str, object], ...] = (
    {"kind": "crystal"},
    {"kind": "crystal", "composition": {"Tb": "0.01 %"}},
    {"kind": ["equipment", "battery"]},
    {"kind": ["equipment", "battery"], "composition": {"Dy": 0, "Fe": 99}},
    {"kind": "wafer", "composition": {"As": 70}},
    {"composition": {"Fe": 99, "C": 1}, **NOTHING_BUT},
)


@pytest.mark.parametrize("goods", OPEN_TO_GAPS)
def test_goods_that_unwritten_law_may_mean_are_asked_about_and_never_freed(
    goods: dict[str, object], checker: Checker
) -> None:
    answer = checker.check({**LINE, "date": "2025-06-20", **goods}, KNOWN).of("dual_use")
    assert answer.outcome is Open.NEEDS_FACTS and answer.ask
    assert Outcome.LICENCE_REQUIRED in answer.possible


def test_a_list_of_constituents_and_figures_of_99_per_cent_are_taken_as_told(checker: Checker) -> None:
    for told in ({"contains": ["Lu", "Y", "Si", "O"]}, {"composition": {"Y3Al5O12": 99}}):
        answer = checker.check({**LINE, "date": "2025-06-20", "kind": "crystal", **told}, KNOWN).of("dual_use")
        assert answer.outcome is Outcome.NOT_CONTROLLED
    for told in ({"contains": ["Zr", "Sn"]}, {"composition": {"Zr": 98, "Sn": 1}}):
        answer = checker.check({**LINE, "date": "2025-03-20", "kind": "metal", **told}, KNOWN).of("dual_use")
        assert answer.is_open


def test_goods_of_no_named_kind_hold_what_is_told_of_them(checker: Checker) -> None:
    toys = checker.check({**LINE, "kind": "other_goods"}, KNOWN).of("dual_use")
    lens = checker.check({**LINE, "kind": "other_goods", "composition": {"Ge": 60}}, KNOWN).of("dual_use")
    assert toys.outcome is Outcome.NOT_CONTROLLED and lens.is_open


LITTLE_KNOWN: tuple[dict[str, object], ...] = ({}, {"Tb": "0.01 %"}, {"As": 70}, {"Ga": 20}, {"Fe": 50, "C": 20})
OR_ANOTHER = {"crystal": "wafer", "metal": "equipment", "compound": "battery", "graphite_powder": "motor"}


@pytest.mark.parametrize("kind", OR_ANOTHER)
def test_taking_a_fact_away_never_narrows_and_a_little_more_never_frees_a_gap(kind: str, checker: Checker) -> None:
    view = checker.time.view(date(2025, 6, 20), checker.lawbook.as_of)
    law = RegimeLaw(view, "dual_use")

    def may_be(**stated: object) -> frozenset[Outcome]:
        facts = checker.read({**LINE, **stated}).facts
        return possible(law, weigh(law, facts))

    for shares in LITTLE_KNOWN:
        exact = may_be(kind=kind, composition=shares)
        assert exact <= may_be(kind=[kind, OR_ANOTHER[kind]], composition=shares) <= may_be(composition=shares)
        assert exact <= may_be(kind=kind)
        with_more = may_be(kind=kind, composition={**shares, "Dy": 1})
        assert exact <= {Outcome.NOT_CONTROLLED} or not with_more <= {Outcome.NOT_CONTROLLED}


KINDS = ("metal", "oxide", "wafer", "crystal", "graphite_powder", "target", "equipment", "technology", "magnet", None)
SHARES: tuple[dict[str, object], ...] = ({}, {"Ga": 5}, {"Dy": 5}, {"W": 90}, {"Ge": 1, "Bi": 1}, {"Zr": 60})


@pytest.mark.parametrize("day", [date(2025, 1, 15), date(2025, 6, 20), date(2025, 11, 8), date(2026, 11, 20)])
def test_the_gaps_of_the_lawbook_only_ever_widen_an_answer(day: date, checker: Checker) -> None:
    view = checker.time.view(day, checker.lawbook.as_of)
    law, without = RegimeLaw(view, "dual_use"), RegimeLaw(view, "dual_use")
    without.gaps = ()
    widened = 0
    for kind, shares in product(KINDS, SHARES):
        stated = {**LINE, "composition": shares, **({"kind": kind} if kind else {})}
        facts = checker.read(stated).facts
        narrow, wide = (set(possible(one, weigh(one, facts))) for one in (without, law))
        # Each outcome without the gaps stays possible, or gives way to a stricter one that is certain either way.
        assert narrow <= wide
        widened += wide > narrow
    assert widened
