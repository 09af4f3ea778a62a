"""``cocket screen`` on a long file of CSV or Parquet: each distinct party told once, its records taken by number."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from cocket.check.bulk.named import Named, NamedParties, fits
from cocket.check.bulk.taken import Column, Taken, columns_taken, in_batches, text_type
from cocket.check.bulk.write import ENDINGS, holds_lists, write_batches
from cocket.cli.check_bulk import is_long, with_progress
from cocket.cli.screen_run import Run, Stated, Told, checked
from cocket.determination.kernel.distinct import Ids, distinct

if TYPE_CHECKING:
    from cocket.check.tables import Table

LISTS: Final = frozenset("words left_over qualifiers programmes held_by held_path held_hits".split())  # noqa: SIM905
DAYS: Final = frozenset({"list_dated", "cleared_on"})
NO_ROWS: Final = np.zeros(0, np.int64)


def is_for_bulk(out: Path, table: "Table") -> bool:
    """Whether the file can be screened by column, and pays what must be loaded for that; Parquet needs it anyway."""
    pays = is_long(table) or out.suffix.lower() == ".parquet"
    return out.suffix.lower() in ENDINGS and pays and fits(table)


class BulkRun:
    """A run over the columns of a table; counts in ``run`` what it would count row by row."""

    def __init__(self, run: Run, table: "Table", columns: Sequence[str], *, lists: bool) -> None:
        import pyarrow as pa

        self._run, self._parties = run, NamedParties(table)
        self._columns = tuple(columns)
        self.schema = pa.schema([(name, _type(name, lists=lists)) for name in columns])
        self._told: dict[int, Told] = {}
        self._records: list[dict[str, object]] = []
        self._first: dict[int, int] = {}  # of a statement, the place of its first record

    def batches(self, *, ended: bool) -> Iterator[Any]:
        """Record batches of what is told of every row; with ``ended`` of the hits that ended, too."""
        table, words = self._parties.table, self._run.words
        for named in with_progress(self._parties.chunks(), table, lambda one: one.read, words):
            rows, records = self._records_of(named)
            yield from self._batches(rows, self._records, records)
        if ended:
            gone = list(self._run.ended())
            yield from self._batches(np.zeros(len(gone), np.int64), gone, np.arange(len(gone)))

    def _records_of(self, named: Named) -> tuple[Ids, Ids]:
        """The row of every record, and which record it is."""
        first, kind = distinct([named.which])
        met = named.which[first].tolist()
        self._tell([number for number in met if number not in self._told])
        told = [self._told[number] for number in met]
        for one, times in zip(told, np.bincount(kind, minlength=len(met)).tolist(), strict=True):
            self._run.count(one, times)
        self._run.rows += len(distinct([named.rows])[0])
        many = np.array([len(one.records) for one in told], np.int64)[kind]
        starts = np.array([self._first[number] for number in met], np.int64)[kind]
        before = np.cumsum(many) - many
        return np.repeat(named.rows, many), np.repeat(starts - before, many) + np.arange(int(many.sum()))

    def _tell(self, numbers: Sequence[int]) -> None:
        said = (self._parties.statements[number] for number in numbers)
        stated = [checked(Stated(0, one.column, one.asked, one.fault), self._run.words) for one in said]
        for number, told in zip(numbers, self._run.tell(stated), strict=True):
            self._told[number] = told
            self._first[number] = len(self._records)
            self._records += told.records

    def _batches(self, rows: Ids, records: Sequence[dict[str, object]], of: Ids) -> Iterator[Any]:
        import pyarrow as pa

        columns = {"row": Column(pa.array(rows, mask=rows == 0))}
        taken = Taken([name for name in self._columns if name != "row"], records, of)
        columns |= columns_taken(taken, self.schema, NO_ROWS, ())
        yield from in_batches([columns[name] for name in self._columns], self.schema, len(rows))


def _type(name: str, *, lists: bool) -> Any:  # noqa: ANN401
    import pyarrow as pa

    if name in LISTS and lists:
        return pa.list_(text_type())
    if name in DAYS:
        return pa.date32()
    return {"row": pa.int64(), "held_certain": pa.bool_()}.get(name, text_type())


def screen_in_bulk(run: Run, table: "Table", columns: Sequence[str], out: Path, *, ended: bool) -> None:
    """Writes the records that ``run`` tells of the table."""
    write_batches(out, BulkRun(run, table, columns, lists=holds_lists(out)).batches(ended=ended))
