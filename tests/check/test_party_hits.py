"""Distinct parties of a file are looked up once; what the law has weighed is left out; cleared hits stop nothing."""

from collections.abc import Sequence
from datetime import date

import pytest

from cocket.check.party_hits import Lists, with_hits
from cocket.check.row_hits import RowHits
from cocket.screening.asked import Asked
from cocket.screening.catalogue import ListInUse, ScreenedList, build_catalogue
from cocket.screening.decisions import Cleared
from cocket.screening.hits import screen
from cocket.screening.lists.entry import ListEntry
from cocket.screening.search import Found, Search
from tests.check.results import DAY, result

ENTRY = ListEntry(id="1", names=("Dvornikov Machine Works",), kind="firm")
CATALOGUE = build_catalogue([ScreenedList(ListInUse("own", DAY, "d", date.max, 1), (ENTRY,))])
NAME = "Dvornikow Machine Works"


def lists(**changes: object) -> Lists:
    usual: dict[str, object] = {"cleared": {}, "strong": "narrow", "weighed": lambda _column, _hit: False}
    return Lists(CATALOGUE, **{**usual, **changes})  # type: ignore[arg-type]


def hits(*names: str, **changes: object) -> list[RowHits]:
    rows = [result(number, {"end_user": name}) for number, name in enumerate(names)]
    return [one.hits for one in with_hits(rows, lists(**changes), DAY)]


def test_each_distinct_party_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    find = Search.find

    def counted(self: Search, names: Sequence[str], at_least: float) -> Found:
        asked.extend(names)
        return find(self, names, at_least)

    monkeypatch.setattr(Search, "find", counted)
    found = hits(*[NAME, "Kettle Works"] * 400)
    assert sorted(asked) == [NAME, "Kettle Works"]
    assert [one.stops for one in found] == [True, False] * 400


def test_a_hit_that_the_law_has_weighed_is_left_out() -> None:
    assert hits(NAME, weighed=lambda column, hit: (column, hit.entry.id) == ("end_user", "1")) == [RowHits()]


def test_a_cleared_hit_stops_nothing_and_is_kept() -> None:
    ((hit,),) = screen(CATALOGUE, [Asked(NAME)], "wide")
    (found,) = hits(NAME, cleared={hit.id: Cleared(hit.id, DAY, "seen", NAME, "")})
    assert not found.stops
    assert found.record().keys() == {"cleared_hits"}


def test_a_list_past_its_day_is_named_in_every_row() -> None:
    old = build_catalogue([ScreenedList(ListInUse("own", date(2025, 1, 1), "d", date(2025, 1, 8), 1), (ENTRY,))])
    rows = [result(1, {"end_user": "Kettle Works"}), result(2, {})]
    stale = [one.hits.stale for one in with_hits(rows, Lists(old, {}, "narrow", lambda _c, _h: False), DAY)]
    assert stale == [("own of 2025-01-01",)] * 2
