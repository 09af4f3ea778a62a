"""The one table of settings. Each comes from the environment; nothing has to be set."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cocket.config.errors import ConfigError
from cocket.config.faults import wrong


@dataclass(frozen=True, slots=True)
class Setting:
    """``otherwise``: what holds where the variable is not set, in words."""

    name: str
    otherwise: str
    what: str


SETTINGS: Final = (
    Setting(
        "DATABASE_URL",
        "cocket.db in the data folder",
        "Where licences, ledger and receipts are kept: sqlite:///PATH, or postgresql://USER:PASSWORD@HOST:PORT/NAME",
    ),
    Setting("XDG_DATA_HOME", "~/.local/share", "The data folder is the folder cocket in it"),
    Setting(
        "COCKET_SECRET_KEY_FILE",
        "secret-key in the data folder",
        "The key that the server signs with; made on the first start, for its owner only",
    ),
    Setting(
        "COCKET_DOCUMENTS_FOLDER",
        "documents in the data folder",
        "Where what is attached to applications is kept; of several machines on one database all need the same",
    ),
    Setting(
        "COCKET_SEAL_KEY_FILE",
        "seal-key in the data folder",
        "The keys that documents for the authority alone are sealed with; made by cocket seal new, for its owner only",
    ),
    Setting("COCKET_TIME_ZONE", "Asia/Shanghai", "The authority's time zone: its days are the ones that count"),
    Setting(
        "COCKET_ALLOWED_HOSTS",
        "localhost, 127.0.0.1, [::1]",
        "Names the server answers to besides these, with commas between; a request for another name is refused",
    ),
)
LOOPBACK: Final = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings as read. ``database_url`` always has its scheme."""

    database_url: str
    secret_key_file: Path
    documents_folder: Path
    seal_key_file: Path
    time_zone: ZoneInfo
    allowed_hosts: tuple[str, ...]


def read_configuration(environment: Mapping[str, str]) -> Configuration:
    """Raises ConfigError naming the variable."""
    url = environment.get("DATABASE_URL") or f"sqlite:///{data_folder(environment) / 'cocket.db'}"
    zone = environment.get("COCKET_TIME_ZONE") or "Asia/Shanghai"
    hosts = environment.get("COCKET_ALLOWED_HOSTS", "")
    try:
        time_zone = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ConfigError(*wrong("time_zone", zone=zone)) from None
    return Configuration(
        database_url=url,
        secret_key_file=_path(environment, "COCKET_SECRET_KEY_FILE", "secret-key"),
        documents_folder=_path(environment, "COCKET_DOCUMENTS_FOLDER", "documents"),
        seal_key_file=_path(environment, "COCKET_SEAL_KEY_FILE", "seal-key"),
        time_zone=time_zone,
        allowed_hosts=(*LOOPBACK, *(name.strip() for name in hosts.split(",") if name.strip())),
    )


def _path(environment: Mapping[str, str], name: str, otherwise: str) -> Path:
    named = environment.get(name)
    return Path(named) if named else data_folder(environment) / otherwise


def data_folder(environment: Mapping[str, str]) -> Path:
    """Raises ConfigError where this machine names no home."""
    named = environment.get("XDG_DATA_HOME")
    if named:
        return Path(named) / "cocket"
    try:
        return Path.home() / ".local" / "share" / "cocket"
    except RuntimeError:
        raise ConfigError(*wrong("no_home")) from None
