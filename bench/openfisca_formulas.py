"""The formulas of the peer that say what follows, in numpy over all lines of a day.

``ask`` gives another variable. Truths side by side, sets of outcomes and lists of names are bits of whole numbers, and
tables are looked up with ``take`` and "wrap", which is faster than an index for the numbers that OpenFisca keeps.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import product
from operator import and_, or_
from typing import Final

import numpy as np

from bench.openfisca_meaning import RULES, SIDE, Tables
from bench.openfisca_truths import BITS, MAY, MAY_BE_OPEN, SURELY, SURELY_OPEN, TRUE, Ask, Weigh, Whole
from cocket.determination.outcome import Outcome

Names = tuple[str, ...]
ANSWERS: Final = (*(one.name for one in Outcome), "NEEDS_FACTS", "UNRESOLVED", "CONSULT")
NEEDS_FACTS, UNRESOLVED, CONSULT = range(len(Outcome), len(ANSWERS))
ROOM: Final = 30  # bits in a number of OpenFisca's
SETS: Final = range(1 << SIDE)
FREE: Final = 1 << Outcome.NOT_CONTROLLED | 1 << Outcome.NOT_REQUIRED_SUSPENDED
# Of a set of outcomes: the one that it is, -1 for several; what is free either way settled; free ones counted as one.
ALONE: Final = np.array([one.bit_length() - 1 if one & (one - 1) == 0 else -1 for one in SETS], np.int32)
SETTLED: Final = np.array([1 << Outcome.NOT_REQUIRED_SUSPENDED if one == FREE else one for one in SETS], np.int32)
AS_ONE: Final = np.array([one & ~FREE | bool(one & FREE) for one in SETS], np.int32)


def side_by_side(truths: Sequence[int]) -> int:
    return sum(truth << BITS * place for place, truth in enumerate(truths))


def by_truths(count: int, number: Callable[[Sequence[int]], int]) -> Whole:
    """A number for so many truths side by side, as a table."""
    every = product(range(TRUE + 1), repeat=count)  # the last one changes fastest, and is lowest in the table
    return np.array([number(truths[::-1]) for truths in every], np.int32)


def goods(count: int) -> Whole:
    """The truth that goods are of any of so many entries."""
    return by_truths(count, lambda truths: reduce(or_, truths))


def surely(count: int) -> Whole:
    """Which of so many entries hold for certain, a bit for each."""
    return by_truths(count, lambda truths: sum((one & SURELY) << place for place, one in enumerate(truths)))


def keeping_open(facts: Sequence[int]) -> Whole:
    """The facts, as bits, on which undecided entries hang; given those of each."""

    def of_undecided(truths: Sequence[int]) -> int:
        return reduce(or_, (own for own, one in zip(facts, truths, strict=True) if undecided(one)), 0)

    return by_truths(len(facts), of_undecided)


def undecided(truth: int) -> bool:
    """Whether a missing fact could change it: at least and at most are not the same."""
    return bool(truth & SURELY) != bool(truth & MAY) or bool(truth & SURELY_OPEN) != bool(truth & MAY_BE_OPEN)


def nothing(ask: Ask) -> Whole:  # noqa: ARG001
    """OpenFisca makes an array of it."""
    return 0  # type: ignore[return-value]


def masked(name: str, mask: int) -> Weigh:
    return (lambda ask: ask(name) & mask) if mask else nothing


def folded(tables: Tables, cases: Sequence[str]) -> Weigh:
    """The strictest of what follows from several instruments, for each of the ways that the tables hold."""

    def weigh(ask: Ask) -> Whole:
        told = [ask(case) for case in cases]
        possible = reduce(or_, (tables.possible.take(case, mode="wrap") for case in told))
        unsurpassed = reduce(and_, (tables.unsurpassed.take(case, mode="wrap") for case in told))
        return possible & unsurpassed

    return weigh


def settled(ask: Ask) -> Whole:
    """What is possible, of three ways that stand side by side."""
    return SETTLED.take(ask("outcomes") & SETS[-1], mode="wrap")


def asks(ask: Ask) -> Whole:
    """Whether a missing fact can change the answer: with all that is undecided biting it is another than with none."""
    three = ask("outcomes")
    bites, bites_not = three >> SIDE & SETS[-1], three >> 2 * SIDE
    several: Whole = ALONE.take(ask("possible"), mode="wrap") < 0
    unlike: Whole = AS_ONE.take(bites, mode="wrap") != AS_ONE.take(bites_not, mode="wrap")
    return several & unlike


def differs(fold: Weigh) -> Weigh:
    """Whether another version of the law has another answer; ``fold`` has the two side by side."""

    def weigh(ask: Ask) -> Whole:
        both = fold(ask)
        unlike: Whole = AS_ONE.take(both & SETS[-1], mode="wrap") != AS_ONE.take(both >> SIDE, mode="wrap")
        return unlike

    return weigh


def joined(variables: Mapping[str, Whole], bits: int = 0) -> Weigh:
    """What the tables of some variables say, "or"-ed; or side by side, so many bits each."""
    shifts = [(name, table << bits * place) for place, (name, table) in enumerate(variables.items())]
    return lambda ask: reduce(or_, (table.take(ask(name), mode="wrap") for name, table in shifts))


def needed(facts: Sequence[str], keeping: Weigh) -> Weigh:
    """The missing ones of ``facts`` that keep something undecided, on lines that they can move."""

    def weigh(ask: Ask) -> Whole:
        missing = reduce(or_, (ask(fact) >> 31 & 1 << bit for bit, fact in enumerate(facts)))  # MISSING's sign
        return np.where(ask("asks"), missing & keeping(ask), 0)

    return weigh


def keeping_rules(facts_of: Mapping[str, int]) -> Whole:
    """By number of ``undecided_rules`` the facts on which these hang."""
    table = np.zeros(1 << len(RULES), np.int32)
    for number in range(len(table)):
        some = (rule for place, rule in enumerate(RULES) if number >> place & 1)
        table[number] = reduce(or_, (facts_of[rule] for rule in some), 0)
    return table


def answer(lists_of_needed: Sequence[str]) -> Weigh:
    """The one outcome, or why the line is open."""

    def weigh(ask: Ask) -> Whole:
        alone = ALONE.take(ask("possible"), mode="wrap")
        asked = reduce(or_, map(ask, lists_of_needed)) != 0
        why = np.where(asked, NEEDS_FACTS, np.where(ask("unresolved"), UNRESOLVED, CONSULT))
        return np.where(alone < 0, why, alone)

    return weigh


def portions(names: Names, size: int) -> Iterator[Names]:
    return (names[first : first + size] for first in range(0, len(names), size))
