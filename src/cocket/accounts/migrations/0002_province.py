"""Where an exporter files."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("accounts", "0001_accounts"),)

    operations = [
        migrations.AddField(
            "organisationrecord",
            "province",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="accounts.organisationrecord"),
        ),
    ]
