"""Two people at one application, and kill -9 while documents are attached: each is whole or not there, none is lost."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from random import Random

import pytest
from django.db import connection

from cocket.ledger import LedgerError
from cocket.licensing.cases.filing import file_application
from cocket.licensing.cases.finding import Case
from cocket.licensing.cases.papers import documents_for, read_document
from cocket.licensing.filings import attaching
from cocket.licensing.filings.errors import Filed
from cocket.licensing.filings.finding import find_filing
from cocket.licensing.filings.models import ApplicationRecord, DocumentRecord
from cocket.licensing.records import clock
from tests.cases.desk import office
from tests.casework.people import EXPORTER
from tests.cli.command import ROOT
from tests.filings.papers import attached, drafted, pdf, uncertified
from tests.together import at_once

pytestmark = pytest.mark.usefixtures("folder")
ROUNDS, KILLS = 6, 3


def test_two_who_attach_at_once_have_a_number_each() -> None:
    for turn in range(ROUNDS):
        reference = drafted()
        names = [f"paper-{turn}-{place}" for place in range(3)]
        at_once(*[partial(attached, reference, text=name) for name in names], faults=())
        found = documents_for(EXPORTER, reference)
        assert [one.number for one in found] == [1, 2, 3]
        assert sorted(one.name for one in found) == [f"{name}.pdf" for name in names]


def test_the_same_document_at_once_is_attached_once() -> None:
    for _ in range(ROUNDS):
        reference = drafted()
        made = at_once(*[partial(attached, reference)] * 3, faults=())
        assert made == [made[0]] * 3
        assert len(documents_for(EXPORTER, reference)) == 1


def file(reference: str) -> Case:
    return file_application(EXPORTER, reference, clock.now(), office())


def test_what_is_attached_while_it_is_filed_is_filed_with_it_or_refused() -> None:
    for _ in range(ROUNDS):
        reference = drafted(uncertified(papers=("identity",)))
        late, _ = at_once(partial(attached, reference), partial(file, reference), faults=(Filed,))
        filed = [one["number"] for one in find_filing(reference).documents]
        assert filed == ([] if isinstance(late, Filed) else [1])
        assert DocumentRecord.objects.filter(application=reference).count() == len(filed)


def test_without_the_lock_two_get_one_number(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the lock on the application is for: the key of its documents holds, and one of the two is told a fault."""
    if not database.startswith("postgresql"):
        pytest.skip("SQLite has one writer")
    monkeypatch.setattr(attaching, "locked", lambda _by, reference, _verb: ApplicationRecord.objects.get(pk=reference))
    for turn in range(40):
        reference = drafted()
        two = [partial(attached, reference, text=name) for name in (f"a{turn}", f"b{turn}")]
        if any(isinstance(one, LedgerError) for one in at_once(*two, faults=(LedgerError,))):
            return
    pytest.fail("forty pairs met in no transaction")


def start(reference: str, notes: Path, database: str, folder: Path) -> "subprocess.Popen[bytes]":
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    environment = {**os.environ, "PYTHONPATH": path, "DATABASE_URL": database, "COCKET_DOCUMENTS_FOLDER": str(folder)}
    command = [sys.executable, "-m", "tests.filings.killed_client", reference, str(notes)]
    return subprocess.Popen(command, cwd=ROOT, env=environment)


def wait_for_answers(notes: Path, count: int) -> None:
    until = time.monotonic() + 120
    while not notes.exists() or notes.read_text(encoding="ascii").count("answer") < count:
        if time.monotonic() > until:
            pytest.fail("the client had no answers for two minutes")
        time.sleep(0.01)


def test_what_was_answered_before_a_kill_is_there_and_whole(database: str, folder: Path, tmp_path: Path) -> None:
    reference, random = drafted(), Random(1)
    asked, answered = [], {}
    for turn in range(KILLS):
        notes = tmp_path / f"notes{turn}"
        client = start(reference, notes, database, folder)
        wait_for_answers(notes, 5)
        time.sleep(random.random() / 20)
        client.send_signal(signal.SIGKILL)
        client.wait()
        for line in notes.read_text(encoding="ascii").splitlines():
            word, name, *rest = line.split(" ")
            if word == "ask":
                asked.append(name)
            else:
                answered[name] = (int(rest[0]), rest[1])
    connection.close()
    found = {one.name.removesuffix(".pdf"): one for one in documents_for(EXPORTER, reference)}
    assert len(answered) >= 5 * KILLS
    assert {name: (found[name].number, found[name].sha256) for name in answered} == answered
    assert found.keys() <= set(asked), "and no other"
    assert [one.number for one in found.values()] == list(range(1, len(found) + 1))
    for name, one in found.items():
        assert read_document(EXPORTER, reference, one.number, clock.now())[1] == pdf(name)
