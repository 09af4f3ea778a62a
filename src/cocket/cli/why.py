"""``cocket why``: the explanation of one row, or its proof."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.bills import bill_lines, open_bills, with_bills
from cocket.cli.input_faults import wrong
from cocket.cli.options import open_passports, today, with_known, with_language, with_passports
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.check.bill.book import ShareOfBill
    from cocket.check.checker import Checker, Verdict
    from cocket.check.passports.book import Completed
    from cocket.check.row_hits import RowHits
    from cocket.check.tables import BadRow, Row


@click.command(help=help_on("why"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--line", help=help_on("why.line"))
@click.option("--row", type=click.IntRange(min=1), help=help_on("why.row"))
@with_known
@click.option("--sheet", help=help_on("check.sheet"))
@with_passports
@with_bills
@click.option("--json", "as_json", is_flag=True, help=help_on("why.json"))
@with_language
def why(
    file: Path,
    line: str | None,
    row: int | None,
    known: date,
    sheet: str | None,
    passports: Path | None,
    without: bool,
    boms: tuple[Path, ...],
    as_json: bool,
    words: Words,
) -> int:
    if (line is None) == (row is None):
        raise click.UsageError(words.say("why.which"))
    from cocket.check.files import NOTHING_YET, check_row, rows_of
    from cocket.check.tables import read_table
    from cocket.cli.check import print_fault
    from cocket.cli.opening import open_checker
    from cocket.cli.party_screen import hit_lines, screened

    table = read_table(file, sheet=sheet)
    found = find_row(rows_of(table), line, row, where=file.name)
    book = open_passports(passports, without=without, words=words)
    checker = open_checker()
    row_alone = [check_row(checker, found, known, book, bills=open_bills(boms))]
    (result,) = screened(row_alone, checker, today(), "narrow", words)
    if result.verdict is None:
        assert result.problem is not None
        print_fault(file.name, result.problem, words)
        return NOTHING_YET.with_result(result).exit_code
    key = "why.row_and_line" if "line" in result.stated else "why.row_only"
    label = words.say(key, row=result.number, line=result.label, file=file.name)
    click.echo(label, err=as_json)
    if as_json:
        click.echo(proof_of(checker, result.verdict, result.completed, result.hits, result.by_bill))
    else:
        sources = (*statement_lines(result.completed, words), *bill_lines(result.by_bill, words))
        click.echo(told(checker, result.verdict, words, (*sources, *hit_lines(result.hits, words))))
    return NOTHING_YET.with_result(result).exit_code


def find_row(rows: Iterable["Row | BadRow"], line: str | None, row: int | None, *, where: str) -> "Row | BadRow":
    """The row that the list itself calls ``line``, else the row of that number; raises InputError."""
    from cocket.cli.faults import InputError

    wanted = row if row is not None else int(line) if line and line.isdigit() else None
    named: list[Row | BadRow] = []
    numbered: Row | BadRow | None = None
    for one in rows:
        if one.number == wanted:
            numbered = one
        if line is not None and line_of(one) == line.strip():
            named.append(one)
    if len(named) > 1:
        numbers = tuple(one.number for one in named)
        raise InputError(*wrong("line_in_rows", line=line, rows=numbers), where=where)
    found = named[0] if named else numbered
    if found is not None:
        return found
    raise InputError(*(wrong("no_row", row=row) if line is None else wrong("no_line", line=line)), where=where)


def line_of(row: "Row | BadRow") -> str | None:
    from cocket.check.tables import Row

    return str(row.stated["line"]) if isinstance(row, Row) and "line" in row.stated else None


def proof_of(
    checker: "Checker",
    verdict: "Verdict",
    completed: "Completed",
    hits: "RowHits",
    by_bill: "ShareOfBill | None" = None,
) -> str:
    """The explanation as data; beside it whole: statements of suppliers, each under its id, and hits of parties."""
    import msgspec

    from cocket.check.tables.values import as_json

    statements = {one.passport.id: msgspec.to_builtins(one.passport) for one in completed.sources}
    shown = {**checker.explained(verdict), "statements": statements, "differing": list(completed.differing)}
    if by_bill is not None:
        shown["bill_of_materials"] = {
            "file": by_bill.file.name,
            "sha256": by_bill.file.sha256,
            "product": by_bill.file.bill.top.number,
            "share_ppb": [by_bill.share.lo, by_bill.share.hi],
            "differs": by_bill.differs,
        }
    shown["party_hits"] = json.loads(as_json(hits.data()))
    return json.dumps(shown, ensure_ascii=False, indent=2)


def told(checker: "Checker", verdict: "Verdict", words: Words, statements: Iterable[str] = ()) -> str:
    """The explanation for people; above it what the list said of the goods, and what suppliers stated of them."""
    from cocket.determination.telling import tell

    text = tell(checker.explained(verdict), words.lang, checker.lawbook.vocabulary)
    return "\n".join((*said_of_goods(verdict), *statements, text))


def statement_lines(completed: "Completed", words: Words) -> Iterator[str]:
    """Which facts come from whom, since when, and on what paper; and which statements were not used."""
    from cocket.check.asking import brief_values
    from cocket.cli.check import unused_note

    for source in completed.sources:
        said = source.passport
        by = said.said_by
        yield words.say(
            "why.stated",
            facts=brief_values(source.facts, words.lang),
            name=by.name,
            role=by.role,
            firm=by.firm,
            day=said.said_on,
        )
        paper = said.certificate
        if paper is not None:
            key = "why.certificate" if paper.sha256 else "why.certificate_not_seen"
            yield "  " + words.say(key, file=paper.name, hash=paper.sha256 or "")
        yield "  " + words.say("why.statement", id=said.id)
        if said.remarks:
            yield "  " + words.say("why.remarks", remarks=said.remarks)
        for one in source.revisions:
            facts = brief_values({one.fact: one.before}, words.lang)
            yield "  " + words.say("why.revised", facts=facts, day=one.said_on)
    if completed.differing:
        yield "! " + words.say("why.differing", facts=words.say("joint").join(completed.differing))
    yield from ("! " + unused_note(one, words) for one in completed.unused)


def said_of_goods(verdict: "Verdict") -> Iterator[str]:
    said = [str(verdict.line.said[key]) for key in ("product", "description") if key in verdict.line.said]
    if said:
        yield ", ".join(said)
