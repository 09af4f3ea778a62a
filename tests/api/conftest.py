"""Servers for tests: one for the tests of a module, on each database."""

from collections.abc import Iterator
from itertools import count

import pytest

import tests.licensing.django_here  # noqa: F401  # first of all
from bench.cluster import Cluster
from tests.api.access import Cast, cast_on
from tests.api.server import Server
from tests.ledger.conftest import cluster, postgres, where

_numbers = count(1)
__all__ = ["cluster", "postgres", "where"]


@pytest.fixture
def url(where: str) -> str:
    """An empty database, as DATABASE_URL has it."""
    return address(where)


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the database of ``server`` is, as people name it; the tests of a module share it."""
    if request.param == "postgres":
        started: Cluster = request.getfixturevalue("cluster")
        return started.schema()
    return str(tmp_path_factory.mktemp("data") / "cocket.db")


@pytest.fixture(scope="module")
def server(place: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("home"), address(place)) as started:
        yield started


@pytest.fixture(scope="module")
def cast(server: Server) -> Cast:
    return cast_on(server)


@pytest.fixture
def number() -> str:
    """Of a licence that no other test has."""
    return f"26-AA-{next(_numbers):06}"


def address(place: str) -> str:
    """As DATABASE_URL has it."""
    return place if "://" in place else f"sqlite:///{place}"
