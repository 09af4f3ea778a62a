"""The lawbook of the product, and small ones for tests that need a law of their own."""

from pathlib import Path

import pytest

from cocket.check.checker import Checker
from cocket.law.lawbook import Lawbook, load_lawbook
from tests.law.small_lawbook import SmallLawbook


@pytest.fixture(scope="session")
def lawbook() -> Lawbook:
    return load_lawbook(cache=False)


@pytest.fixture(scope="session")
def checker(lawbook: Lawbook) -> Checker:
    return Checker(lawbook)


@pytest.fixture
def small(tmp_path: Path) -> SmallLawbook:
    return SmallLawbook(tmp_path)
