"""Conditions of the made-up law in numpy, as a good user of OpenFisca would write them: a truth for each line.

A missing fact leaves a condition between two truths, and the text may leave it open. So a truth is four yes or no, as
bits of one whole number: "and" and "or" of truths are then those of the numbers, also where the truths of several
conditions stand side by side. What a fact says is a table with a place for each way in which it can be told.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, ge, gt, le, lt, or_
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from cocket.determination.kernel.columns import Columns
from cocket.law.condition import All, AnyOf, Compare, Condition, Doubt, In, Not, Operator, leaves

Whole: TypeAlias = npt.NDArray[Any]
"""Of 32 bits, or yes and no: what OpenFisca keeps of a variable."""
Ask: TypeAlias = Callable[[str], Whole]
"""The figures of a fact, or of whatever else has a name, for the lines that are looked at."""
Weigh: TypeAlias = Callable[[Ask], Whole]

SURELY, MAY, SURELY_OPEN, MAY_BE_OPEN = 1, 2, 4, 8  # it holds; and the same of "it is at least open"
FALSE, OPEN, TRUE = 0, SURELY_OPEN | MAY_BE_OPEN, SURELY | MAY | SURELY_OPEN | MAY_BE_OPEN
UNKNOWN = MAY | MAY_BE_OPEN
BITS: Final = 4
TRUTHS: Final = (FALSE, MAY_BE_OPEN, UNKNOWN, OPEN, OPEN | MAY, TRUE)
MISSING: Final = -1
COMPARISON: Final[Mapping[Operator, Callable[[int, int], bool]]] = {
    "above": gt,
    "at_least": ge,
    "below": lt,
    "at_most": le,
}
# What a fact left out means; the made-up lines never tell how the goods move, nor who imports them.
LEFT_OUT: Final = {"control_code": "not_stated"}
NEVER_TOLD: Final = {"movement": "export"}
STANDS_FOR: Final = {"importer@control_list": "end_user@control_list"}


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of some lines as whole numbers, MISSING where nobody told; of a choice the place in ``names``."""

    figures: Mapping[str, Whole]
    names: Mapping[str, tuple[str, ...]]

    def facts_of(self, condition: Condition) -> frozenset[str]:
        """The facts of the lines on which a condition hangs."""
        named = {leaf.fact for leaf in leaves(condition) if isinstance(leaf, In | Compare)}
        facts = frozenset(STANDS_FOR.get(fact, fact) for fact in named - NEVER_TOLD.keys())
        assert facts <= self.figures.keys()
        return facts

    def weighed(self, condition: Condition, number: Callable[[int], int]) -> Weigh:
        """The number that stands for the truth of a condition; of numbers "and" and "or" are those of truths."""
        facts = self.facts_of(condition)
        if len(facts) == 1:
            return self.looked_up(next(iter(facts)), [condition], lambda truths: number(truths[0]))
        join, idle, parts = _joined(condition)
        assert all(truth_of(part, None) == idle for part in parts if not self.facts_of(part))
        each = [self.weighed(part, number) for part in parts if self.facts_of(part)]
        return lambda ask: reduce(join, (part(ask) for part in each))

    def looked_up(self, fact: str, conditions: Sequence[Condition], number: Callable[[Sequence[int]], int]) -> Weigh:
        """The number that stands for the truths of conditions on one fact."""
        name, names = variable_name(fact), self.names.get(fact)
        cuts = _cuts(conditions)
        truths = [[truth_of(one, way) for one in conditions] for way in (*(names or cuts), None)]
        table = np.array([number(each) for each in truths], np.int32)  # the last place is what -1 points to
        if names is not None:
            return lambda ask: table.take(ask(name), mode="wrap")
        return lambda ask: table.take(_step(ask(name), cuts), mode="wrap")


def _joined(condition: Condition) -> tuple[Callable[[Whole, Whole], Whole], int, tuple[Condition, ...]]:
    """How parts are joined, and the truth of a part that changes nothing."""
    match condition:
        case All(parts):
            return and_, TRUE, parts
        case AnyOf(parts):
            return or_, FALSE, parts
        case _:
            raise AssertionError(condition)


def _cuts(conditions: Sequence[Condition]) -> tuple[int, ...]:
    """The figures from which on some condition may have another truth."""
    compared = (leaf for one in conditions for leaf in leaves(one) if isinstance(leaf, Compare))
    cuts = tuple(sorted({0, *(leaf.threshold + (leaf.operator in ("above", "at_most")) for leaf in compared)}))
    assert cuts[0] == 0, "a figure below nought could not be told from a missing one"
    return cuts


def _step(said: Whole, cuts: Sequence[int]) -> npt.NDArray[np.int8]:
    """The number of the last cut that each figure reaches, -1 for those that are missing."""
    step = (said >= cuts[0]).view(np.int8)
    for cut in cuts[1:]:
        step = step + (said >= cut).view(np.int8)
    return step - 1


def variable_name(fact: str) -> str:
    """A name that OpenFisca takes."""
    return "".join(sign if sign.isalnum() else "_" for sign in fact)


def told(columns: Columns) -> Told:
    """The columns as arrays of the kind that OpenFisca keeps, so that it has nothing to convert."""
    assert not (NEVER_TOLD.keys() | STANDS_FOR.keys()) & columns.choices.keys()
    assert all(np.array_equal(one.lo, one.hi) for one in columns.numbers.values()), "a range is not one figure"
    assert all(len(value) == 1 for one in columns.choices.values() for value in one.values if value is not None)
    figures = {fact: np.where(one.missing, MISSING, one.lo).astype(np.int32) for fact, one in columns.numbers.items()}
    names: dict[str, tuple[str, ...]] = {}
    for fact, choice in columns.choices.items():
        place: dict[str, int] = {}
        said = [LEFT_OUT.get(fact) if value is None else min(value) for value in choice.values]
        codes = [MISSING if one is None else place.setdefault(one, len(place)) for one in said]
        figures[fact] = np.array(codes, np.int32)[choice.codes]
        names[fact] = tuple(place)
    return Told(figures, names)


def truth_of(condition: Condition, value: str | int | None) -> int:
    """The truth of a condition on one fact, told or (None) missing, and on facts that no line tells."""
    match condition:
        case All(parts):
            return reduce(and_, (truth_of(part, value) for part in parts), TRUE)
        case AnyOf(parts):
            return reduce(or_, (truth_of(part, value) for part in parts), FALSE)
        case Not(part):
            return _denied(truth_of(part, value))
        case In(fact, values):
            said = NEVER_TOLD.get(fact, value)
            return UNKNOWN if said is None else TRUE if said in values else FALSE
        case Compare(_, operator, threshold):
            return UNKNOWN if value is None else TRUE if COMPARISON[operator](int(value), threshold) else FALSE
        case Doubt():
            return OPEN
        case _:
            raise AssertionError(condition)


def _denied(truth: int) -> int:
    """What is surely false may not hold, and what may be false does not surely hold."""
    turned = ((SURELY, MAY_BE_OPEN), (MAY, SURELY_OPEN), (SURELY_OPEN, MAY), (MAY_BE_OPEN, SURELY))
    return sum(bit for bit, opposite in turned if not truth & opposite)
