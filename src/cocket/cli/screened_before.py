"""What the last screening of a file saw (parties, hits, lists of that day), and what has changed since."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from cocket.cli.list_folder import data_folder, lawbook_list, screened, store
from cocket.screening.asked import Asked
from cocket.screening.catalogue import Catalogue, ListInUse, ScreenedList, build_catalogue
from cocket.screening.hits import Hit, Screener
from cocket.screening.index_files import SHAPE as INDEX_SHAPE
from cocket.screening.lists.changes import Changes, changes_between
from cocket.screening.lists.entry import ListEntry

if TYPE_CHECKING:
    from cocket.law.lawbook import Lawbook

# Also of how names are read: hits of another reading are nothing to compare with.
SHAPE = f"1.{INDEX_SHAPE}"
Why: TypeAlias = Literal["row", "list"]


class KeptHit(msgspec.Struct, frozen=True):
    asked: Asked
    list: str
    entry: str
    listed_name: str
    hit: str


class Before(msgspec.Struct, frozen=True):
    """``lists``: the digest of each version that was in use; ``lawbook``: the entries that the lawbook listed."""

    lists: Mapping[str, str]
    lawbook: tuple[ListEntry, ...]
    parties: tuple[Asked, ...]
    hits: tuple[KeptHit, ...]
    shape: str = SHAPE


@dataclass(frozen=True, slots=True)
class ListChanges:
    """``now``: what was added or changed, as it is; ``gone``: what was removed or changed, as it was."""

    now: Catalogue
    gone: Catalogue

    @property
    def gone_entries(self) -> set[tuple[str, str]]:
        return {(one.name, entry.id) for one, entry in _with_lists(self.gone)}


def read_before(file: Path, level: str) -> Before | None:
    """None where this file was not screened at this level before, or by a program that kept something else."""
    try:
        before = msgspec.msgpack.decode(_place(file, level).read_bytes(), type=Before)
    except (OSError, msgspec.DecodeError):
        return None
    return before if before.shape == SHAPE else None


def keep(
    file: Path, level: str, lawbook: "Lawbook", day: date, parties: Iterable[Asked], hits: Iterable[Hit | KeptHit]
) -> None:
    """Kept for the next ``--changed``; a home that cannot be written only means that more is screened then."""
    lists = {version.list_name: version.digest for version in store().current()}
    kept = tuple(one if isinstance(one, KeptHit) else kept_hit(one) for one in hits)
    before = Before(lists, lawbook_list(lawbook, day).entries, tuple(parties), kept)
    place = _place(file, level)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        made = place.with_suffix(".new")
        made.write_bytes(msgspec.msgpack.encode(before))
        made.replace(place)
    except OSError:
        return


def kept_hit(hit: Hit) -> KeptHit:
    return KeptHit(hit.asked, hit.list.name, hit.entry.id, hit.listed_name, hit.id)


def _place(file: Path, level: str) -> Path:
    name = hashlib.sha256(str(file.resolve()).encode()).hexdigest()[:24]
    return data_folder() / "screened" / f"{name}-{level}.msgpack"


def list_changes(before: Before | None, lawbook: "Lawbook", day: date, every: Catalogue) -> ListChanges | None:
    """Since the last screening of the file, or, where there was none, since the version before the newest of each list.

    None where nothing earlier is known to compare with. Words weigh as in ``every`` list together, so that a score is
    the same here and there.
    """
    kept = store()
    if before is None and not any(len(kept.days(name)) > 1 for name in kept.names()):
        return None
    now, gone = [], []
    for new in kept.current():
        old = _earlier(before, new.list_name)
        if old is not None:
            now.append(_part(screened(new), old, is_now=True))
            gone.append(_part(screened(new), old, is_now=False))
    if before is not None:
        own = lawbook_list(lawbook, day)
        now.append(_part(own, before.lawbook, is_now=True))
        gone.append(_part(own, before.lawbook, is_now=False))
    commonness = every.search.index.commonness
    return ListChanges(build_catalogue(now, commonness), build_catalogue(gone, commonness))


def _earlier(before: Before | None, name: str) -> tuple[ListEntry, ...] | None:
    """The entries that the list had; none where it was not in use, None where there is no earlier version at all."""
    if before is not None:
        version = store().version_of(name, before.lists[name]) if name in before.lists else None
    else:
        version = store().version(name, 1)
        if version is None:
            return None
    return version.entries if version else ()


def _part(new: ScreenedList, old: Sequence[ListEntry], *, is_now: bool) -> ScreenedList:
    changes: Changes = changes_between(old, new.entries)
    if is_now:
        entries = (*changes.added, *(after for _, after in changes.changed))
    else:
        entries = (*changes.removed, *(was for was, _ in changes.changed))
    return ScreenedList(msgspec.structs.replace(new.about, parties=len(entries)), entries)


def _with_lists(catalogue: Catalogue) -> Iterator[tuple[ListInUse, ListEntry]]:
    return ((catalogue.list_of(number), entry) for number, entry in enumerate(catalogue.entries()))


class ChangedScreener:
    """Screens parties that were screened before against what has changed, new ones against all lists."""

    def __init__(self, changes: ListChanges, every: Catalogue, before: Before | None, level: str) -> None:
        self.changes, self.before = changes, before
        self._now, self._gone, self._every = (Screener(lists, level) for lists in (changes.now, changes.gone, every))
        self._known = None if before is None else frozenset(before.parties)

    def screen(self, asked: Sequence[Asked]) -> list[tuple[Hit, ...]]:
        known = [self._known is None or one in self._known for one in asked]
        old = iter(self._now.screen([one for one, is_known in zip(asked, known, strict=True) if is_known]))
        new = iter(self._every.screen([one for one, is_known in zip(asked, known, strict=True) if not is_known]))
        return [next(old) if is_known else next(new) for is_known in known]

    def ended(self, asked: Collection[Asked], found: Collection[Hit]) -> Iterator[tuple[KeptHit, Why]]:
        """Hits of before that are there no more: no row names the party so, or the entry was changed or removed."""
        still = {(hit.asked, hit.list.name, hit.entry.id) for hit in found}
        gone = self.changes.gone_entries
        for hit in self._hits_before(asked):
            if hit.asked not in asked:
                yield hit, "row"
            elif (hit.list, hit.entry) in gone and (hit.asked, hit.list, hit.entry) not in still:
                yield hit, "list"

    def lasting(self, asked: Collection[Asked]) -> Iterator[KeptHit]:
        """Hits of before on entries that have not changed."""
        gone = self.changes.gone_entries
        before = self.before.hits if self.before else ()
        return (hit for hit in before if hit.asked in asked and (hit.list, hit.entry) not in gone)

    def _hits_before(self, asked: Collection[Asked]) -> Iterable[KeptHit]:
        if self.before is not None:
            return self.before.hits
        return (kept_hit(hit) for own in self._gone.screen(tuple(asked)) for hit in own)


AnyScreener: TypeAlias = Screener | ChangedScreener
