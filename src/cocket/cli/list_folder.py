"""Where lists and decisions are kept on this machine, and the catalogue of all that is screened."""

import hashlib
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from cocket.screening.decisions import Cleared

if TYPE_CHECKING:
    from cocket.screening.catalogue import Catalogue, ScreenedList
    from cocket.screening.lists.store import ListStore, ListVersion

KEPT = 4  # catalogues; each is as large as all lists together


def data_folder() -> Path:
    """Raises InputError where this machine names no home."""
    from cocket.cli.faults import InputError

    try:
        return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "cocket"
    except RuntimeError:
        remedy = "Set XDG_DATA_HOME to a folder that may be written"
        raise InputError("there is no folder to keep lists in", where="XDG_DATA_HOME", remedy=remedy) from None


def store() -> "ListStore":
    from cocket.screening.lists.store import ListStore

    return ListStore(data_folder() / "lists")


def cleared() -> dict[str, Cleared]:
    """Raises InputError for a line that cannot be read: a decision must not vanish unseen."""
    from cocket.cli.faults import InputError

    file = data_folder() / "cleared.jsonl"
    if not file.is_file():
        return {}
    found = {}
    for number, line in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            one = msgspec.json.decode(line, type=Cleared)
        except msgspec.DecodeError as error:
            where = f"{file.name}, line {number}"
            raise InputError(f"it cannot be read ({error})", where=where, remedy="Correct or remove it") from None
        found[one.hit] = one
    return found


def clear(decision: Cleared) -> None:
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "cleared.jsonl").open("ab") as file:
        file.write(msgspec.json.encode(decision) + b"\n")


def catalogue(today: date, *, say_slow: str) -> "Catalogue":
    """Of the lawbook's listings and the newest version of each list; kept in the cache folder until one changes.

    ``say_slow`` is told on the error stream when it has to be built.
    """
    import click

    from cocket.law.lawbook import cache_folder, load_lawbook
    from cocket.screening.catalogue import SHAPE, build_catalogue, open_catalogue, save_catalogue
    from cocket.screening.index_files import SHAPE as INDEX_SHAPE

    lawbook = load_lawbook()
    kept = store()
    # The state of a listing changes with the day, so the day is part of the name.
    state = f"{SHAPE}.{INDEX_SHAPE} {kept.state()} {lawbook.digest} {today.isoformat()}"
    folder = cache_folder() / "screening" / hashlib.sha256(state.encode()).hexdigest()[:24]
    opened = open_catalogue(folder)
    if opened is not None:
        return opened
    versions = kept.current()
    if versions:
        click.echo(say_slow, err=True)
    made = build_catalogue([_lawbook_list(lawbook, today), *(_screened(version) for version in versions)])
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _drop_old(folder.parent)
        save_catalogue(made, folder)
    except OSError:
        return made  # a read-only home only costs time at the next start
    return made


def _drop_old(folder: Path) -> None:
    """Leaves the newest few: another process may be reading one of another day or of other lists."""
    import shutil

    by_age = sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)
    for old in by_age[KEPT - 1 :]:
        shutil.rmtree(old, ignore_errors=True)


def _lawbook_list(lawbook: object, today: date) -> "ScreenedList":
    from cocket.check.listed_parties import NAME, listed_parties
    from cocket.law.lawbook import Lawbook
    from cocket.screening.catalogue import ListInUse, ScreenedList

    assert isinstance(lawbook, Lawbook)
    entries = listed_parties(lawbook, today)
    # What the lawbook knows of later changes is told by cocket doctor; its listings do not go stale by themselves.
    about = ListInUse(NAME, lawbook.checked_until, lawbook.digest, date.max, len(entries))
    return ScreenedList(about, entries)


def _screened(version: "ListVersion") -> "ScreenedList":
    from cocket.screening.catalogue import ListInUse, ScreenedList

    about = ListInUse(
        version.list_name, version.dated, version.digest, version.stale_after, len(version.entries), version.form
    )  # fmt: skip
    return ScreenedList(about, version.entries)


def changed_catalogue() -> "Catalogue | None":
    """Only what the newest version of each list added or changed; None where no list has an earlier version.

    Of a changed entry all names are screened again, since what follows may have changed for any of them.
    """
    from cocket.screening.catalogue import ListInUse, ScreenedList, build_catalogue
    from cocket.screening.lists.changes import changes_between

    kept = store()
    lists = []
    for name in kept.names():
        new, old = kept.version(name), kept.version(name, 1)
        if new is not None and old is not None:
            changes = changes_between(old.entries, new.entries)
            entries = (*changes.added, *(after for _, after in changes.changed))
            about = ListInUse(name, new.dated, new.digest, new.stale_after, len(entries), new.form)
            lists.append(ScreenedList(about, entries))
    return build_catalogue(lists) if lists else None
