"""Sends what is due. A message arrives once or more often, never not at all while its receiver answers within days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from cocket.outbox.models import DeliveryRecord
from cocket.outbox.receiver import Receiver, read_receiver
from cocket.outbox.signature import headers
from cocket.outbox.subscriptions import secret

Send: TypeAlias = Callable[[Receiver, dict[str, str], bytes], tuple[bool, str]]
LEASE: Final = timedelta(minutes=2)
"""So long nobody else sends what somebody has taken; who dies meanwhile leaves it to the next."""
WAITS: Final = tuple(timedelta(seconds=n) for n in (5, 30, 120, 600, 3600, 6 * 3600, 12 * 3600, 24 * 3600, 24 * 3600))
"""Before the second try, the third, and so on; after the tenth, some three days later, it is given up."""
BATCH: Final = 20


@dataclass(frozen=True, slots=True)
class Tried:
    identifier: str
    topic: str
    subject: str
    subscription: str
    arrived: bool
    given_up: bool
    answer: str


def deliver_due(now: Callable[[], datetime], send: Send) -> list[Tried]:
    """One round, at most BATCH messages; an empty list where nothing is due."""
    return [_deliver(row, now, send) for row in _take(now())]


def _take(moment: datetime) -> list[DeliveryRecord]:
    """What is due and the first of its subject for its receiver; others pass it over until the lease ends."""
    earlier = DeliveryRecord.objects.filter(
        subscription=OuterRef("subscription"),
        subject=OuterRef("subject"),
        due__isnull=False,
        message__lt=OuterRef("message"),
    )
    due = DeliveryRecord.objects.filter(~Exists(earlier), due__lte=moment).order_by("message_id")
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        keys = list(due.values_list("pk", flat=True)[:BATCH])
        # SQLite locks nothing before it writes: only what is still due is ours
        taken = [
            key for key in keys if DeliveryRecord.objects.filter(pk=key, due__lte=moment).update(due=moment + LEASE)
        ]
    rows = DeliveryRecord.objects.filter(pk__in=taken).select_related("message", "subscription")
    return list(rows.order_by("message_id"))


def _deliver(row: DeliveryRecord, now: Callable[[], datetime], send: Send) -> Tried:
    receiver = read_receiver(row.subscription.url, inside=row.subscription.inside)
    body = row.message.body.encode()
    signed = headers(secret(row.subscription), row.message.identifier, int(now().timestamp()), body)
    arrived, answer = send(receiver, signed, body)
    attempts, moment = row.attempts + 1, now()
    given_up = not arrived and attempts > len(WAITS)
    due = None if arrived or given_up else moment + WAITS[attempts - 1]
    # not where it was unsubscribed meanwhile, and not over what another has put down after our lease ended
    DeliveryRecord.objects.filter(pk=row.pk, attempts=row.attempts, due__isnull=False).update(
        attempts=attempts, due=due, arrived=moment if arrived else None, answer=answer
    )
    told = (row.message.identifier, row.message.topic, row.message.subject, row.subscription_id)
    return Tried(*told, arrived, given_up, answer)
