"""python -m bench [NAMES]: runs the benchmarks and prints one table each.

Ends with 0 when every target is met, 1 when one is not, 2 when one could not run.
"""

import os
import sys
from collections.abc import Callable, Sequence

from bench import (
    case_races,
    cases_million,
    check_break_even,
    check_bulk,
    clock,
    cold_start,
    explanation,
    impact,
    kernel,
    kernel_curve,
    kernel_openfisca,
    lattice_kernel,
    ledger_growth,
    ledger_history,
    ledger_http,
    ledger_kill,
    ledger_rates,
    ledger_sqlite,
    reading,
    screen_bulk,
    screening,
)
from bench.measure import CannotRunError, Report

BENCHMARKS: dict[str, Callable[[], Report]] = {
    "case_races": case_races.run,
    "cases_million": cases_million.run,
    "check_break_even": check_break_even.run,
    "check_bulk": check_bulk.run,
    "clock": clock.run,
    "cold_start": cold_start.run,
    "explanation": explanation.run,
    "impact": impact.run,
    "kernel": kernel.run,
    "kernel_curve": kernel_curve.run,
    "kernel_openfisca": kernel_openfisca.run,
    "lattice": lattice_kernel.run,
    "reading": reading.run,
    "screen_bulk": screen_bulk.run,
    "screening": screening.run,
    "ledger_postgres": ledger_rates.postgres,
    "ledger_sqlite": ledger_sqlite.run,
    "ledger_growth": ledger_growth.run,
    "ledger_history": ledger_history.run,
    "ledger_http": ledger_http.run,
    "ledger_kill": ledger_kill.run_all,
}


def main(names: Sequence[str]) -> int:
    unknown = sorted(set(names) - BENCHMARKS.keys())
    if unknown:
        print(f"No benchmark named {', '.join(unknown)}. There are: {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    return max([_run(name) for name in names or BENCHMARKS])


def _run(name: str) -> int:
    print(f"{name}: {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}", flush=True)
    try:
        report = BENCHMARKS[name]()
    except CannotRunError as error:
        print(f"  could not run: {error}", file=sys.stderr)
        return 2
    print(table(report))
    return 0 if report.met else 1


def table(report: Report) -> str:
    width = max(len(timing.label) for timing in report.timings)
    rows = [f"  {'':{width}}  {'min s':>8}  {'median s':>8}"]
    rows += [f"  {timing.label:{width}}  {timing.min_s:8.3f}  {timing.median_s:8.3f}" for timing in report.timings]
    rows += [f"  {report.remark}", f"  target {report.target}: {'met' if report.met else 'NOT met'}"]
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
