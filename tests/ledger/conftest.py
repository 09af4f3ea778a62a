"""Every test of the ledger that asks for ``where`` or ``ledger`` runs on each database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cocket.ledger import Ledger, open_ledger
from tests.ledger.trade import clock


@pytest.fixture(params=["sqlite"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """How people name an empty database."""
    return str(tmp_path / "ledger.db")


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with open_ledger(where, clock=clock) as opened:
        yield opened
