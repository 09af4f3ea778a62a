"""The tables of messages, of who gets them, and of what became of each."""

from typing import ClassVar, Final

from django.db import models

from cocket.accounts.models import SHORT_LENGTH_MAX
from cocket.accounts.role import Role

URL_LENGTH_MAX: Final = 500
NAME_LENGTH_MAX: Final = SHORT_LENGTH_MAX + 1 + 40
"""An organisation's short name, a stroke, and the name that it gave."""


class SubscriptionRecord(models.Model):
    """``name`` is given once and stays with what was sent; an organisation's begins with its short name and a stroke.
    It is told what that ``role`` of the ``organisation`` may see; "" is whoever runs this installation, and is told
    everything. Without a role it is nobody's (`0003_nobodys`), and is told nothing. ``topics`` with spaces between, ""
    for all; ``key`` makes the secret, which is not kept (`subscriptions.secret`)."""

    RESOURCE: ClassVar = "subscription"
    ACCESS: ClassVar = {"own": "organisation"}
    name = models.CharField(primary_key=True, max_length=NAME_LENGTH_MAX)
    organisation = models.CharField(max_length=SHORT_LENGTH_MAX, blank=True, default="")
    role = models.CharField(max_length=20, default=Role.OPERATOR.value)
    url = models.CharField(max_length=URL_LENGTH_MAX)
    topics = models.CharField(max_length=500, blank=True)
    inside = models.BooleanField()
    key = models.CharField(max_length=64)
    made = models.DateTimeField()
    ended = models.DateTimeField(null=True)

    class Meta:
        db_table = "outbox_subscription"


class MessageRecord(models.Model):
    """``subject`` is what it tells of ("licence/26-AA-100001"): messages of one subject arrive in their order."""

    sequence = models.BigAutoField(primary_key=True)
    identifier = models.CharField(unique=True, max_length=40)
    topic = models.CharField(max_length=60)
    subject = models.CharField(max_length=120)
    recorded = models.DateTimeField()
    body = models.TextField()

    class Meta:
        db_table = "outbox_message"


class DeliveryRecord(models.Model):
    """``due`` None: nothing more will be tried, for it arrived (``arrived``) or was given up."""

    message = models.ForeignKey(MessageRecord, on_delete=models.PROTECT)
    subscription = models.ForeignKey(SubscriptionRecord, on_delete=models.PROTECT)
    subject = models.CharField(max_length=120)
    attempts = models.PositiveIntegerField(default=0)
    due = models.DateTimeField(null=True)
    arrived = models.DateTimeField(null=True)
    answer = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "outbox_delivery"
        constraints = (models.UniqueConstraint(fields=("message", "subscription"), name="outbox_delivery_once"),)
        indexes = (
            models.Index(fields=("due",), condition=models.Q(due__isnull=False), name="outbox_delivery_due"),
            models.Index(
                fields=("subscription", "subject", "message"),
                condition=models.Q(due__isnull=False),
                name="outbox_delivery_order",
            ),
        )
