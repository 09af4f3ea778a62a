"""``cocket apply attach``, ``detach``, ``documents`` and ``open``: what belongs to an application as files."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cocket.cli.apply_kept import with_as
from cocket.cli.case_kept import who_acts
from cocket.cli.faults import InputError
from cocket.cli.options import with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.licensing.filings.documents import Document
    from cocket.licensing.filings.receiving import Upload

A_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("attach", help=help_on("apply.attach"))
@click.argument("reference")
@click.argument("file", type=A_FILE)
@click.option("--kind", required=True, metavar="PAPER", help=help_on("apply.attach.kind"))
@click.option(
    "--request", "request_number", type=click.IntRange(min=1), metavar="N", help=help_on("apply.attach.request")
)
@click.option("--sealed", is_flag=True, help=help_on("apply.attach.sealed"))
@click.option("--hash", "sha256", default="", metavar="HEX", help=help_on("apply.attach.hash"))
@with_as
@with_json
@with_language
def apply_attach(
    reference: str,
    file: Path,
    kind: str,
    request_number: int | None,
    sealed: bool,
    sha256: str,
    who: str | None,
    as_json: bool,
    words: Words,
) -> int:
    from cocket.config.start import start

    start()
    by = who_acts(who, words)
    from cocket.law.lawbook import load_lawbook
    from cocket.licensing.applications.papers import every_paper
    from cocket.licensing.filings.attaching import attach
    from cocket.licensing.filings.view import document_view
    from cocket.licensing.records.clock import now

    kinds = every_paper(load_lawbook())
    with file.open("rb") as stream:
        sent = upload(file, stream, sha256)
        made = attach(
            by, reference, kind, sent, now(), kinds=kinds, request=request_number or 0, sealed=sealed
        )  # fmt: skip
    if as_json:
        print_json(document_view(made))
    else:
        click.echo(words.say("apply.attached", reference=reference, line=line(made, words)))
    return 0


@click.command("detach", help=help_on("apply.detach"))
@click.argument("reference")
@click.argument("number", type=click.IntRange(min=1))
@with_as
@with_language
def apply_detach(reference: str, number: int, who: str | None, words: Words) -> int:
    from cocket.config.start import start

    start()
    by = who_acts(who, words)
    from cocket.licensing.filings.attaching import take_off
    from cocket.licensing.records.clock import now

    take_off(by, reference, number, now())
    click.echo(words.say("apply.detached", reference=reference, number=number))
    return 0


@click.command("documents", help=help_on("apply.documents"))
@click.argument("reference")
@with_as
@with_json
@with_language
def apply_documents(reference: str, who: str | None, as_json: bool, words: Words) -> int:
    from cocket.config.start import start

    start()
    by = who_acts(who, words)
    from cocket.licensing.cases.papers import documents_for
    from cocket.licensing.filings.view import document_view

    found = documents_for(by, reference)
    if as_json:
        print_json([document_view(one) for one in found])
        return 0
    for one in found:
        click.echo(line(one, words))
    if not found:
        click.echo(words.say("apply.no_document"))
    return 0


@click.command("open", help=help_on("apply.open_document"))
@click.argument("reference")
@click.argument("number", type=click.IntRange(min=1))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help=help_on("apply.open_document.out")
)
@with_as
@with_language
def apply_open(reference: str, number: int, out: Path, who: str | None, words: Words) -> int:
    from cocket.config.start import start

    start()
    by = who_acts(who, words)
    from cocket.licensing.cases.papers import read_document
    from cocket.licensing.records.clock import now

    if out.exists():
        raise InputError(words.say("apply.out_there"), where=str(out), remedy=words.say("apply.out_there.remedy"))
    document, data = read_document(by, reference, number, now())
    with out.open("xb") as file:
        file.write(data)
    said = {"name": document.name, "size": document.size, "sha256": document.sha256[:12], "out": out}
    click.echo(words.say("apply.opened", **said))
    return 0


def upload(file: Path, stream: Any, sha256: str = "") -> "Upload":  # noqa: ANN401  # an open file
    from cocket.licensing.filings.receiving import Upload

    return Upload(file.name, stream, length=file.stat().st_size, sha256=sha256)


def line(one: "Document", words: Words) -> str:
    of = words.say("apply.document.request", number=one.request) if one.request else ""
    stale = "" if one.covers else words.say("apply.document.stale")
    if not one.told:
        key = "apply.document.complete" if one.covers else "apply.document.there"
        return words.say(key, number=one.number, kind=one.kind, of=of) + stale
    size, sha256 = f"{one.size:,}", one.sha256[:12]
    told = words.say(
        "apply.document", number=one.number, kind=one.kind, of=of, name=one.name, size=size, sha256=sha256
    )  # fmt: skip
    sealed = words.say("apply.document.sealed") if one.sealed else ""
    key = "apply.document.signed" if one.organisation else "apply.document.by_code"
    signed = words.say(key, signer=one.signer, organisation=one.organisation) if one.signer else ""
    return told + sealed + signed + stale


def print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
