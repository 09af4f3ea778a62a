"""The last scenes of ``cocket demo``: a made-up maker's licences at the border, on a database of their own.

The licences, the gate and the ledger are the real ones; only their database is a new file, left for the reader.
"""

import os
import tempfile
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cocket.cli.typed import program, typed
from cocket.cli.words import Words

if TYPE_CHECKING:
    from cocket.gate.declaration import Declaration
    from cocket.gate.receipt import Receipt
    from cocket.gate.service import Gate

DAY, ISSUED = date(2026, 6, 15), datetime(2026, 6, 1, 2, tzinfo=UTC)
HELD, SUSPENDED, GENERAL = "D-8", "26-AA-100002", "26-AG-200001.yaml"


def print_border(folder: Path, applications: Path, words: Words) -> None:
    """``folder`` holds the general licence and the declarations (examples/border); the single licences come of the
    ``applications``."""
    from cocket.cli.check_summary import print_wrapped
    from cocket.cli.demo_case import print_case

    database = Path(tempfile.mkdtemp(prefix="cocket-demo-")) / "demo.db"
    gate = open_on(database)
    click.echo()
    print_case(applications, words)
    issue(folder / "licences" / GENERAL)
    click.echo()
    print_wrapped(words.say("demo.border", day=DAY, file=typed(folder / "shipments.csv")))
    click.echo()
    print_answers(gate, read(folder / "shipments.csv"), words)
    click.echo()
    print_wrapped(laboratory(gate, folder / f"laboratory-{HELD}.txt", words))
    print_wrapped(suspension(gate, folder / "after-suspension.csv", words))
    print_wrapped(verified(gate, words))
    print_commands(database, words)


def open_on(database: Path) -> "Gate":
    """The gate of this process on a database of the demonstration's own, whatever the installation uses."""
    os.environ["DATABASE_URL"] = f"sqlite:///{database}"
    from cocket.config.start import start

    start()
    from cocket.gate.open import open_gate

    return open_gate()


def issue(file: Path) -> None:
    from cocket.law.lawbook import load_lawbook
    from cocket.licensing.licences.reading import read_licence_file
    from cocket.licensing.records.moving import Ordered
    from cocket.licensing.records.moving import issue as issue_one

    issue_one(read_licence_file(file), Ordered("Ministry", "made up", ISSUED), load_lawbook())


def read(file: Path) -> "list[Declaration]":
    from cocket.gate.read_declaration import read_declarations

    return read_declarations(file)[0]


def print_answers(gate: "Gate", declarations: "Iterable[Declaration]", words: Words) -> None:
    from cocket.cli import screen

    headers = [words.say(f"column.{name}") for name in ("declaration", "destination", "declared", "answer", "because")]
    rows = [row(one, gate.declare(one, DAY), words) for one in declarations]
    for line in screen.plain_table(headers, rows, min(screen.width(), screen.PLAIN_WIDTH_MAX)):
        click.echo(line)


def row(declaration: "Declaration", receipt: "Receipt", words: Words) -> list[str]:
    from cocket.cli.gate_words import reason
    from cocket.quantity.amount import Amount

    told = receipt.plain()
    why = dict.fromkeys(reason(one, words) for line in told["lines"] for one in line["reasons"])
    whole = str(Amount(sum(line.quantity.number for line in declaration.lines), declaration.lines[0].quantity.unit))
    answer = words.name("gate.short", told["answer"])
    return [declaration.number, declaration.parties["destination"], whole, answer, words.say("answer.and").join(why)]


def laboratory(gate: "Gate", paper: Path, words: Words) -> str:
    from cocket.cli.gate import hash_of
    from cocket.gate.answer import EventKind
    from cocket.gate.event import Event

    found = {"Dy": "0", "Tb": "0"}
    event = Event(
        EventKind.LABORATORY, "1", "Tin Spectrometer Laboratory", DAY, hash_of(paper), "26-L-0815", composition=found
    )
    answer = gate.event(HELD, event, DAY).answer
    return words.say("demo.laboratory", number=HELD, answer=words.name("gate.answer", answer))


def suspension(gate: "Gate", file: Path, words: Words) -> str:
    from cocket.cli.gate_words import reason
    from cocket.licensing.licences.status import Move
    from cocket.licensing.records.clock import now
    from cocket.licensing.records.moving import Ordered, move

    (declaration,) = read(file)
    move(SUSPENDED, Move.SUSPEND, Ordered("Ministry", "the end user is being looked into", now()))
    told = gate.declare(declaration, DAY).plain()
    first = told["lines"][0]["reasons"][0]
    return words.say(
        "demo.suspension",
        licence=SUSPENDED,
        number=declaration.number,
        seconds=_since_suspension(gate, told),
        why=reason(first, words),
    )


def _since_suspension(gate: "Gate", told: dict[str, Any]) -> str:
    """Between the ledger's own entry of the suspension and the receipt, as both recorded it."""
    statement = f"select recorded from ledger_entry where line = '{SUSPENDED}/1' and kind = 'unusable'"  # noqa: S608
    with gate.ledger.book.snapshot() as reader:
        ((recorded,),) = list(reader.rows(statement))
    passed = datetime.fromisoformat(told["answered"]) - datetime.fromisoformat(recorded)
    return f"{passed.total_seconds():.2f}"


def verified(gate: "Gate", words: Words) -> str:
    from cocket.cli.ledger import told as told_ledger
    from cocket.gate.verify import verify_receipts
    from cocket.ledger.verify import verify

    with gate.ledger.book.snapshot() as reader:
        ledger, receipts = verify(reader), verify_receipts(reader)
    holds = words.say("gate.holds" if receipts.holds else "gate.broken", receipts=receipts.receipts)
    return "\n".join([*told_ledger(ledger, words), holds])


def print_commands(database: Path, words: Words) -> None:
    click.echo("\n" + words.say("demo.border_next"))
    url = f"DATABASE_URL={os.environ['DATABASE_URL']}"
    click.echo(f"  {program()} ledger verify {database}")
    click.echo(f"  {url} {program()} gate show {HELD}")
