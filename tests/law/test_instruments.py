"""The worked examples that stand beside the law, each through the checker that answers shipments."""

import pytest

from cocket.check.checker import Checker
from cocket.check.law_tests import LawTestResult, run_law_tests
from cocket.law.condition import Compare, In, leaves
from cocket.law.instrument import Entry
from cocket.law.lawbook import load_lawbook

IDS = sorted(one.id for one in load_lawbook(cache=False).instruments)


@pytest.fixture(scope="module")
def results(checker: Checker) -> tuple[LawTestResult, ...]:
    return tuple(run_law_tests(checker))


@pytest.mark.parametrize("instrument", IDS)
def test_the_examples_of_an_instrument_hold(instrument: str, results: tuple[LawTestResult, ...]) -> None:
    broken = [one for one in results if one.instrument == instrument and not one.passed]
    if broken:
        told = (f"{one.name}: {'; '.join(one.differences)}" for one in broken)
        pytest.fail("\n".join([instrument, *told]), pytrace=False)


def test_every_example_was_run(checker: Checker, results: tuple[LawTestResult, ...]) -> None:
    """Guards against a runner that passes over what it does not understand."""
    assert len(results) == sum(len(one.tests) for one in checker.lawbook.instruments) > 300


def by_goods(entry: Entry) -> bool:
    """Whether the entry describes goods; others are taken at the exporter's word for the code alone."""
    return any(isinstance(leaf, In | Compare) and leaf.fact != "control_code" for leaf in leaves(entry.controls))


def test_every_code_that_describes_goods_stands_in_an_example(checker: Checker) -> None:
    """Entries of an annex carry no code; the examples of their instrument hold them."""
    expected = [test.expect.get("codes", ()) for one in checker.lawbook.instruments for test in one.tests]
    named = {str(code) for codes in expected if isinstance(codes, list) for code in codes}
    codes = {name for name, (_, entry) in checker.lawbook.entries.items() if entry.is_code and by_goods(entry)}
    assert len(codes) > 90
    assert not codes - named, f"no example names {sorted(codes - named)}"


def test_every_instrument_with_rules_or_entries_has_examples(checker: Checker) -> None:
    bare = [one.id for one in checker.lawbook.instruments if (one.rules or one.entries or one.acts) and not one.tests]
    assert not bare
