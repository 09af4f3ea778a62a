"""A party asked about. By itself, since to state one needs none of what searches for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A party as somebody states it; ``born`` a year or day, ``country`` and ``number`` as written, "" if not known."""

    name: str
    country: str = ""
    born: str = ""
    number: str = ""
