"""Never wrongly free: a fixed sample of the lattice of every entry. ``./dev bench lattice`` walks through all of it."""

import random
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from bench.lattice import Answer, Lattice, Point, Walk, answer_of, walk
from bench.lattice_kernel import LatticeKernel, Whole
from cocket.check.checker import Checker
from cocket.determination.outcome import FREE, Outcome
from cocket.law.lawbook import load_lawbook

ENTRIES = sorted(
    entry.id for one in load_lawbook(cache=False).instruments if one.regime == "dual_use" for entry in one.entries
)
POINTS = 5  # of each entry, on two days each


@pytest.fixture(scope="module")
def lattice(checker: Checker) -> Lattice:
    return Lattice(checker)


@pytest.mark.parametrize("name", ENTRIES)
def test_the_four_laws_hold_at_points_of_the_lattice(name: str, lattice: Lattice) -> None:
    chance = random.Random(name)
    entry = Walk(lattice, name)
    points = list(entry.points())
    faults = list(entry.faults_of_customs_number(chance.sample(points, 2)))
    for day in chance.sample(lattice.days, 2):
        faults.extend(entry.faults_on(day, chance.sample(points, min(POINTS, len(points)))))
    assert not faults, "\n".join(faults)


def test_every_entry_of_the_lawbook_has_a_lattice(lattice: Lattice) -> None:
    assert sorted(lattice.entries) == ENTRIES and len(ENTRIES) > 100
    assert all(lattice.values(name) for name in ENTRIES)


def test_a_simple_entry_is_walked_through_whole(lattice: Lattice) -> None:
    walked = walk(lattice, "1C902.a.4")
    assert walked.faults == () and walked.points > 500


@pytest.fixture(scope="module")
def by_kernel() -> LatticeKernel:
    """With a law of its own, for gaps are taken out of it."""
    return LatticeKernel(Lattice(Checker(load_lawbook(cache=False))))


def test_the_kernel_walks_the_same_points_and_finds_no_fault(by_kernel: LatticeKernel, lattice: Lattice) -> None:
    walked, by_interpreter = by_kernel.walk("1C902.a.4"), walk(lattice, "1C902.a.4")
    assert walked.faults == () and by_interpreter.faults == ()
    assert 500 < walked.points <= by_interpreter.points  # of the latter some cannot be true together


@pytest.mark.parametrize(("law", "told"), [(1, "allows less than"), (2, "is not free, but"), (4, "is covered, and")])
def test_the_kernel_finds_each_law_broken(law: int, told: str, by_kernel: LatticeKernel) -> None:
    """Answers are made up: everything is free, or needs a licence, but for one goods."""
    whole = Whole(by_kernel.lattice, "1C905.a.1")
    day = by_kernel.lattice.days[-1]
    free, licence = np.uint16(1), np.uint16(1 << Outcome.LICENCE_REQUIRED)
    marks = np.full((len(whole.facts), len(whole.deals)), free if law == 4 else licence, np.uint16)
    if law == 1:
        marks[whole.less.here[0]] = free
    if law == 2:
        marks[whole.more.there[0]] = free
    covered = np.array(
        [answer_of(by_kernel.lattice.law(day), whole.joined(good, 1)).covered for good in range(len(marks))]
    )
    assert any(told in fault for fault in whole.faults(marks, covered, by_kernel.lattice.law(day)))


def test_the_lattice_of_an_entry_holds_what_its_condition_tells_apart(lattice: Lattice) -> None:
    values = lattice.values("1C905.a.1")
    assert values["content.Dy"] == (None, 0, 50_000, 100_000, 500_000_000)
    assert values["kind"][0] is None and "metal" in values["kind"] and len(values["kind"]) >= 3
    assert lattice.values("3C001")["control_code"][0] is None


def test_the_days_are_those_on_which_the_law_differs(lattice: Lattice) -> None:
    assert {date(2025, 4, 4), date(2025, 10, 9), date(2025, 11, 8), date(2026, 11, 11)} <= set(lattice.days)
    assert list(lattice.days) == sorted(set(lattice.days))


def test_the_places_are_those_that_rules_tell_apart(lattice: Lattice) -> None:
    assert {None, "US", "JP", "CN", "DE"} <= set(lattice.destinations)


POINT = Point((("kind", "metal"), ("content.Dy", 100_000), ("content.Tb", None), ("destination", "DE")))


def test_a_point_is_stated_as_a_line() -> None:
    assert POINT.stated() == {"kind": "metal", "composition.Dy": "100000 ppb", "destination": "DE"}


def test_less_takes_away_each_stated_fact_in_turn() -> None:
    said = [sorted(less.stated()) for less in POINT.with_less()]
    assert said == [["composition.Dy", "destination"], ["destination", "kind"], ["composition.Dy", "kind"]]


def test_more_raises_each_element_and_skips_what_says_less_than_silence() -> None:
    steps = {"content.Dy": (None, 0, 50_000, 100_000, 500_000_000), "content.Tb": (None, 0, 50_000, 100_000)}
    shares = [(dict(more.values)["content.Dy"], dict(more.values)["content.Tb"]) for more in POINT.with_more(steps)]
    assert shares == [(500_000_000, None), (100_000, 100_000)]


LICENCE, FREED = Answer(frozenset({Outcome.LICENCE_REQUIRED}), False), Answer(FREE, False)
METAL = Point((("kind", "metal"), ("content.Dy", 0), ("destination", "DE")))


@pytest.mark.parametrize(
    ("here", "elsewhere", "told"),
    [
        (LICENCE, FREED, "allows NOT_CONTROLLED"),
        (LICENCE, FREED, "is not free, but"),
        (replace(FREED, covered=True), FREED, "is covered, and"),
    ],
)
def test_an_answer_that_breaks_a_law_is_a_fault(
    here: Answer, elsewhere: Answer, told: str, lattice: Lattice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Answers are made up, to show that each law can be found broken."""
    monkeypatch.setattr(Walk, "_answer", lambda self, law, point, seen: here if point == METAL else elsewhere)
    faults = Walk(lattice, "1C905.a.1").faults_on(lattice.days[-1], [METAL])
    assert any(told in fault for fault in faults)


@pytest.mark.parametrize("number", ["8505110000", "2846901500", "0402"])
def test_the_customs_number_changes_no_determination(number: str, checker: Checker) -> None:
    known = checker.lawbook.as_of
    for kind, shares in (("magnet", {"Dy": 3}), ("oxide", {"Dy2O3": 99}), ("metal", {}), ("ceramic", {"Y2O3": 99})):
        stated = {"kind": kind, "composition": shares, "date": "2025-06-20", "destination": "DE"}
        without, having = checker.check(stated, known), checker.check({**stated, "hs": number}, known)
        assert having.determinations == without.determinations and having.headline == without.headline
