"""Reads licences and their steps back. Nothing here changes anything."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from django.db.models import Q

from cocket.accounts.faults import told
from cocket.licensing.licences.errors import LicenceError, UnknownLicence
from cocket.licensing.licences.licence import Licence
from cocket.licensing.licences.number import difference, refuse_number, skeleton
from cocket.licensing.licences.reading import read_licence_json
from cocket.licensing.licences.status import LAPSING, Status
from cocket.licensing.records.models import LicenceRecord, StepRecord

PAGE_MAX = 100


@dataclass(frozen=True, slots=True)
class StepMade:
    """One step of a licence: ``before`` "" for its issue, ``day`` by the authority's calendar, ``other`` the
    licence that replaces it or that it replaces, else ""."""

    sequence: int
    move: str
    before: str
    after: str
    day: date
    recorded: datetime
    by: str
    why: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """``status``: where it stands on the day ``today``; ``after`` the last number of the page before."""

    today: date
    status: Status | None = None
    holder: str = ""
    after: str = ""

    def __post_init__(self) -> None:
        for key, text in (("holder", self.holder), ("after", self.after)):
            if not text.isprintable():
                raise LicenceError(f"{text[:40]!a} holds a sign that no name or number has", "Leave it out", key)


def find_licence(number: str) -> Licence:
    """Raises LicenceError for what is no number, UnknownLicence for one that was never given."""
    refuse_number(number)
    with told():
        found = LicenceRecord.objects.filter(pk=number).first()
        if found is None:
            raise unknown(number)
    return licence_of(found)


def unknown(number: str) -> UnknownLicence:
    """Names a licence that is meant perhaps, and the letter that tells the two apart; none is ever taken for it."""
    near = LicenceRecord.objects.filter(skeleton=skeleton(number)).values_list("number", flat=True).first()
    if near is None:
        return UnknownLicence(f"There is no licence {number}", "Check the number on the licence", "number")
    what = f"There is no licence {number}; {near} was issued, which has {difference(near, number)}"
    return UnknownLicence(what, "Check the number on the licence, letter by letter", "number")


def licence_of(record: LicenceRecord) -> Licence:
    return replace(_issued(record.content, record.number), status=Status(record.status))


@lru_cache(maxsize=4096)
def _issued(content: str, number: str) -> Licence:
    """What was issued never changes, and a general licence is read for every declaration under it."""
    return read_licence_json(content, f"licence {number}")


def list_licences(wanted: Filter, count: int) -> list[Licence]:
    """At most ``count`` (PAGE_MAX at most) in the order of their numbers."""
    rows = LicenceRecord.objects.order_by("number")
    if wanted.status is not None:
        rows = rows.filter(_standing(wanted.status, wanted.today))
    if wanted.holder:
        rows = rows.filter(holder=wanted.holder)
    if wanted.after:
        rows = rows.filter(number__gt=wanted.after)
    with told():
        return [licence_of(row) for row in rows[: min(count, PAGE_MAX)]]


def _standing(status: Status, today: date) -> Q:
    """As `Licence.status_on` tells it of a row."""
    over = Q(status__in=[one.value for one in LAPSING], valid_until__lt=today)
    return over | Q(status=status.value) if status is Status.EXPIRED else Q(status=status.value) & ~over


def steps_of(number: str) -> list[StepMade]:
    with told():
        return list(_steps(number))


def _steps(number: str) -> Iterator[StepMade]:
    for row in StepRecord.objects.filter(licence_id=number).order_by("sequence"):
        yield StepMade(row.sequence, row.move, row.before, row.after, row.day, row.recorded, row.by, row.why, row.other)
