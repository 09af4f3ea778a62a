"""``cocket licence reports``, which reports exports have made due, and ``cocket licence report``, which keeps one."""

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from cocket.cli.licence import order, with_by, with_why
from cocket.cli.options import Day, with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.licensing.licences.reports import DueReport

OVERDUE = 1


@click.command("reports", help=help_on("licence.reports"))
@click.argument("number", required=False)
@with_json
@with_language
def licence_reports(number: str | None, as_json: bool, words: Words) -> int:
    from cocket.config.start import start

    start()
    from cocket.cli.acting import asker
    from cocket.licensing.records.clock import authority_day, now
    from cocket.licensing.records.reporting import reports_for, reports_owed

    found = reports_for(asker(), number) if number else [one for _, one in reports_owed(asker())]
    today = authority_day(now())
    if as_json:
        click.echo(json.dumps([one.data(today) for one in found], indent=2, ensure_ascii=False))
    for one in () if as_json else found:
        for line in told_report(one, today, words):
            click.echo(line)
    if not found and not as_json:
        click.echo(words.say("licence.reports.none"))
    return OVERDUE if any(one.overdue_on(today) for one in found) else 0


@click.command("report", help=help_on("licence.report_one"))
@click.argument("number")
@click.option("--export", required=True, metavar="ID", help=help_on("licence.report_one.export"))
@click.option("--event", required=True, metavar="EVENT", help=help_on("licence.report_one.event"))
@click.option("--on", "day", type=Day(), required=True, metavar="DATE", help=help_on("licence.report_one.on"))
@with_by
@with_why
@with_json
@with_language
def licence_report(
    number: str, export: str, event: str, day: date, by: str | None, why: str, as_json: bool, words: Words
) -> int:
    from cocket.cli.faults import InputError
    from cocket.config.start import start
    from cocket.licensing.licences.condition import ReportedEvent

    if event not in tuple(ReportedEvent):
        what = words.say("licence.no_event", event=event)
        remedy = words.say("licence.events", names=", ".join(ReportedEvent))
        raise InputError(what, where="--event", remedy=remedy)
    start()
    from cocket.licensing.records.clock import authority_day
    from cocket.licensing.records.reporting import report

    who, ordered = order(by, why)
    kept = report(who, number, export, ReportedEvent(event), day, ordered)
    today = authority_day(ordered.moment)
    if as_json:
        click.echo(json.dumps(kept.data(today), ensure_ascii=False))
    for line in () if as_json else told_report(kept, today, words):
        click.echo(line)
    return 0


def told_report(one: "DueReport", today: date, words: Words) -> tuple[str, str]:
    event = words.name("licence.event", one.event)
    stands = "overdue" if one.overdue_on(today) else "reported" if one.happened_on else "due"
    said = words.say(f"licence.reports.{stands}", event=event, due=one.due_on, day=one.happened_on or "")
    head = words.say("licence.reports.export", line=one.line, export=one.export, day=one.exported_on)
    return head, f"  {said}"
