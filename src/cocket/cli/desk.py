"""The authority's desk for the commands on cases: the lawbook, and the lists kept on this machine."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from cocket.cli.words import Words

if TYPE_CHECKING:
    from cocket.check.party_hits import Lists
    from cocket.licensing.cases.office import Office

STRONG = "narrow"
"""The level from which a hit has to be settled: as `cocket check` takes it by default."""


def open_office(words: Words) -> "Office":
    """After `config.start.start`. Raises LawError."""
    from cocket.cli.party_screen import against, open_lists
    from cocket.law.lawbook import load_lawbook
    from cocket.licensing.cases.office import Office

    def get_lists(day: date, digests: Mapping[str, str] | None) -> "Lists":
        if digests is None:
            return open_lists(office.checker, day, STRONG, words)
        from cocket.cli.list_folder import catalogue_of

        return against(catalogue_of(day, digests), office.checker, STRONG)

    office = Office(load_lawbook(), get_lists)
    return office
