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


class DocumentRecord(models.Model):
    """What is attached: its content lies in the folder of documents under ``sha256``. ``number`` counts from 1 within
    the application; ``request`` 0 where it is of the whole. ``about``: of a certificate, the digest of what was asked
    then (`applications.asked`). ``signer``: who signed and declared it for the end user, "" where the exporter attached
    it. ``taken_off``: when it was, and nothing else of a row ever changes."""

    RESOURCE: ClassVar = "document"
    ACCESS: ClassVar = {"own": "application__organisation"}
    application = models.ForeignKey(ApplicationRecord, on_delete=models.PROTECT)
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    request = models.PositiveIntegerField()
    about = models.CharField(max_length=64, blank=True)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    sealed = models.BooleanField()
    organisation = models.CharField(max_length=40, blank=True)
    person = models.CharField(max_length=40, blank=True)
    signer = models.CharField(max_length=300, blank=True)
    attached = models.DateTimeField()
    taken_off = models.DateTimeField(null=True)

    class Meta:
        db_table = "application_document"
        constraints = (models.UniqueConstraint(fields=("application", "number"), name="application_document_once"),)


class InvitationRecord(models.Model):
    """Lets an end user attach its certificate for one request. ``organisation``: whose signatories may, ""
    where whoever has the code may, once; ``code``: the digest of it, "" where there is none. ``used``: when it was."""

    RESOURCE: ClassVar = "invitation"
    ACCESS: ClassVar = {"own": "organisation"}
    application = models.ForeignKey(ApplicationRecord, on_delete=models.PROTECT)
    request = models.PositiveIntegerField()
    organisation = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=64, blank=True)
    made = models.DateTimeField()
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)

    class Meta:
        db_table = "application_invitation"
        constraints = (
            models.UniqueConstraint(fields=("code",), condition=~models.Q(code=""), name="invitation_code_once"),
        )
        indexes = (models.Index(fields=("organisation", "application"), name="invitation_by_organisation"),)


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
