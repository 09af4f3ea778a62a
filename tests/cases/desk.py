"""The desk of the authority in the tests of cases: the lawbook, and a list with one made-up party."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from cocket.check.party_hits import Lists
from cocket.law.lawbook import load_lawbook
from cocket.licensing.cases.office import Office
from cocket.screening.catalogue import ListInUse, ScreenedList, build_catalogue
from cocket.screening.lists.entry import ListEntry
from tests.decisions.samples import DAY, lists


def get_lists(_day: date, _digests: Mapping[str, str] | None) -> Lists:
    return lists()


@cache
def office() -> Office:
    return Office(load_lawbook(cache=False), get_lists)


def listed(*names: str) -> Office:
    """A desk on whose list those names stand."""
    entries = tuple(ListEntry(id=str(place), names=(name,), kind="firm") for place, name in enumerate(names))
    catalogue = build_catalogue([ScreenedList(ListInUse("own", DAY, "e" * 64, DAY, len(entries)), entries)])

    def get_lists(_day: object, _digests: object) -> Lists:
        return replace(lists(), catalogue=catalogue)

    return Office(load_lawbook(), get_lists)
