"""A subscription belongs to a role of an organisation. Those that there are were made by whoever runs the installation,
and go on being told everything."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("outbox", "0001_outbox"),)

    operations = [
        migrations.AlterField(
            "subscriptionrecord", "name", models.CharField(max_length=81, primary_key=True, serialize=False)
        ),
        migrations.AddField(
            "subscriptionrecord", "organisation", models.CharField(blank=True, default="", max_length=40)
        ),
        migrations.AddField("subscriptionrecord", "role", models.CharField(default="operator", max_length=20)),
    ]
