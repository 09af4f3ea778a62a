"""Draws per second on PostgreSQL against the named peer, in turns on the same disk."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median

from bench.cluster import USER, Cluster, NoServerError
from bench.ledger_load import Load, batches, clock, draw, in_flight, open_lines, threads
from bench.measure import CannotRunError, Report, Timing
from cocket.ledger import Ledger
from cocket.ledger.postgres_book import PostgresBook

SECONDS = float(os.environ.get("LEDGER_SECONDS", "3"))
ROUNDS = int(os.environ.get("LEDGER_ROUNDS", "3"))
CLIENTS, MANY, SPREAD = 32, 256, 1000
P99_MS = 250
Loads = dict[str, list[Load]]


@contextmanager
def cluster() -> Iterator[Cluster]:
    """With the settings of a fresh installation: fsync and synchronous_commit are on."""
    try:
        started = Cluster()
    except NoServerError as error:
        raise CannotRunError(str(error)) from None
    try:
        yield started
    finally:
        started.remove()


def in_turns(runs: dict[str, Callable[[], Load]]) -> Loads:
    """Each once in a round, so that a busy spell of the machine falls on all alike; one round more warms up."""
    gc.collect()
    gc.freeze()  # as `cocket serve` does: what is loaded need not be gone through while somebody waits
    loads: Loads = {name: [] for name in runs}
    for number in range(ROUNDS + 1):
        for name, run in runs.items():
            load = run()
            if number:
                loads[name].append(load)
    return loads


def rate(loads: Loads, name: str) -> float:
    return median(load.rate for load in loads[name])


def timings(loads: Loads) -> tuple[Timing, ...]:
    return tuple(
        Timing(f"1000 draws, {name}", tuple(1000 / load.rate for load in some)) for name, some in loads.items()
    )


def told(loads: Loads) -> list[str]:
    lines = []
    for name, some in loads.items():
        rates = sorted(load.rate for load in some)
        p50, p99 = (median(load.wait_ms(share) for load in some) for share in (0.5, 0.99))
        lines.append(
            f"{name}: {median(rates):,.0f} draws/s ({rates[0]:,.0f}-{rates[-1]:,.0f}), "
            f"p50 {p50:.0f} ms, p99 {p99:.0f} ms"
        )
    return lines


def postgres() -> Report:
    from bench import ledger_peer

    with cluster() as server:
        address = server.schema()
        schema = address.rpartition("%3D")[2]
        ledger_peer.configure("127.0.0.1", server.port, USER, "postgres", schema)
        peer = ledger_peer.Peer(SPREAD)
        book = PostgresBook(address, clock)
        book.create()
        lines = open_lines(book, SPREAD)
        hot = lines[:1]

        def django(names: list[str]) -> Load:
            try:
                return threads(peer_draw(names), CLIENTS, SECONDS)
            finally:
                peer.close()

        def peer_draw(names: list[str]) -> Callable[[int], object]:
            def post(number: int) -> object:
                return peer.draw(names[number % len(names)], draw("L-0").id, 1000)

            return post

        with Ledger(book.another()) as ledger:
            loads = in_turns(
                {
                    "Django select_for_update, hot, 32 threads": lambda: django(hot),
                    "ledger, hot, 32 threads": lambda: threads(lambda _: ledger.post(draw(hot[0])), CLIENTS, SECONDS),
                    "ledger, hot, 32 in flight": lambda: in_flight(ledger, hot, CLIENTS, SECONDS),
                    "ledger, hot, 256 in flight": lambda: in_flight(ledger, hot, MANY, SECONDS),
                    "ledger, hot, one client, batches of 100": lambda: batches(book, hot, 100, SECONDS),
                    "Django select_for_update, 1000 lines, 32 threads": lambda: django(lines),
                    "ledger, 1000 lines, 32 threads": lambda: threads(
                        lambda number: ledger.post(draw(lines[number % SPREAD])), CLIENTS, SECONDS
                    ),
                    "ledger, 1000 lines, 32 in flight": lambda: in_flight(ledger, lines, CLIENTS, SECONDS),
                    "ledger, 1000 lines, 256 in flight": lambda: in_flight(ledger, lines, MANY, SECONDS),
                }
            )
        book.close()
    return judge_postgres(loads)


def judge_postgres(loads: Loads) -> Report:
    """Django waits with a thread for each draw; ours are counted both so and as requests of one thread under way."""
    django, threaded, few, many, batched, spread_django, spread_threaded, spread_few, _ = loads
    hot, hot_threads = (rate(loads, name) / rate(loads, django) for name in (few, threaded))
    spread, spread_threads = (rate(loads, name) / rate(loads, spread_django) for name in (spread_few, spread_threaded))
    batch_ratio = rate(loads, many) / rate(loads, batched)
    p99 = max(median(load.wait_ms(0.99) for load in loads[name]) for name in (threaded, few, many))
    ratios = (
        f"one line {hot:.0f} x Django with 32 in flight, {hot_threads:.0f} x with 32 threads, "
        f"256 in flight {batch_ratio:.2f} of batches of 100, "
        f"spread {spread:.0f} x Django with 32 in flight, {spread_threads:.0f} x with 32 threads, p99 {p99:.0f} ms"
    )
    return Report(
        timings(loads),
        remark="\n  ".join([*told(loads), ratios]),
        target=f"hot at least 50 x, 256 in flight at least 0.5, spread at least 10 x, p99 under {P99_MS} ms",
        met=hot >= 50 and batch_ratio >= 0.5 and spread >= 10 and p99 < P99_MS,
    )
