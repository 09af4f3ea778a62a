"""``cocket case open``, ``step``, ``show`` and ``list``: cases in the database."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cocket.cli.case import event_line, hanging, of, reason_lines, said
from cocket.cli.faults import InputError
from cocket.cli.options import with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.accounts.actor import Actor
    from cocket.licensing.cases.finding import Case

REFUSED = 1
ROLES = ("applicant", "checker", "officer", "adviser", "approver")
"""Those that a case knows; any other can be proved by a token and has no step."""


@click.command("open", help=help_on("case.open"))
@click.argument("kind")
@click.option("--as", "who", metavar="PERSON@ORGANISATION:ROLE", help=help_on("case.as"))
@click.option("--say", "says", multiple=True, metavar="KEY=TEXT", help=help_on("case.whynot.say"))
@with_json
@with_language
def case_open(kind: str, who: str | None, says: tuple[str, ...], as_json: bool, words: Words) -> int:
    from cocket.config.start import start
    from cocket.licensing.casework.errors import CaseworkError
    from cocket.licensing.casework.read_table import casework_table

    told, kinds = dict(said(one, words) for one in says), casework_table().kinds
    if kind not in kinds:
        known = ", ".join(kinds)
        raise InputError(
            words.say("case.no_kind", kind=kind), where="KIND", remedy=words.say("case.kinds", names=known)
        )
    start()
    by = who_acts(who, words)
    from cocket.cli.desk import open_office
    from cocket.licensing.cases.taking import open_case
    from cocket.licensing.records.clock import now

    try:
        case = open_case(by, kind, told, now(), open_office(words))
    except CaseworkError as error:
        return refused(error, by, as_json, words)
    return done(case, as_json, words)


@click.command("step", help=help_on("case.step_taken"))
@click.argument("number")
@click.argument("step")
@click.option("--as", "who", metavar="PERSON@ORGANISATION:ROLE", help=help_on("case.as"))
@click.option("--say", "says", multiple=True, metavar="KEY=TEXT", help=help_on("case.whynot.say"))
@click.option("--seen", type=click.IntRange(min=1), metavar="VERSION", help=help_on("case.seen"))
@with_json
@with_language
def case_step(
    number: str, step: str, who: str | None, says: tuple[str, ...], seen: int | None, as_json: bool, words: Words
) -> int:
    from cocket.config.start import start
    from cocket.licensing.casework.errors import CaseworkError

    told = dict(said(one, words) for one in says)
    start()
    by = who_acts(who, words)
    from cocket.cli.desk import open_office
    from cocket.licensing.cases.taking import take_step
    from cocket.licensing.records.clock import now

    try:
        case = take_step(by, number, step, told, now(), open_office(words), seen=seen)
    except CaseworkError as error:
        return refused(error, by, as_json, words)
    return done(case, as_json, words)


@click.command("show", help=help_on("case.show"))
@click.argument("number")
@with_json
@with_language
def case_show(number: str, as_json: bool, words: Words) -> int:
    from cocket.config.start import start

    start()
    from cocket.cli.acting import asker
    from cocket.licensing.cases.seen import case_for
    from cocket.licensing.cases.view import case_view
    from cocket.licensing.records.clock import now

    who = asker()
    case = case_for(who, number)
    if as_json:
        click.echo(json.dumps(case_view(who, case, now()), ensure_ascii=False, indent=2))
        return 0
    for line in lines(case, who, words):
        click.echo(line)
    return 0


@click.command("list", help=help_on("case.list"))
@click.option("--status", default="", metavar="STATUS", help=help_on("case.list.status"))
@click.option("--organisation", default="", metavar="NAME", help=help_on("case.list.organisation"))
@click.option("--after", default="", metavar="NUMBER", help=help_on("case.list.after"))
@with_json
@with_language
def case_list(status: str, organisation: str, after: str, as_json: bool, words: Words) -> int:
    from cocket.config.start import start
    from cocket.licensing.casework.read_table import casework_table

    statuses = casework_table().statuses
    if status and status not in statuses:
        known, what = ", ".join(statuses), words.say("case.no_status", status=status)
        raise InputError(what, where="--status", remedy=words.say("case.kinds", names=known))
    start()
    from cocket.cli.acting import asker
    from cocket.licensing.cases.finding import PAGE_MAX
    from cocket.licensing.cases.seen import cases_for

    found = cases_for(asker(), status, organisation, after)
    last = found[-1].number if len(found) == PAGE_MAX else None
    if as_json:
        heads = [
            {"number": one.number, "kind": one.kind, "organisation": one.organisation, "status": one.status,
             "version": one.version} for one in found
        ]  # fmt: skip
        click.echo(json.dumps({"items": heads, "next": last}, ensure_ascii=False, indent=2))
        return 0
    for one in found:
        said_of = {"number": one.number, "who": one.organisation, "status": of(statuses[one.status].text, words)}
        click.echo(words.say("case.in_list", **said_of, version=one.version))
    if not found:
        click.echo(words.say("case.none"))
    if last:
        click.echo(words.say("case.more", number=last))
    return 0


def who_acts(stated: str | None, words: Words, roles: Sequence[str] = ROLES) -> "Actor":
    """Whoever the token in COCKET_TOKEN stands for. Who is only stated acts only where no accounts are kept."""
    from cocket.accounts.people import any_accounts
    from cocket.cli.acting import VARIABLE, actor, actor_or_none

    proved = actor_or_none()
    if proved is not None and stated is not None:
        raise InputError(words.say("case.as.both"), where="--as", remedy=words.say("case.as.both.remedy"))
    if proved is not None:
        return proved
    if any_accounts():
        return actor()  # says what is missing
    if stated is None:
        what = words.say("case.as.nobody", variable=VARIABLE)
        raise InputError(what, where="--as", remedy=words.say("case.as.remedy", names=", ".join(roles)))
    return stated_actor(stated, words, roles)


def stated_actor(text: str, words: Words, roles: Sequence[str] = ROLES) -> "Actor":
    from cocket.accounts.actor import Actor
    from cocket.accounts.role import ROLES_OF, OrganisationKind, Role

    person, at, rest = text.partition("@")
    organisation, colon, role = rest.partition(":")
    if not (at and colon and person.strip() and organisation.strip() and role in roles):
        what = words.say("case.as.not", text=text)
        raise InputError(what, where="--as", remedy=words.say("case.as.remedy", names=", ".join(roles)))
    for key, one in (("PERSON", person), ("ORGANISATION", organisation)):
        if len(one) > 40 or not one.isprintable():
            raise InputError(words.say("case.as.long", what=key), where="--as", remedy=words.say("case.as.short"))
    kinds = [kind for kind, roles in ROLES_OF.items() if Role(role) in roles]
    kind = OrganisationKind.MINISTRY if role == Role.ADVISER else kinds[0]
    return Actor(person, person, organisation, organisation, kind, Role(role), "command line, as stated", stated=True)


def refused(error: Exception, by: "Actor", as_json: bool, words: Words) -> int:
    from cocket.licensing.cases.data import reasons_data
    from cocket.licensing.casework.errors import CaseworkError

    assert isinstance(error, CaseworkError)
    if as_json:
        click.echo(
            json.dumps({"step": error.step, "reasons": reasons_data(error.reasons)}, ensure_ascii=False, indent=2)
        )
        return REFUSED
    click.echo(words.say("case.not_possible", step=error.step, name=by.name), err=True)
    for line in reason_lines(error.reasons, words):
        click.echo(line, err=True)
    return REFUSED


def done(case: "Case", as_json: bool, words: Words) -> int:
    from cocket.licensing.casework.read_table import casework_table

    if as_json:
        data = {"number": case.number, "status": case.state.status, "version": case.version}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return 0
    status = of(casework_table().statuses[case.state.status].text, words)
    click.echo(words.say("case.now", number=case.number, status=status, version=case.version))
    return 0


def lines(case: "Case", who: "Actor", words: Words) -> Iterator[str]:
    from cocket.licensing.cases.seen import shown
    from cocket.licensing.casework.read_table import casework_table

    table = casework_table()
    status, kind = of(table.statuses[case.state.status].text, words), of(table.kinds[case.state.kind], words)
    yield words.say("case.head", who=f"{case.number}  {case.state.organisation}", kind=kind, status=status)
    for place, event in enumerate(case.events, start=1):
        told = shown(who, event)
        withheld = words.say("case.withheld") if told.said != event.said else ""
        yield from hanging(f"{place:>3}  {event_line(told, table, words)}{withheld}", "     ")
    if case.state.missing:
        yield from hanging(words.say("case.missing", names=", ".join(sorted(case.state.missing))), "  ")
