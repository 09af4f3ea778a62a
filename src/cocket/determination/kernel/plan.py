"""How the lines of one group are weighed: the facts to look at, for the conditions that can still hold there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np

from cocket.determination.kernel.clauses import NO_FACT
from cocket.determination.kernel.fact_table import Cells, FactTable
from cocket.determination.kernel.planes import (
    LEAST_OPEN,
    LEAST_TRUE,
    MOST_OPEN,
    MOST_TRUE,
    PLANES,
    WORD,
    Bits,
    Places,
    Words,
    packed,
    undecided,
    words_for,
)

CellsOf = Mapping[str, Cells]
Span: TypeAlias = tuple[int, slice, Words]
"""A bearer, the words in which its entries of a group lie, and its masks of these, by stretch.

Entries of one instrument stand side by side, so that a bearer's are few of the words.
"""


@dataclass(frozen=True, slots=True)
class Layer:
    """One alternative of each condition that has so many: fact -> the conditions that speak of it, and their tests."""

    present: Bits
    tests: Mapping[str, tuple[Places, Places]]


class Plan:
    """How the rows of one group are weighed, in which some facts lie in one cell, given by ``fixed``.

    ``bits`` are the conditions that can hold there, which are some of ``among``; all of these where there is nothing
    to look at. ``kept`` is for what bearers have among them on some stretches of days.
    """

    def __init__(
        self, tables: Mapping[str, FactTable], layers: Sequence[Layer], fixed: Mapping[str, int], among: Bits
    ) -> None:
        width = len(among)
        fixed = {**fixed, NO_FACT: 0}
        starts = [_start(tables, layer, fixed) & among for layer in layers]
        alive = np.any([start[MOST_OPEN] for start in starts], axis=0) if starts else among
        self.bits = np.flatnonzero(alive).astype(np.int64)
        self.kept: tuple[tuple[int, ...], Sequence[Span]] | None = None
        self._width = words_for(len(self.bits))
        self._dtype = _narrowest(len(self.bits))
        place = np.full(width, -1, np.int64)
        place[self.bits] = np.arange(len(self.bits))
        self._layers = [
            _PlanLayer(
                start[:, self.bits],
                _looks(tables, layer, place, fixed, start[MOST_OPEN], self._dtype),
                _fixed_open(tables, layer, self.bits, fixed),
                self._dtype,
            )
            for start, layer in zip(starts, layers, strict=True)
            if start.any()
        ]

    @cached_property
    def looked_at(self) -> frozenset[str]:
        """The facts that tell rows apart here."""
        return frozenset(look.table.fact for layer in self._layers for look in layer.looks)

    def run(self, rows: int, cells: CellsOf) -> Words:
        """The truths of so many rows, whose cells of every fact that matters here are given."""
        planes = np.zeros((rows, PLANES, self._width), self._dtype)
        for layer in self._layers:
            layer.into(planes, cells)
        return planes.astype(np.uint64, copy=False)

    def keeping_open(self, open_bits: Words, cells: CellsOf, into: Mapping[str, Bits], rows: Places) -> None:
        """Marks in ``into`` at ``rows`` the facts that keep some condition of ``open_bits`` undecided.

        ``open_bits`` has the shape (rows, words), ``cells`` are those of the same rows. Where a condition has several
        alternatives, a fact counts only in those that are undecided themselves: no value of it moves the others.
        """
        for layer in self._layers:
            here = open_bits
            if len(self._layers) > 1:
                held = np.zeros((len(open_bits), PLANES, self._width), self._dtype)
                layer.into(held, cells)
                here = open_bits & undecided(held)
            for fact, words in layer.fixed_open.items():
                into[fact][rows] |= (here & words).any(axis=-1)
            for look in layer.looks:
                found = look.open_words(cells[look.table.fact])
                into[look.table.fact][rows] |= (here[:, look.first : look.last] & found).any(axis=-1)


@dataclass(slots=True)
class _Look:
    """One fact's table of bits for a group: words ``first`` to ``last`` of its conditions; it grows with new cells.

    Where all conditions have room in a part of one word, ``dtype`` is that part: less to move for every row.
    """

    table: FactTable
    dtype: type[np.unsignedinteger[Any]]
    first: int
    last: int
    bits: Places  # the bit within the words, and the test, of each condition that speaks of the fact
    tests: Places
    words: Words | None = None
    open_cells: Words = field(default_factory=lambda: np.zeros((0, 0), np.uint64))

    def into(self, planes: Words, plane: int, cells: Cells) -> None:
        """Joins what the fact says to ``planes``, which begin with ``plane``."""
        part = planes[:, :, self.first : self.last]
        truths = self.table.truths
        known = self.words is not None and len(self.words) == len(truths)
        if not known and len(cells) < len(truths):  # a table of all cells would be larger than what is asked of it
            of_cells = self._spread(truths[np.ix_(cells, np.arange(plane, PLANES), self.tests)], beside=True)
            part &= of_cells.astype(self.dtype, copy=False)
            return
        if not known:
            every = np.ix_(np.arange(len(truths)), np.arange(plane, PLANES), self.tests)
            self.words = self._spread(truths[every], beside=True).astype(self.dtype, copy=False)
        assert self.words is not None
        part &= self.words.take(cells, axis=0)

    def open_words(self, cells: Cells) -> Words:
        """For each of some cells the conditions whose test of this fact is undecided there."""
        truths = self.table.truths
        if len(self.open_cells) == len(truths):
            return self.open_cells.take(cells, axis=0)
        if len(cells) < len(truths):
            return self._spread(_is_open(truths[cells][:, :, self.tests]), beside=False)
        self.open_cells = self._spread(_is_open(truths[:, :, self.tests]), beside=False)
        return self.open_cells.take(cells, axis=0)

    def _spread(self, bits: Bits, *, beside: bool) -> Words:
        """Bits of the tests as words; conditions that do not speak of the fact have the bit ``beside``."""
        whole = np.full((*bits.shape[:-1], (self.last - self.first) * WORD), beside, np.bool_)
        whole[..., self.bits] = bits
        return packed(whole)


class _PlanLayer:
    """``start``: what the facts that are fixed for the group say; ``fixed_open``: where they are undecided."""

    def __init__(
        self, start: Bits, looks: list[_Look], fixed_open: Mapping[str, Words], dtype: type[np.unsignedinteger[Any]]
    ) -> None:
        # where a telling fact is missing nothing is certain, and half of the planes stay empty
        self._first = 0 if start[LEAST_OPEN].any() else MOST_OPEN
        self._start = packed(start[self._first :]).astype(dtype, copy=False)
        self.looks, self.fixed_open = looks, fixed_open

    def into(self, planes: Words, cells: CellsOf) -> None:
        held = np.empty((len(planes), *self._start.shape), planes.dtype)
        held[:] = self._start
        for look in self.looks:
            look.into(held, self._first, cells[look.table.fact])
        planes[:, self._first :] |= held


def _is_open(truths: Bits) -> Bits:
    """Of truths of shape (cells, 4, tests) whether a missing fact could change them."""
    return (truths[:, LEAST_OPEN] ^ truths[:, MOST_OPEN]) | (truths[:, LEAST_TRUE] ^ truths[:, MOST_TRUE])


def _start(tables: Mapping[str, FactTable], layer: Layer, fixed: Mapping[str, int]) -> Bits:
    """What the facts that are the same for the whole group say, of shape (4, conditions)."""
    start = np.zeros((PLANES, len(layer.present)), np.bool_)
    start[:] = layer.present
    for fact in fixed.keys() & layer.tests.keys():
        bits, tests = layer.tests[fact]
        start[:, bits] &= tables[fact].truths[fixed[fact]][:, tests]
    return start


def _fixed_open(
    tables: Mapping[str, FactTable], layer: Layer, alive: Places, fixed: Mapping[str, int]
) -> dict[str, Words]:
    """For each fact that is fixed for the group the conditions whose test of it is undecided there."""
    found = {}
    for fact in fixed.keys() & layer.tests.keys() - {NO_FACT}:
        bits, tests = layer.tests[fact]
        here = np.zeros(len(layer.present), np.bool_)
        here[bits] = _is_open(tables[fact].truths[fixed[fact]][None][:, :, tests])[0]
        if here[alive].any():
            found[fact] = packed(here[alive])
    return found


def _looks(
    tables: Mapping[str, FactTable],
    layer: Layer,
    place: Places,
    fixed: Mapping[str, int],
    alive: Bits,
    dtype: type[np.unsignedinteger[Any]],
) -> list[_Look]:
    """The facts to look at, for the conditions that can still hold in this layer."""
    looks = []
    for fact, (every, tests) in layer.tests.items():
        here = alive[every]
        if fact not in fixed and here.any():
            bits = place[every[here]]
            first, last = int(bits.min()) // WORD, int(bits.max()) // WORD + 1
            looks.append(_Look(tables[fact], dtype, first, last, bits - first * WORD, tests[here]))
    return looks


def _narrowest(count: int) -> type[np.unsignedinteger[Any]]:
    """The smallest whole number that has so many bits, or that of which a word is made."""
    return next((one for one in (np.uint8, np.uint16, np.uint32) if count <= np.iinfo(one).bits), np.uint64)
