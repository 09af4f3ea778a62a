"""A live licence that law or lists say something else of gets a note, once; what is over or unchanged gets none."""

import json
from dataclasses import replace
from datetime import date

import pytest

from cocket.accounts.errors import NotAllowed
from cocket.accounts.models import AuditRecord
from cocket.ledger import Terms
from cocket.licensing.cases.models import NoteRecord
from cocket.licensing.cases.office import Office
from cocket.licensing.cases.watching import Note, notes_for, watch
from cocket.licensing.decisions.watched import Seen, changed, read_seen
from cocket.licensing.licences.status import Move
from cocket.licensing.records import clock, moving
from cocket.licensing.records.moving import Ordered
from cocket.outbox.models import MessageRecord
from tests.cases.desk import listed, office
from tests.cases.filed import granted, take
from tests.casework.people import EXPORTER, OFFICER
from tests.licensing.samples import KG, YEAR_END, general, kg, line

pytestmark = pytest.mark.usefixtures("database")
FIRST, SECOND = "26-AA-100001", "26-AA-100002"
SEEN = Seen({(1, 1): ("LICENCE_REQUIRED", ("1C902.a.4",), ())}, {"ab12": "somebody"})


@pytest.fixture(autouse=True)
def issued(database: str) -> None:
    take(granted(), OFFICER, "issue")


def watched(desk: Office) -> list[Note]:
    return list(watch(OFFICER, clock.now(), desk))


def test_nothing_is_noted_while_nothing_differs() -> None:
    assert watched(office()) == []


def test_a_party_that_is_listed_now_is_noted_once_on_each_licence_of_its_application() -> None:
    before = MessageRecord.objects.count()
    found = watched(listed("Velvet Hedgehog Drives"))
    assert [one.licence for one in found] == [FIRST, SECOND]
    ((what, was, now),) = found[0].changes
    assert what.startswith("hit ")
    assert was == ""
    assert now == "Velvet Hedgehog Drives (end_user): Velvet Hedgehog Drives, own"
    assert watched(listed("Velvet Hedgehog Drives")) == []
    assert MessageRecord.objects.count() == before + 2
    ((_, _, after),) = watched(office())[0].changes
    assert after == "", "that it is gone again is noted too"
    assert [one.sequence for one in notes_for(OFFICER, FIRST)] == [1, 2]


def test_a_licence_that_came_of_a_case_has_its_issue_in_the_audit() -> None:
    (entry,) = AuditRecord.objects.filter(subject=f"licence/{FIRST}")
    assert (entry.verb, entry.person) == ("issue", "wang")


def test_what_is_over_is_not_watched() -> None:
    moving.move(FIRST, Move.SURRENDER, Ordered("holder", "not needed", clock.now()))
    assert [one.licence for one in watched(listed("Velvet Hedgehog Drives"))] == [SECOND]


def test_who_handles_no_licences_neither_watches_nor_reads_notes() -> None:
    exporter = replace(EXPORTER, stated=False)
    with pytest.raises(NotAllowed):
        list(watch(exporter, clock.now(), office()))
    watched(listed("Velvet Hedgehog Drives"))
    assert notes_for(exporter, FIRST) == []


def test_what_changed_is_told_by_item_and_kept_as_it_was_seen() -> None:
    now = Seen({(1, 1): ("PROHIBITED", ("1C902.a.4", "1C903.a"), ("dual_use",))}, {})
    assert list(changed(SEEN, now)) == [
        ("request 1, item 1: outcome", "LICENCE_REQUIRED", "PROHIBITED"),
        ("request 1, item 1: codes", "1C902.a.4", "1C902.a.4, 1C903.a"),
        ("request 1, item 1: banned", "", "dual_use"),
        ("hit ab12", "somebody", ""),
    ]
    assert read_seen(json.loads(json.dumps(SEEN.data()))) == SEEN
    assert NoteRecord.objects.count() == 0


def test_a_licence_issued_from_a_file_is_watched_by_what_it_states() -> None:
    moving.issue(general("26-AA-100009"), Ordered("Ministry", "from a file", clock.now()), office().lawbook)
    assert watched(office()) == []
    (note,) = watched(listed("Kettle Works GmbH"))
    assert note.licence == "26-AA-100009"
    assert [now for _, _, now in note.changes] == ["Kettle Works GmbH (end_user): Kettle Works GmbH, own"]
    assert watched(listed("Kettle Works GmbH")) == []


def test_law_that_came_after_the_issue_is_noted_on_a_licence_from_a_file() -> None:
    """What is carved on it is weighed by the law of its day of issue first: samarium-cobalt magnets went free then."""
    before = general("25-AA-100009", issued_on=date(2025, 4, 1), valid_from=date(2025, 4, 1))
    own = line("25-AA-100009", uses=None, control_code="", terms=Terms(KG, date(2025, 4, 1), YEAR_END, kg(5).number))
    moving.issue(replace(before, lines=(own,)), Ordered("Ministry", "from a file", clock.now()), office().lawbook)
    (note,) = watched(office())
    assert note.licence == "25-AA-100009"
    assert note.changes[0][0] == "request 1, item 1: outcome"
