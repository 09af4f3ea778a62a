"""What was read from a description: facts, each with the words it came from and how sure it is."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Sure: TypeAlias = Literal["certain", "likely"]
Doubtful: TypeAlias = Literal["third_language", "too_long", "in_doubt", "several_goods", "not_understood"]

# Facts that are shown and never decide anything.
SHOWN_ONLY: Final = frozenset({"grade", "quantity", "absent", "origin", "destination"})


@dataclass(frozen=True, slots=True)
class ReadFact:
    """One fact and its words ``text[start:end]``.

    ``values`` by fact: ``kind`` and ``family`` all values that the words leave possible; ``contains`` and ``absent``
    a symbol; ``share`` a substance and its mass share as `parse_share` reads it; ``purity`` a mass share in per cent;
    ``substance``, ``grade`` a name; ``quantity`` an amount as written; ``origin`` and ``destination`` a country code.
    """

    fact: str
    values: tuple[str, ...]
    sure: Sure
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts in the order of the text; ``doubts`` say why nothing, or nothing for certain, was read."""

    facts: tuple[ReadFact, ...] = ()
    doubts: tuple[Doubtful, ...] = ()

    def of(self, fact: str) -> tuple[ReadFact, ...]:
        return tuple(one for one in self.facts if one.fact == fact)


NOTHING_READ: Final = Reading()
