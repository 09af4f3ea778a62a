"""Documents that only the authority opens: encrypted where they lie, with keys in a file of its owner's.

Fernet (AES-128-CBC with HMAC-SHA256, of the package cryptography) shows whoever has no key nothing but the length and
when it was sealed, and tells a file that was changed. The key file holds one key a line, the newest first: the
first seals and any opens, so that a key can be changed without losing what an older one sealed.
"""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from cocket.licensing.filings.errors import StoreFault
from cocket.licensing.filings.faults import wrong


class Seals:
    """The keys of one installation."""

    def __init__(self, keys: list[bytes]) -> None:
        self._keys = MultiFernet([Fernet(key) for key in keys])

    def sealed(self, data: bytes) -> bytes:
        return self._keys.encrypt(data)

    def opened(self, sealed: bytes, what: str) -> bytes:
        """Raises StoreFault where no key here opens it, or it was changed: the two look alike."""
        try:
            return self._keys.decrypt(sealed)
        except InvalidToken:
            raise StoreFault(*wrong("not_opened", what=what), "seal") from None

    def renewed(self, sealed: bytes, what: str) -> bytes:
        """The same under the newest key. Raises as `opened`."""
        try:
            return self._keys.rotate(sealed)
        except InvalidToken:
            raise StoreFault(*wrong("not_opened", what=what), "seal") from None


def read_seals(path: Path) -> Seals:
    """Raises StoreFault where there is no key file, where others may read it, or where it holds something else."""
    return Seals(_keys(path))


def add_key(path: Path) -> int:
    """A new key before those that are there; the file is made where there is none, for its owner only. Returns how many
    there are now. Raises StoreFault."""
    older = _keys(path) if path.exists() else []
    keys = [Fernet.generate_key(), *older]
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            with os.fdopen(os.open(unfinished, flags, 0o600), "wb") as file:
                file.write(b"".join(key + b"\n" for key in keys))
                file.flush()
                os.fsync(file.fileno())
            if older:
                unfinished.replace(path)
            else:
                os.link(unfinished, path)  # of two who make the first key at once one is told, and no key is lost
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise StoreFault(*wrong("key_not_kept", path=path, error=error.strerror or error), "seal") from None
    return len(keys)


def _keys(path: Path) -> list[bytes]:
    try:
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise StoreFault(*wrong("key_open", path=path), "seal")
        keys = path.read_bytes().split()
    except FileNotFoundError:
        raise StoreFault(*wrong("no_key"), "seal") from None
    except OSError as error:
        raise StoreFault(*wrong("keys_unread", path=path, error=error.strerror or error), "seal") from None
    if not keys or not all(map(_is_key, keys)):
        raise StoreFault(*wrong("no_seal_key", path=path), "seal")
    return keys


def _is_key(key: bytes) -> bool:
    with suppress(ValueError):
        Fernet(key)
        return True
    return False


def sealed_files(folder: Path) -> Iterator[Path]:
    """Every sealed document of the folder of documents."""
    yield from sorted(folder.glob("sealed/??/" + "?" * 64))
