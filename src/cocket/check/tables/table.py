"""A table of goods as it was read: which column answers which question, and its rows one by one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cocket.wording import Phrase, shapes

if TYPE_CHECKING:
    from cocket.check.tables.chunks import Chunk


@dataclass(frozen=True, slots=True)
class Column:
    """``header`` as written, ``number`` from 1, ``key`` what it was understood as (None: not understood).

    ``unit`` is what the header adds to every cell below it: "ppm", "kg", "USD".
    """

    header: str
    number: int
    key: str | None
    unit: str | None = None

    @property
    def letter(self) -> str:
        """The column as a spreadsheet names it: 1 is A, 27 is AA."""
        return column_letter(self.number)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of goods. ``number`` is the row a person sees; ``stated`` holds no key for an empty cell.

    ``columns`` names for each key the header it came from, whether or not this row states it.
    """

    number: int
    stated: Mapping[str, object]
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used, with the column at fault (None: the row as a whole) and what to do."""

    number: int
    column: str | None
    message: str
    remedy: str

    def told(self) -> Phrase:
        """The whole fault, for a face to say in its language."""
        column = _on_one_line(self.column or "")
        where = shapes.within(shapes.row(self.number), shapes.named_column(column) if column else "")
        return shapes.placed(where, self.message, self.remedy)

    def __str__(self) -> str:
        return str(self.told())


@dataclass(frozen=True, slots=True)
class Table:
    """A file that can be read. ``rows()`` opens it anew each time; ``row_count`` is for a progress bar.

    ``open_chunks``, given how many rows at a time, is there where the file can be read by column.
    """

    format: str
    columns: tuple[Column, ...]
    row_count: int | None
    notes: tuple[Phrase, ...]
    open_rows: Callable[[], Iterator[Row | BadRow]] = field(repr=False, compare=False)
    open_chunks: "Callable[[int], Iterator[Chunk]] | None" = field(default=None, repr=False, compare=False)

    def rows(self) -> Iterator[Row | BadRow]:
        """The rows in the order of the file, streamed where the format allows. Empty rows are passed over."""
        return self.open_rows()


def _on_one_line(text: str) -> str:
    """Headers may have line breaks in them."""
    return text if text == " ".join(text.split()) else " ".join(text.split())


def column_letter(number: int) -> str:
    """1 is A, 26 is Z, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
