"""A licence and its lines, as issued. What changes afterwards is its status alone."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from cocket.ledger.terms import Terms
from cocket.licensing.licences.condition import Condition
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.faults import wrong
from cocket.licensing.licences.number import refuse_number
from cocket.licensing.licences.status import LAPSING, Status

LINES_MAX: Final = 100
"""All lines of a licence change in one step of the ledger, which takes 200."""
NAME_LENGTH_MAX: Final = 300
BY_USE: Final = ""
"""In the place of a control code: goods that no entry has and whose use or user is controlled (Law Art. 12)."""
NO_CODE: Final = "none"
"""How people write that there is no control code; so that a code that was forgotten is none."""


class Kind(StrEnum):
    """Decree 792 Art. 15: ``single`` (单项许可) is for one export of stated items to one stated end user and lapses
    when that export is done; ``general`` (通用许可) for any number of exports to one or more end users while valid."""

    SINGLE = "single"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Party:
    """``name`` as the licence prints it, ``also`` the same party's name in other scripts and languages; ``country`` an
    ISO code; ``number`` of its register, for a Chinese firm the unified social credit code, "" where none is stated."""

    name: str
    country: str = ""
    number: str = ""
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not all(name.strip() for name in (self.name, *self.also)):
            raise LicenceError(*wrong("party_without_name"))
        if max(map(len, (self.name, *self.also))) > NAME_LENGTH_MAX:
            raise LicenceError(*wrong("long_name", name=self.name[:40], most=NAME_LENGTH_MAX))


@dataclass(frozen=True, slots=True)
class LicenceLine:
    """One item of a licence: what, where to, for whom, on which conditions, and how much by the ledger's ``terms``.

    ``id`` is the number of the licence, a stroke, and the line's own number: "26-AA-100001/1", and the id of the
    ledger's line. ``control_code``: of an entry, or BY_USE. ``goods`` in the words of the licence. ``conditions`` all
    apply.
    """

    id: str
    control_code: str
    goods: str
    destinations: tuple[str, ...]
    end_users: tuple[Party, ...]
    terms: Terms
    end_uses: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def number(self) -> int:
        return int(self.id.rpartition("/")[2])

    def __post_init__(self) -> None:
        if not self.goods.strip():
            raise LicenceError(*wrong("no_goods", line=self.id))
        if not self.destinations or not self.end_users:
            fault = "no_end_user" if self.destinations else "no_destination"
            raise LicenceError(*wrong(fault, line=self.id))


@dataclass(frozen=True, slots=True)
class Licence:
    """Days are those of the authority; both ends of the validity belong to it. ``regime`` is one of the lawbook's.

    Raises LicenceError for what no licence of its kind can be. How long a licence may run is a figure of the law and
    tested where it is issued (`limits`).
    """

    number: str
    kind: Kind
    holder: Party
    regime: str
    issued_on: date
    valid_from: date
    valid_until: date
    lines: tuple[LicenceLine, ...]
    status: Status = Status.VALID

    def __post_init__(self) -> None:
        refuse_number(self.number)
        if not self.issued_on <= self.valid_from <= self.valid_until:
            days = {"issued": self.issued_on, "since": self.valid_from, "until": self.valid_until}
            raise LicenceError(*wrong("order", **days), "valid_until")
        if not 0 < len(self.lines) <= LINES_MAX:
            raise LicenceError(*wrong("lines", count=len(self.lines), most=LINES_MAX), "lines")
        for place, line in enumerate(self.lines):
            self._refuse_line(line, place)
        if self.kind is Kind.SINGLE:
            self._refuse_more_than_one_export()

    def _refuse_line(self, line: LicenceLine, place: int) -> None:
        key = f"lines[{place}]"
        if line.id != f"{self.number}/{place + 1}":
            raise LicenceError(*wrong("line_called", place=place + 1, id=line.id, number=self.number), key)
        if line.terms.valid_from < self.valid_from or line.terms.valid_until > self.valid_until:
            raise LicenceError(*wrong("outside", line=line.id), f"{key}.valid_until")
        if line.terms.quantity is None and line.terms.value is None:
            raise LicenceError(*wrong("no_limit", line=line.id), f"{key}.quantity")

    def _refuse_more_than_one_export(self) -> None:
        """Decree 792 Art. 15: one export, to one stated end user; so one destination, and one use of each line."""
        for place, line in enumerate(self.lines):
            key, uses = f"lines[{place}]", line.terms.uses
            if uses != 1:
                fault = wrong("any_number") if uses is None else wrong("several_exports", uses=uses)
                raise LicenceError(*fault, f"{key}.uses")
            if line.terms.periods:
                raise LicenceError(*wrong("periods"), f"{key}.periods")
        users = {user.name for line in self.lines for user in line.end_users}
        places = {country for line in self.lines for country in line.destinations}
        for several, found in (("end_users", users), ("destinations", places)):
            if len(found) > 1:
                raise LicenceError(*wrong(several, count=len(found), names=tuple(sorted(found))), "lines")

    def line(self, number: int) -> LicenceLine | None:
        """The line with this number; None where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else None

    def status_on(self, day: date) -> Status:
        """As stored, but for a validity that ended: nobody has to come by for a licence to expire."""
        if self.status in LAPSING and day > self.valid_until:
            return Status.EXPIRED
        return self.status

    def usable_on(self, day: date) -> bool:
        """Whether the ledger lets anything be drawn on that day, amounts aside."""
        return self.status_on(day) is Status.VALID and self.valid_from <= day
