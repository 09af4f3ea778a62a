"""``cocket proof check``: whether proofs follow from the law and their facts alone."""

import json
from collections.abc import Mapping
from pathlib import Path

import click

from cocket.cli.input_faults import wrong
from cocket.cli.options import with_language
from cocket.cli.words import Words, help_on
from cocket.wording import shapes


@click.command("check", help=help_on("proof.check"))
@click.argument("file", type=click.Path(path_type=Path))
@with_language
def proof_check(file: Path, words: Words) -> int:
    from cocket.determination.proof_checker import check_proof
    from cocket.law.lawbook import load_lawbook

    proofs = read_proofs(file)
    lawbook = load_lawbook()
    failed = False
    for place, proof in proofs:
        head = f"{words.tell(place)}: " if len(proofs) > 1 else ""
        findings = check_proof(proof, lawbook)
        if not findings:
            click.echo(head + words.say("proof.holds"))
        for finding in findings:
            failed = True
            click.echo(f"{head}{finding.where}: {finding.problem}")
    return 1 if failed else 0


def read_proofs(file: Path) -> list[tuple[str, Mapping[str, object]]]:
    """One proof as a whole file, or one to a line, each with its place; raises InputError."""
    from cocket.cli.faults import InputError

    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(*wrong("unread", error=error.strerror), where=str(file)) from None
    except UnicodeDecodeError as error:
        raise InputError(*wrong("proof_not_utf8", at=error.start + 1), where=file.name) from None
    try:
        whole = [(file.name, json.loads(text))]
    except (ValueError, RecursionError):
        whole = [(shapes.line(number), read_line(line, number, file.name)) for number, line in filled_lines(text)]
    if not whole:
        raise InputError(*wrong("proof_empty"), where=file.name)
    for place, proof in whole:
        if not isinstance(proof, dict):
            raise InputError(*wrong("no_proof", place=place, kind=type(proof).__name__), where=file.name)
    return whole


def filled_lines(text: str) -> list[tuple[int, str]]:
    return [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]


def read_line(line: str, number: int, file: str) -> object:
    from cocket.cli.faults import InputError

    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        problem = getattr(error, "msg", None)
        fault = wrong("proof_not_json", error=problem) if problem else wrong("proof_nested")
        raise InputError(*fault, where=shapes.within(file, shapes.line(number))) from None
