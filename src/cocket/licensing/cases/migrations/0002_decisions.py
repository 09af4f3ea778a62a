"""Decisions with what they rest on, the licences that came of them, and the application that a case is about."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from cocket.accounts.keeping import Kept, keep

TABLES = (
    Kept("case_file", (("number",),), "update of number, kind, organisation, wanted, filing, licence"),
    Kept("case_event", (("id",), ("case_id", "sequence"))),
    Kept("case_decision", (("number",), ("case_id", "sequence"))),
    Kept("case_decision_deal", (("id",), ("decision_id", "request", "item"))),
    Kept("case_licence", (("licence",),)),
)


def make_guards(_apps: object, schema_editor: object) -> None:
    # of the tables altered here too, for SQLite copies those without their triggers
    keep(schema_editor, "case", "cases, their events and decisions are kept", TABLES)


def take_numbers_over(apps: Any, _schema_editor: object) -> None:  # noqa: ANN401  # Django's own, without types
    old, new = apps.get_model("cases", "CounterRecord"), apps.get_model("licensing", "CounterRecord")
    new.objects.bulk_create([new(series=one.series, last=one.last) for one in old.objects.all()])


def text(length: int) -> models.CharField:
    return models.CharField(max_length=length)


def key() -> models.BigAutoField:
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def to(model: str) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=f"cases.{model}")


def once(name: str, *fields: str, condition: models.Q | None = None) -> models.UniqueConstraint:
    return models.UniqueConstraint(fields=fields, name=name, condition=condition)


class Migration(migrations.Migration):
    dependencies = (("cases", "0001_cases"), ("licensing", "0004_numbers"))

    operations = (
        migrations.RunPython(take_numbers_over, migrations.RunPython.noop),
        migrations.DeleteModel("CounterRecord"),
        migrations.AddField(
            "caserecord", "filing", models.CharField(blank=True, default="", max_length=20), preserve_default=False
        ),
        migrations.AddField(
            "caserecord", "licence", models.CharField(blank=True, default="", max_length=40), preserve_default=False
        ),
        migrations.AddConstraint(
            "caserecord", once("case_of_application_once", "filing", condition=~models.Q(filing=""))
        ),
        migrations.CreateModel(
            name="DecisionRecord",
            fields=[
                ("number", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("sequence", models.PositiveIntegerField()),
                ("outcome", text(10)),
                ("day", models.DateField()),
                ("granted", models.TextField(blank=True)),
                ("criterion", models.TextField(blank=True)),
                ("citation", models.TextField(blank=True)),
                ("evidence", models.TextField()),
                ("digest", text(64)),
                ("case", to("caserecord")),
            ],
            options={"db_table": "case_decision", "constraints": [once("case_decision_once", "case", "sequence")]},
        ),
        migrations.CreateModel(
            name="DealRecord",
            fields=[
                ("id", key()),
                ("request", models.PositiveIntegerField()),
                ("item", models.PositiveIntegerField()),
                ("outcome", text(10)),
                ("control_code", text(40)),
                ("destination", text(2)),
                ("end_user", text(300)),
                ("end_use", text(300)),
                ("exporter", text(300)),
                ("end_user_type", text(40)),
                ("decision", to("decisionrecord")),
            ],
            options={
                "db_table": "case_decision_deal",
                "constraints": [once("case_deal_once", "decision", "request", "item")],
                "indexes": [
                    models.Index(fields=["control_code", "destination", "id"], name="case_deal_by_goods"),
                    models.Index(fields=["end_user", "id"], name="case_deal_by_end_user"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IssuedRecord",
            fields=[
                ("licence", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("request", models.PositiveIntegerField()),
                ("decision", to("decisionrecord")),
            ],
            options={"db_table": "case_licence"},
        ),
        migrations.RunPython(make_guards, migrations.RunPython.noop),
    )
