"""The benchmark harness: what it times, when it calls a target met, and what it says when it cannot run."""

import sys
from pathlib import Path

import pytest

from bench.__main__ import BENCHMARKS, main, table
from bench.cold_start import judge
from bench.measure import CannotRunError, Program, Timing, time_interleaved

PEER = Timing("peer", (0.9, 0.5, 0.4))


@pytest.mark.parametrize(("ours_s", "met"), [(1.2, True), (1.21, False)])
def test_the_target_is_twice_the_peers_median_and_a_fifth_of_a_second(ours_s: float, met: bool) -> None:
    ours = Timing("ours", (ours_s,))
    report = judge(ours, PEER, (ours, PEER))
    assert report.met is met
    assert ("NOT met" in table(report)) is not met


def test_programs_take_turns_and_the_first_round_is_dropped(tmp_path: Path) -> None:
    log = tmp_path / "log"
    programs = [
        Program(name, (sys.executable, "-c", f"open({str(log)!r}, 'a').write({name!r})")) for name in ("a", "b")
    ]
    timings = time_interleaved(programs, 2)
    assert log.read_text() == "ababab"
    assert [len(timing.times_s) for timing in timings] == [2, 2]


def test_a_program_that_fails_is_not_timed() -> None:
    failing = Program("failing", (sys.executable, "-c", "import sys; sys.exit('no such list')"))
    with pytest.raises(CannotRunError, match="failing ended with exit code 1: no such list"):
        time_interleaved([failing], 1)


def test_an_answer_that_stops_the_goods_is_still_an_answer() -> None:
    stopped = Program("open", (sys.executable, "-c", "import sys; sys.exit(3)"), frozenset({0, 1, 3}))
    assert len(time_interleaved([stopped], 1)) == 1


def test_an_unknown_benchmark_is_answered_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["warm_start"]) == 2
    told = capsys.readouterr().err
    assert told == f"No benchmark named warm_start. There are: {', '.join(BENCHMARKS)}.\n" and "cold_start" in told
