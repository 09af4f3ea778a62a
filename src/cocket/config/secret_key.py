"""The key that the server signs with: made once, kept in a file that only its owner may read."""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from cocket.config.errors import ConfigError
from cocket.config.faults import wrong

LENGTH_MIN: Final = 50


def secret_key(path: Path) -> str:
    """Of two processes that start at once both get the key of the first. Raises ConfigError."""
    try:
        if not path.exists():
            _make(path)
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise ConfigError(*wrong("key_open", path=path))
        key = path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise ConfigError(*wrong("key_not_kept", path=path, error=error.strerror)) from None
    except UnicodeDecodeError:
        raise ConfigError(*wrong("key_no_text", path=path)) from None
    if len(key) < LENGTH_MIN:
        raise ConfigError(*wrong("key_short", path=path, length=LENGTH_MIN))
    return key


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64) + "\n")
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # another process was first; its key is read then
            os.link(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
