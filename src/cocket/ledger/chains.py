"""Reads every entry once, in whatever order the table has them, and ties each to the one before it of its line.

To sort millions of entries takes longer than to check them. They stand nearly in the order in which they were written;
one that comes before its turn waits for those before it.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from cocket.ledger.replay import Break, Replayed, replay_entry
from cocket.ledger.store import Reader

ENTRIES: Final = "select {text}, hash from ledger_entry"
IN_ORDER: Final = f"{ENTRIES} order by line, seq"
EARLY_MAX: Final = 200_000
"""So many may wait for their turn, some hundred megabytes; a table in which more do is sorted after all."""

Row = tuple[str, bytes]
"""The text that an entry's hash is made of, and the hash that stands beside it."""


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
    chains: dict[str, Replayed] = {}
    early = 0
    for text, own in rows:
        line, _, rest = text.partition("\t")
        chain = chains.get(line)
        if chain is None:
            chain = chains[line] = Replayed()
        try:
            seq = int(rest[: rest.find("\t")])
            if seq == chain.seq + 1:
                link(chain, text, own)
                if chain.early:
                    early -= _follow_early(chain)
            elif chain.first_break is None:
                early += _wait(chain, line, seq, (text, own), ordered=early_max is None)
        except ValueError:  # a tab in a field, which the ledger never writes
            chain.first_break = chain.first_break or Break("hash", line, chain.seq + 1)
        if early_max is not None and early > early_max:
            raise Scattered
    return chains


def _follow_early(chain: Replayed) -> int:
    """Adds those whose turn has come, and says how many."""
    before = chain.seq
    while chain.first_break is None and (row := chain.early.pop(chain.seq + 1, None)):
        link(chain, *row)
    return chain.seq - before


def _wait(chain: Replayed, line: str, seq: int, row: Row, *, ordered: bool) -> int:
    """How many more wait now: one, or none where the entry's turn has gone or will not come."""
    if seq <= chain.seq or seq in chain.early or ordered:
        chain.first_break = Break("sequence", line, seq, str(chain.seq + 1), str(seq))
        return 0
    chain.early[seq] = row
    return 1


def link(chain: Replayed, text: str, own: bytes) -> None:
    """Adds the entry whose turn it is: a direct write-off, by far the commonest, is added up on the spot. Raises
    ValueError."""
    head = sha256(chain.head + text.encode()).digest()
    if head != own:
        chain.first_break = Break("hash", text.split("\t", 1)[0], chain.seq + 1, head.hex(), bytes(own).hex())
        return
    _, _, kind, _, _, outcome, target, quantity, value, _, uses, period, _, _, recorded, _ = text.split("\t", 15)
    if recorded < chain.recorded:
        chain.clock_steps += 1
    chain.recorded = recorded
    if kind == "write_off" and not outcome and not target and period == "0":
        chain.drawn_quantity += int(quantity)
        chain.drawn_value += int(value)
        chain.uses += int(uses)
    else:
        replay_entry(chain, text.split("\t"))
    chain.seq += 1
    chain.head = head


def first_break_of(line: str, chain: Replayed) -> Break | None:
    """After all entries were read: what still waits has no entry before it."""
    if chain.first_break is None and chain.early:
        seq = min(chain.early)
        return Break("sequence", line, seq, str(chain.seq + 1), str(seq))
    return chain.first_break
