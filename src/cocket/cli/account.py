"""``cocket account``: organisations, people and their roles."""

import json
from datetime import datetime
from typing import TYPE_CHECKING

import click

from cocket.accounts.role import OrganisationKind, Role
from cocket.cli.options import with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.accounts.actor import Actor

# who has the database keeps accounts and is no role that could be given
KINDS = [kind.value for kind in OrganisationKind]
GIVEN = [role.value for role in Role if role is not Role.OPERATOR]


def begun() -> "tuple[Actor, datetime]":
    """Who keeps accounts, and when."""
    from cocket.config.start import start

    start()
    from cocket.cli.acting import keeper
    from cocket.licensing.records.clock import now

    return keeper(), now()


@click.command("add", help=help_on("account.organisation.add"))
@click.argument("short")
@click.option("--kind", required=True, type=click.Choice(KINDS), help=help_on("account.kind"))
@click.option("--name", required=True, help=help_on("account.name"))
@click.option("--name-zh", default="", help=help_on("account.name_zh"))
@click.option("--number", default="", help=help_on("account.number"))
@click.option("--province", default="", metavar="SHORT", help=help_on("account.province"))
@with_language
def organisation_add(short: str, kind: str, name: str, name_zh: str, number: str, province: str, words: Words) -> int:
    keeper, moment = begun()
    from cocket.accounts.people import Organisation, add_organisation

    add_organisation(keeper, Organisation(short, OrganisationKind(kind), name, name_zh, number, province), moment)
    click.echo(words.say("account.organisation_added", short=short, kind=words.name("account.kind", kind)))
    if kind == OrganisationKind.EXPORTER and not province:
        click.echo(words.say("account.no_province", short=short), err=True)
    return 0


@click.command("province", help=help_on("account.organisation.province"))
@click.argument("short")
@click.argument("province")
@with_language
def organisation_province(short: str, province: str, words: Words) -> int:
    keeper, moment = begun()
    from cocket.accounts.people import set_province

    set_province(keeper, short, province, moment)
    click.echo(words.say("account.province_set", short=short, province=province))
    return 0


@click.command("list", help=help_on("account.organisation.list"))
@with_json
@with_language
def organisation_list(as_json: bool, words: Words) -> int:
    keeper, _ = begun()
    from cocket.accounts.listing import organisations

    found = organisations(keeper)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    for one in found:
        names = " / ".join(filter(None, (one["name"], one["name_zh"])))
        number = f"  {one['register_number']}" if one["register_number"] else ""
        province = f"  -> {one['province']}" if one["province"] else ""
        click.echo(f"{one['short']}  {words.name('account.kind', one['kind'])}  {names}{number}{province}")
    if not found:
        click.echo(words.say("account.none"))
    return 0


@click.command("add", help=help_on("account.person.add"))
@click.argument("short")
@click.option("--name", required=True, help=help_on("account.name"))
@click.option("--organisation", required=True, metavar="SHORT", help=help_on("account.home"))
@with_language
def person_add(short: str, name: str, organisation: str, words: Words) -> int:
    keeper, moment = begun()
    from cocket.accounts.people import add_person

    add_person(keeper, short, name, organisation, moment)
    click.echo(words.say("account.person_added", short=short, organisation=organisation))
    return 0


@click.command("list", help=help_on("account.person.list"))
@with_json
@with_language
def person_list(as_json: bool, words: Words) -> int:
    keeper, _ = begun()
    from cocket.accounts.listing import people

    found = people(keeper)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    for one in found:
        roles = [f"{words.name('account.role', held['role'])} @ {held['organisation']}" for held in one["roles"]]
        click.echo(f"{one['short']}  {one['name']}  {one['home']}  {', '.join(roles) or '-'}")
    if not found:
        click.echo(words.say("account.none"))
    return 0


@click.command("give", help=help_on("account.role.give"))
@click.argument("person")
@click.argument("organisation")
@click.argument("role", type=click.Choice(GIVEN))
@with_language
def role_give(person: str, organisation: str, role: str, words: Words) -> int:
    keeper, moment = begun()
    from cocket.accounts.people import give_role

    give_role(keeper, person, organisation, Role(role), moment)
    told = words.name("account.role", role)
    click.echo(words.say("account.role_given", person=person, organisation=organisation, role=told))
    return 0


@click.command("take", help=help_on("account.role.take"))
@click.argument("person")
@click.argument("organisation")
@click.argument("role", type=click.Choice(GIVEN))
@with_language
def role_take(person: str, organisation: str, role: str, words: Words) -> int:
    keeper, moment = begun()
    from cocket.accounts.people import take_role

    take_role(keeper, person, organisation, Role(role), moment)
    told = words.name("account.role", role)
    click.echo(words.say("account.role_taken", person=person, organisation=organisation, role=told))
    return 0


@click.command("example", help=help_on("account.example"))
@with_json
@with_language
def account_example(as_json: bool, words: Words) -> int:
    keeper, moment = begun()
    from cocket.accounts.example import DAYS, make_example

    made = make_example(keeper, moment)
    if as_json:
        shown = [
            {"person": one.person, "organisation": one.organisation, "role": one.role.value, "token": one.secret}
            for one in made
        ]
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return 0
    for one in made:
        role = words.name("account.role", one.role)
        click.echo(f"{one.secret}  {one.person}  {role} @ {one.organisation}")
    click.echo(words.say("account.example_made", days=DAYS), err=True)
    return 0
