"""``cocket gate``: declarations judged at the border, what was shown for them, and their receipts."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cocket.cli.input_faults import wrong
from cocket.cli.options import Day, with_json, with_language
from cocket.cli.words import Words, help_on, message_of

if TYPE_CHECKING:
    from cocket.accounts.actor import Actor
    from cocket.gate.declaration import Declaration
    from cocket.gate.receipt import Receipt
    from cocket.gate.service import Gate
    from cocket.gate.store import Step

EXIT = {"release": 0, "refuse": 1, "hold": 3}
UNANSWERED = 2
STRICTEST_FIRST = (UNANSWERED, 1, 3, 0)
BROKEN = 1
KINDS = ("laboratory", "papers", "classification", "remarks")
with_day = click.option("--day", type=Day(), metavar="DATE", help=help_on("gate.day"))


def at_the_gate(day: date | None) -> "tuple[Actor, Gate, date]":
    """Who asks, the gate of this installation, and the day: the one given, or today at the authority.

    Raises InputError for a day to come: the ledger would refuse it for good, under a number that was right.
    """
    from cocket.config.start import start

    start()
    from cocket.cli.acting import asker
    from cocket.cli.faults import InputError
    from cocket.gate.judge import LATE_MAX
    from cocket.gate.open import open_gate, today

    here = today()
    if day is not None and day - here > LATE_MAX:
        raise InputError(*wrong("day_ahead", day=day, today=here), where="--day")
    return asker(), open_gate(), day or here


@click.command("declare", help=help_on("gate.declare"))
@click.argument("file", type=click.Path(path_type=Path))
@with_day
@click.option("--sheet", help=help_on("check.sheet"))
@with_json
@with_language
def gate_declare(file: Path, day: date | None, sheet: str | None, as_json: bool, words: Words) -> int:
    declarations = read_file(file, sheet, words)
    who, gate, on = at_the_gate(day)
    codes = [declare_one(who, gate, one, on, words, as_json=as_json) for one in declarations]
    unanswered = codes.count(UNANSWERED)
    if unanswered and len(codes) > 1:
        click.echo(words.say("gate.unanswered", count=unanswered, whole=len(codes)), err=True)
    return next(code for code in STRICTEST_FIRST if code in codes)


def read_file(file: Path, sheet: str | None, words: Words) -> "list[Declaration]":
    """All declarations of the file; says that none was declared where a row of it cannot be read."""
    from cocket.gate.errors import BadDeclaration
    from cocket.gate.read_declaration import read_declarations

    try:
        declarations, notes = read_declarations(file, sheet)
    except BadDeclaration:
        click.echo(words.say("gate.none_declared", file=file.name), err=True)
        raise
    for note in notes:
        if not note.startswith("understood: "):
            click.echo(words.say("gate.note", note=note), err=True)
    return declarations


def declare_one(
    who: "Actor", gate: "Gate", declaration: "Declaration", on: date, words: Words, *, as_json: bool
) -> int:
    """Its exit code. One that cannot be judged is told, and those after it in the file are answered all the same."""
    from cocket.gate.errors import BadDeclaration, Changed
    from cocket.gate.seen import declare_for

    try:
        receipt = declare_for(who, gate, declaration, on)
    except (BadDeclaration, Changed) as error:
        click.echo(f"cocket: {words.tell(message_of(error))}", err=True)
        return UNANSWERED
    print_receipt(receipt, words, as_json=as_json)
    return EXIT[receipt.answer]


@click.command("show", help=help_on("gate.show"))
@click.argument("number")
@with_json
@with_language
def gate_show(number: str, as_json: bool, words: Words) -> int:
    who, gate, _ = at_the_gate(None)
    from cocket.gate.seen import history_for

    steps = history_for(who, gate, number)
    for step in steps:
        assert step.receipt is not None
        if step.step and not as_json:
            click.echo(told_step(step, words))
        print_receipt(step.receipt, words, as_json=as_json)
    assert steps[-1].receipt is not None
    return EXIT[steps[-1].receipt.answer]


@click.command("event", help=help_on("gate.event"))
@click.argument("number")
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--line", required=True, help=help_on("gate.event.line"))
@click.option("--by", required=True, help=help_on("gate.event.by"))
@click.option("--date", "on", type=Day(), required=True, metavar="DATE", help=help_on("gate.event.date"))
@click.option("--paper", type=click.Path(path_type=Path), help=help_on("gate.event.paper"))
@click.option("--reference", default="", help=help_on("gate.event.reference"))
@click.option("--composition", default="", help=help_on("gate.event.composition"))
@click.option("--complete", is_flag=True, help=help_on("gate.event.complete"))
@click.option("--fact", "facts", multiple=True, metavar="NAME=VALUE", help=help_on("gate.event.fact"))
@click.option("--regime", default="dual_use", show_default=True, help=help_on("gate.event.regime"))
@click.option("--outcome", default="", help=help_on("gate.event.outcome"))
@click.option("--code", "codes", multiple=True, help=help_on("gate.event.code"))
@click.option("--text", default="", help=help_on("gate.event.text"))
@with_day
@with_json
@with_language
def gate_event(number: str, kind: str, day: date | None, as_json: bool, words: Words, **stated: Any) -> int:  # noqa: ANN401
    from cocket.check.composition_text import read_composition_text
    from cocket.gate.answer import EventKind
    from cocket.gate.event import Event

    composition = read_composition_text(stated["composition"])
    event = Event(
        kind=EventKind(kind),
        line=stated["line"],
        by=stated["by"],
        on=stated["on"],
        sha256=hash_of(stated["paper"]) if stated["paper"] else "",
        reference=stated["reference"],
        composition={name: str(share) for name, share in composition.items()},
        complete=stated["complete"],
        facts=dict(pair(text, words) for text in stated["facts"]),
        regime=stated["regime"] if kind == "classification" else "",
        outcome=stated["outcome"],
        codes=tuple(stated["codes"]),
        text=stated["text"],
    )
    who, gate, today = at_the_gate(day)
    from cocket.gate.seen import event_for

    receipt = event_for(who, gate, number, event, today)
    print_receipt(receipt, words, as_json=as_json)
    return EXIT[receipt.answer]


@click.command("verify", help=help_on("gate.verify"))
@with_json
@with_language
def gate_verify(as_json: bool, words: Words) -> int:
    from cocket.cli.account import begun
    from cocket.gate.verify import verify_receipts

    keeper, _ = begun()
    from cocket.gate.open import open_gate
    from cocket.gate.seen import refuse_verifying

    refuse_verifying(keeper)
    gate = open_gate()
    with gate.ledger.book.snapshot() as reader:
        found = verify_receipts(reader)
    broken = found.first_break
    if as_json:
        first = broken and {"what": broken.what, "receipt": broken.sequence, "declaration": broken.declaration}
        plain = {"holds": found.holds, "receipts": found.receipts, "unfinished": found.unfinished, "first_break": first}
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
    else:
        click.echo(words.say("gate.holds" if found.holds else "gate.broken", receipts=found.receipts))
        if broken:
            what = words.name("gate.break", broken.what)
            click.echo(words.say("gate.at", sequence=broken.sequence, declaration=broken.declaration, what=what))
        if found.unfinished:
            click.echo(words.say("gate.unfinished", count=found.unfinished))
    return 0 if found.holds else BROKEN


def hash_of(paper: Path) -> str:
    """sha256 of the file; raises TableError where it cannot be read."""
    import hashlib

    from cocket.check.tables.read import unusable

    try:
        with paper.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise unusable(paper, error) from None


def pair(text: str, words: Words) -> tuple[str, str]:
    from cocket.cli.faults import InputError

    name, equals, value = text.partition("=")
    if not equals or not name.strip() or not value.strip():
        raise InputError(words.say("gate.bad_pair"), where=f'--fact "{text}"', remedy=words.say("gate.write_pair"))
    return name.strip(), value.strip()


def print_receipt(receipt: "Receipt", words: Words, *, as_json: bool) -> None:
    if as_json:
        whole = {**receipt.plain(), "hash": receipt.hash.hex(), "repeated": receipt.repeated}
        click.echo(json.dumps(whole, ensure_ascii=False))
        return
    from cocket.cli.gate_words import told_receipt

    for line in told_receipt(receipt, words):
        click.echo(line)


def told_step(step: "Step", words: Words) -> str:
    content = json.loads(step.content)
    assert step.receipt is not None
    answer = words.name("gate.answer", step.receipt.answer)
    kind = words.name("gate.event", step.kind)
    return words.say("gate.step", day=content["on"], kind=kind, by=content["by"], line=content["line"], answer=answer)
