"""Columns of values as PostgreSQL's arrays, in its binary form.

psycopg writes an array value by value, each looked at and quoted: for the row of one line that took longer than the
server took to change it. Here a column has one type and no null, and becomes bytes in one go.
"""

from collections.abc import Sequence
from functools import lru_cache
from struct import Struct
from typing import Any, Final

import psycopg
from psycopg.abc import AdaptContext
from psycopg.adapt import Dumper, PyFormat
from psycopg.pq import Format
from psycopg.types.numeric import Int8

# dimensions, whether there are nulls, type of the elements, how many, the index of the first
_HEAD: Final = Struct("!iiIii")
_LENGTH: Final = Struct("!i")


class Texts(tuple[str, ...]):
    """A column of texts."""

    __slots__ = ()


class Numbers(tuple[int, ...]):
    """A column of whole numbers of eight bytes."""

    __slots__ = ()


class Hashes(tuple[bytes, ...]):
    """A column of bytes."""

    __slots__ = ()


class _Hashes(Dumper):
    """``element`` and ``array``: how PostgreSQL numbers the type of one value and of a column of them."""

    format = Format.BINARY
    element, array = 17, 1001

    def __init__(self, cls: type, context: AdaptContext | None = None) -> None:
        super().__init__(cls, context)
        # of this dumper alone: on the class psycopg would take it for whatever else a caller sends as this type
        self.oid = self.array

    def dump(self, obj: Any) -> bytes:  # noqa: ANN401  # as psycopg has it
        parts = (part for value in obj for part in (_LENGTH.pack(len(value)), value))
        return b"".join((_HEAD.pack(1, 0, self.element, len(obj), 1), *parts))


class _Texts(_Hashes):
    element, array = 25, 1009

    def dump(self, obj: Any) -> bytes:  # noqa: ANN401
        return super().dump([text.encode() for text in obj])


class _Numbers(_Hashes):
    element, array = 20, 1016

    def dump(self, obj: Any) -> bytes:  # noqa: ANN401
        cells = [8] * (2 * len(obj))  # each number with its length before it
        cells[1::2] = obj
        return _HEAD.pack(1, 0, self.element, len(obj), 1) + _cells(len(obj)).pack(*cells)


@lru_cache(64)
def _cells(count: int) -> Struct:
    return Struct("!" + "iq" * count)


_KINDS: Final = {str: ("text", Texts, str), int: ("bigint", Numbers, Int8), bytes: ("bytea", Hashes, bytes)}
_DUMPERS: Final = {Texts: _Texts, Numbers: _Numbers, Hashes: _Hashes}


def column(values: Sequence[Any]) -> Any:  # noqa: ANN401
    """At least one value, all of the type of the first."""
    return _KINDS[type(values[0])][1](values)


def as_rows(names: Sequence[str], rows: Sequence[Sequence[Any]], *, share: bool = True) -> tuple[str, list[Any]]:
    """What a SELECT reads to have these rows, and its parameters. A value that all rows share is sent once: entries
    of one transaction are much alike, and the server takes an array apart value by value. Without ``share`` only a
    single row is sent so: which columns are shared would change from one statement to the next, each with a plan."""
    read, parameters = [], []
    for name, values in zip(names, zip(*rows, strict=True), strict=True):
        kind, many, one = _KINDS[type(values[0])]
        shared = values.count(values[0]) == len(values) if share else len(rows) == 1
        read.append(f"%s::{kind} as {name}" if shared else f"unnest(%s::{kind}[]) as {name}")
        parameters.append(one(values[0]) if shared else many(values))
    return ", ".join(read), parameters


def teach(connection: "psycopg.Connection[tuple[Any, ...]]") -> None:
    """Lets the connection, which may be a caller's, send columns; what else it sends goes as before."""
    try:
        connection.adapters.get_dumper(Texts, PyFormat.BINARY)
    except psycopg.ProgrammingError:
        for kind, dumper in _DUMPERS.items():
            connection.adapters.register_dumper(kind, dumper)
