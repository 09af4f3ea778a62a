"""A live licence that law or lists say something else of gets a note, once; what is over or unchanged gets none."""

import json
from dataclasses import replace

import pytest

from cocket.accounts.errors import NotAllowed
from cocket.check.party_hits import Lists
from cocket.law.lawbook import load_lawbook
from cocket.licensing.cases.models import NoteRecord
from cocket.licensing.cases.office import Office
from cocket.licensing.cases.watching import Note, notes_for, watch
from cocket.licensing.decisions.watched import Seen, changed, read_seen
from cocket.licensing.licences.status import Move
from cocket.licensing.records import clock, moving
from cocket.licensing.records.moving import Ordered
from cocket.outbox.models import MessageRecord
from cocket.screening.catalogue import ListInUse, ScreenedList, build_catalogue
from cocket.screening.lists.entry import ListEntry
from tests.cases.desk import office
from tests.cases.filed import granted, take
from tests.casework.people import EXPORTER, OFFICER
from tests.decisions.samples import DAY, lists

pytestmark = pytest.mark.usefixtures("database")
FIRST, SECOND = "26-AA-100001", "26-AA-100002"
SEEN = Seen({(1, 1): ("LICENCE_REQUIRED", ("1C902.a.4",), ())}, {"ab12": "somebody"})


def listed(*names: str) -> Office:
    """A desk on whose list those names stand."""
    entries = tuple(ListEntry(id=str(place), names=(name,), kind="firm") for place, name in enumerate(names))
    catalogue = build_catalogue([ScreenedList(ListInUse("own", DAY, "e" * 64, DAY, len(entries)), entries)])

    def get_lists(_day: object, _digests: object) -> Lists:
        return replace(lists(), catalogue=catalogue)

    return Office(load_lawbook(), get_lists)


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
