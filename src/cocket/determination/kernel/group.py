"""Rows that are weighed together, and those whose code alone says what they fall under."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from cocket.determination.kernel.distinct import distinct
from cocket.determination.kernel.fact_table import Cells, FactTable
from cocket.determination.kernel.plan import CellsOf, Layer, Plan
from cocket.determination.kernel.planes import LEAST_TRUE, MOST_OPEN, PLANES, Bits, Places, Words, packed

NOTHING_SAID: Final = (np.zeros(0, np.int64), np.zeros(0, np.int64))


@dataclass(frozen=True, slots=True)
class Group:
    """Some rows and the conditions that can hold for them: bit ``i`` of ``planes`` is condition ``bits[i]``.

    A row's planes, and its cells of every fact that tells rows apart, lie at its place, given by ``of``.
    """

    rows: Places
    of: Places
    planes: Words
    cells: CellsOf
    plan: Plan

    @property
    def bits(self) -> Places:
        return self.plan.bits


class Decisive:
    """The values of one fact that make every condition true or false, whatever all others are that may come up.

    A control code at the exporter's word is such for goods of a kind that no entry names: they fall under its entry and
    under no other. ``possible`` are the conditions of each layer that can hold for these goods.
    """

    def __init__(self, fact: str, table: FactTable, layers: Sequence[Layer], possible: Sequence[Bits]) -> None:
        self._table, self._width = table, len(possible[0])
        self._layers = [
            (may, *layer.tests.get(fact, NOTHING_SAID), _speaking_of_others(layer, fact))
            for layer, may in zip(layers, possible, strict=True)
        ]
        self._held: list[Bits | None] = []  # of every cell met so far the conditions that hold, if it decides
        self._plan = Plan({}, (), {}, np.zeros(self._width, np.bool_))

    def cells(self) -> Bits:
        """Of every cell that the table has whether it decides."""
        for cell in range(len(self._held), len(self._table.truths)):
            self._held.append(self._decided(cell))
        return np.array([held is not None for held in self._held], np.bool_)

    def _decided(self, cell: int) -> Bits | None:
        certain, possible = (np.zeros(self._width, np.bool_) for _ in range(2))
        truths = self._table.truths[cell]
        for present, bits, tests, others in self._layers:
            may = present.copy()
            may[bits] &= truths[MOST_OPEN, tests]
            possible |= may
            certain[bits] |= truths[LEAST_TRUE, tests] & ~others[bits]
        return certain if np.array_equal(certain, possible) else None

    def group(self, rows: Places, cells: Cells) -> Group:
        """Rows all of whose cells decide; those of one cell have one place."""
        first, of = distinct([cells.astype(np.int64)])
        held = np.stack([self._held[cell] for cell in cells[first].tolist()])
        among: Bits = np.any(held, axis=0)
        if not np.array_equal(np.flatnonzero(among), self._plan.bits):
            self._plan = Plan({}, (), {}, among)
        planes = np.repeat(packed(held[:, among])[:, None], PLANES, axis=1)
        return Group(rows, of, planes, {}, self._plan)


def _speaking_of_others(layer: Layer, fact: str) -> Bits:
    """The conditions of which a layer wants something besides."""
    found = np.zeros(len(layer.present), np.bool_)
    for other, (bits, _) in layer.tests.items():
        if other != fact:
            found[bits] = True
    return found
