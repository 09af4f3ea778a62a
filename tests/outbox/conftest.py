"""Each test has an empty database of each kind, with the tables of the records."""

import tests.licensing.django_here  # noqa: F401  # first of all
from tests.licensing.conftest import cluster, database, patterns, postgres, ticking, where

__all__ = ["cluster", "database", "patterns", "postgres", "ticking", "where"]
