"""The commonest request by far, decided and entered in one go: one line that has room for a write-off of its own.

What `decide`, `move` and `post` do for every request, without the rows that pass between them: half of a hot line's
time went into making those. Whatever is not as common as that, refusals too, is left to them.
"""

from collections.abc import Collection
from hashlib import sha256

from cocket.ledger.answer import Answer, Receipt
from cocket.ledger.decide import Scene, barred, lacking, uses_up
from cocket.ledger.request import Kind, Request, day_text
from cocket.ledger.store import Changes

KIND = Kind.WRITE_OFF.value


class Direct:
    """``recorded`` as entries have it; ``awaited``: ids that other requests of the transaction act on."""

    def __init__(self, scene: Scene, changes: Changes, recorded: str, awaited: Collection[str]) -> None:
        self._scene, self._changes, self._recorded, self._awaited = scene, changes, recorded, awaited

    def book(self, request: Request) -> tuple[bytes, Answer] | None:
        """Digest and answer; None for what it leaves alone. The id was not used before."""
        if request.kind is not Kind.WRITE_OFF or len(request.parts) != 1 or request.id in self._awaited:
            return None
        part, scene = request.parts[0], self._scene
        line, quantity, value = scene.lines.get(part.line), part.quantity, part.value
        if line is None or line.periods or part.target or quantity is None or quantity.unit.smallest != line.unit:
            return None
        if value is None:
            if line.currency:
                return None
            drawn_value, stated = 0, f"{quantity.number} {quantity.unit.code}"
        else:
            if line.currency and value.currency != line.currency:
                return None
            drawn_value = value.number if line.currency else 0
            stated = f"{quantity.number} {quantity.unit.code} {value.number} {value.currency}"
        drawn, day, note = quantity.number, day_text(request.day), request.note
        if (
            request.day > scene.last_day
            or barred(line, day)
            or lacking(line, None, drawn, drawn_value)
            or uses_up(line)
        ):
            return None
        change = self._changes.change(line)
        change.drawn_on(day)
        line.drawn_quantity += drawn
        line.drawn_value += drawn_value
        line.uses += 1
        seq = line.seq = line.seq + 1
        # as `Request.digest` and `entry.chained` have them
        digest = sha256(f"{KIND}\t{day}\t{note}\t\t{line.id}\t{stated}\t".encode()).digest()
        text = (
            f"{line.id}\t{seq}\t{KIND}\t{request.id}\t0\t\t\t{drawn}\t{drawn_value}\t0\t1\t0\t0\t{day}\t{self._recorded}\t"
            f"{digest.hex()}\t{stated}\t\t{note}"
        )
        own = line.head = sha256(line.head + text.encode()).digest()
        self._changes.entries.append((
            line.id, seq, KIND, request.id, 0, "", "", drawn, drawn_value, 0, 1, 0, 0, day, self._recorded, digest,
            stated, "", note, own, KIND, "", drawn, drawn_value, 0,
        ))  # fmt: skip
        return digest, Answer(request.id, True, (Receipt(line.id, seq, own),))
