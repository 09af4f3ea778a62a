"""``cocket lists``: lists of parties imported as new versions, shown, and compared with the version before."""

from datetime import date
from pathlib import Path

import click

from cocket.cli.options import Day, today, with_language
from cocket.cli.words import Words, help_on


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
    from cocket.cli.list_folder import store
    from cocket.screening.lists.changes import changes_between
    from cocket.screening.lists.read import read_list
    from cocket.screening.lists.store import STALE_AFTER_DAYS

    content = contents(file)
    beside = contents(aliases) if aliases is not None else None
    read = read_list(content, file.name, beside)
    kept = store()
    before = kept.version(name)
    made = kept.add(
        name, read, content + (beside or b""), dated or read.dated or today(),
        stale_after_days=stale_after or STALE_AFTER_DAYS, may_shrink=may_shrink,
    )  # fmt: skip
    if made is None:
        click.echo(words.say("lists.same", name=name))
        return 0
    changes = changes_between(before.entries if before else (), made.entries)
    counts = dict(zip(("added", "changed", "removed"), map(len, changes), strict=True))
    click.echo(words.say("lists.added", name=name, dated=made.dated, parties=len(made.entries), **counts))
    return 0


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
