"""``cocket demo``: the morning on which seven rare earths came under control, and the year after, on made-up lists.

The first scene is told with what the lawbook knows on its own day; the later ones each as known on their own day, for
what was announced, suspended and left unresolved shows only so. The last ones are at the border (demo_border).
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.options import with_language
from cocket.cli.typed import program, typed
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.check.checker import Checker
    from cocket.check.files import RowResult
    from cocket.check.tables import Row

EVENING, MORNING = date(2025, 4, 3), date(2025, 4, 4)
FOLDER, ORDERS, LATER_ORDERS = "rare-earth-magnets", "orders.csv", "after-october.csv"
BORDER, SHIPMENTS, MAGNETS = "border", "shipments.csv", "three-destinations.yaml"
PUBLISHED, SUSPENDED, ENDED = date(2025, 10, 9), date(2025, 11, 7), date(2026, 11, 10)
DUE = date(2025, 12, 1)  # by then all that was published on 9 October would have been in force
# Day of export and day of knowledge of each column.
LATER = ((PUBLISHED, PUBLISHED), (DUE, PUBLISHED), (DUE, SUSPENDED), (ENDED, ENDED), (date(2026, 11, 11),) * 2)


@click.command(help=help_on("demo"))
@click.option("--examples", type=click.Path(path_type=Path), help=help_on("demo.examples"))
@with_language
def demo(examples: Path | None, words: Words) -> int:
    orders, later = find(ORDERS, examples, words), find(LATER_ORDERS, examples, words)
    border = find(SHIPMENTS, examples, words, BORDER).parent
    applications = find(MAGNETS, examples, words, "applications").parent
    from cocket.check.asking import questions
    from cocket.check.tables import Row, read_table
    from cocket.cli.check_summary import print_questions, print_wrapped
    from cocket.cli.demo_border import print_border
    from cocket.cli.opening import open_checker

    checker = open_checker()
    known = checker.lawbook.as_of
    rows = [row for row in read_table(orders).rows() if isinstance(row, Row)]
    evening = [on_day(checker, row, EVENING, known) for row in rows]
    morning = [on_day(checker, row, MORNING, known) for row in rows]
    print_wrapped(words.say("demo.scene", count=len(rows), file=typed(orders), known=known))
    click.echo()
    for line in table(evening, morning, words):
        click.echo(line)
    asking = questions(morning)
    if asking:
        click.echo("\n" + words.say("demo.ask"))
        print_questions(asking, words)
    caught = next((one for one in morning if one.answer == "LICENCE_REQUIRED"), None)
    if caught is not None:
        click.echo("\n" + words.say("demo.why", goods=caught.goods, line=caught.label))
        for line in short_why(checker, caught, words):
            click.echo(line)
    print_later(checker, later, words)
    print_border(border, applications, words)
    click.echo("\n" + words.say("demo.next"))
    for line in words.say("demo.commands", file=typed(orders), folder=typed(orders.parent)).splitlines():
        click.echo(f"  {program()} {line}")
    return 0


def print_later(checker: "Checker", orders: Path, words: Words) -> None:
    """The scenes of October and November 2025 and November 2026: one column for each."""
    from cocket.check.tables import Row, read_table
    from cocket.cli import screen
    from cocket.cli.check_summary import print_wrapped

    rows = [row for row in read_table(orders).rows() if isinstance(row, Row)]
    click.echo()
    for scene in ("demo.published", "demo.suspended", "demo.unresolved"):
        print_wrapped(words.say(scene, file=typed(orders)))
    click.echo()
    for line in screen.plain_table(*later_table(checker, rows, words), min(screen.width(), screen.PLAIN_WIDTH_MAX)):
        click.echo(line)
    print_wrapped(words.say("impact.suspended"))
    print_wrapped(words.say("demo.consult"))


def later_table(checker: "Checker", rows: list["Row"], words: Words) -> tuple[list[str], list[list[str]]]:
    headers = [words.say("column.line"), words.say("column.goods"), *(str(on) for on, _ in LATER)]
    heard = ["", words.say("demo.known_on"), *(str(known) for _, known in LATER)]
    shown = []
    for row in rows:
        found = [on_day(checker, row, on, known) for on, known in LATER]
        shown.append([found[0].label, found[0].goods, *(words.name("short", one.answer) for one in found)])
    return headers, [heard, *shown]


def find(name: str, examples: Path | None, words: Words, inside: str = FOLDER) -> Path:
    """The list in ``examples``, or in the checkout that the package runs from; raises InputError."""
    from cocket.cli.faults import InputError

    root = examples or Path(__file__).resolve().parents[3] / "examples"
    for folder in (root / inside, root):
        if (folder / name).is_file():
            return folder / name
    what, remedy = words.say("demo.missing", file=f"{inside}/{name}"), words.say("demo.get")
    raise InputError(what, where=typed(root), remedy=remedy)


def on_day(checker: "Checker", row: object, day: date, known: date) -> "RowResult":
    """The row as if it left on ``day``."""
    from cocket.check.files import check_row
    from cocket.check.tables import Row

    assert isinstance(row, Row)
    return check_row(checker, Row(row.number, {**row.stated, "date": day}, row.columns), known)


def table(evening: list["RowResult"], morning: list["RowResult"], words: Words) -> Iterator[str]:
    from cocket.cli import screen

    headers = [words.say(f"column.{name}") for name in ("line", "goods", "destination")]
    headers += [str(EVENING), str(MORNING), words.say("column.codes")]
    rows = [
        [
            before.label,
            before.goods,
            str(before.stated.get("destination", "")),
            words.name("outcome", before.answer),
            words.name("outcome", after.answer),
            codes(after),
        ]
        for before, after in zip(evening, morning, strict=True)
    ]
    return screen.plain_table(headers, rows, min(screen.width(), screen.PLAIN_WIDTH_MAX))


def codes(result: "RowResult") -> str:
    from cocket.cli.check_table import codes_of, shortened

    return shortened(list(codes_of(result)))


def short_why(checker: "Checker", result: "RowResult", words: Words) -> Iterator[str]:
    """Only the entries that hold, with their conditions."""
    from cocket.determination.telling import Teller

    assert result.verdict is not None
    teller = Teller(words.lang, checker.lawbook.vocabulary)
    for regime in checker.explained(result.verdict)["regimes"]:  # type: ignore[attr-defined]  # plain data
        for norm in regime.get("norms", ()):
            if norm["norm"] in regime["codes"]:
                yield from teller.norm(norm)
