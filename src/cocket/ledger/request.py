"""What a client asks of the ledger. Its id is made by the client and kept until it has the answer."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from cocket.ledger.errors import BadRequest
from cocket.ledger.faults import id_of, wrong
from cocket.ledger.terms import Terms
from cocket.quantity.amount import NUMBER_MAX, Amount, Money

ID_LENGTH_MAX: Final = 64
NOTE_LENGTH_MAX: Final = 500
PARTS_MAX: Final = 200
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/#@+()\[\]-]*")
# A tab sets off the fields that the chain is made of, and a line end the entries of a listing.
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


class Kind(StrEnum):
    OPEN = "open"
    RESERVE = "reserve"
    WRITE_OFF = "write_off"
    RELEASE = "release"
    CORRECT = "correct"
    EXCESS = "excess"
    USABLE = "usable"
    UNUSABLE = "unusable"
    CLOSE = "close"


TAKING: Final = frozenset({Kind.RESERVE, Kind.WRITE_OFF})
"""What needs a usable, valid line."""
MOVING: Final = frozenset({Kind.RESERVE, Kind.WRITE_OFF, Kind.RELEASE, Kind.CORRECT, Kind.EXCESS})
"""What carries amounts."""


@lru_cache(64)
def day_text(day: date) -> str:
    """ISO; kept, for most requests of an hour have the same day and each needs its text several times."""
    return day.isoformat()


@dataclass(frozen=True, slots=True)
class Part:
    """One line's share of a request. ``target``: the id of the reservation or write-off that it acts on.

    Without a quantity a release or a correction takes all that is left of its target.
    """

    line: str
    quantity: Amount | None = None
    value: Money | None = None
    target: str = ""

    def stated(self) -> str:
        """The amounts as they were stated: number of the smallest unit and code, number of coins and currency."""
        quantity = f"{self.quantity.number} {self.quantity.unit.code}" if self.quantity else "all"
        return f"{quantity} {self.value.number} {self.value.currency}" if self.value else quantity


@dataclass(frozen=True, slots=True)
class Request:
    """All parts together or none. ``day`` is the one that counts for validity, periods and rates.

    Raises BadRequest for what can mean nothing: an id that people could misread, a line named twice, an amount of
    zero or less.
    """

    id: str
    kind: Kind
    day: date
    parts: tuple[Part, ...]
    note: str = ""
    terms: Terms | None = None

    def __post_init__(self) -> None:
        refuse_id(self.id, "request")
        if not self.parts or len(self.parts) > PARTS_MAX:
            raise BadRequest(f"Request {self.id} names {len(self.parts)} lines", f"Name 1 to {PARTS_MAX}")
        if len(self.parts) > 1 and len({part.line for part in self.parts}) < len(self.parts):
            raise BadRequest(f"Request {self.id} names a line twice", "Give each line once, with its whole amount")
        if self.note and (len(self.note) > NOTE_LENGTH_MAX or _CONTROL.search(self.note)):
            raise BadRequest(
                f"The note of request {self.id} is too long or not on one line",
                f"Write {NOTE_LENGTH_MAX} characters at most",
            )
        if (self.terms is not None) != (self.kind is Kind.OPEN) or (self.terms and len(self.parts) > 1):
            raise BadRequest(f"Request {self.id} opens a line without terms", "Give terms to one line to open it")
        for part in self.parts:
            refuse_id(part.line, "line")
            self._refuse_amounts(part)

    def _refuse_amounts(self, part: Part) -> None:
        kind, quantity = self.kind, part.quantity
        if kind is Kind.RELEASE or kind is Kind.CORRECT:
            refuse_id(part.target, "target")
        elif part.target and kind is Kind.WRITE_OFF:
            refuse_id(part.target, "reservation")
        elif part.target:
            raise self._bad(part, f"{kind} acts on no other request", "Leave the target out")
        if kind not in MOVING:
            if quantity or part.value:
                raise self._bad(part, f"{kind} moves no amount", "Leave the amounts out")
            return
        if quantity is None and (part.value or kind not in (Kind.RELEASE, Kind.CORRECT)):
            raise self._bad(part, "the quantity is missing", "Give it, even where only the value is limited")
        for amount in (quantity, part.value):
            if amount is not None and not 0 < amount.number <= NUMBER_MAX:
                raise self._bad(part, f"an amount of {amount.number} cannot be booked", "Give an amount above zero")

    def _bad(self, part: Part, what: str, remedy: str) -> BadRequest:
        return BadRequest(f"Request {self.id}, line {part.line}: {what}", remedy)

    def digest(self) -> bytes:
        """Tells a repetition from another request under the same id."""
        terms = self.terms.text() if self.terms else ""
        fields = [self.kind, day_text(self.day), self.note, terms]
        for part in self.parts:
            fields += (part.line, part.stated(), part.target)
        return hashlib.sha256("\t".join(fields).encode()).digest()


def refuse_id(text: str, what: str) -> None:
    """Raises BadRequest for an id that is empty, long, or has a letter that looks like another one.

    ``what`` it is of, by its key in `id_of`.
    """
    if len(text) <= ID_LENGTH_MAX and _ID.fullmatch(text):
        return
    strange = next((sign for sign in text if not _ID.fullmatch("A" + sign)), None)
    if strange is not None:
        name = unicodedata.name(strange, f"character {ord(strange)}")
        raise BadRequest(*wrong("sign", what=id_of(what), id=text, sign=name))
    raise BadRequest(*wrong("no_id", what=id_of(what), id=text[:ID_LENGTH_MAX], most=ID_LENGTH_MAX))


def movement(id: str, kind: Kind, day: date, parts: Iterable[Part], note: str = "") -> Request:
    """A reserve, write-off, release, correction or excess over several lines."""
    return Request(id, kind, day, tuple(parts), note)


def opening(id: str, line: str, terms: Terms, day: date, note: str = "") -> Request:
    return Request(id, Kind.OPEN, day, (Part(line),), note, terms)


def usability(id: str, lines: Iterable[str], usable: bool, day: date, note: str = "") -> Request:
    kind = Kind.USABLE if usable else Kind.UNUSABLE
    return Request(id, kind, day, tuple(map(Part, lines)), note)


def closing(id: str, lines: Iterable[str], day: date, note: str = "") -> Request:
    return Request(id, Kind.CLOSE, day, tuple(map(Part, lines)), note)
