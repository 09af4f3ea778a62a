"""The tables of licences. A licence as issued never changes, a step is never taken back; only a status moves on."""

from typing import ClassVar, Final

from django.db import models

from cocket.accounts.access import HoldingRegisterNumber
from cocket.ledger.request import ID_LENGTH_MAX
from cocket.licensing.licences.licence import NAME_LENGTH_MAX, Kind
from cocket.licensing.licences.status import Move, Status

BY_LENGTH_MAX: Final = 100
WHY_LENGTH_MAX: Final = 300
# as plain texts, so that a migration does not change its meaning with the code
STATUSES, KINDS, MOVES = ([one.value for one in each] for each in (Status, Kind, Move))


class LicenceRecord(models.Model):
    """``content`` is the whole licence as issued, in the form of `licences.writing`; the columns beside it are for
    finding. ``skeleton`` keeps apart numbers that people could confuse. ``holder_number`` is the holder's in its
    register, "" where the licence states none: by it an organisation has what it holds itself, never by a name.
    ``steps``: how many were made so far."""

    RESOURCE: ClassVar = "licence"
    ACCESS: ClassVar = {"own": HoldingRegisterNumber("holder_number")}

    number = models.CharField(primary_key=True, max_length=40)
    skeleton = models.CharField(unique=True, max_length=40)
    kind = models.CharField(max_length=10)
    regime = models.CharField(max_length=40)
    holder = models.CharField(max_length=NAME_LENGTH_MAX)
    holder_number = models.CharField(max_length=NAME_LENGTH_MAX, blank=True, default="")
    valid_until = models.DateField()
    status = models.CharField(max_length=20)
    steps = models.PositiveIntegerField()
    content = models.TextField()

    class Meta:
        db_table = "licence"
        indexes = (
            models.Index(fields=("status", "valid_until"), name="licence_by_status"),
            models.Index(fields=("holder",), name="licence_by_holder"),
            models.Index(fields=("holder_number", "number"), name="licence_by_holder_number"),
        )
        constraints = (
            models.CheckConstraint(condition=models.Q(status__in=STATUSES), name="licence_status_is_known"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="licence_kind_is_known"),
        )


class StepRecord(models.Model):
    """``day`` by the authority's calendar, ``recorded`` the moment; ``by`` and ``why`` as stated,
    ``other`` the licence that replaces this one or is replaced by it."""

    RESOURCE: ClassVar = "licence"
    ACCESS: ClassVar = {"own": HoldingRegisterNumber("licence__holder_number")}

    licence = models.ForeignKey(LicenceRecord, on_delete=models.PROTECT)
    sequence = models.PositiveIntegerField()
    move = models.CharField(max_length=10)
    before = models.CharField(max_length=20, blank=True)
    after = models.CharField(max_length=20)
    day = models.DateField()
    recorded = models.DateTimeField()
    by = models.CharField(max_length=BY_LENGTH_MAX)
    why = models.CharField(max_length=WHY_LENGTH_MAX)
    other = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "licence_step"
        constraints = (
            models.UniqueConstraint(fields=("licence", "sequence"), name="licence_step_in_order"),
            models.CheckConstraint(condition=models.Q(move__in=MOVES), name="licence_step_move_is_known"),
        )


class ReportRecord(models.Model):
    """That an event of an export under the licence was reported: ``export`` the id under which the ledger booked it,
    ``day`` on which it happened, ``recorded`` when it was told. A report told again corrects the one before."""

    RESOURCE: ClassVar = "licence"
    ACCESS: ClassVar = {"own": HoldingRegisterNumber("licence__holder_number")}

    licence = models.ForeignKey(LicenceRecord, on_delete=models.PROTECT)
    sequence = models.PositiveIntegerField()
    export = models.CharField(max_length=ID_LENGTH_MAX)
    event = models.CharField(max_length=20)
    day = models.DateField()
    recorded = models.DateTimeField()
    by = models.CharField(max_length=BY_LENGTH_MAX)
    words = models.CharField(max_length=WHY_LENGTH_MAX)

    class Meta:
        db_table = "licence_report"
        constraints = (models.UniqueConstraint(fields=("licence", "sequence"), name="licence_report_in_order"),)


class CounterRecord(models.Model):
    """The last number given of a series: applications, cases, decisions, licences, each by year."""

    series = models.CharField(primary_key=True, max_length=20)
    last = models.PositiveIntegerField()

    class Meta:
        db_table = "number_series"
