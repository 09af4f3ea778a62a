"""Every test that asks for ``server`` has one of its own on each database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import tests.licensing.django_here  # noqa: F401  # first of all
from tests.api.server import Server
from tests.ledger.conftest import cluster, postgres, where

__all__ = ["cluster", "postgres", "where"]


@pytest.fixture
def url(where: str) -> str:
    """An empty database, as DATABASE_URL has it."""
    return where if "://" in where else f"sqlite:///{where}"


@pytest.fixture
def server(tmp_path: Path, url: str) -> Iterator[Server]:
    with Server(tmp_path, url) as started:
        yield started
