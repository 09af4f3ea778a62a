"""Licences and steps are kept from INSERT OR REPLACE and TRUNCATE as well."""

from django.db import migrations

from cocket.licensing.records import guards


def make_guards(_apps: object, schema_editor: object) -> None:
    guards.create(schema_editor)


class Migration(migrations.Migration):
    dependencies = (("licensing", "0001_licences"),)
    operations = (migrations.RunPython(make_guards, migrations.RunPython.noop),)
