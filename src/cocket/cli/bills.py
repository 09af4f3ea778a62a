"""Bills of materials beside a list of goods: ``--bom`` opened, told in an explanation, named where no line has them."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.check.bill.book import BillBook, ShareOfBill
    from cocket.check.bill.part import Bill

Command = TypeVar("Command", bound=Callable[..., Any])


def with_bills(command: Command) -> Command:
    """Adds ``--bom FILE``, which may be given several times, and hands the files on as ``boms``."""
    return click.option(
        "--bom", "boms", type=click.Path(path_type=Path), multiple=True, metavar="FILE", help=help_on("--bom")
    )(command)


def open_bill(file: Path, sheet: str | None = None) -> "Bill":
    """Raises InputError for a file that is no bill of materials."""
    from cocket.check.bill.part import BillError, read_bill
    from cocket.check.tables import read_table

    try:
        return read_bill(read_table(file, sheet=sheet).rows())
    except BillError as error:
        raise fault(file, error) from None


def fault(file: Path, error: Exception) -> Exception:
    """A fault of a bill as one of the input, with its file and row."""
    from cocket.check.bill.part import BillError
    from cocket.cli.faults import InputError
    from cocket.wording.shapes import row, within

    assert isinstance(error, BillError)
    where = within(file.name, row(error.row) if error.row else "")
    return InputError(error.problem, where=where, remedy=error.remedy)


def open_bills(files: Iterable[Path]) -> "BillBook":
    """The bills of the files; raises InputError for what is none, and for two of one product."""
    from cocket.check.bill.book import BillBook, BillFile
    from cocket.check.bill.part import BillError

    opened = [BillFile(one.name, file_hash(one), open_bill(one)) for one in files]
    try:
        return BillBook(opened)
    except BillError as error:
        raise fault(Path(", ".join(one.name for one in opened)), error) from None


def file_hash(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def bill_lines(found: "ShareOfBill | None", words: Words) -> Iterator[str]:
    """Where the share of a line comes from, what the list says of it, and what would make it narrower."""
    if found is None:
        return
    from cocket.quantity.fraction import show_share

    share = show_share(found.share)
    yield words.say("bom.source", share=share, file=found.file.name, product=found.file.bill.top.number)
    yield f"  sha256:{found.file.sha256}"
    if found.stated is not None:
        key = "bom.differs" if found.differs else "bom.stated"
        yield "  " + words.say(key, stated=show_share(found.stated), counts=show_share(found.counts))
    for row in found.valuation.to_find_out if found.counts.lo != found.counts.hi else ():
        missing = words.say("bom.facts" if row.is_in_doubt else "bom.price")
        yield words.say("bom.find_out", part=row.part.number, missing=missing, row=row.part.row)
    for part in found.valuation.exceeding:
        yield "  " + words.say("bom.exceeding", part=part.number, row=part.row)


def print_unmatched(bills: "BillBook", seen: Iterable[str], words: Words) -> None:
    """Bills of whose product no line of the list is, for their numbers may be spelt in two ways; ``seen``: products."""
    numbers = set(seen)
    for one in bills.files:
        if one.bill.top.number not in numbers:
            note = words.say("bom.unmatched", file=one.name, product=one.bill.top.number)
            click.echo(words.say("check.note", note=note), err=True)
