"""Several processes find what one finds; without them the work is done all the same."""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path

import pytest

from cocket.cli import screen_workers
from cocket.cli.screen_workers import ManyScreener
from cocket.screening.asked import Asked
from cocket.screening.catalogue import Catalogue, ListInUse, ScreenedList, build_catalogue, save_catalogue
from cocket.screening.hits import Screener
from cocket.screening.lists.entry import ListEntry

DAY = date(2026, 3, 2)
ENTRIES = tuple(ListEntry(id=name, names=(f"{name} Machine Works",)) for name in ("Dvornikov", "Kestrel", "Alder"))
ASKED = [Asked("Dvornikow Machine Works"), Asked("Ingrid Solberg"), Asked("Kestrel Machine"), Asked("Adler Works")]


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    monkeypatch.setattr(screen_workers, "WORTH_IT", 2)
    monkeypatch.setattr(screen_workers, "processors", lambda: 2)
    made = build_catalogue([ScreenedList(ListInUse("own", DAY, "d", date.max, len(ENTRIES)), ENTRIES)])
    save_catalogue(made, tmp_path / "all")
    return made


def test_several_processes_find_what_one_finds(lists: Catalogue, tmp_path: Path) -> None:
    assert ManyScreener(lists, "wide", tmp_path / "all").screen(ASKED) == Screener(lists, "wide").screen(ASKED)


def test_where_processes_die_one_does_the_work(
    lists: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> None:
        raise BrokenProcessPool

    monkeypatch.setattr(ProcessPoolExecutor, "map", dies)
    assert ManyScreener(lists, "wide", tmp_path / "all").screen(ASKED) == Screener(lists, "wide").screen(ASKED)
