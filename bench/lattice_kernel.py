"""One entry's lattice walked whole by the kernel: goods are read once, deals once, and every day's answers are compared
as columns. The interpreter answers a fixed sample of the same points, and the two must agree on each.
"""

import os
import random
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from bench.lattice import PURITY, REGIME, Lattice, Point, Walk, Walked, answer_of
from bench.measure import Report, Timing
from cocket.check.checker import Checker
from cocket.determination.determine import regime_law
from cocket.determination.facts import Facts
from cocket.determination.kernel.columns import columns_of
from cocket.determination.kernel.consequences import mark
from cocket.determination.kernel.kernel import EPOCH, Kernel
from cocket.determination.kernel.planes import LEAST_TRUE, packed
from cocket.determination.kernel.weighed_lines import Deals, Goods, weigh_deals, weigh_goods
from cocket.determination.outcome import FREE, answer_class
from cocket.law.fold import Standing
from cocket.law.lawbook import load_lawbook

COMPARED: Final = 40  # points of each entry on each day that the interpreter answers as well
FREE_MARK: Final = mark(FREE)
FAULTS_SHOWN: Final = 5
Marks = npt.NDArray[np.uint16]
Ids = npt.NDArray[np.int64]


class LatticeKernel:
    """The kernel for the law of the lattice, from which gaps are left out as there."""

    def __init__(self, lattice: Lattice) -> None:
        self.lattice = lattice
        law = lattice.checker.time
        for day in lattice.days:
            regime_law(law.view(day, lattice.known), REGIME).gaps = ()
        self.kernel = Kernel(law, REGIME, lattice.known)

    def walk(self, name: str) -> Walked:
        """Every point of one entry on every day."""
        whole = Whole(self.lattice, name)
        goods = weigh_goods(self.kernel.tables, columns_of(whole.facts))
        deals = weigh_deals(columns_of(whole.deals))
        faults = list(whole.walk.faults_of_customs_number(self.lattice.goods(name)))
        for day in self.lattice.days:
            marks, covered = self._answers(whole, goods, deals, day)
            faults.extend(f"{name} on {day}: {fault}" for fault in whole.faults(marks, covered, self.lattice.law(day)))
            faults.extend(f"{name} on {day}: {fault}" for fault in self._differing(whole, marks, day))
        points = whole.own * len(whole.deals) * len(self.lattice.days)
        return Walked(points, tuple(faults))

    def _answers(self, whole: "Whole", goods: Goods, deals: Deals, day: date) -> tuple[Marks, npt.NDArray[np.bool_]]:
        """The outcomes of all goods in all deals, and which goods an entry in force covers; shape (goods, deals)."""
        shape = (len(whole.facts), len(whole.deals))
        goods_of, deal_of = (np.ascontiguousarray(one).ravel() for one in np.indices(shape, np.int64))
        (stretch,) = self.kernel.stretches(np.array([(day - EPOCH).days]))
        where = np.full(len(goods_of), stretch)
        answered = self.kernel.answers.answer(goods, deals, goods_of, deal_of, where)
        return one_free(answered.outcomes).reshape(shape), self._covered(goods, int(stretch), len(whole.facts))

    def _covered(self, goods: Goods, stretch: int, rows: int) -> npt.NDArray[np.bool_]:
        now = self.kernel.tables.stretch(stretch)
        flags = np.zeros(len(self.kernel.tables.names), np.bool_)
        for bit, norm in now.norms.items():
            flags[bit] = norm.entry.is_code and norm.status.standing is Standing.IN_FORCE
        covered = np.zeros(rows, np.bool_)
        for group in goods.entries.groups:
            if len(group.bits):
                held = group.planes[:, LEAST_TRUE] & packed(flags[group.bits])
                covered[group.rows] = np.any(held[group.of], axis=-1)
        return covered

    def _differing(self, whole: "Whole", marks: Marks, day: date) -> list[str]:
        chance = random.Random(f"{whole.walk.name} {day}")
        law = self.lattice.law(day)
        found = []
        for _ in range(COMPARED):
            good, deal = chance.randrange(len(whole.facts)), chance.randrange(len(whole.deals))
            said = answer_of(law, whole.joined(good, deal)).possible
            if int(marks[good, deal]) != mark(answer_class(said)):
                found.append(f"{whole.points[good].stated()}: kernel and interpreter differ")
        return found


def one_free(marks: Marks) -> Marks:
    """Sets of outcomes with what is free counted as one: free is free, whether suspended or never controlled."""
    return np.where(marks & np.uint16(FREE_MARK), marks & ~np.uint16(FREE_MARK) | 1, marks).astype(np.uint16)


@dataclass(frozen=True, slots=True)
class Steps:
    """From one goods to another, by place."""

    here: Ids
    there: Ids

    def pairs(self, some: Any) -> list[tuple[int, int]]:  # noqa: ANN401
        return list(zip(self.here[some].tolist(), self.there[some].tolist(), strict=True))


class Whole:
    """One entry's goods with those one fact away, read; and the deals that rules tell apart."""

    def __init__(self, lattice: Lattice, name: str) -> None:
        self.walk = Walk(lattice, name)
        own = dict.fromkeys(lattice.goods(name))
        every = dict.fromkeys((*own, *(less for point in own for less in point.with_less())))
        every.update(dict.fromkeys(more for point in own for more in point.with_more(self.walk.values)))
        read = [(point, facts) for point in every if (facts := self.walk.read(point)) is not None]
        self.points = [point for point, _ in read]
        self.facts = [facts for _, facts in read]
        place = {point: number for number, point in enumerate(self.points)}
        kept = [point for point in own if point in place]
        self.own = len(kept)
        self.deals = [self._deal(destination) for destination in lattice.destinations]
        self.unplaced = lattice.destinations.index(None)
        self.less = _steps(place, [(point, less) for point in kept for less in point.with_less()])
        more = [(point, one) for point in kept for one in point.with_more(self.walk.values)]
        self.more = _steps(place, [pair for pair in more if self._counts(*pair)])

    def _deal(self, destination: object) -> Facts:
        """What is stated of a deal with this destination, without goods."""
        read = self.walk.read(Point((("destination", destination),)))  # type: ignore[arg-type]
        assert read is not None
        return read

    def _counts(self, here: Point, more: Point) -> bool:
        within = all(s <= self.walk.limits.get(f, s) for f, s in more.values if isinstance(s, int))
        return within and (self.walk.may_hold(here) or self.walk.may_hold(more))

    def joined(self, good: int, deal: int) -> Facts:
        return Facts({**self.facts[good].values, **self.deals[deal].values}, self.facts[good].rest_hi)

    def faults(self, marks: Marks, covered: npt.NDArray[np.bool_], law: object) -> list[str]:
        """What breaks laws 1, 2 and 4 on a day, one line for each pair of goods."""
        wider = (marks[self.less.here] & ~marks[self.less.there]).any(axis=1)
        pairs = self.less.pairs(wider)
        found = [f"{self._at(there)} allows less than {self._at(here)}" for here, there in pairs]
        elsewhere = (marks & ~marks[:, [self.unplaced]]).any(axis=1)
        found += [
            f"{self._at(place)} allows less without a destination" for place in np.flatnonzero(elsewhere).tolist()
        ]
        free = (marks & ~np.uint16(FREE_MARK)) == 0
        if PURITY not in self.walk.values and any(norm.name == self.walk.name for norm in law.entries):  # type: ignore[attr-defined]
            freed = (~free[self.more.here] & free[self.more.there]).any(axis=1)
            for place in np.flatnonzero(freed).tolist():
                found.append(
                    f"{self._at(self.more.here[place])} is not free, but {self._at(self.more.there[place])} is"
                )
        if self.walk.exported:
            loose = covered & ((marks & np.uint16(FREE_MARK)) != 0).any(axis=1)
            found += [self._loose(place, marks, law) for place in np.flatnonzero(loose).tolist()]
        return [fault for fault in found if fault]

    def _loose(self, good: int, marks: Marks, law: object) -> str:
        """A fault only if no licence of the entry rests on a use that the text leaves to a person."""
        deals = np.flatnonzero(marks[good] & np.uint16(FREE_MARK)).tolist()
        covered = [deal for deal in deals if answer_of(law, self.joined(good, deal)).covered]  # type: ignore[arg-type]
        return f"{self._at(good)} is covered, and may be free" if covered else ""

    def _at(self, place: int) -> str:
        return str(self.points[place].stated())


def _steps(place: dict[Point, int], pairs: list[tuple[Point, Point]]) -> Steps:
    known = [(place[here], place[there]) for here, there in pairs if here in place and there in place]
    both = np.array(known, np.int64).reshape(-1, 2)
    return Steps(both[:, 0], both[:, 1])


@cache
def own_kernel() -> LatticeKernel:
    """Each process reads the law once for itself."""
    return LatticeKernel(Lattice(Checker(load_lawbook())))


def walk_by_name(name: str) -> Walked:
    return own_kernel().walk(name)


def run() -> Report:
    start = time.perf_counter()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        walked = tuple(pool.map(walk_by_name, own_kernel().lattice.entries))
    elapsed_s = time.perf_counter() - start
    faults = [fault for entry in walked for fault in entry.faults]
    points = sum(entry.points for entry in walked)
    remark = (
        f"{points:,} points of {len(walked)} entries, {len(faults)} faults; the interpreter agrees on {COMPARED} a day"
    )
    return Report(
        (Timing("the whole lattice", (elapsed_s,)),),
        remark="\n  ".join((remark, *faults[:FAULTS_SHOWN])),
        target="no fault",
        met=not faults,
    )
