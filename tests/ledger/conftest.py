"""Every test of the ledger that asks for ``where`` or ``ledger`` runs on each database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.cluster import Cluster, NoServerError
from cocket.ledger import Ledger, open_ledger
from tests.ledger.trade import clock


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """One server for all tests of this process; skips where PostgreSQL is not installed."""
    try:
        # what a killed process of it had written the system keeps; only a dead machine would miss what was not synced
        started = Cluster(("fsync=off",))
    except NoServerError as error:
        pytest.skip(str(error))
    yield started
    started.remove()


@pytest.fixture
def postgres(cluster: Cluster) -> str:
    """The address of an empty schema."""
    return cluster.schema()


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """How people name an empty database."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres"))
    return str(tmp_path / "ledger.db")


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with open_ledger(where, clock=clock) as opened:
        yield opened
