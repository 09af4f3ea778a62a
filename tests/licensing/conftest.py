"""Tests of the records run on each database; Django is led to it for the time of the test."""

from collections.abc import Iterator

import pytest

import tests.licensing.django_here  # noqa: F401  # first of all
from cocket.config.database import django_database, ledger_address
from cocket.config.start import start
from tests.ledger.conftest import cluster, postgres, where
from tests.ledger.trade import Ticking

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


@pytest.fixture
def database(where: str, ticking: Ticking, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an empty database that Django and the ledger of this process use."""
    from django.db import connections

    from cocket.licensing.records import book

    url = address(where)
    monkeypatch.setenv("DATABASE_URL", url)
    lead_to(url)
    start()
    yield url
    if book._open.cache_info().currsize:
        book.ledger().close()
        book._open.cache_clear()
    connections.close_all()


def lead_to(url: str) -> None:
    """What a new process would read from the environment."""
    from django.conf import settings
    from django.db import connections

    settings.DATABASES = {"default": django_database(url)}
    settings.LEDGER_ADDRESS = ledger_address(url)
    connections.settings = connections.configure_settings(settings.DATABASES)
    if hasattr(connections._connections, "default"):
        del connections["default"]
