"""Reads every entry once, in whatever order the table has them, and ties each to the one before it of its line.

To sort millions of entries takes longer than to check them. They stand nearly in the order in which they were written;
one that comes before its turn waits for those before it.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from cocket.ledger.entry import Entry
from cocket.ledger.replay import Break, Replayed, replay_entry
from cocket.ledger.store import Reader

ENTRIES: Final = "select {text}, hash from ledger_entry"
IN_ORDER: Final = f"{ENTRIES} order by line, seq"
EARLY_MAX: Final = 200_000
"""So many may wait for their turn, some hundred megabytes; a table in which more do is sorted after all."""

Row = tuple[bytes, bytes | None]
"""The text that an entry's hash is made of, and the hash that stands beside it, which the ledger always writes."""
TAB: Final = b"\t"
RECORDED: Final = Entry._fields.index("recorded")


class Scattered(Exception):  # noqa: N818  # never leaves this module
    """Too many entries stand before those that they follow."""


def read_chains(reader: Reader, early_max: int = EARLY_MAX) -> dict[str, Replayed]:
    """Each line's chain as far as it holds, with its first break."""
    try:
        return follow(reader.rows(ENTRIES.format(text=reader.entry_text)), early_max)
    except Scattered:
        return follow(reader.rows(IN_ORDER.format(text=reader.entry_text)), None)


def follow(rows: Iterable[Row], early_max: int | None) -> dict[str, Replayed]:
    """``early_max`` None: the rows are in order, so that one out of turn is a break. Raises Scattered."""
    chains: dict[bytes, Replayed] = {}
    early = 0
    for text, own in rows:
        fields = text.split(TAB, RECORDED + 1)
        line = fields[0]
        chain = chains.get(line)
        if chain is None:
            chain = chains[line] = Replayed()
        try:
            seq = int(fields[1])
            if seq == chain.seq + 1:
                link(chain, fields, text, own)
                if chain.early:
                    early -= _follow_early(chain)
            elif chain.first_break is None:
                early += _wait(chain, line, seq, (text, own), ordered=early_max is None)
        except (ValueError, IndexError):  # a tab in a field, which the ledger never writes
            chain.first_break = chain.first_break or Break("hash", line.decode(), chain.seq + 1)
        if early and early_max is not None and early > early_max:
            raise Scattered
    return {line.decode(): chain for line, chain in chains.items()}


def _follow_early(chain: Replayed) -> int:
    """Adds those whose turn has come, and says how many."""
    before = chain.seq
    while chain.first_break is None and (row := chain.early.pop(chain.seq + 1, None)):
        text, own = row
        link(chain, text.split(TAB, RECORDED + 1), text, own)
    return chain.seq - before


def _wait(chain: Replayed, line: bytes, seq: int, row: Row, *, ordered: bool) -> int:
    """How many more wait now: one, or none where the entry's turn has gone or will not come."""
    if seq <= chain.seq or seq in chain.early or ordered:
        chain.first_break = Break("sequence", line.decode(), seq, str(chain.seq + 1), str(seq))
        return 0
    chain.early[seq] = row
    return 1


def link(chain: Replayed, fields: list[bytes], text: bytes, own: bytes | None) -> None:
    """Adds the entry whose turn it is: a direct write-off, by far the commonest, is added up on the spot. ``fields``:
    those of the text, the ones after ``recorded`` in one piece. Raises ValueError."""
    head = sha256(chain.head + text).digest()
    if head != own:
        chain.first_break = Break("hash", fields[0].decode(), chain.seq + 1, head.hex(), (own or b"").hex())
        return
    _, _, kind, _, _, outcome, target, quantity, value, _, uses, period, _, _, recorded, _ = fields
    if recorded < chain.recorded:
        chain.clock_steps += 1
    chain.recorded = recorded
    if kind == b"write_off" and not outcome and not target and period == b"0":
        chain.drawn_quantity += int(quantity)
        chain.drawn_value += int(value)
        chain.uses += int(uses)
    else:
        replay_entry(chain, text.decode().split("\t"))
    chain.seq += 1
    chain.head = head


def first_break_of(line: str, chain: Replayed) -> Break | None:
    """After all entries were read: what still waits has no entry before it."""
    if chain.first_break is None and chain.early:
        seq = min(chain.early)
        return Break("sequence", line, seq, str(chain.seq + 1), str(seq))
    return chain.first_break
