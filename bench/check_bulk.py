"""``cocket check`` on a Parquet file of a million made-up order lines, beside polars reading and writing the same file.

Both as whole processes in turn, by processor seconds and the most memory held. COCKET_BENCH_LINES takes another number
of lines; ten million show whether memory stays flat.
"""

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.measure import ROOT, CannotRunError, Report, Timing
from bench.order_book import write_order_book

LINES = int(os.environ.get("COCKET_BENCH_LINES", "1000000"))
TARGET = 4
MEMORY_MB = 2_000
POLARS = "import polars, sys; polars.read_parquet(sys.argv[1]).write_parquet(sys.argv[2])"
ANSWERED = (0, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process took: processor and wall seconds, and the most memory it held in megabytes."""

    cpu_s: float
    wall_s: float
    memory_mb: int


def run() -> Report:
    with tempfile.TemporaryDirectory() as folder:
        orders = Path(folder) / "orders.parquet"
        write_order_book(orders, LINES)
        home = {"XDG_CACHE_HOME": f"{folder}/cache", "XDG_DATA_HOME": f"{folder}/data"}
        small = Path(folder) / "small.parquet"
        write_order_book(small, 100)
        spent([sys.executable, "-m", "cocket", "check", str(small)], home)  # the lawbook and the index of names
        peer = spent([sys.executable, "-c", POLARS, str(orders), f"{folder}/copy.parquet"], home)
        command = [sys.executable, "-m", "cocket", "check", str(orders), "--out", f"{folder}/answers.parquet"]
        ours = spent(command, home)
        _refuse_short(Path(folder) / "answers.parquet")
    ratio = ours.cpu_s / peer.cpu_s
    remark = (
        f"{LINES:,} lines: {ours.cpu_s:.1f} s of processor time, {ours.memory_mb:,} MB; polars {peer.cpu_s:.1f} s, "
        f"{peer.memory_mb:,} MB: {ratio:.1f} times"
    )
    met = ratio <= TARGET and ours.memory_mb < MEMORY_MB
    timings = (Timing("cocket check", (ours.wall_s,)), Timing("polars, read and write", (peer.wall_s,)))
    return Report(timings, remark, f"at most {TARGET} times polars' processor time, under {MEMORY_MB:,} MB", met)


def spent(command: list[str], changes: dict[str, str]) -> Spent:
    start = time.perf_counter()
    child = os.fork()
    if not child:
        os.chdir(ROOT)
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        os.execve(command[0], command, {**os.environ, **changes})
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in ANSWERED:
        raise CannotRunError(f"{' '.join(command[1:4])} ended with exit code {code}")
    return Spent(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss // 1024)


def _refuse_short(answers: Path) -> None:
    from pyarrow.parquet import read_metadata

    if read_metadata(answers).num_rows != LINES:
        raise CannotRunError("not every line has its answer")
