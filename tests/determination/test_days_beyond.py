"""A regime on days whose law was not read: named beside the answer, counted where the law read points to the goods."""

from datetime import date

import pytest

from cocket.check.checker import Checker, Verdict, headline
from cocket.check.files import asked, possible
from cocket.determination.determine import Determination, not_covered
from cocket.determination.explanation import explain
from cocket.determination.outcome import Open, Outcome
from cocket.determination.proof_checker import check_proof
from cocket.law.errors import LawError
from tests.check.results import result
from tests.law.small_lawbook import SmallLawbook

KNOWN = date(2025, 12, 31)
COVERED = 'covered_from: "2025-06-01", covered_until: "2025-09-30"'
LINE: dict[str, object] = {"kind": "magnet", "family": "NdFeB", "composition": {"Dy": 3}, "destination": "DE"}
EITHER = (Outcome.LICENCE_REQUIRED, Outcome.NOT_CONTROLLED)


@pytest.fixture
def named(small: SmallLawbook) -> SmallLawbook:
    return small.replace('covered_from: "2025-01-01"', f"{COVERED}, beyond: named", "lawbook.yaml")


def check(small: SmallLawbook, on: str, known: date = KNOWN, **stated: object) -> Determination:
    return Checker(small.read()).check({**LINE, "date": on, **stated}, known).of("dual_use")


@pytest.mark.parametrize(
    ("on", "covered"), [("2025-05-31", False), ("2025-06-01", True), ("2025-09-30", True), ("2025-10-01", False)]
)
def test_the_first_and_the_last_day_lie_inside(on: str, covered: bool, named: SmallLawbook) -> None:
    assert check(named, on).covered is covered


@pytest.mark.parametrize("on", ["2024-01-01", "2025-10-01"])
def test_goods_that_the_law_read_would_catch_go_to_a_person(on: str, named: SmallLawbook) -> None:
    answer = check(named, on)
    assert (answer.outcome, answer.possible, answer.considered) == (Open.CONSULT, EITHER, True)


@pytest.mark.parametrize("on", ["2024-01-01", "2025-10-01"])
def test_so_do_goods_of_which_a_missing_fact_leaves_it_open(on: str, named: SmallLawbook) -> None:
    answer = check(named, on, composition={})
    assert (answer.outcome, answer.ask, answer.considered) == (Open.CONSULT, (), True)


@pytest.mark.parametrize("on", ["2024-01-01", "2025-10-01"])
def test_for_all_others_the_regime_is_only_named(on: str, named: SmallLawbook) -> None:
    answer = check(named, on, kind="oxide")
    assert (answer.outcome, answer.possible, answer.considered) == (Open.CONSULT, EITHER, False)


def test_without_that_mark_every_line_of_such_a_day_goes_to_a_person(small: SmallLawbook) -> None:
    small.replace('covered_from: "2025-01-01"', COVERED, "lawbook.yaml")
    assert check(small, "2025-10-01", kind="oxide").considered


def test_law_that_nobody_knew_yet_does_not_cover_the_day(named: SmallLawbook) -> None:
    named.replace("beyond: named", 'beyond: named, known_from: "2025-08-01"', "lawbook.yaml")
    assert check(named, "2025-07-01", known=date(2025, 8, 1)).covered
    early = check(named, "2025-07-01", known=date(2025, 7, 31))
    assert (early.covered, early.considered) == (False, True)


def test_without_a_day_and_before_it_was_known_it_is_named_or_goes_to_a_person(named: SmallLawbook) -> None:
    named.replace("beyond: named", 'beyond: named, known_from: "2025-08-01"', "lawbook.yaml")
    checker, early = Checker(named.read()), date(2025, 7, 31)
    for kind, considered in (("magnet", True), ("oxide", False)):
        undated = {key: value for key, value in LINE.items() if key != "date"}
        found = checker.check({**undated, "kind": kind}, early).of("dual_use")
        assert (found.outcome, found.possible, found.considered) == (Open.CONSULT, EITHER, considered)


def answer(outcome: Outcome | Open, *, considered: bool = True) -> Determination:
    outcomes = (outcome,) if isinstance(outcome, Outcome) else EITHER
    return Determination("a regime", outcome, outcomes, (), (), (), (), (), (), date(2025, 1, 1), considered=considered)


def test_a_regime_that_is_only_named_neither_frees_nor_stops() -> None:
    beside = answer(Open.CONSULT, considered=False)
    assert headline([answer(Outcome.NOT_CONTROLLED), beside]) is Outcome.NOT_CONTROLLED
    assert headline([answer(Outcome.LICENCE_REQUIRED), beside]) is Outcome.LICENCE_REQUIRED
    assert headline([answer(Open.NEEDS_FACTS), beside]) is Open.NEEDS_FACTS
    assert headline([answer(Outcome.NOT_CONTROLLED), answer(Open.CONSULT)]) is Open.CONSULT


def test_where_every_regime_is_only_named_a_person_must_decide() -> None:
    assert headline([answer(Open.CONSULT, considered=False)]) is Open.CONSULT


def test_what_is_possible_and_asked_leaves_it_out() -> None:
    verdict = result(1, {}, answer(Outcome.NOT_CONTROLLED), answer(Open.CONSULT, considered=False)).verdict
    assert verdict is not None
    assert possible(verdict) == (Outcome.NOT_CONTROLLED,) and asked(verdict) == ()


def explained(checker: Checker, verdict: Verdict) -> dict[str, object]:
    return explain(checker.time, verdict.line, verdict.known, verdict.determinations)


def test_an_explanation_names_it_and_its_proof_holds(checker: Checker) -> None:
    """Ferrite in 2025: the ordinary catalogue of that year was not read, and that of 2026 has no magnets."""
    stated = {**LINE, "family": "ferrite", "date": "2025-06-20", "end_user_listed": False}
    told = explained(checker, checker.check(stated, checker.lawbook.as_of))
    assert "ordinary_export_licence" in told["not_considered"]  # type: ignore[operator]
    assert check_proof(told, checker.lawbook) == ()


@pytest.mark.parametrize("on", ["2025-06-20", "2026-03-01", "2027-02-01"])
def test_proofs_of_goods_of_the_ordinary_catalogue_hold(on: str, checker: Checker) -> None:
    stated = {
        "kind": "metal",
        "composition": {"Nd": 99.9},
        "composition_complete": True,
        "date": on,
        "hs": "2805301100",
    }
    told = explained(checker, checker.check({**stated, "end_user_listed": False}, checker.lawbook.as_of))
    assert check_proof(told, checker.lawbook) == ()


@pytest.mark.parametrize(
    ("more", "problem"),
    [('covered_until: "2024-12-31"', "before it begins"), ("beyond: free", "is not known here")],
)
def test_a_regime_that_cannot_be_read_is_refused(more: str, problem: str, small: SmallLawbook) -> None:
    small.replace('covered_from: "2025-01-01"', f'covered_from: "2025-01-01", {more}', "lawbook.yaml")
    error = small.refusal()
    assert isinstance(error, LawError) and problem in error.problem and error.line == 5


def test_the_nearest_day_stands_for_a_day_far_away(checker: Checker) -> None:
    line = checker.read({"kind": "metal", "composition": {"Nd": 99.9}})
    far = not_covered(checker.time, line.facts, "ordinary_export_licence", date(1990, 1, 1), checker.lawbook.as_of)
    assert far.considered and not far.covered
