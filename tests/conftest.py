"""Settings and lawbooks that every test shares."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from cocket.check.checker import Checker
from cocket.law.lawbook import Lawbook, load_lawbook
from tests.law.small_lawbook import SmallLawbook

# A shared machine is slow at times; a test that fails on a slow day tells nothing about the rule it checks.
# The same examples every time, so that a change is judged by what it changes; HYPOTHESIS_PROFILE=explore finds others.
settings.register_profile("explore", deadline=None, print_blob=True)
settings.register_profile("cocket", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "cocket"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The pages first: each is one test of minutes, and the last one would be waited for by an idle processor."""
    items.sort(key=lambda item: "tests/pages/" not in item.nodeid)


@pytest.fixture
def small(tmp_path: Path) -> SmallLawbook:
    """A small lawbook for tests that change it."""
    return SmallLawbook(tmp_path)


@pytest.fixture(scope="session")
def lawbook() -> Lawbook:
    """Read from the files, so that no test rests on what an earlier run has left in the cache."""
    return load_lawbook(cache=False)


@pytest.fixture(scope="session")
def checker(lawbook: Lawbook) -> Checker:
    return Checker(lawbook)
