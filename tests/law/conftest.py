"""A small lawbook for tests that change it, and the lawbook of the product for tests that look through all of it."""

from pathlib import Path

import pytest

from cocket.check.checker import Checker
from cocket.law.lawbook import Lawbook, load_lawbook
from tests.law.small_lawbook import SmallLawbook


@pytest.fixture
def small(tmp_path: Path) -> SmallLawbook:
    return SmallLawbook(tmp_path)


@pytest.fixture(scope="session")
def lawbook() -> Lawbook:
    """Read from the files, so that no test here rests on what an earlier run has left in the cache."""
    return load_lawbook(cache=False)


@pytest.fixture(scope="session")
def checker(lawbook: Lawbook) -> Checker:
    return Checker(lawbook)
