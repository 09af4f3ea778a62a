"""One counter for the numbers of everything, where cases had one of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("licensing", "0003_amendments"),)

    operations = (
        migrations.CreateModel(
            name="CounterRecord",
            fields=[
                ("series", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("last", models.PositiveIntegerField()),
            ],
            options={"db_table": "number_series"},
        ),
    )
