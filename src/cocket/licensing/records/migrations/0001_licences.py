"""The tables of licences and their steps."""

import django.db.models.deletion
from django.db import migrations, models

from cocket.licensing.records import guards


def make_guards(_apps: object, schema_editor: object) -> None:
    guards.create(schema_editor)


class Migration(migrations.Migration):
    initial = True

    dependencies = ()

    operations = [
        migrations.CreateModel(
            name="LicenceRecord",
            fields=[
                ("number", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("skeleton", models.CharField(max_length=40, unique=True)),
                ("kind", models.CharField(max_length=10)),
                ("regime", models.CharField(max_length=40)),
                ("holder", models.CharField(max_length=300)),
                ("valid_until", models.DateField()),
                ("status", models.CharField(max_length=10)),
                ("steps", models.PositiveIntegerField()),
                ("content", models.TextField()),
            ],
            options={
                "db_table": "licence",
                "indexes": [
                    models.Index(fields=["status", "valid_until"], name="licence_by_status"),
                    models.Index(fields=["holder"], name="licence_by_holder"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["valid", "suspended", "revoked", "expired", "exhausted", "completed"])
                        ),
                        name="licence_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["single", "general"])), name="licence_kind_is_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StepRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sequence", models.PositiveIntegerField()),
                ("move", models.CharField(max_length=10)),
                ("before", models.CharField(blank=True, max_length=10)),
                ("after", models.CharField(max_length=10)),
                ("day", models.DateField()),
                ("recorded", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
                ("why", models.CharField(max_length=300)),
                (
                    "licence",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="licensing.licencerecord"),
                ),
            ],
            options={
                "db_table": "licence_step",
                "constraints": [
                    models.UniqueConstraint(fields=("licence", "sequence"), name="licence_step_in_order"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "move__in",
                                ["issue", "suspend", "resume", "revoke", "expire", "exhaust", "replenish", "complete"],
                            )
                        ),
                        name="licence_step_move_is_known",
                    ),
                ],
            },
        ),
        migrations.RunPython(make_guards, migrations.RunPython.noop),
    ]
