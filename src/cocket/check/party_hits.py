"""The parties of a line against the lists in use. Hits stand beside the answer: they never change what the law says,
but a line with a strong hit that nobody has looked at does not go."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from cocket.check.files import RowResult
from cocket.check.party_columns import StatedParty, parties_of
from cocket.check.row_hits import NoParty, PartyHit, RowHits
from cocket.screening.asked import Asked
from cocket.screening.catalogue import Catalogue, ListInUse
from cocket.screening.decisions import Cleared
from cocket.screening.hits import LEVELS, Hit, Screener, is_stale
from cocket.screening.nameable import why_no_name

# Rows whose parties go through the search together: enough to spread its cost, few enough to show the first soon.
CHUNK = 256
Weighed = Callable[[str, Hit], bool]


@dataclass(frozen=True, slots=True)
class Lists:
    """What parties are screened against: the lists, what people have cleared, and ``strong``, the level from which a
    hit stops a line. ``weighed`` tells for a column and a hit whether the law's answer has that listing in it."""

    catalogue: Catalogue
    cleared: Mapping[str, Cleared]
    strong: str
    weighed: Weighed

    def stale(self, on: date) -> tuple[ListInUse, ...]:
        return is_stale(self.catalogue.lists, on)


def with_hits(results: Iterable[RowResult], lists: Lists, on: date) -> Iterator[RowResult]:
    """The same results, each with the hits of its parties; every distinct party is looked up once."""
    stale = tuple(f"{one.name} of {one.dated}" for one in lists.stale(on))
    screener = Screener(lists.catalogue, "wide")
    source = iter(results)
    while part := list(islice(source, CHUNK)):
        named = [tuple(parties_of(result.stated)) for result in part]
        readable = [one.asked for parties in named for one in parties if why_no_name(one.asked.name) is None]
        found = dict(zip(readable, screener.screen(readable), strict=True))
        for result, parties in zip(part, named, strict=True):
            yield replace(result, hits=_of_row(parties, found, lists, stale))


def hits_of(stated: Iterable[Mapping[str, object]], lists: Lists, on: date) -> list[RowHits]:
    """The hits of the parties that each of some rows states."""
    rows = (RowResult(0, one, None, None) for one in stated)
    return [result.hits for result in with_hits(rows, lists, on)]


def _of_row(
    parties: Iterable[StatedParty], found: Mapping[Asked, Iterable[Hit]], lists: Lists, stale: tuple[str, ...]
) -> RowHits:
    hits: list[PartyHit] = []
    unread: list[NoParty] = []
    for key, asked in parties:
        if why := why_no_name(asked.name):
            unread.append(NoParty(key, asked.name, why))
            continue
        own = (hit for hit in found[asked] if not lists.weighed(key, hit))
        hits += (PartyHit(key, hit, _is_strong(hit, lists.strong), lists.cleared.get(hit.id)) for hit in own)
    return RowHits(tuple(hits), tuple(unread), stale)


def _is_strong(hit: Hit, level: str) -> bool:
    """By the name alone or with all else that is known: another birthday lowers a hit and clears nobody."""
    return max(hit.name_score, hit.score) >= LEVELS[level]
