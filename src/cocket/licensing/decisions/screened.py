"""The parties of a decision against the lists in use: what an officer looks at, and what a decision keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cocket.check.checker import Checker
from cocket.check.party_hits import Lists, hits_of
from cocket.check.row_hits import RowHits
from cocket.determination.facts import NOT_LISTED_TOKEN
from cocket.licensing.licences.licence import Party

WATCHED_ROLES = ("importer", "end_user")
"""Decree 792 Art. 26: the watch list is of importers and end users."""
Plain = dict[str, object]


@dataclass(frozen=True, slots=True)
class Screened:
    """``watch_list``: yes, no, or "" where a name may be a listed one and a person has to say. ``open_hits`` counts the
    hits that nobody has cleared, and the names that cannot be screened at all."""

    open_hits: int
    watch_list: str
    data: Plain

    @property
    def told(self) -> str:
        """In one line, for the history of the case."""
        lists = self.data["lists"]
        assert isinstance(lists, list)
        return "; ".join(f"{one['name']} of {one['dated']} ({one['digest'][:12]})" for one in lists)


def screened(among: Iterable[tuple[str, Party]], checker: Checker, lists: Lists, day: date) -> Screened:
    """Every party, with its role, under each of its names. ``lists`` as they are on the day."""
    parties = [(role, name, party) for role, party in among for name in (party.name, *party.also)]
    rows = [_row(role, name, party) for role, name, party in parties]
    found = hits_of(rows, lists, day)
    used = [{"name": one.name, "dated": one.dated.isoformat(), "digest": one.digest} for one in lists.catalogue.lists]
    kept = [_kept(role, name, hits) for (role, name, _), hits in zip(parties, found, strict=True)]
    stale = [f"{one.name} of {one.dated}" for one in lists.stale(day)]
    still_open = sum(len(hits.open) + len(hits.unread) for hits in found)
    watched = [_watched(name, checker) for role, name, _ in parties if role in WATCHED_ROLES]
    answer = "yes" if "yes" in watched else "" if "" in watched else "no"
    return Screened(still_open, answer, {"lists": used, "stale": stale, "parties": kept})


def _row(role: str, name: str, party: Party) -> Plain:
    row: Plain = {role: name}
    return row | {"end_user_country": party.country} if role == "end_user" and party.country else row


def _kept(role: str, name: str, hits: RowHits) -> Plain:
    unread = [one.why for one in hits.unread]
    return {"role": role, "name": name, "hits": [_plain(one) for one in hits.data()], "unread": unread}


def _plain(data: Mapping[str, object]) -> Plain:
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in data.items()}


def _watched(name: str, checker: Checker) -> str:
    tokens = checker.look_up(name, "watch_list")
    if tokens == {NOT_LISTED_TOKEN}:
        return "no"
    return "" if NOT_LISTED_TOKEN in tokens else "yes"
