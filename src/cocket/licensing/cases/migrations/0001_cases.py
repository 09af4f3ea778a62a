"""The tables of cases and their events."""

import django.db.models.deletion
from django.db import migrations, models

from cocket.accounts.keeping import Kept, keep

TABLES = (
    Kept("case_file", (("number",),), "update of number, kind, organisation, wanted"),
    Kept("case_event", (("id",), ("case_id", "sequence"))),
)


def make_guards(_apps: object, schema_editor: object) -> None:
    keep(schema_editor, "case", "cases and their events are kept", TABLES)


class Migration(migrations.Migration):
    initial = True

    dependencies: tuple[tuple[str, str], ...] = ()

    operations = [
        migrations.CreateModel(
            name="CounterRecord",
            fields=[
                ("series", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("last", models.PositiveIntegerField()),
            ],
            options={
                "db_table": "case_counter",
            },
        ),
        migrations.CreateModel(
            name="CaseRecord",
            fields=[
                ("number", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=20)),
                ("organisation", models.CharField(max_length=40)),
                ("status", models.CharField(max_length=20)),
                ("version", models.PositiveIntegerField()),
                ("wanted", models.TextField(blank=True)),
                ("changed", models.DateTimeField()),
            ],
            options={
                "db_table": "case_file",
                "indexes": [
                    models.Index(fields=["status", "changed"], name="case_by_status"),
                    models.Index(fields=["organisation", "number"], name="case_by_organisation"),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sequence", models.PositiveIntegerField()),
                ("step", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("person", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=300)),
                ("organisation", models.CharField(max_length=40)),
                ("organisation_name", models.CharField(max_length=300)),
                ("organisation_kind", models.CharField(max_length=20)),
                ("role", models.CharField(max_length=20)),
                ("via", models.CharField(max_length=100)),
                ("said", models.TextField()),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="cases.caserecord")),
            ],
            options={
                "db_table": "case_event",
                "constraints": [models.UniqueConstraint(fields=("case", "sequence"), name="case_event_in_order")],
            },
        ),
        migrations.RunPython(make_guards, migrations.RunPython.noop),
    ]
