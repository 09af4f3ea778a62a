"""One full explanation of a line that was read: proof, questions, what is nearly met, the smallest change.

Timed in one process with the law loaded, for each line of the larger example; questions are part of determining.
"""

import time
from statistics import median

from bench.measure import ROOT, CannotRunError, Report, Timing
from cocket.check.checker import Checker, Verdict
from cocket.check.composition_text import gather_composition
from cocket.check.tables import Row, read_table
from cocket.determination.explanation import explain
from cocket.law.lawbook import load_lawbook

ORDERS = ROOT / "examples" / "rare-earth-magnets" / "orders-full.csv"
REPETITIONS = 5
LIMIT_S = 0.005


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
    return Report((timing,), remark, "at most 5 ms for the median line", timing.median_s <= LIMIT_S)


def _seconds(checker: Checker, verdict: Verdict) -> float:
    start = time.perf_counter()
    explain(checker.time, verdict.line, verdict.known, verdict.determinations)
    return time.perf_counter() - start
