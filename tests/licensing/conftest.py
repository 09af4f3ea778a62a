"""Tests of the records run on each database; Django is led to it for the time of the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import tests.licensing.django_here  # noqa: F401  # first of all
from cocket.config.database import django_database, ledger_address
from tests.ledger.conftest import cluster, postgres, where
from tests.ledger.trade import Ticking
from tests.licensing.tables_made import start_on

__all__ = ["cluster", "postgres", "where"]


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> Ticking:
    """The clock of the records and of their ledger, which the test sets."""
    from cocket.licensing.records import clock

    ticking = Ticking()
    monkeypatch.setattr(clock, "now", ticking)
    return ticking


def address(where: str) -> str:
    """As DATABASE_URL has it."""
    return where if "://" in where else f"sqlite:///{where}"


@pytest.fixture(scope="session")
def patterns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("patterns")


@pytest.fixture
def database(where: str, ticking: Ticking, patterns: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an empty database that Django and the ledger of this process use."""
    url = address(where)
    monkeypatch.setenv("DATABASE_URL", url)
    lead_to(url)
    start_on(where, url, patterns)
    yield url
    let_go()


def lead_to(url: str) -> None:
    """What a new process would read from the environment."""
    from django.conf import settings
    from django.db import connections

    settings.DATABASES = {"default": django_database(url)}
    settings.LEDGER_ADDRESS = ledger_address(url)
    connections.settings = connections.configure_settings(settings.DATABASES)
    if hasattr(connections._connections, "default"):
        del connections["default"]


def let_go() -> None:
    """Closes what this process holds open of the database, so that it can be led to another."""
    from django.db import connections

    from cocket.licensing.records import book

    if book._open.cache_info().currsize:
        book.ledger().close()
        book._open.cache_clear()
    connections.close_all()
