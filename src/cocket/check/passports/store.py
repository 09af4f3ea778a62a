"""The file that passports are kept in: JSON lines, one passport a line under its id, only ever added to.

Each line is checked when it is read: a passport that somebody changed, or half of one, must not decide a shipment.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import msgspec

from cocket.check.passports.faults import wrong
from cocket.check.passports.passport import Passport, canonical, digest_of, is_poorer, is_statable
from cocket.check.tables import TableError
from cocket.wording import shapes


class Kept(msgspec.Struct, frozen=True):
    """One line of the file; a signature may stand beside the passport one day."""

    id: str
    passport: Passport


def read_passports(path: Path) -> tuple[Passport, ...]:
    """The passports in the order in which they were added; raises TableError naming the line at fault."""
    return tuple(_passports(_content(path), path))


def add_passports(path: Path, passports: Iterable[Passport]) -> tuple[Passport, ...]:
    """Adds those that are not there yet, all in one step, and returns them.

    Nothing is written where a line of the file is at fault, or while another process writes. Raises TableError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path):
            before = _content(path) if path.exists() else b""
            known = {one.id: one for one in _passports(before, path)}
            news = {one.id: one for one in passports if one.id not in known}
            new = {key: one for key, one in news.items() if not any(is_poorer(one, old) for old in known.values())}
            if new:
                _replace(path, before, new.values())
            return tuple(new.values())
    except OSError as error:
        raise TableError(*wrong("not_kept", error=error.strerror or error), where=str(path)) from None


def line_of(passport: Passport) -> str:
    return canonical({"id": passport.id, "passport": msgspec.to_builtins(passport)})


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TableError(*wrong("not_read", error=error.strerror or error), where=str(path)) from None


def _passports(content: bytes, path: Path) -> Iterator[Passport]:
    for number, line in enumerate(content.split(b"\n"), start=1):
        if line.strip():
            yield _read(line, shapes.within(str(path), shapes.line(number)))


def _read(line: bytes, where: str) -> Passport:
    try:
        plain = json.loads(line.decode())
        claimed = digest_of(plain["passport"])
        is_whole = plain["id"] == claimed
    except (ValueError, RecursionError, TypeError, KeyError):
        raise TableError(*wrong("cut"), where=where) from None
    if not is_whole:
        raise TableError(*wrong("changed"), where=where)
    try:
        kept = msgspec.convert(plain, Kept)
    except msgspec.ValidationError as error:
        raise TableError(*wrong("kind", error=error), where=where) from None
    if strange := tuple(fact for fact in kept.passport.facts if not is_statable(fact)):
        raise TableError(*wrong("facts", facts=strange), where=where)
    if kept.passport.id != kept.id:
        raise TableError(*wrong("spelling"), where=where)
    return kept.passport


def _replace(path: Path, before: bytes, passports: Iterable[Passport]) -> None:
    """Old lines and new ones under another name, then in the file's place: a reader sees all or nothing."""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(before + b"".join(f"{line_of(one)}\n".encode() for one in passports))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Held while the file is read and replaced, for two writers at once would lose what one of them adds."""
    with path.with_name(f"{path.name}.lock").open("a") as lock:
        try:
            _lock(lock)
        except OSError:
            raise TableError(*wrong("locked"), where=str(path)) from None
        yield


def _lock(file: IO[str]) -> None:
    """Raises OSError at once where another process holds the lock; closing the file gives it back."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def default_file() -> Path | None:
    """Where passports are kept unless another file is named; None where the user has no home."""
    try:
        return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "cocket" / "passports.jsonl"
    except RuntimeError:
        return None
