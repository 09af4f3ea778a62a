"""The tables of applications, their versions and what was filed of them."""

import django.db.models.deletion
from django.db import migrations, models

from cocket.accounts.keeping import Kept, keep

TABLES = (
    Kept("application", (("reference",),), "update of reference, organisation"),
    Kept("application_version", (("id",), ("application_id", "version"))),
    Kept("application_filing", (("id",), ("application_id", "sequence"))),
)


def make_guards(_apps: object, schema_editor: object) -> None:
    keep(schema_editor, "application", "applications, their versions and filings are kept", TABLES)


def key() -> models.BigAutoField:
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def of_application() -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="filings.applicationrecord")


class Migration(migrations.Migration):
    initial = True

    dependencies: tuple[tuple[str, str], ...] = ()

    operations = (
        migrations.CreateModel(
            name="ApplicationRecord",
            fields=[
                ("reference", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("organisation", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField()),
                ("filings", models.PositiveIntegerField()),
                ("is_open", models.BooleanField()),
                ("changed", models.DateTimeField()),
            ],
            options={
                "db_table": "application",
                "indexes": [models.Index(fields=["organisation", "reference"], name="application_by_organisation")],
            },
        ),
        migrations.CreateModel(
            name="VersionRecord",
            fields=[
                ("id", key()),
                ("version", models.PositiveIntegerField()),
                ("content", models.TextField()),
                ("person", models.CharField(max_length=40)),
                ("saved", models.DateTimeField()),
                ("application", of_application()),
            ],
            options={
                "db_table": "application_version",
                "constraints": [
                    models.UniqueConstraint(fields=("application", "version"), name="application_version_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="FilingRecord",
            fields=[
                ("id", key()),
                ("sequence", models.PositiveIntegerField()),
                ("organisation", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField()),
                ("content", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("documents", models.TextField()),
                ("person", models.CharField(max_length=40)),
                ("filed", models.DateTimeField()),
                ("application", of_application()),
            ],
            options={
                "db_table": "application_filing",
                "constraints": [
                    models.UniqueConstraint(fields=("application", "sequence"), name="application_filing_once")
                ],
            },
        ),
        migrations.RunPython(make_guards, migrations.RunPython.noop),
    )
