"""python -m bench.ledger_client WHERE NAME LOG: asks without end and notes what it asked and was answered.

Four threads share a ledger, as in a server. Each notes a request before it sends it and the answer when it has it; the
notes go to the system at once, so that they outlive the process. One request in ten is sent a second time.
"""

import os
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from random import Random

from cocket.ledger import Answer, Kind, Ledger, LedgerUnavailable, Part, Request, Terms, movement, open_ledger, opening
from cocket.quantity import Amount, find_unit

DAY = date(2026, 11, 27)
LINES = [f"K-{number}" for number in range(6)]
KG = find_unit("kg")
LIMIT = 300
THREADS = 4
_END = " ."


def openings() -> list[Request]:
    return [opening(f"open-{line}", line, Terms(KG, DAY, date(2027, 11, 26), quantity=LIMIT), DAY) for line in LINES]


def random_request(random: Random, id: str, reserved: list[tuple[str, str]]) -> Request:
    if reserved and random.random() < 0.3:
        target, line = reserved.pop()
        kind = random.choice([Kind.RELEASE, Kind.WRITE_OFF])
        return movement(id, kind, DAY, [Part(line, Amount(1, KG), None, target)])
    kind = Kind.RESERVE if random.random() < 0.3 else Kind.WRITE_OFF
    return movement(id, kind, DAY, [Part(random.choice(LINES), Amount(random.randint(1, 9), KG))])


def as_note(request: Request) -> str:
    (part,) = request.parts
    assert part.quantity is not None
    return f"ask {request.id} {request.kind} {part.line} {part.quantity.number} {part.target or '-'}"


def from_note(words: list[str]) -> Request:
    id, kind, line, number, target = words
    part = Part(line, Amount(int(number), KG), None, "" if target == "-" else target)
    return movement(id, Kind(kind), DAY, [part])


def answer_note(answer: Answer) -> str:
    (receipt,) = answer.receipts
    return f"answer {answer.request} {receipt.line} {receipt.sequence} {receipt.reason or '-'} {receipt.hash.hex()}"


def framed(note: str) -> bytes:
    """A line of its own, whatever stands before it, that shows its end: the system ends a write with the process, also
    between two pages of the file, and what was begun stays."""
    return f"\n{note}{_END}".encode()


def whole_notes(log: Path) -> Iterator[str]:
    """Without those whose writing did not come to its end: what they note was not sent yet, or not told to anybody."""
    return (line.removesuffix(_END) for line in log.read_text().splitlines() if line.endswith(_END))


def patient(ledger: Ledger, request: Request) -> Answer:
    """Asks with the same id until there is an answer."""
    while True:
        try:
            return ledger.post(request)
        except LedgerUnavailable:
            continue


def run(ledger: Ledger, name: str, log: Path, stop: threading.Event) -> None:
    notes = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def note(text: str) -> None:
        os.write(notes, framed(text))

    def client(number: int) -> None:
        random, reserved, step = Random(f"{name}-{number}"), list[tuple[str, str]](), 0
        while not stop.is_set():
            step += 1
            request = random_request(random, f"{name}-{number}-{step}", reserved)
            note(as_note(request))
            answer = patient(ledger, request)
            note(answer_note(answer))
            if random.random() < 0.1:
                note(answer_note(patient(ledger, request)))
            if answer.accepted and request.kind is Kind.RESERVE:
                reserved.append((request.id, request.parts[0].line))

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(client, range(THREADS)))
    os.close(notes)


if __name__ == "__main__":
    run(open_ledger(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), threading.Event())
