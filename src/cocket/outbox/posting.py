"""Writes a message with the change it tells of: both are there afterwards, or neither."""

import json
import uuid
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q

from cocket.accounts.role import Role
from cocket.outbox.models import DeliveryRecord, MessageRecord, SubscriptionRecord


def post(topic: str, subject: str, data: dict[str, Any], moment: datetime, seers: Q) -> None:
    """To be called in the transaction of the change. ``seers``: who may see what it tells of, as `access_seers` has it;
    nobody else is told but whoever runs the installation. Who subscribes later does not get it."""
    assert connection.in_atomic_block, "a message without its change"
    identifier = f"msg_{uuid.uuid4().hex}"
    body = {"type": topic, "timestamp": moment.isoformat(), "subject": subject, "data": data}
    message = MessageRecord.objects.create(
        identifier=identifier, topic=topic, subject=subject, recorded=moment, body=json.dumps(body, ensure_ascii=False)
    )
    everything = Q(organisation="", role=Role.OPERATOR.value)
    live = SubscriptionRecord.objects.filter(everything | seers, ended=None)
    DeliveryRecord.objects.bulk_create(
        DeliveryRecord(message=message, subscription=one, subject=subject, due=moment)
        for one in live
        if not one.topics or topic in one.topics.split()
    )
