"""kill -9 in mid-flight: whatever was answered stays, whatever was not is answered once, and nothing is drawn twice."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from bench.ledger_client import whole_notes
from cocket.check.checker import Checker
from cocket.gate.verify import verify_receipts
from tests.cli.command import ROOT
from tests.gate.desk import GENERAL, Desk, general, listed
from tests.gate.killed_client import shelf

KILLS = 4


def start(where: str, name: int, notes: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.gate.killed_client", where, str(name), str(notes)]
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": path})


def wait_for_more(notes: Path) -> None:
    size, until = notes.stat().st_size, time.monotonic() + 120
    while notes.stat().st_size < size + 600:
        if time.monotonic() > until:
            pytest.fail("the client had no answers for two minutes")
        time.sleep(0.01)


def test_killed_clients_lose_no_answer_and_draw_nothing_twice(where: str, tmp_path: Path, checker: Checker) -> None:
    notes, random = tmp_path / "notes", Random(1)
    notes.touch()
    with Desk(where, checker, shelf()) as desk:
        desk.issue(general())
        for number in range(KILLS):
            client = start(where, number, notes)
            wait_for_more(notes)
            time.sleep(random.random() / 20)
            client.send_signal(signal.SIGKILL)
            client.wait()
        lines = [note.split(" ") for note in whole_notes(notes)]
        answered = {words[1]: words[2:] for words in lines if words[0] == "answer"}
        asked = [words[1] for words in lines if words[0] == "ask"]
        assert len(answered) >= KILLS and len(asked) > len(answered)
        released = 0
        for number in asked:
            receipt = desk.declare(listed(GENERAL, quantity=3), number=number)
            assert answered.get(number, [receipt.answer, receipt.hash.hex()]) == [receipt.answer, receipt.hash.hex()]
            released += receipt.answer == "release"
        assert desk.drawn(f"{GENERAL}/1") == (0, 3 * released)
        assert desk.verified().holds
        with desk.ledger.book.snapshot() as reader:
            found = verify_receipts(reader)
        assert (found.receipts, found.unfinished, found.first_break) == (len(asked), 0, None)
