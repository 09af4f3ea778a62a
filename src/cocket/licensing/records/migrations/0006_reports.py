"""What holders report of their exports."""

import django.db.models.deletion
from django.db import migrations, models

from cocket.accounts.keeping import Kept, keep

TABLES = (Kept("licence_report", (("id",), ("licence_id", "sequence"))),)


def make_guards(_apps: object, schema_editor: object) -> None:
    keep(schema_editor, "licence", "licences and their steps are kept", TABLES)


class Migration(migrations.Migration):
    dependencies = (("licensing", "0005_holder_number"),)

    operations = [
        migrations.CreateModel(
            name="ReportRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sequence", models.PositiveIntegerField()),
                ("export", models.CharField(max_length=64)),
                ("event", models.CharField(max_length=20)),
                ("day", models.DateField()),
                ("recorded", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
                ("words", models.CharField(max_length=300)),
                (
                    "licence",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="licensing.licencerecord"),
                ),
            ],
            options={
                "db_table": "licence_report",
                "constraints": [
                    models.UniqueConstraint(fields=("licence", "sequence"), name="licence_report_in_order")
                ],
            },
        ),
        migrations.RunPython(make_guards, migrations.RunPython.noop),
    ]
