"""The holder's register number beside the licence, out of its content: by it an exporter has its own licences."""

import json
from typing import Any

from django.db import migrations, models

from cocket.licensing.records import guards


def fill(apps: Any, _schema_editor: object) -> None:  # noqa: ANN401  # Django's own, without types
    record = apps.get_model("licensing", "LicenceRecord")
    for number, content in record.objects.values_list("number", "content").iterator():
        if held := json.loads(content)["holder"].get("number", ""):
            record.objects.filter(pk=number).update(holder_number=held)


def make_guards(_apps: object, schema_editor: object) -> None:
    guards.create(schema_editor, "holder_number")  # SQLite copies a table that it alters, without its triggers


class Migration(migrations.Migration):
    dependencies = (("licensing", "0004_numbers"),)

    operations = [
        migrations.AddField("licencerecord", "holder_number", models.CharField(blank=True, default="", max_length=300)),
        migrations.AddIndex(
            "licencerecord", models.Index(fields=["holder_number", "number"], name="licence_by_holder_number")
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(make_guards, migrations.RunPython.noop),
    ]
