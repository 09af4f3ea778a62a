"""What a benchmark hands back, and how whole processes are timed."""

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]


class CannotRunError(Exception):
    """Something that the benchmark needs is missing; the message says what and how to get it."""


@dataclass(frozen=True, slots=True)
class Program:
    """A command to time. ``answers`` are the exit codes that count as work done."""

    label: str
    command: tuple[str, ...]
    answers: frozenset[int] = frozenset({0})


@dataclass(frozen=True, slots=True)
class Timing:
    """Wall times in seconds of one program, in the order in which they were taken."""

    label: str
    times_s: tuple[float, ...]

    @property
    def min_s(self) -> float:
        return min(self.times_s)

    @property
    def median_s(self) -> float:
        return median(self.times_s)


@dataclass(frozen=True, slots=True)
class Report:
    """The timings of one benchmark, the target as a sentence, and the same target tested."""

    timings: tuple[Timing, ...]
    remark: str
    target: str
    met: bool


def time_interleaved(programs: Sequence[Program], repetitions: int) -> tuple[Timing, ...]:
    """Whole-process wall times, one program after the other in each round.

    In turns, so that a busy spell of the machine falls on all alike. One round more is run first
    and dropped: it pays for compiled files and for the disk.
    """
    rounds = [[_run_once(program) for program in programs] for _ in range(repetitions + 1)][1:]
    return tuple(
        Timing(program.label, tuple(times)) for program, times in zip(programs, zip(*rounds, strict=True), strict=True)
    )


def _run_once(program: Program) -> float:
    start = time.perf_counter()
    done = subprocess.run(program.command, cwd=ROOT, capture_output=True, text=True, check=False)
    elapsed_s = time.perf_counter() - start
    if done.returncode not in program.answers:
        last_words = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["it said nothing"]
        raise CannotRunError(f"{program.label} ended with exit code {done.returncode}: {last_words[0]}")
    return elapsed_s
