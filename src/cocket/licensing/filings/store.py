"""The folder of documents: each under the SHA-256 of its content, sealed ones apart and encrypted.

A file is written under another name, brought to the disk and then renamed, so that under its own name it is whole or
not there. The same content is kept once. What is read is hashed again: what is not what was kept is never handed out.
"""

import hashlib
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cocket.licensing.filings.errors import StoreFault
from cocket.licensing.filings.faults import pieces, wrong
from cocket.licensing.filings.sealing import Seals, read_seals, sealed_files


@dataclass(frozen=True, slots=True)
class Store:
    """``folder`` of the documents, ``key_file`` of the seal keys, which is read for sealed ones only."""

    folder: Path
    key_file: Path

    def keep(self, data: bytes, *, sealed: bool) -> str:
        """The SHA-256 of ``data``, which is on the disk when this returns. Raises StoreFault."""
        digest = hashlib.sha256(data).hexdigest()
        seals = read_seals(self.key_file) if sealed else None
        path = self._path(digest, sealed=sealed)
        if not self._holds(path, digest, seals):
            self._write(path, seals.sealed(data) if seals else data)
        return digest

    def read(self, digest: str, *, sealed: bool) -> bytes:
        """Raises StoreFault where it is not there, cannot be opened, or is not what was kept."""
        path = self._path(digest, sealed=sealed)
        try:
            kept = path.read_bytes()
        except OSError as error:
            fault = wrong("document_unread", digest=digest[:12], error=error.strerror or error)
            raise StoreFault(*fault, "document") from None
        data = read_seals(self.key_file).opened(kept, pieces("document", digest=digest[:12])) if sealed else kept
        found = hashlib.sha256(data).hexdigest()
        if found != digest:
            raise StoreFault(*wrong("document_changed", digest=digest[:12], found=found[:12]), "document")
        return data

    def renew(self) -> int:
        """Seals every sealed document with the newest key; returns how many. After it older keys open nothing more."""
        seals, count = read_seals(self.key_file), 0
        for path in sealed_files(self.folder):
            self._write(path, seals.renewed(path.read_bytes(), f"The document {path.name[:12]}"))
            count += 1
        return count

    def _path(self, digest: str, *, sealed: bool) -> Path:
        return self.folder / ("sealed" if sealed else "open") / digest[:2] / digest

    def _holds(self, path: Path, digest: str, seals: Seals | None) -> bool:
        """Whether it is there and good: a spoilt copy is written anew, for here its content is at hand."""
        try:
            kept = path.read_bytes()
            data = seals.opened(kept, "") if seals else kept
        except (OSError, StoreFault):
            return False
        return hashlib.sha256(data).hexdigest() == digest

    def _write(self, path: Path, data: bytes) -> None:
        unfinished = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
            for above in path.parents[:3]:
                _to_disk(above)
        except OSError as error:
            fault = wrong("document_not_kept", folder=self.folder, error=error.strerror or error)
            raise StoreFault(*fault, "document") from None
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)


def _to_disk(folder: Path) -> None:
    """The names in it too: else a file may be gone after a loss of power although its content is there."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
