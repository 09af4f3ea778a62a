"""How pieces of a fault stand together: where it is, what is wrong, and what to do."""

from typing import Final

from cocket.wording.phrase import Phrase, Phrases

shape: Final = Phrases(
    "shape",
    {
        "placed": "{where}: {what}. {remedy}.",
        "told": "{what}. {remedy}",
        "at": "{where}: {what}",
        "beside": "{one}, {other}",
        "row": "row {row}",
        "column": "column {column}",
        "named_column": 'column "{column}"',
        "line": "line {line}",
        "cell": "cell {cell}",
        "span": "{first} to {last}",
    },
)


def placed(where: str, what: str, remedy: str) -> Phrase:
    """A whole fault: both pieces come without their full stop."""
    return shape("placed", where=where, what=what, remedy=remedy)


def within(place: str, *parts: str) -> str:
    """A place told from the whole to the part: the file, then its row, then the column; empty parts are left out."""
    for part in filter(None, parts):
        place = shape("beside", one=place, other=part) if place else part
    return place


def row(number: int) -> Phrase:
    return shape("row", row=number)


def column(name: str) -> Phrase:
    return shape("column", column=name)
