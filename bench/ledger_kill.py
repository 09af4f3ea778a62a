"""kill -9 in mid-flight, of clients and of the server: every answer that was given is in the book, and nothing else.

A client notes each request before it sends it and each answer when it has it (bench/ledger_client.py). Afterwards:
every answer noted is the entry at its place; every entry was asked for; whatever was asked and not answered is asked
again, and then found once; the whole book holds.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.cluster import Cluster, NoServerError
from bench.ledger_client import answer_note, from_note, openings, patient, run, whole_notes
from bench.measure import ROOT, CannotRunError, Report, Timing
from cocket.ledger import Ledger, Request, open_ledger
from cocket.ledger.verify import verify

KILLS = int(os.environ.get("LEDGER_KILLS", "20"))


@dataclass
class Outcome:
    """What came of some kills; ``faults`` is empty when nothing was lost, changed or added."""

    kills: int
    answered: int
    refused: int
    in_doubt: int
    faults: list[str]

    def told(self) -> str:
        doubt = f"{self.in_doubt} in doubt, told on asking again"
        return (
            f"{self.kills} kills, {self.answered} answered ({self.refused} refused), {doubt}, {len(self.faults)} faults"
        )


def kill_clients(where: str, folder: Path, kills: int, seed: int = 1) -> Outcome:
    """Two client processes at a time; at random moments one is killed and another one started."""
    random, notes = Random(seed), folder / "clients.log"
    with open_ledger(where) as ledger:
        _open(ledger)
    running = [_client(where, f"p{number}", notes) for number in range(2)]
    for number in range(kills):
        _wait_for_more(notes)
        time.sleep(random.random() / 5)
        _kill(running.pop(random.randrange(2)))
        running.append(_client(where, f"p{number + 2}", notes))
    for process in running:
        _kill(process)
    return judge(where, notes, kills + len(running))


def kill_server(cluster: Cluster, folder: Path, kills: int, seed: int = 1) -> Outcome:
    """Four threads ask on and on while the whole server is killed and started again."""
    random, notes, stop = Random(seed), folder / "server.log", threading.Event()
    where = cluster.schema()
    with open_ledger(where) as ledger:
        _open(ledger)
        client = threading.Thread(target=run, args=(ledger, "s", notes, stop))
        client.start()
        try:
            for _ in range(kills):
                _wait_for_more(notes)
                time.sleep(random.random() / 5)
                cluster.kill()
                cluster.start()
        finally:
            stop.set()
            client.join()
    return judge(where, notes, kills)


def _open(ledger: Ledger) -> None:
    for request in openings():
        patient(ledger, request)


def _client(where: str, name: str, notes: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "bench.ledger_client", where, name, str(notes)]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT / "src")})


def _kill(process: "subprocess.Popen[bytes]") -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()


def _size(notes: Path) -> int:
    return notes.stat().st_size if notes.exists() else 0


def _wait_for_more(notes: Path, seconds: float = 120) -> None:
    """Until some more requests are under way and answered."""
    grown, limit = _size(notes) + 500, time.monotonic() + seconds
    while _size(notes) < grown:
        if time.monotonic() > limit:
            raise CannotRunError("the clients had no answers for two minutes")
        time.sleep(0.01)


def judge(where: str, notes: Path, kills: int) -> Outcome:
    asked: dict[str, Request] = {}
    answers: dict[str, list[str]] = {}
    faults: list[str] = []
    for text in whole_notes(notes):
        kind, id, *words = text.split(" ")
        if kind == "ask":
            asked[id] = from_note([id, *words])
        elif answers.setdefault(id, words) != words:
            faults.append(f"{id} was answered {answers[id]} and then {words}")
    with open_ledger(where) as ledger:
        book = _book(ledger)
        faults += [
            f"{id} was answered {words} and the book has {book.get(id)}"
            for id, words in answers.items()
            if book.get(id) != words
        ]
        faults += [f"{id} is in the book and nobody asked for it" for id in book.keys() - asked.keys()]
        in_doubt = asked.keys() - answers.keys()
        for id in sorted(in_doubt):
            answer = patient(ledger, asked[id])
            if answer.repeated is not (id in book) or (id in book and answer_note(answer).split(" ")[2:] != book[id]):
                faults.append(f"{id} was in doubt and was not answered from the book")
        with ledger.book.snapshot() as reader:
            verdict = verify(reader)
        if not verdict.holds:
            faults.append(f"the book does not hold: {verdict.first_break}")
        if verdict.entries != len(asked) + len(openings()):
            faults.append(f"{verdict.entries} entries for {len(asked)} requests and {len(openings())} openings")
    refused = sum(words[2] != "-" for words in answers.values())
    return Outcome(kills, len(answers), refused, len(in_doubt), faults)


def _book(ledger: Ledger) -> dict[str, list[str]]:
    """Every entry but the openings, as a client notes its answer."""
    with ledger.book.snapshot() as reader:
        found = reader.rows("select request, line, seq, outcome, hash from ledger_entry where kind <> 'open'")
        return {id: [line, str(seq), outcome or "-", bytes(own).hex()] for id, line, seq, outcome, own in found}


def run_all() -> Report:
    start = time.perf_counter()
    outcomes: dict[str, Outcome] = {}
    with tempfile.TemporaryDirectory(dir=".") as folder:
        place = Path(folder)
        outcomes["SQLite, processes killed"] = kill_clients(str(place / "ledger.db"), place / "", KILLS)
        try:
            cluster = Cluster()
        except NoServerError as error:
            raise CannotRunError(str(error)) from None
        try:
            (place / "pg").mkdir()
            outcomes["PostgreSQL, clients killed"] = kill_clients(cluster.schema(), place / "pg", KILLS)
            outcomes["PostgreSQL, server killed"] = kill_server(cluster, place / "pg", KILLS)
        finally:
            cluster.remove()
    faults = [fault for outcome in outcomes.values() for fault in outcome.faults]
    return Report(
        (Timing("all of it", (time.perf_counter() - start,)),),
        remark="\n  ".join([*(f"{name}: {outcome.told()}" for name, outcome in outcomes.items()), *faults[:5]]),
        target=f"at least {KILLS} kills each, every answer found and no other entry",
        met=not faults and all(outcome.kills >= KILLS and outcome.answered for outcome in outcomes.values()),
    )
