"""The tables of who acts, and the audit."""

import django.db.models.deletion
from django.db import migrations, models

from cocket.accounts import guards


def make_guards(_apps: object, schema_editor: object) -> None:
    guards.create(schema_editor)


class Migration(migrations.Migration):
    initial = True

    dependencies = ()

    operations = [
        migrations.CreateModel(
            name="AuditHead",
            fields=[
                ("subject", models.CharField(max_length=120, primary_key=True, serialize=False)),
                ("sequence", models.PositiveIntegerField()),
                ("digest", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "db_table": "audit_head",
            },
        ),
        migrations.CreateModel(
            name="AuditRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField(max_length=120)),
                ("sequence", models.PositiveIntegerField()),
                ("moment", models.DateTimeField()),
                ("person", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=300)),
                ("organisation", models.CharField(max_length=40)),
                ("role", models.CharField(max_length=20)),
                ("via", models.CharField(max_length=200)),
                ("verb", models.CharField(max_length=40)),
                ("before", models.TextField()),
                ("after", models.TextField()),
                ("previous", models.CharField(blank=True, max_length=64)),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "audit_entry",
                "constraints": [models.UniqueConstraint(fields=("subject", "sequence"), name="audit_entry_in_order")],
            },
        ),
        migrations.CreateModel(
            name="OrganisationRecord",
            fields=[
                ("short", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=10)),
                ("name", models.CharField(max_length=300)),
                ("name_zh", models.CharField(blank=True, max_length=300)),
                ("register_number", models.CharField(blank=True, max_length=40)),
            ],
            options={
                "db_table": "account_organisation",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["exporter", "end_user", "province", "authority", "ministry", "customs", "auditor"],
                            )
                        ),
                        name="organisation_kind_is_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("register_number", ""), _negated=True),
                        fields=("register_number",),
                        name="organisation_register_number_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonRecord",
            fields=[
                ("short", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=300)),
                ("password", models.CharField(blank=True, max_length=128)),
                (
                    "home",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="accounts.organisationrecord"),
                ),
            ],
            options={
                "db_table": "account_person",
            },
        ),
        migrations.CreateModel(
            name="MembershipRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=20)),
                ("active", models.BooleanField(default=True)),
                (
                    "organisation",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="accounts.organisationrecord"),
                ),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="accounts.personrecord")),
            ],
            options={
                "db_table": "account_membership",
            },
        ),
        migrations.CreateModel(
            name="TokenRecord",
            fields=[
                ("short", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made", models.DateTimeField()),
                ("expires", models.DateTimeField()),
                ("revoked", models.DateTimeField(null=True)),
                (
                    "membership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="accounts.membershiprecord"),
                ),
            ],
            options={
                "db_table": "account_token",
            },
        ),
        migrations.AddConstraint(
            model_name="membershiprecord",
            constraint=models.UniqueConstraint(fields=("person", "organisation", "role"), name="membership_once"),
        ),
        migrations.AddConstraint(
            model_name="membershiprecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            "applicant",
                            "signatory",
                            "checker",
                            "officer",
                            "adviser",
                            "approver",
                            "customs_officer",
                            "auditor",
                            "administrator",
                        ],
                    )
                ),
                name="membership_role_is_known",
            ),
        ),
        migrations.RunPython(make_guards, migrations.RunPython.noop),
    ]
