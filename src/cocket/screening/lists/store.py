"""Versions of lists in a folder: each by the hash of its file and its day, never changed once written."""

import hashlib
import os
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec

from cocket.screening.lists.entry import ListEntry, ListRead
from cocket.screening.lists.errors import ListError

STALE_AFTER_DAYS = 7  # official lists change every few days; a version older than that may lack somebody
SHRUNK_TO = 0.7  # a version with less than this share of the last's entries or names is more likely cut off than right
# Of so many parties no publisher takes names from so many at once: an element or a column has another name now.
MANY, LOST_MOST = 100, 0.3
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_FILE = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})-(?P<digest>[0-9a-f]{12})\.version")
SHAPE = 1


class ListVersion(msgspec.Struct, frozen=True, kw_only=True):
    """``digest`` is the SHA-256 of the publisher's file; ``dated`` the list's own day, or that of the import."""

    list_name: str
    dated: date
    digest: str
    form: str
    stale_after_days: int
    entries: tuple[ListEntry, ...]
    shape: int = SHAPE

    def is_stale(self, on: date) -> bool:
        return on > self.stale_after

    @property
    def stale_after(self) -> date:
        return self.dated + timedelta(days=self.stale_after_days)


def _refuse_lost_names(old: tuple[ListEntry, ...], new: tuple[ListEntry, ...], where: str) -> None:
    found, before = _names(new), _names(old)
    if found < SHRUNK_TO * before:
        raise ListError("fewer_names", where=where, found=found, newest=before)
    renamed, both = _renamed(old, new)
    if renamed > LOST_MOST * both:
        raise ListError("renamed", where=where, renamed=renamed, both=both)


def _names(entries: tuple[ListEntry, ...]) -> int:
    return sum(len(entry.every_name) for entry in entries)


def _renamed(old: tuple[ListEntry, ...], new: tuple[ListEntry, ...]) -> tuple[int, int]:
    """How many parties of both versions have lost a name, and how many both have."""
    before = {entry.id: entry for entry in old}
    both = [(before[entry.id], entry) for entry in new if entry.id in before]
    return sum(not set(one.every_name) <= set(other.every_name) for one, other in both), len(both)


class ListStore:
    """The lists under ``root``, which need not exist yet."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def names(self) -> tuple[str, ...]:
        folders = sorted(self.root.iterdir()) if self.root.is_dir() else []
        return tuple(folder.name for folder in folders if any(self._files(folder.name)))

    def days(self, name: str) -> tuple[date, ...]:
        """The days of all versions, the newest first."""
        return tuple(date.fromisoformat(file.name[:10]) for file in self._files(name))

    def version(self, name: str, number: int = 0) -> ListVersion | None:
        """The newest version, or the one ``number`` before it; None where there is none."""
        files = self._files(name)
        if number >= len(files):
            return None
        file = files[number]
        try:
            found = msgspec.msgpack.decode(file.read_bytes(), type=ListVersion)
        except (msgspec.DecodeError, OSError) as error:
            raise ListError("kept", where=file.name, name=name, error=error) from None
        return found

    def version_of(self, name: str, digest: str) -> ListVersion | None:
        """The version of that digest; None where it is not kept."""
        numbers = (number for number, file in enumerate(self._files(name)) if file.stem.endswith(f"-{digest[:12]}"))
        number = next(numbers, None)
        return None if number is None else self.version(name, number)

    def current(self) -> tuple[ListVersion, ...]:
        return tuple(version for name in self.names() if (version := self.version(name)) is not None)

    def state(self) -> str:
        """A digest of which versions are current, without reading them; one that was renewed is written anew."""
        newest = [self._files(name)[0] for name in self.names()]
        files = (f"{one.parent.name}/{one.name} {one.stat().st_mtime_ns}" for one in newest)
        return hashlib.sha256("\n".join(files).encode()).hexdigest()

    def add(
        self, name: str, read: ListRead, content: bytes, dated: date, *, stale_after_days: int, may_shrink: bool = False
    ) -> ListVersion | None:
        """Keeps a new version whole; None where this very file is the newest already. Raises ListError.

        The same file under a later day is no other version: the newest one then counts as of that day.
        """
        if not _NAME.fullmatch(name):
            raise ListError("list_name", where="--as", name=name)
        digest = hashlib.sha256(content).hexdigest()
        newest = self.version(name)
        if newest is not None:
            if newest.digest == digest and dated <= newest.dated and stale_after_days == newest.stale_after_days:
                return None
            if newest.digest == digest:
                return self._renew(newest, max(dated, newest.dated), stale_after_days)
            self._refuse_odd(newest, read, dated, may_shrink=may_shrink)
        made = ListVersion(
            list_name=name, dated=dated, digest=digest, form=read.form, stale_after_days=stale_after_days,
            entries=read.entries,
        )  # fmt: skip
        self._write(made)
        return made

    def _renew(self, newest: ListVersion, dated: date, stale_after_days: int) -> ListVersion:
        renewed = msgspec.structs.replace(newest, dated=dated, stale_after_days=stale_after_days)
        self._write(renewed)
        if dated != newest.dated:
            self._file_of(newest).unlink()
        return renewed

    def _refuse_odd(self, newest: ListVersion, read: ListRead, dated: date, *, may_shrink: bool) -> None:
        where = newest.list_name
        if dated == newest.dated:
            raise ListError("other_content", where=where, dated=dated)
        if dated < newest.dated:
            raise ListError("older", where=where, dated=dated, newest=newest.dated)
        if len(read.entries) < SHRUNK_TO * len(newest.entries) and not may_shrink:
            raise ListError("shrunk", where=where, found=len(read.entries), newest=len(newest.entries))
        if len(newest.entries) >= MANY and not may_shrink:
            _refuse_lost_names(newest.entries, read.entries, where)

    def _write(self, version: ListVersion) -> None:
        file = self._file_of(version)
        file.parent.mkdir(parents=True, exist_ok=True)
        made = file.with_suffix(f".{os.getpid()}.new")
        made.write_bytes(msgspec.msgpack.encode(version))
        made.replace(file)

    def _file_of(self, version: ListVersion) -> Path:
        return self.root / version.list_name / f"{version.dated.isoformat()}-{version.digest[:12]}.version"

    def _files(self, name: str) -> list[Path]:
        """The newest first."""
        return sorted(self._versions(self.root / name), reverse=True)

    @staticmethod
    def _versions(folder: Path) -> Iterator[Path]:
        if folder.is_dir():
            yield from (file for file in folder.iterdir() if _FILE.fullmatch(file.name))
