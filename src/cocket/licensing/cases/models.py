"""The tables of cases. Events are never altered; ``status`` and ``version`` beside them are what they make."""

from django.db import models


class CounterRecord(models.Model):
    """The last number given of a series: numbers are given once, and in order."""

    series = models.CharField(primary_key=True, max_length=20)
    last = models.PositiveIntegerField()

    class Meta:
        db_table = "case_counter"


class CaseRecord(models.Model):
    """``organisation`` is who filed. ``wanted``: the papers that the law asked for on the day of filing, one a line.
    ``version``: how many events there are; whoever adds one says which he has seen."""

    number = models.CharField(primary_key=True, max_length=20)
    kind = models.CharField(max_length=20)
    organisation = models.CharField(max_length=40)
    status = models.CharField(max_length=20)
    version = models.PositiveIntegerField()
    wanted = models.TextField(blank=True)
    changed = models.DateTimeField()

    class Meta:
        db_table = "case_file"
        indexes = (
            models.Index(fields=("status", "changed"), name="case_by_status"),
            models.Index(fields=("organisation", "number"), name="case_by_organisation"),
        )


class EventRecord(models.Model):
    """Who, in which role of which organisation, and ``said``, a JSON object of texts."""

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
