"""A step that breaks off between ledger and records leaves nothing half done: neither by a fault nor by kill -9."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError

from cocket.law.lawbook import Lawbook
from cocket.ledger import LedgerUnavailable
from cocket.licensing.licences import Move, Status
from cocket.licensing.licences.errors import UnknownLicence
from cocket.licensing.records import clock, moving
from cocket.licensing.records.book import ledger
from cocket.licensing.records.finding import find_licence, steps_of
from cocket.licensing.records.models import LicenceRecord, StepRecord
from cocket.licensing.records.moving import Ordered
from tests.licensing.samples import NUMBER, general

ROOT = Path(__file__).resolve().parents[2]
KILLED_AT = {
    "before the ledger": "cocket.ledger.ledger.Within.post",
    "between ledger and step": "django.db.models.query.QuerySet.create",
    "between step and status": "django.db.models.base.Model.save",
    "before the commit": "django.db.backends.base.base.BaseDatabaseWrapper.commit",
}
DIES = """
import os, signal, sys
from importlib import import_module
from cocket.config.start import start
start()
from cocket.licensing.licences import Move
from cocket.licensing.records import clock, moving
path, number = sys.argv[1:]
module, kind, name = path.rsplit(".", 2)
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
# the record of the licence is saved by name, the step by itself: only what moving does is reached here
setattr(getattr(import_module(module), kind), name, die)
moving.move(number, Move.SUSPEND, moving.Ordered("Officer Li", "a test", clock.now()))
"""


def ordered() -> Ordered:
    return Ordered("Officer Li", "a test", clock.now())


def untouched() -> bool:
    row = ledger().line(f"{NUMBER}/1")
    assert row is not None
    stands = find_licence(NUMBER).status is Status.VALID, len(steps_of(NUMBER)) == 1, row.usable == 1, row.seq == 1
    assert len(set(stands)) == 1, f"half done: {stands}"
    return stands[0]


@pytest.mark.parametrize("point", KILLED_AT)
def test_a_process_that_is_killed_leaves_nothing_half_done(database: str, lawbook: Lawbook, point: str) -> None:
    moving.issue(general(), ordered(), lawbook)
    env = {**os.environ, "DATABASE_URL": database, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", DIES, KILLED_AT[point], NUMBER], env=env, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL
    assert untouched()
    assert moving.move(NUMBER, Move.SUSPEND, ordered()).status is Status.SUSPENDED
    assert not untouched()


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("table", [StepRecord, LicenceRecord])
def test_a_fault_after_the_ledger_undoes_the_ledger(
    lawbook: Lawbook, monkeypatch: pytest.MonkeyPatch, table: type
) -> None:
    moving.issue(general(), ordered(), lawbook)

    def fails(*_: object, **__: object) -> None:
        raise OperationalError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(table, "save", fails)
        with pytest.raises(LedgerUnavailable, match="the disk is full"):
            moving.move(NUMBER, Move.SUSPEND, ordered())
        if table is StepRecord:
            with pytest.raises(LedgerUnavailable, match="the disk is full"):
                moving.issue(general("26-AA-100002"), ordered(), lawbook)
    assert untouched()
    with pytest.raises(UnknownLicence):
        find_licence("26-AA-100002")
    assert ledger().line("26-AA-100002/1") is None
    moving.issue(general("26-AA-100002"), ordered(), lawbook)
