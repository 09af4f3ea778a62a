"""How pieces of a fault stand together: where it is, what is wrong, and what to do."""

from collections.abc import Iterable
from functools import reduce
from typing import Final, Protocol, runtime_checkable

from cocket.wording.phrase import Phrase, Phrases

shape: Final = Phrases(
    "shape",
    {
        "placed": "{where}: {what}. {remedy}.",
        "fact": "{where}: {what}. {remedy}",
        "whole": "{what}. {remedy}.",
        "told": "{what}. {remedy}",
        "at": "{where}: {what}",
        "beside": "{one}, {other}",
        "then": "{one}; {other}",
        "and": "{one} and {other}",
        "or": "{one} or {other}",
        "span": "{first} to {last}",
        "row": "row {row}",
        "line": "line {line}",
        "column": "column {column}",
        "named_column": 'column "{column}"',
        "cell": "cell {cell}",
    },
)


@runtime_checkable
class Telling(Protocol):
    """A fault that tells itself whole, for a face to say in its language."""

    def told(self) -> Phrase: ...


class OfFact(Protocol):
    """An error about one fact of a line."""

    key: str
    problem: str
    remedy: str


def placed(where: str, what: str, remedy: str) -> Phrase:
    """A whole fault: all pieces come without their full stop."""
    return shape("placed", where=where, what=what, remedy=remedy)


def whole(what: str, remedy: str) -> Phrase:
    """The same where nobody needs to be told where it is."""
    return shape("whole", what=what, remedy=remedy)


def told(what: str, remedy: str) -> Phrase:
    """The same to be carried on within a sentence: without the last full stop."""
    return shape("told", what=what, remedy=remedy)


def fact_told(error: OfFact) -> Phrase:
    return shape("fact", where=error.key, what=error.problem, remedy=error.remedy)


def keyed(key: str, what: str, remedy: str) -> Phrase:
    """A whole fault of one part of what was given, or of the whole where there is no ``key``."""
    return shape("fact", where=key, what=what, remedy=remedy) if key else told(what, remedy)


def at(where: str, what: str) -> Phrase:
    return shape("at", where=where, what=what)


def within(place: str, *parts: str) -> str:
    """A place told from the whole to the part: the file, then its row, then the column; empty parts are left out."""
    for part in filter(None, parts):
        place = shape("beside", one=place, other=part) if place else part
    return place


def all_of(parts: Iterable[str]) -> str:
    """ "A and B" of several parts, the part itself of one."""
    return reduce(lambda one, other: shape("and", one=one, other=other), parts)


def each_of(parts: Iterable[str]) -> str:
    """ "A; B" of several parts that are long or have commas, the part itself of one."""
    return reduce(lambda one, other: shape("then", one=one, other=other), parts)


def any_of(parts: Iterable[str]) -> str:
    """ "A or B" of several parts, the part itself of one."""
    return reduce(lambda one, other: shape("or", one=one, other=other), parts)


def span(first: str, last: str) -> Phrase:
    return shape("span", first=first, last=last)


def row(number: int) -> Phrase:
    return shape("row", row=number)


def line(number: int) -> Phrase:
    return shape("line", line=number)


def column(name: str) -> Phrase:
    return shape("column", column=name)


def named_column(name: str) -> Phrase:
    return shape("named_column", column=name)


def cell(name: str) -> Phrase:
    return shape("cell", cell=name)


def without_stop(text: str) -> str:
    """The same text, still a phrase if it was one, where it has no full stop at its end."""
    return text.rstrip(".") if text.endswith(".") else text
