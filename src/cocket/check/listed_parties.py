"""The parties that the lawbook lists, as one more list to screen."""

from datetime import date

from cocket.law.instrument import Instrument, Listing
from cocket.law.lawbook import Lawbook
from cocket.screening.lists.entry import ListEntry, cleaned

NAME = "lawbook"


def listed_parties(lawbook: Lawbook, on: date) -> tuple[ListEntry, ...]:
    """Every listing, the suspended and ended ones too; ``follows`` tells which list, in which state on the day."""
    return tuple(_entry(notice, listing, on) for notice, listing in lawbook.listings.values())


def _entry(notice: Instrument, listing: Listing, on: date) -> ListEntry:
    return ListEntry(
        id=listing.id,
        names=cleaned((listing.name.en, listing.name.zh, *listing.aliases)),
        countries=cleaned([listing.country]),
        programmes=(notice.id,),
        listed_on=listing.in_force.since.isoformat(),
        follows=f"{notice.list_name}: {_state(listing, on)}",
    )


def _state(listing: Listing, on: date) -> str:
    if not listing.in_force.holds(on):
        return "not in force"
    states = [state for state in listing.states if state.during.holds(on) and state.known_from <= on]
    return states[-1].state if states else "active"
