"""Where lists and decisions are kept on this machine, and the catalogue of all that is screened."""

import hashlib
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from cocket.screening.decisions import Cleared

if TYPE_CHECKING:
    from cocket.law.lawbook import Lawbook
    from cocket.screening.catalogue import Catalogue, ScreenedList
    from cocket.screening.lists.store import ListStore, ListVersion

KEPT = 4  # catalogues; each is as large as all lists together


def data_folder() -> Path:
    """Raises ListError where this machine names no home."""
    from cocket.screening.lists.errors import ListError

    try:
        return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "cocket"
    except RuntimeError:
        raise ListError("no_home", where="XDG_DATA_HOME") from None


def store() -> "ListStore":
    from cocket.screening.lists.store import ListStore

    return ListStore(data_folder() / "lists")


def cleared() -> dict[str, Cleared]:
    """Raises ListError for a line that cannot be read: a decision must not vanish unseen."""
    from cocket.screening.lists.errors import ListError

    file = data_folder() / "cleared.jsonl"
    if not file.is_file():
        return {}
    found = {}
    for number, line in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            one = msgspec.json.decode(line, type=Cleared)
        except msgspec.DecodeError as error:
            raise ListError("decision", where=file.name, row=number, error=error) from None
        found[one.hit] = one
    return found


def clear(decision: Cleared) -> None:
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "cleared.jsonl").open("ab") as file:
        file.write(msgspec.json.encode(decision) + b"\n")


class Kept(NamedTuple):
    """The catalogue, and the folder in which other processes find it; None where it could not be kept."""

    lists: "Catalogue"
    folder: Path | None


def catalogue(today: date, *, say_slow: str) -> Kept:
    """Of the lawbook's listings and the newest version of each list; kept in the cache folder until one changes.

    ``say_slow`` is told on the error stream when it has to be built.
    """
    import click

    from cocket.law.lawbook import cache_folder, load_lawbook
    from cocket.screening.catalogue import SHAPE, build_catalogue, open_catalogue, save_catalogue
    from cocket.screening.index_files import SHAPE as INDEX_SHAPE

    own = lawbook_list(load_lawbook(), today)
    kept = store()
    # The state of a listing may change with the day, so what the lawbook lists on that day is part of the name.
    listed = hashlib.sha256(msgspec.msgpack.encode(own)).hexdigest()
    state = f"{SHAPE}.{INDEX_SHAPE} {kept.state()} {listed}"
    folder = cache_folder() / "screening" / hashlib.sha256(state.encode()).hexdigest()[:24]
    opened = open_catalogue(folder)
    if opened is not None:
        return Kept(opened, folder)
    versions = kept.current()
    if versions:
        click.echo(say_slow, err=True)
    made = build_catalogue([own, *(screened(version) for version in versions)])
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _drop_old(folder.parent)
        save_catalogue(made, folder)
    except OSError:
        return Kept(made, None)  # a read-only home only costs time at the next start
    return Kept(made, folder)


def catalogue_of(day: date, digests: Mapping[str, str]) -> "Catalogue":
    """Of the versions with those digests; of a list whose version is not kept any more the newest."""
    from cocket.law.lawbook import load_lawbook
    from cocket.screening.catalogue import build_catalogue

    kept = store()
    found = (kept.version_of(name, digest) or kept.version(name) for name, digest in digests.items())
    return build_catalogue([lawbook_list(load_lawbook(), day), *(screened(one) for one in found if one is not None)])


def _drop_old(folder: Path) -> None:
    """Leaves the newest few: another process may be reading one of another day or of other lists."""
    import shutil

    by_age = sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)
    for old in by_age[KEPT - 1 :]:
        shutil.rmtree(old, ignore_errors=True)


def lawbook_list(lawbook: "Lawbook", today: date) -> "ScreenedList":
    from cocket.check.listed_parties import NAME, listed_parties
    from cocket.screening.catalogue import ListInUse, ScreenedList

    entries = listed_parties(lawbook, today)
    # What the lawbook knows of later changes is told by cocket doctor; its listings do not go stale by themselves.
    about = ListInUse(NAME, lawbook.checked_until, lawbook.digest, date.max, len(entries))
    return ScreenedList(about, entries)


def screened(version: "ListVersion") -> "ScreenedList":
    from cocket.screening.catalogue import ListInUse, ScreenedList

    about = ListInUse(
        version.list_name, version.dated, version.digest, version.stale_after, len(version.entries), version.form
    )  # fmt: skip
    return ScreenedList(about, version.entries)
