"""The tables of what is attached and of who is invited to attach."""

import django.db.models.deletion
from django.db import migrations, models

from cocket.accounts.keeping import Kept, keep

TABLES = (
    # taken off once, and brought back never; nothing else of it changes
    Kept(
        "application_document",
        (("id",), ("application_id", "number")),
        when=" or ".join(
            [
                "old.taken_off is not null or new.taken_off is null",
                *(
                    f"new.{column} <> old.{column}"
                    for column in (
                        "id", "application_id", "number", "kind", "request", "about", "name", "media_type", "size",
                        "sha256", "sealed", "organisation", "person", "signer", "attached",
                    )
                ),
            ]
        ),
    ),
    Kept(
        "application_invitation",
        (("id",),),
        when="old.used is not null or new.code <> old.code or new.organisation <> old.organisation"
        " or new.application_id <> old.application_id or new.request <> old.request or new.expires <> old.expires",
    ),
)  # fmt: skip


def make_guards(_apps: object, schema_editor: object) -> None:
    keep(schema_editor, "application", "applications, their versions and filings are kept", TABLES)


def key() -> models.BigAutoField:
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def of_application() -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="filings.applicationrecord")


class Migration(migrations.Migration):
    dependencies = (("filings", "0001_filings"),)

    operations = (
        migrations.CreateModel(
            name="DocumentRecord",
            fields=[
                ("id", key()),
                ("number", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=40)),
                ("request", models.PositiveIntegerField()),
                ("about", models.CharField(blank=True, max_length=64)),
                ("name", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("sealed", models.BooleanField()),
                ("organisation", models.CharField(blank=True, max_length=40)),
                ("person", models.CharField(blank=True, max_length=40)),
                ("signer", models.CharField(blank=True, max_length=300)),
                ("attached", models.DateTimeField()),
                ("taken_off", models.DateTimeField(null=True)),
                ("application", of_application()),
            ],
            options={
                "db_table": "application_document",
                "constraints": [
                    models.UniqueConstraint(fields=("application", "number"), name="application_document_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="InvitationRecord",
            fields=[
                ("id", key()),
                ("request", models.PositiveIntegerField()),
                ("organisation", models.CharField(blank=True, max_length=40)),
                ("code", models.CharField(blank=True, max_length=64)),
                ("made", models.DateTimeField()),
                ("expires", models.DateTimeField()),
                ("used", models.DateTimeField(null=True)),
                ("application", of_application()),
            ],
            options={
                "db_table": "application_invitation",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code",), condition=models.Q(("code", ""), _negated=True), name="invitation_code_once"
                    )
                ],
                "indexes": [models.Index(fields=["organisation", "application"], name="invitation_by_organisation")],
            },
        ),
        migrations.RunPython(make_guards, migrations.RunPython.noop),
    )
