"""What the ledger asks of a database, within a transaction that the caller began and will end."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from cocket.ledger.answer import Answer
from cocket.ledger.entry import Entry
from cocket.ledger.state import LineState, PeriodState, PostingState
from cocket.ledger.terms import Terms
from cocket.quantity.rate import Rate

Head = tuple[str, int, bytes]
"""Line, sequence and hash of an entry."""
EntryText = tuple[bytes, bytes | None]
"""The text that an entry's hash is made of, and the hash that stands beside it; None where any value is missing, which
the ledger always writes."""


class Stored(NamedTuple):
    """The first answer to an id, and what tells whether it was the same request."""

    digest: bytes
    answer: Answer


@dataclass(slots=True)
class LineChange:
    """A line to be written back. ``seq_before``, ``head_before``: as it was read. ``drawn_first``, ``drawn_last``: the
    days of what was taken from it, "" when nothing was; the statement tests usable and validity for them once more."""

    line: LineState
    seq_before: int
    head_before: bytes
    drawn_first: str = ""
    drawn_last: str = ""

    def drawn_on(self, day: str) -> None:
        if not self.drawn_first or day < self.drawn_first:
            self.drawn_first = day
        if day > self.drawn_last:
            self.drawn_last = day


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry with its hash and with its posting, which what follows in the transaction may still change."""

    entry: Entry
    own: bytes
    posting: PostingState


@dataclass(slots=True)
class Changes:
    """All that some requests do to the book, written in one go."""

    opened: dict[str, tuple[LineState, Terms]] = field(default_factory=dict)
    lines: dict[str, LineChange] = field(default_factory=dict)
    periods: dict[tuple[str, int], PeriodState] = field(default_factory=dict)
    postings: dict[tuple[str, str], PostingState] = field(default_factory=dict)
    entries: list[NewEntry | tuple[Any, ...]] = field(default_factory=list)
    """In their order; a tuple is a row that nothing changes any more, its columns as in `rows.NEW_ENTRY`."""

    def change(self, line: LineState) -> LineChange:
        """To be asked for before the line is changed the first time."""
        change = self.lines.get(line.id)
        if change is None:
            change = self.lines[line.id] = LineChange(line, line.seq, line.head)
        return change

    def changed_lines(self) -> list[LineChange]:
        """In the order of their ids; a line opened here is written whole and not changed besides."""
        return [self.lines[id] for id in sorted(self.lines) if id not in self.opened]


class Store(Protocol):
    """One transaction's view of the book. Each method is a statement or two."""

    def lock_lines(self, ids: Sequence[str]) -> list[LineState]:
        """The lines that exist, locked until the transaction ends, in the order of their ids."""

    def stored(self, ids: Sequence[str]) -> Mapping[str, Stored]:
        """The answers already given to these ids; asked after the locks are held."""

    def postings(self, ids: Collection[str]) -> list[PostingState]: ...

    def periods(self, lines: Collection[str]) -> list[PeriodState]: ...

    def rates(self, pairs: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], Sequence[Rate]]: ...

    def add_rate(self, rate: Rate) -> None: ...

    def leaves(self) -> list[Head]:
        """What was sealed so far, in its order; nobody else seals until the transaction ends."""

    def grown(self) -> list[Head]:
        """The heads of the lines with entries that no seal holds, in the order of their ids."""

    def last_sealed(self) -> str: ...

    def add_seal(self, size: int, root: bytes, sealed: str, leaves: list[tuple[int, str, int, bytes]]) -> None: ...

    def write(self, changes: Changes) -> None:
        """All or nothing, with the caller's transaction. Raises LedgerFault when a row is not as it was read."""


class Reader(Protocol):
    """Rows of a snapshot, in chunks; the statement has no parameters and both databases read it alike."""

    def rows(self, statement: str) -> Iterator[tuple[Any, ...]]: ...

    def entries(self, order: str = "") -> Iterator[EntryText]:
        """All of them, in ``order`` or as the table has them."""

    def fingerprint(self, texts: Sequence[str], numbers: Sequence[str]) -> str | None:
        """An expression for a number of 64 bits that tells rows with other values apart. Which number nobody knows
        before: it is another one in each snapshot. None where the database has no such thing."""
