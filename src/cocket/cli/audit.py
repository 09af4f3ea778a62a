"""``cocket audit``: what was done with a subject, and whether all chains hold."""

import json

import click

from cocket.cli.account import begun
from cocket.cli.options import with_json, with_language
from cocket.cli.words import Words, help_on

BROKEN = 1


@click.command("show", help=help_on("audit.show"))
@click.argument("subject")
@with_json
@with_language
def audit_show(subject: str, as_json: bool, words: Words) -> int:
    keeper, _ = begun()
    from cocket.accounts.audit import entries_of

    found = entries_of(keeper, subject)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    for one in found:
        who = ", ".join(filter(None, (str(one["name"]), str(one["organisation"]), str(one["role"]))))
        click.echo(f"{one['sequence']}  {str(one['moment'])[:19]}Z  {one['verb']}  {who} ({one['via']})")
        for key in ("before", "after"):
            if one[key]:
                click.echo(f"   {words.say(f'audit.{key}')}  {json.dumps(one[key], ensure_ascii=False)}")
    if not found:
        click.echo(words.say("audit.none", subject=subject))
    return 0


@click.command("verify", help=help_on("audit.verify"))
@with_json
@with_language
def audit_verify(as_json: bool, words: Words) -> int:
    keeper, _ = begun()
    from cocket.accounts.audit import verify

    verdict = verify(keeper)
    first = verdict.first_break
    counts = {"entries": verdict.entries, "subjects": verdict.subjects}
    if as_json:
        broken = first and {"subject": first.subject, "sequence": first.sequence, "what": first.what}
        click.echo(json.dumps({"holds": verdict.holds, **counts, "first_break": broken}, ensure_ascii=False))
    elif first is not None:
        click.echo(words.say("audit.broken", **counts))
        what = words.name("audit.break", first.what)
        click.echo(words.say("audit.at", subject=first.subject, sequence=first.sequence, what=what))
    else:
        click.echo(words.say("audit.holds" if verdict.holds else "audit.empty", **counts))
    return 0 if verdict.holds else BROKEN
