"""``cocket apply invite`` and ``certificate``: the end user signs, straight to the authority."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.apply_documents import A_FILE, print_json, upload
from cocket.cli.apply_kept import with_as
from cocket.cli.case_kept import who_acts
from cocket.cli.faults import InputError
from cocket.cli.options import with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.licensing.filings.inviting import Asked, Guest

SIGNATORY = ("signatory",)
CODE = "COCKET_CODE"
SHOWN = 12
"""Signs of a digest: too many to be met by chance, few enough to be read out."""


@click.command("invite", help=help_on("apply.invite"))
@click.argument("reference")
@click.option(
    "--request", "request_number", required=True, type=click.IntRange(min=1), metavar="N",
    help=help_on("apply.invite.request"),
)  # fmt: skip
@click.option("--organisation", default="", metavar="SHORT", help=help_on("apply.invite.organisation"))
@click.option("--days", type=int, default=30, show_default=True, help=help_on("apply.invite.days"))
@with_as
@with_language
def apply_invite(
    reference: str, request_number: int, organisation: str, days: int, who: str | None, words: Words
) -> int:
    from cocket.config.start import start

    start()
    by = who_acts(who, words)
    from cocket.licensing.filings.inviting import invite
    from cocket.licensing.records.clock import now

    code = invite(by, reference, request_number, now(), days=days, organisation=organisation)
    said = {"reference": reference, "number": request_number, "days": days, "organisation": organisation}
    if code:
        click.echo(code)  # alone on the one stream, so that a script can take it
        click.echo(words.say("apply.code_once", **said), err=True)
    else:
        click.echo(words.say("apply.invited", **said))
    return 0


@click.command("certificate", help=help_on("apply.certificate"))
@click.argument("reference")
@click.option(
    "--request", "request_number", required=True, type=click.IntRange(min=1), metavar="N",
    help=help_on("apply.certificate.request"),
)  # fmt: skip
@click.argument("file", required=False, type=A_FILE)
@click.option("--declare", default="", metavar="DIGEST", help=help_on("apply.certificate.declare"))
@click.option("--signer", default="", metavar="NAME", help=help_on("apply.certificate.signer"))
@click.option("--code", default="", envvar=CODE, metavar="CODE", help=help_on("apply.certificate.code"))
@with_as
@with_json
@with_language
def apply_certificate(
    reference: str,
    request_number: int,
    file: Path | None,
    declare: str,
    signer: str,
    code: str,
    who: str | None,
    as_json: bool,
    words: Words,
) -> int:
    from cocket.config.start import start

    start()
    from cocket.licensing.filings.inviting import asked_of, certify
    from cocket.licensing.filings.view import asked_view
    from cocket.licensing.records.clock import now

    guest = _guest(code, signer, who, words)
    if file is None:
        asked = asked_of(guest, reference, request_number, now())
        if as_json:
            print_json(asked_view(asked))
        else:
            click.echo("\n".join(_told(asked, words)))
        return 0
    if not declare:
        what, remedy = words.say("apply.not_declared"), words.say("apply.not_declared.remedy")
        raise InputError(what, where="--declare", remedy=remedy)
    name = signer or guest.by.name
    if not name.strip():
        raise InputError(words.say("apply.no_signer"), where="--signer", remedy=words.say("apply.no_signer.remedy"))
    with file.open("rb") as stream:
        signed = certify(guest, reference, request_number, upload(file, stream), name, declare, now())
    if as_json:
        print_json({**asked_view(signed), "signer": name, "complete": True})
    else:
        click.echo(words.say("apply.certified", reference=reference, number=request_number, signer=name))
    return 0


def _guest(code: str, signer: str, who: str | None, words: Words) -> "Guest":
    from cocket.licensing.filings.inviting import Guest, guest_by_code

    if not code:
        return Guest(who_acts(who, words, SIGNATORY))
    if who is not None:
        raise InputError(words.say("apply.code_and_as"), where="--as", remedy=words.say("case.as.both.remedy"))
    return guest_by_code(code, signer, "command line")


def _told(asked: "Asked", words: Words) -> Iterator[str]:
    from cocket.cli import screen

    data = asked.data
    yield words.say("apply.asked.head", reference=asked.reference, number=asked.request)
    parties = {
        "exporter": "apply.asked.exporter",
        "importer": "apply.asked.importer",
        "end_user": "apply.asked.end_user",
    }
    for key, word in parties.items():
        if key in data:
            yield words.say(word, name=data[key]["name"], country=data[key].get("country", ""))
    yield words.say("apply.asked.destination", country=data["destination"])
    for one in data["goods"]:
        amount = one.get("quantity") or one.get("value")
        yield words.say("apply.asked.goods", amount=amount, goods=one["goods"], code=one["control_code"] or "-")
    uses = [data.get("end_use", {}).get(lang, "") for lang in ("en", "zh")]
    yield words.say("apply.asked.end_use", uses=" / ".join(one for one in uses if one) or "-")
    for said in (words.say("apply.declaration"), words.say("apply.to_declare", digest=asked.digest[:SHOWN])):
        yield from screen.wrapped(said, min(screen.width(), screen.PLAIN_WIDTH_MAX))
