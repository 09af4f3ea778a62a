"""``cocket apply new``, ``edit``, ``show``, ``list`` and ``file``: applications in the database."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.case_kept import done, refused, who_acts
from cocket.cli.options import with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.licensing.filings.finding import Draft

with_as = click.option("--as", "who", metavar="PERSON@ORGANISATION:ROLE", help=help_on("case.as"))
with_seen = click.option("--seen", type=click.IntRange(min=1), metavar="VERSION", help=help_on("apply.seen"))


@click.command("new", help=help_on("apply.new"))
@click.argument("file", type=click.Path(path_type=Path))
@with_as
@with_json
@with_language
def apply_new(file: Path, who: str | None, as_json: bool, words: Words) -> int:
    from cocket.config.start import start
    from cocket.licensing.applications.reading import read_application_file

    application = read_application_file(file)
    start()
    by = who_acts(who, words)
    from cocket.licensing.filings.drafting import save_new
    from cocket.licensing.records.clock import now

    return saved(save_new(by, application, now()), as_json, words)


@click.command("edit", help=help_on("apply.edit"))
@click.argument("reference")
@click.argument("file", type=click.Path(path_type=Path))
@with_as
@with_seen
@with_json
@with_language
def apply_edit(reference: str, file: Path, who: str | None, seen: int | None, as_json: bool, words: Words) -> int:
    from cocket.config.start import start
    from cocket.licensing.applications.reading import read_application_file

    application = read_application_file(file)
    start()
    by = who_acts(who, words)
    from cocket.licensing.filings.drafting import save
    from cocket.licensing.records.clock import now

    return saved(save(by, reference, application, now(), seen=seen), as_json, words)


@click.command("show", help=help_on("apply.show"))
@click.argument("reference")
@with_as
@with_language
def apply_show(reference: str, who: str | None, words: Words) -> int:
    from cocket.config.start import start

    start()
    by = who_acts(who, words)
    from cocket.licensing.filings.finding import find_draft

    # in the form of a file, so that it can be edited and saved again
    click.echo(json.dumps(json.loads(find_draft(by, reference).content), ensure_ascii=False, indent=2))
    return 0


@click.command("list", help=help_on("apply.list"))
@click.option("--after", default="", metavar="REFERENCE", help=help_on("apply.list.after"))
@with_as
@with_json
@with_language
def apply_list(after: str, who: str | None, as_json: bool, words: Words) -> int:
    from cocket.config.start import start

    start()
    by = who_acts(who, words)
    from cocket.licensing.filings.finding import PAGE_MAX, list_drafts
    from cocket.licensing.filings.view import head_view

    found = list_drafts(by, after)
    last = found[-1].reference if len(found) == PAGE_MAX else None
    if as_json:
        click.echo(json.dumps({"items": list(map(head_view, found)), "next": last}, ensure_ascii=False, indent=2))
        return 0
    for one in found:
        key = "apply.open" if one.is_open else "apply.filed"
        click.echo(words.say(key, reference=one.reference, version=one.version, filings=one.filings))
    if not found:
        click.echo(words.say("apply.nobody"))
    if last:
        click.echo(words.say("apply.more", reference=last))
    return 0


@click.command("file", help=help_on("apply.file"))
@click.argument("reference")
@with_as
@with_seen
@with_json
@with_language
def apply_file(reference: str, who: str | None, seen: int | None, as_json: bool, words: Words) -> int:
    from cocket.config.start import start
    from cocket.licensing.casework.errors import CaseworkError

    start()
    by = who_acts(who, words)
    from cocket.cli.desk import open_office
    from cocket.licensing.cases.filing import file_application
    from cocket.licensing.records.clock import now

    try:
        case = file_application(by, reference, now(), open_office(words), seen=seen)
    except CaseworkError as error:
        return refused(error, by, as_json, words)
    return done(case, as_json, words)


def saved(draft: "Draft", as_json: bool, words: Words) -> int:
    if as_json:
        data = {"reference": draft.reference, "version": draft.version}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        click.echo(words.say("apply.saved", reference=draft.reference, version=draft.version))
    return 0
