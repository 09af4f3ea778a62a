"""``cocket licence``: issue licences, see where they stand and what is left, suspend, resume, revoke."""

import getpass
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cocket.cli.input_faults import wrong
from cocket.cli.licence_words import head_line, licence_lines, refusal
from cocket.cli.options import with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.accounts.actor import Actor
    from cocket.licensing.licences.licence import Licence
    from cocket.licensing.records.moving import Ordered

REFUSED = 1
NOT_VALID = 1
PAGE = 100


def with_by(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds ``--by``; left out it is the name of who runs the command on this machine."""
    return click.option("--by", metavar="NAME", help=help_on("licence.by"))(command)


def with_why(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--why", required=True, metavar="TEXT", help=help_on("licence.why"))(command)


@click.command("issue", help=help_on("licence.issue"))
@click.argument("file", type=click.Path(path_type=Path))
@with_by
@click.option("--why", metavar="TEXT", help=help_on("licence.why"))
@with_json
@with_language
def licence_issue(file: Path, by: str | None, why: str | None, as_json: bool, words: Words) -> int:
    from cocket.config.start import start
    from cocket.law.lawbook import load_lawbook
    from cocket.licensing.licences.reading import read_licence_file

    licence = read_licence_file(file)
    lawbook = load_lawbook()
    start()
    from cocket.licensing.records.orders import issue

    who, ordered = order(by, why or words.say("licence.from_file", file=file.name))
    issued = issue(who, licence, ordered, lawbook)
    tell_done("issue", issued, as_json, words)
    return 0


@click.command("show", help=help_on("licence.show"))
@click.argument("number")
@with_json
@with_language
def licence_show(number: str, as_json: bool, words: Words) -> int:
    from cocket.config.start import start

    start()
    from cocket.cli.acting import asker
    from cocket.cli.licence_watch import note_lines
    from cocket.licensing.cases.watching import notes_for
    from cocket.licensing.records.clock import authority_day, now
    from cocket.licensing.records.view import licence_view

    view = licence_view(asker(), number, authority_day(now()))
    notes = notes_for(asker(), number)
    if as_json:
        view["notes"] = [{"day": one.day.isoformat(), "changes": one.changes} for one in notes]
        click.echo(json.dumps(view, indent=2, ensure_ascii=False))
    else:
        told = (line for one in notes for line in note_lines(one, words))
        click.echo("\n".join((*licence_lines(view, words), *told)))
    return 0 if view["usable_today"] else NOT_VALID


@click.command("list", help=help_on("licence.list"))
@click.option("--status", metavar="STATUS", help=help_on("licence.list.status"))
@click.option("--holder", default="", metavar="NAME", help=help_on("licence.list.holder"))
@click.option("--after", default="", metavar="NUMBER", help=help_on("licence.list.after"))
@with_json
@with_language
def licence_list(status: str | None, holder: str, after: str, as_json: bool, words: Words) -> int:
    from cocket.cli.faults import InputError
    from cocket.config.start import start
    from cocket.licensing.licences.status import Status

    if status is not None and status not in tuple(Status):
        what = words.say("licence.no_status", status=status)
        raise InputError(what, where="--status", remedy=words.say("licence.statuses", names=", ".join(Status)))
    start()
    from cocket.cli.acting import asker
    from cocket.licensing.records.clock import authority_day, now
    from cocket.licensing.records.finding import Filter, list_licences
    from cocket.licensing.records.view import head_view

    today = authority_day(now())
    found = list_licences(asker(), Filter(today, Status(status) if status else None, holder, after), PAGE)
    shown = [head_view(licence, today) for licence in found]
    last = shown[-1]["number"] if len(shown) == PAGE else None
    if as_json:
        click.echo(json.dumps({"items": shown, "next": last}, indent=2, ensure_ascii=False))
        return 0
    for view in shown:
        click.echo(head_line(view, words))
    if not shown:
        click.echo(words.say("licence.list_empty"))
    if last:
        click.echo(words.say("licence.more", number=last))
    return 0


def ordering(move: str, told: str) -> click.Command:
    """The command for a step of a licence that somebody orders, under the step's own name; ``told`` is its help."""

    @click.command(move, help=told)
    @click.argument("number")
    @with_by
    @with_why
    @with_json
    @with_language
    def command(number: str, by: str | None, why: str, as_json: bool, words: Words) -> int:
        return move_and_tell(move, number, by, why, as_json, words)

    return command


licence_suspend = ordering("suspend", help_on("licence.suspend"))
licence_resume = ordering("resume", help_on("licence.resume"))
licence_revoke = ordering("revoke", help_on("licence.revoke"))


@click.command("expire", help=help_on("licence.expire"))
@with_by
@with_json
@with_language
def licence_expire(by: str | None, as_json: bool, words: Words) -> int:
    from cocket.config.start import start

    start()
    from cocket.licensing.records.orders import expire_due

    expired = expire_due(*order(by, words.say("licence.validity_ended")))
    if as_json:
        click.echo(json.dumps({"expired": [licence.number for licence in expired]}))
        return 0
    for licence in expired:
        tell_done("expire", licence, False, words)
    click.echo(words.say("licence.expired", count=len(expired)))
    return 0


def move_and_tell(move: str, number: str, by: str | None, why: str, as_json: bool, words: Words) -> int:
    """Ends with 1 where the licence stands somewhere that does not allow the step."""
    from cocket.config.start import start
    from cocket.licensing.licences.errors import MoveRefused
    from cocket.licensing.licences.status import Move

    start()
    from cocket.licensing.records import orders

    who, ordered = order(by, why)
    try:
        licence = orders.move(who, number, Move(move), ordered)
    except MoveRefused as error:
        click.echo(refusal(error, words), err=True)
        return REFUSED
    tell_done(move, licence, as_json, words)
    return 0


def order(by: str | None, why: str) -> "tuple[Actor, Ordered]":
    """Who orders, and the order under his name: the token's, or without accounts the one stated or of this machine."""
    from cocket.cli.acting import asker
    from cocket.licensing.records.clock import now
    from cocket.licensing.records.orders import order_of

    who = asker()
    if by is None:
        by = user_name() if who.stated else ""
    return who, order_of(who, by, why, now())


def user_name() -> str:
    """Raises InputError where the system has no name for who runs the command."""
    from cocket.cli.faults import InputError

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise InputError(*wrong("nobody"), where="--by") from None


def tell_done(move: str, licence: "Licence", as_json: bool, words: Words) -> None:
    if as_json:
        click.echo(json.dumps({"number": licence.number, "move": move, "status": licence.status.value}))
        return
    click.echo(words.say(f"licence.done.{move}", number=licence.number, lines=len(licence.lines)))
