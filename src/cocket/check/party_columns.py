"""Which columns of a list name a party, and what stands beside each that tells more of it."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from cocket.screening.asked import Asked
from cocket.screening.readings import LETTERS_MAX, NameTooLongError, read_name

NoName: TypeAlias = Literal["too_long", "no_letter"]

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


def why_no_name(name: str) -> NoName | None:
    """Why a name cannot be screened; None where it can."""
    if len(name) <= LETTERS_MAX and name.isascii():
        return None if any(map(str.isalnum, name)) else "no_letter"
    try:
        return None if read_name(name) else "no_letter"
    except NameTooLongError:
        return "too_long"
