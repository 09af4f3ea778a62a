"""What a month's statistics ask of cases and of what was decided in them, on the rows themselves."""

import json
from datetime import date
from typing import Any

from django.db import migrations, models

from cocket.accounts.keeping import Kept, keep
from cocket.licensing.casework.stops import resumed, stopped
from cocket.licensing.records.clock import authority_day

TABLES = (
    Kept("case_file", (("number",),), "update of number, kind, organisation, wanted, filing, licence"),
    Kept("case_decision", (("number",), ("case_id", "sequence"))),
    Kept("case_decision_deal", (("id",), ("decision_id", "request", "item"))),
)
ASKED = ("send_back", "return", "stop", "resume")


def let_rewrite(_apps: object, schema_editor: Any) -> None:  # noqa: ANN401  # Django's own, without types
    on = " on case_decision_deal" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"drop trigger if exists case_decision_deal_no_rewrite{on}")


def fill(apps: Any, _schema_editor: object) -> None:  # noqa: ANN401  # Django's own, without types
    cases, events = apps.get_model("cases", "CaseRecord"), apps.get_model("cases", "EventRecord")
    deals, decisions = apps.get_model("cases", "DealRecord"), apps.get_model("cases", "DecisionRecord")
    first = events.objects.filter(case=models.OuterRef("pk"), sequence=1).values("at")
    cases.objects.update(filed=models.Subquery(first))
    deals.objects.update(day=models.Subquery(decisions.objects.filter(pk=models.OuterRef("decision")).values("day")))
    asked = events.objects.filter(step__in=ASKED).order_by("case_id", "sequence")
    for case, step, at, said in asked.values_list("case_id", "step", "at", "said").iterator():
        row = cases.objects.get(pk=case)
        if step in ("send_back", "return"):
            row.returned = row.returned or at
        else:
            moved = stopped if step == "stop" else resumed
            row.stops = moved(row.stops, json.loads(said)["ground"], authority_day(at))
        row.save(update_fields=("returned", "stops"))


def make_guards(_apps: object, schema_editor: object) -> None:
    keep(schema_editor, "case", "cases, their events and decisions are kept", TABLES)


class Migration(migrations.Migration):
    dependencies = (("cases", "0005_notes"),)

    operations = (
        migrations.AddField("caserecord", "filed", models.DateTimeField(null=True)),
        migrations.AddField("caserecord", "returned", models.DateTimeField(null=True)),
        migrations.AddField("caserecord", "stops", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.AddField("dealrecord", "day", models.DateField(default=date(1970, 1, 1)), preserve_default=False),
        migrations.RunPython(let_rewrite, migrations.RunPython.noop),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField("caserecord", "filed", models.DateTimeField()),
        migrations.AddIndex("caserecord", models.Index(fields=["filed"], name="case_by_filing")),
        migrations.RemoveIndex("decisionrecord", "case_decision_by_day"),
        migrations.AddIndex(
            "dealrecord",
            models.Index(fields=["day", "destination", "control_code", "outcome"], name="case_deal_by_day"),
        ),
        migrations.RunPython(make_guards, migrations.RunPython.noop),
    )
