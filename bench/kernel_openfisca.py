"""The kernel beside OpenFisca at 30 entries, with a day for each line: processor seconds of both in one run, in turns.

OpenFisca says the same as the kernel: the outcome and all that are possible, what holds, what of it is suspended, the
facts that are needed. That they do is checked line by line; ``openfisca_law`` and ``openfisca_meaning`` are written
from the law's meaning and share no rule with the kernel. OpenFisca's formulas are dated and a simulation is of one
day, so lines are simulated day by day. What a day costs is shared by its lines, so the ratio hangs on how many these
are: 137 a day in the sample, ten times as many in all. The target is held against the same outputs on all lines.

Told besides, so that nobody need think that the peer was made slow: what it takes to say less, only how far entries
hold; and what it takes where whoever asks has looked up the days on which formulas change, and simulates all lines
between two of them as one day.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

import numpy as np

from bench.kernel import CHUNK, part_of, record_batch
from bench.kernel_law import KNOWN, REGIME, Lines, made_up_law, made_up_lines
from bench.measure import CannotRunError, Report, Timing
from bench.openfisca_formulas import ANSWERS
from bench.openfisca_law import PeerLaw
from bench.openfisca_truths import Whole, told
from cocket.determination.kernel.record_batch import BatchDeterminer
from cocket.law.lawbook import Lawbook
from cocket.law.view import LawInTime

ENTRIES, LINES, SAMPLE, COMPARED = 30, 1_000_000, 100_000, 20_000
ROUNDS = 3
TARGET = 60


def run() -> Report:
    law = made_up_law(ENTRIES)
    lines = made_up_lines(law, LINES)
    whole, sample = Peer(law, lines), Peer(law, part_of(lines, 0, SAMPLE))
    determiner = BatchDeterminer(LawInTime(law), KNOWN)
    check_equal(determiner, law, part_of(lines, 0, COMPARED))
    batches = [record_batch(part_of(lines, first, CHUNK)) for first in range(0, LINES, CHUNK)]
    determiner.evaluate(batches[0])  # tables hold the values that come up
    works = {
        "kernel": lambda: [determiner.evaluate(batch)[REGIME].num_rows for batch in batches],
        "OpenFisca, the same": lambda: whole.calculate(whole.law.answer),
        f"the same, {SAMPLE:,} lines": lambda: sample.calculate(sample.law.answer),
        "how far entries hold": lambda: whole.calculate(whole.law.entries),
        "the same, days of one law as one": lambda: whole.calculate(whole.law.answer, together=True),
    }
    rounds = [{name: _spent(work) for name, work in works.items()} for _ in range(ROUNDS)]
    return _report(tuple(Timing(name, tuple(each[name] for each in rounds)) for name in works))


def _spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _report(timings: tuple[Timing, ...]) -> Report:
    lines = (LINES, LINES, SAMPLE, LINES, LINES)
    ours, same, few, less, together = (rows / one.min_s for one, rows in zip(timings, lines, strict=True))
    return Report(
        timings,
        f"{ours:,.0f} lines a processor second, OpenFisca {same:,.0f} with the same outputs: {ours / same:.1f} times;\n"
        f"  of {SAMPLE:,} of them it takes {few:,.0f} a second: {ours / few:.1f} times;\n"
        f"  to say only how far entries hold {less:,.0f}: {ours / less:.1f} times;\n"
        f"  the same outputs with all days of one law as one day {together:,.0f}: {ours / together:.2f} times;\n"
        f"  all outputs of {COMPARED:,} lines are equal",
        f"at least {TARGET} times OpenFisca's lines a processor second with the same outputs",
        ours / same >= TARGET,
    )


class Peer:
    """Some lines for OpenFisca, their facts as arrays of the kind that it keeps."""

    def __init__(self, law: Lawbook, lines: Lines) -> None:
        facts = told(lines.columns)
        self.law, self.days = PeerLaw(law, facts), lines.days
        self._inputs = {name: facts.figures[fact] for name, fact in self.law.facts.items()}

    def calculate(self, wanted: Sequence[str], *, together: bool = False) -> dict[str, Whole]:
        """Some variables for all lines, each on its day; ``together``: on the first day of those with the same law."""
        from openfisca_core.periods import period
        from openfisca_core.simulations import SimulationBuilder

        days = self.days
        if together:
            changes = self.law.changes
            days = changes[np.searchsorted(changes, days, side="right") - 1]
        found = {name: np.zeros(len(days), np.int32) for name in wanted}
        order = np.argsort(days, kind="stable")
        for lines in np.split(order, np.flatnonzero(np.diff(days[order])) + 1):
            day = period(str(date(1970, 1, 1) + timedelta(days=int(days[lines[0]]))))
            simulation = SimulationBuilder().build_default_simulation(self.law.system, count=len(lines))
            for name, figures in self._inputs.items():
                simulation.set_input(name, day, figures[lines])
            for name in wanted:
                found[name][lines] = simulation.calculate(name, day)
        return found

    def rows(self) -> Iterator[dict[str, object]]:
        """The answers, line by line, as the kernel gives them; lists as sets."""
        said = {name: figures.tolist() for name, figures in self.calculate(self.law.answer).items()}
        for line in range(len(self.days)):
            lists = {
                name: {each for told_in, names in some.items() for each in named(said[told_in][line], names)}
                for name, some in self.law.lists.items()
            }
            yield {
                "outcome": ANSWERS[said["outcome"][line]],
                "possible": named(said["possible"][line], ANSWERS),
                **lists,
            }


def named(bits: int, names: Sequence[str]) -> set[str]:
    return {name for bit, name in enumerate(names) if bits >> bit & 1}


def check_equal(determiner: BatchDeterminer, law: Lawbook, lines: Lines) -> None:
    """Raises CannotRunError, with the line, where OpenFisca and the kernel do not say the same."""
    answered = determiner.evaluate(record_batch(lines))[REGIME].to_pylist()
    for line, (ours, theirs) in enumerate(zip(answered, Peer(law, lines).rows(), strict=True)):
        for name, said in theirs.items():
            own = set(ours[name]) if isinstance(said, set) else ours[name]
            if own != said:
                raise CannotRunError(f"line {line}, {name}: the kernel says {own}, OpenFisca {said}")
