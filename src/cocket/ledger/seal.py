"""Folds the heads of all chains into one hash that others can hold.

A chain shows that its entries agree with its head; only a head that somebody else holds shows that the whole chain was
not written anew. Each seal appends the lines that grew since the last one to a Merkle log and keeps its size and root:
hand those two out (print them, publish them, send them to the other side).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from cocket.ledger.book import Book
from cocket.ledger.errors import LedgerError
from cocket.ledger.merkle import Log, leaf_hash


@dataclass(frozen=True, slots=True)
class Seal:
    """``new``: how many leaves this seal appended; 0 means that nothing grew and the last seal still stands."""

    size: int
    root: bytes
    sealed: str
    new: int


def leaf_of(line: str, seq: int, head: bytes) -> bytes:
    return leaf_hash(f"{line}\t{seq}\t{head.hex()}".encode())


def seal(book: Book, clock: Callable[[], datetime]) -> Seal:
    """Raises LedgerError for a book without entries."""
    with book.transaction() as store:
        leaves, grown = store.leaves(), store.grown()
        if not leaves and not grown:
            raise LedgerError("The ledger has no entries to seal", "Open a line first")
        log = Log()
        for line, seq, head in (*leaves, *grown):
            log.append(leaf_of(line, seq, head))
        if not grown:
            return Seal(log.size, log.root(), store.last_sealed(), 0)
        made = Seal(log.size, log.root(), clock().astimezone(UTC).isoformat(timespec="seconds"), len(grown))
        store.add_seal(made.size, made.root, made.sealed, [(len(leaves) + at, *one) for at, one in enumerate(grown)])
        return made
