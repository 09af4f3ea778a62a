"""Many conditions weighed for many lines: per fact one look into a table of bits, and all of them "and"-ed.

A condition has one bit. Its alternatives lie in layers one over another: within a layer the facts are "and"-ed, and
the layers are "or"-ed. Lines are taken in groups of the same value of one telling fact (the kind of goods), which
leaves few conditions that can hold at all; only those have a bit in the group. So the work follows the conditions that
a line may meet and not those that there are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cocket.determination.kernel.clauses import NO_FACT, clauses
from cocket.determination.kernel.columns import Columns
from cocket.determination.kernel.fact_table import Cells, FactTable
from cocket.determination.kernel.planes import MOST_OPEN, PLANES, WORD, Bits, Places, Words, packed, words_for
from cocket.law.condition import ALWAYS, Condition


@dataclass(frozen=True, slots=True)
class Group:
    """Some rows and the conditions that can hold for them: bit ``i`` of ``planes`` is condition ``bits[i]``."""

    rows: Places
    bits: Places
    planes: Words


@dataclass(frozen=True, slots=True)
class _Layer:
    """One alternative of each condition that has so many."""

    present: Bits
    tests: dict[str, list[tuple[int, Condition]]]


class Block:
    def __init__(self, conditions: Sequence[Condition], index: str | None = None) -> None:
        self.width = len(conditions)
        self.index = index
        self._layers = _layers(conditions)
        tests: dict[str, list[Condition]] = {}
        for layer in self._layers:
            for fact, wanted in layer.tests.items():
                tests.setdefault(fact, []).extend(test for _, test in wanted)
        self.tables = {fact: FactTable(fact, wanted) for fact, wanted in tests.items()}
        if index is not None and index not in self.tables:
            self.index = None
        self._plans: dict[int, _Plan] = {}

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(fact for fact in self.tables if fact != NO_FACT)

    def evaluate(self, columns: Columns) -> Iterator[Group]:
        """The truths of all rows, group by group."""
        cells = {fact: table.cells(columns) for fact, table in self.tables.items()}
        if self.index is None:
            yield self._group(0, np.arange(columns.rows, dtype=np.int64), cells)
            return
        leading = cells[self.index]
        order = np.argsort(leading, kind="stable")
        ends = np.flatnonzero(np.diff(leading[order])) + 1
        for rows in np.split(order, ends):
            if len(rows):
                yield self._group(int(leading[rows[0]]), rows, cells)

    def _group(self, cell: int, rows: Places, cells: dict[str, Cells]) -> Group:
        plan = self._plans.get(cell)
        if plan is None:
            plan = self._plans[cell] = _Plan(self, cell)
        return Group(rows, plan.bits, plan.run(rows, cells))

    def alive(self, cell: int) -> Places:
        """The conditions that can hold where the telling fact lies in this cell; all of them without such a fact."""
        if self.index is None:
            return np.arange(self.width, dtype=np.int64)
        alive = np.zeros(self.width, np.bool_)
        for layer in self._layers:
            can = layer.present.copy()
            table = self.tables[self.index]
            for bit, test in layer.tests.get(self.index, ()):
                can[bit] = table.truths[cell, MOST_OPEN, table.place[test]]
            alive |= can
        return np.flatnonzero(alive).astype(np.int64)

    @property
    def layers(self) -> tuple[_Layer, ...]:
        return self._layers


@dataclass(slots=True)
class _Look:
    """One fact's table of bits for a group: words ``first`` to ``last`` of its conditions; it grows with new cells."""

    table: FactTable
    first: int
    last: int
    bits: Places  # the bit within the words, and the test, of each condition that speaks of the fact
    tests: Places
    words: Words | None = None

    def into(self, planes: Words, cells: Cells) -> None:
        part = planes[:, :, self.first : self.last]
        truths = self.table.truths
        if self.words is not None and len(self.words) == len(truths):
            part &= self.words[cells]
        elif len(cells) < len(truths):  # a table of all cells would be larger than what is asked of it
            part &= self._spread(truths[cells])
        else:
            self.words = self._spread(truths)
            part &= self.words[cells]

    def _spread(self, truths: Bits) -> Words:
        whole = np.ones((len(truths), PLANES, (self.last - self.first) * WORD), np.bool_)
        whole[:, :, self.bits] = truths[:, :, self.tests]
        return packed(whole)


class _Plan:
    """How the rows of one group are weighed."""

    def __init__(self, block: Block, cell: int) -> None:
        self.bits = block.alive(cell)
        self._width = words_for(len(self.bits))
        place = np.full(block.width, -1, np.int64)
        place[self.bits] = np.arange(len(self.bits))
        self._layers = [layer for one in block.layers if (layer := self._layer(block, one, place, cell)) is not None]

    def _layer(
        self, block: Block, layer: _Layer, place: Places, cell: int
    ) -> tuple[Words, list[tuple[str, _Look]]] | None:
        start = np.zeros((PLANES, len(self.bits)), np.bool_)
        start[:] = layer.present[self.bits]
        looks = []
        for fact, wanted in layer.tests.items():
            table = block.tables[fact]
            here = [(int(place[bit]), table.place[test]) for bit, test in wanted if place[bit] >= 0]
            if not here:
                continue
            bits, tests = (np.array(part, np.int64) for part in zip(*here, strict=True))
            if fact == NO_FACT or fact == block.index:
                start[:, bits] &= table.truths[0 if fact == NO_FACT else cell][:, tests]
            else:
                first, last = int(bits.min()) // WORD, int(bits.max()) // WORD + 1
                looks.append((fact, _Look(table, first, last, bits - first * WORD, tests)))
        return (packed(start), looks) if start.any() else None

    def run(self, rows: Places, cells: dict[str, Cells]) -> Words:
        planes = np.zeros((len(rows), PLANES, self._width), np.uint64)
        for start, looks in self._layers:
            held = np.empty_like(planes)
            held[:] = start
            for fact, look in looks:
                look.into(held, cells[fact][rows])
            planes |= held
        return planes


def _layers(conditions: Sequence[Condition]) -> tuple[_Layer, ...]:
    found: list[_Layer] = []
    for bit, condition in enumerate(conditions):
        for depth, clause in enumerate(clauses(condition)):
            if depth == len(found):
                found.append(_Layer(np.zeros(len(conditions), np.bool_), {}))
            found[depth].present[bit] = True
            for fact, test in (clause or {NO_FACT: ALWAYS}).items():
                found[depth].tests.setdefault(fact, []).append((bit, test))
    return tuple(found)
