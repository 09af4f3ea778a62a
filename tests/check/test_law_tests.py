"""The examples beside the law: they hold, and one that does not is told by what differs."""

from functools import cache

import msgspec
import pytest

from cocket.check.checker import Checker
from cocket.check.law_tests import run_law_tests
from cocket.law.instrument import LawTest
from cocket.law.lawbook import load_lawbook

MAGNET = {"kind": "magnet", "family": "SmCo", "destination": "DE", "end_user_listed": False, "date": "2025-05-02"}


@cache
def checker() -> Checker:
    return Checker(load_lawbook())


def differences(given: dict[str, object], **expect: object) -> tuple[str, ...]:
    """What one example of announcement 18 of 2025 is told to differ by."""
    lawbook = checker().lawbook
    test = LawTest("example", None, None, given, expect)
    instrument = msgspec.structs.replace(lawbook.by_id["cn/mofcom-gac/2025/18"], tests=(test,))
    changed = Checker(msgspec.structs.replace(lawbook, instruments=(instrument,)))
    (result,) = run_law_tests(changed)
    assert result.passed == (not result.differences)
    return result.differences


def test_every_example_beside_the_law_holds() -> None:
    results = list(run_law_tests(checker()))
    assert len(results) > 400
    assert [one for one in results if not one.passed] == []


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        ({"outcome": "LICENCE_REQUIRED", "codes": ["1C902.a.4"], "ask": [], "rests_on": "text"}, ()),
        ({"outcome": "NOT_CONTROLLED"}, ("outcome expected NOT_CONTROLLED got LICENCE_REQUIRED",)),
        ({"codes": ["1C902.b"]}, ("codes expected [1C902.b] got [1C902.a.4]",)),
        ({"possible": ["VOUCHER"]}, ("possible expected [VOUCHER] got [LICENCE_REQUIRED]",)),
        ({"warnings": ["hs_mismatch"]}, ("warnings expected [hs_mismatch] got []",)),
        ({"rests_on": "guidance"}, ("rests_on expected guidance got text",)),
    ],
)
def test_each_expectation_is_compared(expect: dict[str, object], told: tuple[str, ...]) -> None:
    assert differences(MAGNET, **expect) == told


def test_an_expectation_that_no_answer_has_is_refused_by_its_name() -> None:
    (told,) = differences(MAGNET, outcome="LICENCE_REQUIRED", colour="red")
    assert told.startswith("no answer has 'colour'; expect one of outcome, codes")


def test_a_fact_that_the_law_does_not_know_fails_the_example() -> None:
    assert differences({**MAGNET, "colour": "red"}, outcome="LICENCE_REQUIRED") == ("no law speaks of colour",)


def test_bad_facts_fail_the_example() -> None:
    (told,) = differences({**MAGNET, "destination": "Atlantis"}, outcome="LICENCE_REQUIRED")
    assert "Atlantis" in told
