"""``cocket proof check``: whether proofs follow from the law and their facts alone."""

import json
from collections.abc import Mapping
from pathlib import Path

import click

from cocket.cli.options import with_language
from cocket.cli.words import Words, help_on


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
        head = f"{place}: " if len(proofs) > 1 else ""
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

    remedy = "Write the proof anew with cocket why FILE --line N --json"
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        raise InputError(what, where=str(file), remedy="Check the name and the folder") from None
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start + 1} is not UTF-8", where=file.name, remedy=remedy) from None
    try:
        whole = [(file.name, json.loads(text))]
    except (ValueError, RecursionError):
        whole = [(f"line {number}", read_line(line, number, file.name)) for number, line in filled_lines(text)]
    if not whole:
        raise InputError("the file is empty", where=file.name, remedy=remedy)
    for place, proof in whole:
        if not isinstance(proof, dict):
            raise InputError(f"{place} is no proof, but a {type(proof).__name__}", where=file.name, remedy=remedy)
    return whole


def filled_lines(text: str) -> list[tuple[int, str]]:
    return [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]


def read_line(line: str, number: int, file: str) -> object:
    from cocket.cli.faults import InputError

    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        what = f"this is no JSON: {getattr(error, 'msg', 'it is nested too deeply')}"
        remedy = "Give one proof as a whole file, or one to each line"
        raise InputError(what, where=f"{file}, line {number}", remedy=remedy) from None
