"""Facts of many lines by column: choices as numbers of distinct values, figures as ranges of whole numbers.

The rules for what a fact left out means are those of ``facts``, applied to whole columns.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cocket.determination.facts import ABSENT_MEANS, NO_PARENT, STANDS_FOR, Facts, Known
from cocket.determination.kernel.distinct import distinct
from cocket.determination.weighing import NEXT_TO_NOTHING_PPB, UNNAMED_KIND, UNNAMED_SUBSTANCE
from cocket.quantity.interval import PPB, Interval

Whole = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Value = frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Choices:
    """``values[codes[row]]`` is what a row may be; None for anything."""

    codes: Codes
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The range of each row; where ``missing`` the figures mean nothing."""

    lo: Whole
    hi: Whole
    missing: Flags

    def take(self, rows: Whole) -> "Numbers":
        """Some of the rows; exact figures, of which ``hi`` is ``lo`` itself, stay so."""
        lo = self.lo.take(rows)
        return Numbers(lo, lo if self.hi is self.lo else self.hi.take(rows), self.missing.take(rows))


@dataclass(frozen=True, slots=True)
class Columns:
    """What was said of ``rows`` lines; a fact that is nowhere has no column, one left out of a row is None there."""

    rows: int
    choices: Mapping[str, Choices]
    numbers: Mapping[str, Numbers]
    rest_hi: Whole

    def choice(self, fact: str) -> Choices:
        """Each row's possible values, with what a fact left out means."""
        said = self.choices.get(fact)
        if said is not None and None not in said.values:
            return said
        if (base := base_of(fact)) is not None:
            instead = self.choice(base)
            return instead if said is None else _filled(said, instead)
        default = NO_PARENT if fact.partition("@")[0] == "end_user_parent" else ABSENT_MEANS.get(fact)
        if said is None:
            return Choices(np.zeros(self.rows, np.int32), (default,))
        return Choices(said.codes, tuple(default if value is None else value for value in said.values))

    def number(self, fact: str) -> Numbers:
        """Each row's range, with what a fact left out means."""
        said = self.numbers.get(fact)
        if said is not None and not said.missing.any():
            return said
        return self.number_at(fact, np.arange(self.rows))

    def number_at(self, fact: str, rows: Whole) -> Numbers:
        """The same for some rows."""
        if fact not in self.numbers:
            return self.left_out(fact, rows)
        said = self.numbers[fact].take(rows)
        missing = np.flatnonzero(said.missing)
        if not len(missing):
            return said
        instead = self.left_out(fact, rows[missing])
        lo, hi = said.lo.copy(), said.hi.copy()
        lo[missing], hi[missing], said.missing[missing] = instead.lo, instead.hi, instead.missing
        return Numbers(lo, hi, said.missing)

    def left_out(self, fact: str, rows: Whole) -> Numbers:
        """What it means for some rows that a number was left out of them."""
        zeros = np.zeros(len(rows), np.int64)
        nowhere = np.zeros(len(rows), np.bool_)
        if fact.startswith("content."):
            return Numbers(zeros, self.rest_hi.take(rows), nowhere)
        if fact.startswith("oxide."):
            return Numbers(zeros, self.number_at("content." + fact.removeprefix("oxide."), rows).hi, nowhere)
        return Numbers(zeros, zeros, nowhere if fact == "licence.exports_completed" else ~nowhere)

    def only(self, facts: Container[str]) -> "Columns":
        """The columns of some facts."""
        choices = {fact: said for fact, said in self.choices.items() if fact in facts}
        numbers = {fact: said for fact, said in self.numbers.items() if fact in facts}
        return Columns(self.rows, choices, numbers, self.rest_hi)

    def beside(self, other: "Columns") -> "Columns":
        """These columns with those of other facts for the same rows."""
        return Columns(self.rows, {**self.choices, **other.choices}, {**self.numbers, **other.numbers}, self.rest_hi)

    def marks(self) -> list[Whole]:
        """Whole numbers that are equal for rows of which the same was said; of elements not named they say nothing."""
        found: list[Whole] = [choice.codes.astype(np.int64) for choice in self.choices.values()]
        for said in self.numbers.values():
            found += [np.where(said.missing, -1, end) for end in (said.lo, said.hi)]
        return found

    def kinds(self) -> Whole:
        """The same number for rows of which the same was said, as ``marks`` tell them apart."""
        return distinct(self.marks() or [np.zeros(self.rows, np.int64)])[1]

    def take(self, rows: Whole) -> "Columns":
        """Some of the rows."""
        choices = {fact: Choices(said.codes[rows], said.values) for fact, said in self.choices.items()}
        numbers = {fact: said.take(rows) for fact, said in self.numbers.items()}
        return Columns(len(rows), choices, numbers, self.rest_hi[rows])

    def line(self, row: int) -> Facts:
        """The facts of one row."""
        values: dict[str, Known] = {}
        for fact, said in self.choices.items():
            value = said.values[said.codes[row]]
            if value is not None:
                values[fact] = value
        for fact, figures in self.numbers.items():
            if not figures.missing[row]:
                values[fact] = Interval(int(figures.lo[row]), int(figures.hi[row]))
        return Facts(values, int(self.rest_hi[row]))

    def told(self) -> "Columns":
        """The facts as unwritten law sees them; see ``weighing.as_told``."""
        kinds = self.choice("kind")
        other = np.array([value == UNNAMED_KIND for value in kinds.values], np.bool_)[kinds.codes]
        whole = other | (self.rest_hi <= NEXT_TO_NOTHING_PPB)
        if "constituents_named" in self.choices:
            named = self.choices["constituents_named"]
            whole |= np.array([value is not None for value in named.values], np.bool_)[named.codes]
        substance = self.choices.get("substance", Choices(np.zeros(self.rows, np.int32), (None,)))
        unnamed = UNNAMED_SUBSTANCE["substance"]
        assert isinstance(unnamed, frozenset)
        told = tuple(unnamed if value is None else value for value in substance.values)
        choices = {**self.choices, "substance": Choices(substance.codes, told)}
        return Columns(self.rows, choices, self.numbers, np.where(whole, 0, self.rest_hi))


def base_of(fact: str) -> str | None:
    """The fact that stands for another one where that is left out."""
    role, at, list_name = fact.partition("@")
    return STANDS_FOR[role] + at + list_name if role in STANDS_FOR else None


def _filled(said: Choices, instead: Choices) -> Choices:
    """The first with the second's values where it has none."""
    empty = np.array([value is None for value in said.values], np.bool_)[said.codes]
    codes = np.where(empty, instead.codes + len(said.values), said.codes).astype(np.int32)
    # the place of None keeps a value that no row has any more
    return Choices(codes, (*(NO_PARENT if value is None else value for value in said.values), *instead.values))


def columns_of(lines: Sequence[Facts]) -> Columns:
    """The facts of many lines as columns."""
    rows = len(lines)
    choices: dict[str, tuple[Codes, dict[Value, int]]] = {}
    numbers: dict[str, Numbers] = {}
    for row, line in enumerate(lines):
        for fact, known in line.values.items():
            if isinstance(known, Interval):
                if fact not in numbers:
                    numbers[fact] = Numbers(np.zeros(rows, np.int64), np.zeros(rows, np.int64), np.ones(rows, np.bool_))
                into = numbers[fact]
                into.lo[row], into.hi[row], into.missing[row] = known.lo, known.hi, False
            else:
                codes, values = choices.setdefault(fact, (np.zeros(rows, np.int32), {None: 0}))
                codes[row] = values.setdefault(known, len(values))
    rest = np.fromiter((min(line.rest_hi, PPB) for line in lines), np.int64, rows)
    return Columns(
        rows, {fact: Choices(codes, tuple(values)) for fact, (codes, values) in choices.items()}, numbers, rest
    )
