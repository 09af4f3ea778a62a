"""From the shell to a full answer on a ten-line list, against starting a well-known table library.

Somebody who types one command judges the whole process: start, imports, law, answer, end.
"""

import importlib.util
import sys
from pathlib import Path

from bench.measure import ROOT, CannotRunError, Program, Report, Timing, time_interleaved

ORDERS = Path("examples/rare-earth-magnets/orders.csv")
REPETITIONS = 7
PEER_MULTIPLE = 2
ALLOWANCE_S = 0.2
# All free, a permit or a ban, something open: answers. 2 is bad input and no answer.
CHECK_ANSWERS = frozenset({0, 1, 3})


def run() -> Report:
    cocket = Path(sys.executable).with_name("cocket")
    if not (ROOT / ORDERS).is_file():
        raise CannotRunError(f"the example {ORDERS} is missing; restore it with git checkout {ORDERS}")
    if not cocket.is_file():
        raise CannotRunError("the command cocket is not installed; run ./dev setup")
    if importlib.util.find_spec("polars") is None:
        raise CannotRunError("polars, the peer, is not installed; run ./dev bench instead of python -m bench")
    timings = time_interleaved(
        [
            Program("cocket check, ten lines", (str(cocket), "check", str(ORDERS)), CHECK_ANSWERS),
            Program("python, import polars", (sys.executable, "-c", "import polars")),
            Program("python, nothing", (sys.executable, "-c", "pass")),
        ],
        REPETITIONS,
    )
    return judge(timings[0], timings[1], timings)


def judge(ours: Timing, peer: Timing, timings: tuple[Timing, ...]) -> Report:
    limit_s = PEER_MULTIPLE * peer.median_s + ALLOWANCE_S
    return Report(
        timings,
        remark=f"{ours.label} / {peer.label}: {ours.median_s / peer.median_s:.2f} by the medians",
        target=f"at most {PEER_MULTIPLE} x the peer + {ALLOWANCE_S} s = {limit_s:.3f} s",
        met=ours.median_s <= limit_s,
    )
