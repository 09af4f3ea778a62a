"""Conditions as data: what the law wants of the facts, in a vocabulary small enough to invert and to prove.

A condition is evaluated in four values (see ``determination.logic``). Numbers are integers: shares of mass
or value in parts per billion, measured properties in millionths of their unit, counts as they are.
"""

from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from cocket.law.words import Words

Operator: TypeAlias = Literal["above", "at_least", "below", "at_most"]


class In(msgspec.Struct, frozen=True, tag="in"):
    """The fact is one of the values."""

    fact: str
    values: frozenset[str]


class Compare(msgspec.Struct, frozen=True, tag="compare"):
    """The fact stands in this relation to the threshold."""

    fact: str
    operator: Operator
    threshold: int


class All(msgspec.Struct, frozen=True, tag="all"):
    parts: tuple["Condition", ...]


class AnyOf(msgspec.Struct, frozen=True, tag="any"):
    parts: tuple["Condition", ...]


class Not(msgspec.Struct, frozen=True, tag="not"):
    part: "Condition"


class Doubt(msgspec.Struct, frozen=True, tag="doubt"):
    """The text does not decide: a person must. Never true, never false."""

    question: Words


class Party(msgspec.Struct, frozen=True, tag="party"):
    """A party in one of the roles is bound by the list on the day; becomes ``In`` when the day is known."""

    listed_in: tuple[str, ...]
    roles: tuple[str, ...]
    binds_abroad: bool = False


Condition: TypeAlias = In | Compare | All | AnyOf | Not | Doubt | Party
Leaf: TypeAlias = In | Compare | Doubt | Party

ALWAYS = All(())
NEVER = AnyOf(())


def both(first: Condition, second: Condition) -> Condition:
    """The conjunction, flattened so that a proof reads as one list."""
    parts: list[Condition] = []
    for condition in (first, second):
        parts.extend(condition.parts if isinstance(condition, All) else (condition,))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def leaves(condition: Condition) -> Iterator[Leaf]:
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield condition
