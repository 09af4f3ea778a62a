"""The kernel says of every line what the interpreter says: on the real law, and on small laws drawn at random."""

import random
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cocket.check.checker import Checker
from cocket.determination.facts import Facts
from cocket.law.view import LawInTime
from tests.determination.kernel.oracle import by_cases, by_interpreter, by_kernel
from tests.determination.kernel.random_lines import RandomLines
from tests.determination.random_law import KNOWN, LAWS, LINES, ON, law

REGIMES = ("dual_use", "unreliable_entities", "technology_catalogue", "ordinary_export_licence")
LINES_OF_ALL = 250


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("known", [date(2025, 10, 20), date(2026, 11, 20)])
def test_random_lines_have_the_same_answer_under_the_real_law(regime: str, known: date, checker: Checker) -> None:
    chance = random.Random(f"{regime} {known}")
    drawn = RandomLines(checker.time, known)
    lines = [drawn.line(chance) for _ in range(LINES_OF_ALL)]
    days = [drawn.day(chance) for _ in lines]
    found = by_kernel(checker.time, regime, lines, days, known)
    for facts, day, answer in zip(lines, days, found, strict=True):
        assert answer == by_interpreter(checker.time, regime, facts, day, known), (day, dict(facts.values))


@cache
def law_in_time(number: int) -> LawInTime:
    return LawInTime(law(number).view.lawbook)


@settings(max_examples=200)
@given(st.integers(0, LAWS - 1), st.lists(LINES, min_size=1, max_size=8), st.integers(-200, 200))
def test_lines_of_any_law_have_the_same_answer(number: int, lines: list[Facts], shift: int) -> None:
    time = law_in_time(number)
    days = [ON + timedelta(days=shift * place) for place in range(len(lines))]
    found = by_kernel(time, "dual_use", lines, days, KNOWN)
    for facts, day, answer in zip(lines, days, found, strict=True):
        assert answer == by_interpreter(time, "dual_use", facts, day, KNOWN)


@settings(max_examples=100)
@given(st.integers(0, LAWS - 1), st.lists(LINES, min_size=1, max_size=6), st.sampled_from((0, 60)))
def test_lines_taken_as_one_case_have_the_same_answer(number: int, lines: list[Facts], shift: int) -> None:
    """Every line's goods in every line's deal, twice: most of them fall under nothing, or are alike."""
    time = law_in_time(number)
    crossed = [crossing(goods, deal) for goods in lines for deal in lines] * 2
    days = [ON + timedelta(days=shift * (place % 3)) for place in range(len(crossed))]
    found = by_cases(time, "dual_use", crossed, days, KNOWN)
    for facts, day, answer in zip(crossed, days, found, strict=True):
        assert answer == by_interpreter(time, "dual_use", facts, day, KNOWN)


DEAL = ("movement", "destination", "end_", "importer")


def crossing(goods: Facts, deal: Facts) -> Facts:
    values = {fact: said for fact, said in goods.values.items() if not fact.startswith(DEAL)}
    return Facts(values | {fact: said for fact, said in deal.values.items() if fact.startswith(DEAL)}, goods.rest_hi)


@pytest.mark.parametrize("regime", REGIMES)
def test_lines_taken_as_one_case_have_the_same_answer_under_the_real_law(regime: str, checker: Checker) -> None:
    chance = random.Random(regime)
    known = date(2026, 11, 20)
    drawn = RandomLines(checker.time, known)
    some = [drawn.line(chance) for _ in range(14)]
    lines = [crossing(goods, deal) for goods in some for deal in some]
    days = [drawn.day(random.Random(place % 5)) for place in range(len(lines))]
    found = by_cases(checker.time, regime, lines, days, known)
    for facts, day, answer in zip(lines, days, found, strict=True):
        assert answer == by_interpreter(checker.time, regime, facts, day, known), (day, dict(facts.values))


def test_a_line_alone_has_the_answer_that_it_has_among_others(checker: Checker) -> None:
    chance = random.Random(1)
    known = date(2026, 11, 20)
    drawn = RandomLines(checker.time, known)
    lines, days = ([draw(chance) for _ in range(30)] for draw in (drawn.line, drawn.day))
    together = by_kernel(checker.time, "dual_use", lines, days, known)
    alone = [
        by_kernel(checker.time, "dual_use", [line], [day], known)[0] for line, day in zip(lines, days, strict=True)
    ]
    assert together == alone
