"""The tables of applications. Versions and filings are never altered; an application's row says where it stands."""

from typing import ClassVar

from django.db import models


class ApplicationRecord(models.Model):
    """``version`` is the newest; ``filings`` how often it was filed; ``is_open`` whether it can be edited and filed."""

    RESOURCE: ClassVar = "application"
    ACCESS: ClassVar = {"own": "organisation"}
    reference = models.CharField(primary_key=True, max_length=20)
    organisation = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    filings = models.PositiveIntegerField()
    is_open = models.BooleanField()
    changed = models.DateTimeField()

    class Meta:
        db_table = "application"
        indexes = (models.Index(fields=("organisation", "reference"), name="application_by_organisation"),)


class VersionRecord(models.Model):
    """``content`` in the form of `applications.writing`."""

    RESOURCE: ClassVar = "application"
    ACCESS: ClassVar = {"own": "application__organisation"}
    application = models.ForeignKey(ApplicationRecord, on_delete=models.PROTECT)
    version = models.PositiveIntegerField()
    content = models.TextField()
    person = models.CharField(max_length=40)
    saved = models.DateTimeField()

    class Meta:
        db_table = "application_version"
        constraints = (models.UniqueConstraint(fields=("application", "version"), name="application_version_once"),)


class FilingRecord(models.Model):
    """``digest`` of the content as filed; ``documents``: JSON, a list of what was filed with it, by kind and hash."""

    RESOURCE: ClassVar = "filing"
    ACCESS: ClassVar = {"own": "organisation"}
    application = models.ForeignKey(ApplicationRecord, on_delete=models.PROTECT)
    sequence = models.PositiveIntegerField()
    organisation = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    content = models.TextField()
    digest = models.CharField(max_length=64)
    documents = models.TextField()
    person = models.CharField(max_length=40)
    filed = models.DateTimeField()

    class Meta:
        db_table = "application_filing"
        constraints = (models.UniqueConstraint(fields=("application", "sequence"), name="application_filing_once"),)
