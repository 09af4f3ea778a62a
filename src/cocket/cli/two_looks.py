"""The options of a comparison: two days of export, two days of knowledge, and drafts assumed on the later side."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cocket.cli.options import Day, today
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.law.instrument import Instrument
    from cocket.law.lawbook import Lawbook

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Days:
    """What was asked for: the days of export (None: each row's own) and of knowledge (None: not said)."""

    since: date | None
    until: date | None
    known_since: date | None
    known_until: date | None
    as_then: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """The law of both sides and their days, settled; ``drafts`` are in the later lawbook only."""

    before: "Lawbook"
    after: "Lawbook"
    since: date | None
    until: date | None
    known_since: date
    known_until: date
    drafts: tuple["Instrument", ...]


def with_two_looks(command: Command) -> Command:
    """Adds ``--from``, ``--to``, ``--known-from``, ``--known-to``, ``--as-known-then`` and ``--draft``."""
    options = (
        click.option("--from", "since", type=Day(), metavar="DATE", help=help_on("looks.from")),
        click.option("--to", "until", type=Day(), metavar="DATE", help=help_on("looks.to")),
        click.option("--known-from", "known_since", type=Day(), metavar="DATE", help=help_on("looks.known_from")),
        click.option("--known-to", "known_until", type=Day(), metavar="DATE", help=help_on("looks.known_to")),
        click.option("--as-known-then", "as_then", is_flag=True, help=help_on("looks.as_then")),
        click.option("--draft", "drafts", type=click.Path(path_type=Path), multiple=True, help=help_on("looks.draft")),
    )
    for option in reversed(options):
        command = option(command)
    return command


def settled(days: Days, drafts: tuple[Path, ...], words: Words, *, own_days: bool = False) -> Sides:
    """The two sides of the comparison; raises UsageError, LawError, or InputError for a draft not known in time."""
    refuse_contradictions(days, words, own_days=own_days)
    since, until = days.since or days.until, days.until or days.since
    known_since = (since if days.as_then else days.known_since) or today()
    known_until = (until if days.as_then else days.known_until) or today()
    if (since, known_since) == (until, known_until) and not drafts:
        click.echo(words.say("check.note", note=words.say("looks.same")), err=True)
    from cocket.law.lawbook import load_lawbook

    before = load_lawbook()
    if not drafts:
        return Sides(before, before, since, until, known_since, known_until, ())
    from cocket.law.draft import read_drafts, with_drafts

    read = read_drafts(drafts, before)
    known_until = known_in_time(read, known_until, words, said=days.known_until is not None)
    return Sides(before, with_drafts(before, read), since, until, known_since, known_until, read)


def refuse_contradictions(days: Days, words: Words, *, own_days: bool) -> None:
    dated = days.since is not None or days.until is not None
    if own_days and (dated or days.as_then):
        raise click.UsageError(words.say("looks.own_or_days"))
    if not own_days and not dated:
        raise click.UsageError(words.say("looks.which_days"))
    if days.as_then and (days.known_since or days.known_until):
        raise click.UsageError(words.say("looks.then_or_known"))


def known_in_time(drafts: tuple["Instrument", ...], known: date, words: Words, *, said: bool) -> date:
    """The day of knowledge by which every draft is known: moved on if nobody said it, refused if somebody did."""
    from cocket.cli.faults import InputError

    for draft in drafts:
        if said and known < draft.known_from:
            what = words.say("looks.draft_too_late", id=draft.id, day=draft.known_from, known=known)
            raise InputError(what, where=draft.file, remedy=words.say("looks.draft_known_to", day=draft.known_from))
    return max(known, *(draft.known_from for draft in drafts))


def print_head(sides: Sides, words: Words) -> None:
    """Both axes on both sides, and plainly which drafts were assumed, under which digests."""
    from cocket.cli.check_summary import print_wrapped
    from cocket.law.stale import looked_after_until

    own = words.say("looks.own_day")
    print_wrapped(words.say("looks.in_force", since=sides.since or own, until=sides.until or own))
    print_wrapped(words.say("looks.published", since=sides.known_since, until=sides.known_until))
    looked = looked_after_until(sides.before)
    if sides.known_until > looked:
        print_wrapped(words.say("looks.past_checked", day=looked))
    digests = (sides.before.digest[:12], sides.after.digest[:12])
    if not sides.drafts:
        click.echo(words.say("looks.digest", digest=digests[0]))
        return
    for draft in sides.drafts:
        print_wrapped(words.say("looks.assumed", id=draft.id, file=draft.file, day=draft.known_from))
    click.echo(words.say("looks.digests", before=digests[0], after=digests[1]))
