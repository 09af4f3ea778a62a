"""Every test that asks for ``desk`` runs on each database."""

from collections.abc import Iterator

import pytest

from cocket.check.checker import Checker
from tests.gate.desk import Desk
from tests.ledger.conftest import cluster, postgres, where  # noqa: F401  # fixtures are found by their names here


@pytest.fixture
def desk(where: str, checker: Checker) -> Iterator[Desk]:  # noqa: F811  # the fixture
    with Desk(where, checker) as opened:
        yield opened
