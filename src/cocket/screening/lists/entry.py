"""What a list says of one party, whatever its format."""

from collections.abc import Iterable
from datetime import date

import msgspec

PERSON, FIRM, VESSEL, UNKNOWN = "person", "firm", "vessel", "unknown"


class Identifier(msgspec.Struct, frozen=True, order=True):
    kind: str
    number: str


class ListEntry(msgspec.Struct, frozen=True, kw_only=True):
    """``id`` is the publisher's own; the first of ``names`` is the main one, ``weak_names`` tell little by themselves.

    ``born`` and ``countries`` stand as the list writes them; ``follows`` is what the list says follows, in its words.
    """

    id: str
    names: tuple[str, ...]
    weak_names: tuple[str, ...] = ()
    kind: str = UNKNOWN
    countries: tuple[str, ...] = ()
    born: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    programmes: tuple[str, ...] = ()
    listed_on: str = ""
    follows: str = ""

    @property
    def every_name(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.names, *self.weak_names)))


# Formats that give no day of their own; every other file without one is damaged or of a changed format.
UNDATED = frozenset({"ofac-csv", "csl-csv", "plain-csv"})


class ListRead(msgspec.Struct, frozen=True):
    """A file as read: its ``form``, the day it gives itself (None where it gives none), and its entries by id."""

    form: str
    dated: date | None
    entries: tuple[ListEntry, ...]


def cleaned(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Texts without the blanks around them, empty ones and repetitions."""
    return tuple(dict.fromkeys(text for one in texts if (text := " ".join((one or "").split()))))
