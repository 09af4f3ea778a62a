"""Which case was referred where, also out of the events of an older installation."""

import json
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from cocket.accounts.keeping import Kept, keep

TABLES = (Kept("case_referral", (("id",), ("organisation", "case_id"))),)


def fill(apps: Any, _schema_editor: object) -> None:  # noqa: ANN401  # Django's own, without types
    events = apps.get_model("cases", "EventRecord").objects.filter(step="refer").values_list("case_id", "said")
    found = {(case, json.loads(said)["organisation"][:40]) for case, said in events.iterator()}
    record = apps.get_model("cases", "ReferralRecord")
    record.objects.bulk_create(record(case_id=case, organisation=one) for case, one in sorted(found))


def make_guards(_apps: object, schema_editor: object) -> None:
    keep(schema_editor, "case", "cases and their events are kept", TABLES)


class Migration(migrations.Migration):
    dependencies = (("cases", "0002_decisions"),)

    operations = [
        migrations.CreateModel(
            name="ReferralRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organisation", models.CharField(max_length=40)),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="cases.caserecord")),
            ],
            options={
                "db_table": "case_referral",
                "constraints": [models.UniqueConstraint(fields=("organisation", "case"), name="case_referral_once")],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(make_guards, migrations.RunPython.noop),
    ]
