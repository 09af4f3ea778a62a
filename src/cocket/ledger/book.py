"""A database that holds a ledger, as its committer uses it: whole transactions, begun, ended and tried again."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Final

from cocket.ledger.errors import LedgerError, LedgerFault
from cocket.ledger.post import Result, post
from cocket.ledger.request import Request
from cocket.ledger.store import Reader, Store

TRIES_MAX: Final = 8
"""A request that others get ahead of so often is told to come again."""


class Conflict(Exception):  # noqa: N818  # never leaves this room
    """Somebody else wrote the same rows or ids at the same time; what was begun is undone and may be tried again."""


class Book(ABC):
    """Used by one thread at a time. ``clock`` gives the time that entries are recorded at, with its zone."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.clock = clock

    @abstractmethod
    def transaction(self) -> AbstractContextManager[Store]:
        """Commits at its end, or undoes all. Raises Conflict, LedgerUnavailable or LedgerFault."""

    @abstractmethod
    def joined(self, connection: Any) -> Store:  # noqa: ANN401  # each database has its own kind
        """The store on a caller's connection; raises LedgerError when no transaction is open on it."""

    @abstractmethod
    def translated(self) -> AbstractContextManager[None]:
        """Tells the database's own faults as LedgerError or Conflict, in a transaction that the caller ends."""

    @abstractmethod
    def create(self) -> None:
        """Makes the tables where there are none; raises LedgerError for tables of another version."""

    @abstractmethod
    def snapshot(self) -> AbstractContextManager[Reader]:
        """One moment of the whole book, for reading only, on a connection of its own."""

    @abstractmethod
    def another(self) -> "Book":
        """The same ledger by another connection, for another thread."""

    @abstractmethod
    def close(self) -> None: ...

    def answer(self, requests: Sequence[Request]) -> list[Result]:
        """All in one transaction; where that meets a conflict or a fault, one by one, so that only one may fail."""
        try:
            return self._once(requests)
        except (Conflict, LedgerFault):
            return [self._alone(request) for request in requests]

    def _once(self, requests: Sequence[Request]) -> list[Result]:
        with self.transaction() as store:
            return post(store, requests, self.clock())

    def _alone(self, request: Request) -> Result:
        for _ in range(TRIES_MAX):
            try:
                return self._once([request])[0]
            except Conflict:
                continue
            except LedgerError as error:
                return error
        return LedgerFault(
            f"Request {request.id} met others at each of {TRIES_MAX} tries", "Repeat it with the same id"
        )
