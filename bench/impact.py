"""``cocket impact`` of made-up order lines: a short list by row, with the exact questions, and a long one by column.

Whole processes by processor seconds, on a pair of days on which much changes and on one on which little does. It has no
peer. What bounds it stands in docs/performance.md.
"""

import sys
import tempfile
from pathlib import Path
from typing import Final

from bench.check_bulk import Spent, spent
from bench.measure import CannotRunError, Report, Timing
from bench.order_book import write_order_book

SHORT: Final = 300
LONG: Final = 100_000
DAYS: Final = (("2025-04-03", "2025-04-04"), ("2026-11-10", "2026-11-11"))
TARGET_S: Final = 0.1


def run() -> Report:
    with tempfile.TemporaryDirectory() as folder:
        _compared(Path(folder), 10, *DAYS[0])  # the lawbook and the index of names
        found = {(lines, days): _compared(Path(folder), lines, *days) for lines in (SHORT, LONG) for days in DAYS}
    told = (
        f"{lines:,} lines from {since} to {until}: {one.cpu_s:.1f} s of processor time, {one.memory_mb:,} MB"
        for (lines, (since, until)), one in found.items()
    )
    timings = [Timing(f"{lines:,} lines, {until}", (one.wall_s,)) for (lines, (_, until)), one in found.items()]
    slowest = max(one.cpu_s for (lines, _), one in found.items() if lines == SHORT) / SHORT
    target = f"at most {TARGET_S} s of processor time a line of a short list"
    return Report(tuple(timings), "; ".join(told), target, slowest <= TARGET_S)


def _compared(folder: Path, lines: int, since: str, until: str) -> Spent:
    """What comparing the same lines on two days takes."""
    from pyarrow.parquet import read_metadata

    orders, changes = folder / f"{lines}.parquet", folder / "changes.parquet"
    if not orders.exists():
        write_order_book(orders, lines)
    home = {"XDG_CACHE_HOME": f"{folder}/cache", "XDG_DATA_HOME": f"{folder}/data"}
    command = [sys.executable, "-m", "cocket", "impact", str(orders), "--from", since, "--to", until]
    took = spent([*command, "--out", str(changes)], home)
    if lines >= SHORT and not read_metadata(changes).num_rows:
        raise CannotRunError("no line changed")
    return took
