"""Keys are those of an organisation, whose short name stands before them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("api", "0001_answered"),)

    operations = [
        migrations.AlterField("answered", "key", models.CharField(max_length=110, primary_key=True, serialize=False)),
    ]
