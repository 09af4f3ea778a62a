"""What a person has decided of a hit."""

from datetime import date

import msgspec


class Cleared(msgspec.Struct, frozen=True):
    """A hit that a person has cleared: its id changes with either side, so the decision ends by itself."""

    hit: str
    on: date
    reason: str
    name: str
    listed: str
