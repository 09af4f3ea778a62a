"""The table of answers already given."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = ()

    operations = [
        migrations.CreateModel(
            name="Answered",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("digest", models.BinaryField()),
                ("status", models.PositiveSmallIntegerField()),
                ("body", models.TextField()),
                ("recorded", models.DateTimeField()),
            ],
            options={
                "db_table": "api_answered",
            },
        ),
    ]
