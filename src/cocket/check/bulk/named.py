"""The parties that rows of a table name, by column: each distinct statement once, and of every row which it makes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy as np

from cocket.check.bulk.doubtful import Cells, doubtful, stated
from cocket.check.bulk.encoded import Numbering
from cocket.check.bulk.taken import counted
from cocket.check.party_columns import PARTIES, parties_of
from cocket.check.tables import BadRow, Column, Row, Table
from cocket.check.tables.cells import Convert, converter
from cocket.check.tables.chunks import Chunk
from cocket.check.tables.errors import CellError
from cocket.check.tables.parquet_file import rows_of_batch
from cocket.determination.kernel.distinct import Ids
from cocket.screening.asked import Asked

BATCH_ROWS: Final = 131_072  # larger ones are no faster and hold more
NOBODY: Final = -1


def fits(table: Table) -> bool:
    """Whether the parties of the table can be read by column."""
    return table.open_chunks is not None and all(column.header.strip() for column in table.columns)


class Statement(NamedTuple):
    """A party under a header of the file, or why a row cannot be read ("" if it can)."""

    column: str
    asked: Asked
    fault: str = ""


class Named(NamedTuple):
    """What ``read`` rows of the file state, in its order: the number of a row, and which statement it makes.

    A row may make several, or none.
    """

    read: int
    rows: Ids
    which: Ids


@dataclass(slots=True)
class NamedParties:
    """The statements of a table that `fits`; ``statements`` grows from chunk to chunk."""

    table: Table
    statements: list[Statement] = field(default_factory=list)
    _number: dict[Statement, int] = field(default_factory=dict)
    _parties: list["_Party"] = field(init=False)
    _understood: list[Column] = field(init=False)

    def __post_init__(self) -> None:
        self._understood = [column for column in self.table.columns if column.key]
        by_key = {column.key or "": column for column in self._understood}
        self._parties = [_Party(key, by_key, self._number_of) for key in PARTIES if key in by_key]

    def chunks(self) -> Iterator[Named]:
        """What the rows of each chunk of the file name; raises TableError where the file is damaged as a whole."""
        assert self.table.open_chunks is not None, "a table that does not fit"
        for chunk in self.table.open_chunks(BATCH_ROWS):
            yield self._named(chunk)

    def _named(self, chunk: Chunk) -> Named:
        cells = Cells(chunk.table)
        found = np.stack([party.named(cells) for party in self._parties], axis=1)
        aside = doubtful(self._understood, cells)
        aside[list(chunk.faults)] = True
        found[aside] = NOBODY
        for place, row in self._row_by_row(chunk, np.flatnonzero(aside)):
            said = [self._number_of(one) for one in _statements(row)]
            found[place, : len(said)] = said
        is_named = found != NOBODY
        rows = np.repeat(counted(chunk.numbers), is_named.sum(axis=1))
        return Named(len(found), rows, found[is_named])

    def _row_by_row(self, chunk: Chunk, aside: Ids) -> Iterator[tuple[int, Row | BadRow]]:
        """The rows set aside, each with its place in the chunk."""
        yield from chunk.faults.items()
        sound = [place for place in aside.tolist() if place not in chunk.faults]
        if sound:
            some = chunk.table.unify_dictionaries().take(np.array(sound, np.int64))
            numbers = [chunk.numbers[place] for place in sound]
            yield from zip(sound, rows_of_batch(some, self.table.columns, numbers), strict=True)

    def _number_of(self, one: Statement) -> int:
        found = self._number.get(one)
        if found is None:
            found = self._number[one] = len(self.statements)
            self.statements.append(one)
        return found


def _statements(row: Row | BadRow) -> Sequence[Statement]:
    """What a row states, in the order of PARTIES."""
    if isinstance(row, BadRow):
        return [Statement(row.column or "", Asked(""), str(row))]
    return [Statement(row.columns[key], asked) for key, asked in parties_of(row.stated)]


class _Party:
    """The parties of one column, with what stands beside them that tells more."""

    def __init__(self, key: str, by_key: Mapping[str, Column], number_of: Callable[[Statement], int]) -> None:
        keys = (key, *(beside for beside in PARTIES[key].values() if beside in by_key))
        self._columns = [by_key[one] for one in keys]
        self._read: list[tuple[str, Convert]] = [(one, converter(one, by_key[one].unit)) for one in keys]
        self._key, self._number_of = key, number_of
        self._numbering = Numbering()
        self._which = np.zeros(0, np.int64)  # by the number of distinct cells

    def named(self, cells: Cells) -> Ids:
        """The number of each row's statement; ``NOBODY`` where the row names none, or a cell cannot be used."""
        said = {column.header: cells[column] for column in self._columns}
        numbers, new = self._numbering.of(said, tuple(said), cells.table.num_rows)
        self._which = np.append(self._which, np.array([self._statement(one) for one in new], np.int64))
        return self._which[numbers]

    def _statement(self, cells: Sequence[object]) -> int:
        try:
            said = {key: stated(cell, convert) for (key, convert), cell in zip(self._read, cells, strict=True)}
        except CellError:
            return NOBODY
        told = {key: value for key, value in said.items() if value is not None}
        found = (Statement(self._columns[0].header, one.asked) for one in parties_of(told) if one.key == self._key)
        return next(map(self._number_of, found), NOBODY)
