"""Every limit and every first and last day of the lawbook, from both sides: the product says what the words say.

These tests are made from the lawbook, so that a new instrument is held to them without a word written for it.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

import pytest

from cocket.check.checker import Checker
from cocket.determination.determine import regime_law
from cocket.determination.facts import Facts
from cocket.determination.weighing import truth_table
from cocket.law.condition import Compare, leaves
from cocket.law.fold import Standing
from cocket.law.instrument import Instrument, Window
from cocket.law.lawbook import load_lawbook
from cocket.law.view import LIVE, View
from cocket.quantity.interval import Interval
from tests.law.boundaries import Goods, around_limits, said_of

LAWBOOK = load_lawbook(cache=False)
VOCABULARY = LAWBOOK.vocabulary
DAY, NEVER = timedelta(days=1), date.max
SAID = {"true": ("TRUE", "TRUE"), "open": ("OPEN", "OPEN"), "false": ("FALSE", "FALSE")}


@lru_cache
def known() -> date:
    """Late enough for everything in the lawbook to be known."""
    return max(LAWBOOK.as_of, *(one.known_from for one in LAWBOOK.instruments), date(2030, 1, 1))


def as_facts(goods: Goods) -> Facts:
    """Exact facts of goods that hold nothing else; an oxide weighs at least its element."""
    values = {
        fact: frozenset({value}) if isinstance(value, str) else Interval(value, value) for fact, value in goods.items()
    }
    for fact, value in goods.items():
        element = "content." + fact.removeprefix("oxide.")
        if fact.startswith("oxide.") and isinstance(value, int):
            values[element] = Interval(max(value, int(goods.get(element, 0))), max(value, int(goods.get(element, 0))))
    return Facts(values, rest_hi=0)


@pytest.fixture(scope="module")
def views(checker: Checker) -> "Views":
    return Views(checker)


class Views:
    def __init__(self, checker: Checker) -> None:
        self.time = checker.time

    def on(self, day: date) -> View:
        return self.time.view(day, known())

    def live_day(self, name: str) -> date:
        """A day on which the entry stands."""
        for day in self.time.days:
            if any(norm.name == name and norm.status.standing in LIVE for norm in self.on(day).entries):
                return day
        raise AssertionError(f"{name} never stands")


@pytest.mark.parametrize("name", sorted(LAWBOOK.entries))
def test_an_entry_says_below_at_and_above_each_limit_what_its_words_say(name: str, views: Views) -> None:
    instrument, entry = LAWBOOK.entries[name]
    law = regime_law(views.on(views.live_day(name)), instrument.regime)
    norm = next(norm for norm in law.entries if norm.name == name)
    for limit, tried in around_limits(entry.controls, VOCABULARY):
        said = [said_of(goods, entry.controls) for goods in tried]
        found = [truth_table(law, as_facts(goods))[id(norm)] for goods in tried]
        assert [tuple(end.name for end in truth) for truth in found] == [SAID[one] for one in said], (limit, tried)


@pytest.mark.parametrize("name", sorted(LAWBOOK.entries))
def test_each_figure_that_an_entry_limits_decides_something(name: str) -> None:
    """Guards against goods that could never meet the entry, for which every answer would be no.

    One limit for each fact is enough: above our floor for traces nothing changes where a doubt stands beside it.
    """
    controls = LAWBOOK.entries[name][1].controls
    tried = [(limit, {said_of(one, controls) for one in goods}) for limit, goods in around_limits(controls, VOCABULARY)]
    limited = {leaf.fact for leaf in leaves(controls) if isinstance(leaf, Compare)}
    assert {limit.fact for limit, said in tried if len(said) > 1} == limited


LIMITED = {
    f"{one.id}#{rule.id}": (one, rule)
    for one in LAWBOOK.instruments
    for rule in one.rules
    if any(isinstance(leaf, Compare) for leaf in leaves(rule.when))
}


@pytest.mark.parametrize("name", sorted(LIMITED))
def test_a_rule_says_below_at_and_above_each_limit_what_its_words_say(name: str, views: Views) -> None:
    one, rule = LIMITED[name]
    law = regime_law(views.on(rule.in_force.since), one.regime)
    norms = [norm for norm in law.rules if norm.name == name]  # one for each standing of the parties listed
    assert norms
    for norm in norms:
        for limit, tried in around_limits(norm.condition, VOCABULARY):
            said = [said_of(goods, norm.condition) for goods in tried]
            found = [truth_table(law, as_facts(goods))[id(norm)] for goods in tried]
            assert [tuple(end.name for end in truth) for truth in found] == [SAID[one] for one in said], (limit, tried)
            assert len(set(said)) > 1


def windows() -> Iterator[tuple[str, Instrument, str | None, Window]]:
    for one in LAWBOOK.instruments:
        yield one.id, one, None, one.in_force
        yield from ((f"{one.id}#{rule.id}", one, rule.id, rule.in_force) for rule in one.rules)
        yield from ((f"{one.id}#{gap.id}", one, gap.id, gap.in_force) for gap in one.gaps)


WINDOWS = {name: (one, part, window) for name, one, part, window in windows()}


def first_day_of(do: str, one: Instrument, part: str | None) -> date:
    """The first day on which another instrument repeals or resumes it; the end of time if none does."""
    names = {one.id, f"{one.id}#{part}"}
    acts = (act for other in LAWBOOK.instruments for act in other.acts if act.do == do)
    return min((act.during.since for act in acts if names & set(act.target)), default=NEVER)


@pytest.mark.parametrize("name", sorted(WINDOWS))
def test_a_norm_holds_from_its_first_day_through_its_last(name: str, views: Views) -> None:
    one, part, window = WINDOWS[name]
    ends = min(first_day_of("repeal", one, part), window.until + DAY if window.until else NEVER)
    days = [window.since - DAY, window.since] + ([ends - DAY, ends] if ends < NEVER else [])
    for day in days:
        standing = views.time.fold.status(one, window, part, day, known()).standing
        assert (standing in LIVE) == (window.since <= day < ends), (day, standing)


SUSPENSIONS = {
    f"{one.id}#{act.id} of {target}": (one, act, target)
    for one in LAWBOOK.instruments
    for act in one.acts
    if act.do == "suspend"
    for target in act.target
}


@pytest.mark.parametrize("name", sorted(SUSPENSIONS))
def test_a_suspension_holds_from_its_first_day_through_its_last(name: str, views: Views) -> None:
    by, act, target = SUSPENSIONS[name]
    one, part, window = suspended(target)
    last = min(act.during.until or NEVER, first_day_of("resume", one, part) - DAY)
    for day in (max(act.during.since, window.since), *([last] if last < NEVER - DAY else [])):
        assert views.time.fold.status(one, window, part, day, known()).standing is Standing.SUSPENDED
    for day in (act.during.since - DAY, *([last + DAY] if last < NEVER - DAY else [])):
        status = views.time.fold.status(one, window, part, day, known())
        assert status.standing is not Standing.SUSPENDED or f"{by.id}#{act.id}" not in status.because


def suspended(target: str) -> tuple[Instrument, str | None, Window]:
    name, _, part = target.partition("#")
    one = LAWBOOK.by_id[name]
    rule = next((rule for rule in one.rules if rule.id == part), None)
    return one, part or None, rule.in_force if rule else one.in_force
