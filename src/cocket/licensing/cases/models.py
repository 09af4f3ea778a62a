"""The tables of cases. Events are never altered; ``status`` and ``version`` beside them are what they make."""

from typing import ClassVar

from django.db import models

from cocket.accounts.access import FiledInProvince


class CaseRecord(models.Model):
    """``organisation`` is who filed, ``filing`` the reference of its application, "" where that is kept elsewhere;
    ``licence`` the one that an amendment is of. ``wanted``: the papers that the law asked for on the day of filing, one
    a line. ``version``: how many events there are; whoever adds one says which he has seen.

    `noting` writes the rest: ``filed`` and ``returned``, the first time of each; ``accepted`` and ``ended``, when its
    clock began and ended, None before; ``stops``, when it stood (`casework.stops`)."""

    RESOURCE: ClassVar = "case"
    ACCESS: ClassVar = {
        "own": "organisation",
        "province": FiledInProvince("organisation"),
        "referred": "referralrecord__organisation",
    }
    number = models.CharField(primary_key=True, max_length=20)
    kind = models.CharField(max_length=20)
    organisation = models.CharField(max_length=40)
    status = models.CharField(max_length=20)
    version = models.PositiveIntegerField()
    wanted = models.TextField(blank=True)
    changed = models.DateTimeField()
    filing = models.CharField(max_length=20, blank=True)
    licence = models.CharField(max_length=40, blank=True)
    filed = models.DateTimeField()
    returned = models.DateTimeField(null=True)
    accepted = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)
    stops = models.TextField(blank=True)

    class Meta:
        db_table = "case_file"
        constraints = (
            models.UniqueConstraint(
                fields=("filing",), condition=~models.Q(filing=""), name="case_of_application_once"
            ),
        )
        indexes = (
            models.Index(fields=("status", "number"), name="case_in_queue"),
            models.Index(fields=("organisation", "number"), name="case_by_organisation"),
            models.Index(fields=("filed",), name="case_by_filing"),
            models.Index(fields=("accepted",), name="case_by_acceptance"),
        )


class EventRecord(models.Model):
    """Who, in which role of which organisation, and ``said``, a JSON object of texts. It is read with its case only."""

    RESOURCE: ClassVar = "case"
    case = models.ForeignKey(CaseRecord, on_delete=models.PROTECT)
    sequence = models.PositiveIntegerField()
    step = models.CharField(max_length=40)
    at = models.DateTimeField()
    person = models.CharField(max_length=40)
    name = models.CharField(max_length=300)
    organisation = models.CharField(max_length=40)
    organisation_name = models.CharField(max_length=300)
    organisation_kind = models.CharField(max_length=20)
    role = models.CharField(max_length=20)
    via = models.CharField(max_length=100)
    said = models.TextField()

    class Meta:
        db_table = "case_event"
        constraints = (models.UniqueConstraint(fields=("case", "sequence"), name="case_event_in_order"),)
        indexes = (models.Index(fields=("step", "at", "case"), name="case_event_by_step"),)


class DecisionRecord(models.Model):
    """``evidence``: JSON, what it rests on (`decisions.evidence`), ``digest`` of it. ``sequence``: the event by which
    it was made. ``granted``: of a grant in part which part."""

    RESOURCE: ClassVar = "decision"
    number = models.CharField(primary_key=True, max_length=20)
    case = models.ForeignKey(CaseRecord, on_delete=models.PROTECT)
    sequence = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10)
    day = models.DateField()
    granted = models.TextField(blank=True)
    criterion = models.TextField(blank=True)
    citation = models.TextField(blank=True)
    evidence = models.TextField()
    digest = models.CharField(max_length=64)

    class Meta:
        db_table = "case_decision"
        constraints = (models.UniqueConstraint(fields=("case", "sequence"), name="case_decision_once"),)


class DealRecord(models.Model):
    """One item for one end user as it was decided: what later cases are compared with (`decisions.nearest`). ``day``:
    that of its decision."""

    RESOURCE: ClassVar = "decision"
    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT)
    request = models.PositiveIntegerField()
    item = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10)
    day = models.DateField()
    control_code = models.CharField(max_length=40)
    destination = models.CharField(max_length=2)
    end_user = models.CharField(max_length=300)
    end_use = models.CharField(max_length=300)
    exporter = models.CharField(max_length=300)
    end_user_type = models.CharField(max_length=40)

    class Meta:
        db_table = "case_decision_deal"
        constraints = (models.UniqueConstraint(fields=("decision", "request", "item"), name="case_deal_once"),)
        indexes = (
            models.Index(fields=("control_code", "destination", "id"), name="case_deal_by_goods"),
            models.Index(fields=("end_user", "id"), name="case_deal_by_end_user"),
            models.Index(fields=("day", "destination", "control_code", "outcome"), name="case_deal_by_day"),
        )


class IssuedRecord(models.Model):
    """Which licence came of which decision, by way of which request; 0 where it is of all."""

    RESOURCE: ClassVar = "decision"
    licence = models.CharField(primary_key=True, max_length=40)
    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT)
    request = models.PositiveIntegerField()

    class Meta:
        db_table = "case_licence"


class ReferralRecord(models.Model):
    """To which organisation a case was ever referred, so that its advisers' cases are found by their key."""

    RESOURCE: ClassVar = "case"
    case = models.ForeignKey(CaseRecord, on_delete=models.PROTECT)
    organisation = models.CharField(max_length=40)

    class Meta:
        db_table = "case_referral"
        constraints = (models.UniqueConstraint(fields=("organisation", "case"), name="case_referral_once"),)


class NoteRecord(models.Model):
    """That law or lists say something else of a licence than before: ``changes``, JSON of [what, before, now], and
    ``seen``, JSON of all they said on that day."""

    RESOURCE: ClassVar = "licence"
    licence = models.CharField(max_length=40)
    sequence = models.PositiveIntegerField()
    day = models.DateField()
    recorded = models.DateTimeField()
    changes = models.TextField()
    seen = models.TextField()

    class Meta:
        db_table = "case_licence_note"
        constraints = (models.UniqueConstraint(fields=("licence", "sequence"), name="case_note_in_order"),)
