"""``cocket decision`` and ``cocket replay``: what was decided, on what it rests, and whether it comes out again."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from cocket.cli.case import hanging
from cocket.cli.options import with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.licensing.cases.decided import Decision, Replay
    from cocket.licensing.decisions.nearest import Near

DIFFERS = 1


@click.command("show", help=help_on("decision.show"))
@click.argument("number")
@with_json
@with_language
def decision_show(number: str, as_json: bool, words: Words) -> int:
    from cocket.config.start import start

    start()
    from cocket.cli.acting import asker
    from cocket.licensing.cases.decision_view import decision_view
    from cocket.licensing.cases.decisions import decision_for

    decision = decision_for(asker(), number)
    if as_json:
        click.echo(json.dumps(decision_view(decision), ensure_ascii=False, indent=2))
        return 0
    for line in told(decision, words):
        click.echo(line)
    return 0


@click.command("near", help=help_on("decision.near"))
@click.argument("case_number", metavar="CASE")
@with_json
@with_language
def decision_near(case_number: str, as_json: bool, words: Words) -> int:
    from cocket.cli.faults import InputError
    from cocket.config.start import start

    start()
    from cocket.cli.acting import asker
    from cocket.licensing.cases.decision_view import near_view
    from cocket.licensing.cases.decisions import NothingToCompare, near_for

    try:
        found = near_for(asker(), case_number)
    except NothingToCompare:
        what, remedy = words.say("decision.no_filing", number=case_number), words.say("decision.no_filing.remedy")
        raise InputError(what, where="CASE", remedy=remedy) from None
    if as_json:
        click.echo(json.dumps(near_view(found), ensure_ascii=False, indent=2))
        return 0
    for (request, item), near in found.items():
        click.echo(words.say("decision.near.head", request=request, item=item))
        for one in near:
            for line in hanging(near_line(one, words), "    "):
                click.echo(f"  {line}")
        if not near:
            click.echo("  " + words.say("decision.near.none"))
    return 0


@click.command("replay", help=help_on("replay"))
@click.argument("decision")
@with_json
@with_language
def replay(decision: str, as_json: bool, words: Words) -> int:
    from cocket.config.start import start

    start()
    from cocket.cli.acting import asker
    from cocket.cli.desk import open_office
    from cocket.licensing.cases.decision_view import replay_view
    from cocket.licensing.cases.decisions import replay_for

    found = replay_for(asker(), decision, open_office(words))
    if as_json:
        click.echo(json.dumps(replay_view(found), ensure_ascii=False, indent=2))
        return 0 if found.identical else DIFFERS
    key = "replay.identical" if found.identical else "replay.differs"
    click.echo(words.say(key, number=decision, day=found.decision.day))
    for line in replay_lines(found, words):
        click.echo(line)
    return 0 if found.identical else DIFFERS


def told(decision: "Decision", words: Words) -> Iterator[str]:
    evidence = decision.evidence
    outcome = words.name("decision.outcome", decision.outcome)
    yield words.say("decision.head", number=decision.number, case=decision.case, day=decision.day, outcome=outcome)
    if decision.granted:
        key = "decision.ruled" if decision.outcome == "ruling" else "decision.granted"
        yield words.say(key, granted="; ".join(decision.granted.splitlines()))
    if decision.criterion:
        yield from hanging(
            words.say("decision.because", criterion=decision.criterion, citation=decision.citation), "  "
        )
    for one in evidence["judged"]:
        answer = words.name("outcome", one["outcome"])
        codes = ", ".join(one["codes"]) or "-"
        yield words.say("decision.judged", request=one["request"], item=one["item"], answer=answer, codes=codes)
    if evidence["screened"]["parties"]:
        lists = "; ".join(f"{one['name']} {one['dated']}" for one in evidence["screened"]["lists"])
        hits = sum(len(one["hits"]) for one in evidence["screened"]["parties"])
        yield from hanging(words.say("decision.screened", lists=lists, hits=hits), "  ")
    yield words.say(f"decision.rests.{subject(evidence)}", **evidence["filing"], law=evidence["law_digest"][:12])
    if decision.licences:
        yield from hanging(words.say("decision.licences", numbers=", ".join(decision.licences)), "  ")


def subject(evidence: dict[str, Any]) -> str:
    """What was decided upon, by the key that names it."""
    return next(key for key in ("reference", "licence", "case") if key in evidence["filing"])


def near_line(one: "Near", words: Words) -> str:
    outcome = words.name("decision.outcome", one.earlier.outcome)
    because = f" ({one.earlier.criterion})" if one.earlier.criterion else ""
    head = f"{one.earlier.decision}  {outcome}{because}"
    if not one.differs:
        return f"{head}: {words.say('decision.near.alike')}"
    names = {key: words.name("decision.key", key) for key in one.differs}
    differs = "; ".join(f"{name}: {getattr(one.earlier.deal, key)}" for key, name in names.items())
    return f"{head}: {words.say('decision.near.differs', differs=differs)}"


def replay_lines(found: "Replay", words: Words) -> Iterator[str]:
    if found.altered:
        yield "  " + words.say("replay.altered")
    for one in found.differences:
        yield from hanging("  " + words.say("replay.difference", where=one.where, kept=one.kept, now=one.now), "    ")
    for fault in found.faults:
        yield from hanging("  " + words.say("replay.fault", fault=fault), "    ")
