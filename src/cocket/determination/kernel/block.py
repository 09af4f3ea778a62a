"""Many conditions weighed for many lines: per fact one look into a table of bits, and all of them "and"-ed.

A condition has one bit. Its alternatives lie in layers one over another: within a layer the facts are "and"-ed, and
the layers are "or"-ed. Lines are taken in groups of the same value of one telling fact (the kind of goods), and of one
more that mostly says nothing (a stated code). That leaves few conditions that can hold at all, and only those have a
bit in the group. So the work follows the conditions that a line may meet and not those that there are. Values for which
so few can hold that they have room in one word together are one group, for each group has its own steps.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from cocket.determination.kernel.clauses import NO_FACT, clauses
from cocket.determination.kernel.columns import Columns
from cocket.determination.kernel.distinct import distinct, rows_of_each
from cocket.determination.kernel.fact_table import Cells, FactTable
from cocket.determination.kernel.group import Decisive, Group
from cocket.determination.kernel.plan import Layer, Plan
from cocket.determination.kernel.planes import MOST_OPEN, WORD, Bits, Places
from cocket.law.condition import ALWAYS, Condition

NO_ROOM = 0
SHARED, ALONE = range(2)
DECIDED = -2
ROWS_FOR_A_ROOM: Final = 4_000  # so many rows weigh fewer facts by themselves sooner than more facts together


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
        self._index = index if index in self.tables else None
        self._quiet = quiet if quiet in self.tables else None
        self._decisive: Decisive | None = None
        self._deciding_for = 0  # so many cells of NO_ROOM
        self._room: tuple[dict[int, int], dict[int, int]] = ({}, {})  # cell of the telling fact -> its room
        self._rooms: list[list[int]] = [[]]  # the cells of each room; the first has those for which nothing can hold
        self._plans: dict[tuple[int, ...], Plan] = {}

    def _layer(self, wanted: dict[str, list[tuple[int, Condition]]]) -> Layer:
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
        return Layer(present, tests)

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(fact for fact in self.tables if fact != NO_FACT)

    def evaluate(self, columns: Columns) -> Iterator[Group]:
        """The truths of all rows, group by group; no groups where there are no conditions."""
        if not self.width:
            return
        for fact in (NO_FACT,) if NO_FACT in self.tables else ():
            self.tables[fact].cells(columns)
        cells = {fact: self.tables[fact].cells(columns) for fact in self._telling}
        leading = self._leading(cells) or [np.zeros(columns.rows, np.int64)]
        first, kind = distinct(leading)
        decided, planned = [], []
        for row, rows in zip(first.tolist(), rows_of_each(kind, len(first)), strict=True):
            met = {fact: one[rows] for fact, one in cells.items()}
            group = tuple(int(one[row]) for one in leading)
            if self._decisive is not None and self._quiet is not None and group[-1] == DECIDED:
                decided.append(self._decisive.group(rows, met[self._quiet]))
            else:
                planned.append((rows, self._plan(group, met)))
        looked = self._looked_at(columns, planned)
        yield from decided
        for (rows, plan), found in zip(planned, looked, strict=True):
            yield Group(rows, np.arange(len(rows)), plan.run(len(rows), found), found, plan)

    def _looked_at(self, columns: Columns, planned: Sequence[tuple[Places, Plan]]) -> list[dict[str, Cells]]:
        """The cells of every group's rows, of the facts that its plan looks at: each fact once for all groups."""
        found: list[dict[str, Cells]] = [{} for _ in planned]
        for fact, table in self.tables.items():
            some = [number for number, (_, plan) in enumerate(planned) if fact in plan.looked_at]
            if some:
                rows = np.concatenate([planned[number][0] for number in some])
                cells, start = table.cells_of(table.said(columns), rows), 0
                for number in some:
                    end = start + len(planned[number][0])
                    found[number][fact] = cells[start:end]
                    start = end
        return found

    def _leading(self, cells: Mapping[str, Cells]) -> list[Places]:
        """For each telling fact what puts rows into one group: the room of the cell; of the quiet fact the cell that
        says nothing, DECIDED where it says all, and -1 for others."""
        leading, silent = [], np.ones(1, np.bool_)
        if self._quiet is not None:
            silent = self._says_nothing(self._quiet)[cells[self._quiet]]
        if self._index is not None:
            same = self.tables[self._index].same()
            own = same[cells[self._index]]
            self._make_room(np.bincount(own, minlength=1))
            shared, alone = (np.array([room.get(cell, -1) for cell in range(len(same))]) for room in self._room)
            leading.append(np.where(silent, alone[own], shared[own]))
        if self._quiet is not None:
            quiet = np.where(silent, self._silence(), -1)
            if self._index is not None:
                decided = self._deciding().cells()[cells[self._quiet]]
                quiet[decided & ~silent & (leading[0] == NO_ROOM)] = DECIDED
            leading.append(quiet)
        return leading

    def _deciding(self) -> Decisive:
        """Which values of the quiet fact say all of goods for which nothing can hold unless it speaks."""
        assert self._quiet is not None
        cells = self._rooms[NO_ROOM]
        if self._decisive is None or self._deciding_for != len(cells):
            possible = [self._can_hold_in(layer, self._said(cells, [])) for layer in self.layers]
            self._decisive = Decisive(self._quiet, self.tables[self._quiet], self.layers, possible)
            self._deciding_for = len(cells)
        return self._decisive

    def _says_nothing(self, quiet: str) -> Bits:
        """The cells of the quiet fact of which no condition can hold."""
        nothing: Bits = np.all(~self.tables[quiet].truths[:, MOST_OPEN], axis=-1)
        return nothing

    def _silence(self) -> int:
        """One of these cells; -1 where none has been met."""
        nothing = np.zeros(0, np.bool_) if self._quiet is None else self._says_nothing(self._quiet)
        return int(np.argmax(nothing)) if nothing.any() else -1

    def _make_room(self, rows: Places) -> None:
        """Puts cells not met before into rooms, given the rows that each has: those for which few conditions can hold
        share one, and so do those for which none can unless the quiet fact speaks. A cell with many rows has a room
        alone as well, where the quiet fact does not speak."""
        quiet = self._silence()
        shared, together = NO_ROOM, np.zeros(self.width, np.bool_)
        for cell in (one for one in np.flatnonzero(rows).tolist() if one not in self._room[SHARED]):
            can_hold = self._can_hold(self._said([cell], [quiet] if quiet >= 0 else []))
            if can_hold.any() and (shared == NO_ROOM or np.count_nonzero(together | can_hold) > WORD):
                shared, together = len(self._rooms), can_hold
                self._rooms.append([])
            together = together | can_hold
            room = shared if can_hold.any() else NO_ROOM
            self._rooms[room].append(cell)
            self._room[SHARED][cell] = self._room[ALONE][cell] = room
            if can_hold.any() and rows[cell] >= ROWS_FOR_A_ROOM:
                self._room[ALONE][cell] = len(self._rooms)
                self._rooms.append([cell])

    def _said(self, index: Sequence[int], quiet: Sequence[int]) -> dict[str, Sequence[int]]:
        """The cells of the telling facts, where any are given."""
        each = ((self._index, index), (self._quiet, quiet))
        return {fact: cells for fact, cells in each if fact is not None and len(cells)}

    def _can_hold(self, said: Mapping[str, Sequence[int]]) -> Bits:
        """The conditions that can hold where each of some facts lies in one of its cells, whatever all others are."""
        found = np.zeros(self.width, np.bool_)
        for layer in self.layers:
            found |= self._can_hold_in(layer, said)
        return found

    def _can_hold_in(self, layer: Layer, said: Mapping[str, Sequence[int]]) -> Bits:
        here = layer.present.copy()
        for fact in said.keys() & layer.tests.keys():
            bits, tests = layer.tests[fact]
            here[bits] &= self.tables[fact].truths[said[fact], MOST_OPEN][:, tests].any(axis=0)
        return here

    def _plan(self, leading: tuple[int, ...], met: Mapping[str, Cells]) -> Plan:
        """The plan of a group, with bits for what can hold in its cells of the telling facts.

        Where the quiet fact speaks (a code is stated), each group has other cells, and its plan is not kept; but where
        most conditions can hold whatever it says, one plan with all of them serves.
        """
        place = dict(zip(self._telling, leading, strict=True)) if self._telling else {}
        index = self._rooms[place[self._index]] if self._index is not None else []
        if self._quiet is not None and place[self._quiet] < 0:
            can_hold = self._can_hold(said := self._said(index, np.unique(met[self._quiet]).tolist()))
            if np.count_nonzero(can_hold) <= self.width // 2:
                return self._made(said, can_hold)
            if () not in self._plans:
                self._plans[()] = self._made({}, np.ones(self.width, np.bool_))
            return self._plans[()]
        if leading not in self._plans:
            said = self._said(index, [place[self._quiet]] if self._quiet is not None else [])
            self._plans[leading] = self._made(said, self._can_hold(said))
        return self._plans[leading]

    def _made(self, said: Mapping[str, Sequence[int]], among: Bits) -> Plan:
        fixed = {fact: cells[0] for fact, cells in said.items() if len(cells) == 1}
        return Plan(self.tables, self.layers, fixed, among)


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
