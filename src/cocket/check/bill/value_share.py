"""What listed items make up of a product's value, as a range that holds the true share whatever is not known.

Two readings are ours and not the law's: a part is worth no more than the whole it goes into and no less than its own
parts, and where the parts of something are given, nothing else of weight is in it. A listed item counts whole, and what
it was made of does not count again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from cocket.check.bill.listed_part import Judged, Listed
from cocket.check.bill.part import Bill, Part
from cocket.quantity.interval import PPB, Interval, exactly


@dataclass(frozen=True, slots=True)
class Range:
    """From ``lo`` to ``hi`` minor units of a currency; ``hi`` None has no end."""

    lo: Fraction
    hi: Fraction | None

    def within(self, whole: "Range") -> "Range":
        """No more than the whole is worth."""
        if whole.hi is None:
            return self
        hi = whole.hi if self.hi is None else min(self.hi, whole.hi)
        return Range(min(self.lo, hi), hi)

    def times(self, pieces: Fraction) -> "Range":
        return Range(self.lo * pieces, None if self.hi is None else self.hi * pieces)


@dataclass(frozen=True, slots=True)
class PartValue:
    """``value``: what the part is worth in one product. ``counted``: what of that is listed. ``depth`` in the tree."""

    part: Part
    depth: int
    judged: Judged
    value: Range
    counted: Range

    @property
    def is_in_doubt(self) -> bool:
        """Whether it is not known what the part is or what is in it; an item that counts can only lack its price."""
        return self.judged.item is not Listed.YES


class Valuation:
    """A bill valued part by part; ``share`` in parts per billion of the product's value, rounded outward."""

    def __init__(self, bill: Bill, judged: Mapping[str, Judged]) -> None:
        self.bill = bill
        self.judged = judged
        self.rows = tuple(self._walk(bill.top, 0, Fraction(1), Range(Fraction(0), None)))

    @property
    def share(self) -> Interval:
        """What goes into the product; the product itself is what the share is of."""
        whole, listed = self.rows[0].value, self.rows[0].counted
        lo = listed.lo / whole.hi if whole.hi else Fraction(0)
        if listed.hi == 0:
            return exactly(0)
        hi = listed.hi / whole.lo if listed.hi is not None and whole.lo else Fraction(1)
        return Interval(min(floor(lo * PPB), PPB), min(ceil(hi * PPB), PPB))

    @property
    def to_find_out(self) -> tuple[PartValue, ...]:
        """The parts by which the range is as wide as it is, the widest first: not those that only hold such parts."""
        wide = [row for row in self.rows if row.counted.lo != row.counted.hi and self._is_source(row)]
        return tuple(sorted(wide, key=lambda row: (row.counted.hi is not None, row.counted.lo - (row.counted.hi or 0))))

    def _is_source(self, row: PartValue) -> bool:
        return not self.bill.parts(row.part) or (row.depth > 0 and row.judged.item is not Listed.NO)

    @property
    def exceeding(self) -> tuple[Part, ...]:
        """Wholes whose parts are priced above them: prices to look at again."""
        priced = (row.part for row in self.rows if row.part.unit_price is not None)
        return tuple(part for part in priced if self._least_of_parts(part) > (part.unit_price or 0))

    def _walk(self, part: Part, depth: int, pieces: Fraction, whole: Range) -> Iterator[PartValue]:
        """The part and all below it; ``pieces`` of it stand in one product."""
        value = self._worth_of_one(part).times(pieces).within(whole)
        below = [tuple(self._walk(one, depth + 1, pieces * one.quantity, value)) for one in self.bill.parts(part)]
        counted = self._counted(part, depth, value, [rows[0].counted for rows in below])
        yield PartValue(part, depth, self.judged[part.number], value, counted)
        for rows in below:
            yield from rows

    def _worth_of_one(self, part: Part) -> Range:
        if part.unit_price is not None:
            return Range(Fraction(part.unit_price), Fraction(part.unit_price))
        return Range(self._least_of_parts(part), None)

    def _least_of_parts(self, part: Part) -> Fraction:
        least = (one.quantity * self._worth_of_one(one).lo for one in self.bill.parts(part))
        return sum(least, Fraction(0))

    def _counted(self, part: Part, depth: int, value: Range, of_parts: list[Range]) -> Range:
        judged = self.judged[part.number]
        item = judged.item if depth else Listed.NO  # the share is of the product, which is no part of itself
        if item is Listed.YES:
            return value
        told = of_parts or not judged.inside
        inside = (total(of_parts) if told else Range(Fraction(0), value.hi)).within(value)
        return inside if item is Listed.NO else Range(inside.lo, value.hi)


def total(ranges: list[Range]) -> Range:
    ends = [one.hi for one in ranges]
    known = [end for end in ends if end is not None]
    hi = sum(known, Fraction(0)) if len(known) == len(ends) else None
    return Range(sum((one.lo for one in ranges), Fraction(0)), hi)
