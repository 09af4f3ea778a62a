"""Subscriptions that were made before anybody was asked who makes them are told nothing where accounts are kept: nobody
knows whose they are and what their owner may see. One that is in the audit was made by somebody who was asked."""

from typing import Any

from django.db import migrations

STOPPED = "made before subscriptions belonged to anyone"


def stop_those_of_nobody(apps: Any, _schema_editor: object) -> None:  # noqa: ANN401  # Django's own, without types
    if not apps.get_model("accounts", "OrganisationRecord").objects.exists():
        return  # all is whoever runs the installation's own
    known = apps.get_model("accounts", "AuditRecord").objects.filter(verb="add", subject__startswith="subscription/")
    names = {subject.partition("/")[2] for subject in known.values_list("subject", flat=True)}
    rows = apps.get_model("outbox", "SubscriptionRecord").objects.filter(organisation="", ended=None)
    nobodys = [name for name in rows.values_list("name", flat=True) if name not in names]
    rows.filter(name__in=nobodys).update(role="")
    waiting = apps.get_model("outbox", "DeliveryRecord").objects.filter(due__isnull=False)
    waiting.filter(subscription__in=nobodys).update(due=None, answer=STOPPED)


class Migration(migrations.Migration):
    dependencies = (("outbox", "0002_organisations"), ("accounts", "0002_province"))

    operations = (migrations.RunPython(stop_those_of_nobody, migrations.RunPython.noop),)
