"""A condition as alternatives, each of which joins tests on one fact each.

What a fact says of a condition depends on that fact alone only where one part of the condition speaks of no other. So
a condition is taken apart just as far: every part that speaks of one fact stays whole and becomes a test. "And" and
"or" of truths are the lower and the higher on a chain, which distribute over each other, and "not" turns the chain
round; so the alternatives have the truth of the condition, unknown and open included.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Final, TypeAlias

from cocket.law.condition import All, AnyOf, Compare, Condition, In, Not, leaves

Clause: TypeAlias = Mapping[str, Condition]
"""Fact -> what is wanted of it; all of them together. Under ``NO_FACT`` stands what no fact can change."""

NO_FACT: Final = ""
CLAUSES_MAX: Final = 4096  # an annex entry of ours has 16 at most


def clauses(condition: Condition) -> tuple[Clause, ...]:
    """The alternatives of a condition; none for one that can never hold. Raises ValueError beyond CLAUSES_MAX."""
    found = tuple(_joined(_alternatives(condition)))
    if len(found) > CLAUSES_MAX:
        raise ValueError(f"a condition has {len(found)} alternatives; write it as several entries")
    return found


def facts_of(condition: Condition) -> frozenset[str]:
    """The facts that a condition speaks of."""
    return frozenset(leaf.fact for leaf in leaves(condition) if isinstance(leaf, In | Compare))


def _alternatives(condition: Condition) -> Iterator[Clause]:
    facts = facts_of(condition)
    match condition:
        case _ if len(facts) <= 1:
            yield {next(iter(facts), NO_FACT): condition}
        case AnyOf(parts):
            for part in parts:
                yield from _alternatives(part)
        case All(parts):
            for choice in product(*(tuple(_alternatives(part)) for part in parts)):
                yield _together(choice)
        case Not(part):
            yield from _alternatives(_denied(part))


def _denied(condition: Condition) -> Condition:
    """The opposite, with the denial pushed inwards; what speaks of one fact is left whole."""
    match condition:
        case Not(part):
            return part
        case All(parts):
            return AnyOf(tuple(Not(part) for part in parts))
        case AnyOf(parts):
            return All(tuple(Not(part) for part in parts))
        case _:
            return Not(condition)


def _together(choice: tuple[Clause, ...]) -> Clause:
    tests: dict[str, Condition] = {}
    for clause in choice:
        for fact, test in clause.items():
            tests[fact] = All((tests[fact], test)) if fact in tests else test
    return tests


def _joined(alternatives: Iterator[Clause]) -> Iterator[Clause]:
    """Alternatives that want something of the same single fact are one."""
    single: dict[str, list[Condition]] = {}
    for clause in alternatives:
        if len(clause) == 1:
            ((fact, test),) = clause.items()
            single.setdefault(fact, []).append(test)
        else:
            yield clause
    for fact, tests in single.items():
        yield {fact: AnyOf(tuple(tests)) if len(tests) > 1 else tests[0]}
