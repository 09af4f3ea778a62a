"""A hit says on which list, by which words, with what for and against it; and it is recognised again."""

from datetime import date
from pathlib import Path

import pytest

from cocket.screening.catalogue import (
    Catalogue,
    ListInUse,
    ScreenedList,
    build_catalogue,
    open_catalogue,
    save_catalogue,
)
from cocket.screening.hits import LEVELS, Asked, Hit, is_stale, screen, years_of
from cocket.screening.lists.entry import FIRM, PERSON, Identifier, ListEntry

DAY = date(2026, 3, 2)
PETROVSKY = ListEntry(
    id="7", names=("PETROVSKY, Vladislav", "Владислав Петровский"), kind=PERSON, countries=("RU",),
    born=("1961-05-04",),
    identifiers=(Identifier("passport", "AB 123-456"),), programmes=("SAMPLE",), follows="no business",
)  # fmt: skip
KESTREL = ListEntry(id="1", names=("Kestrel Shipping LLC",), kind=FIRM)


def catalogue(*first: ListEntry, second: tuple[ListEntry, ...] = (KESTREL,)) -> Catalogue:
    lists = [("one", first), ("two", second)]
    return build_catalogue(
        [ScreenedList(ListInUse(name, DAY, name, date(2026, 3, 9), len(own)), tuple(own)) for name, own in lists]
    )


LISTS = catalogue(PETROVSKY, ListEntry(id="8", names=("Dvornikov Works",)))


def hit(asked: Asked, lists: Catalogue = LISTS) -> Hit:
    ((best, *_),) = screen(lists, [asked], "wide")
    return best


def test_a_hit_names_list_entry_name_and_what_follows() -> None:
    found = hit(Asked("Vladislav Petrovskij"))
    assert (found.list.name, found.entry.id, found.entry.follows) == ("one", "7", "no business")
    assert hit(Asked("Kestrel Shiping")).list.name == "two"


def test_a_hit_shows_which_words_went_together_and_what_was_left_over() -> None:
    found = hit(Asked("Dvornikow Works"))
    (first, second) = found.words
    assert (first.asked, first.listed, second.asked, second.listed) == ("dvornikow", "dvornikov", "works", "works")
    assert 0.8 < first.alike < second.alike == 1
    assert hit(Asked("Kestrel")).left_over == ("shipping",)


def test_the_parts_shown_with_a_hit_sum_to_its_score_by_name() -> None:
    for name in ("Vladislav Petrovskij", "Владислав ПЕТРОВСКИЙ", "V. Petrovsky", "Kestrel Shiping"):
        found = hit(Asked(name))
        assert sum(found.parts.values()) == pytest.approx(found.name_score, abs=1e-4)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (Asked("Vladislav Petrovskij", born="1961"), Asked("Vladislav Petrovskij")),
        (Asked("Vladislav Petrovskij"), Asked("Vladislav Petrovskij", born="1985")),
        (Asked("Vladislav Petrovskij", country="RU"), Asked("Vladislav Petrovskij")),
        (Asked("Vladislav Petrovskij"), Asked("Vladislav Petrovskij", country="PT")),
        (Asked("Vladislav Petrovskij", number="ab123456"), Asked("Vladislav Petrovskij", born="1961")),
    ],
)
def test_qualifiers_raise_or_lower_a_hit_and_never_hide_it(more: Asked, less: Asked) -> None:
    assert hit(more).score > hit(less).score > 0
    assert hit(more).name_score == hit(less).name_score >= LEVELS["wide"]


@pytest.mark.parametrize("asked", [Asked("Vladislav Petrovskij", country="Portugal"), Asked("Kestrel", born="1961")])
def test_what_cannot_be_compared_counts_for_nothing(asked: Asked) -> None:
    assert hit(asked).qualifiers == {}


def test_a_hit_keeps_its_id_until_either_side_changes() -> None:
    found = hit(Asked("Vladislav Petrovskij"))
    assert hit(Asked("vladislav  PETROVSKIJ")).id == found.id
    assert hit(Asked("Vladislav Petrovskij", born="1961")).id != found.id
    changed = ListEntry(id="7", names=(*PETROVSKY.names, "The Baker"))
    assert hit(Asked("Vladislav Petrovskij"), catalogue(changed)).id != found.id


def test_one_entry_is_one_hit_however_many_of_its_names_fit() -> None:
    ((*hits,),) = screen(LISTS, [Asked("Владислав Петровский")], "wide")
    assert [found.entry.id for found in hits] == ["7"]


def test_nobody_is_found_where_nothing_is_like_the_name() -> None:
    assert screen(LISTS, [Asked("Ingrid Solberg"), Asked("——")], "wide") == [(), ()]


def test_a_catalogue_opened_from_its_folder_gives_the_same_hits(tmp_path: Path) -> None:
    save_catalogue(LISTS, tmp_path / "all")
    opened = open_catalogue(tmp_path / "all")
    assert opened is not None
    asked = [Asked("Vladislav Petrovskij"), Asked("Kestrel"), Asked("Dvornikov Works")]
    assert screen(opened, asked, "wide") == screen(LISTS, asked, "wide")


def test_a_damaged_or_missing_catalogue_opens_as_none(tmp_path: Path) -> None:
    assert open_catalogue(tmp_path) is None
    save_catalogue(LISTS, tmp_path / "all")
    (tmp_path / "all" / "catalogue.msgpack").write_bytes(b"\x81")
    assert open_catalogue(tmp_path / "all") is None


def test_a_list_is_named_as_stale_after_its_last_day() -> None:
    assert is_stale(LISTS.lists, date(2026, 3, 9)) == ()
    assert {one.name for one in is_stale(LISTS.lists, date(2026, 3, 10))} == {"one", "two"}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1960", {1960}),
        ("19600201", {1960}),
        ("01 Feb 1960", {1960}),
        ("1960年2月1日", {1960}),
        ("1960 to 1962", {1960, 1961, 1962}),
        ("circa 1961", {1961}),
        ("60-02-01", set()),
        ("passport 123456", set()),
        ("", set()),
    ],
)
def test_years_of_birth_are_read_as_lists_write_them(text: str, years: set[int]) -> None:
    assert set(years_of(text)) == years
