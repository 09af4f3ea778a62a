"""Draws per second on SQLite with group commit, beside a draw a transaction, on this disk and on slower ones.

python -m bench.ledger_sqlite ANSWER      # measures once and writes the rates as JSON
"""

import json
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from bench.ledger_load import Load, clock, draw, in_flight, open_lines, threads
from bench.ledger_rates import CLIENTS, MANY, SECONDS, Loads, in_turns, rate, timings, told
from bench.measure import ROOT, CannotRunError, Report
from bench.slow_disk import slower_disk
from cocket.ledger import Ledger
from cocket.ledger.sqlite_book import SqliteBook

SLOWER_BY_MS = (1, 4)
TARGET, HELD_AT_MS = 20, 1
PEER, GROUPED, THREADED = "SQLite, a draw a transaction, one client", "ledger, 256 in flight", "ledger, 32 threads"


def one_by_one(path: Path) -> Load:
    """A draw a transaction, on the same file system with the same wait for the disk: the peer of group commit."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode = wal")
        connection.execute("create table if not exists line (id text primary key, drawn integer)")
        connection.execute("create table if not exists draw (id text primary key, quantity integer)")
        connection.execute("insert or ignore into line values ('L', 0)")
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as connection:
        connection.execute("pragma synchronous = full")

        def post(_: int) -> object:
            connection.execute("begin immediate")
            connection.execute("insert into draw values (?, 1000)", (draw("L").id,))
            connection.execute("update line set drawn = drawn + 1000 where id = 'L'")
            return connection.execute("commit")

        return threads(post, 1, SECONDS)


def measured() -> Loads:
    with tempfile.TemporaryDirectory(dir=".") as folder:
        book = SqliteBook(Path(folder) / "ledger.db", clock)
        book.create()
        hot = open_lines(book, 1)
        book.close()
        with Ledger(book.another()) as ledger:
            return in_turns(
                {
                    PEER: lambda: one_by_one(Path(folder) / "plain.db"),
                    GROUPED: lambda: in_flight(ledger, hot, MANY, SECONDS),
                    THREADED: lambda: threads(lambda _: ledger.post(draw(hot[0])), CLIENTS, SECONDS),
                }
            )


def on_slower_disk(by_ms: float) -> Mapping[str, float]:
    """Draws per second by variant; raises CannotRunError where the peer did not feel the wait."""
    with tempfile.TemporaryDirectory() as folder, slower_disk(by_ms) as environment:
        answer = Path(folder) / "answer.json"
        command = [sys.executable, "-m", "bench.ledger_sqlite", str(answer)]
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
        if done.returncode:
            raise CannotRunError(f"the run on a slower disk ended with code {done.returncode}")
        rates: Mapping[str, float] = json.loads(answer.read_text(encoding="utf-8"))
    if rates[PEER] > 1000 / by_ms:
        raise CannotRunError(f"SQLite did not wait {by_ms} ms for each draw: {rates[PEER]:.0f} draws/s")
    return rates


def run() -> Report:
    loads = measured()
    ratio = rate(loads, GROUPED) / rate(loads, PEER)
    lines = [*told(loads), f"this disk: 256 in flight {ratio:.0f} x a draw a transaction"]
    held = False
    for by_ms in SLOWER_BY_MS:
        rates = on_slower_disk(by_ms)
        ratio = rates[GROUPED] / rates[PEER]
        held |= by_ms == HELD_AT_MS and ratio >= TARGET
        pace = f"{rates[PEER]:,.0f} draws/s one by one, {rates[GROUPED]:,.0f} with 256 in flight"
        lines.append(f"confirming {by_ms} ms later: {pace}, {ratio:.0f} x")
    target = f"256 in flight at least {TARGET} x a draw a transaction, on a disk that confirms {HELD_AT_MS} ms later"
    return Report(timings(loads), remark="\n  ".join(lines), target=target, met=held)


def main(answer: str) -> int:
    loads = measured()
    Path(answer).write_text(json.dumps({name: rate(loads, name) for name in loads}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
