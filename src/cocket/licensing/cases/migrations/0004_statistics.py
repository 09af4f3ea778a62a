"""When a case was accepted and ended, and what finds a queue, and the events and decisions of a month."""

from typing import Any

from django.db import migrations, models

from cocket.accounts.keeping import Kept, keep

TABLES = (
    Kept("case_file", (("number",),), "update of number, kind, organisation, wanted, filing, licence"),
    Kept("case_event", (("id",), ("case_id", "sequence"))),
    Kept("case_decision", (("number",), ("case_id", "sequence"))),
)
ENDS = ("grant", "grant_in_part", "refuse", "withdraw")


def fill(apps: Any, _schema_editor: object) -> None:  # noqa: ANN401  # Django's own, without types
    cases = apps.get_model("cases", "CaseRecord")
    events = apps.get_model("cases", "EventRecord").objects.filter(step__in=("accept", *ENDS))
    for case, step, at in events.order_by("case_id", "sequence").values_list("case_id", "step", "at").iterator():
        cases.objects.filter(pk=case).update(**{"accepted" if step == "accept" else "ended": at})


def make_guards(_apps: object, schema_editor: object) -> None:
    keep(schema_editor, "case", "cases, their events and decisions are kept", TABLES)


class Migration(migrations.Migration):
    dependencies = (("cases", "0003_referrals"),)

    operations = (
        migrations.AddField("caserecord", "accepted", models.DateTimeField(null=True)),
        migrations.AddField("caserecord", "ended", models.DateTimeField(null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RemoveIndex("caserecord", "case_by_status"),
        migrations.AddIndex("caserecord", models.Index(fields=["status", "number"], name="case_in_queue")),
        migrations.AddIndex("caserecord", models.Index(fields=["accepted"], name="case_by_acceptance")),
        migrations.AddIndex("eventrecord", models.Index(fields=["step", "at", "case"], name="case_event_by_step")),
        migrations.AddIndex("decisionrecord", models.Index(fields=["day"], name="case_decision_by_day")),
        migrations.RunPython(make_guards, migrations.RunPython.noop),
    )
