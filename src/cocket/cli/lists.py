"""``cocket lists``: lists of parties imported as new versions, shown, and compared with the version before."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.options import Day, today, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.screening.lists.entry import ListRead


@click.command("import", help=help_on("lists.import"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "name", required=True, help=help_on("lists.import.as"))
@click.option("--aliases", type=click.Path(path_type=Path), help=help_on("lists.import.aliases"))
@click.option("--date", "dated", type=Day(), metavar="DATE", help=help_on("lists.import.date"))
@click.option("--stale-after", type=click.IntRange(1, 3650), metavar="DAYS", help=help_on("lists.import.stale"))
@click.option("--may-shrink", is_flag=True, help=help_on("lists.import.shrink"))
@with_language
def import_list(
    file: Path,
    name: str,
    aliases: Path | None,
    dated: date | None,
    stale_after: int | None,
    may_shrink: bool,
    words: Words,
) -> int:
    from cocket.check.listed_parties import NAME
    from cocket.cli.list_folder import store
    from cocket.screening.lists.changes import changes_between
    from cocket.screening.lists.errors import ListError
    from cocket.screening.lists.read import read_list
    from cocket.screening.lists.store import STALE_AFTER_DAYS

    if name == NAME:
        raise ListError("own_name", where="--as", name=name)
    content = contents(file)
    beside = contents(aliases) if aliases is not None else None
    read = read_list(content, file.name, beside)
    of_day = day_of_list(read, dated, file.name)
    kept = store()
    before = kept.version(name)
    stale = stale_after or (before.stale_after_days if before else STALE_AFTER_DAYS)
    made = kept.add(
        name, read, content + (beside or b""), of_day, stale_after_days=stale, may_shrink=may_shrink
    )  # fmt: skip
    for note in notes_on(read, words, is_dated=dated is not None, has_aliases=beside is not None):
        click.echo(words.say("check.note", note=note), err=True)
    if made is None:
        click.echo(words.say("lists.same", name=name))
        return 0
    if before is not None and before.digest == made.digest:
        click.echo(words.say("lists.renewed", name=name, dated=made.dated, until=made.stale_after))
        return 0
    changes = changes_between(before.entries if before else (), made.entries)
    counts = dict(zip(("added", "changed", "removed"), map(len, changes), strict=True))
    click.echo(words.say("lists.added", name=name, dated=made.dated, parties=len(made.entries), **counts))
    return 0


def day_of_list(read: "ListRead", stated: date | None, where: str) -> date:
    """Raises ListError for a file that lacks the day its format has, and for a day to come: no later version could
    then take its place. One day ahead is another time zone."""
    from cocket.screening.lists.entry import UNDATED
    from cocket.screening.lists.errors import ListError

    found = stated or read.dated
    if found is None and read.form not in UNDATED:
        raise ListError("no_day_read", where=where)
    if found is not None and found > today() + timedelta(days=1):
        raise ListError("future", where="--date" if stated else where, dated=found)
    return found or today()


def notes_on(read: "ListRead", words: Words, *, is_dated: bool, has_aliases: bool) -> Iterator[str]:
    """What nobody would see in the counts: a day that was not given, aliases that were left out."""
    from cocket.screening.lists import ofac

    if read.dated is None and not is_dated:
        yield words.say("lists.no_day")
    if read.form == ofac.CSV and not has_aliases:
        yield words.say("lists.no_aliases")


def contents(file: Path) -> bytes:
    from cocket.check.tables.read import unusable

    try:
        return file.read_bytes()
    except OSError as error:
        raise unusable(file, error) from None


@click.command("show", help=help_on("lists.show"))
@with_language
def show(words: Words) -> int:
    from cocket.cli.list_folder import store

    versions = store().current()
    if not versions:
        click.echo(words.say("lists.none"))
    for one in versions:
        stale = words.say("lists.stale") if one.is_stale(today()) else ""
        shown = {"name": one.list_name, "dated": one.dated, "parties": len(one.entries), "form": one.form}
        click.echo(words.say("lists.version", **shown, until=one.stale_after, stale=stale))
    return 0


@click.command("changes", help=help_on("lists.changes"))
@click.argument("name")
@with_language
def changes(name: str, words: Words) -> int:
    from cocket.cli.faults import InputError
    from cocket.cli.list_folder import store
    from cocket.screening.lists.changes import changes_between

    new, old = store().version(name), store().version(name, 1)
    if new is None:
        known = ", ".join(store().names()) or "-"
        raise InputError(
            words.say("lists.unknown", name=name), where="NAME", remedy=words.say("lists.known", known=known)
        )
    if old is None:
        click.echo(words.say("lists.one_version", name=name))
        return 0
    found = changes_between(old.entries, new.entries)
    for entry in found.added:
        click.echo(words.say("lists.change.added", id=entry.id, name=entry.every_name[0]))
    for _, entry in found.changed:
        click.echo(words.say("lists.change.changed", id=entry.id, name=entry.every_name[0]))
    for entry in found.removed:
        click.echo(words.say("lists.change.removed", id=entry.id, name=entry.every_name[0]))
    return 0
