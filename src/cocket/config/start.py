"""Starts Django for a command or a server: settings read, tables as this version wants them."""

import os
from pathlib import Path
from typing import Any

from cocket.config.database import ledger_address
from cocket.config.errors import ConfigError
from cocket.config.faults import wrong
from cocket.config.table import read_configuration


def start() -> None:
    """May be called again. Raises ConfigError, or LedgerError where the ledger cannot be opened."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "cocket.config.settings"
    configuration = read_configuration(os.environ)
    address = ledger_address(configuration.database_url)
    if "://" not in address:
        _make_folder(Path(address).parent)
    import django

    django.setup()
    _bring_up_to_date()
    from cocket.licensing.records.book import ledger

    ledger()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(*wrong("no_folder", folder=folder, error=error.strerror)) from None


def _bring_up_to_date() -> None:
    """Makes or alters the tables; of several processes that start at once one does, and the others wait for it."""
    from django.db import DatabaseError, connection

    try:
        if _missing_steps():
            with _alone(connection):
                _migrate()
    except DatabaseError as error:
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ConfigError(*wrong("database", error=said)) from error


def _missing_steps() -> list[Any]:
    """Raises ConfigError for tables of a newer version: what it has changed is not known here."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    loader = executor.loader
    strange = set(loader.applied_migrations) - set(loader.disk_migrations)
    if any(app in loader.migrated_apps for app, _ in strange):
        raise ConfigError(*wrong("newer"))
    steps: list[Any] = executor.migration_plan(loader.graph.leaf_nodes())
    return steps


def _migrate() -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def _alone(connection: Any) -> Any:  # noqa: ANN401  # Django's own, without types
    from cocket.config.alone import file_lock, postgres_lock

    if connection.vendor == "postgresql":
        return postgres_lock(connection)
    return file_lock(Path(connection.settings_dict["NAME"]))
