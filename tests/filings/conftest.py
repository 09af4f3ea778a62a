"""Each test has an empty database of each kind, a folder of documents and a seal key."""

from pathlib import Path

import pytest

import tests.licensing.django_here  # noqa: F401  # first of all
from cocket.licensing.filings.sealing import add_key
from tests.licensing.conftest import cluster, database, patterns, postgres, ticking, where

__all__ = ["cluster", "database", "patterns", "postgres", "ticking", "where"]


@pytest.fixture
def folder(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    from django.conf import settings

    monkeypatch.setattr(settings, "DOCUMENTS_FOLDER", tmp_path / "documents")
    monkeypatch.setattr(settings, "SEAL_KEY_FILE", tmp_path / "seal-key")
    add_key(tmp_path / "seal-key")
    return tmp_path / "documents"
