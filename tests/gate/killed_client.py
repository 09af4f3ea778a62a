"""A process that declares one shipment after the other and notes each answer; made to be killed.

python -m tests.gate.killed_client WHERE NAME NOTES
"""

import sys
from pathlib import Path

from bench.ledger_client import framed
from cocket.check.checker import Checker
from cocket.law.lawbook import load_lawbook
from tests.gate.desk import Desk, Shelf, general, listed

COUNT = 400


def shelf() -> Shelf:
    found = Shelf()
    found.kept["26-AG-200001"] = general()
    return found


def main(where: str, name: str, notes: Path) -> None:
    with Desk(where, Checker(load_lawbook()), shelf()) as desk, notes.open("ab") as file:
        for number in range(COUNT):
            declared = f"D-{name}-{number}"
            file.write(framed(f"ask {declared}"))
            file.flush()
            receipt = desk.declare(listed("26-AG-200001", quantity=3), number=declared)
            file.write(framed(f"answer {declared} {receipt.answer} {receipt.hash.hex()}"))
            file.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
