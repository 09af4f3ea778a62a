"""Every expected fault becomes one line for people; a fault of the program does not pass for one of the input."""

import subprocess
from pathlib import Path

import pytest

from cocket.check.tables import TableError
from cocket.cli.faults import InputError
from cocket.cli.main import fault_message
from cocket.determination.read_facts import FactError
from cocket.law.errors import LawError
from cocket.ledger.errors import LedgerError
from cocket.reading.line import ReadingError
from tests.cli.command import COMMAND, ORDERS, environment


@pytest.mark.parametrize(
    "fault",
    [
        LawError(file="a.yaml", line=3, key="rules", problem="is no list", remedy="Write a list"),
        TableError("is empty", where="list.csv", remedy="Write rows"),
        FactError("kind", "is unknown", "Write another"),
        ReadingError("kind", "is unknown", "Write another"),
        InputError("is unknown", where="1C9", remedy="Write another"),
        LedgerError("The disk is full", "Write to another one"),
    ],
)
def test_a_fault_of_the_input_is_told_with_its_remedy(fault: Exception) -> None:
    told = fault_message(fault)
    assert told is not None
    assert "Write" in told


def test_a_fault_of_the_program_is_not_told_as_one_of_the_input() -> None:
    assert fault_message(ValueError("a slip of ours")) is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        command = [*COMMAND, "check", str(ORDERS), "--json"]
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, env=environment(), timeout=60, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("cocket: the system reports: ")
    assert done.stderr.count("\n") == 1
