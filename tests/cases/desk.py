"""The desk of the authority in the tests of cases: the lawbook, and a list with one made-up party."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from cocket.check.party_hits import Lists
from cocket.law.lawbook import load_lawbook
from cocket.licensing.cases.office import Office
from tests.decisions.samples import lists


def get_lists(_day: date, _digests: Mapping[str, str] | None) -> Lists:
    return lists()


@cache
def office() -> Office:
    return Office(load_lawbook(cache=False), get_lists)
