"""Many conditions weighed for many lines: per fact one look into a table of bits, and all of them "and"-ed.

A condition has one bit. Its alternatives lie in layers one over another: within a layer the facts are "and"-ed, and
the layers are "or"-ed. Lines are taken in groups of the same value of one telling fact (the kind of goods), and of one
more that mostly says nothing (a stated code). That leaves few conditions that can hold at all, and only those have a
bit in the group. So the work follows the conditions that a line may meet and not those that there are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cocket.determination.kernel.clauses import NO_FACT, clauses
from cocket.determination.kernel.columns import Columns
from cocket.determination.kernel.distinct import distinct
from cocket.determination.kernel.fact_table import Cells, FactTable
from cocket.determination.kernel.plan import CellsOf, Layer, Plan
from cocket.determination.kernel.planes import MOST_OPEN, Places, Words
from cocket.law.condition import ALWAYS, Condition


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
        self._quiet = quiet if quiet in self.tables else None
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
            yield Group(rows, *plan.run(rows, said), plan)

    def _leading(self, fact: str, cells: Cells) -> Places:
        """The cell of a telling fact; of the quiet one a cell that says nothing for all such, and -1 for all others."""
        if fact != self._quiet:
            return self.tables[fact].same()[cells].astype(np.int64)
        quiet = ~self.tables[fact].truths[:, MOST_OPEN].any(axis=-1)
        return np.where(quiet, int(np.argmax(quiet)), -1)[cells].astype(np.int64)

    def _plan(self, leading: tuple[int, ...]) -> Plan:
        if leading not in self._plans:
            fixed = {fact: cell for fact, cell in zip(self._telling, leading, strict=bool(leading)) if cell >= 0}
            self._plans[leading] = Plan(self.tables, self.layers, self.width, fixed)
        return self._plans[leading]


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
