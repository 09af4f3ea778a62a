"""A closed range of whole numbers: what is known of a share or a measured value.

Shares are counted in parts per billion (ppb) of the mass: fine enough for a purity of nine nines, and any
share fits a 32-bit column.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Self

PPB = 1_000_000_000
"""The whole: 100 % in parts per billion."""


@dataclass(frozen=True, slots=True)
class Interval:
    """``lo`` to ``hi``, both included. Raises ValueError when it would be empty."""

    lo: int
    hi: int

    def __post_init__(self) -> None:
        if self.lo > self.hi:
            raise ValueError(f"an interval from {self.lo} to {self.hi} is empty")

    @classmethod
    def around(cls, lo: Fraction, hi: Fraction) -> Self:
        """The smallest interval of whole numbers that holds everything from ``lo`` to ``hi``."""
        return cls(floor(lo), ceil(hi))

    def holds(self, number: int | Fraction) -> bool:
        return self.lo <= number <= self.hi

    def intersect(self, other: "Interval") -> "Interval | None":
        """What both allow; None when nothing is left."""
        lo, hi = max(self.lo, other.lo), min(self.hi, other.hi)
        return Interval(lo, hi) if lo <= hi else None

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both."""
        return Interval(min(self.lo, other.lo), max(self.hi, other.hi))


def exactly(number: int) -> Interval:
    return Interval(number, number)
