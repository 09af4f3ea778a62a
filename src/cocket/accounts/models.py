"""The tables of who acts, and of what was done. Names are looked up by short names that never change."""

from typing import ClassVar

from django.db import models

from cocket.accounts.role import OrganisationKind, Role

SHORT_LENGTH_MAX = 40
NAME_LENGTH_MAX = 300
# as plain texts, so that a migration does not change its meaning with the code
KINDS, ROLES = [one.value for one in OrganisationKind], [one.value for one in Role if one is not Role.OPERATOR]


class OrganisationRecord(models.Model):
    """``register_number``: of a Chinese firm the unified social credit code; "" where none is known. It is what ties an
    organisation to the licences it holds. ``province`` is where an exporter files, whose checkers see its cases."""

    RESOURCE: ClassVar = "organisation"
    ACCESS: ClassVar = {"own": "short"}
    short = models.CharField(primary_key=True, max_length=SHORT_LENGTH_MAX)
    kind = models.CharField(max_length=10)
    name = models.CharField(max_length=NAME_LENGTH_MAX)
    name_zh = models.CharField(max_length=NAME_LENGTH_MAX, blank=True)
    register_number = models.CharField(max_length=40, blank=True)
    province = models.ForeignKey("self", on_delete=models.PROTECT, null=True)

    class Meta:
        db_table = "account_organisation"
        constraints = (
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="organisation_kind_is_known"),
            models.UniqueConstraint(
                fields=("register_number",),
                condition=~models.Q(register_number=""),
                name="organisation_register_number_once",
            ),
        )


class PersonRecord(models.Model):
    """``home`` is the organisation whose administrator keeps the person; ``password`` as Django's hashers write it, ""
    for whoever has none."""

    RESOURCE: ClassVar = "person"
    ACCESS: ClassVar = {"own": "home_id"}
    short = models.CharField(primary_key=True, max_length=SHORT_LENGTH_MAX)
    name = models.CharField(max_length=NAME_LENGTH_MAX)
    home = models.ForeignKey(OrganisationRecord, on_delete=models.PROTECT)
    password = models.CharField(max_length=128, blank=True)

    class Meta:
        db_table = "account_person"


class MembershipRecord(models.Model):
    """A role of a person in an organisation. It is taken by ``active`` false, and never deleted."""

    RESOURCE: ClassVar = "membership"
    ACCESS: ClassVar = {"own": "organisation_id"}
    person = models.ForeignKey(PersonRecord, on_delete=models.PROTECT)
    organisation = models.ForeignKey(OrganisationRecord, on_delete=models.PROTECT)
    role = models.CharField(max_length=20)
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "account_membership"
        constraints = (
            models.UniqueConstraint(fields=("person", "organisation", "role"), name="membership_once"),
            models.CheckConstraint(condition=models.Q(role__in=ROLES), name="membership_role_is_known"),
        )


class TokenRecord(models.Model):
    """``digest`` of the secret, which is shown once and kept nowhere."""

    RESOURCE: ClassVar = "token"
    ACCESS: ClassVar = {"own": "membership__organisation_id"}
    short = models.CharField(primary_key=True, max_length=SHORT_LENGTH_MAX)
    membership = models.ForeignKey(MembershipRecord, on_delete=models.PROTECT)
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField()
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True)

    class Meta:
        db_table = "account_token"


class AuditRecord(models.Model):
    """One change: ``before`` and ``after`` are JSON as it was hashed; ``digest`` is of all other columns and of
    ``previous``, the digest of the subject's entry before ("" for its first)."""

    RESOURCE: ClassVar = "audit"
    subject = models.CharField(max_length=120)
    sequence = models.PositiveIntegerField()
    moment = models.DateTimeField()
    person = models.CharField(max_length=SHORT_LENGTH_MAX)
    name = models.CharField(max_length=NAME_LENGTH_MAX)
    organisation = models.CharField(max_length=SHORT_LENGTH_MAX)
    role = models.CharField(max_length=20)
    via = models.CharField(max_length=200)
    verb = models.CharField(max_length=40)
    before = models.TextField()
    after = models.TextField()
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        db_table = "audit_entry"
        constraints = (models.UniqueConstraint(fields=("subject", "sequence"), name="audit_entry_in_order"),)


class AuditHead(models.Model):
    """How far a subject's chain goes: locked by whoever adds to it, and what shows that its end was cut off."""

    RESOURCE: ClassVar = "audit"
    subject = models.CharField(primary_key=True, max_length=120)
    sequence = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        db_table = "audit_head"
