"""Who gets messages: a role of an organisation what it may see, whoever runs the installation everything."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.utils.crypto import salted_hmac

from cocket.accounts import audit
from cocket.accounts.access import access_change, access_rows
from cocket.accounts.actor import Actor
from cocket.accounts.errors import NotAllowed
from cocket.accounts.faults import told
from cocket.accounts.policy import READ, Scope, scope_of
from cocket.outbox.errors import NameTaken, OutboxError, UnknownSubscription
from cocket.outbox.faults import wrong
from cocket.outbox.models import URL_LENGTH_MAX, DeliveryRecord, SubscriptionRecord
from cocket.outbox.receiver import read_receiver
from cocket.outbox.signature import shown

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9.-]{0,39}")


@dataclass(frozen=True, slots=True)
class Subscription:
    """``name`` as whoever asks calls it. ``organisation`` and ``role`` that it is told for; "" for whoever runs the
    installation. ``nobodys``: it is told nothing, for nobody knows whose it is. ``waiting`` messages are still tried,
    ``given_up`` ones no more."""

    name: str
    organisation: str
    role: str
    url: str
    topics: tuple[str, ...]
    waiting: int
    given_up: int
    nobodys: bool = False


def subscribe(
    by: Actor, name: str, url: str, topics: Sequence[str], moment: datetime, *, known: Sequence[str], inside: bool
) -> str:
    """The secret that the receiver verifies with, which is told this once. What its role may not see it is not told.
    ``inside``: an address behind the walls of this house. Raises NotAllowed, OutboxError, or LedgerError."""
    access_change(by, SubscriptionRecord, "add")
    if inside and scope_of(by.role, "subscription", "inside") is Scope.NONE:
        raise NotAllowed(*wrong("not_inside"), "inside")
    _refuse(name, url, topics, known, inside=inside)
    topics = tuple(dict.fromkeys(topics))
    key, values = _key(by, name), {"url": url, "topics": " ".join(topics), "inside": inside}
    more = {"organisation": by.organisation, "role": by.role.value, "key": secrets.token_hex(32), "made": moment}
    with told(changing=True):
        try:
            with transaction.atomic():
                made = SubscriptionRecord.objects.create(name=key, **values, **more)
                audit.record(by, f"subscription/{key}", "add", {}, {**values, "role": by.role.value}, moment)
        except IntegrityError:
            raise NameTaken(*wrong("taken", name=name), "name") from None
    return shown(secret(made))


def unsubscribe(by: Actor, name: str, moment: datetime) -> None:
    """What waits for it is not sent any more. Raises NotAllowed, UnknownSubscription, or LedgerError."""
    access_change(by, SubscriptionRecord, "end")
    key = _key(by, name)
    with told(changing=True), transaction.atomic():
        rows = access_rows(by, SubscriptionRecord, "end")
        if not name.isprintable() or not rows.filter(pk=key, ended=None).update(ended=moment):
            raise unknown(name)
        DeliveryRecord.objects.filter(subscription_id=key, due__isnull=False).update(due=None, answer="unsubscribed")
        audit.record(by, f"subscription/{key}", "end", {}, {"ended": moment.isoformat()}, moment)


def subscriptions(by: Actor) -> list[Subscription]:
    """Those not ended that the actor may see, by name. Raises NotAllowed, or LedgerError."""
    waiting = Count("deliveryrecord", filter=Q(deliveryrecord__due__isnull=False))
    given_up = Count("deliveryrecord", filter=Q(deliveryrecord__due=None, deliveryrecord__arrived=None))
    with told():
        access_change(by, SubscriptionRecord, READ)
        seen = access_rows(by, SubscriptionRecord).filter(ended=None)
        rows = list(seen.annotate(waiting=waiting, given_up=given_up).order_by("name"))
    return [
        Subscription(
            row.name.removeprefix(f"{by.organisation}/") if by.organisation else row.name,
            row.organisation,
            row.role if row.organisation else "",
            row.url,
            tuple(row.topics.split()),
            row.waiting,
            row.given_up,
            nobodys=not row.role,
        )
        for row in rows
    ]


def secret_for(by: Actor, name: str) -> str:
    """For the answer to whoever has just added it, and asks for that answer once more. Raises UnknownSubscription."""
    with told():
        row = access_rows(by, SubscriptionRecord, "add").filter(pk=_key(by, name)).first()
    if row is None:
        raise unknown(name)
    return shown(secret(row))


def secret(row: SubscriptionRecord) -> bytes:
    """Made from the server's own key: whoever reads the database alone cannot sign in its name."""
    made: bytes = salted_hmac("cocket.outbox", row.key, algorithm="sha256").digest()
    return made


def unknown(name: str) -> UnknownSubscription:
    return UnknownSubscription(*wrong("unknown", name=name[:40]), "name")


def _refuse(name: str, url: str, topics: Sequence[str], known: Sequence[str], *, inside: bool) -> None:
    if not _NAME.fullmatch(name):
        raise OutboxError(*wrong("name", name=name[:40]), "name")
    for topic in topics:
        if topic not in known:
            raise OutboxError(*wrong("topic", topic=topic[:40], known=tuple(known)), "topic")
    if len(url) > URL_LENGTH_MAX:
        raise OutboxError(*wrong("long_address", count=len(url), most=URL_LENGTH_MAX), "url")
    read_receiver(url, inside=inside)


def _key(by: Actor, name: str) -> str:
    """Names are an organisation's own. Whoever runs the installation names others' as they are kept."""
    return f"{by.organisation}/{name}" if by.organisation else name
