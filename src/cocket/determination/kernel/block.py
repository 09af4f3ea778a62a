"""Many conditions weighed for many lines: per fact one look into a table of bits, and all of them "and"-ed.

A condition has one bit. Its alternatives lie in layers one over another: within a layer the facts are "and"-ed, and
the layers are "or"-ed. Lines are taken in groups of the same value of one telling fact (the kind of goods), and of one
more that mostly says nothing (a stated code). That leaves few conditions that can hold at all, and only those have a
bit in the group. So the work follows the conditions that a line may meet and not those that there are. Values for which
so few can hold that they have room in one word together are one group, for each group has its own steps.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cocket.determination.kernel.clauses import NO_FACT, clauses
from cocket.determination.kernel.columns import Columns
from cocket.determination.kernel.distinct import distinct
from cocket.determination.kernel.fact_table import Cells, FactTable
from cocket.determination.kernel.plan import CellsOf, Layer, Plan
from cocket.determination.kernel.planes import MOST_OPEN, WORD, Bits, Places, Words
from cocket.law.condition import ALWAYS, Condition

NO_ROOM = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Some rows and the conditions that can hold for them: bit ``i`` of ``planes`` is condition ``bits[i]``.

    ``cells`` are those of the same rows, for every fact that tells them apart.
    """

    rows: Places
    planes: Words
    cells: CellsOf
    plan: Plan

    @property
    def bits(self) -> Places:
        return self.plan.bits


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
        self._room: dict[int, int] = {}  # cell of the telling fact -> its room
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
        """The truths of all rows, group by group."""
        for fact in (NO_FACT,) if NO_FACT in self.tables else ():
            self.tables[fact].cells(columns)
        cells = [self.tables[fact].cells(columns) for fact in self._telling]
        leading = [self._leading(fact, one) for fact, one in zip(self._telling, cells, strict=True)]
        if not leading:
            leading = [np.zeros(columns.rows, np.int64)]
        said = {fact: table.said(columns) for fact, table in self.tables.items()}
        first, kind = distinct(leading)
        order = np.argsort(kind.astype(np.uint16) if len(first) <= 1 << 16 else kind, kind="stable")  # sooner if small
        ends = np.cumsum(np.bincount(kind, minlength=len(first)))
        for number, row in enumerate(first.tolist()):
            rows = order[ends[number - 1] if number else 0 : ends[number]]
            met = {fact: one[rows] for fact, one in zip(self._telling, cells, strict=True)}
            plan = self._plan(tuple(int(one[row]) for one in leading), met)
            yield Group(rows, *plan.run(rows, said), plan)

    def _leading(self, fact: str, cells: Cells) -> Places:
        """The room of a telling fact's cell; of the quiet one the cell that says nothing, and -1 for all others."""
        if fact == self._index:
            same = self.tables[fact].same()
            self._make_room(np.flatnonzero(np.bincount(same[cells], minlength=1)).tolist())
            return np.array([self._room.get(cell, -1) for cell in range(len(same))], np.int64)[same[cells]]
        return np.where(self._says_nothing(fact), self._silence(), -1)[cells].astype(np.int64)

    def _says_nothing(self, quiet: str) -> Bits:
        """The cells of the quiet fact of which no condition can hold."""
        nothing: Bits = np.all(~self.tables[quiet].truths[:, MOST_OPEN], axis=-1)
        return nothing

    def _silence(self) -> int:
        """One of these cells; -1 where none has been met."""
        nothing = np.zeros(0, np.bool_) if self._quiet is None else self._says_nothing(self._quiet)
        return int(np.argmax(nothing)) if nothing.any() else -1

    def _make_room(self, cells: Sequence[int]) -> None:
        """Puts cells not met before into rooms: those for which few conditions can hold share one, and so do those for
        which none can unless the quiet fact speaks."""
        quiet = self._silence()
        shared, together = NO_ROOM, np.zeros(self.width, np.bool_)
        for cell in (one for one in cells if one not in self._room):
            can_hold = self._can_hold(self._said([cell], [quiet] if quiet >= 0 else []))
            if can_hold.any() and (shared == NO_ROOM or np.count_nonzero(together | can_hold) > WORD):
                shared, together = len(self._rooms), can_hold
                self._rooms.append([])
            together = together | can_hold
            self._room[cell] = shared if can_hold.any() else NO_ROOM
            self._rooms[self._room[cell]].append(cell)

    def _said(self, index: Sequence[int], quiet: Sequence[int]) -> dict[str, Sequence[int]]:
        """The cells of the telling facts, where any are given."""
        each = ((self._index, index), (self._quiet, quiet))
        return {fact: cells for fact, cells in each if fact is not None and len(cells)}

    def _can_hold(self, said: Mapping[str, Sequence[int]]) -> Bits:
        """The conditions that can hold where each of some facts lies in one of its cells, whatever all others are."""
        found = np.zeros(self.width, np.bool_)
        for layer in self.layers:
            here = layer.present.copy()
            for fact in said.keys() & layer.tests.keys():
                bits, tests = layer.tests[fact]
                here[bits] &= self.tables[fact].truths[said[fact], MOST_OPEN][:, tests].any(axis=0)
            found |= here
        return found

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
