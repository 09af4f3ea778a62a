"""``cocket case``: the table of steps, where a case stands by its history, and why a step cannot be made."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.faults import InputError
from cocket.cli.options import Day, today, with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from cocket.accounts.actor import Actor
    from cocket.law.words import Words as Both
    from cocket.licensing.casework.errors import Reason
    from cocket.licensing.casework.read_history import History
    from cocket.licensing.casework.state import CaseState, Event
    from cocket.licensing.casework.table import Step, Table

NOT_POSSIBLE = 1
COLUMNS = ("case.step", "case.from", "case.to", "case.who", "case.needs", "case.clock")


@click.command("table", help=help_on("case.table"))
@click.option("--markdown", is_flag=True, help=help_on("case.table.markdown"))
@with_json
@with_language
def case_table(markdown: bool, as_json: bool, words: Words) -> int:
    from cocket.cli import screen
    from cocket.cli.law_list import print_json
    from cocket.licensing.casework.read_table import casework_table

    table = casework_table()
    if as_json:
        print_json(described(step, words) for step in table.steps.values())
        return 0
    headers = [words.say(key) for key in COLUMNS]
    rows = [cells(step, words) for step in table.steps.values()]
    if markdown:
        for row in (headers, ["---"] * len(headers), *rows):
            click.echo(f"| {' | '.join(row)} |")
        return 0
    for line in screen.plain_table(headers, rows, screen.wide_width()):
        click.echo(line)
    click.echo()
    for name, text in table.needs.items():
        for line in screen.wrapped(f"{name}: {of(text, words)}", min(screen.width(), screen.PLAIN_WIDTH_MAX)):
            click.echo(line)
    return 0


@click.command("look", help=help_on("case.look"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--on", type=Day(), default=today, metavar="DATE", help=help_on("case.look.on"), show_default=help_on("today")
)
@with_json
@with_language
def case_look(file: Path, on: date, as_json: bool, words: Words) -> int:
    from cocket.cli.law_list import print_json
    from cocket.licensing.casework.read_table import casework_table

    table = casework_table()
    history, state = fold_file(file, table, words)
    if as_json:
        print_json([{**state_described(history, state, table), "clock": clock_described(history, state, table, on)}])
        return 0
    for line in told(history, state, table, on, words):
        click.echo(line)
    return 0


@click.command("whynot", help=help_on("case.whynot"))
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("step")
@click.option("--by", required=True, metavar="NAME", help=help_on("case.whynot.by"))
@click.option("--say", "says", multiple=True, metavar="KEY=TEXT", help=help_on("case.whynot.say"))
@with_json
@with_language
def case_whynot(file: Path, step: str, by: str, says: tuple[str, ...], as_json: bool, words: Words) -> int:
    from cocket.cli.law_list import print_json
    from cocket.licensing.cases.data import reasons_data
    from cocket.licensing.casework.read_table import casework_table
    from cocket.licensing.casework.state import Event
    from cocket.licensing.casework.steps import why_not

    table = casework_table()
    history, state = fold_file(file, table, words)
    if by not in history.people:
        known = ", ".join(history.people)
        raise InputError(words.say("case.nobody", name=by), where="--by", remedy=words.say("case.people", names=known))
    event = Event(step, history.people[by], history.events[-1].at, dict(said(one, words) for one in says))
    reasons = why_not(table, state, event)
    if as_json:
        print_json([{"step": step, "by": by, "possible": not reasons, "reasons": reasons_data(reasons)}])
    elif not reasons:
        text, after = table.steps[step].text, table.steps[step].status_after(state.status)
        click.echo(words.say("case.possible", step=of(text, words), after=of(table.statuses[after].text, words)))
    else:
        click.echo(words.say("case.not_possible", step=step, name=history.people[by].name))
        for line in reason_lines(reasons, words):
            click.echo(line)
    return NOT_POSSIBLE if reasons else 0


def said(text: str, words: Words) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise InputError(words.say("case.say", text=text), where="--say", remedy=words.say("case.say.remedy"))
    return key.strip(), value.replace(",", "\n") if key.strip() == "papers" else value


def fold_file(file: Path, table: "Table", words: Words) -> "tuple[History, CaseState]":
    """The history and the case it makes; raises LawError, or InputError at the first step that was not possible."""
    from cocket.law.lawbook import load_lawbook
    from cocket.licensing.applications.papers import wanted_papers
    from cocket.licensing.casework.errors import CaseworkError
    from cocket.licensing.casework.read_history import read_history
    from cocket.licensing.casework.state import CaseState
    from cocket.licensing.casework.steps import make

    history = read_history(file, table)
    if not history.events:
        raise InputError(words.say("case.empty"), where=file.name, remedy=words.say("case.empty.remedy"))
    day = authority_time(history.events[0].at).date()
    of_law = wanted_papers(load_lawbook(), history.licence, day) if history.kind == "licence" else ()
    state = CaseState(history.kind, frozenset(one.id for one in of_law))
    for place, event in enumerate(history.events, start=1):
        try:
            state = make(table, state, event)
        except CaseworkError as error:
            reasons = "; ".join(of(one.text, words) for one in error.reasons)
            where = words.say("case.event", file=file.name, place=place, step=event.step)
            raise InputError(reasons, where=where, remedy=words.say("case.event.remedy")) from None
    return history, state


def authority_zone() -> "ZoneInfo":
    import os

    from cocket.config.table import read_configuration

    return read_configuration(os.environ).time_zone


def authority_time(moment: datetime) -> datetime:
    """As the authority's clock shows it."""
    return moment.astimezone(authority_zone())


def told(history: "History", state: "CaseState", table: "Table", on: date, words: Words) -> Iterator[str]:
    kind, status = table.kinds[history.kind], table.statuses[state.status].text
    yield words.say("case.head", who=state.organisation, kind=of(kind, words), status=of(status, words))
    for event in history.events:
        yield from hanging(event_line(event, table, words), "  ")
    if state.missing:
        yield from hanging(words.say("case.missing", names=", ".join(sorted(state.missing))), "  ")
    yield from position_lines(state, words)
    yield from hanging(clock_line(clock_described(history, state, table, on), on, words), "  ")
    yield ""
    if table.statuses[state.status].ended:
        yield words.say("case.ended")
    for person in history.people.values():
        yield from can_lines(person, state, table, history.events[-1].at, words)


def position_lines(state: "CaseState", words: Words) -> Iterator[str]:
    """What was said of parts, and the conditions with who proposed, changed and took them back."""
    for position in state.positions:
        said = {"organisation": position.organisation, "on": position.on, "position": position.position}
        yield from hanging(words.say("case.position", **said, by=position.by), "  ")
    for one in state.conditions:
        said = {"name": one.name, "words": one.words, "by": one.proposed_by}
        told = words.say("case.condition", **said)
        for key, person in (("case.condition_changed", one.changed_by), ("case.condition_removed", one.removed_by)):
            told += words.say(key, by=person) if person else ""
        yield from hanging(told, "  ")


def can_lines(by: "Actor", state: "CaseState", table: "Table", at: datetime, words: Words) -> Iterator[str]:
    """What the person can do now, and what not yet and why."""
    from cocket.licensing.casework.steps import possible

    found, who = possible(table, state, by, at), {"name": by.name, "role": by.role.value}
    free = [
        words.say("case.a_step", step=name, text=of(table.steps[name].text, words)) for name in found if not found[name]
    ]
    if free:
        yield from hanging(words.say("case.can", **who, steps=words.say("case.comma").join(free)), "  ")
    for name, reasons in found.items():
        if reasons:
            text = of(table.steps[name].text, words)
            step = words.say("case.a_step", step=name, text=text)
            yield from hanging(words.say("case.not_now", **who, step=step), "  ")
            yield from reason_lines(reasons, words)


def hanging(text: str, indent: str) -> Iterator[str]:
    from cocket.cli import screen

    columns = min(screen.width(), screen.PLAIN_WIDTH_MAX) - len(indent)
    for place, line in enumerate(screen.wrapped(text, columns)):
        yield f"{indent if place else ''}{line}"


def clock_described(history: "History", state: "CaseState", table: "Table", on: date) -> dict[str, object] | None:
    """None where the case was not accepted by then."""
    from cocket.law.lawbook import load_lawbook
    from cocket.licensing.casework.clocks import clock_of_case
    from cocket.licensing.clock import ClockError, load_calendar, reading

    zone = authority_zone()
    try:
        clock = clock_of_case(table, state, history.events, load_lawbook(), zone)
        if clock is None or on < clock.started:
            return None
        calendar = load_calendar(history.calendar)
        read = reading(clock, calendar, on)
    except ClockError as error:
        raise InputError(error.what, where="case look", remedy=error.remedy) from None
    return {
        "on": on,
        "limit": clock.limit.days,
        "basis": clock.limit.basis.en,
        "basis_zh": clock.limit.basis.zh,
        "used": read.used,
        "left": read.left,
        "deadline": read.deadline,
        "running": read.running,
        "ended": clock.ended is not None and clock.ended <= on,
        "provisional": read.provisional,
        "calendar": calendar.name,
        "calendar_digest": calendar.digest,
    }


def clock_line(clock: dict[str, object] | None, on: date, words: Words) -> str:
    if clock is None:
        return words.say("case.clock.none", on=on)
    clock = {**clock, "basis": clock["basis_zh"] if words.lang == "zh" else clock["basis"]}
    line = words.say("case.clock.used", **clock)
    if clock["limit"] is None:
        line += words.say("case.clock.no_limit", **clock)
    else:
        line += words.say("case.clock.limit", **clock)
        line += words.say("case.clock.deadline", **clock) if clock["deadline"] else ""
    if clock["ended"]:
        line += words.say("case.clock.ended")
    elif not clock["running"]:
        line += words.say("case.clock.stands")
    return line + (words.say("case.clock.provisional", **clock) if clock["provisional"] else "")


def event_line(event: "Event", table: "Table", words: Words) -> str:
    step, at = of(table.steps[event.step].text, words), f"{authority_time(event.at):%Y-%m-%d %H:%M}"
    more = "; ".join(f"{key}: {', '.join(value.splitlines())}" for key, value in event.said.items())
    line = words.say("case.made", at=at, name=event.by.name, organisation=event.by.organisation, step=step)
    return f"{line} ({more})" if more else line


def reason_lines(reasons: "tuple[Reason, ...]", words: Words) -> Iterator[str]:
    for one in reasons:
        yield from hanging(f"  - {of(one.text, words)}", "    ")


def state_described(history: "History", state: "CaseState", table: "Table") -> dict[str, object]:
    from cocket.licensing.cases.data import conditions_data, positions_data, reasons_data
    from cocket.licensing.casework.steps import possible

    last = history.events[-1].at
    return {
        "kind": state.kind,
        "status": state.status,
        "organisation": state.organisation,
        "missing": sorted(state.missing),
        "clock_stands_on": sorted(state.open_grounds),
        "referred": dict(state.referred),
        "positions": positions_data(state),
        "conditions": conditions_data(state),
        "possible": {
            name: {step: reasons_data(reasons) for step, reasons in possible(table, state, person, last).items()}
            for name, person in history.people.items()
        },
    }


def described(step: "Step", words: Words) -> dict[str, object]:
    return {
        "step": step.name,
        "text": of(step.text, words),
        "from": step.before,
        "to": step.after,
        "who": step.who,
        "needs": step.needs,
        "says": step.says,
        "kinds": step.kinds,
        "clock": step.clock or None,
        "basis": step.basis,
    }


def cells(step: "Step", words: Words) -> list[str]:
    after = words.say("case.same") if step.after == "same" else step.after
    return [step.name, " ".join(step.before), after, " ".join(step.who), " ".join(step.needs), step.clock]


def of(text: "Both", words: Words) -> str:
    return text.zh if words.lang == "zh" else text.en
