"""``cocket ledger verify`` and ``cocket ledger seal``: whether the book adds up, and the one hash that others keep."""

import json
import re
from typing import TYPE_CHECKING

import click

from cocket.cli.options import with_json, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.ledger.replay import Break
    from cocket.ledger.verify import Verdict

BROKEN = 1
SEAL = re.compile(r"([1-9][0-9]*):([0-9a-fA-F]{64})")


@click.command("verify", help=help_on("ledger.verify"))
@click.argument("database")
@click.option("--seal", "kept", metavar="SIZE:ROOT", help=help_on("ledger.verify.seal"))
@with_json
@with_language
def ledger_verify(database: str, kept: str | None, as_json: bool, words: Words) -> int:
    from cocket.ledger.open import find_book
    from cocket.ledger.verify import verify

    seal = read_seal(kept, words) if kept else None
    with find_book(database).snapshot() as reader:
        verdict = verify(reader, seal)
    click.echo(json.dumps(as_data(verdict), indent=2) if as_json else "\n".join(told(verdict, words)))
    return 0 if verdict.holds else BROKEN


@click.command("seal", help=help_on("ledger.seal"))
@click.argument("database")
@with_json
@with_language
def ledger_seal(database: str, as_json: bool, words: Words) -> int:
    from cocket.ledger.ledger import utc_now
    from cocket.ledger.open import find_book
    from cocket.ledger.seal import seal

    book = find_book(database)
    with book.snapshot():
        pass  # only a book that is there is sealed; none is made by a slip of the pen
    try:
        made = seal(book, utc_now)
    finally:
        book.close()
    if as_json:
        click.echo(json.dumps({"size": made.size, "root": made.root.hex(), "sealed": made.sealed, "new": made.new}))
        return 0
    click.echo(words.say("ledger.sealed" if made.new else "ledger.nothing_new", new=made.new, sealed=made.sealed))
    click.echo(f"{made.size}:{made.root.hex()}")
    click.echo(words.say("ledger.keep"))
    return 0


def read_seal(text: str, words: Words) -> tuple[int, bytes]:
    """Raises InputError for what is not size and root."""
    from cocket.cli.faults import InputError

    found = SEAL.fullmatch(text.strip())
    if found is None:
        raise InputError(words.say("ledger.no_seal"), where="--seal", remedy=words.say("ledger.copy_seal"))
    return int(found[1]), bytes.fromhex(found[2])


def told(verdict: "Verdict", words: Words) -> list[str]:
    counts = {"entries": verdict.entries, "lines": verdict.lines, "seals": verdict.seals}
    if verdict.first_break is not None:
        return [words.say("ledger.broken", **counts), broken(verdict.first_break, words)]
    if not verdict.entries:
        return [words.say("ledger.empty")]
    steps = [words.say("ledger.clock", count=verdict.clock_steps)] if verdict.clock_steps else []
    return [words.say("ledger.holds", **counts), *steps]


def broken(first: "Break", words: Words) -> str:
    where = words.say("ledger.at", line=first.line, sequence=first.sequence) if first.sequence else first.line
    what = words.name("ledger.break", first.what)
    said = words.say("ledger.instead", expected=first.expected, found=first.found or "-") if first.expected else ""
    return "  " + " ".join(part for part in (f"{where}:" if where else "", what, said) if part)


def as_data(verdict: "Verdict") -> dict[str, object]:
    first = verdict.first_break
    return {
        "holds": verdict.holds,
        "entries": verdict.entries,
        "lines": verdict.lines,
        "seals": verdict.seals,
        "clock_steps": verdict.clock_steps,
        "first_break": first
        and {
            "what": first.what,
            "line": first.line,
            "sequence": first.sequence,
            "expected": first.expected,
            "found": first.found,
        },
    }
