"""Clients that draw from a ledger as fast as they are answered, and how that is counted."""

import itertools
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from queue import SimpleQueue
from uuid import uuid4

from cocket.ledger import Answer, Kind, Ledger, LedgerError, Part, Request, Terms, movement, opening
from cocket.ledger.book import Book
from cocket.quantity import Amount, find_unit

DAY = date(2026, 11, 27)
NOW = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
KG = find_unit("kg")
PLENTY = 10**15
ONE_GRAM = Amount(1000, KG)
RUN = uuid4().hex[:8]
NUMBERS = itertools.count(1)


@dataclass(frozen=True)
class Load:
    """What some clients reached: draws per second, and how long they waited for an answer."""

    rate: float
    waits_s: tuple[float, ...]

    def wait_ms(self, share: float) -> float:
        return sorted(self.waits_s)[min(int(len(self.waits_s) * share), len(self.waits_s) - 1)] * 1000


def clock() -> datetime:
    return NOW


def open_lines(book: Book, count: int) -> list[str]:
    names = [f"L-{number}" for number in range(count)]
    terms = Terms(KG, DAY, DAY.replace(year=2027), quantity=PLENTY)
    for start in range(0, count, 500):
        requests = [opening(f"open-{name}", name, terms, DAY) for name in names[start : start + 500]]
        for result in book.answer(requests):
            assert not isinstance(result, LedgerError), result
    return names


def draw(line: str) -> Request:
    """Ids as a port would number its declarations: rising, and never used twice."""
    return movement(f"port-{RUN}-{next(NUMBERS):010}", Kind.WRITE_OFF, DAY, [Part(line, ONE_GRAM)])


def threads(post: Callable[[int], object], count: int, seconds: float) -> Load:
    """``count`` clients, each waiting for its answer before it asks again; ``post`` takes a running number."""
    until = time.perf_counter() + seconds

    def client(number: int) -> list[float]:
        waits = []
        while (start := time.perf_counter()) < until:
            post(number)
            number += count
            waits.append(time.perf_counter() - start)
        return waits

    start = time.perf_counter()
    with ThreadPoolExecutor(count) as pool:
        waits = tuple(wait for some in pool.map(client, range(count)) for wait in some)
    return Load(len(waits) / (time.perf_counter() - start), waits)


def in_flight(ledger: Ledger, lines: list[str], count: int, seconds: float) -> Load:
    """``count`` requests under way at any time, as in a server that does not keep a thread for each."""
    # a queue in C: the client is not what is measured
    room: SimpleQueue[None] = SimpleQueue()
    for _ in range(count):
        room.put(None)
    waits: list[float] = []
    begin = time.perf_counter()
    number = 0
    while time.perf_counter() < begin + seconds:
        room.get()
        start = time.perf_counter()

        def answered(_: "Future[Answer]", start: float = start) -> None:
            waits.append(time.perf_counter() - start)
            room.put(None)

        ledger.submit(draw(lines[number % len(lines)])).add_done_callback(answered)
        number += 1
    for _ in range(count):
        room.get()
    return Load(len(waits) / (time.perf_counter() - begin), tuple(waits))


def batches(book: Book, lines: list[str], size: int, seconds: float) -> Load:
    """One client that hands in ``size`` requests at a time."""
    waits, number = [], 0
    begin = time.perf_counter()
    while (start := time.perf_counter()) < begin + seconds:
        results = book.answer([draw(lines[(number + at) % len(lines)]) for at in range(size)])
        assert not any(isinstance(one, LedgerError) for one in results)
        number += size
        waits.append(time.perf_counter() - start)
    return Load(number / (time.perf_counter() - begin), tuple(waits))
