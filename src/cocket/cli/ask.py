"""``cocket ask``: one short questionnaire for each supplier, of what is missing about the goods of a list."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.options import open_passports, today, with_known, with_language, with_passports
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.check.asking import Question
    from cocket.check.checker import Checker
    from cocket.check.files import RowResult
    from cocket.check.questionnaire.compose import FormMaker
    from cocket.check.questionnaire.form import Form

FORMATS = ("xlsx", "html")
FOLDER = "questionnaires"
NAME_MAX = 40


@click.command(help=help_on("ask"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), default=Path(FOLDER), metavar="FOLDER", help=help_on("ask.out"))
@click.option("--format", "form", type=click.Choice(FORMATS), default="xlsx", help=help_on("ask.format"))
@click.option("--asker", default="", help=help_on("ask.asker"))
@with_known
@click.option("--sheet", help=help_on("check.sheet"))
@with_passports
@with_language
def ask(
    file: Path,
    out: Path,
    form: str,
    asker: str,
    known: date,
    sheet: str | None,
    passports: Path | None,
    without: bool,
    words: Words,
) -> int:
    from cocket.check.files import check_rows, rows_of
    from cocket.check.questionnaire.compose import FormMaker
    from cocket.check.tables import read_table
    from cocket.cli.check import Run, print_notes
    from cocket.cli.opening import open_checker

    table = read_table(file, sheet=sheet)
    print_notes(table, words)
    book = open_passports(passports, without=without, words=words)
    checker = open_checker()
    maker = FormMaker(book)
    exporters: dict[str, None] = {}
    run = Run(file.name, words)
    for result in run.watch(check_rows(checker, rows_of(table), known, book)):
        maker.add(result)
        exporters.update(exporter_of(result))
    run.faults.print_left()
    asked_by = asker or (next(iter(exporters)) if len(exporters) == 1 else "")
    write_forms(maker, maker.forms(asked_by, today()), out, form, checker, words)
    print_rest(maker, run.questions.sorted(), words)
    return 2 if run.faults.count else 0


def exporter_of(result: "RowResult") -> dict[str, None]:
    name = str(result.stated.get("exporter") or "")
    return {name: None} if name else {}


def write_forms(
    maker: "FormMaker", forms: Iterable["Form"], out: Path, ending: str, checker: "Checker", words: Words
) -> None:
    """Writes each form that is not there yet: one that is there may have been filled in meanwhile."""
    written = 0
    for form in forms:
        path = out / file_name(form, ending)
        rows = len(maker.rows_of(form))
        supplier = form.supplier or words.say("ask.nobody")
        if path.exists():
            click.echo(words.say("ask.there", path=path, supplier=supplier))
        else:
            out.mkdir(parents=True, exist_ok=True)
            write_form(path, form, ending, checker, words)
            key = "ask.written" if form.supplier else "ask.written_nobody"
            click.echo(
                words.say(
                    key,
                    path=path,
                    supplier=supplier,
                    products=len(form.products),
                    facts=form.count,
                    rows=rows,
                    id=form.id,
                )
            )
        written += 1
    if not written:
        click.echo(words.say("ask.nothing"))


def write_form(path: Path, form: "Form", ending: str, checker: "Checker", words: Words) -> None:
    from cocket.check.questionnaire.words import FormWords

    form_words = FormWords(words.lang, checker.lawbook.vocabulary)
    if ending == "xlsx":
        from cocket.check.questionnaire.write_xlsx import write_form_xlsx

        write_form_xlsx(path, form, form_words)
        return
    from cocket.check.questionnaire.page import form_page
    from cocket.check.tables.write import in_place_of

    with in_place_of(path) as unfinished:
        unfinished.write_text(form_page(form, form_words), encoding="utf-8", newline="\n")


def file_name(form: "Form", ending: str) -> str:
    """``Tin-Teapot-Magnetics-CQ-0123456789ab.xlsx``: the supplier to sort by, the id to tell forms apart."""
    name = re.sub(r"[^\w]+", "-", form.supplier or "").strip("-")[:NAME_MAX].strip("-")
    return f"{name}-{form.id}.{ending}" if name else f"{form.id}.{ending}"


def print_rest(maker: "FormMaker", questions: Iterable["Question"], words: Words) -> None:
    """What no form asks: facts of the deal, and goods that have no name."""
    from cocket.cli.check_summary import print_questions, print_wrapped

    if maker.rows_without_name:
        rows = ", ".join(map(str, maker.rows_without_name))
        click.echo()
        print_wrapped(words.say("ask.no_name", rows=rows))
    rest = tuple(not_for_suppliers(questions))
    if rest:
        click.echo("\n" + words.say("ask.rest"))
        print_questions(rest, words)


def not_for_suppliers(questions: Iterable["Question"]) -> Iterator["Question"]:
    from cocket.check.questionnaire.compose import is_askable

    return (one for one in questions if not all(map(is_askable, one.facts)))
