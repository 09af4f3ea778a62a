"""What a line costs the kernel against the entries of the law and the candidates of the line, and memory against rows.

A candidate is an entry that the kind of the goods leaves standing. Lines that tell no kind have every entry of the law
for a candidate, and so have lines that state a control code, which any entry may bear; equal numbers of candidates are
had only without these. Both are measured. A batch is answered once before it counts: tables hold the values then.
"""

import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator

import numpy as np

from bench.kernel import record_batch
from bench.kernel_law import ENTRIES_TO_A_KIND, KNOWN, Lines, made_up_law, made_up_lines
from bench.measure import CannotRunError, Report, Timing
from cocket.determination.kernel.record_batch import BatchDeterminer
from cocket.law.condition import Condition, In, leaves
from cocket.law.lawbook import Lawbook
from cocket.law.view import LawInTime

ENTRIES = (30, 100, 300, 1_000, 3_000)
TO_A_KIND = (3, 6, 12, 24, 48)
ROWS = 250_000
MEMORY_ROWS = (250_000, 500_000, 1_000_000)
ROUNDS = 3
TARGET = 1.5


def run() -> Report:
    told = {entries: _cost_us(entries, ENTRIES_TO_A_KIND, kind_told=True) for entries in ENTRIES}
    mixed = {entries: _cost_us(entries, ENTRIES_TO_A_KIND, kind_told=False) for entries in ENTRIES}
    by_candidates = {each: _cost_us(3_000, each, kind_told=True) for each in TO_A_KIND}
    ratio = told[3_000][0] / told[300][0]
    remarks = [
        f"{entries:,} entries: {told[entries][0]:.2f} us a line of told kind without a code"
        f" ({told[entries][1]:.1f} candidates where it is controlled), {mixed[entries][0]:.2f} us with all lines"
        for entries in ENTRIES
    ]
    remarks += [
        f"3,000 entries, {count:.1f} candidates where the kind is controlled: {cost:.2f} us"
        for cost, count in by_candidates.values()
    ]
    remarks += [f"{rows:,} rows: {_memory_mb(rows):,.0f} MB at most" for rows in MEMORY_ROWS]
    return Report(
        tuple(Timing(f"{entries:,} entries, a million lines", (cost,)) for entries, (cost, _) in told.items()),
        "\n  ".join((*remarks, f"3,000 entries cost {ratio:.2f} times 300")),
        f"at equal candidates 3,000 entries cost at most {TARGET} times 300",
        ratio <= TARGET,
    )


def _cost_us(entries: int, to_a_kind: int, *, kind_told: bool) -> tuple[float, float]:
    """Processor time of a line, the least of some rounds, and the candidates of a line of a controlled kind."""
    law = made_up_law(entries, to_a_kind=to_a_kind)
    lines = made_up_lines(law, ROWS, to_a_kind=to_a_kind)
    if kind_told:
        lines = _telling(lines)
    determiner, batch = BatchDeterminer(LawInTime(law), KNOWN), record_batch(lines)
    determiner.evaluate(batch)
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        determiner.evaluate(batch)
        rounds.append(time.process_time() - start)
    return min(rounds) / batch.num_rows * 1e6, _candidates(law, _telling(lines))


def _telling(lines: Lines) -> Lines:
    """The lines that tell their kind and state no code."""
    kind, code = (lines.columns.choices[fact] for fact in ("kind", "control_code"))
    rows = np.flatnonzero((kind.codes != kind.values.index(None)) & (code.codes == code.values.index(None)))
    return Lines(lines.columns.take(rows), lines.days[rows])


def _candidates(law: Lawbook, lines: Lines) -> float:
    """How many entries the kind leaves standing, of lines whose kind some entry names; lines with a kind each."""
    naming = Counter(kind for one in law.instruments for entry in one.entries for kind in _kinds_of(entry.controls))
    told = lines.columns.choices["kind"]
    counts = np.array([0 if value is None else naming[min(value)] for value in told.values], np.int64)[told.codes]
    return float(counts[counts > 0].mean())


def _kinds_of(condition: Condition) -> frozenset[str]:
    return frozenset(
        value for leaf in leaves(condition) if isinstance(leaf, In) and leaf.fact == "kind" for value in leaf.values
    )


def _memory_mb(rows: int) -> float:
    """The most memory of a process that answers so many lines, batch by batch as they are made up."""
    done = subprocess.run(
        (sys.executable, "-m", "bench.kernel_curve", str(rows)), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CannotRunError(f"{rows:,} rows could not be answered: {done.stderr.strip().splitlines()[-1:]}")
    return int(done.stdout) / 1024


def _batches(law: Lawbook, rows: int) -> Iterator[Lines]:
    for number, _ in enumerate(range(0, rows, ROWS)):
        yield made_up_lines(law, ROWS, seed=number)


def _answer_all(rows: int) -> None:
    law = made_up_law(3_000)
    determiner = BatchDeterminer(LawInTime(law), KNOWN)
    for lines in _batches(law, rows):
        determiner.evaluate(record_batch(lines))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


if __name__ == "__main__":
    _answer_all(int(sys.argv[1]))
