"""One thread that books for many: what waits while a transaction is on its way goes into the next one.

The disk confirms a transaction in some milliseconds, however many bookings it holds. So requests wait for the one
before and share the one after; a line that all draw from is no slower than many lines.
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Final

from cocket.ledger.answer import Answer
from cocket.ledger.errors import LedgerError, LedgerFault, LedgerUnavailable
from cocket.ledger.post import Result
from cocket.ledger.request import Request

BATCH_MAX: Final = 1000
"""Some hundredths of a second of work; more would only make the first of a batch wait for the last."""

LINGER_S: Final = 0.004
"""So long a transaction waits for those whom the one before answered and who are about to ask again. Without it every
other transaction would leave with the first of them alone."""

Waiting = tuple[Request, "Future[Answer]"]


class Committer:
    """``answer`` books some requests in one transaction, on this thread alone; see `Book.answer`."""

    def __init__(self, answer: Callable[[Sequence[Request]], list[Result]], stop: Callable[[], None]) -> None:
        self._answer, self._stop = answer, stop
        self._queue: SimpleQueue[Waiting | None] = SimpleQueue()
        self._closing = Lock()
        self._closed = False
        self._before = 0
        self._thread = Thread(target=self._run, name="cocket-ledger", daemon=True)
        self._thread.start()

    def submit(self, request: Request) -> "Future[Answer]":
        future: Future[Answer] = Future()
        with self._closing:
            if self._closed:
                raise LedgerUnavailable("The ledger is closed", "Open it again")
            self._queue.put((request, future))
        return future

    def close(self) -> None:
        """Answers what was submitted before, then ends the thread."""
        with self._closing:
            if not self._closed:
                self._closed = True
                self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        last = False
        while not last:
            waiting, last = self._gather()
            if waiting:
                self._book(waiting)
        self._stop()

    def _gather(self) -> tuple[list[Waiting], bool]:
        """What waits now, at least one; and whether it was the last."""
        waiting: list[Waiting] = []
        one = self._queue.get()
        until = time.monotonic() + LINGER_S
        while one is not None:
            waiting.append(one)
            if len(waiting) >= BATCH_MAX:
                return waiting, False
            try:
                linger_s = until - time.monotonic() if len(waiting) < self._before else 0
                one = self._queue.get(linger_s > 0, max(linger_s, 0))
            except Empty:
                self._before = len(waiting)
                return waiting, False
        return waiting, True

    def _book(self, waiting: list[Waiting]) -> None:
        # whoever gave up waiting before its turn is not booked; from here on a booking cannot be called back
        waiting = [(request, future) for request, future in waiting if future.set_running_or_notify_cancel()]
        try:
            results = self._answer([request for request, _ in waiting])
        except LedgerError as error:
            results = [error] * len(waiting)
        except Exception as error:  # noqa: BLE001  # the thread must go on, and nobody may wait for ever
            fault = LedgerFault(f"The ledger failed: {error!r}", "Repeat the request with the same id")
            fault.__cause__ = error
            results = [fault] * len(waiting)
        for (_, future), result in zip(waiting, results, strict=True):
            if isinstance(result, LedgerError):
                future.set_exception(result)
            else:
                future.set_result(result)
