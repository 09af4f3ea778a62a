"""The tables of messages, subscriptions and deliveries."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies: tuple[tuple[str, str], ...] = ()

    operations = [
        migrations.CreateModel(
            name="MessageRecord",
            fields=[
                ("sequence", models.BigAutoField(primary_key=True, serialize=False)),
                ("identifier", models.CharField(max_length=40, unique=True)),
                ("topic", models.CharField(max_length=60)),
                ("subject", models.CharField(max_length=120)),
                ("recorded", models.DateTimeField()),
                ("body", models.TextField()),
            ],
            options={
                "db_table": "outbox_message",
            },
        ),
        migrations.CreateModel(
            name="SubscriptionRecord",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("url", models.CharField(max_length=500)),
                ("topics", models.CharField(blank=True, max_length=500)),
                ("inside", models.BooleanField()),
                ("key", models.CharField(max_length=64)),
                ("made", models.DateTimeField()),
                ("ended", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "outbox_subscription",
            },
        ),
        migrations.CreateModel(
            name="DeliveryRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField(max_length=120)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("due", models.DateTimeField(null=True)),
                ("arrived", models.DateTimeField(null=True)),
                ("answer", models.CharField(blank=True, max_length=200)),
                ("message", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="outbox.messagerecord")),
                (
                    "subscription",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="outbox.subscriptionrecord"),
                ),
            ],
            options={
                "db_table": "outbox_delivery",
                "indexes": [
                    models.Index(
                        condition=models.Q(("due__isnull", False)), fields=["due"], name="outbox_delivery_due"
                    ),
                    models.Index(
                        condition=models.Q(("due__isnull", False)),
                        fields=["subscription", "subject", "message"],
                        name="outbox_delivery_order",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("message", "subscription"), name="outbox_delivery_once")
                ],
            },
        ),
    ]
