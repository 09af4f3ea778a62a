"""The rows of a text table by column; what is wrong with a row is found by those who make rows one by one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cocket.check.tables.chunks import Chunk
from cocket.check.tables.faults import wrong
from cocket.check.tables.rows import RowMaker
from cocket.check.tables.table import BadRow, Column, Row

PIECE_ROWS: Final = 16_384  # cells as Python text take ten times the room of a column; so many wait for theirs at once


def row_of(maker: RowMaker, number: int, cells: list[str], width: int) -> Row | BadRow | None:
    """The row of these cells, under a header with so many."""
    return _too_short(number, cells, width) or maker.make(number, cells)


def _too_short(number: int, cells: list[str], width: int) -> BadRow | None:
    if len(cells) >= width or not any(cell.strip() for cell in cells):
        return None
    return BadRow(number, None, *wrong("too_short", width=width, cells=len(cells)))


def csv_chunks(
    records: Iterable[tuple[int, list[str] | BadRow]], columns: Sequence[Column], rows: int
) -> Iterator[Chunk]:
    """So many rows at a time; empty rows are passed over."""
    maker, gathered = RowMaker(columns), _Gathered(columns)
    places = [column.number - 1 for column in columns if column.key]
    for number, cells in records:
        if isinstance(cells, BadRow):
            gathered.add_fault(cells)
        elif len(cells) == len(columns) and any(map(str.strip, told := list(map(cells.__getitem__, places)))):
            gathered.add(number, told)
        else:  # another width, or nothing that is understood
            made = row_of(maker, number, cells, len(columns))
            if isinstance(made, BadRow):
                gathered.add_fault(made)
            elif made is not None:
                gathered.add(number, list(map(cells.__getitem__, places)))
        if len(gathered.numbers) == rows:
            yield gathered.chunk()
            gathered = _Gathered(columns)
    if gathered.numbers:
        yield gathered.chunk()


@dataclass(slots=True)
class _Gathered:
    """Rows on their way to a chunk; every few thousand of them become columns."""

    columns: Sequence[Column]
    numbers: list[int] = field(default_factory=list)
    _faults: dict[int, BadRow] = field(default_factory=dict)
    _cells: list[Sequence[str | None]] = field(default_factory=list)
    _batches: list[Any] = field(default_factory=list)

    def add(self, number: int, cells: Sequence[str | None]) -> None:
        self.numbers.append(number)
        self._cells.append(cells)
        if len(self._cells) == PIECE_ROWS:
            self._settle()

    def add_fault(self, fault: BadRow) -> None:
        self._faults[len(self.numbers)] = fault
        self.add(fault.number, [None for column in self.columns if column.key])

    def chunk(self) -> Chunk:
        import pyarrow as pa

        self._settle()
        return Chunk(pa.Table.from_batches(self._batches), self.numbers, self._faults)

    def _settle(self) -> None:
        import pyarrow as pa

        if self._cells:
            headers = [column.header for column in self.columns if column.key]
            columns = zip(*self._cells, strict=True)
            arrays = [pa.array(cells, pa.string()) for cells in columns]
            self._batches.append(pa.RecordBatch.from_arrays(arrays, names=headers))
            self._cells = []
