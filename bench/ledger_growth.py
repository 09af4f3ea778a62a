"""What a draw costs when the book is small and when it has ten million entries, and how fast verify reads it all.

The large book is filled by COPY with entries as the ledger itself would have written them, chains and all.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bench.ledger_load import DAY, NOW, ONE_GRAM, clock, draw, open_lines
from bench.ledger_rates import cluster
from bench.measure import Report, Timing
from cocket.ledger import LedgerError, rows
from cocket.ledger.entry import Entry, chained
from cocket.ledger.postgres_book import PostgresBook
from cocket.ledger.verify import Verdict, verify

SMALL = 1000
LARGE = int(os.environ.get("LEDGER_ENTRIES", "10000000"))
LINES = 1000
WARM_UP, DRAWS = 500, 3000
CHUNK = 200_000
KEYS = {"ledger_posting": "id, part", "ledger_entry": "line, seq"}
FLAT, ENTRIES_PER_S = 1.3, 200_000


@dataclass(frozen=True)
class Cost:
    """Of one draw: CPU of the client and of the server's process for it, and blocks asked for, cached or not."""

    client_us: float
    server_us: float
    parts: dict[str, float]

    @property
    def blocks(self) -> float:
        return sum(self.parts.values())

    @property
    def cpu_us(self) -> float:
        return self.client_us + self.server_us

    def told(self) -> str:
        parts = ", ".join(f"{name} {blocks:.1f}" for name, blocks in self.parts.items() if blocks >= 0.05)
        cpu = f"{self.client_us:.0f} + {self.server_us:.0f} us of CPU (client + server)"
        return f"{cpu}, {self.blocks:.1f} blocks ({parts})"


def cost(book: PostgresBook, lines: list[str], size: int) -> Cost:
    """``size`` draws to a transaction; so few of them that a small book stays small."""
    _draw(book, lines, size, WARM_UP)
    pid, blocks = book.connection.info.backend_pid, _blocks(book)
    client, server = time.process_time(), _server_s(pid)
    _draw(book, lines, size, DRAWS)
    client, server = time.process_time() - client, _server_s(pid) - server
    parts = {name: (after - blocks.get(name, 0)) / DRAWS for name, after in _blocks(book).items()}
    return Cost(client / DRAWS * 1e6, server / DRAWS * 1e6, parts)


def _draw(book: PostgresBook, lines: list[str], size: int, count: int) -> None:
    for start in range(0, count, size):
        results = book.answer([draw(lines[number % len(lines)]) for number in range(start, start + size)])
        assert not any(isinstance(one, LedgerError) for one in results)


def _server_s(pid: int) -> float:
    """What the server's process has had of a processor."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


def _blocks(book: PostgresBook) -> dict[str, int]:
    """Asked for so far, by table and by index."""
    book.connection.execute("select pg_stat_force_next_flush()")
    time.sleep(1.2)  # what the server counted is written down by then
    with psycopg.connect(book.address) as connection:
        found = connection.execute(
            """select relname, heap_blks_read + heap_blks_hit from pg_statio_user_tables
            where schemaname = current_schema()
            union all select indexrelname, idx_blks_read + idx_blks_hit from pg_statio_user_indexes
            where schemaname = current_schema() order by 1"""
        ).fetchall()
    return {name: int(blocks) for name, blocks in found}


def fill(book: PostgresBook, lines: list[str], first: int, count: int) -> None:
    """From number ``first`` on ``count`` direct write-offs of a gram, on the lines in turn."""
    with psycopg.connect(book.address) as connection:
        for table in KEYS:  # made anew afterwards: ten million rows in order take a fraction of the time
            connection.execute(f"alter table {table} drop constraint {table}_pkey".encode())
        heads = {line: (seq, head) for line, seq, head in connection.execute("select id, seq, head from ledger_line")}
        for start in range(first, first + count, CHUNK):
            made = [_entry(lines[n % len(lines)], heads, n) for n in range(start, min(start + CHUNK, first + count))]
            cursor = connection.cursor()
            with cursor.copy(f"copy ledger_posting ({', '.join(rows.POSTING)}) from stdin") as copy:
                for entry, _ in made:
                    copy.write_row((entry.request, 0, entry.line, entry.seq, "write_off", 0, "", entry.quantity, 0, 0))
            with cursor.copy(f"copy ledger_entry ({', '.join(rows.ENTRY)}) from stdin") as copy:
                for entry, own in made:
                    copy.write_row((*entry, own))
        for table, key in KEYS.items():
            connection.execute(f"alter table {table} add primary key ({key})".encode())
        _balance(connection, heads)
        connection.commit()
        connection.autocommit = True
        connection.execute("vacuum analyze")


def _entry(line: str, heads: dict[str, tuple[int, bytes]], number: int) -> tuple[Entry, bytes]:
    seq, head = heads[line]
    entry = Entry(
        line, seq + 1, "write_off", f"old-{number:012}", 0, "", "", ONE_GRAM.number, 0, 0, 1, 0, 0, DAY.isoformat(),
        NOW.isoformat(timespec="microseconds"), b"\0" * 32, "1000 KGM", "", "",
    )  # fmt: skip
    own = chained(head, entry)
    heads[line] = seq + 1, own
    return entry, own


def _balance(connection: "psycopg.Connection[tuple[object, ...]]", heads: dict[str, tuple[int, bytes]]) -> None:
    for line, (seq, head) in heads.items():
        connection.execute(
            """update ledger_line set drawn_quantity = drawn_quantity + (%(seq)s - seq) * 1000,
            uses = uses + (%(seq)s - seq), seq = %(seq)s, head = %(head)s where id = %(line)s""",
            {"line": line, "seq": seq, "head": head},
        )


@dataclass(frozen=True)
class Reading:
    """Seconds of the client's CPU, of the server's process for it, and by the clock."""

    verdict: Verdict
    client_s: float
    server_s: float
    clock_s: float

    def told(self) -> str:
        count = self.verdict.entries
        rates = (count / self.client_s, count / (self.client_s + self.server_s), count / self.clock_s)
        told = "{:,.0f} entries/s of client CPU, {:,.0f} of client and server CPU, {:,.0f} by the clock".format(*rates)
        return f"verify: {count:,} entries, holds: {self.verdict.holds}, {told}"


def verified(book: PostgresBook) -> Reading:
    client, clock_s = time.process_time(), time.perf_counter()
    with book.snapshot() as reader:
        pid = reader._connection.info.backend_pid
        verdict = verify(reader)
        server_s = _server_s(pid)
    return Reading(verdict, time.process_time() - client, server_s, time.perf_counter() - clock_s)


def run() -> Report:
    with cluster() as server:
        book = PostgresBook(server.schema(), clock)
        book.create()
        lines = open_lines(book, LINES)
        fill(book, lines, 0, SMALL)
        costs = dict(_costs(book, lines, "1,000 entries"))
        start = time.perf_counter()
        fill(book, lines, SMALL, LARGE)
        filled_s = time.perf_counter() - start
        costs |= dict(_costs(book, lines, f"{LARGE:,} entries"))
        reading = verified(book)
        book.close()
    return judge(costs, reading, filled_s)


def _costs(book: PostgresBook, lines: list[str], size: str) -> Iterator[tuple[str, Cost]]:
    yield f"hot, {size}", cost(book, lines[:1], 100)
    yield f"1000 lines, {size}", cost(book, lines, 100)


def judge(costs: dict[str, Cost], reading: Reading, filled_s: float) -> Report:
    small_hot, small_spread, large_hot, large_spread = costs.values()
    grown = [
        (name, large.cpu_us / small.cpu_us, large.blocks / small.blocks)
        for name, small, large in (("hot", small_hot, large_hot), ("1000 lines", small_spread, large_spread))
    ]
    rate = reading.verdict.entries / (reading.client_s + reading.server_s)
    told = [f"{name}: {one.told()}" for name, one in costs.items()]
    told += [f"{name}: CPU {cpu:.2f} x, blocks {blocks:.2f} x" for name, cpu, blocks in grown]
    told.append(reading.told())
    flat = all(cpu <= FLAT and blocks <= FLAT for _, cpu, blocks in grown)
    target = f"cost within {FLAT} x from {SMALL:,} to {LARGE:,} entries, verify at least {ENTRIES_PER_S:,} a CPU second"
    return Report(
        (Timing("filling the large book", (filled_s,)), Timing("verify", (reading.clock_s,))),
        remark="\n  ".join(told),
        target=target,
        met=flat and reading.verdict.holds and rate >= ENTRIES_PER_S,
    )
