"""Recomputes the chain of receipts, and compares it with the declarations and with the ledger's own entries."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from cocket.gate.declaration import canonical
from cocket.gate.receipt import GENESIS, chained
from cocket.ledger.store import Reader

RECEIPTS: Final = """select r.sequence, r.declaration, r.step, r.body, r.hash, s.content
    from gate_receipt r left join gate_step s on s.declaration = r.declaration and s.step = r.step
    order by r.sequence"""
UNFINISHED: Final = """select s.declaration, s.step from gate_step s
    left join gate_receipt r on r.declaration = s.declaration and r.step = s.step where r.sequence is null"""
ENTRIES: Final = "select line, seq, hash from ledger_entry where request like 'gate/%'"


@dataclass(frozen=True, slots=True)
class ReceiptBreak:
    """``what``: hash, sequence, head, declaration (not the one that was judged), ledger (an entry not in the book)."""

    what: str
    sequence: int
    declaration: str = ""


@dataclass(slots=True)
class ReceiptVerdict:
    """``unfinished``: declarations whose answer a crash cut off; they are finished when somebody asks again."""

    receipts: int = 0
    unfinished: int = 0
    first_break: ReceiptBreak | None = None

    @property
    def holds(self) -> bool:
        return self.first_break is None


def verify_receipts(reader: Reader) -> ReceiptVerdict:
    verdict = ReceiptVerdict()
    verdict.unfinished = len(list(reader.rows(UNFINISHED)))
    verdict.first_break = next(_breaks(reader, verdict), None)
    return verdict


def _breaks(reader: Reader, verdict: ReceiptVerdict) -> Iterator[ReceiptBreak]:
    entries = {(line, sequence): bytes(own).hex() for line, sequence, own in reader.rows(ENTRIES)}
    head, last = GENESIS, 0
    for sequence, declaration, _, body, own, content in reader.rows(RECEIPTS):
        if sequence != last + 1:
            yield ReceiptBreak("sequence", sequence, declaration)
            return
        told = json.loads(body)
        head = chained(head, body)
        if head != bytes(own):
            yield ReceiptBreak("hash", sequence, declaration)
            return
        last = sequence
        verdict.receipts += 1
        if canonical(told.get("declaration", told.get("event"))) != content:
            yield ReceiptBreak("declaration", sequence, declaration)
        if any(entries.get((one["line"], one["sequence"])) != one["hash"] for one in _entries(told)):
            yield ReceiptBreak("ledger", sequence, declaration)
    ((kept, kept_head),) = list(reader.rows("select sequence, head from gate_chain where id = 1"))
    if (kept, bytes(kept_head)) != (last, head):
        yield ReceiptBreak("head", kept)


def _entries(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (entry for booked in told["ledger"] for entry in booked["entries"])
