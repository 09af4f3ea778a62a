"""``cocket webhook``: who is told of what happens here, and the worker that tells them."""

import json
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from cocket.cli.options import with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.outbox.delivery import Tried

NOT_ARRIVED = 1
PAUSE = 1.0


@click.command("add", help=help_on("webhook.add"))
@click.argument("name")
@click.argument("url")
@click.option("--topic", "topics", multiple=True, metavar="TOPIC", help=help_on("webhook.add.topic"))
@click.option("--inside", is_flag=True, help=help_on("webhook.add.inside"))
@with_json
@with_language
def webhook_add(name: str, url: str, topics: tuple[str, ...], inside: bool, as_json: bool, words: Words) -> int:
    from cocket.config.start import start

    start()
    from cocket.cli.acting import keeper
    from cocket.licensing.cases.topics import TOPICS
    from cocket.licensing.records.clock import now
    from cocket.outbox.subscriptions import subscribe

    secret = subscribe(keeper(), name, url, topics, now(), known=TOPICS, inside=inside)
    if as_json:
        click.echo(json.dumps({"name": name, "url": url, "topics": topics or TOPICS, "secret": secret}, indent=2))
    else:
        click.echo(words.say("webhook.added", name=name, url=url, secret=secret))
    return 0


@click.command("list", help=help_on("webhook.list"))
@with_json
@with_language
def webhook_list(as_json: bool, words: Words) -> int:
    from cocket.config.start import start

    start()
    from cocket.cli.acting import keeper
    from cocket.outbox.subscriptions import subscriptions

    found = subscriptions(keeper())
    if as_json:
        click.echo(json.dumps({"items": [asdict(one) for one in found]}, indent=2))
        return 0
    for one in found:
        topics = " ".join(one.topics) or words.say("webhook.all_topics")
        click.echo(words.say("webhook.line", name=one.name, url=one.url, topics=topics))
        if one.nobodys:
            click.echo("  " + words.say("webhook.nobodys", name=one.name))
        if one.organisation:
            click.echo(words.say("webhook.for", role=one.role, organisation=one.organisation))
        click.echo(words.say("webhook.state", waiting=one.waiting, given_up=one.given_up))
    if not found:
        click.echo(words.say("webhook.none"))
    return 0


@click.command("remove", help=help_on("webhook.remove"))
@click.argument("name")
@with_language
def webhook_remove(name: str, words: Words) -> int:
    from cocket.config.start import start

    start()
    from cocket.cli.acting import keeper
    from cocket.licensing.records.clock import now
    from cocket.outbox.subscriptions import unsubscribe

    unsubscribe(keeper(), name, now())
    click.echo(words.say("webhook.removed", name=name))
    return 0


@click.command("deliver", help=help_on("webhook.deliver"))
@click.option("--once", is_flag=True, help=help_on("webhook.deliver.once"))
@with_json
@with_language
def webhook_deliver(once: bool, as_json: bool, words: Words) -> int:
    from cocket.config.start import start

    start()
    from cocket.licensing.records.clock import now
    from cocket.outbox.delivery import deliver_due
    from cocket.outbox.sending import send

    tell_nobodys(words)
    failed = 0
    while True:
        tried = deliver_due(now, send)
        for one in tried:
            click.echo(json.dumps(told(one)) if as_json else line(one, words))
            failed += not one.arrived
        if not tried and once:
            return NOT_ARRIVED if failed else 0
        if not tried:
            time.sleep(PAUSE)


def tell_nobodys(words: Words) -> None:
    """Beside what is sent, for their receivers wait for what does not come."""
    from cocket.cli.acting import operator
    from cocket.outbox.subscriptions import subscriptions

    for one in subscriptions(operator()):
        if one.nobodys:
            click.echo(words.say("webhook.nobodys", name=one.name), err=True)


def told(one: "Tried") -> dict[str, Any]:
    return {
        "id": one.identifier,
        "topic": one.topic,
        "subject": one.subject,
        "to": one.subscription,
        "arrived": one.arrived,
        "given_up": one.given_up,
        "answer": one.answer,
    }


def line(one: "Tried", words: Words) -> str:
    key = "webhook.arrived" if one.arrived else "webhook.given_up" if one.given_up else "webhook.again"
    return words.say(key, topic=one.topic, subject=one.subject, name=one.subscription, answer=one.answer)
