"""The ledger as other rooms use it: ask, and get the first answer, however often one asks."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from cocket.ledger import rows
from cocket.ledger.answer import Answer
from cocket.ledger.book import Book, Conflict
from cocket.ledger.committer import Committer
from cocket.ledger.errors import InsideTransaction, LedgerError, LedgerUnavailable
from cocket.ledger.post import post
from cocket.ledger.request import Request, refuse_id
from cocket.ledger.state import LineState, PeriodState
from cocket.ledger.store import Store
from cocket.quantity.rate import Rate

_joined: ContextVar[bool] = ContextVar("joined", default=False)


def utc_now() -> datetime:
    return datetime.now(UTC)


class Within:
    """The ledger inside a transaction of the caller's: what it books stands or falls with the caller's own writes."""

    def __init__(self, store: Store, book: Book) -> None:
        self._store, self._book = store, book

    def post(self, request: Request) -> Answer:
        """Raises LedgerError; after one that comes from the database the caller must roll back."""
        with self._translated():
            result = post(self._store, [request], self._book.clock())[0]
        if isinstance(result, LedgerError):
            raise result
        return result

    def lines(self, ids: Sequence[str]) -> list[LineState]:
        """The lines that exist, in the order of their ids, as they stand until the caller's transaction ends."""
        for id in ids:
            refuse_id(id, "line")
        with self._translated():
            return self._store.lock_lines(sorted(ids))

    def store_rate(self, rate: Rate) -> None:
        with self._translated():
            add_rate(self._store, rate)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            with self._book.translated():
                yield
        except Conflict as error:
            what = "Somebody else wrote the same at the same time"
            raise LedgerUnavailable(what, "Nothing was booked; roll back and try again") from error


class Ledger:
    """Many threads may use one. ``caller_in_transaction`` tells whether the calling thread holds a transaction open on
    the same database by other means than `within`: with Django, ``lambda: connection.in_atomic_block``."""

    def __init__(self, book: Book, *, caller_in_transaction: Callable[[], bool] = lambda: False) -> None:
        self.book = book
        self._in_transaction = caller_in_transaction
        self._committer = Committer(book.answer, book.close)

    def submit(self, request: Request) -> "Future[Answer]":
        """The answer to come, booked together with others. Raises InsideTransaction, for the booking would wait for
        the caller and the caller for the booking. The future raises OtherContent, UnknownLine or LedgerUnavailable."""
        if _joined.get() or self._in_transaction():
            what = f"Request {request.id} was given to the queue inside an open transaction, which it would wait for"
            raise InsideTransaction(what, "Commit first, or book through `within`")
        return self._committer.submit(request)

    def post(self, request: Request, timeout_s: float | None = None) -> Answer:
        """Waits for the answer; past the time it raises LedgerUnavailable, and the booking may still be made."""
        future = self.submit(request)
        try:
            return future.result(timeout_s)
        except TimeoutError:
            if future.cancel():
                raise LedgerUnavailable(
                    "The ledger did not come to the request in time", "Nothing was booked; repeat it"
                ) from None
            what = f"The ledger has not answered request {request.id} in time"
            raise LedgerUnavailable(what, "Repeat it with the same id", in_doubt=True) from None

    @contextmanager
    def within(self, connection: Any) -> Iterator[Within]:  # noqa: ANN401  # each database has its own kind
        """Books on the caller's connection, whose transaction the caller began and ends."""
        inside = Within(self.book.joined(connection), self.book)
        token = _joined.set(True)
        try:
            yield inside
        finally:
            _joined.reset(token)

    def store_rate(self, rate: Rate) -> None:
        """Raises LedgerError where another rate of the two currencies holds on one of its days."""
        other = self.book.another()
        try:
            with other.transaction() as store:
                add_rate(store, rate)
        except Conflict:
            raise LedgerError("Another rate of these days was stored meanwhile", "See which one is right") from None
        finally:
            other.close()

    def line(self, id: str) -> LineState | None:
        """The line as it stands now, for showing; what may be drawn is for a request to find out."""
        return next(iter(self.lines([id])), None)

    def lines(self, ids: Sequence[str]) -> list[LineState]:
        """As `line`, those of them that exist at one moment, in the order of their ids."""
        return [LineState(*row) for row in self._shown(rows.LINE, "ledger_line", ("id",), ids)]

    def periods(self, ids: Sequence[str]) -> list[PeriodState]:
        """As `lines`, the periods of those of them that have any, in their order."""
        return [PeriodState(*row) for row in self._shown(rows.PERIOD, "ledger_period", ("line", "number"), ids)]

    def _shown(
        self, columns: Sequence[str], table: str, key: Sequence[str], ids: Sequence[str]
    ) -> list[tuple[Any, ...]]:
        """In the order of their ``key``, which begins with the id of the line."""
        for id in ids:
            refuse_id(id, "line")
        if not ids:
            return []
        wanted = ", ".join(f"'{id}'" for id in ids)  # an id has no quote in it
        statement = f"select {', '.join(columns)} from {table} where {key[0]} in ({wanted}) order by {', '.join(key)}"
        with self.book.snapshot() as reader:
            return list(reader.rows(statement))

    def close(self) -> None:
        self._committer.close()

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def add_rate(store: Store, rate: Rate) -> None:
    for other in store.rates([(rate.currency, rate.into)])[rate.currency, rate.into]:
        if rate.first <= other.last and other.first <= rate.last:
            raise LedgerError(f"A rate is stored already: {other}", "Give the new one days of its own")
    store.add_rate(rate)
