"""One thread books for many: who goes with whom, and what becomes of those who wait when it ends."""

import threading
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future

import pytest

from cocket.ledger import Answer, LedgerError, LedgerUnavailable, Request
from cocket.ledger.committer import BATCH_MAX, LINGERS_MAX, Committer, Waiting
from tests.ledger.trade import write_off


class Bookings:
    """Keeps which ids were booked together; a booking begins when the test lets it."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.gate = threading.Semaphore(0)
        self.began = threading.Semaphore(0)
        self.closed = False

    def answer(self, requests: Sequence[Request]) -> list[Answer | LedgerError]:
        self.batches.append([request.id for request in requests])
        self.began.release()
        self.gate.acquire()
        return [Answer(request.id, True, ()) for request in requests]

    def stop(self) -> None:
        self.closed = True


def submit(committer: Committer, *ids: str) -> list["Future[Answer]"]:
    return [committer.submit(write_off(id, 1)) for id in ids]


def test_who_comes_while_a_transaction_is_on_its_way_shares_the_next_one() -> None:
    book = Bookings()
    committer = Committer(book.answer, book.stop)
    first = submit(committer, "a")
    book.began.acquire()
    rest = submit(committer, "b", "c", "d")
    book.gate.release(2)
    assert [future.result(10).request for future in (*first, *rest)] == ["a", "b", "c", "d"]
    assert book.batches == [["a"], ["b", "c", "d"]]
    committer.close()


def test_what_waits_at_the_end_is_answered_and_nothing_after_it_is_taken() -> None:
    book = Bookings()
    committer = Committer(book.answer, book.stop)
    waiting = submit(committer, "a")
    book.began.acquire()
    waiting += submit(committer, "b", "c")
    ending = threading.Thread(target=committer.close)
    ending.start()
    book.gate.release(2)
    ending.join(10)
    assert not ending.is_alive() and book.closed
    assert [future.done() for future in waiting] == [True] * 3
    with pytest.raises(LedgerUnavailable, match="closed"):
        committer.submit(write_off("late", 1))


def test_no_transaction_is_larger_than_the_largest() -> None:
    book = Bookings()
    committer = Committer(book.answer, book.stop)
    submit(committer, "first")
    book.began.acquire()
    ids = [f"w{number}" for number in range(BATCH_MAX + 5)]
    waiting = submit(committer, *ids)
    book.gate.release(3)
    assert [future.result(10).request for future in waiting] == ids
    assert [len(batch) for batch in book.batches] == [1, BATCH_MAX, 5]
    committer.close()


def test_who_gave_up_before_its_turn_is_not_booked() -> None:
    book = Bookings()
    committer = Committer(book.answer, book.stop)
    submit(committer, "a")
    book.began.acquire()
    given_up, kept = submit(committer, "b", "c")
    assert given_up.cancel()
    book.gate.release(2)
    assert kept.result(10).request == "c"
    assert book.batches == [["a"], ["c"]]
    committer.close()


def test_a_fault_of_one_booking_does_not_end_the_thread() -> None:
    calls = iter([ValueError("odd"), None])

    def answer(requests: Sequence[Request]) -> list[Answer | LedgerError]:
        fault = next(calls)
        if fault:
            raise fault
        return [Answer(request.id, True, ()) for request in requests]

    committer = Committer(answer, lambda: None)
    with pytest.raises(LedgerError, match="odd"):
        committer.submit(write_off("a", 1)).result(10)
    assert committer.submit(write_off("b", 1)).result(10).accepted
    committer.close()


class Arriving(Committer):
    """Without its thread: with each wait as many come as the test says, and nobody else."""

    def __init__(self, come: list[int]) -> None:
        self._ready, self._waiting = threading.Condition(), deque[Waiting]()
        self._come, self.waits = iter(come), 0

    def _came(self, wanted: int, timeout_s: float | None) -> bool:
        self.waits += 1
        self._waiting.extend((write_off("a", 1), Future()) for _ in range(next(self._come, 0)))
        return len(self._waiting) >= wanted


@pytest.mark.parametrize(
    ("come", "gathered", "waits"),
    [
        ([3], 3, 1),
        ([1, 1, 1], 3, 3),
        ([1, 0, 2], 1, 2),  # nobody came any more
        ([0, 1], 1, 2),  # there was nobody, and then somebody
        ([1] * 2, 2, 3),
    ],
)
def test_a_transaction_waits_for_those_who_were_answered_while_they_still_come(
    come: list[int], gathered: int, waits: int
) -> None:
    committer = Arriving(come)
    assert (len(committer._gather(3)), committer.waits) == (gathered, waits)


def test_it_does_not_wait_for_ever() -> None:
    committer = Arriving([1] * 99)
    assert (len(committer._gather(99)), committer.waits) == (LINGERS_MAX, LINGERS_MAX)
