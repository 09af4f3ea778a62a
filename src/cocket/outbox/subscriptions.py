"""Who gets messages."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.utils.crypto import salted_hmac

from cocket.outbox.errors import OutboxError
from cocket.outbox.models import DeliveryRecord, SubscriptionRecord
from cocket.outbox.receiver import read_receiver
from cocket.outbox.signature import shown

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9.-]{0,39}")


@dataclass(frozen=True, slots=True)
class Subscription:
    """``waiting`` messages are still tried, ``given_up`` ones no more."""

    name: str
    url: str
    topics: tuple[str, ...]
    waiting: int
    given_up: int


def subscribe(
    name: str, url: str, topics: Sequence[str], moment: datetime, *, known: Sequence[str], inside: bool = False
) -> str:
    """The secret that the receiver verifies with, which is told this once. Raises OutboxError."""
    if not _NAME.fullmatch(name):
        raise OutboxError(f"{name!a} is no name for a subscription", "Write small letters, digits, - and .", "name")
    for topic in topics:
        if topic not in known:
            raise OutboxError(f"There is no topic {topic!a}", f"Known here: {', '.join(known)}", "topic")
    read_receiver(url, inside=inside)
    taken = OutboxError(f"A subscription {name} was made before", "Names are given once: give it another one", "name")
    if SubscriptionRecord.objects.filter(pk=name).exists():
        raise taken
    values = {"url": url, "topics": " ".join(topics), "inside": inside, "key": secrets.token_hex(32), "made": moment}
    try:
        made = SubscriptionRecord.objects.create(name=name, **values)
    except IntegrityError:
        raise taken from None  # somebody was first a moment ago
    return shown(secret(made))


def unsubscribe(name: str, moment: datetime) -> None:
    """What waits for it is not sent any more. Raises OutboxError."""
    with transaction.atomic():
        if not SubscriptionRecord.objects.filter(pk=name, ended=None).update(ended=moment):
            raise OutboxError(f"There is no subscription {name!a}", "See them with cocket webhook list", "name")
        DeliveryRecord.objects.filter(subscription_id=name, due__isnull=False).update(due=None, answer="unsubscribed")


def subscriptions() -> list[Subscription]:
    """Those not ended, by name."""
    waiting = Count("deliveryrecord", filter=Q(deliveryrecord__due__isnull=False))
    given_up = Count("deliveryrecord", filter=Q(deliveryrecord__due=None, deliveryrecord__arrived=None))
    rows = SubscriptionRecord.objects.filter(ended=None).annotate(waiting=waiting, given_up=given_up).order_by("name")
    return [Subscription(row.name, row.url, tuple(row.topics.split()), row.waiting, row.given_up) for row in rows]


def secret(row: SubscriptionRecord) -> bytes:
    """Made from the server's own key: whoever reads the database alone cannot sign in its name."""
    made: bytes = salted_hmac("cocket.outbox", row.key, algorithm="sha256").digest()
    return made
