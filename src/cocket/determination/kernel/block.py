"""Many conditions weighed for many lines: per fact one look into a table of bits, and all of them "and"-ed.

A condition has one bit. Its alternatives lie in layers one over another: within a layer the facts are "and"-ed, and
the layers are "or"-ed. Lines are taken in groups of the same value of one telling fact (the kind of goods), and of one
more that mostly says nothing (a stated code). That leaves few conditions that can hold at all, and only those have a
bit in the group. So the work follows the conditions that a line may meet and not those that there are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cocket.determination.kernel.clauses import NO_FACT, clauses
from cocket.determination.kernel.columns import Choices, Columns, Numbers
from cocket.determination.kernel.distinct import distinct
from cocket.determination.kernel.fact_table import Cells, FactTable
from cocket.determination.kernel.planes import (
    LEAST_OPEN,
    MOST_OPEN,
    PLANES,
    WORD,
    Bits,
    Places,
    Words,
    packed,
    words_for,
)
from cocket.law.condition import ALWAYS, Condition


@dataclass(frozen=True, slots=True)
class Group:
    """Some rows and the conditions that can hold for them: bit ``i`` of ``planes`` is condition ``bits[i]``.

    ``kept`` is for what a user of these conditions works out once; it lives as long as the block.
    """

    rows: Places
    bits: Places
    planes: Words
    kept: dict[int, Words]


@dataclass(frozen=True, slots=True)
class _Layer:
    """One alternative of each condition that has so many: fact -> the conditions that speak of it, and their tests."""

    present: Bits
    tests: dict[str, tuple[Places, Places]]


class Block:
    """Conditions ready to be weighed; ``index`` is the telling fact."""

    def __init__(self, conditions: Sequence[Condition], index: str | None = None, quiet: str | None = None) -> None:
        self.width = len(conditions)
        wanted = _wanted(conditions)
        facts = dict.fromkeys(fact for layer in wanted for fact in layer)
        self.tables = {
            fact: FactTable(fact, [test for layer in wanted for _, test in layer.get(fact, ())]) for fact in facts
        }
        self.layers = tuple(self._layer(layer) for layer in wanted)
        self._telling = tuple(fact for fact in (index, quiet) if fact is not None and fact in self.tables)
        self._quiet = quiet if quiet in self.tables else None
        self._plans: dict[tuple[int, ...], _Plan] = {}

    def _layer(self, wanted: dict[str, list[tuple[int, Condition]]]) -> _Layer:
        tests = {
            fact: (
                np.array([bit for bit, _ in some], np.int64),
                np.array([self.tables[fact].place[test] for _, test in some], np.int64),
            )
            for fact, some in wanted.items()
        }
        present = np.zeros(self.width, np.bool_)
        for bits, _ in tests.values():
            present[bits] = True
        return _Layer(present, tests)

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(fact for fact in self.tables if fact != NO_FACT)

    def evaluate(self, columns: Columns) -> Iterator[Group]:
        """The truths of all rows, group by group."""
        for fact in (NO_FACT,) if NO_FACT in self.tables else ():
            self.tables[fact].cells(columns)
        leading = [self._leading(fact, self.tables[fact].cells(columns)) for fact in self._telling]
        said = {fact: table.said(columns) for fact, table in self.tables.items()}
        if not leading:
            leading = [np.zeros(columns.rows, np.int64)]
        first, kind = distinct(leading)
        order = np.argsort(kind, kind="stable")
        ends = np.cumsum(np.bincount(kind, minlength=len(first)))
        for number, row in enumerate(first.tolist()):
            rows = order[ends[number - 1] if number else 0 : ends[number]]
            plan = self._plan(tuple(int(one[row]) for one in leading) if self._telling else ())
            yield Group(rows, plan.bits, plan.run(rows, said), plan.kept)

    def _leading(self, fact: str, cells: Cells) -> Places:
        """The cell of a telling fact; of the quiet one a cell that says nothing for all such, and -1 for all others."""
        if fact != self._quiet:
            return cells.astype(np.int64)
        quiet = ~self.tables[fact].truths[:, MOST_OPEN].any(axis=-1)
        return np.where(quiet, int(np.argmax(quiet)), -1)[cells].astype(np.int64)

    def _plan(self, leading: tuple[int, ...]) -> "_Plan":
        if leading not in self._plans:
            fixed = {fact: cell for fact, cell in zip(self._telling, leading, strict=bool(leading)) if cell >= 0}
            self._plans[leading] = _Plan(self, fixed)
        return self._plans[leading]


@dataclass(slots=True)
class _Look:
    """One fact's table of bits for a group: words ``first`` to ``last`` of its conditions; it grows with new cells."""

    table: FactTable
    first: int
    last: int
    bits: Places  # the bit within the words, and the test, of each condition that speaks of the fact
    tests: Places
    words: Words | None = None

    def into(self, planes: Words, plane: int, cells: Cells) -> None:
        """Joins what the fact says to ``planes``, which begin with ``plane``."""
        part = planes[:, :, self.first : self.last]
        truths = self.table.truths
        known = self.words is not None and len(self.words) == len(truths)
        if not known and len(cells) < len(truths):  # a table of all cells would be larger than what is asked of it
            part &= self._spread(truths[np.ix_(cells, np.arange(plane, PLANES), self.tests)])
            return
        if not known:
            self.words = self._spread(truths[np.ix_(np.arange(len(truths)), np.arange(plane, PLANES), self.tests)])
        assert self.words is not None
        part &= self.words[cells]

    def _spread(self, truths: Bits) -> Words:
        whole = np.ones((*truths.shape[:2], (self.last - self.first) * WORD), np.bool_)
        whole[:, :, self.bits] = truths
        return packed(whole)


class _Plan:
    """How the rows of one group are weighed, in which some facts lie in one cell."""

    def __init__(self, block: Block, fixed: Mapping[str, int]) -> None:
        fixed = {**fixed, NO_FACT: 0}
        starts = [_start(block, layer, fixed) for layer in block.layers]
        alive = np.any([start[MOST_OPEN] for start in starts], axis=0) if starts else np.zeros(0, np.bool_)
        self.bits = np.flatnonzero(alive).astype(np.int64)
        self.kept: dict[int, Words] = {}
        self._width = words_for(len(self.bits))
        place = np.full(block.width, -1, np.int64)
        place[self.bits] = np.arange(len(self.bits))
        self._layers = [
            _PlanLayer(start[:, self.bits], _looks(block, layer, place, fixed, start[MOST_OPEN]))
            for start, layer in zip(starts, block.layers, strict=True)
            if start.any()
        ]

    def run(self, rows: Places, said: Mapping[str, Choices | Numbers]) -> Words:
        planes = np.zeros((len(rows), PLANES, self._width), np.uint64)
        cells: dict[str, Cells] = {}  # of this group's rows only, and of facts that matter to it
        for layer in self._layers:
            for look in layer.looks:
                if look.table.fact not in cells:
                    cells[look.table.fact] = look.table.cells_of(said[look.table.fact], rows)
            layer.into(planes, cells)
        return planes


class _PlanLayer:
    def __init__(self, start: Bits, looks: list[_Look]) -> None:
        # where a telling fact is missing nothing is certain, and half of the planes stay empty
        self._first = 0 if start[LEAST_OPEN].any() else MOST_OPEN
        self._start = packed(start[self._first :])
        self.looks = looks

    def into(self, planes: Words, cells: Mapping[str, Cells]) -> None:
        held = np.empty((len(planes), *self._start.shape), np.uint64)
        held[:] = self._start
        for look in self.looks:
            look.into(held, self._first, cells[look.table.fact])
        planes[:, self._first :] |= held


def _start(block: Block, layer: _Layer, fixed: Mapping[str, int]) -> Bits:
    """What the facts that are the same for the whole group say, of shape (4, conditions)."""
    start = np.zeros((PLANES, block.width), np.bool_)
    start[:] = layer.present
    for fact in fixed.keys() & layer.tests.keys():
        bits, tests = layer.tests[fact]
        start[:, bits] &= block.tables[fact].truths[fixed[fact]][:, tests]
    return start


def _looks(block: Block, layer: _Layer, place: Places, fixed: Mapping[str, int], alive: Bits) -> list[_Look]:
    """The facts to look at, for the conditions that can still hold in this layer."""
    looks = []
    for fact, (every, tests) in layer.tests.items():
        here = alive[every]
        if fact not in fixed and here.any():
            bits = place[every[here]]
            first, last = int(bits.min()) // WORD, int(bits.max()) // WORD + 1
            looks.append(_Look(block.tables[fact], first, last, bits - first * WORD, tests[here]))
    return looks


def _wanted(conditions: Sequence[Condition]) -> list[dict[str, list[tuple[int, Condition]]]]:
    """For each layer: fact -> the conditions that speak of it, by number, each with its test."""
    layers: list[dict[str, list[tuple[int, Condition]]]] = []
    for bit, condition in enumerate(conditions):
        for depth, clause in enumerate(clauses(condition)):
            if depth == len(layers):
                layers.append({})
            for fact, test in (clause or {NO_FACT: ALWAYS}).items():
                layers[depth].setdefault(fact, []).append((bit, test))
    return layers
