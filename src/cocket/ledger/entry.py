"""An entry of the book, and the hash that ties it to all entries of its line before it."""

import hashlib
from typing import Final, NamedTuple

GENESIS: Final = bytes(32)
"""What stands before the first entry of a line."""


class Entry(NamedTuple):
    """A row of ``ledger_entry`` without its hash, its columns in this order.

    ``outcome`` is "" or the reason of a refusal; refused entries move nothing. ``quantity`` and ``value`` are in the
    units of the line. ``freed_value``: what a write-off or a release takes off the reserved value. ``uses``: 1, 0
    or -1. ``room``: what was left of the limit that refused. ``recorded``: UTC by the clock of the host that wrote it.
    ``stated``: the amounts as stated, or the terms of a line. ``rate``: the rate applied, with its source.
    """

    line: str
    seq: int
    kind: str
    request: str
    part: int
    outcome: str
    target: str
    quantity: int
    value: int
    freed_value: int
    uses: int
    period: int
    room: int
    day: str
    recorded: str
    digest: bytes
    stated: str
    rate: str
    note: str


def chained(before: bytes, entry: Entry) -> bytes:
    """sha256 over the hash before, then the fields in UTF-8 with a tab between them, the digest in hex.

    No field holds a tab, so that no two entries have the same text.
    """
    (
        line, seq, kind, request, part, outcome, target, quantity, value, freed_value, uses, period, room,
        day, recorded, digest, stated, rate, note,
    ) = entry  # fmt: skip
    # written out, for it is made for every entry: by a loop over the fields it took half as long again
    text = (
        f"{line}\t{seq}\t{kind}\t{request}\t{part}\t{outcome}\t{target}\t{quantity}\t{value}\t{freed_value}\t{uses}\t"
        f"{period}\t{room}\t{day}\t{recorded}\t{digest.hex()}\t{stated}\t{rate}\t{note}"
    )
    return hashlib.sha256(before + text.encode()).digest()


STATED_AT: Final = Entry._fields.index("stated")
