"""``cocket token``: made, listed, revoked. The secret is printed once and kept nowhere."""

import json

import click

from cocket.accounts.role import Role
from cocket.cli.account import GIVEN, begun
from cocket.cli.options import with_json, with_language
from cocket.cli.words import Words, help_on

DAYS = 90


@click.command("new", help=help_on("token.new"))
@click.argument("short")
@click.option("--person", required=True, metavar="SHORT", help=help_on("token.person"))
@click.option("--organisation", required=True, metavar="SHORT", help=help_on("token.organisation"))
@click.option("--role", required=True, type=click.Choice(GIVEN), help=help_on("token.role"))
@click.option("--days", default=DAYS, show_default=True, type=int, help=help_on("token.days"))
@with_language
def token_new(short: str, person: str, organisation: str, role: str, days: int, words: Words) -> int:
    keeper, moment = begun()
    from cocket.accounts.tokens import new_token

    secret = new_token(keeper, short, person, organisation, Role(role), days=days, moment=moment)
    click.echo(secret)  # alone on the one stream, so that a script can take it
    click.echo(words.say("token.once", short=short, days=days), err=True)
    return 0


@click.command("list", help=help_on("token.list"))
@with_json
@with_language
def token_list(as_json: bool, words: Words) -> int:
    keeper, moment = begun()
    from cocket.accounts.listing import tokens

    found = tokens(keeper, moment)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    for one in found:
        role = words.name("account.role", one["role"])
        state = words.say(f"token.state.{one['state']}", day=one["expires"][:10])
        click.echo(f"{one['short']}  {one['person']}  {role} @ {one['organisation']}  {state}")
    if not found:
        click.echo(words.say("account.none"))
    return 0


@click.command("revoke", help=help_on("token.revoke"))
@click.argument("short")
@with_language
def token_revoke(short: str, words: Words) -> int:
    keeper, moment = begun()
    from cocket.accounts.tokens import revoke_token

    revoke_token(keeper, short, moment)
    click.echo(words.say("token.revoked", short=short))
    return 0
