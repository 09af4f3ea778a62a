"""Each test that asks for one has an empty database of each kind."""

from tests.cases.conftest import cluster, database, patterns, postgres, ticking, where

__all__ = ["cluster", "database", "patterns", "postgres", "ticking", "where"]
