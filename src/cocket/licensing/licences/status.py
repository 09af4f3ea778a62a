"""Where a licence may stand and the one table of steps between. Whatever changes a status goes through `step`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cocket.licensing.licences.errors import MoveRefused


class Status(StrEnum):
    VALID = "valid"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    EXPIRED = "expired"
    EXHAUSTED = "exhausted"
    COMPLETED = "completed"
    IN_AMENDMENT = "in_amendment"
    REPLACED = "replaced"
    SURRENDERED = "surrendered"


class Move(StrEnum):
    ISSUE = "issue"
    SUSPEND = "suspend"
    RESUME = "resume"
    REVOKE = "revoke"
    EXPIRE = "expire"
    EXHAUST = "exhaust"
    REPLENISH = "replenish"
    COMPLETE = "complete"
    AMEND = "amend"
    KEEP = "keep"
    REPLACE = "replace"
    SURRENDER = "surrender"


LAPSING: Final = (Status.VALID, Status.SUSPENDED, Status.IN_AMENDMENT)
"""Where a licence stands as expired from the day after its last one, whether or not that was booked."""


class Lines(StrEnum):
    """What the step does to the rows of the ledger, in the same transaction."""

    OPEN = "open"
    USABLE = "usable"
    UNUSABLE = "unusable"
    CLOSE = "close"


class Guard(StrEnum):
    """What must be so besides; tested by whoever makes the step, on the rows as they stand."""

    NONE = ""
    WITHIN_VALIDITY = "within_validity"
    PAST_VALIDITY = "past_validity"
    NO_ROOM = "no_room"
    ROOM = "room"
    EXPORT_DONE = "export_done"
    NOTHING_UNDER_WAY = "nothing_under_way"


@dataclass(frozen=True, slots=True)
class Step:
    """``before`` empty: nothing was there. ``basis``: where the law says so."""

    before: tuple[Status, ...]
    after: Status
    lines: Lines
    guard: Guard
    basis: str


STEPS: Final[dict[Move, Step]] = {
    Move.ISSUE: Step((), Status.VALID, Lines.OPEN, Guard.NONE, "Decree 792 Art. 15, 17"),
    # A suspension ends an amendment on its way: else keeping the old licence would lift it.
    Move.SUSPEND: Step(
        (Status.VALID, Status.IN_AMENDMENT), Status.SUSPENDED, Lines.UNUSABLE, Guard.NONE, "Decree 792 Art. 18"
    ),
    Move.RESUME: Step((Status.SUSPENDED,), Status.VALID, Lines.USABLE, Guard.WITHIN_VALIDITY, "Decree 792 Art. 18"),
    Move.REVOKE: Step(
        (Status.VALID, Status.SUSPENDED, Status.EXHAUSTED, Status.IN_AMENDMENT),
        Status.REVOKED, Lines.UNUSABLE, Guard.NONE, "Decree 792 Art. 18, 20",
    ),
    Move.EXPIRE: Step(
        (Status.VALID, Status.SUSPENDED, Status.EXHAUSTED, Status.IN_AMENDMENT),
        Status.EXPIRED, Lines.UNUSABLE, Guard.PAST_VALIDITY, "Decree 792 Art. 15",
    ),
    # A write-off that was a mistake is corrected, which gives room back: so this one is not final.
    Move.EXHAUST: Step((Status.VALID,), Status.EXHAUSTED, Lines.UNUSABLE, Guard.NO_ROOM, "follows from the limits"),
    Move.REPLENISH: Step((Status.EXHAUSTED,), Status.VALID, Lines.USABLE, Guard.ROOM, "follows from the limits"),
    # A single licence lapses when its export is done, and what was left of it with it.
    Move.COMPLETE: Step((Status.VALID,), Status.COMPLETED, Lines.CLOSE, Guard.EXPORT_DONE, "Decree 792 Art. 15"),
    Move.AMEND: Step((Status.VALID,), Status.IN_AMENDMENT, Lines.UNUSABLE, Guard.NONE, "Decree 792 Art. 18"),
    Move.KEEP: Step(
        (Status.IN_AMENDMENT,), Status.VALID, Lines.USABLE, Guard.WITHIN_VALIDITY, "Decree 792 Art. 18"
    ),
    # Not closed: a write-off that was a mistake is still corrected under the licence that bore it.
    Move.REPLACE: Step(
        (Status.IN_AMENDMENT,), Status.REPLACED, Lines.UNUSABLE, Guard.NOTHING_UNDER_WAY, "Decree 792 Art. 18"
    ),
    # Not from a suspension: what is to become of a suspended licence is for the authority to say.
    Move.SURRENDER: Step(
        (Status.VALID, Status.IN_AMENDMENT), Status.SURRENDERED, Lines.UNUSABLE, Guard.NONE, "Decree 792 Art. 18"
    ),
}  # fmt: skip

WHY_NOT: Final[dict[Status | None, str]] = {
    None: "No licence has this number",
    Status.VALID: "The licence is valid already, and nothing waits to be taken back",
    Status.SUSPENDED: "The licence is suspended: resume or revoke it",
    Status.REVOKED: "The licence was revoked, for good",
    Status.EXPIRED: "The licence has expired; only a new one helps",
    Status.EXHAUSTED: "Nothing is left of the licence",
    Status.COMPLETED: "The licence was for one export, which is done; what was left has lapsed",
    Status.IN_AMENDMENT: "The licence is in amendment: it is kept as it was, or a new one replaces it",
    Status.REPLACED: "A new licence has replaced it",
    Status.SURRENDERED: "Its holder has handed the licence back, for good",
}
"""Why a step cannot be made from where the licence stands."""

UNMET: Final[dict[Guard, tuple[str, str]]] = {
    Guard.WITHIN_VALIDITY: ("The validity of the licence has ended", "Apply for a new licence"),
    Guard.PAST_VALIDITY: ("The licence has not expired yet", "Wait for the day after its last one"),
    Guard.NO_ROOM: ("Something is left of the licence", "Nothing has to be done"),
    Guard.ROOM: ("Nothing was given back to the licence", "Correct the write-off first"),
    Guard.EXPORT_DONE: (
        "No export was made under the licence, or goods are still reserved",
        "Write off or release them first",
    ),
    Guard.NOTHING_UNDER_WAY: (
        "Goods are still reserved under it, or the one export of a single licence was made",
        "Release what is reserved; an export that was made needs no amendment",
    ),
}


def step(move: Move, status: Status | None, number: str) -> Step:
    """The step for a licence that stands there (None: no licence yet); raises MoveRefused saying why not."""
    found = STEPS[move]
    if status in found.before or (status is None and not found.before):
        return found
    if status is not None and not found.before:
        what, remedy = f"{number} was issued before ({status})", "A number is given once: give another one"
    else:
        what, remedy = f"Cannot {move} {number}: {WHY_NOT[status]}", f"It must be {' or '.join(found.before)} for that"
    raise MoveRefused(what, remedy, number=number, move=move, why=status or "none")


def unmet(move: Move, guard: Guard, number: str) -> MoveRefused:
    """What must be so besides, and is not."""
    what, remedy = UNMET[guard]
    return MoveRefused(f"Cannot {move} {number}: {what}", remedy, number=number, move=move, why=guard)
