"""Reads a snapshot of a ledger in PostgreSQL: millions of rows, none of them kept."""

import re
from binascii import unhexlify
from collections.abc import Iterator, Sequence
from itertools import count
from secrets import randbits
from typing import Any, Final

import psycopg
from psycopg.errors import error_from_result
from psycopg.pq import ExecStatus

from cocket.ledger import rows
from cocket.ledger.entry import Entry
from cocket.ledger.store import EntryText

DIGEST_AT: Final = Entry._fields.index("digest")
# As COPY writes a row: a tab between values, a backslash before what could be mistaken, bytes in hex after "\\x".
MARK: Final = b"\\"
BYTES: Final = b"\\\\x"
HEX: Final = b"\\x"
OWN_LENGTH: Final = len(BYTES) + 64 + 1
"""Of a hash in hex with its mark, and the line end after it."""
MISSING: Final = b"\\N"
_ESCAPED: Final = re.compile(rb"\\(.)", re.DOTALL)
_MEANT: Final = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}


class PostgresReader:
    """On a connection whose transaction sees one moment, with UTF-8 and bytes in hex."""

    def __init__(self, connection: "psycopg.Connection[tuple[Any, ...]]") -> None:
        self._connection = connection
        self._opened = count(1)
        self._seed = randbits(62)
        self._copying = False

    def rows(self, statement: str) -> Iterator[tuple[Any, ...]]:
        """By a cursor on the server."""
        self._finish()
        # named apart: one may be left before its end, and its name stays taken for a while
        with self._connection.cursor(name=f"rows {next(self._opened)}", binary=True) as cursor:
            cursor.itersize = 5000
            cursor.execute(statement)
            yield from cursor

    def entries(self, order: str = "") -> Iterator[EntryText]:
        """By COPY as texts, which are nearly what the hash is made of: the server takes longer to put that together."""
        self._finish()
        columns = ", ".join(rows.ENTRY)
        table = f"(select {columns} from ledger_entry {order})" if order else f"ledger_entry ({columns})"
        # row by row from libpq: by way of psycopg's own reading each takes twice as long
        server = self._connection.pgconn
        answer = server.exec_(f"copy {table} to stdout".encode())
        if answer.status != ExecStatus.COPY_OUT:
            raise error_from_result(answer)
        self._copying = True
        next_row = server.get_copy_data
        size, found = next_row(0)
        while size > 0:
            yield entry_text(bytes(found))
            size, found = next_row(0)
        self._end()

    def _finish(self) -> None:
        """What was left before its end is read to it: only then the connection serves for more."""
        if self._copying:
            while self._connection.pgconn.get_copy_data(0)[0] > 0:
                pass
            self._end()

    def _end(self) -> None:
        self._copying = False
        while (answer := self._connection.pgconn.get_result()) is not None:
            if answer.status == ExecStatus.FATAL_ERROR:
                raise error_from_result(answer)

    def fingerprint(self, texts: Sequence[str], numbers: Sequence[str]) -> str:
        """Each value hashed with what came of those before it as the seed, the first with one drawn by lot."""
        found = str(self._seed)
        for name in numbers:
            found = f"hashint8extended({name}, {found})"
        for name in texts:
            found = f'hashtextextended({name} collate "C", {found})'
        return found


def entry_text(row: bytes) -> EntryText:
    """From a row as COPY writes it, with its line end: nearly always its only marked signs are those of digest and
    hash, and then the text is what stands between."""
    at = row.find(MARK)
    if row[at : at + 3] == BYTES and row.find(MARK, at + 3) == len(row) - OWN_LENGTH:
        return row[:at] + row[at + 3 : -OWN_LENGTH - 1], unhexlify(row[-OWN_LENGTH + 3 : -1])
    return _unusual(row)


def _unusual(row: bytes) -> EntryText:
    """With a sign in it that COPY has to mark, without a value, or with a hash of another length."""
    fields = row[:-1].split(b"\t")
    missing = MISSING in fields
    meant = [b"" if one == MISSING else _ESCAPED.sub(_sign, one) for one in fields]
    *values, own = meant
    values[DIGEST_AT] = values[DIGEST_AT].removeprefix(HEX)
    return b"\t".join(values), None if missing else unhexlify(own.removeprefix(HEX))


def _sign(found: re.Match[bytes]) -> bytes:
    return _MEANT.get(found[1], found[1])
