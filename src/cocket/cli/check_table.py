"""Results as a table for people: with boxes and colours on a terminal, plain and streaming elsewhere."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from cocket.check.asking import brief
from cocket.check.files import BAD_INPUT, RowResult, asked, to_consult
from cocket.cli import screen
from cocket.cli.party_screen import notes_of
from cocket.cli.words import Words
from cocket.determination.outcome import FREE, Open, Outcome
from cocket.wording.shapes import at

if TYPE_CHECKING:
    from rich.table import Table

ROOMY = 100  # from this width on the codes get a column of their own
GOODS_MIN, NOTE_MIN = 10, 16
CODES_SHOWN = 2  # a line without a composition may fall under dozens
CODES_SHOWN_NARROW = 1
OF_WORDS = ("words_contradict", "several_goods")  # warnings of what the description says
NEEDED = ("PROHIBITED", "PRESUMPTIVE_DENIAL", BAD_INPUT)


@dataclass(frozen=True, slots=True)
class Shown:
    """The cells of one row."""

    row: str
    line: str
    goods: str
    destination: str
    day: str
    answer: str
    codes: str
    note: str
    held: bool  # a person has to look at a party first


def shown(result: RowResult, words: Words, codes: int = CODES_SHOWN) -> Shown:
    stated = result.stated
    return Shown(
        row=str(result.number),
        line=str(stated.get("line", "")),
        goods=result.goods,
        destination=str(stated.get("destination", "")),
        day=str(stated.get("date", "")),
        answer=result.answer,
        codes=shortened(list(codes_of(result)), codes),
        note="; ".join(filter(None, (*notes_of(result.hits, words), note_of(result, words)))),
        held=result.hits.stops,
    )


def codes_of(result: RowResult) -> Iterator[str]:
    """Certain codes, or those that may apply with a question mark."""
    for one in result.verdict.determinations if result.verdict else ():
        yield from one.codes or (f"{code}?" for code in one.candidate_codes)


def shortened(codes: list[str], most: int = CODES_SHOWN) -> str:
    """The first codes and how many more; all of them stand in the columns of a file."""
    more = len(codes) - most
    return " ".join((*codes[:most], f"+{more}")) if more > 0 else " ".join(codes)


def note_of(result: RowResult, words: Words) -> str:
    """What to ask, what is doubtful, or what is wrong with the row."""
    if result.verdict is None:
        assert result.problem is not None
        column, message = result.problem.column, result.problem.message
        return words.tell(at(column, message) if column else message)
    facts, warnings = asked(result.verdict), result.verdict.warnings
    # a contradiction goes first: without it the question looks as if it had been answered
    notes = [words.name("warning", one) for one in warnings if one.startswith(OF_WORDS)]
    notes += [words.say("check.ask", facts=brief(facts, words.lang))] if facts else []
    notes += [words.say("check.consult", question=question) for question in to_consult(result.verdict, words.lang)[:1]]
    notes += [words.name("warning", one) for one in warnings if not one.startswith(OF_WORDS)]
    notes += [
        words.say("check.stated_by", firm=one.passport.said_by.firm, day=one.passport.said_on)
        for one in result.completed.sources[-1:]
    ]
    if result.answer == "UNRESOLVED":
        notes += [words.say("check.pending", name=name) for name in _pending(result)]
    return "; ".join(notes)


def _pending(result: RowResult) -> Iterator[str]:
    verdicts = result.verdict.determinations if result.verdict else ()
    return iter(dict.fromkeys(name for one in verdicts for name in one.pending))


def print_plain(results: Iterable[RowResult], words: Words, *, lines: bool) -> None:
    """Aligned text; ``lines`` says whether the list has line numbers of its own.

    In a narrow one the line stands for the row and one code for several, for what is to be asked must be legible.
    """
    narrow = screen.plain_width() < ROOMY
    named = ["line"] if lines and narrow else ["row", "line"] if lines else ["row"]
    keys = [*named, "goods", "destination", "day", "answer", "codes", "note"]
    headers = [words.say(f"column.{key}") for key in keys]
    codes = CODES_SHOWN_NARROW if narrow else CODES_SHOWN
    rows = ([_plain(one, key, words) for key in keys] for one in (shown(result, words, codes) for result in results))
    for line in screen.plain_table(headers, rows, screen.plain_width()):
        click.echo(line)


def _plain(one: Shown, key: str, words: Words) -> str:
    """A cell; an answer that does not let the line go by itself shows it."""
    cell: str = getattr(one, key)
    return words.say("check.held", answer=cell) if key == "answer" and one.held else cell


def print_boxed(results: Iterable[RowResult], words: Words, *, lines: bool) -> None:
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False)
    table = _empty_table(words, lines=lines, roomy=console.width >= ROOMY)
    for result in results:
        _add(table, shown(result, words), words, lines=lines, roomy=console.width >= ROOMY)
    console.print(table)


def _empty_table(words: Words, *, lines: bool, roomy: bool) -> "Table":
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), expand=False, pad_edge=False)
    table.add_column(words.say("column.row"), justify="right", no_wrap=True)
    if lines:
        table.add_column(words.say("column.line"), justify="right", no_wrap=True)
    table.add_column(words.say("column.goods"), min_width=GOODS_MIN, overflow="fold")
    table.add_column(words.say("column.destination"), overflow="fold")
    table.add_column(words.say("column.day"), no_wrap=True)
    table.add_column(words.say("column.answer"), min_width=12)
    if roomy:
        table.add_column(words.say("column.codes"), overflow="fold")
    table.add_column(words.say("column.note" if roomy else "column.codes_note"), min_width=NOTE_MIN, overflow="fold")
    return table


def _add(table: "Table", one: Shown, words: Words, *, lines: bool, roomy: bool) -> None:
    from rich.text import Text

    answer = Text(words.name("outcome", one.answer), style=style_of(one.answer))
    if one.held:
        answer = Text(words.say("check.held", answer=words.name("outcome", one.answer)), style=held_style(one.answer))
    notes = [one.codes, one.note] if roomy else ["\n".join(filter(None, (one.codes, one.note)))]
    numbers = [one.row, one.line] if lines else [one.row]
    # Text and not str: square brackets in a product's name are no markup.
    table.add_row(*map(Text, (*numbers, one.goods, one.destination, one.day)), answer, *map(Text, notes))


def held_style(answer: str) -> str:
    """What is free is not green while a hit is open."""
    style = style_of(answer)
    return "yellow" if style == "green" else style


def style_of(answer: str) -> str:
    """Green may go, red may not, yellow is open; the words say the same without colour."""
    if answer in NEEDED:
        return "bold red"
    if answer in Open.__members__:
        return "yellow"
    return "green" if Outcome[answer] in FREE else "red"
