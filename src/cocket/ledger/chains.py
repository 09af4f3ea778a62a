"""Reads every entry once, in whatever order the table has them, and ties each to the one before it of its line.

To sort millions of entries takes longer than to check them. They stand nearly in the order in which they were written;
one that comes before its turn waits for those before it.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from cocket.ledger.entry import Entry
from cocket.ledger.replay import Break, Replayed, replay_entry
from cocket.ledger.store import EntryText, Reader

IN_ORDER: Final = "order by line, seq"
EARLY_MAX: Final = 200_000
"""So many may wait for their turn, some hundred megabytes; a table in which more do is sorted after all."""

TAB: Final = b"\t"
KIND, OUTCOME, TARGET, QUANTITY, VALUE, USES, PERIOD, RECORDED = map(
    Entry._fields.index, ("kind", "outcome", "target", "quantity", "value", "uses", "period", "recorded")
)


class Scattered(Exception):  # noqa: N818  # never leaves this module
    """Too many entries stand before those that they follow."""


def read_chains(reader: Reader, early_max: int = EARLY_MAX) -> dict[str, Replayed]:
    """Each line's chain as far as it holds, with its first break."""
    try:
        return follow(reader.entries(), early_max)
    except Scattered:
        return follow(reader.entries(IN_ORDER), None)


def follow(rows: Iterable[EntryText], early_max: int | None) -> dict[str, Replayed]:
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


def _wait(chain: Replayed, line: bytes, seq: int, row: EntryText, *, ordered: bool) -> int:
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
    recorded = fields[RECORDED]
    if recorded < chain.recorded:
        chain.clock_steps += 1
    chain.recorded = recorded
    if fields[KIND] == b"write_off" and not fields[OUTCOME] and not fields[TARGET] and fields[PERIOD] == b"0":
        chain.drawn_quantity += int(fields[QUANTITY])
        if (value := fields[VALUE]) != b"0":  # to look is sooner than to count, here and below
            chain.drawn_value += int(value)
        chain.uses += 1 if (uses := fields[USES]) == b"1" else int(uses)
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
