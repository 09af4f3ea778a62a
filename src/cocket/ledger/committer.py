"""One thread that books for many: what waits while a transaction is on its way goes into the next one.

The disk confirms a transaction in some milliseconds, however many bookings it holds. So requests wait for the one
before and share the one after; a line that all draw from is no slower than many lines.
"""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from threading import Condition, Lock, Thread
from typing import Final

from cocket.ledger.answer import Answer
from cocket.ledger.errors import LedgerError, LedgerFault, LedgerUnavailable
from cocket.ledger.post import Result
from cocket.ledger.request import Request

BATCH_MAX: Final = 1000
"""Some hundredths of a second of work; more would only make the first of a batch wait for the last."""

LINGER_S: Final = 0.004
"""So long after an answer a transaction waits for those whom it went to and who are about to ask again. Without it
every other transaction would leave with the first of them alone. Whoever comes later finds nobody waiting and goes at
once."""
LINGERS_MAX: Final = 5
"""It waits on, so many times at most, while more of them come: hundreds take longer where others want to work too."""

NOBODY: Final = 1 << 62
"""More than ever wait: the thread is at work and sees by itself who came."""

Waiting = tuple[Request, "Future[Answer]"]


class Committer:
    """``answer`` books some requests in one transaction, on this thread alone; see `Book.answer`."""

    def __init__(self, answer: Callable[[Sequence[Request]], list[Result]], stop: Callable[[], None]) -> None:
        self._answer, self._stop = answer, stop
        self._lock = Lock()
        self._ready = Condition(self._lock)
        self._waiting: deque[Waiting] = deque()
        self._wanted = NOBODY  # the thread is woken when so many wait: to wake it for each would cost each a turn
        self._closed = False
        self._thread = Thread(target=self._run, name="cocket-ledger", daemon=True)
        self._thread.start()

    def submit(self, request: Request) -> "Future[Answer]":
        future: Future[Answer] = Future()
        with self._lock:
            if self._closed:
                raise LedgerUnavailable("The ledger is closed", "Open it again")
            self._waiting.append((request, future))
            if len(self._waiting) >= self._wanted:
                self._wanted = NOBODY
                self._ready.notify()
        return future

    def close(self) -> None:
        """Answers what was submitted before, then ends the thread."""
        with self._ready:
            self._closed = True
            self._ready.notify()
        self._thread.join()

    def _run(self) -> None:
        before = 1
        while waiting := self._gather(before):
            before = len(waiting)
            self._book(waiting)
        self._stop()

    def _gather(self, before: int) -> list[Waiting]:
        """What waits now, at least one; none when the ledger is closed and everybody was answered."""
        with self._ready:
            for _ in range(LINGERS_MAX):
                there = len(self._waiting)
                if self._came(before, LINGER_S) or len(self._waiting) == there:
                    break
            if not self._waiting:
                self._came(1, None)
            return [self._waiting.popleft() for _ in range(min(len(self._waiting), BATCH_MAX))]

    def _came(self, wanted: int, timeout_s: float | None) -> bool:
        """Waits until so many wait for the thread, or nobody will come any more."""
        self._wanted = wanted
        try:
            return self._ready.wait_for(lambda: self._closed or len(self._waiting) >= wanted, timeout_s)
        finally:
            self._wanted = NOBODY

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
