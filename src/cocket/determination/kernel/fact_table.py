"""What one fact says to every test on it: the values of the lines cut into cells that no test tells apart."""

from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from cocket.determination.facts import Facts, Known
from cocket.determination.kernel.columns import Choices, Columns, Numbers, Whole
from cocket.determination.kernel.planes import MOST_OPEN, PLANES, Bits, Places, planes_of
from cocket.determination.logic import compiled
from cocket.law.condition import Compare, Condition, Doubt, In, leaves
from cocket.quantity.interval import Interval

Cells: TypeAlias = npt.NDArray[np.int32]
NAMED_BY_NONE: Final = frozenset({"\0"})
FEW_CUTS: Final = 24


class FactTable:
    """The truth of each distinct test in each cell that was met so far, by the interpreter's own word.

    ``truths`` has the shape (cells, 4, tests); it grows when new values come.
    """

    def __init__(self, fact: str, tests: Sequence[Condition]) -> None:
        self.fact = fact
        distinct = dict.fromkeys(tests)
        self.place = {test: place for place, test in enumerate(distinct)}
        self._tests = [compiled(test) for test in distinct]
        self._doubted = [any(isinstance(leaf, Doubt) for leaf in leaves(test)) for test in distinct]
        said = [leaf for test in distinct for leaf in leaves(test)]
        self.is_number = any(isinstance(leaf, Compare) for leaf in said)
        if self.is_number and any(isinstance(leaf, In) for leaf in said):
            raise ValueError(f"{fact} is a number in one condition and a choice in another")
        # The integers between two cuts look alike to every comparison with these thresholds.
        self._cuts = np.array(sorted({_cut(leaf) for leaf in said if isinstance(leaf, Compare)}), np.int64)
        self._naming: dict[str, list[int]] = {}  # value -> the tests that name it
        for place, test in enumerate(distinct):
            for value in {value for leaf in leaves(test) if isinstance(leaf, In) for value in leaf.values}:
                self._naming.setdefault(value, []).append(place)
        self._unnamed: Bits | None = None
        self._cell: dict[object, int] = {}
        self._rows: list[Bits] = []
        self._first: dict[bytes, int] = {}  # truths of all tests -> the first cell that has them
        self._same: list[int] = []
        self._of_range = np.full((len(self._cuts) + 1,) * 2, -1, np.int32)  # stretches of both ends -> cell
        self.truths = np.zeros((0, PLANES, len(self._tests)), np.bool_)

    def cells(self, columns: Columns) -> Cells:
        """The cell of every row."""
        return self.cells_of(self.said(columns))

    def said(self, columns: Columns) -> Choices | Columns:
        """Where ``cells_of`` finds the fact: a choice with what one left out means; a number is filled in there."""
        return columns if self.is_number else columns.choice(self.fact)

    def cells_of(self, said: Choices | Columns, rows: Places | None = None) -> Cells:
        """The cells of some rows, or of all."""
        found = self._of_numbers(said, rows) if isinstance(said, Columns) else self._of_choices(said, rows)
        if len(self._rows) > len(self.truths):
            self.truths = np.stack(self._rows)
        return found

    def _of_choices(self, said: Choices, rows: Places | None) -> Cells:
        codes = said.codes if rows is None else said.codes.take(rows)
        used = (
            range(len(said.values)) if len(codes) >= len(said.values) else np.flatnonzero(np.bincount(codes)).tolist()
        )
        cells = np.zeros(len(said.values), np.int32)
        for code in used:
            cells[code] = self._cell_of(said.values[code], said.values[code])
        return cells.take(codes)

    def _of_numbers(self, columns: Columns, rows: Places | None) -> Cells:
        rows = np.arange(columns.rows) if rows is None else rows
        if self.fact not in columns.numbers:
            return self._of_ranges(columns.left_out(self.fact, rows))
        said = columns.numbers[self.fact].take(rows)
        cells = self._of_ranges(said)
        missing = np.flatnonzero(said.missing)
        if len(missing):  # the few that were left out are ranges, where all others may be exact
            cells[missing] = self._of_ranges(columns.left_out(self.fact, rows[missing]))
        return cells

    def _of_ranges(self, said: Numbers) -> Cells:
        """The cells of ranges; where ``missing`` that of nothing known."""
        lo = self._stretches(said.lo)
        if said.hi is said.lo:
            cells = self._of_range.diagonal().take(lo)
            hi = lo
        else:
            hi = self._stretches(said.hi)
            cells = self._of_range[lo, hi]
        new = np.flatnonzero((cells < 0) & ~said.missing)
        if len(new):
            for ends in set(zip(lo[new].tolist(), hi[new].tolist(), strict=True)):
                self._of_range[ends] = self._cell_of(ends, Interval(*map(self._within, ends)))
            cells = self._of_range[lo, hi]
        if said.missing.any():
            cells[said.missing] = self._cell_of(None, None)
        return cells

    def _stretches(self, figures: Whole) -> Whole:
        """The number of cuts at or below each figure; a few are counted faster than searched for."""
        if len(self._cuts) > min(FEW_CUTS, len(figures) // 100):
            return np.searchsorted(self._cuts, figures, side="right")
        found = np.zeros(len(figures), np.uint8)
        for cut in self._cuts:
            found += figures >= cut
        return found.astype(np.int64)

    def _within(self, stretch: int) -> int:
        return int(self._cuts[stretch - 1]) if stretch else int(self._cuts[0]) - 1

    def _cell_of(self, key: object, known: Known | None) -> int:
        if key not in self._cell:
            self._cell[key] = len(self._rows)
            row = self._choice(known) if isinstance(known, frozenset) else self._row(known)
            self._rows.append(row)
            self._same.append(self._first.setdefault(row.tobytes(), self._cell[key]))
        return self._cell[key]

    def same(self) -> Cells:
        """For every cell the first one in which all tests have the same truth; which doubt opens them may differ."""
        return np.array(self._same, np.int32)

    def alike(self) -> Cells:
        """As ``same``, but a cell in which a test with a doubt may hold stands for itself: which doubt is told."""
        may_hold = self.truths[:, MOST_OPEN]
        doubtful = (may_hold & np.array(self._doubted, np.bool_)).any(axis=-1)
        return np.where(doubtful, np.arange(len(self.truths), dtype=np.int32), self.same())

    def _row(self, known: Known | None) -> Bits:
        """The truth of every test, of shape (4, tests)."""
        facts = Facts({} if known is None else {self.fact: known})
        return np.array([planes_of(test(facts)) for test in self._tests], np.bool_).reshape(-1, PLANES).T

    def _choice(self, values: frozenset[str]) -> Bits:
        """The same for a choice: tests that name none of its values say what they say of a value that none names."""
        if self._unnamed is None:
            self._unnamed = self._row(NAMED_BY_NONE)
        row = self._unnamed.copy()
        facts = Facts({self.fact: values})
        for place in {place for value in values for place in self._naming.get(value, ())}:
            row[:, place] = planes_of(self._tests[place](facts))
        return row


def _cut(leaf: Compare) -> int:
    """The least whole number that lies on the upper side of the threshold."""
    return leaf.threshold + (leaf.operator in ("above", "at_most"))
