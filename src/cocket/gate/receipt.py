"""What the gate was asked and answered, when, and under which law: one text, tied to all receipts before it."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Final

from cocket.gate.answer import Answer
from cocket.gate.declaration import canonical

FORMAT: Final = "cocket-gate-receipt/1"
GENESIS: Final = bytes(32)


@dataclass(frozen=True, slots=True)
class Receipt:
    """``body`` is canonical JSON; ``hash`` is sha256 over the hash before and the body. ``repeated``: an earlier one,
    handed out again."""

    sequence: int
    declaration: str
    step: int
    body: str
    hash: bytes
    repeated: bool = False

    def plain(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found

    @property
    def answer(self) -> Answer:
        return Answer(self.plain()["answer"])


def chained(before: bytes, body: str) -> bytes:
    return hashlib.sha256(before + body.encode()).digest()


def made(declaration: str, step: int, parts: dict[str, object], sequence: int, before: bytes) -> Receipt:
    """``parts``: all that is told, as plain data; place and link are added here."""
    whole = {
        "format": FORMAT,
        "number": declaration,
        "step": step,
        **parts,
        "sequence": sequence,
        "before": before.hex(),
    }
    body = canonical(whole)
    return Receipt(sequence, declaration, step, body, chained(before, body))


def digest_of(content: object) -> bytes:
    """Tells the same thing, stated once more, from another one."""
    return hashlib.sha256(canonical(content).encode()).digest()
