"""What law and lists say of a licence after it was issued."""

from django.db import migrations, models

from cocket.accounts.keeping import Kept, keep

TABLES = (Kept("case_licence_note", (("id",), ("licence", "sequence"))),)


def make_guards(_apps: object, schema_editor: object) -> None:
    keep(schema_editor, "case", "cases, their events and decisions are kept", TABLES)


class Migration(migrations.Migration):
    dependencies = (("cases", "0004_statistics"),)

    operations = (
        migrations.CreateModel(
            name="NoteRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("licence", models.CharField(max_length=40)),
                ("sequence", models.PositiveIntegerField()),
                ("day", models.DateField()),
                ("recorded", models.DateTimeField()),
                ("changes", models.TextField()),
                ("seen", models.TextField()),
            ],
            options={
                "db_table": "case_licence_note",
                "constraints": [models.UniqueConstraint(fields=("licence", "sequence"), name="case_note_in_order")],
            },
        ),
        migrations.RunPython(make_guards, migrations.RunPython.noop),
    )
