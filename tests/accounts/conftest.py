"""Tests of accounts run on each database, with a fixed cast."""

import tests.licensing.django_here  # noqa: F401  # first of all
from tests.ledger.conftest import cluster, postgres, where
from tests.licensing.conftest import database, patterns, ticking

__all__ = ["cluster", "database", "patterns", "postgres", "ticking", "where"]
