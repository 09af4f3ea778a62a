"""PostgreSQL dies under the server and comes back: told as 503 meanwhile, and nothing needs to be started anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.cluster import Cluster, NoServerError
from tests.api.licences import NUMBER, STEP, issue
from tests.api.server import Server


@pytest.fixture
def mortal() -> Iterator[Cluster]:
    """A server of its own, for one that is killed serves no other test."""
    try:
        started = Cluster()
    except NoServerError as error:
        pytest.skip(str(error))
    yield started
    started.remove()


def test_a_database_that_dies_and_comes_back(mortal: Cluster, tmp_path: Path) -> None:
    with Server(tmp_path, mortal.address()) as server:
        assert server.post("/licences", issue()).status == 201
        mortal.kill()
        for _ in range(2):
            lost = server.post(f"/licences/{NUMBER}/suspend", STEP, "key-suspend")
            assert (lost.status, lost.problem) == (503, "database-unavailable")
            assert lost.headers["retry-after"] == "1"
        assert server.get("/licences").problem == "database-unavailable"
        mortal.start()
        assert server.post(f"/licences/{NUMBER}/suspend", STEP, "key-suspend").data["status"] == "suspended"
        assert len(server.get(f"/licences/{NUMBER}").data["steps"]) == 2
        assert server.stop()[0] == 0
