"""Versions are kept whole, refused when odd, and compared."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from cocket.screening.lists.changes import changes_between
from cocket.screening.lists.entry import ListEntry, ListRead
from cocket.screening.lists.errors import ListError
from cocket.screening.lists.store import ListStore, ListVersion

DAY, NEXT = date(2026, 3, 2), date(2026, 3, 9)


def read(*names: str) -> ListRead:
    return ListRead("plain-csv", None, tuple(ListEntry(id=name, names=(name,)) for name in names))


def add(store: ListStore, names: str, day: date, *, may_shrink: bool = False) -> ListVersion | None:
    return store.add("own", read(*names.split()), names.encode(), day, stale_after_days=7, may_shrink=may_shrink)


def test_a_version_is_kept_and_is_the_current_one(tmp_path: Path) -> None:
    store = ListStore(tmp_path / "lists")
    assert store.names() == ()
    made = add(store, "alder bexley", DAY)
    assert ListStore(tmp_path / "lists").current() == (made,)


def test_an_update_leaves_the_earlier_version_at_hand(tmp_path: Path) -> None:
    store = ListStore(tmp_path)
    first, second = add(store, "alder bexley", DAY), add(store, "alder corvin", NEXT)
    assert (store.version("own"), store.version("own", 1), store.version("own", 2)) == (second, first, None)
    assert store.days("own") == (NEXT, DAY)


def test_the_very_same_file_again_is_no_new_version(tmp_path: Path) -> None:
    store = ListStore(tmp_path)
    add(store, "alder", NEXT)
    assert (add(store, "alder", NEXT), add(store, "alder", DAY)) == (None, None)
    assert store.days("own") == (NEXT,)


def test_the_very_same_file_of_a_later_day_counts_from_that_day_and_is_still_one_version(tmp_path: Path) -> None:
    store = ListStore(tmp_path)
    add(store, "bexley", date(2026, 3, 1))
    first, state = add(store, "alder", DAY), store.state()
    renewed = add(store, "alder", NEXT)
    assert renewed == msgspec.structs.replace(first, dated=NEXT) == store.version("own")
    assert store.days("own") == (NEXT, date(2026, 3, 1))
    assert store.state() != state


def test_the_very_same_file_may_be_given_more_days_to_go_stale(tmp_path: Path) -> None:
    store, content = ListStore(tmp_path), b"alder"
    add(store, "alder", DAY)
    state = store.state()
    made = store.add("own", read("alder"), content, DAY, stale_after_days=365)
    assert made == store.version("own")
    assert (made and made.stale_after_days, store.days("own"), store.state() == state) == (365, (DAY,), False)


@pytest.mark.parametrize(
    ("names", "day", "said"),
    [
        ("alder corvin", DAY, "other content is kept already"),
        ("alder corvin", date(2026, 3, 1), "version in use of 2026-03-02"),
        ("alder", NEXT, "has 1 parties, the version in use 2"),
    ],
)
def test_an_odd_version_is_refused_and_the_last_good_one_stays(
    tmp_path: Path, names: str, day: date, said: str
) -> None:
    store = ListStore(tmp_path)
    good = add(store, "alder bexley", DAY)
    with pytest.raises(ListError, match=said):
        add(store, names, day)
    assert store.current() == (good,)


def test_a_version_may_shrink_if_a_person_says_so(tmp_path: Path) -> None:
    store = ListStore(tmp_path)
    add(store, "alder bexley", DAY)
    assert add(store, "alder", NEXT, may_shrink=True) == store.version("own")


def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="cannot name a list"):
        ListStore(tmp_path).add("../own", read("a"), b"a", DAY, stale_after_days=7)


def test_a_kept_version_that_is_damaged_is_named_and_never_taken_as_empty(tmp_path: Path) -> None:
    store = ListStore(tmp_path)
    add(store, "alder", DAY)
    (file,) = (tmp_path / "own").iterdir()
    file.write_bytes(file.read_bytes()[:20])
    with pytest.raises(ListError, match="cannot be read"):
        store.current()


def test_a_list_is_stale_from_the_day_after_its_last(tmp_path: Path) -> None:
    made = add(ListStore(tmp_path), "alder", DAY)
    assert made is not None
    assert (made.is_stale(date(2026, 3, 9)), made.is_stale(date(2026, 3, 10))) == (False, True)


def test_another_version_makes_another_state(tmp_path: Path) -> None:
    store = ListStore(tmp_path)
    add(store, "alder", DAY)
    before = store.state()
    add(store, "alder bexley", NEXT)
    assert store.state() != before


def test_changes_are_additions_changes_and_removals() -> None:
    old = (ListEntry(id="1", names=("A",)), ListEntry(id="2", names=("B",)), ListEntry(id="3", names=("C",)))
    new = (ListEntry(id="1", names=("A",)), ListEntry(id="2", names=("B", "B2")), ListEntry(id="4", names=("D",)))
    found = changes_between(old, new)
    assert found == ((new[2],), ((old[1], new[1]),), (old[2],))
    assert not changes_between(old, old)


def kept(store: ListStore, number: int, names: tuple[str, ...], day: date, *, may_shrink: bool = False) -> None:
    entries = tuple(ListEntry(id=str(at), names=tuple(f"{name} {at}" for name in names)) for at in range(number))
    content = f"{number} {names}".encode()
    store.add("own", ListRead("un-xml", None, entries), content, day, stale_after_days=7, may_shrink=may_shrink)


def test_a_version_whose_parties_have_lost_their_other_names_is_refused_unless_a_person_says_so(tmp_path: Path) -> None:
    store = ListStore(tmp_path)
    kept(store, 100, ("alder", "bexley"), DAY)
    with pytest.raises(ListError, match="has 100 names, the version in use 200"):
        kept(store, 100, ("alder",), NEXT)
    kept(store, 100, ("alder",), NEXT, may_shrink=True)
    assert store.days("own") == (NEXT, DAY)


def test_a_version_in_which_very_many_parties_have_other_names_is_refused(tmp_path: Path) -> None:
    store = ListStore(tmp_path)
    kept(store, 100, ("alder",), DAY)
    with pytest.raises(ListError, match="100 of 100 parties have lost a name at once"):
        kept(store, 100, ("bexley",), NEXT)
    kept(store, 100, ("alder", "bexley"), NEXT)
    assert store.days("own") == (NEXT, DAY)


def test_a_short_list_of_ones_own_may_change_all_its_names(tmp_path: Path) -> None:
    store = ListStore(tmp_path)
    kept(store, 99, ("alder", "dorn"), DAY)
    kept(store, 99, ("bexley",), NEXT)
    assert store.days("own") == (NEXT, DAY)
