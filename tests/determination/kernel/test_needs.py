"""The facts that keep a line open: never less than what could settle it, and none of which no open norm speaks."""

import random
from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest

from cocket.check.checker import Checker
from cocket.determination.ask import Inquiry
from cocket.determination.determine import reach_of, regime_law
from cocket.determination.domain import assign, is_missing, leaf_index, representatives
from cocket.determination.facts import Facts
from cocket.determination.interpreter import possible, settled
from cocket.determination.kernel.columns import columns_of
from cocket.determination.kernel.kernel import EPOCH, Kernel
from cocket.determination.logic import FALSE, is_undecided
from cocket.determination.outcome import settle
from cocket.determination.regime_law import RegimeLaw
from cocket.determination.weighing import as_told, weigh
from cocket.law.view import LawInTime
from tests.determination.kernel.random_lines import RandomLines

KNOWN = date(2026, 11, 20)
REGIMES = ("dual_use", "unreliable_entities", "technology_catalogue", "ordinary_export_licence")


def needed(time: LawInTime, regime: str, lines: list[Facts], days: list[date]) -> Iterator[frozenset[str]]:
    """By the kernel."""
    kernel = Kernel(time, regime, KNOWN)
    found = kernel.evaluate(columns_of(lines), np.array([(day - EPOCH).days for day in days], np.int64))
    lists = found.needs.lists()
    return (frozenset(found.needs.facts[item] for item in lists.of(row)) for row in found.needs.of[found.of].tolist())


def keeping_open(law: RegimeLaw, facts: Facts) -> frozenset[str]:
    """The missing facts of which undecided norms speak, by the interpreter's weighing."""
    weighed = weigh(law, facts)
    truths = {id(rule): truth for rule, truth in weighed.rules}
    entries = [pair for pair in weighed.entries if reach_of(law, pair[0], truths) != FALSE]
    rules = [pair for pair in weighed.conditioned if pair[0] in law.rules]
    norms = [(norm.condition, facts) for norm, truth in (*entries, *rules) if is_undecided(truth)]
    norms += [(norm.condition, as_told(facts)) for norm, truth in weighed.gaps if is_undecided(truth)]
    return frozenset(
        fact for condition, said in norms for fact in leaf_index([condition], said) if is_missing(fact, said)
    )


@pytest.fixture(scope="module", params=REGIMES)
def drawn(request: pytest.FixtureRequest, checker: Checker) -> list[tuple[RegimeLaw, Facts, frozenset[str]]]:
    chance = random.Random(request.param)
    source = RandomLines(checker.time, KNOWN)
    lines = [source.line(chance) for _ in range(150)]
    days = [source.day(chance) for _ in lines]
    found = needed(checker.time, request.param, lines, days)
    laws = (regime_law(checker.time.view(day, KNOWN), request.param) for day in days)
    return list(zip(laws, lines, found, strict=True))


Drawn = list[tuple[RegimeLaw, Facts, frozenset[str]]]


def test_a_line_that_no_fact_can_move_needs_none(drawn: Drawn) -> None:
    for law, facts, found in drawn:
        if settled(law, weigh(law, facts)):
            assert not found, facts.values


def test_what_the_interpreter_would_ask_is_needed(drawn: Drawn) -> None:
    for law, facts, found in drawn:
        weighed = weigh(law, facts)
        if not settled(law, weighed) and len(settle(possible(law, weighed))) > 1:
            asked = frozenset(Inquiry(law, weighed, facts).essential())
            assert asked <= found, (asked - found, facts.values)


def test_what_is_needed_is_missing_from_an_undecided_norm(drawn: Drawn) -> None:
    for law, facts, found in drawn:
        assert found <= keeping_open(law, facts), (found - keeping_open(law, facts), facts.values)


def test_with_all_that_is_needed_told_no_entry_and_no_rule_is_undecided(drawn: Drawn) -> None:
    chance = random.Random(7)
    for law, facts, found in drawn:
        told = facts
        said = leaf_index((norm.condition for norm in (*law.conditioned, *law.gaps)), facts)
        for fact in sorted(found):
            if is_missing(fact, told):
                values = representatives(fact, said[fact], told, law.view.lawbook.vocabulary)
                value = chance.choice(values)
                oxide = {fact.replace("content.", "oxide."): value} if fact.startswith("content.") else {}
                told = assign(told, fact, value).having(oxide)
        if found:
            weighed = weigh(law, told)
            truths = {id(rule): truth for rule, truth in weighed.rules}
            entries = [pair for pair in weighed.entries if reach_of(law, pair[0], truths) != FALSE]
            rules = [pair for pair in weighed.conditioned if pair[0] in law.rules]
            left = [norm.name for norm, truth in (*entries, *rules) if is_undecided(truth)]
            assert not left, (left, found, facts.values)


@pytest.mark.parametrize("regime", REGIMES)
def test_lines_that_need_the_same_facts_share_one_row_of_them(checker: Checker, regime: str) -> None:
    chance = random.Random(regime)
    source = RandomLines(checker.time, KNOWN)
    lines = [source.line(chance) for _ in range(150)]
    days = np.array([(source.day(chance) - EPOCH).days for _ in lines], np.int64)
    words = Kernel(checker.time, regime, KNOWN).evaluate(columns_of(lines), days).needs.words
    assert len({row.tobytes() for row in words}) == len(words)
    assert not words[0].any()
