"""What lies on the authority's desk: the law, ready to be asked, and the lists of parties."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from cocket.check.checker import Checker
from cocket.check.party_hits import Lists
from cocket.law.lawbook import Lawbook

GetLists = Callable[[date, Mapping[str, str] | None], Lists]
"""The lists as used on a day: the newest of each, or of each name the version of that digest where it is still kept."""


class Office:
    """Made by the face, which knows where lists are kept. Nothing is opened before it is asked for."""

    def __init__(self, lawbook: Lawbook, get_lists: GetLists) -> None:
        self.lawbook, self._get_lists = lawbook, get_lists

    @cached_property
    def checker(self) -> Checker:
        return Checker(self.lawbook)

    def lists(self, day: date, digests: Mapping[str, str] | None = None) -> Lists:
        """Raises ListError for a list that cannot be read."""
        return self._get_lists(day, digests)
