"""Which columns of a list name a party, and what stands beside each that tells more of it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cocket.screening.asked import Asked

PARTIES: Mapping[str, Mapping[str, str]] = {
    "party": {"country": "party_country", "born": "party_born", "number": "party_number"},
    "exporter": {},
    "importer": {},
    "consignee": {},
    "end_user": {"country": "end_user_country"},
    "end_user_parent": {},
    "supplier": {},
}


class StatedParty(NamedTuple):
    """A party that a row names in the column ``key``."""

    key: str
    asked: Asked


def parties_of(stated: Mapping[str, object]) -> Iterator[StatedParty]:
    """Every party of a row, in the order of PARTIES."""
    for key, beside in PARTIES.items():
        if key in stated:
            more = {field: str(stated[own]) for field, own in beside.items() if own in stated}
            yield StatedParty(key, Asked(str(stated[key]), **more))
