"""All lists in use as one folder: the index of their names, and each entry where a hit can fetch it alone."""

import mmap
import os
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from cocket.screening.index import ListedName, build_index
from cocket.screening.index_files import open_index, save_index
from cocket.screening.lists.entry import FIRM, PERSON, VESSEL, ListEntry
from cocket.screening.search import UNKNOWN_KIND, Search
from cocket.screening.word_weights import Commonness

Bytes: TypeAlias = "bytes | mmap.mmap"
_FIRMNESS = {PERSON: 0.0, FIRM: 1.0, VESSEL: 1.0}
_HEAD, _ENTRIES = "catalogue.msgpack", "entries.bin"
# Not .npy: those in the folder are the index's own.
_FIRM, _STARTS = "firmness.f4", "starts.i8"
SHAPE = 3


class ListInUse(msgspec.Struct, frozen=True):
    """Which version of a list is screened; ``stale_after`` is the last day on which it counts as fresh, ``form`` the
    publisher's format."""

    name: str
    dated: date
    digest: str
    stale_after: date
    parties: int
    form: str = ""


class ScreenedList(msgspec.Struct, frozen=True):
    about: ListInUse
    entries: tuple[ListEntry, ...]


class _Head(msgspec.Struct, frozen=True):
    shape: int
    lists: tuple[ListInUse, ...]


class Catalogue:
    """Parties are numbered through all lists in order; ``name_of`` tells which of a party's names a number is."""

    def __init__(self, lists: Sequence[ListInUse], search: Search, starts: NDArray[np.int64], entries: Bytes) -> None:
        self.lists = tuple(lists)
        self.search = search
        self._starts, self._entries = starts, entries
        self._ends = np.cumsum([one.parties for one in lists])
        party = search.index.party
        self._first = np.searchsorted(party, np.arange(len(starts)))

    def entry(self, party: int) -> ListEntry:
        start, end = int(self._starts[party]), int(self._starts[party + 1])
        return msgspec.msgpack.decode(self._entries[start:end], type=ListEntry)

    def list_of(self, party: int) -> ListInUse:
        return self.lists[int(np.searchsorted(self._ends, party, side="right"))]

    def party_of(self, listed: int) -> int:
        return int(self.search.index.party[listed])

    def name_of(self, listed: int) -> str:
        party = self.party_of(listed)
        return self.entry(party).every_name[listed - int(self._first[party])]

    def entries(self) -> Sequence[ListEntry]:
        return [self.entry(party) for party in range(len(self._starts) - 1)]


def build_catalogue(lists: Sequence[ScreenedList], commonness: Commonness | None = None) -> Catalogue:
    """``commonness``: how common words are in all lists, where these are only a part of them."""
    entries = [entry for one in lists for entry in one.entries]
    names = [ListedName(party, name) for party, entry in enumerate(entries) for name in entry.every_name]
    packed = [msgspec.msgpack.encode(entry) for entry in entries]
    starts = np.zeros(len(packed) + 1, dtype=np.int64)
    np.cumsum([len(one) for one in packed], out=starts[1:])
    firmness = np.array([_FIRMNESS.get(entry.kind, UNKNOWN_KIND) for entry in entries], dtype=np.float32)
    return Catalogue(
        [one.about for one in lists], Search(build_index(names, commonness), firmness), starts, b"".join(packed)
    )


def save_catalogue(catalogue: Catalogue, folder: Path) -> None:
    """Writes beside ``folder`` and moves it there in one step."""
    made = folder.with_name(f"{folder.name}.{os.getpid()}.new")
    shutil.rmtree(made, ignore_errors=True)
    save_index(catalogue.search.index, made)
    head = _Head(SHAPE, catalogue.lists)
    (made / _FIRM).write_bytes(np.asarray(catalogue.search.is_firm, dtype="<f4").tobytes())
    (made / _STARTS).write_bytes(np.asarray(catalogue._starts, dtype="<i8").tobytes())
    (made / _ENTRIES).write_bytes(catalogue._entries)
    (made / _HEAD).write_bytes(msgspec.msgpack.encode(head))
    shutil.rmtree(folder, ignore_errors=True)
    made.replace(folder)


def open_catalogue(folder: Path) -> Catalogue | None:
    """None where there is none, or one of another shape or damaged."""
    try:
        head = msgspec.msgpack.decode((folder / _HEAD).read_bytes(), type=_Head)
        entries = _mapped(folder / _ENTRIES)
        firmness, starts = np.fromfile(folder / _FIRM, dtype="<f4"), np.fromfile(folder / _STARTS, dtype="<i8")
    except (OSError, msgspec.DecodeError):
        return None
    if len(starts) != len(firmness) + 1 or len(entries) != starts[-1]:
        return None
    index = open_index(folder) if head.shape == SHAPE else None
    if index is None:
        return None
    return Catalogue(head.lists, Search(index, firmness.astype(np.float32)), starts.astype(np.int64), entries)


def _mapped(file: Path) -> Bytes:
    """Only what hits name is read; an empty file cannot be mapped."""
    with file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) if file.stat().st_size else b""
