"""Licences in amendment, replaced and handed back; which licence a step refers to besides."""

from django.db import migrations, models

from cocket.licensing.records import guards

STATUSES = [
    "valid", "suspended", "revoked", "expired", "exhausted", "completed", "in_amendment", "replaced", "surrendered"
]  # fmt: skip
MOVES = [
    "issue", "suspend", "resume", "revoke", "expire", "exhaust", "replenish", "complete",
    "amend", "keep", "replace", "surrender",
]  # fmt: skip


def make_guards(_apps: object, schema_editor: object) -> None:
    guards.create(schema_editor)  # SQLite copies a table that it alters, without its triggers


class Migration(migrations.Migration):
    dependencies = (("licensing", "0002_not_replaced"),)

    operations = [
        migrations.RemoveConstraint("licencerecord", "licence_status_is_known"),
        migrations.RemoveConstraint("steprecord", "licence_step_move_is_known"),
        migrations.AlterField("licencerecord", "status", models.CharField(max_length=20)),
        migrations.AlterField("steprecord", "before", models.CharField(blank=True, max_length=20)),
        migrations.AlterField("steprecord", "after", models.CharField(max_length=20)),
        migrations.AddField(
            "steprecord", "other", models.CharField(blank=True, default="", max_length=40), preserve_default=False
        ),
        migrations.AddConstraint(
            "licencerecord",
            models.CheckConstraint(condition=models.Q(("status__in", STATUSES)), name="licence_status_is_known"),
        ),
        migrations.AddConstraint(
            "steprecord",
            models.CheckConstraint(condition=models.Q(("move__in", MOVES)), name="licence_step_move_is_known"),
        ),
        migrations.RunPython(make_guards, migrations.RunPython.noop),
    ]
