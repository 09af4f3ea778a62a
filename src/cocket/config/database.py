"""One address for both who use the database: Django for licences, the ledger for amounts."""

from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from cocket.config.errors import ConfigError
from cocket.config.faults import wrong

LOCK_WAIT_S: Final = 10
BUSY_WAIT_S: Final = 30
"""As the ledger waits."""
KEPT_S: Final = 60
"""So long a connection serves one request after the other."""
POSTGRES: Final = ("postgresql", "postgres")


def ledger_address(url: str) -> str:
    """As `cocket.ledger.open_ledger` takes it: a file, or the address of a PostgreSQL database."""
    return url if _scheme(url) in POSTGRES else str(_file(url))


def django_database(url: str) -> dict[str, Any]:
    """As Django's DATABASES takes it. Raises ConfigError."""
    return _postgres(url) if _scheme(url) in POSTGRES else _sqlite(_file(url))


def _scheme(url: str) -> str:
    try:
        split = urlsplit(url)
        scheme, _ = split.scheme, split.port
    except ValueError as error:
        raise ConfigError(*wrong("no_address", error=error)) from None
    if scheme in ("sqlite", *POSTGRES):
        return scheme
    # the address itself is not told: it may hold a password
    raise ConfigError(*(wrong("other_database", scheme=scheme) if scheme else wrong("no_database")))


def _file(url: str) -> Path:
    """``sqlite:///a.db`` is a.db in this folder, ``sqlite:////data/a.db`` one by its full path."""
    split = urlsplit(url)
    path = unquote(split.path).removeprefix("/")
    if split.netloc or not path or path == ":memory:":
        raise ConfigError(*wrong("no_file"))
    return Path(path)


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        # each thread of the server keeps its own: to open the file took a tenth of a declaration's time
        "CONN_MAX_AGE": KEPT_S,
        "OPTIONS": {
            "timeout": BUSY_WAIT_S,
            # the write lock comes first, as in the ledger: what a transaction read then stays true until its commit
            "transaction_mode": "IMMEDIATE",
            "init_command": "pragma journal_mode = wal; pragma synchronous = full;",
        },
    }


def _postgres(url: str) -> dict[str, Any]:
    try:
        import psycopg  # noqa: F401  # Django would tell its absence in terms of its own
    except ImportError:
        raise ConfigError(*wrong("no_psycopg")) from None
    split = urlsplit(url)
    if not split.path.removeprefix("/"):
        raise ConfigError(*wrong("no_name"))
    options: dict[str, Any] = dict(parse_qsl(split.query))
    # whatever the database's own setting: an answer that was given survives the loss of power
    forced = f"-c lock_timeout={LOCK_WAIT_S}s -c synchronous_commit=on"
    options["options"] = f"{options.get('options', '')} {forced}".strip()
    options.setdefault("application_name", "cocket licences")
    # the ledger books on this connection too, and reads whole numbers and hashes as PostgreSQL keeps them
    options["server_side_binding"] = True
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(split.path.removeprefix("/")),
        "USER": unquote(split.username or ""),
        "PASSWORD": unquote(split.password or ""),
        "HOST": unquote(split.hostname or ""),
        "PORT": str(split.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": KEPT_S,
        "CONN_HEALTH_CHECKS": True,
    }
