"""One full explanation of a line that was read: proof, questions, what is nearly met, the smallest change.

Timed in one process with the law loaded, for each line of the larger example. What to ask is found when a line is
determined; that is timed beside it, for made-up order lines of which something is asked.
"""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Final

from bench.measure import ROOT, CannotRunError, Report, Timing
from bench.order_book import write_order_book
from cocket.check.checker import Checker, Verdict
from cocket.check.composition_text import gather_composition
from cocket.check.tables import Row, read_table
from cocket.determination.determine import Determination, determine
from cocket.determination.explanation import explain
from cocket.determination.read_facts import Line
from cocket.law.lawbook import load_lawbook

ORDERS = ROOT / "examples" / "rare-earth-magnets" / "orders-full.csv"
REPETITIONS = 5
LIMIT_S = 0.005
ORDER_LINES: Final = 150


def run() -> Report:
    if not ORDERS.is_file():
        raise CannotRunError(f"the example {ORDERS.name} is missing; restore it with git checkout")
    checker = Checker(load_lawbook())
    known = checker.lawbook.as_of
    rows = [row for row in read_table(ORDERS).rows() if isinstance(row, Row)]
    verdicts = [checker.check(gather_composition(row.stated), known) for row in rows]
    for verdict in verdicts:
        _seconds(checker, verdict)  # the views of the days in question are made once
    best = [min(_seconds(checker, verdict) for _ in range(REPETITIONS)) for verdict in verdicts]
    timing = Timing(f"one explanation, {len(best)} lines", tuple(best))
    worst = max(best) * 1000
    remark = f"best of {REPETITIONS} for each line: median {median(best) * 1000:.1f} ms, slowest {worst:.1f} ms"
    asking = Timing("one line, determined with what to ask", _asking(checker))
    remark += (
        f"; {len(asking.times_s)} lines with questions {sum(asking.times_s):.1f} s, {max(asking.times_s):.2f} at most"
    )
    return Report((timing, asking), remark, "at most 5 ms for the median line", timing.median_s <= LIMIT_S)


def _seconds(checker: Checker, verdict: Verdict) -> float:
    start = time.perf_counter()
    explain(checker.time, verdict.line, verdict.known, verdict.determinations)
    return time.perf_counter() - start


def _asking(checker: Checker) -> tuple[float, ...]:
    """The processor seconds of each order line of which something is asked, at their best."""
    with tempfile.TemporaryDirectory() as folder:
        orders = Path(folder) / "orders.parquet"
        write_order_book(orders, ORDER_LINES)
        rows = [row for row in read_table(orders).rows() if isinstance(row, Row)]
    lines = [checker.read(gather_composition(row.stated)) for row in rows]
    asked = [line for line in lines if any(one.ask for one in _determined(checker, line))]
    return tuple(min(_determining_s(checker, line) for _ in range(REPETITIONS)) for line in asked)


def _determining_s(checker: Checker, line: Line) -> float:
    start = time.process_time()
    _determined(checker, line)
    return time.process_time() - start


def _determined(checker: Checker, line: Line) -> Sequence[Determination]:
    """Not by the checker, which keeps what it has determined."""
    known = checker.lawbook.as_of
    return [determine(checker.time, line.facts, regime, line.on, known) for regime in checker.lawbook.regimes]
