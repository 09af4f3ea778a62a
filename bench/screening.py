"""The screening against nomenklatura's logic-v2 behind its own blocker; see docs/screening.md for what is measured."""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from bench.measure import ROOT, CannotRunError, Report, Timing

PEER = ROOT / ".peer" / "bin" / "python"
PAIRS_F1 = {"all": 0.88, "nk_checks": 0.90, "synth_people": 0.75}
AT_1, AT_5, TIMES_FASTER = 0.72, 0.80, 100
BUILD_S, OPEN_S, MEMORY_MB, TOP = 10, 0.5, 1000, 0.01


def run() -> Report:
    if not PEER.is_file():
        raise CannotRunError("the peer is not installed; run ./dev peer")
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.json"
        command = [str(PEER), "-m", "bench.screening_run", str(answer)]
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": f"{ROOT}/src:{ROOT}"}, check=False)
        if done.returncode or not answer.is_file():
            raise CannotRunError(f"the run ended with code {done.returncode}; what it said stands above")
        return judge(json.loads(answer.read_text(encoding="utf-8")))


def judge(found: dict[str, Any]) -> Report:
    sample = found["sample"]
    timings = (
        Timing(f"Cocket, {sample['names']} names, new words, processor", (sample["ours_s"],)),
        Timing(f"logic-v2 behind its blocker, {sample['names']} names, processor", (sample["peer_s"],)),
        Timing("index built", (found["index"]["build_s"],)),
        Timing("index opened", (found["index"]["open_s"],)),
    )
    faster = sample["peer_s"] / sample["ours_s"]
    at_1, at_5 = (row["recall"] for row in found["lists"])
    pairs = ", ".join(
        f"{group} {found['pairs'][group]:.3f} (logic-v2 {found['pairs_peer'][group]:.3f})" for group in PAIRS_F1
    )
    remark = (
        f"pairs, groups held out, mean of {len(found['pairs_by_seed']['all'])} seeds: F1 {pairs};\n"
        f"  lists: recall {at_1:.3f} at 1 % alerts, {at_5:.3f} at 5 %; {faster:.0f} times the peer's pace;\n"
        f"  {found['top']:.2%} of other spellings share the top score; {found['memory_mb']:.0f} MB at most"
    )
    met = (
        all(found["pairs"][group] >= least for group, least in PAIRS_F1.items())
        and at_1 >= AT_1 and at_5 >= AT_5 and faster >= TIMES_FASTER
        and found["index"]["build_s"] < BUILD_S and found["index"]["open_s"] < OPEN_S
        and found["memory_mb"] < MEMORY_MB and found["top"] <= TOP
    )  # fmt: skip
    target = (
        f"F1 {', '.join(f'{group} {least:.2f}' for group, least in PAIRS_F1.items())}; recall {AT_1} and {AT_5}; "
        f"{TIMES_FASTER} times as fast;\n  index in {BUILD_S} s, opened in {OPEN_S} s; under {MEMORY_MB} MB; "
        f"at most {TOP:.0%} at the top score"
    )
    return Report(timings, remark, target, met)
