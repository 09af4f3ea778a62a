"""Reads licences and their steps back. Nothing here changes anything.

What somebody asks for goes through `licence_for` and `list_licences`, which ask what he may see. `find_licence` and
`steps_of` are for the house's own work: the gate compares whatever licence a declaration names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from django.db.models import Q, QuerySet

from cocket.accounts.access import access_change, access_rows
from cocket.accounts.actor import Actor
from cocket.accounts.faults import told
from cocket.accounts.policy import READ
from cocket.licensing.licences.errors import LicenceError, UnknownLicence
from cocket.licensing.licences.faults import wrong
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
                raise LicenceError(*wrong("strange_sign", text=text[:40]), key)


def find_licence(number: str) -> Licence:
    """Raises LicenceError for what is no number, UnknownLicence for one that was never given."""
    return _found(number, LicenceRecord.objects.all())


def licence_for(actor: Actor, number: str) -> Licence:
    """Raises LicenceError for what is no number, NotAllowed where the role sees none at all, and UnknownLicence for one
    that was never given or is not for these eyes: the two are told in the same words."""
    with told():
        access_change(actor, LicenceRecord, READ)
        return _found(number, access_rows(actor, LicenceRecord))


def licences_for(actor: Actor, numbers: Iterable[str]) -> list[Licence]:
    """Those among them that the actor may see."""
    with told():
        return [licence_of(row) for row in access_rows(actor, LicenceRecord).filter(pk__in=set(numbers))]


def _found(number: str, rows: "QuerySet[LicenceRecord]") -> Licence:
    refuse_number(number)
    with told():
        found = rows.filter(pk=number).first()
        if found is None:
            raise unknown(number, rows)
    return licence_of(found)


def unknown(number: str, rows: "QuerySet[LicenceRecord] | None" = None) -> UnknownLicence:
    """Names a licence that is meant perhaps, and the letter that tells the two apart; none is ever taken for it.
    ``rows``: those that whoever asks may see, for a number told here tells that there is such a licence."""
    seen = LicenceRecord.objects.all() if rows is None else rows
    near = seen.filter(skeleton=skeleton(number)).values_list("number", flat=True).first()
    if near is None:
        return UnknownLicence(*wrong("unknown", number=number), "number")
    told = wrong("unknown_near", number=number, near=near, difference=difference(near, number))
    return UnknownLicence(*told, "number", near)


def licence_of(record: LicenceRecord) -> Licence:
    return replace(_issued(record.content, record.number), status=Status(record.status))


@lru_cache(maxsize=4096)
def _issued(content: str, number: str) -> Licence:
    """What was issued never changes, and a general licence is read for every declaration under it."""
    return read_licence_json(content, f"licence {number}")


def list_licences(actor: Actor, wanted: Filter, count: int) -> list[Licence]:
    """Those that the actor may see, at most ``count`` (PAGE_MAX at most), in the order of their numbers. Raises
    NotAllowed."""
    with told():
        access_change(actor, LicenceRecord, READ)
    rows = access_rows(actor, LicenceRecord).order_by("number")
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
